"""Said days: the day on which a statement was made: "the ministry said on Monday that ...", "On Monday the ministry said ...".

Rule `claim.said-on`. Invariants: the day stands beside the words that attribute and in nothing that is said; it is one day, and not
before the deed's own.
"""

import re

from thucydides.extracting.attributing.spoken import Said
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import DateRange, Document

NEAR = 70
"""Characters between the words that attribute and the day of the statement: "told journalists in the governor's office on Monday"."""
_BEHIND = re.compile(r"(?:(?!\bthat\b)[^.,;:()\n])*", re.IGNORECASE)
_BEFORE = re.compile(r" *,? *| +in +(?:the +|an? +)?\w+(?: \w+)?,? +", re.IGNORECASE)
_AT_ONCE = re.compile(r" +(?:responsibility +)?(?:late +|early +)?(?:on +)?", re.IGNORECASE)
_SPOKEN_OF = re.compile(
    r"\b(?:on|of|about|over|regarding|concerning)\s+(?:the|its|a)\s+(?!(?:eve|sidelines|phone|radio|record|scene|spot)\b)\w[^,]*$",
    re.IGNORECASE,
)
"""What puts a day on what is spoken of: "the army corrected its statement on the clash of 9 June, saying"."""
_OWNED = ("claims", "admits", "denies", "accuses")
"""What parts the day from the speaker behind it: "On Monday, the army", "On Monday in Gao, the mayor"."""


def said_on(document: Document, around: Surroundings, said: Said | None, deed: DateRange | None) -> DateRange | None:
    """The day on which an attribution's speaker spoke; None where its words give none. `deed` is the day of what is spoken of."""
    if said is None:
        return None
    times = around.times_in(max(0, said.sentence[0] - NEAR), said.sentence[1] + NEAR)
    for time in times:
        if time.window or time.relative_to == "incident" or time.lean == "future" or not _beside(document.text, said, time):
            continue
        day = around.reckoning.when(time)
        if day is not None and day.precision == "day" and not _before_deed(day, deed):
            return day
    return None


def _beside(text: str, said: Said, time: TimeExpression) -> bool:
    """Whether a time stands right before the speaker, between speaker and saying, or behind both, in no words that are said."""
    first, last = _attributing(said)
    owns = said.attribution.stance in _OWNED and _AT_ONCE.fullmatch(text, last, time.start) is not None
    if not owns and any(start <= time.start < end for start, end in said.content):
        return False
    if first <= time.start and time.end <= last:
        return _SPOKEN_OF.search(text, first, time.start) is None
    if time.start >= last:
        return time.start - last <= NEAR and _BEHIND.fullmatch(text, last, time.start) is not None
    return time.end <= first and first - time.end <= NEAR and _BEFORE.fullmatch(text, time.end, first) is not None


def _attributing(said: Said) -> tuple[int, int]:
    """The characters from the speaker to the words that attribute, whichever stand first."""
    spans = [said.cue, *([said.source] if said.source is not None else [])]
    return min(s for s, _ in spans), max(e for _, e in spans)


def _before_deed(day: DateRange, deed: DateRange | None) -> bool:
    return deed is not None and deed.earliest is not None and day.latest is not None and day.latest < deed.earliest


_LEADING = re.compile(r"[\s,(]+(?:(?:on|late|early|in|at)\s+)*$", re.IGNORECASE)


def without_day(text: str, around: Surroundings, span: tuple[int, int]) -> tuple[int, int]:
    """A speaker without the day of the statement that stands behind: "the mayor, on Thursday"."""
    start, end = span
    last = next((t for t in reversed(around.times_in(start, end)) if not text[t.end : end].strip(" ,.")), None)
    lead = _LEADING.search(text, start, last.start) if last is not None and last.start > start else None
    return (start, lead.start()) if lead is not None and lead.start() > start else span
