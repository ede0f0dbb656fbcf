"""Brief: reports of a sentence or two, which are about what they tell even where they give no day, place or count.

Invariants: the type is weighed from all words of the report; what is said to be planned, denied or only thought of becomes no incident;
a disaster, an accident without arms or an ordinary crime is no incident of a conflict.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.foreign_takers import GROUND
from thucydides.extracting.foreign_takers import RULE as FOREIGN
from thucydides.extracting.forms.brief_matter import RULE, SURE, TAKEN_AWAY, with_act, with_incident
from thucydides.extracting.forms.told_sentences import Told, all_features, best_sentence, sentences_of, worded
from thucydides.extracting.kinds.kinds import event_type_of
from thucydides.extracting.kinds.mishaps import names_mishap
from thucydides.extracting.kinds.weighing import of_acts, of_no_conflict, weigh
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Document, Mention

LIKELY = 0.2
"""The probability from which on a type is believed of a brief report (our choice: it is about something, and 30 types share the rest)."""
ARMED = frozenset({"state forces", "external forces", "rebel group", "political militia", "identity militia", "unidentified"})
"""The kinds of parties whose killing is no accident."""


def read_brief(
    document: Document,
    paragraphs: Sequence[Paragraph],
    around: Surroundings,
    tellings: Sequence[Telling],
    incidents: Sequence[Mention],
    acts: Sequence[Mention],
) -> list[Mention]:
    """The incidents and acts of a brief report, given those found without weighing all of it."""
    told = sentences_of(paragraphs, around)
    news = [i for i in incidents if not i.background]
    if len({i.passages for i in news}) > 1:
        return [*(_typed(i, told) for i in incidents), *acts]
    ranked = worded(weigh(all_features(told, news or incidents, acts)), told)
    if not ranked or ranked[0].probability < LIKELY:
        return [*incidents, *acts]
    best = ranked[0]
    if best.type in of_no_conflict():
        dropped = best.type != "CRIME" and best.probability >= SURE
        armed = [i for i in incidents if _by_force(i) or (_harms(i) and (best.type == "NOTHING" or _by_arms(i, tellings)))]
        kept = armed if dropped else list(incidents)
        return [*kept, *acts]
    if best.type in of_acts():
        force = sum(w.probability for w in ranked if w.type not in of_acts() and w.type not in of_no_conflict())
        kept = [i for i in incidents if i.toll or force > 1 - SURE]
        return [*kept, *with_act(document, told, around, acts, best.type)]
    if not incidents and names_mishap(best_sentence(told, best.type).sentence.text):
        return [*acts]
    return [*with_incident(document, told, around, tellings, incidents, best), *acts]


def _harms(incident: Mention) -> bool:
    """Whether an incident is said to have killed or injured somebody: what else its report says does not make it nothing."""
    return incident.status == "happened" and any(
        i.outcome in ("killed", "injured") and (i.quantity.best or i.quantity.low) for i in incident.toll
    )


def _by_arms(incident: Mention, tellings: Sequence[Telling]) -> bool:
    """Whether an incident is told by words of shooting or of what explodes: who is killed so belongs in a record, whoever meant it."""
    own = [t for t in tellings if any(p.start == t.start for p in incident.passages)]
    return any(t.lemma in _SHOOTING or t.family in _EXPLODING for one in own for t in one.triggers)


_SHOOTING = frozenset({"shoot", "shooting", "gunfire", "gunshot"})
_EXPLODING = frozenset({"bomb", "grenade", "shelling", "chemical"})


def _by_force(incident: Mention) -> bool:
    """Whether an armed party is said to have killed or wounded people: then it is no accident."""
    armed = any(a.role == "perpetrator" and a.kind in ARMED for a in incident.actors)
    return armed and any(i.outcome in ("killed", "injured") and i.quantity.best for i in incident.toll)


def _typed(incident: Mention, told: Sequence[Told]) -> Mention:
    """One incident of several in a brief report, typed by its own sentences where these are sure."""
    own = [t for t in told if any(p.start < t.end and t.start < p.end for p in incident.passages)]
    ranked = worded(weigh(all_features(own, [incident], ())), own)
    if not ranked or ranked[0].probability < SURE or ranked[0].type in of_acts() | of_no_conflict():
        return incident
    if (incident.type_rule == FOREIGN or incident.type in TAKEN_AWAY) and ranked[0].type in GROUND:
        return incident
    return replace(incident, type=ranked[0].type, event_type=event_type_of(ranked[0].type), type_rule=RULE)
