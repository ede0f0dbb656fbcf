"""Apposed: a bare number with what some of them are between it and its word of harm ("fourteen, four of them children, are missing").

Invariant: the word of harm is told of the number, never of people counted before it.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm, outcome_of
from thucydides.extracting.harm.heads import fatal
from thucydides.extracting.people import People
from thucydides.extracting.people.sides import category_of
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of

_SOME = r"(?:at\s+least\s+|including\s+)?[\w-]+\s+of\s+(?:them|whom)\s+[\w\s-]{3,40}"
_APPOSED = re.compile(
    r"(?P<who>(?:\s+(?!of\b|and\b)[a-z-]+){0,3})(?:,\s+the\s+[a-z]+\s+included,\s+(?P<all>died|perished|(?:were|had\s+been)\s+killed)\b"
    rf"|(?:,\s+{_SOME},|\s+(?:-{{1,2}}|–)\s+{_SOME}\s+(?:-{{1,2}}|–)|\s*—\s*{_SOME}\s*—|\s+\({_SOME}\))\s+(?:(?:are|were|remain|have\s+been|had\s+been)\s+"
    r"(?:still\s+|reported\s+|reportedly\s+)?(?P<word>\w+)\b|(?P<bare>killed|dead|injured|wounded|missing|died|perished|drowned)\b"
    r"(?=\s*(?:[.,;:)]|$|\s(?:as|when|while|in|on|at|near|by|during|after|and)\b))))"
)
_OPEN = r"(?:,|\s+[-–—]|\s*—)"
"""What sets names apart from those counted and from what befell them."""
_NAME = r"(?:[A-Z][\w.'’-]*\s+){1,4}[A-Z][\w'’-]+(?:\s*\(\d+\)|,\s+\d{1,2}(?=,))?"
_NAMED = re.compile(
    rf"(?:\s+[\w-]+){{1,4}}{_OPEN}\s+{_NAME}(?:,\s+{_NAME})*,?\s+and\s+{_NAME}(?:,\s+\d{{1,2}})?{_OPEN}\s+(?:(?:was|were|are|have\s+been|had\s+been|all|both)\s+)?(?P<word>\w+)\b"
)
"""Names between people counted and their word of harm: "the three soldiers, Pte James Low, Pte Ian Marsh and Cpl Tom Reid, died"."""

_ONE = r"(?:an?|his|her|their|the)\s+(?:[\w-]+\s+){1,3}?(?:of|aged)\s+\d{1,2}"
_AGED = re.compile(
    rf"\s+[\w-]+,\s+{_ONE}(?:,\s+{_ONE})*,?\s+and\s+{_ONE},\s+(?:(?:was|were|are|have\s+been|had\s+been|all|both)\s+)?(?P<word>\w+)\b"
)
"""Who they are, each with an age: "two people, a man of 40 and a girl of 16, were killed"."""


def find_apposed(sentence: Span, quantities: Sequence[QuantitySpan]) -> Iterator[Harm]:
    """The harm of bare numbers with a word of some of them between, or with their names (rule `toll.apposed`)."""
    outcomes = {**outcome_of("verbs"), **outcome_of("adjectives")}
    for span in quantities:
        text = text_of(sentence.doc)
        behind = (p.match(text, span.end, sentence.end_char) for p in (_NAMED, _AGED))
        match = _APPOSED.match(text, span.end) or next((m for m in behind if m is not None), None)
        if match is None or not span.quantity.best:
            continue
        told = next((g for g in ("word", "bare", "all") if match.groupdict().get(g)), "word")
        cue = next((t for t in sentence if t.idx <= match.end(told) - 1 < t.idx + len(t)), None)
        outcome = outcomes.get(cue.lower_) or outcomes.get(cue.lemma_.lower()) if cue is not None else None
        if cue is None or outcome is None:
            continue
        outcome = "killed" if outcome == "injured" and fatal(cue) else outcome
        who = match["who"].strip() if match.re is _APPOSED else ""
        if who and (outcome not in ("killed", "injured", "missing") or span.quantity.best == 1 or _OF.search(text, 0, span.start)):
            continue  # "seven members of one family, four of them children, were killed"
        end = span.end + len(match["who"]) if who else span.end
        noun = next((t for t in sentence if t.idx + len(t) == end), None) if who else None
        head = noun.i if noun is not None else next((t.i for t in sentence if t.idx <= span.start < t.idx + len(t)), cue.i)
        category = category_of(noun, [c.lower_ for c in noun.lefts]) if noun is not None else "unknown"
        people = People(span.start, end, head, span.quantity, who or "people", category, counted=True)
        yield Harm(outcome, people, cue.i, span.start, match.end(told), span.quantity)


_OF = re.compile(r"\b(?:of|including|among\s+(?:them|whom))\s+(?:at\s+least\s+)?$", re.IGNORECASE)


def without_misread(found: Sequence[Harm], apposed: Sequence[Harm]) -> list[Harm]:
    """The harms without those that the tree lays on other people by the same word of harm."""
    cues = {h.cue for h in apposed}
    inside = [(h.outcome, h.people.start, h.end) for h in apposed]

    def one_of_them(harm: Harm) -> bool:
        return bool(harm.people.name) and any(o == harm.outcome and start <= harm.people.start < end for o, start, end in inside)

    return [h for h in found if h.cue not in cues and not one_of_them(h)]
