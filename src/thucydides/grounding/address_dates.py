"""Address dates: the day or month that the address of a page gives."""

import re
from datetime import date

from msgspec.structs import replace

from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.grounding.times.english import MONTHS
from thucydides.nouns import DateRange
from thucydides.nouns.daterange import DateBasis

_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:(?P<apart>[/_.-])(0?[1-9]|1[0-2])[/_.-](0?[1-9]|[12]\d|3[01])"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4})?)(?!\d)"
)
_SHORT = tuple(month[:3] for month in MONTHS)
_NAMED = re.compile(rf"(?<=[/_-])((?:19|20)\d\d)[/_-]({'|'.join(_SHORT)})[a-z]{{0,6}}[/_-](0?[1-9]|[12]\d|3[01])(?!\d)")
_DAY_FIRST = re.compile(r"(?<=/)(1[3-9]|2\d|3[01])(0[1-9]|1[0-2])(20\d\d)(?=[-_/])")
_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")


def from_address(url: str) -> DateRange | None:
    """ "/2025/12/24/", "/2025-12-24-", "/2025/dec/24/", "/20251224/", "/202512240930", "/24122025-" and, for a month, "/2025/12/"."""
    path = "/" + url.split("://", 1)[-1].partition("/")[2].split("?")[0].split("#")[0]
    for match in _DAY.finditer(path):
        month, day = (match[3], match[4]) if match["apart"] else (match[5], match[6])
        if found := _of_address(match[1], month, day, match[0]):
            return found
    if named := _NAMED.search(path.lower()):
        return _of_address(named[1], str(_SHORT.index(named[2]) + 1), named[3], named[0])
    if first := _DAY_FIRST.search(path):
        return _of_address(first[3], first[2], first[1], first[0])
    if month_alone := _MONTH.search(path):
        for expression in find_times(f"{month_alone[1]}-{month_alone[2]}"):
            if when := resolve(expression, Anchor()):
                return replace(when, basis="url", rule="published.url", wording=month_alone[0])
    return None


def _of_address(year: str, month: str, day: str, wording: str) -> DateRange | None:
    return calendar_day(int(year), int(month), int(day), wording, "url", "published.url")


def calendar_day(year: int, month: int, day: int, wording: str, basis: DateBasis, rule: str) -> DateRange | None:
    """A day as a range, None where the calendar has none such."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return DateRange(found.isoformat(), found, found, "day", basis, rule, wording)
