"""In care: people counted beside fixed words for wounds and care, wherever the tree hangs them: "fifteen nursing injuries", "12 were in
hospital", "18 in need of medical care", "doctors treated 103 casualties".

Rule `toll.in-care`. Invariant: whom another reader has counted by the same number is not counted again.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people import People
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.vocabulary import mapping

_GROUP = r"(?:\s+(?!of\b|days?\b|hours?\b|weeks?\b|months?\b|years?\b|more\s+than\b|per\b|hospitals?\b|ambulances?\b)[a-z’'-]+){0,3}?"
_OVER = re.compile(
    r"\b(?:so\s+far|this\s+(?:week|month|year)|since|each|every|per|(?:past|last)\s+(?:\w+\s+)?(?:week|month|year)s?)\b",
    re.IGNORECASE,
)
"""Words by which a place of care counts over a time, not over a deed."""


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands behind people counted in care, before them, and what they are called there."""
    told = mapping("outcomes")["in_care"]
    behind, before, patients = ("|".join(told[key]) for key in ("behind", "before", "patients"))
    return (
        re.compile(rf"{_GROUP}\s+(?:{behind})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{before})\s+(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+|over\s+)?$", re.IGNORECASE),
        re.compile(rf"\s+(?:{patients})\b", re.IGNORECASE),
    )


def _tells_of(harm: Harm, number: QuantitySpan) -> bool:
    """Whether a word of harm tells of those whom a number counts; who is only moved may be hurt besides."""
    return harm.outcome != "displaced" and harm.people.start < number.end and number.start < harm.people.end


def find_in_care(sentence: Span, quantities: Sequence[QuantitySpan], known: Sequence[Harm]) -> Iterator[Harm]:
    """The people counted by fixed words for wounds and care of whom no other word of harm tells."""
    text = text_of(sentence.doc)
    behind, before, patients = _words()
    for number in quantities:
        if not number.quantity.best or any(_tells_of(h, number) for h in known):
            continue
        match = behind.match(text, number.end, sentence.end_char)
        if match is None and before.search(text, sentence.start_char, number.start):
            match = patients.match(text, number.end, sentence.end_char)
        if match is None or _OVER.search(text, match.end(), min(sentence.end_char, match.end() + 40)):
            continue
        cue = next(t.i for t in sentence if t.idx + len(t) >= number.end)
        people = People(number.start, number.end, cue, number.quantity, "people", counted=True)
        yield Harm("injured", people, cue, number.start, match.end(), number.quantity)
