"""Head lines: a line over a report with its day written out as the rest of the program reads days.

A saved page runs its parts together ("Staff WriterMay 16, 2019", "May 16, 20192:05 PM"), writes years with two digits ("16-May-19") and, in
an English report, months in the language of its site ("16 de mayo de 2019").
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from thucydides.grounding.times.english import MONTHS
from thucydides.nouns import DateRange
from thucydides.vocabulary import table

_LONGEST = 160
_TITLED = rf"(?:{'|'.join(f'{m[:3]}(?:{m[3:]})?' if len(m) > 3 else m for m in (*map(str.title, MONTHS), 'Sept'))})"
_MONTH = rf"{_TITLED}\b\.?"
_SHOUTED = "|".join(MONTHS).upper()
_YEAR = r"(?:19|20)\d\d"
_TURN = 70
"""Years of two digits below it are of this century (POSIX), as everywhere."""
_BEFORE = re.compile(rf"(?<=[^\W\d_])(?={_TITLED}\.? ?\d{{1,2}}(?:st|nd|rd|th)?,? ?{_YEAR})")
_WEEKDAY_BEFORE = re.compile(r"(?<=[a-z])(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )")
_MONTH_DAY = re.compile(rf"(\b{_TITLED}|\b(?:{_SHOUTED}))(?=\d{{1,2}},? ?{_YEAR})")
_DAY_FIRST = re.compile(rf"(?<=[^\W\d_]|,)(?=\d{{1,2}} {_TITLED} {_YEAR})")
_CLOSE = re.compile(rf"\b(\d{{1,2}})({_TITLED})(?={_YEAR}\b)")
_BEHIND = re.compile(
    rf"((?:\b(?i:{_MONTH})\s?\d{{1,2}}(?:st|nd|rd|th)?,?\s?|\b\d{{1,2}}(?:st|nd|rd|th)?[ -](?i:{_MONTH}),?[ -]){_YEAR})"
    r"(?=[^\W\d_]|\d{1,2}[:.]\d\d|\d{1,2}\s?(?:min|[ap]\.?m|comm|view|[A-Z][a-z]{2}))"
)
_SHORT = re.compile(rf"\b(\d{{1,2}})([ -/])({_MONTH})\2['’]?(\d\d)(?=\s*(?:$|[|/·•,(–—-]\s|,?\s(?:at\s)?\d{{1,2}}[:.]\d\d))", re.I)
_DOTTED = re.compile(r"\s*(\d{1,2})[.-](\d{1,2})[.-](\d\d)\s*")


def written_out(line: str) -> str:
    """The line with its day parted from what it was run into, its year whole and its month in English."""
    if len(line) > _LONGEST or not any(c.isdigit() for c in line):
        return line
    line = _MONTH_DAY.sub(r"\1 ", _WEEKDAY_BEFORE.sub(" ", _BEFORE.sub(" ", line)))
    line = _DAY_FIRST.sub(" ", _CLOSE.sub(r"\1 \2 ", line))
    line = _BEHIND.sub(r"\1 ", line)
    line = _SHORT.sub(lambda m: f"{m[1]} {m[3]} {_whole(m[4])}", line)
    line = _DOTTED.sub(lambda m: f"{m[1]}.{m[2]}.{_whole(m[3])}", line) if _DOTTED.fullmatch(line) else line
    if "the" not in line.lower().split():  # a sentence is read as what it is
        line = _foreign().sub(_in_english, line)
    return line


def lines_out(lines: Iterable[str]) -> Iterator[str]:
    """Lines at the head of a page, each with its day written out."""
    return map(written_out, lines)


def as_printed(found: DateRange, text: str) -> DateRange:
    """A day with the words in which the page gives it: its line, where they were written out."""
    if found.basis not in ("dateline", "text") or found.wording in text:
        return found
    printed = (line.strip() for line in text.splitlines() if found.wording in written_out(line))
    return replace(found, wording=next(printed, found.wording))


def _whole(digits: str) -> int:
    return int(digits) + (2000 if int(digits) < _TURN else 1900)


@cache
def _months() -> dict[str, int]:
    """The month names of other languages in Latin letters that mean one month in all of them."""
    meant: dict[str, set[int]] = {}
    for row in table("date_names"):
        name = row["name"].lower()
        if row["kind"] == "month" and re.fullmatch(r"[a-zà-ɏ]{3,}", name):
            meant.setdefault(name, set()).add(int(row["number"]))
    english = {*MONTHS, *(month[:3] for month in MONTHS)}
    return {name: next(iter(numbers)) for name, numbers in meant.items() if len(numbers) == 1 and name not in english}


@cache
def _foreign() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _months()), key=lambda name: (-len(name), name)))
    weekdays = "|".join(
        sorted({re.escape(row["name"].lower()) for row in table("date_names") if row["kind"] == "weekday" and len(row["name"]) > 3})
    )
    return re.compile(
        rf"(?:\b(?:{weekdays}),?\s+(?:den\s+|el\s+|le\s+)?)?\b(?:(?P<day>\d{{1,2}})(?:er|º|\.)?\s+(?:de\s+|d['’])?(?P<month>{months})\.?"
        rf"|(?P<first>{months})\s+(?P<second>\d{{1,2}})),?\s+(?:de\s+|del\s+)?(?P<year>{_YEAR})\b",
        re.I,
    )


def _in_english(match: re.Match[str]) -> str:
    month = _months()[(match["month"] or match["first"]).lower()]
    return f"{match['day'] or match['second']} {MONTHS[month - 1].title()} {match['year']}"
