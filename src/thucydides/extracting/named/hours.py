"""Hours: the part of the day at which a mention's deed was done, as its own sentences tell it."""

import re

from thucydides.nouns import Document, Mention, Passage
from thucydides.vocabulary import mapping

_PART = re.compile(
    r"\b(?:(?:early|late|mid)[- ])?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[’']?s? )?(?:(?:early|late|mid)[- ])?"
    r"(morning|dawn|daybreak|sunrise|mid-morning|afternoon|midday|noon|evening|dusk|sunset|nightfall|night|overnight|midnight|tonight)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\b\.?", re.IGNORECASE)


def hour(document: Document, mention: Mention, main: bool) -> tuple[str, Passage] | None:
    """(morning, afternoon, evening or night, where it says so): as first told in the mention's passages, a clock time for want of one.

    For the `main` mention the rest of the document is read after them.
    """
    spans = [(p.start, p.end) for p in mention.passages]
    if main:
        spans += [(b.start, b.end) for b in document.blocks if b.kind in ("paragraph", "summary")]
    for start, end in spans:
        found = _PART.search(document.text, start, end)
        if found:
            return _part_of(found[1].lower()), Passage(document.id, found.start(), found.end())
    for start, end in spans:
        clock = _CLOCK.search(document.text, start, end)
        if clock and int(clock[1]) <= 12:
            at = int(clock[1]) % 12 + (12 if clock[3].lower() == "p" else 0)
            return _by_clock(at), Passage(document.id, clock.start(), clock.end())
    return None


def _part_of(word: str) -> str:
    return next(str(part) for part, words in mapping("persons")["parts_of_day"].items() if word in words)


def _by_clock(at: int) -> str:
    """Morning from 5, afternoon from 12, evening from 18, night from 21 (the parts of the day of English usage)."""
    return "night" if at >= 21 or at < 5 else "morning" if at < 12 else "afternoon" if at < 18 else "evening"
