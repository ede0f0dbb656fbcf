"""Tallied: counts of the killed over a stretch of time that fixed words state, whatever deed the sentence tells besides: "the fourth
councillor killed in the town this year", "207 homicides in June", "31 massacres with 108 victims", "the number of murders this month to
45".

Rule `extract.tallied`. Invariants: a count has a window of its own, in its sentence or in the one before it of the paragraph; what is
counted already is not counted again.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.quantities import find_quantities
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import Aggregate, Block, DateRange, Document, Passage, Quantity
from thucydides.vocabulary import mapping


def _any(key: str) -> str:
    """The words of a list of what is tallied, as a pattern."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in mapping("outcomes")["tallied"][key])


_MURDERS = rf"(?:{_any('murders')})"
_ORDINAL = re.compile(
    r"\b(?:the|its|their|his|her)\s+(?P<nth>[a-z]+|\d{1,3}(?:st|nd|rd|th))\s+"
    r"(?:(?:death|killing|murder|homicide|fatality|assassination|execution)\b"
    r"|(?:[\w’'-]+\s+){1,4}?(?:(?:to\s+(?:be|have\s+been)|who\s+(?:has|had)\s+been)\s+)?"
    r"(?:killed|murdered|assassinated|slain|executed|gunned\s+down|shot\s+dead)\b|(?:[\w’'-]+\s+){0,4}?to\s+(?:die|have\s+died|be\s+killed)\b)"
    r"(?=(?P<rest>[^.;]*))",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:this\s+(?:week|month|year)|over\s+the\s+weekend|since\b|so\s+far|in\s+(?:as\s+many|less\s+than|under|the\s+(?:past|last|space)|a|two|three|four|six)\s+"
    r"(?:\w+\s+)?(?:days|weeks?|months?|years?)|in\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""The stretch over which somebody is the so-manieth."""
_COUNTED = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?{_MURDERS}\b", re.IGNORECASE)
_COST = re.compile(rf"\b(?:{_any('deeds')})(?:\s+with|,|\s+and|\s+claiming|\s+leaving)\s+(?:a\s+total\s+of\s+)?$", re.IGNORECASE)
_VICTIMS = re.compile(r"\s+(?:(?:fatal\s+)?victims|dead|deaths|killed|fatalities|lives)\b", re.IGNORECASE)
_NUMBER_TO = re.compile(rf"\bnumber\s+of\s+(?:\w+\s+)?{_MURDERS}\b[^.;]{{0,60}}?\b(?:to|at|reached|hit|passed)\s+$", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:deaths|fatalities|killed|dead)\s+since\b[^.;:\d]{0,60}:\s*$"
    r"|^\W*(?:[\w-]+\s+){0,2}?(?:killed|murdered|deaths|fatalities|killings|murders|executions)\b(?:\s+(?:recorded|reported|documented|verified|registered))?"
    r"[^.;:,]{0,40}:\s*$"
    r"|\b(?:murdered|killed|assassinated|executed)\b(?![^:]*[.;,])[^:\d]{0,40}:\s*$",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"(?<=\n)(?!(?:total|reported|recorded|confirmed|overall|verified)\b)[a-z-]+\s+(?:killings|murders|executions|assassinations)\b"
    r"|^(?!(?:total|reported|recorded|confirmed|overall|verified)\b)[a-z-]+\s+(?:killings|murders|executions|assassinations)\b",
    re.IGNORECASE,
)
"""A label that counts killings of one sort alone: "extrajudicial killings recorded: 13"."""
_BROUGHT = re.compile(
    r"\b(?:br(?:ings?|ought|inging)|tak(?:es?|ing|en)|took|rais(?:es?|ed|ing)|push(?:es|ed|ing)?)\s+to\s+(?:(?:at\s+least|more\s+than|about|some)\s+)?$",
    re.IGNORECASE,
)
_THE_NUMBER = re.compile(
    r"\s+the\s+(?:\w+\s+)?(?:number|total|tally|count|toll)\b[^.;]{0,80}?"
    r"\b(?:killed|dead|died|murdered|slain|shot\s+dead|deaths|killings|murders|victims|fatalities|lives)\b(?=(?P<rest>[^.;]*))",
    re.IGNORECASE,
)
"""What a deed brings a count to: "bringing to 21 the number of people killed in the town this week"."""
_TOTAL_TO = re.compile(
    r"\b(?:killed|died|dead|deaths?|fatalities|bodies|lost\s+(?:its|their)\s+li(?:fe|ves))\b[^.;]*?"
    r"\b(?:br(?:ings?|ought|inging)|tak(?:es?|ing|en)|took|rais(?:es?|ed|ing)|push(?:es|ed|ing)?)\s+the\s+"
    r"(?:(?:overall|cumulative|grand|running|confirmed)\s+)?(?:total|number|tally|count|figure)\s+(?:\w+\s+)?to\s+"
    r"(?:(?:at\s+least|more\s+than|about|some|nearly)\s+)?$",
    re.IGNORECASE,
)
"""What some deaths bring the total of the dead to: "103 were killed, bringing the total to 29,195 since the war began"."""
_NOT_THESE = re.compile(rf"\b(?:{_any('cases')})\w*", re.IGNORECASE)
SHORTEST = 3
"""Days that a window of murders has at least."""
FEWEST = 2


def tallied(
    document: Document, paragraph: Paragraph, around: Surroundings, known: Sequence[Aggregate]
) -> Iterator[Aggregate]:
    """The counts of a paragraph that fixed words state and no aggregate of the paragraph holds."""
    inside = (k for k in known if paragraph.block.start <= k.passage.start < paragraph.block.end)
    taken = {k.deaths.best for k in inside if k.deaths is not None}
    window = _opening(document, paragraph.block, around) or _of_issue(document, around)
    for sentence in paragraph.sentences():
        start, end = paragraph.start + sentence.start_char, paragraph.start + sentence.end_char
        window = next((t for t in around.times_in(start, end) if _is_stretch(t, around.reckoning.when(t))), window)
        held = around.reckoning.when(window) if window is not None else None
        area = next((p.place for p in around.places_in(start, end) if p.place is not None and p.role != "from"), None)
        for count in _counts(document.text[start:end]):
            if count.kind == "ordinal":
                behind = around.times_in(start + count.end, end)
                window = next((t for t in behind if _is_stretch(t, around.reckoning.when(t))), window)
                held = around.reckoning.when(window) if window is not None else None
            loose = held is None and not _STRETCH.search(document.text, start, end)
            if count.number.best in taken or (count.kind == "tally" and loose):
                continue
            taken.add(count.number.best)
            yield Aggregate(
                id=f"{document.id}:{start + count.start}:tallied",
                document=document.id,
                passage=Passage(document.id, start + count.start, start + count.end),
                kind=count.kind,
                deaths=count.number,
                group=count.label,
                window=held,
                window_passage=Passage(document.id, window.start, window.end) if window is not None and held is not None else None,
                area=area,
                date_is_document_bound=window is not None and _BOUND.search(window.wording) is not None,
            )


def _opening(document: Document, block: Block, around: Surroundings) -> TimeExpression | None:
    """The stretch of time of the line that opens the list in which a block stands: "Results from 1 January to 30 June:"."""
    at = document.blocks.index(block) if block in document.blocks else 0
    for above in reversed(document.blocks[max(0, at - LISTED) : at]):
        if document.text[above.start : above.end].rstrip().endswith(":"):
            return next((t for t in around.times_in(above.start, above.end) if _is_stretch(t, around.reckoning.when(t))), None)
        if above.kind in ("heading", "title"):
            return None
    return None


def _of_issue(document: Document, around: Surroundings) -> TimeExpression | None:
    """The stretch of time that the head of an issue of a series of reports gives: "Monthly Brief, October 2018"."""
    for head in document.blocks[:HEADS]:
        named = _ISSUE.search(document.text, head.start, head.end)
        time = next((t for t in around.times_in(head.start, head.end) if _is_stretch(t, around.reckoning.when(t))), None)
        if named is not None and time is not None:
            return time
    return None


HEADS = 3
"""Blocks with which an issue says what it is."""
_ISSUE = re.compile(r"\b(?:daily|weekly|fortnightly|monthly|quarterly|half-yearly|annual|yearly)\s+\w+", re.IGNORECASE)
LISTED = 6
"""Lines of a list below the one that opens it."""
_STRETCH = re.compile(r"\b(?:week|month|year|decade|since)\b", re.IGNORECASE)
"""What names a stretch of time whose days the words leave open."""
_BOUND = re.compile(r"\b(?:since|so far|to date|this)\b", re.IGNORECASE)
_LONG = frozenset({"month", "months", "year", "years", "season", "days"})


def _is_stretch(time: TimeExpression, date: DateRange | None) -> bool:
    return date is not None and days_wide(date) >= SHORTEST and (time.window or date.precision in _LONG)


class _Count(Struct, frozen=True):
    """How many, where a sentence says so, and whether by an ordinal."""

    start: int
    end: int
    number: Quantity
    kind: Literal["tally", "ordinal"]
    label: str = ""


def _counts(text: str) -> Iterator[_Count]:
    """The counts of a sentence, by offset in it."""
    ordinals = mapping("numbers")["ordinals"]
    for match in _ORDINAL.finditer(text):
        nth = match["nth"].lower()
        number = ordinals.get(nth) or int(re.sub(r"\D", "", nth) or 0)
        if number >= FEWEST and _OVER.search(match["rest"]):
            yield _Count(match.start(), match.end(), Quantity(number, number, number, match["nth"], "toll.ordinal"), "ordinal")
    if _NOT_THESE.search(text):
        return
    for span in find_quantities(text):
        if (span.quantity.best or 0) < FEWEST:
            continue
        ran_up = _TOTAL_TO.search(text, 0, span.start) if _OVER.search(text, span.end) else None
        opened = ran_up or _LABEL.search(text, 0, span.start) or _NUMBER_TO.search(text, 0, span.start)
        behind = _COUNTED.match(text, span.end) or (_VICTIMS.match(text, span.end) if _COST.search(text, 0, span.start) else None)
        if behind is None and _BROUGHT.search(text, 0, span.start) and (number := _THE_NUMBER.match(text, span.end)):
            behind = number if _OVER.search(number["rest"]) else None
        if opened is not None or behind is not None:
            start = opened.start() if opened is not None and opened is not ran_up else span.start
            kind = _ONLY.search(text, 0, span.start)
            label = kind.group().lower() if kind is not None and opened is not None else ""
            yield _Count(start, behind.end() if behind is not None else span.end, span.quantity, "tally", label)
