"""Finding matter: what one sentence of a report tells of force.

Invariant: what tells of none of the sentence's own deeds is left out: the cause it answers, the dead it mourns, who only saw it.
"""

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm import find_harm
from thucydides.extracting.kinds.triggers import Trigger, find_developments, find_triggers
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.answered import answered, answered_apart, went_before
from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.history import history
from thucydides.extracting.tellings.late_deaths import with_among
from thucydides.extracting.tellings.matter import Matter
from thucydides.extracting.tellings.mourned import honoured, mourned
from thucydides.extracting.tellings.opening import names_place_first, opens_another, tells_same_day
from thucydides.extracting.tellings.protested import protested
from thucydides.extracting.tellings.references import (
    among_harmed,
    hours_from,
    is_ranked,
    is_reference,
    is_topic,
    lasts,
    only_names,
    without_rivals,
)
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.told_days import finest
from thucydides.extracting.tellings.told_harms import (
    is_cited,
    is_place,
    is_thing,
    is_witness,
    kept,
    may_be_in_care,
    may_harm,
    newly_told,
)
from thucydides.extracting.texts import text_of
from thucydides.grounding.times.forms import Day, Month
from thucydides.nouns import PlaceRef


def matter_of(sentence: Span, paragraph: Paragraph, number: int, order: int, around: Surroundings) -> Matter | None:
    """What a sentence tells of force, or None where it tells of none."""
    shift = paragraph.start
    start = sentence.start_char + shift
    end = start + len(text_of(sentence).rstrip())
    places = around.places_in(start, end)
    months = [(t.start, t.end) for t in around.times_in(start, end) if isinstance(t.form, Day | Month)]
    aside = [*months, *around.cited]  # "MARCH 18, 2012:" is no march, nor "(Radio Ar, March 18)"
    triggers = [
        t for t in find_triggers(sentence, _named(sentence, places, shift)) if not any(a <= t.start + shift < b for a, b in aside)
    ]
    cared = not triggers and not may_harm(sentence)
    harms = list(find_harm(sentence)) if not cared or may_be_in_care(sentence) else []
    if cared:
        harms, places = newly_told(harms), []  # where the hospital is, nobody was harmed
    triggers = _own_triggers(sentence, triggers)
    if not triggers and not harms:
        return None
    times = finest(around.times_in(start, end), around) if not cared else []
    persons = [h for h in harms if not is_place(h, places, shift) and not is_thing(sentence, h) and not is_cited(h, around, shift)]
    persons = [h for h in persons if not is_witness(sentence, h)]
    harms = kept(harms, [h for h in persons if h.part_of is None])
    told = Matter(sentence, paragraph, number, order, around, triggers, harms, times, places)
    told = _without_honoured(_without_mourned(_without_protested(_without_cause(_without_history(told)))))
    if not told.triggers and not told.harms:
        return None
    triggers = without_rivals(sentence, list(told.triggers), told.harms)
    return replace(told, triggers=triggers, harms=with_among(sentence, triggers, told.harms))


def development_of(sentence: Span, paragraph: Paragraph, number: int, order: int, around: Surroundings) -> Matter | None:
    """What a sentence tells of developments without force, or None where it tells of none; what only dates something else is none."""
    shift = paragraph.start
    start = sentence.start_char + shift
    end = start + len(text_of(sentence).rstrip())
    places = around.places_in(start, end)
    found = find_developments(sentence, _named(sentence, places, shift))
    triggers = [t for t in found if not (is_reference(sentence, t) or _goes_on(sentence.doc[t.head]))]
    if not triggers:
        return None
    return Matter(sentence, paragraph, number, order, around, triggers, [], finest(around.times_in(start, end), around), places)


def _goes_on(verb: Token) -> bool:
    """Whether a verb counts what has been done since some day: "300 fighters have surrendered since January"."""
    return any(c.lower_ == "since" for c in verb.children)


def _own_triggers(sentence: Span, triggers: list[Trigger]) -> list[Trigger]:
    """The words for deeds without those that only point at one, and marked where the sentence opens another than the one told before."""
    another = any(hours_from(sentence, t) for t in triggers)
    aside = (is_reference, is_topic, is_ranked, lasts, among_harmed)
    triggers = [t for t in triggers if not any(is_aside(sentence, t) for is_aside in aside)]
    triggers = [t for t in triggers if not only_names(sentence, t)] or triggers
    triggers = [replace(t, new=True, definite=False) if _of_another(sentence, t) else t for t in triggers]
    if another:
        triggers = [t if t.definite or t.family in ("death", "arrest") else replace(t, new=True) for t in triggers]
    if opens_another(text_of(sentence)):
        triggers = [replace(t, new=True, definite=False) for t in triggers]
    elif tells_same_day(text_of(sentence)):
        later = _DYING if not names_place_first(text_of(sentence)) else frozenset()
        triggers = [t if t.definite or t.lemma in later or t.family == "arrest" else replace(t, new=True) for t in triggers]
    return triggers


def _of_another(sentence: Span, trigger: Trigger) -> bool:
    """Whether a word for a deed is of another thing than that told before: "the explosion of another mine"."""
    of = [o for c in sentence.doc[trigger.head].children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    return trigger.noun and any(c.lower_ in ("another", "second", "third") for o in of for c in o.lefts)


_DYING = frozenset({"die", "death", "succumb", "perish"})
"""Words for what may befall those harmed before: "on the same day two of the wounded died"."""


def _without_cause(told: Matter) -> Matter:
    """Without what the deed answers, where it tells of more."""
    if answered_apart(told) is not None:
        return told  # the deed that is answered is told in full
    cause = answered(told.sentence, told.times, told.shift)
    if set(told.nodes) <= cause and went_before(told, cause):
        return told
    if not cause or set(told.nodes) <= cause:
        return replace(told, cause=told.cause | cause)
    return replace(
        told,
        triggers=[t for t in told.triggers if t.head not in cause],
        harms=kept(told.harms, [h for h in told.harms if h.cue not in cause and h.part_of is None]),
        places=[p for p in told.places if _index(told.sentence, p.passage.start - told.shift) not in cause],
        cause=told.cause | cause,
    )


def _without_protested(told: Matter) -> Matter:
    """Without what its protests are about, where it tells of more."""
    matter = protested(told.sentence, {t.head for t in told.triggers if t.family in ("protest", "riot")}, told.times, told.shift)
    if not matter or set(told.nodes) <= matter:
        return told
    return replace(
        told,
        triggers=[t for t in told.triggers if t.head not in matter],
        harms=kept(told.harms, [h for h in told.harms if h.cue not in matter and h.part_of is None]),
        places=[p for p in told.places if _index(told.sentence, p.passage.start - told.shift) not in matter],
        cause=told.cause | matter,
    )


def _without_history(told: Matter) -> Matter:
    """Without what befell somebody or some place long before."""
    past = history(told.sentence, told.nodes, told.times, told.shift)
    if not past:
        return told
    return replace(
        told,
        triggers=[t for t in told.triggers if t.head not in past],
        harms=kept(told.harms, [h for h in told.harms if h.cue not in past and h.part_of is None]),
        cause=told.cause | past,
    )


def _without_mourned(told: Matter) -> Matter:
    """Without how those died who are mourned, and their day, where it tells of more."""
    dead = mourned(told.sentence)
    if not dead or {t.head for t in told.triggers if not t.weak} | {h.cue for h in told.harms} <= dead:
        return told
    return replace(
        told,
        triggers=[t for t in told.triggers if t.head not in dead],
        harms=kept(told.harms, [h for h in told.harms if h.cue not in dead and h.part_of is None]),
        times=[t for t in told.times if _index(told.sentence, t.start - told.shift) not in dead],
    )


def _without_honoured(told: Matter) -> Matter:
    """Without the dead to whom honour is paid, where nobody is counted."""
    praised = honoured(told.sentence) if not any(h.people.counted for h in told.harms) else set()
    return replace(
        told,
        triggers=[t for t in told.triggers if t.head not in praised],
        harms=kept(told.harms, [h for h in told.harms if h.cue not in praised and h.part_of is None]),
    )


def _named(sentence: Span, places: list[PlaceRef], shift: int) -> frozenset[int]:
    """The tokens that name towns, districts and sites, none of countries."""
    spans = [(p.passage.start - shift, p.passage.end - shift) for p in places if p.place is not None and p.place.kind in _TAKEN]
    return frozenset(t.i for t in sentence if any(a <= t.idx < b for a, b in spans)) if spans else frozenset()


_TAKEN = frozenset({"settlement", "admin1", "admin2", "site"})


def _index(sentence: Span, offset: int) -> int:
    token = token_starting(sentence, offset)
    return token.i if token is not None else -1
