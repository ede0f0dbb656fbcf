"""Rival days: days that somebody gives for a deed beside the one its report gives: "on 12 June, by some accounts on the 11th", "(the army
gives 15 June)", "residents say it was the 5th", "on 5 June or on 7 June".

Rule `claim.rival-day`. Invariants: a rival is one day, not far from the other; the day of a statement ("said on Monday") is none.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.nouns import DateRange, Document, Mention, Passage

REACH = 240
"""Characters behind the day of a deed within which another day is set against it."""
NEAR = 80
"""Characters before the day of a deed in which a day stands that it was set against: "(2 June? our contacts say the 5th)"."""
FAR = timedelta(days=45)
"""Days from which on two are not told of one deed."""
_WHO = r"(?P<who>[^\s.,;:()?\d][^.,;:()?\d]{1,60}?)"
_SAYS = r"(?:says?|said|states?|stated|insists?|insisted|maintains?|maintained|believes?|claims?|claimed|wrote|recalls?|recalled"
_SAYS += r"|told\s+\w+(?:\s+\w+){0,2}?)"
_IT = r"(?:it|this|they|he|she|the\s+\w+)\s+(?:had\s+)?(?:was|were|been|took\s+place|taken\s+place|happened|died|came|occurred|fell)"
_IT += r"(?:\s+(?:\w+ed|taken|shot|slain|hit|held))?\s+"
_ON = r"(?:(?:already|only|rather|perhaps|possibly)\s+)?"
_ON += r"(?:on\s+|to\s+|as\s+|in\s+fact\s+)?(?:the\s+(?:night|evening)\s+of\s+)?(?:the\s+)?$"
_TURN = r"(?:but|while|though|although|whereas|and)\s+"
_BEFORE = (
    re.compile(rf"[;,(.?—–]\s*(?:{_TURN})?{_WHO}\s+{_SAYS}\s+(?:that\s+)?{_IT}{_ON}", re.IGNORECASE),
    re.compile(
        rf"(?:[;(?]\s*(?:{_TURN})?|,\s*{_TURN}){_WHO}\s+"
        r"(?:says?|gives?|gave|puts?\s+it\s+(?:on|at)|dates?\s+it|dated\s+it|prefers?|speaks?\s+of|spoke\s+of|names?)\s+"
        r"(?:to\s+|the\s+)*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"[,;(—–]?\s*(?:or\s+)?(?:by|in|according\s+to)\s+(?P<who>(?:some|other|another|others|local|most|one|the|its|their|his|her|our)\s+"
        rf"(?:[\w’']+\s+){{0,2}}?(?:accounts?|reports?|versions?|sources?|witnesses|lists?|papers?|tellings?)),?\s+(?:{_IT})?{_ON}",
        re.IGNORECASE,
    ),
    re.compile(rf",\s*(?:{_TURN})?{_WHO}\s+that\s+{_IT}{_ON}", re.IGNORECASE),
    re.compile(rf"\(\s*(?P<who>[^():\d]{{2,40}}):\s*{_ON}"),
    re.compile(rf"\bdat(?:es|ed|ing)\s+(?:it|this|the\s+\w+)\s+{_ON}", re.IGNORECASE),
)
"""What stands between a day and a rival of it; the last names nobody: "and dated it to Saturday"."""
_OPENED = re.compile(rf"\(\s*(?:or\s+)?{_ON}")
_CLOSED = re.compile(r",?\s+(?:according\s+to|by|per|says?|say|said|in)\s+(?P<who>[^()]{2,50}?)\s*[);]")
_OR = re.compile(rf"(?:,\s+according\s+to\s+[^,.;()\d]{{2,50}})?\s*(?:,|\()?\s*or\s+{_ON}")
_BY_NUMBER = re.compile(
    r"\b(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)\b"
    r"(?!-|\s+(?:of|[A-Z]\w+|\w*(?:day|time|century|brigade|division|battalion|anniversary)))"
)


class RivalDay(Struct, frozen=True):
    """A day with where it stands, and the characters that name who gives it, None where nobody is named."""

    day: DateRange
    passage: Passage
    who: tuple[int, int] | None


def rival_days(document: Document, mention: Mention, around: Surroundings, taken: frozenset[Passage]) -> Iterator[RivalDay]:
    """The days set against the day of a mention, in order; `taken` are the days of its report's mentions, which are no rivals."""
    own, told = mention.date, mention.date_passage
    if own is None or told is None or own.earliest is None or own.earliest != own.latest:
        return
    stop = document.text.find("\n", told.end)
    end = min(told.end + REACH, stop if stop >= 0 else len(document.text))
    for passage, day in _days(document, around, own.earliest, max(0, told.start - NEAR), end):
        apart = day.earliest is not None and day.earliest == day.latest and timedelta() < abs(day.earliest - own.earliest) <= FAR
        if not apart or passage in taken or (passage.start < told.end and told.start < passage.end):
            continue
        before = passage.end <= told.start
        found = _set(document.text, passage.end, told) if before else _set(document.text, told.end, passage)
        if found is not None and "\n" not in document.text[passage.end : told.start]:
            yield RivalDay(day, passage, None if before or found == (0, 0) else found)


def _days(document: Document, around: Surroundings, own: date, start: int, end: int) -> Iterator[tuple[Passage, DateRange]]:
    """The days told between two characters, those by their number alone of the month of the deed ("the 5th")."""
    times = around.times_in(start, end)
    for time in times:
        day = around.reckoning.when(time)
        if day is not None and not time.window:
            yield Passage(document.id, time.start, time.end), day
    for match in _BY_NUMBER.finditer(document.text, start, end):
        if any(t.start < match.end() and match.start() < t.end for t in times):
            continue
        try:
            same_month = own.replace(day=int(match["day"]))
        except ValueError:
            continue
        made = DateRange(same_month.isoformat(), same_month, same_month, "day", "text", "date.day-of-month", match.group())
        yield Passage(document.id, match.start(), match.end()), made


def _set(text: str, start: int, rival: Passage) -> tuple[int, int] | None:
    """The characters of who sets a day against the one that ends at `start`, (0, 0) for nobody named; None where nobody sets it."""
    between = text[start : rival.start]
    closed = _CLOSED.match(text, rival.end) if _OPENED.search(between) else None
    if closed is not None:
        return closed.span("who")
    if _OR.fullmatch(between):
        return 0, 0
    for pattern in _BEFORE:
        match = pattern.search(between)
        if match is not None:
            return (start + match.start("who"), start + match.end("who")) if "who" in pattern.groupindex else (0, 0)
    return None
