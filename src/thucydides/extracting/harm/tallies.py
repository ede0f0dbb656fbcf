"""Tallies: counts written without a verb, as lists and headlines have them: "70 killed, 19 injured (WHO)", "one nurse killed"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm, harm_of, outcome_of
from thucydides.extracting.people import People
from thucydides.extracting.quantities import QuantitySpan

_OPENS = re.compile(r"(?:^|[;,:(\[—–-]|\band)\s*$")
_CLOSES = re.compile(
    r"\s*(?:$|[;,.:)\](\[—–-]|and\s+(?:at\s+least\s+|about\s+)?[\w-]+\s+(?:\w+\s+){0,3}(?:injured|wounded|hurt|missing|killed)\b)"
)
_GROUP = re.compile(r"\s*(?:(?:[^\W\d]|-)+\s+){0,4}$")
_NOT_GROUP = frozenset(
    ["was", "were", "is", "are", "been", "be", "had", "has", "have", "in", "of", "on", "at", "by", "who", "that", "and"]
)
_BESIDES = {
    "displaced": "displaced",
    "abducted": "captured",
    "kidnapped": "captured",
    "arrested": "captured",
    "detained": "captured",
}


def from_tallies(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """Counts with a word of harm behind them in a clause of their own (rule `toll.tally`)."""
    words = {**_BESIDES, **outcome_of("heads"), **{w: o for w, o in outcome_of("adjectives").items() if w != "unconscious"}}
    text, first = sentence.doc.text, sentence.start_char
    for token in sentence:
        outcome = words.get(token.lower_)
        if outcome is None or not _CLOSES.match(text, token.idx + len(token), sentence.end_char):
            continue
        near = [q for q in quantities if q.end <= token.idx <= q.end + 60 and q.quantity.rule != "toll.none"]
        if not near:
            continue
        number = max(near, key=lambda q: q.end)
        between = text[number.end : token.idx]
        if (
            not _GROUP.match(between)
            or _NOT_GROUP & set(between.lower().split())
            or not _OPENS.search(text[first : number.start])
        ):
            continue
        group = between.strip()
        head = token.nbor(-1) if group else None
        read = harm_of(sentence, outcome, head, token, quantities) if head is not None else None
        if read is not None and read.quantity is not None and read.people.counted:
            yield read
            continue
        person = People(number.start, token.idx + len(token), token.i, number.quantity, group or token.text, counted=True)
        yield Harm(outcome, person, token.i, number.start, token.idx + len(token), number.quantity)
