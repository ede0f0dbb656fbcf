"""Page years: the year of a date line that gives none, from the page's address or its copyright line."""

import re
from collections.abc import Iterable
from datetime import date

from thucydides.grounding.address_dates import calendar_day, from_address
from thucydides.grounding.times import find_times
from thucydides.grounding.times.forms import Day
from thucydides.nouns import DateRange

_RIGHTS = re.compile(
    r"(?:©|\(c\)|&copy;|\bcopyright)\W{0,8}(?:\b[A-Z]\w{1,30}\W{1,8}){0,4}?(?:(?:19|20)\d\d\s*[-–]\s*)?((?:19|20)\d\d)\b", re.I
)
_LONGEST = 400
"""A longer line is no copyright line."""
_SEGMENT = re.compile(r"/((?:19|20)\d\d)(?=/)")
_NEAR = 45
"""Days that an address and the date line of its page lie apart at most."""
_BACK = 6
"""Years before that of a copyright line, which a page may renew, in one of which alone a day is of its weekday."""


def claimed(lines: Iterable[str]) -> str:
    """The last year for which the lines of a page claim rights, "" where they give none."""
    return max((match[1] for line in lines if len(line) <= _LONGEST for match in _RIGHTS.finditer(line)), default="")


def of_page(found: DateRange, url: str, rights: str) -> DateRange | None:
    """The day of a date line without its year in the year that the page's address gives, else in that for which it claims `rights`, or by
    the weekday of the line in one of the years before (rule `published.year-told`). None where neither gives one that fits."""
    month, day = int(found.edtf[5:7]), int(found.edtf[8:10])
    weekday = next((t.form.weekday for t in find_times(found.wording) if isinstance(t.form, Day)), None)

    def of_year(year: int) -> DateRange | None:
        whole = calendar_day(year, month, day, found.wording, found.basis, "published.year-told")
        fits = whole is not None and whole.earliest is not None and weekday in (None, whole.earliest.weekday())
        return whole if fits else None

    if (years := _of_address(url, month, day)) is not None:
        return next((whole for year in years if (whole := of_year(year)) is not None), None)
    newest, back = (int(rights), 1 if weekday is None else _BACK) if rights else (0, 0)
    return next((whole for year in range(newest, newest - back, -1) if (whole := of_year(year)) is not None), None)


def _of_address(url: str, month: int, day: int) -> list[int] | None:
    """The years that the address of a page leaves to its date line, None where it gives none."""
    told = from_address(url)
    if told is not None and told.earliest is not None and told.latest is not None:
        around = [calendar_day(told.earliest.year + by, month, day, "", "url", "published.url") for by in (0, -1, 1)]
        days = [one.earliest for one in around if one is not None and one.earliest is not None]
        return [one.year for one in days if _apart(one, told.earliest, told.latest) <= _NEAR]
    path = "/" + url.split("://", 1)[-1].partition("/")[2]
    segment = _SEGMENT.search(path)
    return [int(segment[1])] if segment is not None else None


def _apart(day: date, first: date, last: date) -> int:
    return max((first - day).days, (day - last).days, 0)
