"""Days: a day told in another style, and a day or a place told at the other end of a sentence of one clause.

Invariant: a sentence with a comma, a second verb or a quotation inside is left as it is, since there the end of the sentence may belong to
another deed than its beginning.
"""

import re
from collections.abc import Iterator
from functools import cache

from thucydides.evaluating.steadiness.edits import Edit
from thucydides.evaluating.steadiness.words import NAME
from thucydides.grounding.times.english import MONTHS, WEEKDAYS
from thucydides.sentences import ends
from thucydides.vocabulary import filled, mapping, text

_MONTH = "|".join(month.capitalize() for month in MONTHS)
_WEEKDAY = "|".join(day.capitalize() for day in WEEKDAYS)
_BRITISH = re.compile(rf"(?<![\w.,/-])(?P<day>\d{{1,2}}) (?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?(?![\w/-])(?! \d)")
_AMERICAN = re.compile(
    rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}),?)?(?![\w/-])(?! ?(?:and|or|to|[-–—,]) ?\d)"
)
_RANGE = re.compile(r"\d(?:st|nd|rd|th)? ?(?:and|or|to|until|[-–—,/]) ?$")
_DATE = rf"(?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}})"
_WHEN = rf"(?:{_WEEKDAY})(?:,? {_DATE})?|{_DATE}"
_FRONT = re.compile(rf"^On (?P<when>{_WHEN}),? (?P<rest>[^,;:()\"“”—–]+)\.$")
_BEHIND = re.compile(rf"^(?P<rest>[A-Z\d][^,;:()\"“”—–]+) on (?P<when>{_WHEN})\.$")


def restyled(line: str) -> Iterator[Edit]:
    """The edits that turn 3 July 2025 into July 3, 2025, and the other way round."""
    for match in _BRITISH.finditer(line):
        if not _RANGE.search(line, 0, match.start()):
            year = f", {match['year']}" if match["year"] else ""
            comma = "," if year and re.match(r" [a-z]", line[match.end() :]) else ""
            yield Edit(match.start(), match.end(), f"{match['month']} {match['day']}{year}{comma}")
    for match in _AMERICAN.finditer(line):
        if not _RANGE.search(line, 0, match.start()):
            year = f" {match['year']}" if match["year"] else ""
            yield Edit(match.start(), match.end(), f"{match['day']} {match['month']}{year}")


def moved(line: str) -> Iterator[Edit]:
    """The edits that move the day of a sentence from its front to its end, or from its end to its front."""
    for start, sentence in sentences(line):
        if (found := _FRONT.match(sentence)) and _single(found["rest"]):
            yield Edit(start, start + len(sentence), f"{opening(found['rest'])} on {found['when']}.")
        elif (found := _BEHIND.match(sentence)) and _single(found["rest"]):
            yield Edit(start, start + len(sentence), f"On {found['when']}, {inside(found['rest'])}.")


def sentences(line: str) -> Iterator[tuple[int, str]]:
    """The sentences of a stretch of text, each with where it begins."""
    at = 0
    for end, after in (*ends(line), (len(line.rstrip()), len(line))):
        if line[at:end].strip():
            yield at, line[at:end]
        at = after


def opening(words: str) -> str:
    """Words as they stand at the front of a sentence."""
    return words[:1].upper() + words[1:]


def inside(words: str) -> str:
    """Words as they stand inside a sentence: without a capital where that was the sentence's, and no name's."""
    first = re.match(r"[\w'’-]+", words)
    if first is not None and first[0][1:].islower() and first[0].lower() in _small():
        return words[0].lower() + words[1:]
    return words[0].lower() + words[1:] if re.match(r"A ", words) else words


def _single(clause: str) -> bool:
    """Whether words hold one clause only."""
    return len(clause.split()) > 2 and not _second().search(clause)


@cache
def _second() -> re.Pattern[str]:
    told = filled(NAME, mapping(NAME)["second_clause"])
    return re.compile(rf"(?<![\w-])(?:{told}|{_WEEKDAY}|{_MONTH})(?![\w-])", re.IGNORECASE)


@cache
def _small() -> frozenset[str]:
    return frozenset(line for line in text("casing.txt").splitlines() if line and line[0] not in "#=")
