"""Feast rules: the grammar of holidays and of the Hijri calendars, lunar and solar."""

from typing import Any

from thucydides import vocabulary
from thucydides.grounding.times.context import LAST_YEAR
from thucydides.grounding.times.forms import Foreign, Form, Holiday, Week
from thucydides.grounding.times.patterns import classes
from thucydides.grounding.times.rules import Bound, Made, Rule

_RAMADAN = 9
_BEFORE_RAMADAN = classes(
    "in since last this next past part edge until of before after the for by month"
)


def holiday(b: Bound) -> Made | None:
    """ "Christmas Eve", "Eid al-Fitr 2023"; not the Christmas of "Christmas lights"."""
    things = vocabulary.mapping("dates")["holiday_things"]
    thing = b["year"] is None and b.rest().lstrip(" -").startswith(tuple(things))
    return Made(Holiday(b["holiday"], b["year"])) if _written_large(b) and not thing else None


def _written_large(b: Bound) -> bool:
    """Whether a holiday has a capital where its name begins, behind a number: "the first Sunday of Advent"."""
    token = b.token("holiday")
    return b.capital("holiday") or b.text[token.start : token.end].split()[-1][0].isupper()


def holiday_weekend(b: Bound) -> Made | None:
    """ "Memorial Day weekend": the weekend beside a day, with the day itself."""
    return Made(Week(Holiday(b["holiday"], b["year"]), "of", "weekend"), "spell") if b.capital("holiday") else None


def _calendar_year(b: Bound, calendar: str) -> tuple[int | None, bool] | None:
    """The year and whether it is of our era; None where the number is a year of neither calendar."""
    year = b["year"]
    if year is None or 1300 <= year <= 1500:
        return year, False
    return (year, True) if calendar == "hijri" and 1900 <= year <= LAST_YEAR else None


def foreign(b: Bound) -> Made | None:
    """ "12 Ramadan 1446", "3 Dey 1404 (solar)", "during Ramadan": months of the Hijri calendars, lunar and solar."""
    calendar: Any = "hijri" if b.has("hmonth") else "persian"
    found = _calendar_year(b, calendar)
    day = b["anyday"]
    month = b["hmonth"] if calendar == "hijri" else b["pmonth"]
    if found is None or (day is not None and not 1 <= day <= 31):
        return None
    year, gregorian = found
    fasting = calendar == "hijri" and month == _RAMADAN and b.before() in _BEFORE_RAMADAN
    if year is None and (day is None or calendar == "persian") and not fasting:
        return None
    if not b.text[b.token("hmonth" if calendar == "hijri" else "pmonth").start].isupper():
        return None
    form: Form = Foreign(calendar, month, day, year, gregorian)
    return Made(form, "dated" if day is not None else "spell")


RULES = (
    Rule("holiday (comma? year)?", holiday),
    Rule("the? holiday weekend (comma? year)?", holiday_weekend),
    Rule("the? anyday of? (hmonth|pmonth) (comma? year era?)?", foreign),
    Rule("(hmonth|pmonth) (the? anyday)? (comma? year era?)?", foreign),
)
