"""Brief matter: the incident or act that a brief report is about, among those found in it or made from the sentence that tells it.

Invariants: what a report plans, denies or only thinks of makes nothing; a type that its own words name is not outweighed by words that only
lean another way.
"""

from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.drafting.dating import dated
from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.foreign_takers import GROUND
from thucydides.extracting.foreign_takers import RULE as FOREIGN
from thucydides.extracting.forms.told_sentences import Told, best_sentence
from thucydides.extracting.kinds.acts import act_at, kind_of_verb, parties_of
from thucydides.extracting.kinds.kinds import event_type_of
from thucydides.extracting.kinds.signs import main_token
from thucydides.extracting.kinds.status import status_of
from thucydides.extracting.kinds.triggers import find_triggers
from thucydides.extracting.kinds.weighing import Weighed
from thucydides.extracting.mentions import mention
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Document, Mention

RULE = "type.brief"
SURE = 0.6
"""The probability from which on a brief report is about no conflict, or about an act alone (our choice)."""
_UNTOLD_MEANS = frozenset({"Remote explosive/landmine/IED", "Attack"})
"""Types of words that do not say what an aircraft named as the means does."""
TAKEN_AWAY = frozenset({"Abduction/forced disappearance", "Arrests"})
"""Types of people taken, for which no ground is."""
_PLAIN = frozenset({"Attack", "Other"})
"""Types that words of force have where none of them says more."""
_HARMLESS = frozenset({
    "Looting/property destruction", "Peaceful protest", "Arrests", "Disrupted weapons use", "Abduction/forced disappearance",
})  # fmt: skip
"""Types of incidents in which nobody is killed."""


def with_act(
    document: Document, told: Sequence[Told], around: Surroundings, acts: Sequence[Mention], kind: str
) -> list[Mention]:
    """The acts of the report, with the one that it is about among them."""
    where = best_sentence(told, kind)
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


def with_incident(
    document: Document,
    told: Sequence[Told],
    around: Surroundings,
    tellings: Sequence[Telling],
    incidents: Sequence[Mention],
    best: Weighed,
) -> list[Mention]:
    """The incidents of the report, with the one that it is about among them, typed by what all of the report says."""
    where = best_sentence(told, best.type)
    news = [i for i in incidents if not i.background] or list(incidents)
    if news:
        inside = [i for i in news if any(p.start < where.end and where.start < p.end for p in i.passages)]
        main = max(inside or news, key=lambda i: (len(i.passages), -i.passages[0].start))
        if main.type not in _PLAIN:  # of two deeds of a report the one that is what all of it says
            main = next((i for i in inside or news if i.type == best.type), main)
        if main.type_rule == FOREIGN and best.type in GROUND:
            return list(incidents)  # who took a place, and of which country it is, says more than the words around it
        if main.type in TAKEN_AWAY and best.type in GROUND:
            return list(incidents)  # who was taken says more than that something was
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
    draft.add(*(dated(t, anchor) for t in found[1:]))
    made = mention(document, draft, None, around, True)
    return [replace(made, type=best.type, event_type=event_type_of(best.type), type_rule=RULE)]
