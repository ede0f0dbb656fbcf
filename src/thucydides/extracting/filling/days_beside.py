"""Days beside: the day of an incident that its report gives in a sentence which tells of no deed itself ("It happened around 9 on Sunday
night.", "Guards at the gate heard the first shots on Friday evening.").

Invariants: a day is only found, never made; one that a statement, an arrest or another aftermath hangs on is none; a day found lies
within what the deed's own sentences say of when it was.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.saying import behind_saying, near_saying
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import DateRange, Passage
from thucydides.sentences import ends
from thucydides.vocabulary import mapping

AFTER = 600
"""Characters behind the last sentence on an incident in which its day is still looked for."""
NEWS = timedelta(days=1500)
"""How long before its report a deed may lie that is told without a day in its own sentences: reports of trials look back for years."""
ENOUGH = 2
_HAPPENED, _ALARM, _HOUR, _PART_OF_DAY = 3, 2, 2, 1
_CLAUSE = re.compile(r"[;:—](?!\d)|,\s+(?:and|but|which|where)\b|\b(?:who|when|while|where|that(?= (?:occurred|happened|took place)))\b")
_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b(?! ?%)", re.IGNORECASE)
_ENDED = re.compile(r"[.!?][”\"’']?\s*$")
_BODIES = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains|graves?)\b", re.IGNORECASE)


class Beside(Struct, frozen=True):
    """A day that a sentence without a deed gives: the range, its characters, what speaks for it, and by which rule."""

    day: DateRange
    passage: Passage
    weight: int


@cache
def cue(name: str) -> re.Pattern[str]:
    """The words of a list of `status.yaml`, at the beginning of a word."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, mapping("status")[name])) + ")", re.IGNORECASE)


def day_beside(around: Surroundings, passages: Sequence[tuple[int, int]], within: DateRange | None) -> Beside | None:
    """The day for an incident told in `passages`, of which its own sentences say no more than `within`; None where none is told.

    What says that "it happened" then counts most, then an hour of the day, and who came or was called; of equals the first counts.
    """
    found = [b for b in _days(around, passages) if _fits(b.day, within, around)]
    best = max(found, key=lambda b: (b.weight, -b.passage.start), default=None)
    return best if best is not None and best.weight >= ENOUGH else None


def _fits(day: DateRange, within: DateRange | None, around: Surroundings) -> bool:
    if day.earliest is None or day.latest is None:
        return within is None and day.edtf.startswith("XXXX-")
    told = around.reckoning.published
    if told is not None and told.latest is not None and day.earliest > told.latest:
        return False
    if within is not None and within.earliest is not None and within.latest is not None:
        return within.earliest <= day.earliest and day.latest <= within.latest
    return told is None or told.earliest is None or told.earliest - day.latest <= NEWS


def _days(around: Surroundings, passages: Sequence[tuple[int, int]]) -> Iterator[Beside]:
    text = around.document.text
    until = max(end for _, end in passages) + AFTER
    for start, end in sentences(text, until):
        own = any(a < end and start < b for a, b in passages)
        for time in around.times_in(start, end):
            weight = _weight(text, start, end, time)
            if own and weight < _HAPPENED:
                continue  # what its own sentences say of another day they say of something else
            day = around.reckoning.when(time) if weight else None
            if day is not None and days_wide(day) == 0 and day.precision == "day":
                rule = "date.beside"
                yield Beside(replace(day, rule=rule), Passage(around.document.id, time.start, time.end), weight)


def sentences(text: str, until: int) -> Iterator[tuple[int, int]]:
    """The sentences of a text up to a character, by their marks alone: most paragraphs without a deed are never parsed."""
    start = 0
    for end, behind in ends(text, 0, min(until, len(text))):
        yield start, end
        start = behind
    yield start, min(until, len(text))


def clause_of(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The clause of the sentence `[start, end)` in which `[first, last)` stands."""
    cuts = [*_CLAUSE.finditer(text, start, end)]
    opens = max((m.start() for m in cuts if m.end() <= first), default=start)
    return opens, min((m.start() for m in cuts if m.start() >= last), default=end)


def _weight(text: str, start: int, end: int, time: TimeExpression) -> int:
    """What speaks for a time of a sentence to be the day of the deed; 0 where it is another's."""
    if time.window or time.lean == "future" or time.relative_to == "incident" or not _ENDED.search(text, start, end):
        return 0
    if _spoken(text, start, end, time):
        return 0
    if (began := _BEGAN.search(text, start, time.start)) is not None:
        return _HAPPENED * (_since_deed().match(began[0]) is not None)
    first, last = clause_of(text, start, end, time.start, time.end)
    clause = text[first:last]
    named = _named_by().match(text, time.end) is not None
    happened = named or cue("happened").search(clause) is not None or came().search(clause) is not None
    if not happened and (cue("later").search(clause) or _BODIES.search(clause)):
        return 0
    alarm = cue("alarm").search(clause) is not None
    hour = bool(time.clock) or _CLOCK.search(clause) is not None
    return _HAPPENED * happened + _ALARM * alarm + _HOUR * hour + _PART_OF_DAY * bool(time.daypart)


_BEGAN = re.compile(r"\bsince\b[^.,;]*$", re.IGNORECASE)
"""What makes a day that on which something longer began: "evacuated since the effort began on 14 August"."""


@cache
def _since_deed() -> re.Pattern[str]:
    """A deed since which something lasts, known to the reader, up to its day: "in a coma since the ambush on the convoy early on"."""
    deeds = "|".join(map(re.escape, mapping("status")["deeds"]))
    return re.compile(rf"since (?:the|that|this) (?:\w+ )?(?:{deeds})\b(?! (?:began|started|broke))", re.IGNORECASE)


@cache
def came() -> re.Pattern[str]:
    """A deed told of before that is said to have come at some time: "the strike came just before"."""
    deeds = "|".join(map(re.escape, mapping("status")["deeds"]))
    return re.compile(
        rf"\b(?:the|this|that) (?:\w+ )?(?:{deeds})s? (?:came|was|were|struck|hit) "
        r"(?:on|at|around|about|early|late|just|shortly|soon|some ?time|minutes|moments)\b",
        re.IGNORECASE,
    )


@cache
def _named_by() -> re.Pattern[str]:
    """A deed known by its day, behind that: "Monday's raid was the worst"."""
    deeds = "|".join(map(re.escape, mapping("status")["deeds"]))
    return re.compile(rf"['’]s? (?:[\w-]+ ){{0,2}}?(?:{deeds})\b", re.IGNORECASE)


def _spoken(text: str, start: int, end: int, time: TimeExpression) -> bool:
    """Whether a time is that of a statement: right behind a word of saying, or right before one."""
    return behind_saying(text, start, time.start) or near_saying(text, time.end, end)
