"""Meaning: the days that a form means under what is given; each kind of form has its reading, found by its type.

The kinds of forms that carry their own date are read here; `based` reads those counted from a base, `combined` those made of others.
"""

from datetime import date
from functools import singledispatch
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from thucydides.grounding.times import calendars
from thucydides.grounding.times.forms import Around, Day, Foreign, Form, Holiday, Month, Part, Season, Years
from thucydides.grounding.times.needs import is_open
from thucydides.grounding.times.parts import part_of, widened
from thucydides.grounding.times.spans import Span as Days
from thucydides.grounding.times.spans import month_end, season_span
from thucydides.grounding.times.years import choose


class Given(Struct, frozen=True, gc=False):
    """What a form is read against: the document's day, the days of the incident last told, and whether the words lean ahead."""

    day: date | None
    incident: tuple[date, date] | None = None
    ahead: bool = False


@singledispatch
def _read(form: Form, given: Given) -> Days | None:
    """The days of a form by its kind; None where what it needs is not given, or no calendar has it."""
    raise TypeError(f"no reading for a time of the form {type(form).__name__}")


register = _read.register


def meant(form: Form, given: Given) -> Days | None:
    """The days that a form means; a form without its year means the occurrence that the document's day picks."""
    if is_open(form):
        chosen = choose(form, given.day, given.ahead) if given.day else None
        return replace(chosen, basis="document") if chosen else None
    return _read(form, given)


@register
def _day(form: Day, given: Given) -> Days | None:
    """A whole date."""
    day = date(form.year or 1, form.month, form.day)
    return Days(day, day, "day", "date.day")


@register
def _month(form: Month, given: Given) -> Days | None:
    """A month of a year."""
    year = form.year or 1
    return Days(date(year, form.month, 1), month_end(year, form.month), "month", "date.month")


@register
def _years(form: Years, given: Given) -> Days | None:
    """A year, a decade, a century."""
    last = date(min(form.first + form.count - 1, 9999), 12, 31)
    rule = {1: "date.year", 10: "date.decade"}.get(form.count, "date.century")
    return Days(date(form.first, 1, 1), last, "year" if form.count == 1 else "years", rule)


@register
def _holiday(form: Holiday, given: Given) -> Days | None:
    """A holiday of a year."""
    found = calendars.holiday(form.name, form.year or 1)
    return Days(*found[-1], "day" if found[-1][0] == found[-1][1] else "days", "date.holiday") if found else None


@register
def _season(form: Season, given: Given) -> Days:
    """A season of a stated year; a winter of one year is the one that ends in it or the one that begins in it."""
    year = form.year or 1
    first, last = season_span(form.season, year)
    if form.season == "winter" and not form.across:
        first = season_span("winter", year - 1)[0]
        return Days(first, last, "months", "date.winter")
    return Days(first, last, "season", "date.season")


@register
def _foreign(form: Foreign, given: Given) -> Days | None:
    """A dated day or month of another calendar."""
    year = form.year or 1
    grain: Any = "month" if form.day is None else "days" if form.calendar == "hijri" else "day"
    if form.gregorian:
        found = calendars.in_year(form.calendar, form.month, form.day, year)
        return Days(*found[0], grain, f"date.{form.calendar}") if found else None
    days = (calendars.hijri if form.calendar == "hijri" else calendars.persian)(year, form.month, form.day)
    return Days(*days, grain, f"date.{form.calendar}") if days else None


@register
def _part(form: Part, given: Given) -> Days | None:
    """A part of what its whole means."""
    whole = meant(form.of, given)
    return part_of(form, whole) if whole else None


@register
def _around(form: Around, given: Given) -> Days | None:
    """About what is named."""
    whole = meant(form.of, given)
    return widened(whole) if whole else None
