"""Anchor clues: what the words of an undated document, and dated tellings of the same incidents, say of its own date."""

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from thucydides.grounding.known_dates import Alike, country_of
from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve
from thucydides.grounding.times.forms import Calendar, Day, DayOfMonth, Shift, Stated, Stretch, Weekday
from thucydides.nouns import DateRange, Extract, Mention

# Tellings that could be the same must agree on the day this far, or the clue is dropped.
_AGREE_DAYS = 10
_OPEN_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")


class Clue(Struct, frozen=True):
    """What a document's words say of its own date: an expression that must meet the days given, or any of the days known."""

    expression: TimeExpression | None
    first: date | None = None
    last: date | None = None


def clues_of(extract: Extract, dated: Alike, text: str = "") -> tuple[list[Clue], set[date]]:
    """The clues of a document's mentions, windows and days without a year, and the days of the incidents it shares with dated tellings."""
    clues, known = [], set()
    if is_chronicle(text):
        return [], set()
    for mention in extract.mentions:
        expression = lacking(mention.date)
        if mention.date is not None and expression is None:
            continue
        matched = _matched(mention, expression, dated)
        if matched is not None:
            first, last = matched
            clues.append(Clue(expression, first, last))
            known |= {first, last}
        elif expression is not None and _fresh(expression):
            clues.append(Clue(expression))
    countries = {c for m in extract.mentions if (c := country_of(m)) is not None}
    for expression in find_times(text):
        form = expression.form
        if isinstance(form, Day) and form.year is None and expression.relative_to == "document" and expression.lean != "future":
            meant = dated.of_day(form, extract.document, countries)
            clues += [Clue(expression, day, day) for day in meant if len(meant) == 1]
            known |= meant if len(meant) == 1 else set()
    for aggregate in extract.aggregates:
        expression = lacking(aggregate.window)
        if expression is not None and _fresh(expression):
            clues.append(Clue(expression))
    return clues, known


def is_chronicle(text: str) -> bool:
    """Whether a text tells of days without a year in so many months that it is no news of one of them."""
    days = (t.form for t in find_times(text) if isinstance(t.form, Day) and t.relative_to == "document" and t.lean != "future")
    return len({day.month for day in days if day.year is None and day.weekday is None}) >= _MONTHS


_MONTHS = 4
"""So many months that days without a year are of are those of a chronology."""


def weekdays_of(text: str, first: date, known: Collection[date]) -> list[Clue]:
    """The weekdays that a text names without a date where, in a report of the week from `first` on, they name a day that is known."""
    told = (t for t in find_times(text) if isinstance(t.form, Weekday) and t.relative_to == "document" and t.lean != "future")
    week = [first + timedelta(days=i) for i in range(7)]
    return [clue for clue in map(Clue, told) if any(fits(clue, day, known) for day in week)]


def last_listed(extract: Extract, clues: Sequence[Clue]) -> date | None:
    """The last day of deeds told by month and day in the order of their days, in the year that is known for one of them; None for others.

    "Feb. 27: ...", "March 30: ...", "Aug. 8: ...": where the second was in 2015, the report is no older than the third.
    """
    told = sorted((min(p.start for p in m.passages), day) for m in extract.mentions if m.passages and (day := _open_day(m)) is not None)
    days = [day for _, day in told]
    years = {c.first.year for c in clues if c.first and c.first == c.last and c.expression and isinstance(c.expression.form, Day)}
    if len(set(days)) < _LISTED or days != sorted(days) or len(years) != 1:
        return None
    try:
        return date(years.pop(), *days[-1])
    except ValueError:
        return None


_LISTED = 4
"""So many days in order are those of a list that runs through one year."""


def _open_day(mention: Mention) -> tuple[int, int] | None:
    """The month and day without a year of which a mention tells, None for any other time."""
    expression = lacking(mention.date)
    return (expression.form.month, expression.form.day) if expression is not None and isinstance(expression.form, Day) else None


def lacking(when: DateRange | None) -> TimeExpression | None:
    """The expression of a time that still lacks the document's date, None for any other."""
    if when is None or when.basis != "unknown" or not when.wording:
        return None
    found = find_times(when.wording)
    if (day := _OPEN_DAY.fullmatch(when.edtf)) is not None and all(isinstance(t.form, DayOfMonth) for t in found):
        form = Day(int(day[1]), int(day[2]))  # its month was told before: "On 4 May ... on the 21st"
        return TimeExpression(0, len(when.wording), when.wording, form, relative_to="document")
    if len(found) == 1 and isinstance(found[0].form, Stated):  # "days before, on 11 August": the day is the document's
        return replace(found[0], form=found[0].form.of, relative_to="document")
    return found[0] if len(found) == 1 and found[0].relative_to == "document" else None


def _fresh(expression: TimeExpression) -> bool:
    """Whether the words say that what is told is new: "this month", "in recent weeks"."""
    form = expression.form
    if isinstance(form, Calendar):
        return form.offset == 0 and form.unit in ("week", "month")
    return isinstance(form, Stretch) and form.sign < 0


def _matched(mention: Mention, expression: TimeExpression | None, dated: Alike) -> tuple[date, date] | None:
    """The days of the dated tellings that are like a mention, None where there are none or they part."""
    found = [(when.earliest, when.latest) for when in dated.like(mention, expression) if when.earliest and when.latest]
    if not found:
        return None
    if expression is not None and not any(_may_be(expression, *days) for days in found):
        return None
    day = min(found, key=lambda days: (days[1] - days[0], days))
    if any(first - timedelta(days=_AGREE_DAYS) > day[1] or last + timedelta(days=_AGREE_DAYS) < day[0] for first, last in found):
        return None
    return day


def _may_be(expression: TimeExpression, first: date, last: date) -> bool:
    """Whether words such as "Wednesday" or "the 21st" may mean a day of a stretch, or one beside it."""
    form = expression.form
    days = [first + timedelta(days=i) for i in range(-1, min((last - first).days, WEEK) + 2)]
    if isinstance(form, Weekday):
        return any(day.weekday() == form.weekday for day in days)
    return not isinstance(form, DayOfMonth) or any(day.day == form.day for day in days)


WEEK = 7


def near(clue: Clue) -> bool:
    """Whether the words of a clue are those of fresh news ("Sunday", "this month"), where a month and day may be long past."""
    return clue.expression is not None and isinstance(clue.expression.form, Weekday | Calendar | Stretch | Shift)


def fits(clue: Clue, day: date, known: Collection[date]) -> bool:
    """Whether a clue holds for a document of that day."""
    if clue.expression is None:
        return clue.first is not None and clue.first <= day
    anchor = DateRange(day.isoformat(), day, day)
    when = resolve(clue.expression, Anchor(anchor))
    if when is None or when.earliest is None or when.latest is None:
        return False
    if clue.first is None or clue.last is None:
        return any(when.earliest <= k <= when.latest for k in known)
    return when.earliest <= clue.last and clue.first <= when.latest
