"""Wholes and parts inside one sentence: "five people, including two officers", "12 dead, two of them children".

Invariant: a part is never larger than its whole and never counted beside it.
"""

import re

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.harm.introducers import introducers, shares_place
from thucydides.extracting.people import People, people
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of


def attach_parts(sentence: Span, harms: list[Harm], quantities: tuple[QuantitySpan, ...]) -> tuple[Harm, ...]:
    """The harms of a sentence with its parts set: counts opened by "including" belong to the count before them."""
    result = list(harms)
    for token, heads in introducers(sentence):
        wholes = [
            i
            for i, h in enumerate(result)
            if h.people.start < token.idx
            and h.part_of is None
            and h.quantity is not None
            and h.quantity.best != 0
            and h.people.counted
        ]
        if not wholes:
            continue
        nearest = max(wholes, key=lambda i: (result[i].people.start, result[i].outcome == "killed"))
        whole = result[nearest]
        if (
            any(q.start >= whole.people.end and q.end <= token.idx for q in quantities if q.end - q.start > 3)
            and token.idx - whole.people.end > 160
        ):
            continue
        if token.lower_ not in ("including", "incl.") or any(h.pos_ == "NUM" for h in heads):
            result = [_told_of_some(sentence, h, whole, nearest, token) for h in result]
        if any(
            h.people.head == head.i and h.part_of is None and h is not whole and not _goes_on(h, whole)
            for h in result
            for head in heads
            if head.pos_ == "NUM"
        ):
            continue  # "killing one of them": the number is told by a word of harm of its own
        if len(heads) == 2 and heads[0].pos_ == "NUM" and heads[0] == token:
            span = next((q for q in quantities if q.start <= heads[0].idx < q.end), None)
            kind = people(heads[1], (), sentence)
            if span is not None and kind is not None and span.start != whole.people.start:  # "shot 70 of them (Civil Rights Watch)"
                group = kind.group.rpartition(" of them ")[2]
                person = replace(kind, start=span.start, quantity=span.quantity, counted=True, group=group)
                result = [h for h in result if h is whole or not (h.people.start < kind.end and span.start < h.people.end)]
                nearest = result.index(whole)
                result.append(Harm(whole.outcome, person, whole.cue, span.start, kind.end, span.quantity, part_of=nearest))
            continue
        if heads == [token] and shares_place(token):
            span = next((q for q in quantities if q.start <= token.idx < q.end), None)
            if span is not None and (span.quantity.best or 0) <= count_of(whole) and span.start != whole.people.start:
                there = replace(whole.people, start=span.start, end=span.end, head=token.i, quantity=span.quantity)
                result = [h for h in result if h is whole or not (h.people.start < span.end and span.start < h.people.end)]
                nearest = result.index(whole)
                result.append(Harm(whole.outcome, there, whole.cue, span.start, span.end, span.quantity, part_of=nearest))
            continue
        for head in heads:
            person_of = people(head, quantities, sentence)
            if person_of is None or person_of.quantity is None or (person_of.quantity.rule == "toll.plural"):
                continue
            limit = whole.quantity.high if whole.quantity else None
            if limit is not None and (person_of.quantity.low or 0) > limit:
                continue
            result = [h for h in result if h is whole or (h.people.head != head.i and not _told_again(h, whole, person_of))]
            position = result.index(whole)
            result.append(
                Harm(whole.outcome, person_of, whole.cue, person_of.start, person_of.end, person_of.quantity, part_of=position)
            )
    return _joined_parts(sentence, result)


def _goes_on(harm: Harm, whole: Harm) -> bool:
    """Whether a number has no word of harm but that of the whole: "300 people were killed since January, including 57 in June"."""
    return harm.cue == whole.cue and harm.outcome == whole.outcome and 0 < count_of(harm) < count_of(whole)


def _told_again(harm: Harm, whole: Harm, part: People) -> bool:
    """Whether a harm gives the number of a part once more: "107 died, including 95 killed by rebels"."""
    same = harm.outcome == whole.outcome and harm.part_of is None and harm.people.counted
    return same and harm.people.start < part.end and part.start < harm.people.end


def _told_of_some(sentence: Span, harm: Harm, whole: Harm, position: int, opening: Token) -> Harm:
    """A harm as part of the whole before it where words of its own say what some of those came to: "two of whom were beheaded",
    "including one who was beheaded and one burned to death"."""
    word, cue = sentence.doc[harm.people.head], sentence.doc[harm.cue]
    own = word.pos_ == "NUM" and harm.people.counted and cue.i > word.i >= opening.i - 1 and harm.cue != whole.cue
    whom = [t.lower_ for t in word.doc[word.i + 1 : word.i + 3]] == ["of", "whom"]
    relative = whom or cue.dep_ == "relcl" or (cue.dep_ == "conj" and cue.head.dep_ == "relcl")
    fits = harm is not whole and harm.part_of is None and harm.outcome == whole.outcome and count_of(harm) < count_of(whole)
    return replace(harm, part_of=position) if own and relative and fits else harm


def _joined_parts(sentence: Span, harms: list[Harm]) -> tuple[Harm, ...]:
    """The harms with people coordinated with a part set as parts too: "nine people, seven of them gunmen and a woman of 61"."""
    parts = {h.people.head: h for h in harms if h.part_of is not None}
    result = []
    for harm in harms:
        word = sentence.doc[harm.people.head]
        beside = parts.get(word.head.i) if word.dep_ == "conj" and harm.part_of is None else None
        if beside is None and harm.part_of is None:  # "five guards, four of them soldiers and one a policeman"
            text = text_of(sentence.doc)
            behind = (p for p in parts.values() if _AND_ONE.fullmatch(text, p.people.end, harm.people.start))
            beside = next((p for p in behind if p.people.end <= harm.people.start), None)
        whole = harms[beside.part_of] if beside is not None and beside.part_of is not None else None
        fits = whole is not None and whole is not harm and count_of(harm) < count_of(whole)
        result.append(replace(harm, part_of=beside.part_of) if fits and beside is not None else harm)
    return tuple(result)


_AND_ONE = re.compile(r"\s*(?:,|and|,\s+and)\s+(?:one|another|two|three|the\s+other)\s+")


def count_of(harm: Harm) -> int:
    """How many a harm is said to be of, nought where none says."""
    return (harm.quantity.best or 0) if harm.quantity is not None else 0
