"""Years: when a time without its year falls: its occurrence in any one year, and which year the text means.

Source of the past reading: news tells of what has been; a date without a year in a dated article is the latest one that is not
ahead of it, unless the words lean ahead (compare HeidelTime's treatment of underspecified dates in news).
"""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from thucydides.grounding.times import calendars
from thucydides.grounding.times.forms import Around, Day, Foreign, Form, Holiday, Month, Part, Season, Span
from thucydides.grounding.times.parts import part_of, widened
from thucydides.grounding.times.spans import Span as Days
from thucydides.grounding.times.spans import coarser, month_end, plural, plus, season_span
from thucydides.nouns.daterange import DatePrecision

# A document dated in one time zone may tell of a day that has already begun in another.
AHEAD_DAYS = 1
# Of a day so near its document the weekday is rather wrong than the year.
NEWS_DAYS = 14
# 29 February and lunar dates need more than one year's search.
_YEARS_BACK = 9


def in_year(form: Form, year: int) -> list[Days]:
    """The occurrences of an open form in a year, by the day they begin; none where the year has no such day."""
    match form:
        case Day():
            try:
                day = date(year, form.month, form.day)
            except ValueError:
                return []
            return [Days(day, day, "day", "date.day-without-year")]
        case Month():
            return [Days(date(year, form.month, 1), month_end(year, form.month), "month", "date.month-without-year")]
        case Season():
            first, last = season_span(form.season, year)
            return [Days(first, last, "season", "date.season-without-year")]
        case Holiday():
            return [Days(a, b, "day" if a == b else "days", "date.holiday") for a, b in calendars.holiday(form.name, year)]
        case Foreign():
            grain: DatePrecision = "month" if form.day is None else "days" if form.calendar == "hijri" else "day"
            return [Days(a, b, grain, f"date.{form.calendar}") for a, b in calendars.in_year(form.calendar, form.month, form.day, year)]
        case Part():
            return [part_of(form, days) for days in in_year(form.of, year)]
        case Around():
            return [widened(days) for days in in_year(form.of, year)]
        case Span():
            return [whole for last in in_year(form.last, year) for whole in _with_first(form, last, year)]
    return []


def _with_first(form: Span, last: Days, year: int) -> list[Days]:
    """A span's occurrence whose end is known: its beginning is the nearest one before."""
    firsts = [d for y in (year - 1, year) for d in in_year(form.first, y) if d.earliest and last.latest and d.earliest <= last.latest]
    return [joined(firsts[-1], last)] if firsts else []


def joined(first: Days, last: Days) -> Days:
    """From the beginning of one time to the end of another."""
    grain = coarser(plural(first.precision), plural(last.precision))
    days = first.precision == last.precision == "day"
    rule = "date.days" if days else "date.span"
    return Days(first.earliest, last.latest, grain, rule, last.basis, first.approximate or last.approximate)


def _around(form: Form, day: date) -> Iterator[Days]:
    """Occurrences from next year's down to some years back."""
    for year in range(min(day.year + 1, 9998), max(day.year - _YEARS_BACK, 1), -1):
        yield from reversed(in_year(form, year))


def choose(form: Form, day: date, ahead: bool) -> Days | None:
    """The occurrence of an open form that a document of `day` means: the latest not ahead of it, or the next one where words lean ahead.

    A weekday that the past reading contradicts and the next occurrence bears out turns it ("Friday, March 7" in February), and so does one
    that the year before bears out, where the day is no news in which a weekday may be off by one ("Friday, 18 March" a month later).
    """
    if isinstance(form, Month | Season) and form.which != "plain":
        return _by_word(form, day)
    slack = AHEAD_DAYS if isinstance(form, Day | Span) else 0
    coming: Days | None = None
    for days in _around(form, day):
        first, last = days.earliest, days.latest
        if first is None or last is None:
            continue
        if last >= day and (ahead or first > plus(day, slack) or _ends_ahead(form, days, day)):
            coming = days
        elif first <= plus(day, slack):
            if ahead and coming is not None:
                return coming
            if coming is not None and _says(form, coming) and not _says(form, days):
                return coming
            return _year_before(form, days, day) or days
    return coming


def _ends_ahead(form: Form, days: Days, day: date) -> bool:
    """Whether the time with which a span ends begins behind a day: in March "between January and July" is of the year before."""
    if not isinstance(form, Span) or days.latest is None or not isinstance(form.last, Month | Season):
        return False
    ends = in_year(form.last, days.latest.year)
    return any(e.latest == days.latest and e.earliest is not None and e.earliest > plus(day, AHEAD_DAYS) for e in ends)


def _year_before(form: Form, days: Days, day: date) -> Days | None:
    """The occurrence a year before, where a stated weekday fits that and not this one, and this one is no news."""
    if not isinstance(form, Day) or form.weekday is None or _says(form, days):
        return None
    if days.earliest is None or day <= plus(days.earliest, NEWS_DAYS):
        return None
    return next((old for old in in_year(form, days.earliest.year - 1) if _says(form, old)), None)


def _by_word(form: Month | Season, day: date) -> Days | None:
    """ "Last March" is over before the day; where it was in the day's own year, the March before stays as another reading."""
    found = [days for days in _around(form, day) if days.earliest and days.latest]
    if form.which == "next":
        return next((days for days in reversed(found) if days.earliest and days.earliest > day), None)
    over = [days for days in found if days.latest and days.latest < day]
    if len(over) < 2 or over[0].earliest is None:
        return over[0] if over else None
    return replace(over[0], others=(replace(over[1], basis="document"),)) if over[0].earliest.year == day.year else over[0]


def _says(form: Form, days: Days) -> bool:
    """Whether a day's stated weekday fits an occurrence; False where none is stated."""
    return isinstance(form, Day) and form.weekday is not None and days.earliest is not None and days.earliest.weekday() == form.weekday
