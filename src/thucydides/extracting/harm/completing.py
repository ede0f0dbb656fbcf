"""Completing: what a sentence's harms say of one another: whose a bare number is, and whom "he" and "another" add.

Invariant: nobody is added whom the words do not tell of.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.harm.own import side_of
from thucydides.extracting.quantities import find_quantities
from thucydides.extracting.texts import text_of
from thucydides.nouns import Quantity

_BARE = frozenset({"", "wounded", "injured", "killed", "dead", "others", "other", "more"})


def with_sides(sentence: Span, harms: list[Harm]) -> list[Harm]:
    """Counts without a noun of their own take the people of the count before ("one guard was killed and six injured"), or are
    of the side that suffered them ("while the army suffered five dead")."""
    result: list[Harm] = []
    for harm in harms:
        if harm.people.counted and harm.people.category == "unknown" and (side := _suffered_by(sentence, harm)) != "unknown":
            harm = replace(harm, people=replace(harm.people, category=side))
        bare = not set(harm.people.group.lower().split()) - _BARE - {"another", "one", "two"}
        known = (h for h in reversed(result) if h.people.counted and (h.people.category != "unknown" or h.people.nationality))
        model = next(known, None)
        other = model is not None and harm.people.nationality not in (None, model.people.nationality)
        if (
            bare
            and harm.people.counted
            and harm.people.category == "unknown"
            and model is not None
            and not harm.total
            and not other
            and not (harm.people.more and harm.outcome == model.outcome)
        ):
            people = replace(
                harm.people,
                group=model.people.group,
                category=model.people.category,
                nationality=harm.people.nationality or model.people.nationality,
            )
            harm = replace(harm, people=people)
        result.append(harm)
    return result


def with_pronouns(harms: Sequence[Harm]) -> Iterator[Harm]:
    """Somebody told by a pronoun beside people who are counted, or theirs, is one more: "he and his two sons were found dead",
    "killing her and her driver"."""
    for harm in harms:
        joined = [o for o in harms if o.cue == harm.cue and o.outcome == harm.outcome and o.people.start > harm.people.end]
        beside = any(o.people.counted or _right_behind(harm, o) for o in joined)
        if harm.people.pronoun and beside and harm.quantity is not None and harm.quantity.best == 1 and not harm.self_inflicted:
            harm = replace(harm, people=replace(harm.people, pronoun=False))
        yield harm


def _right_behind(one: Harm, other: Harm) -> bool:
    """Whether one person is told by a noun right behind another told by a pronoun: "him and his guard"."""
    single = other.quantity is not None and other.quantity.best == 1 and not other.people.pronoun
    return single and other.part_of is None and 0 < other.people.start - one.people.end <= len(" and ")


def _suffered_by(sentence: Span, harm: Harm) -> str:
    """The side that is the subject of "suffered", "lost" or "had" right before a bare count, "unknown" where none is."""
    first = next((t for t in sentence if t.idx >= harm.people.start), None)
    verb = first.nbor(-1) if first is not None and first.i > sentence.start else None
    while verb is not None and verb.i > sentence.start and (verb.pos_ in ("ADV", "ADP") or verb.lower_ in _LEAST):
        verb = verb.nbor(-1)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None and verb.lemma_ in _BEARING else None
    if subject is not None and subject.lemma_.lower() in _LOSSES:
        whose = next((c for c in subject.lefts if c.dep_ == "poss"), None)
        subject = verb.head if whose is not None and whose.lower_ == "whose" and verb is not None else whose
    return side_of(subject) if subject is not None else "unknown"


_LEAST = frozenset({"at", "least", "some", "about", "nearly"})
_LOSSES = frozenset({"casualty", "loss", "dead", "toll"})


_BEARING = frozenset({"suffer", "sustain", "have", "lose", "record", "take", "include", "number", "total"})
_REST = frozenset({"the others", "the rest", "others", "the remaining"})


def with_the_rest(sentence: Span, harms: list[Harm]) -> list[Harm]:
    """The harms with "the others" as many as are left of those out of whom some are counted ("two of the seven people in it were killed
    and the others wounded"), and without "the other" of those counted before ("two were killed, one beaten and the other shot")."""
    result: list[Harm] = []
    text = text_of(sentence.doc)
    for harm in harms:
        before = [h for h in harms if h.people.end <= harm.people.start and h.people.counted and h.quantity is not None]
        one = harm.people.group.lower() == "the other" and harm.struck and any((h.quantity.best or 0) > 1 for h in before if h.quantity)
        if one and any(h.outcome == "killed" for h in before):
            continue
        out_of = _OUT_OF.match(text, before[0].people.start) if len(before) == 1 else None
        whole = find_quantities(out_of["whole"]) if out_of is not None else ()
        left = (whole[0].quantity.best or 0) - (before[0].quantity.best or 0) if whole and before[0].quantity is not None else 0
        if harm.people.group.lower() in _REST and not harm.people.counted and left > 0:
            quantity = Quantity(left, left, left, harm.people.group, "toll.sum")
            harm = replace(harm, quantity=quantity, people=replace(harm.people, quantity=quantity, counted=True))
        result.append(harm)
    return result


_OUT_OF = re.compile(r"[\w-]+\s+of\s+(?:(?:the|its|their|his|her)\s+)?(?P<whole>\d+|[a-z-]+)\b", re.IGNORECASE)


def with_others(sentence: Span, harms: list[Harm]) -> list[Harm]:
    """What "another" adds to: nobody told of as harmed where it sets a person beside the one who did it ("a man shot another man"),
    and none of the same outcome where the people told of before in the sentence came to another one."""
    heads = {h.people.head for h in harms}
    result: list[Harm] = []
    for harm in harms:
        people = harm.people
        if people.more and not people.counted and not people.ordinal and harm.quantity is not None and harm.quantity.best == 1:
            before = [h for h in harms if h.people.end <= people.start]
            lemma = sentence.doc[people.head].lemma_.lower()
            doer = any(
                t.lemma_.lower() == lemma and t.i not in heads for t in sentence if t.idx < people.start and t.i != people.head
            )
            one = lemma == "other" or people.group.lower().startswith("the other")
            doer = doer or (one and any(t.lower_ == "one" and t.i not in heads and t.idx < people.start for t in sentence))
            if doer and not before:
                harm = replace(harm, people=replace(people, more=False, definite=True))
            elif before and all(h.outcome != harm.outcome for h in before):
                harm = replace(harm, other=True)
        result.append(harm)
    return result
