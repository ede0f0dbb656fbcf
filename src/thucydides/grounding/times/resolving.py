"""Resolving: a parsed time held against its anchor becomes a range of days with its EDTF, precision, basis and rule."""

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from thucydides.grounding.times import calendars
from thucydides.grounding.times.expression import Anchor, TimeExpression
from thucydides.grounding.times.finding import WEEKDAYS, relative_to
from thucydides.grounding.times.forms import (
    Around, Bound, Calendar, Counted, Day, DayOfMonth, Either, Foreign, Form, Holiday, Month, Overnight, Part, Season, Shift, Span, Stated,
    Stretch, ToDate, Week, Weekday, Within, Years,
)  # fmt: skip
from thucydides.grounding.times.parts import part_of, widened
from thucydides.grounding.times.shifts import by_length, shifted, stretched
from thucydides.grounding.times.spans import Span as Days, coarser, edtf, month_end, plural, plus, plus_months, season_span, unit_span
from thucydides.grounding.times.years import choose, in_year, is_open, joined
from thucydides.nouns import DateRange

_UNIT_GRAIN: dict[str, Any] = {
    "day": "day", "week": "week", "fortnight": "week", "weekend": "days", "month": "month", "year": "year",
}  # fmt: skip
_STEP = {-1: "last", 0: "this", 1: "next"}
_ANY_DAY = date(2000, 6, 14)


class _Base(Struct, frozen=True):
    """One document day and incident to resolve against, and whether the words lean ahead."""

    day: date | None
    incident: tuple[date, date] | None = None
    ahead: bool = False


def _span(form: Form, base: _Base) -> Days | None:
    """The days of a form under one base; None where the base it needs is missing."""
    if is_open(form):
        chosen = choose(form, base.day, base.ahead) if base.day else None
        return replace(chosen, basis="document") if chosen else None
    match form:
        case Day():
            day = date(form.year or 1, form.month, form.day)
            return Days(day, day, "day", "date.day")
        case Month():
            year = form.year or 1
            return Days(date(year, form.month, 1), month_end(year, form.month), "month", "date.month")
        case Season():
            return _season(form)
        case Years():
            last = date(min(form.first + form.count - 1, 9999), 12, 31)
            rule = {1: "date.year", 10: "date.decade"}.get(form.count, "date.century")
            return Days(date(form.first, 1, 1), last, "year" if form.count == 1 else "years", rule)
        case Holiday():
            found = calendars.holiday(form.name, form.year or 1)
            return Days(*found[-1], "day" if found[-1][0] == found[-1][1] else "days", "date.holiday") if found else None
        case Foreign():
            return _foreign(form)
        case Part():
            whole = _span(form.of, base)
            return part_of(form, whole) if whole else None
        case Around():
            whole = _span(form.of, base)
            return widened(whole) if whole else None
        case Span():
            return _pair(form, base)
        case Bound():
            return _bound(form, base)
        case Either():
            return _either(form, base)
        case Within():
            return _within(form, base)
        case Stated():
            return _stated(form, base)
        case Week():
            return _week(form, base)
        case Counted():
            whole = _span(form.of, base)
            if whole is None or whole.earliest is None or whole.latest is None:
                return None
            counted = _span(replace(form.shift, base="incident"), _Base(base.day, (whole.earliest, whole.latest)))
            return replace(counted, basis=whole.basis, rule="date.counted-from") if counted else None
        case Overnight():
            return _overnight(form, base)
        case Weekday():
            return _weekday(form, base)
        case DayOfMonth():
            return _day_of_month(form, base)
        case ToDate():
            whole = _span(form.of, base)
            if whole is None or base.day is None or whole.earliest is None or whole.latest is None:
                return None
            first, last = (whole.earliest, min(base.day, whole.latest)) if form.sign < 0 else (max(base.day, whole.earliest), whole.latest)
            return Days(first, last, by_length(first, last), "date.to-date", "document")
    return _counted(form, base)


def _counted(form: Form, base: _Base) -> Days | None:
    """Shifts, stretches and calendar units from their base."""
    if not isinstance(form, Shift | Stretch | Calendar):
        return None
    ends = ((base.day, base.day) if base.day else None) if form.base == "document" else base.incident
    if ends is None:
        return None
    if isinstance(form, Shift):
        return shifted(form, *ends)
    if isinstance(form, Stretch):
        return stretched(form, *ends)
    return _calendar(form, *ends, base.ahead)


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


def _season(form: Season) -> Days:
    """A season of a stated year; a winter of one year is the one that ends in it or the one that begins in it."""
    year = form.year or 1
    first, last = season_span(form.season, year)
    if form.season == "winter" and not form.across:
        first = season_span("winter", year - 1)[0]
        return Days(first, last, "months", "date.winter")
    return Days(first, last, "season", "date.season")


def _foreign(form: Foreign) -> Days | None:
    """A dated day or month of another calendar."""
    year = form.year or 1
    grain: Any = "month" if form.day is None else "days" if form.calendar == "hijri" else "day"
    if form.gregorian:
        found = calendars.in_year(form.calendar, form.month, form.day, year)
        return Days(*found[0], grain, f"date.{form.calendar}") if found else None
    days = (calendars.hijri if form.calendar == "hijri" else calendars.persian)(year, form.month, form.day)
    return Days(*days, grain, f"date.{form.calendar}") if days else None


def _pair(form: Span, base: _Base) -> Days | None:
    """From one time to another, each lending the other the year or week it lacks."""
    if is_open(form.last) and not is_open(form.first) and not isinstance(form.first, Weekday):
        first = _span(form.first, base)
        last = _span(form.last, replace(base, day=first.earliest, ahead=True)) if first and first.earliest else None
    else:
        last = _span(form.last, base)
        lacking = is_open(form.first) or isinstance(form.first, Weekday)
        first = _span(form.first, replace(base, day=last.latest, ahead=False) if last and last.latest and lacking else base)
        if first and last and isinstance(form.first, Weekday):
            first = replace(first, basis=last.basis)
        elif first and last and lacking:
            first = replace(first, basis=last.basis)
    if first is None or last is None or first.earliest is None or last.latest is None or first.earliest > last.latest:
        return None
    whole = joined(first, last)
    return replace(whole, basis=first.basis if last.basis == "stated" else last.basis)


def _bound(form: Bound, base: _Base) -> Days | None:
    """An open end: since runs to the document's date, until and by from the unknown, before and after exclude a longer time itself."""
    whole = _span(form.of, base)
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    grain = plural(whole.precision)
    today = base.day if base.day and base.day >= whole.earliest else None
    rule = f"date.{form.side}"
    match form.side:
        case "since":
            return Days(whole.earliest, today, grain, rule, whole.basis, whole.approximate)
        case "after":
            start = whole.earliest if whole.precision == "day" else plus(whole.latest, 1)
            return Days(start, today if today and today >= start else None, grain, rule, whole.basis)
        case "before":
            return Days(None, plus(whole.earliest, -1), grain, rule, whole.basis)
    return Days(None, whole.latest, grain, rule, whole.basis)


def _either(form: Either, base: _Base) -> Days | None:
    """A date that two orders read differently: the one that is not ahead of the document and nearest it, else both."""
    readings = [days for option in (form.first, form.second) if (days := _span(option, base))]
    readings = [replace(days, rule="date.numeric-ambiguous") for days in readings]
    if base.day and not base.ahead:
        limit = plus(base.day, 1)
        past = [days for days in readings if days.earliest and days.earliest <= limit]
        if len(past) == 1:
            return replace(past[0], rule="date.numeric-settled")
        readings = sorted(past, key=lambda days: days.earliest or limit, reverse=True) or readings
    return replace(readings[0], others=tuple(readings[1:])) if readings else None


def _within(form: Within, base: _Base) -> Days | None:
    """A time inside another: the occurrence that falls in the container."""
    outer = _span(form.container, base)
    if outer is None or outer.earliest is None or outer.latest is None:
        return None
    found = _occurrences(form.of, outer.earliest, outer.latest)
    return replace(found[0], basis=outer.basis, rule="date.within") if found else None


def _occurrences(form: Form, first: date, last: date) -> list[Days]:
    """The occurrences of an open form or a weekday that lie between two days."""
    if isinstance(form, Weekday):
        day = plus(first, (form.weekday - first.weekday()) % 7)
        return [Days(day, day, "day", "date.within")] if day <= last else []
    found = [days for year in range(max(first.year - 1, 1), min(last.year + 2, 9999)) for days in in_year(form, year)]
    return [days for days in found if days.earliest and days.latest and first <= days.earliest and days.latest <= last]


def _stated(form: Stated, base: _Base) -> Days | None:
    """A time said twice: the fuller one, its missing year from the other."""
    if is_open(form.of):
        hint = _span(form.hint, base)
        if hint and hint.earliest and hint.latest:
            near = _occurrences(form.of, plus_months(hint.earliest, -1), plus_months(hint.latest, 1))
            if near:
                return replace(near[0], basis=hint.basis, rule="date.stated-twice")
    days = _span(form.of, base)
    return replace(days, rule="date.stated-twice") if days else None


def _week(form: Week, base: _Base) -> Days | None:
    """The week or weekend of a day."""
    whole = _span(form.of, base)
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    day = whole.earliest
    if form.unit == "weekend":
        saturday = plus(day, 5 - day.weekday())
        return Days(min(day, saturday), plus(saturday, 1), "days", "date.weekend-of", whole.basis)
    first = {"beginning": day, "ending": plus(whole.latest, -6)}.get(form.side, plus(day, -day.weekday()))
    return Days(first, plus(first, 6), "week", "date.week-of", whole.basis)


def _overnight(form: Overnight, base: _Base) -> Days | None:
    """A night and both its days."""
    if form.of is None:
        return Days(plus(base.day, -1), base.day, "days", "date.overnight", "document") if base.day else None
    whole = _span(form.of, base)
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    first = whole.earliest if form.side == "after" else plus(whole.earliest, -1)
    last = whole.latest if form.side == "before" else plus(whole.latest, 1)
    if base.day and not base.ahead and whole.latest <= base.day:
        last = min(last, base.day)
    return Days(first, last, "days", "date.overnight", whole.basis)


def _weekday(form: Weekday, base: _Base) -> Days | None:
    """A weekday by the document's day: plain the last one up to it, "last" before it, "next" after it; the other week as another reading."""
    day = base.day
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
            if found >= monday:
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
            found = back if not base.ahead or back == day else plus(back, 7)
    return Days(found, found, "day", rule, "document", others=others)


def _day_of_month(form: DayOfMonth, base: _Base) -> Days | None:
    """ "The 24th": the latest one not ahead of the document's day, or the next one where the words lean ahead."""
    if base.day is None:
        return None
    for months in (range(0, 3) if base.ahead else range(0, -3, -1)):
        start = plus_months(base.day.replace(day=1), months)
        if form.day > month_end(start.year, start.month).day:
            continue
        day = start.replace(day=form.day)
        if (day >= base.day) if base.ahead else (day <= plus(base.day, 1)):
            return Days(day, day, "day", "date.day-of-month", "document")
    return None


def _merged(one: Days, two: Days, form: Form) -> Days:
    """What a form means when its document is of a range of days: both ends' answers together, or as readings where years part."""
    if (one.earliest, one.latest) == (two.earliest, two.latest):
        return two
    if is_open(form):
        return replace(two, others=(*two.others, replace(one, others=())))
    first = min(one.earliest, two.earliest) if one.earliest and two.earliest else None
    last = max(one.latest, two.latest) if one.latest and two.latest else None
    grain = coarser(two.precision, by_length(first, last)) if first and last else two.precision
    return Days(first, last, grain, two.rule, two.basis, two.approximate)


def _unanchored(form: Form, precision: str) -> str:
    """EDTF of a time that its words do not date: what they do give, "X" for the rest."""
    match form:
        case Day():
            return f"{form.year or 'XXXX'}-{form.month:02d}-{form.day:02d}"
        case DayOfMonth():
            return f"XXXX-XX-{form.day:02d}"
        case Month():
            return f"{form.year or 'XXXX'}-{form.month:02d}"
        case Season():
            return f"{form.year or 'XXXX'}-{({'spring': 21, 'summer': 22, 'autumn': 23, 'winter': 24})[form.season]}"
        case Part() | Around() | Week() | Within() | Stated() | Overnight() if form.of is not None:
            return _unanchored(form.of, precision)
        case Span():
            return f"{_unanchored(form.first, precision)}/{_unanchored(form.last, precision)}"
        case Bound():
            inner = _unanchored(form.of, precision)
            return f"{inner}/.." if form.side in ("since", "after") else f"../{inner}"
    return {"day": "XXXX-XX-XX", "days": "XXXX-XX-XX", "week": "XXXX-XX-XX", "month": "XXXX-XX", "months": "XXXX-XX"}.get(precision, "XXXX")


def _ends(anchor: DateRange | None) -> tuple[date, date] | None:
    """The first and last day of an anchor, None where either is unknown."""
    return (anchor.earliest, anchor.latest) if anchor and anchor.earliest and anchor.latest else None


def _at(form: Form, document: tuple[date, date] | None, incident: tuple[date, date] | None, ahead: bool) -> Days | None:
    """The days of a form for a document of a day or a range of days."""
    if document is None:
        return _span(form, _Base(None, incident, ahead))
    last = _span(form, _Base(document[1], incident, ahead))
    if document[0] == document[1] or last is None:
        return last
    first = _span(form, _Base(document[0], incident, ahead))
    return _merged(first, last, form) if first else last


def _written(days: Days, wording: str, approximate: bool) -> DateRange:
    """A span as the noun that the record holds."""
    mark = days.approximate or approximate
    return DateRange(
        edtf(days.earliest, days.latest, days.precision, mark), days.earliest, days.latest, days.precision, days.basis, days.rule, wording,
        tuple(_written(other, wording, mark) for other in days.others),
    )  # fmt: skip


def resolve(expression: TimeExpression, anchor: Anchor) -> DateRange | None:
    """When an expression is, given its anchor: a range no finer than its words, or an undated one where the anchor it needs is missing.

    An undated answer has no ends, the basis "unknown" and an EDTF with what the words do give ("XXXX-11-26", "XXXX-11/..").
    None only where the words name a time that no calendar has.
    """
    form = expression.form
    ahead = (expression.lean or anchor.lean) == "future"
    document, incident = _ends(anchor.document), _ends(anchor.incident)
    days = _at(form, document, incident, ahead)
    if days is None:
        known = _span(form, _Base(_ANY_DAY, (_ANY_DAY, _ANY_DAY), ahead))
        if known is None:
            return None
        return DateRange(_unanchored(form, known.precision), None, None, known.precision, "unknown", known.rule, expression.wording)
    if days.earliest is None and days.latest is None:
        return None
    if anchor.document and expression.relative_to == "document":
        for other in anchor.document.alternatives:
            again = _at(form, _ends(other), incident, ahead)
            if again and (again.earliest, again.latest) != (days.earliest, days.latest):
                days = replace(days, others=(*days.others, replace(again, others=())))
    return _written(days, expression.wording, expression.approximate)


def contradiction_of(expression: TimeExpression, resolved: DateRange | None) -> str:
    """Why a stated weekday and the day found for its date cannot both hold, "" where they can or none is stated."""
    if expression.contradiction:
        return expression.contradiction
    form = expression.form
    while isinstance(form, Around | Bound | Week | Within | Stated | Counted):
        form = form.of
    if isinstance(form, Day) and form.weekday is not None and resolved and resolved.earliest and resolved.earliest == resolved.latest:
        day = resolved.earliest
        if day.weekday() != form.weekday:
            return f"{day.day} {day:%B} {day.year} was a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[form.weekday]}"
    return ""


def complete(expression: TimeExpression) -> bool:
    """Whether the words alone give the days, with no anchor."""
    return relative_to(expression.form) == "nothing"
