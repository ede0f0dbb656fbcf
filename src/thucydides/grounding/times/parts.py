"""Parts: what part of a span "late", "the first week of" or "around" means, in days.

Vague plurals ("the first days of May") reach as far as `_PLURAL` says: a reading limit of ours, not a claim.
"""

from datetime import date

from thucydides.grounding.times.calendars import SIGHTING_DAYS
from thucydides.grounding.times.forms import Foreign, Part
from thucydides.grounding.times.spans import Span, month_end, plural, plus, plus_months, third
from thucydides.nouns.daterange import DatePrecision

_PLURAL = {"day": 7, "week": 3, "month": 4, "year": 3, "decade": 3, "fortnight": 2, "weekend": 2}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_GRAIN: dict[str, DatePrecision] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_AROUND_DAYS = 3


def part_of(form: Part, days: Span) -> Span:
    """The part of a span that a `Part` names; never outside the span."""
    first, last = days.earliest, days.latest
    if first is None or last is None:
        return days
    if form.part != "unit":
        start, end = third(first, last, form.part)
        whole = {"month": "month", "year": "year"}.get(days.precision, "part")
        return _made(days, start, end, _grain(days.precision, start, end), f"date.{form.part}-{whole}")
    slack = SIGHTING_DAYS if form.unit == "day" and isinstance(form.of, Foreign) and form.of.calendar == "hijri" else 0
    start, end = _unit(form, plus(first, slack), plus(last, -slack))
    start, end = max(plus(start, -slack), first), min(plus(end, slack), last)
    if start > end:
        start, end = first, last
    grain = _GRAIN.get(form.unit, "days") if form.count == 1 and form.unit in _GRAIN else _grain(days.precision, start, end)
    if form.unit.startswith("weekday") and start == end:
        grain = "day"
    elif grain == "day" and start < end:
        grain = "days"
    return _made(days, start, end, grain, f"date.nth-{form.unit.split('-')[0]}")


def _made(days: Span, start: date, end: date, grain: DatePrecision, rule: str) -> Span:
    """The span narrowed to a part of it."""
    return Span(start, end, grain, rule, days.basis, days.approximate)


def _grain(whole: DatePrecision, start: date, end: date) -> DatePrecision:
    """The grain of a part: days of a month or week, months of a year, years of a decade."""
    if (end - start).days > 366:
        return "years"
    if whole in ("year", "years") and (end - start).days >= 28:
        return "months"
    return "day" if start == end else "days"


def _unit(form: Part, first: date, last: date) -> tuple[date, date]:
    """The first, second, ... or last units of a span."""
    if form.unit.startswith("weekday"):
        return _nth_weekday(int(form.unit.split("-")[1]), form.position, first, last)
    if form.unit == "weekend":
        saturday, _ = _nth_weekday(5, form.position, first, last)
        return saturday, plus(saturday, 1 if form.count == 1 else 8)
    if form.unit == "half" and (last - first).days < 45:
        middle = plus(first, 14) if first.day == 1 and last == month_end(first.year, first.month) else plus(first, (last - first).days // 2)
        return (first, middle) if form.position == 1 else (plus(middle, 1), last)
    count = form.count or _PLURAL.get(form.unit, 3)
    back = form.position < 0
    steps = abs(form.position) - 1
    if form.unit in _DAYS:
        length = _DAYS[form.unit] * count
        start = plus(last, -length * (steps + 1) + 1) if back else plus(first, length * steps)
        return start, plus(start, length - 1)
    months = _MONTHS.get(form.unit, 1) * count
    if form.unit == "half" and (last.year - first.year) >= 1:
        months = ((last.year - first.year + 1) * 12) // 2
    start = plus_months(plus(last, 1), -months * (steps + 1)) if back else plus_months(first, months * steps)
    return start, plus(plus_months(start, months), -1)


def _nth_weekday(weekday: int, position: int, first: date, last: date) -> tuple[date, date]:
    """The first, second, ... or last such weekday of a span."""
    if position < 0:
        day = plus(last, -((last.weekday() - weekday) % 7))
    else:
        day = plus(first, (weekday - first.weekday()) % 7 + 7 * (position - 1))
    return day, day


def widened(days: Span) -> Span:
    """About a time: three days either side of a day, a month of a month, a year of a year."""
    first, last = days.earliest, days.latest
    if first is None or last is None:
        return days
    match days.precision:
        case "month" | "months" | "season":
            start, after = plus_months(first.replace(day=1), -1), plus_months(last.replace(day=1), 1)
            first, last = start, month_end(after.year, after.month)
        case "year" | "years":
            first, last = plus_months(first, -12), plus_months(last, 12)
        case _:
            first, last = plus(first, -_AROUND_DAYS), plus(last, _AROUND_DAYS)
    return Span(first, last, plural(days.precision), "date.around", days.basis, True)
