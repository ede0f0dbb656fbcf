"""Forms: what the words of a time say, before anything is held against a calendar.

A form is free of any anchor: "late November" is `Part(Month(11), "late")` whatever the year. Fields left None are what the words
leave open. Every form turns into a range of days by `thucydides.grounding.times.resolving`; no form is finer than its words.
"""

from typing import Literal

from msgspec import Struct

Unit = Literal["hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century", "weekend", "night"]
Base = Literal["document", "incident"]
Side = Literal["since", "until", "by", "before", "after"]


class Form(Struct, frozen=True, tag=True, gc=False):
    """Any of the forms below."""


class Day(Form, frozen=True, tag=True):
    """A day of a month: "24 December 2025", "December 24", "Wednesday, 26 November"; weekdays count from Monday 0."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None


class DayOfMonth(Form, frozen=True, tag=True):
    """A day with no month: "on the 24th", "Sunday the 7th"."""

    day: int
    weekday: int | None = None


class Month(Form, frozen=True, tag=True):
    """A month: "November", "November 2024"; `which` is last or next for "last November"."""

    month: int
    year: int | None = None
    which: Literal["plain", "last", "next"] = "plain"


class Season(Form, frozen=True, tag=True):
    """A season of the northern year: "summer 2014"; `across` marks a winter named by two years ("winter 2014-15")."""

    season: str
    year: int | None = None
    across: bool = False
    which: Literal["plain", "last", "next"] = "plain"


class Holiday(Form, frozen=True, tag=True):
    """A day or days known by name: "Christmas Eve", "Eid al-Fitr 2023"."""

    name: str
    year: int | None = None


class Foreign(Form, frozen=True, tag=True):
    """A month or day of another calendar: "12 Ramadan 1446", "3 Dey 1404"; `gregorian` holds where the year is of our era."""

    calendar: Literal["hijri", "persian"]
    month: int
    day: int | None = None
    year: int | None = None
    gregorian: bool = False


class Years(Form, frozen=True, tag=True):
    """One year or a named run of them: "2023" (1), "the 1990s" (10), "the 20th century" (100)."""

    first: int
    count: int = 1


class Weekday(Form, frozen=True, tag=True):
    """A day of the week: "on Wednesday" (plain), "last Friday", "next Monday", "this Thursday"."""

    weekday: int
    which: Literal["plain", "last", "this", "next"] = "plain"


class Calendar(Form, frozen=True, tag=True):
    """A whole unit counted from the one that holds the base: "this month" (0), "last year" (-1), "the next day" of an incident."""

    unit: Unit
    offset: int = 0
    base: Base = "document"


class Shift(Form, frozen=True, tag=True):
    """So many units before (-1) or after (+1) the base: "two weeks ago", "three days later"; `fewest` to `most` units.

    `open` says that the words bound the count on one side only: "more than a year ago" (`more`), "less than a week ago" (`less`).
    """

    unit: Unit
    fewest: float
    most: float
    sign: int
    base: Base = "document"
    open: Literal["", "more", "less"] = ""
    vague: bool = False


class Stretch(Form, frozen=True, tag=True):
    """The units up to (-1) or from (+1) the base: "the past week", "over the past two to three years", "the next two days"."""

    unit: Unit
    most: float
    sign: int
    base: Base = "document"
    vague: bool = False


class Part(Form, frozen=True, tag=True):
    """A part of a longer time: "late November", "the first week of May", "the second half of 2023".

    `part` is early, mid or late; or first/last with `unit` and `count` ("the last two weeks of May" is last, week, 2), where
    `position` counts from 1 ("the second week of May": position 2) and from -1 backwards.
    """

    of: Form
    part: Literal["early", "mid", "late", "unit"]
    unit: str = ""
    position: int = 0
    count: int = 1


class Span(Form, frozen=True, tag=True):
    """From one time to another, both included: "April 10-11", "between March and May", "late November and early December"."""

    first: Form
    last: Form


class Bound(Form, frozen=True, tag=True):
    """Open on one side: "since November", "until Friday", "before 2014", "after Christmas"."""

    of: Form
    side: Side


class ToDate(Form, frozen=True, tag=True):
    """From the beginning of a unit to the base: "so far this year", "earlier this week"; `sign` +1 is "later this week"; with `before` the
    base's own day is left out, as "earlier" says."""

    of: Form
    sign: int = -1
    before: bool = False


class Within(Form, frozen=True, tag=True):
    """A time inside another: "November of last year", "Wednesday of last week"."""

    of: Form
    container: Form


class Stated(Form, frozen=True, tag=True):
    """A time said twice, where the second is the fuller: "only one year earlier, in November 2024"."""

    of: Form
    hint: Form


class Either(Form, frozen=True, tag=True):
    """Two readings of the same characters: "02.12.2026"; the first is the one with the day before the month."""

    first: Form
    second: Form


class Overnight(Form, frozen=True, tag=True):
    """A night by the day it ends in or begins on: "overnight" (before the document's day), "overnight into Wednesday" (before),
    "Tuesday overnight" (after), "overnight Tuesday" (either)."""

    of: Form | None = None
    side: Literal["before", "after", "either"] = "before"


class Around(Form, frozen=True, tag=True):
    """About a time: "around 24 December"."""

    of: Form


class Week(Form, frozen=True, tag=True):
    """The week (or weekend) that holds a day, begins with it or ends with it: "the week of 5 May", "the week ending 11 May"."""

    of: Form
    side: Literal["of", "beginning", "ending", "before", "after"] = "of"
    unit: Literal["week", "weekend"] = "week"


class Counted(Form, frozen=True, tag=True):
    """Units counted from a time that the words name: "a day after Christmas", "two weeks before 24 December"."""

    of: Form
    shift: Shift | Calendar
