"""Combined: the days of forms made of others: pairs, open ends, a time within another, a time said twice."""

from datetime import date

from msgspec.structs import replace

from thucydides.grounding.times.forms import Bound, Counted, Either, Form, Span, Stated, Week, Weekday, Within
from thucydides.grounding.times.meaning import Given, meant, register
from thucydides.grounding.times.needs import is_open
from thucydides.grounding.times.spans import Span as Days
from thucydides.grounding.times.spans import plural, plus, plus_months
from thucydides.grounding.times.years import in_year, joined

_NEARER_BEFORE = 2  # on Monday and Tuesday the weekend before is the nearer one


@register
def _pair(form: Span, given: Given) -> Days | None:
    """From one time to another, each lending the other the year or week it lacks."""
    if is_open(form.last) and not is_open(form.first) and not isinstance(form.first, Weekday):
        first = meant(form.first, given)
        last = meant(form.last, replace(given, day=first.earliest, ahead=True)) if first and first.earliest else None
    else:
        last = meant(form.last, given)
        lacking = is_open(form.first) or isinstance(form.first, Weekday)
        first = meant(form.first, replace(given, day=last.latest, ahead=False) if last and last.latest and lacking else given)
        if (first and last and isinstance(form.first, Weekday)) or (first and last and lacking):
            first = replace(first, basis=last.basis)
        if first and last and last.latest and first.earliest and first.earliest > last.latest and lacking:
            first = meant(form.first, replace(given, day=date(last.latest.year, 1, 1), ahead=True))  # "1 January to 31 December 2010"
    if first is None or last is None or first.earliest is None or last.latest is None or first.earliest > last.latest:
        return None
    whole = joined(first, last)
    return replace(whole, basis=first.basis if last.basis == "stated" else last.basis)


@register
def _bound(form: Bound, given: Given) -> Days | None:
    """An open end: since runs to the document's date, until and by from the unknown, before and after exclude a longer time itself."""
    whole = meant(form.of, given)
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    grain = plural(whole.precision)
    today = given.day if given.day and given.day >= whole.earliest else None
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


@register
def _either(form: Either, given: Given) -> Days | None:
    """A date that two orders read differently: the one that is not ahead of the document and nearest it, else both."""
    readings = [days for option in (form.first, form.second) if (days := meant(option, given))]
    readings = [replace(days, rule="date.numeric-ambiguous") for days in readings]
    if given.day and not given.ahead:
        limit = plus(given.day, 1)
        past = [days for days in readings if days.earliest and days.earliest <= limit]
        if len(past) == 1:
            return replace(past[0], rule="date.numeric-settled")
        readings = sorted(past, key=lambda days: days.earliest or limit, reverse=True) or readings
    return replace(readings[0], others=tuple(readings[1:])) if readings else None


@register
def _within(form: Within, given: Given) -> Days | None:
    """A time inside another: the occurrence that falls in the container."""
    outer = meant(form.container, given)
    if outer is None or outer.earliest is None or outer.latest is None:
        return None
    first, last = outer.earliest, outer.latest
    if isinstance(form.of, Weekday) and plus(first, -first.weekday()) == plus(last, -last.weekday()):
        first, last = plus(first, -first.weekday()), plus(first, 6 - first.weekday())  # a few days stand for their week
    found = _occurrences(form.of, first, last)
    if isinstance(form.of, Weekday) and len(found) > 1:
        return Days(found[0].earliest, found[-1].latest, "days", "date.within", outer.basis)
    return replace(found[0], basis=outer.basis, rule="date.within") if found else None


def _occurrences(form: Form, first: date, last: date) -> list[Days]:
    """The occurrences of an open form or a weekday that lie between two days."""
    if isinstance(form, Weekday):
        day = plus(first, (form.weekday - first.weekday()) % 7)
        days = [plus(day, 7 * week) for week in range(((last - day).days // 7) + 1)] if day <= last else []
        return [Days(one, one, "day", "date.within") for one in days]
    found = [days for year in range(max(first.year - 1, 1), min(last.year + 2, 9999)) for days in in_year(form, year)]
    return [days for days in found if days.earliest and days.latest and first <= days.earliest and days.latest <= last]


@register
def _stated(form: Stated, given: Given) -> Days | None:
    """A time said twice: the fuller one, its missing year from the other."""
    if is_open(form.of):
        hint = meant(form.hint, given)
        if hint and hint.earliest and hint.latest:
            near = _occurrences(form.of, plus_months(hint.earliest, -1), plus_months(hint.latest, 1))
            if near:
                return replace(near[0], basis=hint.basis, rule="date.stated-twice")
    days = meant(form.of, given)
    return replace(days, rule="date.stated-twice") if days else None


@register
def _week(form: Week, given: Given) -> Days | None:
    """The week or weekend of a day."""
    whole = meant(form.of, given)
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    day = whole.earliest
    if form.unit == "weekend":
        saturday = plus(day, 5 - day.weekday() - (7 if day.weekday() < _NEARER_BEFORE else 0))
        return Days(min(day, saturday), max(day, plus(saturday, 1)), "days", "date.weekend-of", whole.basis)
    first = {"beginning": day, "ending": plus(whole.latest, -6)}.get(form.side, plus(day, -day.weekday()))
    return Days(first, plus(first, 6), "week", "date.week-of", whole.basis)


@register
def _counted_from(form: Counted, given: Given) -> Days | None:
    """Units counted from a time that the words name."""
    whole = meant(form.of, given)
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    counted = meant(replace(form.shift, base="incident"), Given(given.day, (whole.earliest, whole.latest)))
    return replace(counted, basis=whole.basis, rule="date.counted-from") if counted else None
