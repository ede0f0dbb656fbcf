"""Brief: reports of a sentence or two, which are about what they tell even where they give no day, place or count.

Invariants: the type is weighed from all words of the report; what is said to be planned, denied or only thought of becomes no incident;
a disaster, an accident without arms or an ordinary crime is no incident of a conflict.
"""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.drafting.dating import dated
from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.kinds.acts import act_at, kind_of_verb, parties_of
from thucydides.extracting.kinds.kinds import event_type_of
from thucydides.extracting.kinds.mishaps import names_mishap
from thucydides.extracting.kinds.signs import features, find_signs, main_token
from thucydides.extracting.kinds.status import status_of
from thucydides.extracting.kinds.triggers import find_triggers
from thucydides.extracting.kinds.weighing import Weighed, of_acts, of_no_conflict, weigh
from thucydides.extracting.mentions import mention
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.texts import text_of
from thucydides.nouns import Document, Mention
from thucydides.vocabulary import mapping

RULE = "type.brief"
LIKELY = 0.2
"""The probability from which on a type is believed of a brief report (our choice: it is about something, and 30 types share the rest)."""
SURE = 0.6
"""The probability from which on a brief report is about no conflict, or about an act alone (our choice)."""


_UNTOLD_MEANS = frozenset({"Remote explosive/landmine/IED", "Attack"})
_PLAIN = frozenset({"Attack", "Other"})
"""Types that words of force have where none of them says more."""
_HARMLESS = frozenset({
    "Looting/property destruction", "Peaceful protest", "Arrests", "Disrupted weapons use", "Abduction/forced disappearance",
})  # fmt: skip
"""Types of incidents in which nobody is killed."""
ARMED = frozenset({"state forces", "external forces", "rebel group", "political militia", "identity militia", "unidentified"})
"""The kinds of parties whose killing is no accident."""


class Told(Struct, frozen=True):
    """A sentence of a brief report with its features; `shift` is where its paragraph starts in the document."""

    sentence: Span
    shift: int
    features: frozenset[str]

    @property
    def start(self) -> int:
        """Where it starts in the document."""
        return int(self.sentence.start_char) + self.shift

    @property
    def end(self) -> int:
        """Where it ends in the document, without blanks."""
        return self.start + len(text_of(self.sentence).rstrip())


def sentences_of(paragraphs: Sequence[Paragraph], around: Surroundings) -> list[Told]:
    """The sentences of a report in order, each with its features."""
    found = []
    for paragraph in paragraphs:
        for sentence in paragraph.sentences():
            start, end = sentence.start_char + paragraph.start, sentence.end_char + paragraph.start
            signs = find_signs(sentence, around.actors_in(start, end), paragraph.start)
            found.append(Told(sentence, paragraph.start, frozenset(features(sentence, signs))))
    return found


def all_features(told: Sequence[Told], incidents: Sequence[Mention], acts: Sequence[Mention]) -> list[frozenset[str]]:
    """The features of a report's sentences; with the first go the types by rule of the first incident and act, or that there is none."""
    by_rule = {f"rule:{incidents[0].type if incidents else 'none'}", f"act:{acts[0].type if acts else 'none'}"}
    return [t.features | by_rule if number == 0 else t.features for number, t in enumerate(told)]


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
    ranked = _worded(weigh(all_features(told, news or incidents, acts)), told)
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
        return [*kept, *_with_act(document, told, around, acts, best.type)]
    if not incidents and names_mishap(_best_sentence(told, best.type).sentence.text):
        return [*acts]
    return [*_with_incident(document, told, around, tellings, incidents, best), *acts]


_JOINTS = re.compile(r"<by>|<on>")


def _worded(ranked: Sequence[Weighed], told: Sequence[Told]) -> Sequence[Weighed]:
    """The types without those that need a word of their own where none tells of them: no protest, no chemical, no suicide (rules
    `type.protesters`, `type.worded`)."""
    features = {feature.removeprefix("main:") for t in told for feature in t.features}
    signs = {sign for feature in features for sign in _JOINTS.split(feature)}
    needs = mapping("types")["only_where"]
    return [w for w in ranked if w.type not in needs or signs & set(needs[w.type])]


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
    ranked = _worded(weigh(all_features(own, [incident], ())), own)
    if not ranked or ranked[0].probability < SURE or ranked[0].type in of_acts() | of_no_conflict():
        return incident
    return replace(incident, type=ranked[0].type, event_type=event_type_of(ranked[0].type), type_rule=RULE)


def _best_sentence(told: Sequence[Told], kind: str) -> Told:
    """The sentence that speaks most for a type, the first of equals."""
    chances = [next((w.probability for w in weigh([t.features]) if w.type == kind), 0.0) for t in told]
    return told[max(range(len(told)), key=lambda i: (round(chances[i], 3), -i))]


def _with_act(
    document: Document, told: Sequence[Told], around: Surroundings, acts: Sequence[Mention], kind: str
) -> list[Mention]:
    """The acts of the report, with the one that it is about among them."""
    where = _best_sentence(told, kind)
    verb = main_token(where.sentence)
    if kind == "POLITICS":
        if acts:
            return [replace(acts[0], type_rule=RULE), *acts[1:]]
        verbs = [
            (t, found)
            for t in where.sentence
            if t.pos_ == "VERB" and (found := kind_of_verb(t)) is not None and found[0].isupper()
        ]
        if not verbs:
            return []
        verb, (kind, _) = verbs[0]
    if status_of(where.sentence, verb) in ("planned", "hypothetical"):
        return list(acts)
    act = act_at(
        document, where.sentence, verb, where.shift, around, parties_of(where.sentence, verb, where.shift, around), kind, RULE
    )
    return [act, *(a for a in acts if a.passages != act.passages)]


def _happened(sentence: Span) -> bool:
    """Whether a sentence tells of something done: by its main verb, and by one of its words for deeds where it has any."""
    deeds = [sentence.doc[t.head] for t in find_triggers(sentence)]
    done = not deeds or any(status_of(sentence, d) == "happened" for d in deeds)
    return done and status_of(sentence, main_token(sentence)) == "happened"


def _with_incident(
    document: Document,
    told: Sequence[Told],
    around: Surroundings,
    tellings: Sequence[Telling],
    incidents: Sequence[Mention],
    best: Weighed,
) -> list[Mention]:
    """The incidents of the report, with the one that it is about among them, typed by what all of the report says."""
    where = _best_sentence(told, best.type)
    news = [i for i in incidents if not i.background] or list(incidents)
    if news:
        inside = [i for i in news if any(p.start < where.end and where.start < p.end for p in i.passages)]
        main = max(inside or news, key=lambda i: (len(i.passages), -i.passages[0].start))
        if main.type == "Air/drone strike" and best.type in _UNTOLD_MEANS:
            return list(incidents)  # an aircraft named as the means says more than the words around it
        if main.type not in _PLAIN and best.probability < SURE:
            return list(incidents)  # what its own words name is not outweighed by words that only lean another way
        if best.type in _HARMLESS and any(i.outcome == "killed" and i.quantity.low for i in main.toll):
            return list(incidents)  # houses burnt in a raid that killed are told with it
        typed = replace(main, type=best.type, event_type=event_type_of(best.type), type_rule=RULE)
        return [typed if i is main else i for i in incidents]
    found = [t for t in tellings if t.start < where.end and where.start < t.end]
    if not found:
        verb = main_token(where.sentence)
        if not _happened(where.sentence):
            return []
        cue = verb.idx + where.shift
        places = tuple(around.places_in(where.start, where.end))
        found = [
            Telling(where.start, where.end, 0, 0, "paragraph", (), (), "happened", places=places, cue=(cue, cue + len(verb)))
        ]
    anchor = around.reckoning
    draft = Draft(dated(found[0], anchor))
    draft.items += [dated(t, anchor) for t in found[1:]]
    made = mention(document, draft, None, around, True)
    return [replace(made, type=best.type, event_type=event_type_of(best.type), type_rule=RULE)]
