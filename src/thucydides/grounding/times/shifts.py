"""Shifts: counts of units from a base, as days no finer than the unit that counts them.

"Two days earlier" is a day; "two weeks ago" is the week around that day; "a year ago" the year around it: the words give no
finer grain. Source: TimeML's treatment of durations as anchored at the granularity of their unit (ISO 24617-1), read as a range.
"""

from datetime import date
from math import ceil, floor

from thucydides.grounding.times.forms import Shift, Stretch
from thucydides.grounding.times.spans import Span, plus, plus_months
from thucydides.nouns.daterange import DatePrecision

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200, "quarter": 3}
_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "hour": 1 / 24, "night": 1.0, "weekend": 7.0}
# Half a unit either side: months for quarters and longer, days for weeks and months; a day is exact.
_SLACK_MONTHS = {"quarter": 2, "year": 6, "decade": 60, "century": 600}
_SLACK_DAYS = {"week": 3, "fortnight": 3, "weekend": 3, "month": 15}
# "Twenty years ago" is a round count: a tenth of it either way.
_ROUND_FROM, _ROUND_STEP, _ROUND_PART = 10, 5, 10
# So many hours later is likelier the same day; the day after stays as another reading.
_SAME_DAY = 9
_GRAIN: dict[str, DatePrecision] = {
    "day": "day", "night": "day", "hour": "days", "week": "week", "fortnight": "week", "weekend": "week", "month": "month",
    "quarter": "months", "year": "year", "decade": "years", "century": "years",
}  # fmt: skip


def moved(day: date, unit: str, count: float, sign: int, away: bool) -> date:
    """A day so many units before or after another; where the count is broken, rounded away from the day or towards it."""
    if unit in _MONTHS:
        months = _MONTHS[unit] * count
        return plus_months(day, sign * (ceil(months) if away else floor(months)))
    days = _DAYS[unit] * count
    return plus(day, sign * (ceil(days) if away else floor(days)))


def shifted(form: Shift, first: date, last: date) -> Span:
    """The days meant by so many units before or after the days `first` to `last`."""
    fewest, most, sign = form.fewest, form.most, form.sign
    if form.open == "more":
        most += 1
    elif form.open == "less":
        fewest = 0
    if form.base == "incident" and form.unit == "day" and (last - first).days == 1:
        first, last = (first, first) if sign < 0 else (last, last)  # "a day later" is behind both days of a deed
    near = moved(last if sign < 0 else first, form.unit, fewest, sign, False)
    far = moved(first if sign < 0 else last, form.unit, most, sign, True)
    start, end = (far, near) if sign < 0 else (near, far)
    slack = form.open == "" and form.unit not in ("day", "hour", "night")
    if slack:
        start, end = _loosened(start, form.unit, most, -1), _loosened(end, form.unit, most, 1)
    if sign < 0 and slack and fewest > 0:
        end = min(end, plus(last, -1))
    elif sign > 0 and slack and fewest > 0:
        start = max(start, plus(first, 1))
    if form.open == "less" and form.base == "incident" and form.unit != "hour":
        start, end = (start, min(end, plus(last, -1))) if sign < 0 else (max(start, plus(first, 1)), end)  # "earlier" is another day
    grain = _GRAIN[form.unit]
    if form.vague or form.open or form.most != form.fewest or (grain == "day" and start < end):
        grain = by_length(start, end)
    if form.unit == "hour" and form.base == "incident" and sign > 0 and most <= _SAME_DAY and first == last:
        return Span(first, first, "day", "date.hours-later", form.base, others=(Span(end, end, "day", "date.hours-later", form.base),))
    rule = "date.vague-count" if form.vague else "date.ago" if form.base == "document" else "date.from-incident"
    return Span(start, max(start, end), grain, rule, form.base)


def _loosened(day: date, unit: str, count: float, sign: int) -> date:
    """A day moved outwards by half a unit, or by a tenth of a round count where that is more."""
    if count >= _ROUND_FROM and count % _ROUND_STEP == 0:
        return moved(day, unit, count / _ROUND_PART, sign, True)
    if unit in _SLACK_MONTHS:
        return plus_months(day, sign * _SLACK_MONTHS[unit])
    return plus(day, sign * _SLACK_DAYS[unit])


def stretched(form: Stretch, first: date, last: date) -> Span:
    """The days from so many units before the base up to it, or from it on."""
    if form.sign < 0:
        start, end = moved(first, form.unit, form.most, -1, True), last
    else:
        start, end = first, moved(last, form.unit, form.most, 1, True)
    rule = "date.recent" if form.vague and form.sign < 0 else "date.past-window" if form.sign < 0 else "date.coming-window"
    return Span(start, end, by_length(start, end), rule, form.base)


def by_length(first: date, last: date) -> DatePrecision:
    """The precision that fits a stretch of days, after the classes of UCDP's date_prec (a day, days, a week, a month, months, years)."""
    days = (last - first).days + 1
    for most, precision in ((1, "day"), (6, "days"), (8, "week"), (31, "month"), (366, "months")):
        if days <= most:
            return precision  # type: ignore[return-value]
    return "years"
