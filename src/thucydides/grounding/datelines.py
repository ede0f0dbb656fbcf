"""Datelines: the words before a report's first sentence that say where it was written, when and by which agency.

"KABUL, Aug 3 (Agency) -", "Kryvyi Rih, 6 April 2025 –", "AMMAN (Agency) —", "QUETTA:". They end in a dash, or in a colon behind
capitals or a day. Whatever asks for one asks here: reading for titles and lines, extracting for where sentences begin and where a report is
from, reconciling for who wrote it.
"""

import re
from collections.abc import Sequence
from functools import cache

from thucydides.grounding.actors.countries import demonym_country
from thucydides.grounding.times.heads import heads_entry
from thucydides.vocabulary import mapping

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
_DASH = r"(?:--|—|–|-(?=\s|$)|\]\s)"
_LINE = re.compile(rf"[A-Z][\w.’'-]*(?:[ ,/]+(?:[\w.’'()-]|\d:(?=\d))+){{0,9}}[ ,]*{_DASH}\s*")
_DAY = rf"(?:{_MONTH}[a-z]*\.? \d{{1,2}}|\d{{1,2}} {_MONTH}[a-z]*)"
_DAY_ALONE = re.compile(rf"{_DAY}(?:,? \d{{4}})?\W*")
"""A day and a dash open an entry of a list: "June 25 -- Two miners ..."."""
_COLON = re.compile(
    rf"([A-Z][A-Z’'-]{{2,}}(?:[ /][A-Z][A-Z’'.-]+){{0,3}})(?:, [A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}})?(?:, {_DAY})?(?: \([^)\n]{{2,30}}\))?:"
    r"\s+(?=[A-Z“\"‘'][^\n:]{40})(?=[^\n]*[a-z])"
)
_FILED = re.compile(rf"^[A-Z][A-Z.’'-]{{2,}}\b|\(|\b{_MONTH}[a-z]*\.? \d|\d {_MONTH}")
_NO_TOWN = rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Updated?|On|In|At|The|By)\b|{_MONTH}[a-z]*\b)"
_DATED = re.compile(
    rf"{_NO_TOWN}[A-Z][\w.’'-]+(?:[ ,/]+[A-Z][\w.’'-]+){{0,3}}?"
    rf"(?:,?\s+(?:{_MONTH}[a-z]*\.?\s+\(?\d{{1,2}}\)?|\d{{1,2}}\s+{_MONTH}[a-z]*)(?:,?\s+\d{{4}})?(?:\s*\([^)]{{2,40}}\))?"
    r"|\s*\((?:[A-Z][\w&]+ ?){1,3}\))\s*:\s+(?=\S)"
)
"""Datelines that end in a colon, told by the day or the agency in them: "Srinagar, Feb. 14, 2019: ", "Quetta (Agency): "."""
_PLAIN = re.compile(r"(?:^|[ (])(?!of\b|and\b|de\b|via\b|the\b)[a-z]|^(?:On|In|At|The)\b")
"""Words that no dateline has: it holds names, days and the agency."""
BRACKETED = re.compile(
    rf"\((?P<inside>(?!The\b|By\b|AP\b|Photo\b)[A-Z][\w.’'-]*(?:[ /,]+(?:[A-Z][\w.’'-]*|de|la|el|al)){{0,6}}"
    rf"(?:,?\s+{_DAY}(?:,?\s+\d{{4}})?)?)\)\s*(?:--|—|–|-)(?:\s+|$)"
)
"""A dateline in brackets, as organisations write them: "(Nairobi, July 24, 2019) – "."""
_SHORT = 4
_BEHIND = re.compile(r"\.?\s*(?:\([^)]{2,40}\)\s*)?(?:,[^—–\-(]{2,40})?\s*(?:\([^)]{2,40}\)\s*)?(?:—|–|--|-)\s")
"""What stands behind the place of a dateline: the country, the day and the agency, each if given, and the dash."""
_AGENCY_BEHIND = re.compile(r"[^.;(]{0,30}\((?:[A-Z][\w&]+ ?){1,3}\)\s*[-–—]")
_REACH = 60
_MOST = 3
"""Paragraphs at the head of a text where a dateline may stand; as many of them are entries of a list."""
_WIRE = re.compile(r"(?:^|[\n.:)] ?|[a-z] )[A-Z][A-Z'’ ,/-]{2,40}(?:[A-Z][a-z]+[ ,]+)?[^()\n]{0,30}\(([A-Z][\w&’' -]{1,30})\)\s*[-–—]")
HEAD = 600
"""Characters from the start of a text in which an agency's dateline stands."""
_CAPITALS_HEAD = 400


def dateline_end(text: str, start: int) -> int:
    """The end of the dateline that starts at `start` ("KHARTOUM, Sept 19 (Agency) — "), `start` where there is none."""
    colon = _COLON.match(text, start)
    if colon is not None and colon[1].casefold() not in _fields():
        return colon.end()
    if (bracketed := BRACKETED.match(text, start)) is not None:
        return bracketed.end()
    match = _LINE.match(text, start)
    if match is None or heads_entry(text, start) or _DAY_ALONE.fullmatch(match.group()) or _PLAIN.search(match.group()):
        return start
    if _counts_people(match.group()):
        return start  # "Three Danes - Lars Holm, 73, ... - were shot dead"
    if not (_FILED.search(match.group()) or len(match.group().split()) <= _SHORT):
        return start
    return match.end()


def _counts_people(line: str) -> bool:
    """Whether a line opens with how many people of a country it goes on to name."""
    words = line.split()
    numbers = mapping("numbers")
    counted = len(words) > 1 and words[0].lower() in {**numbers["units"], **numbers["tens"]}
    return counted and demonym_country(words[1]) is not None


@cache
def _fields() -> frozenset[str]:
    """What stands before a colon at the head of a line and is no place: names of fields and marks of news."""
    known = mapping("reading_records")["fields"].values()
    return frozenset(name for names in known for name in names) | frozenset(mapping("reporting_verbs")["line_heads"])


def head_datelines(text: str, starts: Sequence[int]) -> list[tuple[int, int]]:
    """Where the datelines at the head of a text stand, given where its paragraphs `starts`; none where many paragraphs open with a town,
    for then it is that of an entry ("KIRKUK - A bomb ...")."""
    found = [(start, end) for start in starts if (end := _ends(text, start)) > start]
    return [span for span in found if span[0] in starts[:_MOST]] if len(found) < _MOST else []


def _ends(text: str, start: int) -> int:
    """The end of a dateline at the head of a paragraph, also of one with a line of its own that was joined to the first sentence."""
    whole = _WHOLE.match(text, start)
    return max(dateline_end(text, start), _dated_end(text, start), whole.end() if whole is not None else start)


def _dated_end(text: str, start: int) -> int:
    """The end of a dateline with a day or an agency and a colon, `start` where there is none."""
    match = _DATED.match(text, start)
    return match.end() if match is not None and not heads_entry(text, start) else start


_WHOLE = re.compile(
    rf"{_NO_TOWN}[A-Z][\w.’'-]*(?:[ ,/]+\(?[A-Z][\w.’'-]*\)?){{0,5}},\s*(?i:{_DAY})\.?(?:,?\s+(?:\d\d){{1,2}})?"
    r"\s*\(\s*[A-Z][\w .&/’'-]{1,50}\)\s*"
)
"""A dateline with a line of its own, with its day and agency: "Bogota, 26 Apr 90 (EFE)"."""


def is_dateline(line: str) -> bool:
    """Whether a line is a dateline and nothing more."""
    return bool(line) and (dateline_end(line, 0) == len(line) or _WHOLE.fullmatch(line) is not None)


def places_dateline(text: str, end: int) -> bool:
    """Whether what stands behind a place's name, which ends at `end`, makes it the place of a dateline."""
    shouted = text[end - 1].isupper() and text[end : end + 2] == ": "
    return shouted or _BEHIND.match(text, end) is not None or agency_behind(text, end)


def agency_behind(text: str, end: int) -> bool:
    """Whether a place's name, which ends at `end`, is that of an agency's dateline ("AMMAN (Agency) -"): where its reporter sits."""
    return _AGENCY_BEHIND.match(text, end, end + _REACH) is not None


def filed_by(text: str) -> str:
    """The agency that a dateline at the head of a text names ("AMMAN (Agency) -"), "" where none does."""
    match = _WIRE.search(text, 0, HEAD)
    return match[1] if match else ""


def heads_report(wording: str, start: int) -> bool:
    """Whether a place's name, in capitals near the head of a text, is likely that of its dateline."""
    return start < _CAPITALS_HEAD and wording.isupper()
