"""Counted entries: entries of a list that say no more of a deed than its day, its place and how many died ("17 February – Ankara: 28").

Invariants: only in a list of the dead: its title, heading or column line says so, or its other entries count them in words; an entry that
says what befell those counted is read as any sentence.
"""

import re
from collections.abc import Iterator, Sequence

from thucydides.extracting.forms.boxed import finest
from thucydides.extracting.harm import Harm
from thucydides.extracting.harm.corrected import corrected
from thucydides.extracting.people import People
from thucydides.extracting.people.sides import categories
from thucydides.extracting.quantities import QuantitySpan, find_quantities
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import Block, Document

FEWEST = 3
"""So many entries of the shape make a list."""
TELLING = 2
"""So many of them must count their dead in words where nothing above the list speaks of killing."""
_FIRST_ROW = -20_000
"""The paragraph number of the first entry, below those of tables' rows."""
_MARKS = re.compile(r"[\W_]{0,6}")
_ENTRY = re.compile(
    r"['’*\s]*(?P<day>[–—:-]\s+)(?P<where>[^\n.;:–—]{2,60}?)\s*['’*]*(?:[:–—]|\s-)\s+"
    r"(?P<count>(?:(?:c|ca)\.\s?|(?:about|around|at least|over|some)\s)?~?\d)"
)
"""What stands behind the day of an entry: a sign, a place, a sign, and a number."""
_NUMBER = re.compile(r"\D{0,10}\d[\d,–-]*(?<!,)\+?(?P<who>(?:\s[\w-]+){0,3}?)\s*(?:[,;.()\[+–—]|$)", re.IGNORECASE | re.MULTILINE)
"""A number and those counted, up to the next sign."""
_RISING = frozenset({"then", "later", "at", "on", "in", "or", "to"})
_SAID = re.compile(r"\b(?:killed|dead|deaths?|die[ds]?|fatalities)\b", re.IGNORECASE)
_HURT = re.compile(r"(?P<count>\d[\d,–-]*\+?)\s+(?:\w+\s+)?(?:injured|wounded|hurt)\b", re.IGNORECASE)
_DEADLY = re.compile(
    r"\b(?:massacres?|killings?|killed|murders?|fatalit\w+|deaths?|dead|victims|attacks?|bombings?|ambush(?:es)?|raids?|shootings?)\b",
    re.IGNORECASE,
)
_ABOVE = 300
_NEAR = 12
"""Characters from where a count may begin to its number."""


def counted_entries(document: Document, around: Surroundings) -> Iterator[Telling]:
    """What each entry tells that gives a day, a place and a bare number (rule `extract.entry-count`)."""
    blocks = (b for b in document.blocks if b.kind in ("paragraph", "bullet"))
    shaped = [(b, found) for b in blocks if (found := _shape(document.text, b, around)) is not None]
    if len(shaped) < FEWEST or not _of_the_dead(document.text, document.title or "", shaped):
        return
    for number, (block, (time, match)) in enumerate(shaped):
        end = _line_end(document.text, block)
        counted = _bare(document.text, match, end)
        places = finest(around.places_in(match.start("where"), match.end("where")))
        spot = frozenset({match["where"].split(",")[0].strip().lower()}) if not places else frozenset[str]()
        if counted is not None:
            harms = (_harm("killed", counted), *_hurt(document.text, counted.end, end))
            yield Telling(
                block.start, end, _FIRST_ROW - number, 0, "table", (), harms, "happened", time, (), tuple(places),
                cue=(counted.start, counted.end), spots=spot,
            )  # fmt: skip


def _shape(text: str, block: Block, around: Surroundings) -> tuple[TimeExpression, re.Match[str]] | None:
    """The day of an entry, and its place and count."""
    time = next(iter(around.times_in(block.start, _line_end(text, block))), None)
    if time is None or time.window or not _MARKS.fullmatch(text, block.start, time.start):
        return None
    match = _ENTRY.match(text, time.end, block.end)
    return (time, match) if match is not None else None


def _line_end(text: str, block: Block) -> int:
    line = text.find("\n", block.start, block.end)
    return block.end if line < 0 else line


def _of_the_dead(text: str, title: str, shaped: Sequence[tuple[Block, tuple[TimeExpression, re.Match[str]]]]) -> bool:
    """Whether a list is one of the dead: by its title or what stands above it, or as its other entries count them in words."""
    first = shaped[0][0].start
    told = sum(_SAID.search(text, match.end(), _line_end(text, block)) is not None for block, (_, match) in shaped)
    return told >= TELLING or _DEADLY.search(title) is not None or _DEADLY.search(text, max(0, first - _ABOVE), first) is not None


def _bare(text: str, match: re.Match[str], end: int) -> QuantitySpan | None:
    """The number of an entry, where it counts people and no word says what befell them."""
    start = match.start("count")
    behind = _NUMBER.match(text, start, end)
    told = re.split(r"\.(?:\s|$)", text[start:end], maxsplit=1)[0]
    if behind is None or _SAID.search(told):
        return None
    words = behind["who"].split()
    if words and words[0].lower() not in _RISING and not _people(words[-1]):
        return None
    clause = told.split(";")[0]
    counted = next((s for s in corrected(clause, find_quantities(clause)) if s.quantity.best is not None), None)
    if counted is None or counted.start > _NEAR:
        return None
    return QuantitySpan(start + counted.start, start + counted.end, counted.quantity)


def _hurt(text: str, start: int, end: int) -> Iterator[Harm]:
    """The injured that an entry counts behind its dead."""
    match = _HURT.search(text, start, end)
    spans = find_quantities(match["count"]) if match is not None else ()
    if match is not None and spans:
        at = match.start("count")
        yield _harm("injured", QuantitySpan(at + spans[0].start, at + spans[0].end, spans[0].quantity))


def _harm(outcome: str, counted: QuantitySpan) -> Harm:
    people = People(counted.start, counted.end, 0, counted.quantity, "", counted=True)
    return Harm(outcome, people, 0, counted.start, counted.end, counted.quantity)


def _people(word: str) -> bool:
    lower = word.lower()
    return lower in categories() or lower.removesuffix("s") in categories()
