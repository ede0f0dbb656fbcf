"""Based: the days of forms counted from the document's day or from the incident last told."""

from datetime import date
from typing import Any

from thucydides.grounding.times.forms import Calendar, DayOfMonth, Overnight, Shift, Stretch, ToDate, Weekday
from thucydides.grounding.times.meaning import Given, meant, register
from thucydides.grounding.times.shifts import by_length, shifted, stretched
from thucydides.grounding.times.spans import Span as Days
from thucydides.grounding.times.spans import coarser, month_end, plus, plus_months, unit_span

_UNIT_GRAIN: dict[str, Any] = {
    "day": "day", "week": "week", "fortnight": "week", "weekend": "days", "month": "month", "year": "year",
}  # fmt: skip
# How many months a day without its month may be off: some lack a 31st, and a weekday falls on a day of the month once in seven.
_MONTHS_OFF, _MONTHS_OFF_BY_WEEKDAY = 3, 15
_STEP = {-1: "last", 0: "this", 1: "next"}


def _base(form: Shift | Stretch | Calendar, given: Given) -> tuple[date, date] | None:
    """The days counted from, None where they are not given."""
    if form.base == "incident":
        return given.incident
    return (given.day, given.day) if given.day else None


@register
def _shift(form: Shift, given: Given) -> Days | None:
    """So many units before or after the base."""
    ends = _base(form, given)
    return shifted(form, *ends) if ends else None


@register
def _stretch(form: Stretch, given: Given) -> Days | None:
    """The units up to the base or from it on."""
    ends = _base(form, given)
    return stretched(form, *ends) if ends else None


@register
def _unit(form: Calendar, given: Given) -> Days | None:
    """A calendar unit beside the base."""
    ends = _base(form, given)
    return _calendar(form, *ends, given.ahead) if ends else None


def _calendar(form: Calendar, first: date, last: date, ahead: bool) -> Days:
    """A calendar unit or its neighbour; a weekend is the last begun unless the words lean ahead, a night bears the name of the
    day on which it begins, as in "Monday night", and the day after it stays as another reading."""
    unit, offset = form.unit, form.offset
    rule = f"date.{_STEP[max(-1, min(offset, 1))]}-unit" if form.base == "document" else "date.incident-unit"
    if unit == "night":
        after = Days(plus(first, offset + 1), plus(last, offset + 1), "day", "date.last-night", form.base)
        return Days(plus(first, offset), plus(last, offset), "day", "date.last-night", form.base, others=(after,))
    if unit == "weekend":
        rule = "date.weekend"
    if unit == "weekend" and form.base == "document":
        offset += 1 if ahead and offset == 0 and first.weekday() < 5 else 0
        offset += 1 if offset < 0 and first.weekday() < 5 else 0
    elif unit == "weekend":
        first = last = plus(first, 5 - first.weekday())
    start, end = unit_span(unit, first, offset)[0], unit_span(unit, last, offset)[1]
    grain = _UNIT_GRAIN.get(unit, "years")
    if (first, last) != unit_span(unit, first) and first != last and unit_span(unit, first) != unit_span(unit, last):
        grain = coarser(grain, by_length(start, end))
    if unit == "day" and form.base == "document":
        rule = {0: "date.today", -1: "date.yesterday", 1: "date.tomorrow"}.get(offset, "date.days-counted")
    return Days(start, end, grain, rule, form.base)


@register
def _weekday(form: Weekday, given: Given) -> Days | None:
    """A weekday by the document's day: plain the last one up to it, "last" before it, "next" after it.

    Where "last" or "next" falls in the document's own week, the week beyond stays as another reading.
    """
    day = given.day
    if day is None:
        return None
    back = plus(day, -((day.weekday() - form.weekday) % 7))
    monday = plus(day, -day.weekday())
    others: tuple[Days, ...] = ()
    rule = "date.weekday"
    match form.which:
        case "last":
            found = back if back < day else plus(back, -7)
            rule = "date.last-weekday"
            if found == plus(day, -1):
                found, others = plus(found, -7), (Days(found, found, "day", rule, "document"),)
            elif found >= monday:
                others = (Days(plus(found, -7), plus(found, -7), "day", rule, "document"),)
        case "next":
            found = plus(back, 7)
            rule = "date.next-weekday"
            if found <= plus(monday, 6):
                others = (Days(plus(found, 7), plus(found, 7), "day", rule, "document"),)
        case "this":
            found = back if back >= monday else plus(back, 7)
            rule = "date.this-weekday"
        case _:
            found = back if not given.ahead or back == day else plus(back, 7)
    return Days(found, found, "day", rule, "document", others=others)


@register
def _day_of_month(form: DayOfMonth, given: Given) -> Days | None:
    """ "The 24th": the latest one not ahead of the document's day, or the next one where the words lean ahead."""
    if given.day is None:
        return None
    reach = _MONTHS_OFF if form.weekday is None else _MONTHS_OFF_BY_WEEKDAY
    for months in range(reach) if given.ahead else range(0, -reach, -1):
        start = plus_months(given.day.replace(day=1), months)
        if form.day > month_end(start.year, start.month).day:
            continue
        day = start.replace(day=form.day)
        if form.weekday is not None and day.weekday() != form.weekday:
            continue
        if (day >= given.day) if given.ahead else (day <= plus(given.day, 1)):
            return Days(day, day, "day", "date.day-of-month", "document")
    return None


@register
def _overnight(form: Overnight, given: Given) -> Days | None:
    """A night and both its days."""
    if form.of is None:
        return Days(plus(given.day, -1), given.day, "days", "date.overnight", "document") if given.day else None
    whole = meant(form.of, given)
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    first = whole.earliest if form.side == "after" else plus(whole.earliest, -1)
    last = whole.latest if form.side == "before" else plus(whole.latest, 1)
    if given.day and not given.ahead and whole.latest <= given.day:
        last = min(last, given.day)
    return Days(first, last, "days", "date.overnight", whole.basis)


@register
def _to_date(form: ToDate, given: Given) -> Days | None:
    """From the beginning of a unit to the document's day, or from there to its end."""
    whole = meant(form.of, given)
    if whole is None or given.day is None or whole.earliest is None or whole.latest is None:
        return None
    until = max(plus(given.day, -1), whole.earliest) if form.before else given.day
    first, last = (whole.earliest, min(until, whole.latest)) if form.sign < 0 else (max(given.day, whole.earliest), whole.latest)
    return Days(first, last, by_length(first, last), "date.to-date", "document")
