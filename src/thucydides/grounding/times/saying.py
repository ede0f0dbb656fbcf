"""Saying: a range of days in words for reports, such that reading the words gives the same range again."""

import re
from datetime import date

from thucydides.grounding.times import english
from thucydides.grounding.times.spans import SEASONS, month_end, plus_months, season_span
from thucydides.nouns import DateRange

MONTHS = tuple(name.capitalize() for name in english.MONTHS)
_UNDATED = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?$")
# Years outside these are read only as part of a longer date.
_PLAIN_YEARS = range(1800, 2101)


def _day(day: date, year: bool = True) -> str:
    """ "24 December 2025", without the year where the words that follow give it."""
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def _month(day: date, year: bool = True) -> str:
    """ "December 2025"."""
    return MONTHS[day.month - 1] + (f" {day.year}" if year else "")


def _whole_years(first: int, last: int) -> str:
    """ "2023", "the 1990s", "the 20th century", "between 2014 and 2016"."""
    if first == last:
        return str(first)
    if first % 10 == 0 and last == first + 9:
        return f"the {first}s"
    if first % 100 == 1 and last == first + 99:
        number = first // 100 + 1
        ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"the {number}{ending} century"
    return f"between {first} and {last}"


def _third_of_year(first: date, last: date) -> str:
    """ "early 2025" for January to April, mid for May to August, late for September to December; "" for other months."""
    if first.year == last.year and first.month % 4 == 1 and last.month == first.month + 3 and first.year in _PLAIN_YEARS:
        return f"{('early ', 'mid-', 'late ')[first.month // 4]}{first.year}"
    return ""


def _season(first: date, last: date) -> str:
    """ "summer 2014", "winter 2014-15"; "" for other months."""
    for name in SEASONS:
        if first.year in _PLAIN_YEARS and season_span(name, first.year) == (first, last):
            return f"winter {first.year}-{(first.year + 1) % 100:02d}" if name == "winter" else f"{name} {first.year}"
    return ""


def _whole_months(first: date, last: date, precision: str) -> str:
    """ "December 2025", "summer 2014", "early 2025", "between March and May 2023"."""
    if (first.year, first.month) == (last.year, last.month):
        return _month(first)
    if precision == "season" and (season := _season(first, last)):
        return season
    return _third_of_year(first, last) or f"between {_month(first, first.year != last.year)} and {_month(last)}"


def _third_of_month(first: date, last: date) -> str:
    """ "late November 2025"; "" for other days."""
    if (first.year, first.month) != (last.year, last.month):
        return ""
    part = {(1, 10): "early ", (11, 20): "mid-", (21, month_end(last.year, last.month).day): "late "}.get((first.day, last.day))
    return f"{part}{_month(first)}" if part else ""


def _range(first: date, last: date, precision: str) -> str:
    """The words for the days from one to another."""
    if first == last:
        return _day(first)
    if first.day == 1 and last == month_end(last.year, last.month):
        if first.month == 1 and last.month == 12 and first.year in _PLAIN_YEARS and last.year in _PLAIN_YEARS:
            return _whole_years(first.year, last.year)
        return _whole_months(first, last, precision)
    if third := _third_of_month(first, last):
        return third
    if (first.year, first.month) == (last.year, last.month):
        return f"between {first.day} and {_day(last)}"
    return f"between {_day(first, first.year != last.year)} and {_day(last)}"


def _around(first: date, last: date) -> str:
    """ "around 24 December 2025", where the range is one that "around" makes; else ""."""
    if (last - first).days == 6:
        return f"around {_day(date.fromordinal((first.toordinal() + last.toordinal()) // 2))}"
    if first.day == 1 and last == month_end(last.year, last.month):
        if plus_months(first, 3).replace(day=1) == plus_months(last.replace(day=1), 1):
            return f"around {_month(plus_months(first, 1))}"
        if (first.month, last.month, last.year - first.year) == (1, 12, 2) and first.year + 1 in _PLAIN_YEARS:
            return f"around {first.year + 1}"
    return ""


def say(when: DateRange | None) -> str:
    """A date range in words: "24 December 2025", "late November 2025", "between 1 and 19 November 2024", "since 2021".

    A day whose year is unknown is said so; other readings follow after "or". "date unknown" where nothing is known.
    """
    if when is None or (when.earliest is None and when.latest is None):
        match = _UNDATED.match(when.edtf) if when else None
        if match is None:
            return "date unknown"
        month = MONTHS[int(match[1]) - 1]
        return f"{int(match[2])} {month}, year unknown" if match[2] else f"{month}, year unknown"
    if when.latest is None and when.earliest is not None:
        words = f"since {_day(when.earliest)}"
    elif when.earliest is None and when.latest is not None:
        words = f"until {_day(when.latest)}"
    else:
        assert when.earliest is not None
        assert when.latest is not None
        words = (_around(when.earliest, when.latest) if "~" in when.edtf else "") or _range(when.earliest, when.latest, when.precision)
    return " or ".join([words, *(say(other) for other in when.alternatives)])
