"""Filed: the day in the line with which an agency or a correspondent opens a report.

"LONDON, July 26 (Reuters) -", "Kryvyi Rih, 6 April 2025 - ", "Kathmandu, June 6: ", "Lima, May 25 (EFE).- ". A place stands before the day
or an agency behind it, and a dash or a colon parts it from the first sentence. Where paragraphs open with several such days they
are entries of a list, and none is the report's.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from thucydides.grounding.datelines import BRACKETED
from thucydides.grounding.page_dates import HEAD, own_date
from thucydides.grounding.times import TimeExpression, find_times
from thucydides.grounding.times.forms import Day
from thucydides.nouns import DateRange

_CAPITALS = re.compile(r"\s*[A-Z][A-Z.'’/ -]{2,}")
_DASH = re.compile(r"\s(?:-{1,2}|–|—)\s|\)\s*(?:-{1,2}|–|—)|\(Reuters\)|\(AP\)|\(AFP\)| \| ")
_DASH_REACH = 26
"""How far behind its date a news agency's dash may stand."""
_LONGEST = 140
_TOLD, _BEGUN = 250, 2
"""Characters of a paragraph that tells something, and so many of them behind which a report has begun."""
_LOWER = 24
"""So many small letters stand before the day of a dateline in capitals at most."""
_SENTENCE = re.compile(r"[.!?]\s")
_PLACE = re.compile(r"(?!(?:On|In|At|By|From|The|Since|After|Before|Near)\b)(?:[A-Z][\w.'’-]*[ ,/]+|\( ?[A-Z][\w '’-]+\)[ ,]*){1,6}$")
_AGENCY = r"\(\s*[A-Z][\w .&/'’-]{1,40}\)"
_BY_AGENCY = re.compile(rf"\s*{_AGENCY}\s*\.?\s*(?:-{{1,2}}|–|—)\s")
_PARTED = re.compile(rf"\.?\s*(?:{_AGENCY}\s*\.?)?\s*(?:-{{1,2}}|[–—|:])\s+\S|\s*{_AGENCY}\s*\.?\s+\S|\.\s+[A-Z]")
_TAKEN_UP = re.compile(rf"\s*(?:{_AGENCY}\s*\.?)?\s*(?:-{{1,2}}|[–—:])\s+\S")
"""What parts a day without its year from the first sentence."""


_ALONE = re.compile(
    rf"(?!(?:On|In|At|By|From|The)\b)(?:[A-Z][\w.'’-]*[ ,/]+(?:[—–|·-][ ]+)?){{1,4}}(?:{_AGENCY})?\s*,?\s*$"
    r"|\(\s*(?:By|From|[A-Z])[^()\n]{2,40}\)\s*,?\s*$"
)
"""What stands before a day that ends a dateline with a line of its own: a place, an outlet or both."""
_BARS = re.compile(r"\s+(?:\||·|•|::|—|–)\s+")
_BELOW = 4
"""Lines at the head of a text, below its title, where such a line stands."""


def alone(text: str) -> DateRange | None:
    """The whole day of a dateline with a line of its own below the title: "Maputo (Coast News), 29 March 2021" (rule
    `published.newswire`)."""
    for line in [p.rpartition(" | ")[2].strip() for p in text.splitlines() if p.strip()][1:_BELOW]:
        times = find_times(line) if len(line) <= _LONGEST else ()
        day = times[0] if len(times) == 1 else None
        if day is None or not isinstance(day.form, Day) or day.relative_to != "nothing" or line[day.end :].strip(" ."):
            continue
        if _ALONE.match(line[: day.start]) and (when := own_date(line, day)) is not None:
            return replace(when, basis="dateline", rule="published.newswire")
    return None


def in_a_part(lines: Iterable[str]) -> DateRange | None:
    """The whole day that is all that a part of a line says, but for a place before it: "Guayaquil | English selection | Thursday 14
    November 2024", "A field note by Our Rights | Almaty, 2 May 2023" (rule `published.head-part`)."""
    for line in lines:
        parts = _BARS.split(line) if len(line) <= _LONGEST else []
        for part in parts if len(parts) > 1 else ():
            times = find_times(part)
            day = times[0] if len(times) == 1 else None
            if day is None or not isinstance(day.form, Day) or day.relative_to != "nothing" or part[day.end :].strip(" .()"):
                continue
            placed = not part[: day.start].strip(" ,") or _PLACE.match(part[: day.start])
            if placed and (when := own_date(part, day)) is not None and when.earliest is not None:
                return replace(when, basis="dateline", rule="published.head-part")
    return None


def newswire(text: str) -> DateRange | None:
    """The date of the line that opens a report; None where there is none, and where several open its paragraphs (rule
    `published.newswire`)."""
    found = list(_filed_dates(text))
    if not found or len({when.edtf for when in found}) > 1:
        return None
    return replace(found[0], basis="dateline", rule="published.newswire")


def _filed_dates(text: str) -> Iterator[DateRange]:
    told = 0
    for paragraph in [p for p in text.splitlines() if p.strip()][:HEAD]:
        if told >= _BEGUN:
            return  # "Sange, Sunday 7 December: an explosion" in the middle of a report is an entry of it
        told += len(paragraph) > _TOLD
        head = paragraph[:_LONGEST]
        when = (_in_capitals(head) if _CAPITALS.match(head) else None) or _filed(head)
        if when is not None:
            yield when


def _in_capitals(head: str) -> DateRange | None:
    """The day of "LONDON, July 26 (Reuters) -"."""
    for expression in find_times(head):
        if (when := own_date(head, expression)) and isinstance(expression.form, Day):
            before = head[: expression.start]
            parted = _DASH.search(head, max(0, expression.start - 3), expression.end + _DASH_REACH)
            if parted and sum(c.islower() for c in before) <= _LOWER and not _SENTENCE.search(before):
                return when
    return None


def _filed(head: str) -> DateRange | None:
    """The day of "Kryvyi Rih, 6 April 2025 - The city ...", of "April 15, 2025. Kyiv. ...", of "Kathmandu, June 6: ..." and of
    "(Nairobi, July 24, 2019) – ..."."""
    bracketed = BRACKETED.match(head)
    head = bracketed["inside"] + " – The" if bracketed is not None else head
    times = find_times(head)
    first = times[0] if times else None
    if first is None or not isinstance(first.form, Day) or first.relative_to not in ("nothing", "document"):
        return None
    before = head[: first.start]
    if not (_stands_alone(head, first) if not before.strip() else _follows_place(head, first, before)):
        return None
    return own_date(head, first)


def _stands_alone(head: str, day: TimeExpression) -> bool:
    """Whether a day that opens a line is a report's: with an agency behind it, or whole and parted otherwise than an item of a list."""
    if _BY_AGENCY.match(head, day.end):
        return True
    return day.relative_to == "nothing" and _PARTED.match(head, day.end) is not None and not head[day.end :].lstrip().startswith(":")


def _follows_place(head: str, day: TimeExpression, before: str) -> bool:
    """Whether a day is that of a dateline behind the place that opens the line."""
    if not _PLACE.fullmatch(before):
        return False
    if _BY_AGENCY.match(head, day.end):
        return True
    parted = _PARTED if day.relative_to == "nothing" else _TAKEN_UP
    return ("," in before or ")" in before) and parted.match(head, day.end) is not None
