"""Anniversaries: the month of a deed of which a report only tells that so many years have gone by since ("marked the 33rd anniversary
of the gas attack", "to mark one year since a bomb killed 90").

Invariant: a day of the deed's own that lies years before its report is never given up; what is counted is no finer than the month.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import DateRange, Document
from thucydides.vocabulary import mapping

RULE = "date.anniversary"
FRESH = timedelta(days=370)
"""How long before its report the day lies that is of the mourning and not of the deed."""


def by_anniversary(document: Document, when: DateRange | None, draft: Draft) -> DateRange | None:
    """The month that lies so many years before the day of mourning, where the sentences on a deed tell its anniversary first and no day of
    its own; else `when`."""
    told_on = document.published
    tellings = [d.telling for d in draft.items]
    found = ((t, m) for t in tellings if (m := _anniversary().search(document.text, t.start, t.end)) is not None)
    match = next((m for t, m in found if m.start() < t.cue[0] and _kept(document.text, t, m)), None)
    if match is None or told_on is None or told_on.latest is None or _told_before(match.start(), tellings):
        return when
    day = told_on.latest
    if when is not None and when.rule != "date.report" and when.earliest is not None and when.latest is not None:
        if day - when.latest > FRESH or when.latest != when.earliest:
            return when
        day = when.latest
    years = _years(match)
    if not 0 < years < day.year:
        return when
    first = date(day.year - years, day.month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    words = document.text[match.start() : match.end()]
    return DateRange(first.isoformat()[:7], first, last, "month", "document", RULE, words)


_KEPT = re.compile(
    r"\b(?:mark|commemorat|remember|mourn|honou?r|pray|wreath|flower|candle|vigil|memorial|tribute|ceremon|silen|gather|recall|bells? )\w*"
    r"|\b(?:church |memorial )?service\b",
    re.IGNORECASE,
)
"""Words for how the day of a deed is kept."""


def _kept(text: str, telling: Telling, match: re.Match[str]) -> bool:
    """Whether a sentence tells of an anniversary: by that word, or by how a day is kept so many years after."""
    return match["since"] is None or _KEPT.search(text, telling.start, telling.end) is not None


def _told_before(anniversary: int, tellings: Sequence[Telling]) -> bool:
    """Whether a deed is told before the anniversary is: "shot dead two officers on the anniversary of a raid that killed nine"."""
    return any(t.cue[0] < anniversary for t in tellings)


def _years(match: re.Match[str]) -> int:
    if match["number"] or match["many"]:
        return int(match["number"] or match["many"])
    if match["count"]:
        return (_tens()[match["scores"].lower()] if match["scores"] else 0) + _cardinals()[match["count"].lower()]
    tens = _tens()[match["tens"].lower()] if match["tens"] else 0
    return tens + _ordinals()[match["word"].lower()]


@cache
def _ordinals() -> dict[str, int]:
    return {str(word): int(number) for word, number in mapping("numbers")["ordinals"].items()}


@cache
def _cardinals() -> dict[str, int]:
    numbers = mapping("numbers")
    return {str(word): int(number) for known in ("units", "tens") for word, number in numbers[known].items()} | {"a": 1}


@cache
def _tens() -> dict[str, int]:
    return {str(word): int(number) for word, number in mapping("numbers")["tens"].items()}


@cache
def _anniversary() -> re.Pattern[str]:
    words, tens, cardinals = ("|".join(map(re.escape, known)) for known in (_ordinals(), _tens(), _cardinals()))
    number = rf"(?P<number>\d{{1,3}})(?:st|nd|rd|th)|(?:(?P<tens>{tens})[ -])?(?P<word>{words})"
    count = rf"(?:exactly |just )?(?:(?P<many>\d{{1,2}})|(?:(?P<scores>{tens})-)?(?P<count>{cardinals}))"
    since = rf"(?P<since>{count} years? (?:since|after|on from|on since|to the day (?:since|after))) (?!\w+ing\b)"
    return re.compile(rf"\b(?:(?:{number})[ -]anniversary(?:,? (?:on |last |this )?\w+,?)? of|{since})\b", re.IGNORECASE)
