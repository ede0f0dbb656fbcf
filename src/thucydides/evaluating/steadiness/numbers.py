"""Numbers: counts of people and things in words where they were in figures, and the other way round.

Invariant: only a number right before what it counts is exchanged, never a day, a year, an age, a measure or part of a name.
"""

import re
from collections.abc import Iterator
from functools import cache

from thucydides.evaluating.steadiness.edits import Edit
from thucydides.evaluating.steadiness.words import NAME
from thucydides.vocabulary import filled, mapping

_FIGURES = re.compile(r"(?<![\w.,:/$€£+#%-])(?P<number>\d{1,2}|\d{1,3},\d{3}|[1-9]\d{3,4})(?= (?P<behind>[a-z]{3,}))")
_YEARS = range(1800, 2100)


@cache
def _written() -> dict[str, int]:
    """The numbers from two to ninety-nine in words."""
    held = mapping("numbers")
    units: dict[str, int] = {word: value for word, value in held["units"].items() if value >= 2}
    ones = {word: value for word, value in held["units"].items() if 0 < value <= 9}
    tens: dict[str, int] = held["tens"]
    return {**units, **tens, **{f"{ten}-{one}": tens[ten] + ones[one] for ten in tens for one in ones}}


@cache
def _words() -> re.Pattern[str]:
    longest = "|".join(sorted(_written(), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<=[a-z,;] )(?P<number>{longest})(?= (?P<behind>[a-z]{{3,}}))")


@cache
def _stops() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a number, and behind it, where it counts nothing."""
    told = mapping(NAME)["counting"]
    return (
        re.compile(rf"(?:^|[\s(])(?:{filled(NAME, told['not_after'])})\s$", re.IGNORECASE),
        re.compile(rf"(?:{filled(NAME, told['not_before'])})$"),
    )


def exchanged(text: str) -> Iterator[Edit]:
    """The edits that put words for figures and figures for words; of figures above 99 only the comma of the thousands comes or goes."""
    before, behind = _stops()
    said = {value: word for word, value in _written().items()}
    for pattern in (_FIGURES, _words()):
        for match in pattern.finditer(text):
            if before.search(text[max(0, match.start() - 30) : match.start()]) or behind.match(match["behind"]):
                continue
            word = match["number"]
            if word in _written():
                yield Edit(match.start(), match.end(), str(_written()[word]))
                continue
            number = int(word.replace(",", ""))
            opens = not text[: match.start()].strip(" \"'“‘") or text[: match.start()].rstrip("\"'“‘").endswith((". ", "! ", "? "))
            if number in said:
                yield Edit(match.start(), match.end(), said[number].capitalize() if opens else said[number])
            elif number >= 1000 and number not in _YEARS:
                yield Edit(match.start(), match.end(), str(number) if "," in word else f"{number:,}")
