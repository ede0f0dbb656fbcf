"""Month told: the month of days that a text gives by their number alone, from the month that heads their section or is told before them.

"MARCH. On the 4th ...", "On 9 July ... On the 26th", and the items "* 11 – Bastia: ..." under a heading "January". Rule `date.month-told`.
Invariants: a month is only taken from the same section; a number that no month goes before is left to the report's own day.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from thucydides.extracting.filling.month_heads import Told, after, head_of
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.day_numbers import DayNumber, day_numbers
from thucydides.grounding.times.expression import RelativeTo
from thucydides.grounding.times.forms import Bound, Day, DayOfMonth, Month, Overnight, Side, Span, Weekday
from thucydides.nouns import Block, Document

OPENING = 40
"""Characters from the start of a paragraph within which the day stands that it opens with."""
_ITEM = re.compile(r"\W*(?P<day>\d{1,2})(?:\s*[–—]\s+|\s+-\s+|:\s+)(?=[^\W\d_])")
_NEXT_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z])")
_LED = re.compile(r"\b(?:in|of|since|early|late|mid|by|until|during|last|this)(?:[\s-]|$)", re.IGNORECASE)
"""What shows that the name of a month is one."""
_SIDES: dict[str, Side] = {"since": "since", "until": "until", "till": "until", "by": "by"}
_BRACKETED = re.compile(r"\s*\((?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\)")


def with_months(document: Document, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times of a document, with the days that it tells by their number alone."""
    result: list[TimeExpression] = []
    section: Told | None = None
    before: Told | None = None
    rest = 0
    for block in sorted(document.blocks, key=lambda b: b.start):
        own = [t for t in times if block.start <= t.start < block.end]
        result += [t for t in times if rest <= t.start < block.start]
        rest = max(rest, block.end)
        head = head_of(document.text, block)
        if block.kind == "heading" or head is not None:
            section, before = after(section, head), None
        named, told = _numbered(document.text, block, own, section, before)
        result += named
        before = told if block.kind in ("paragraph", "bullet") and told is not None and _opens(block, own) else None
    return sorted([*result, *(t for t in times if t.start >= rest)], key=lambda t: t.start)


def _opens(block: Block, own: Sequence[TimeExpression]) -> bool:
    """Whether a paragraph opens with a day, as the entries of a chronology do."""
    return bool(own) and own[0].start - block.start <= OPENING and isinstance(own[0].form, Day | Span | DayOfMonth)


def _numbered(
    text: str, block: Block, own: Sequence[TimeExpression], section: Told | None, before: Told | None
) -> tuple[list[TimeExpression], Told | None]:
    """(the times of a block with the days told by their number, the day or month told last in it)."""
    numbers = [*_items(text, block, section), *(n for n in day_numbers(text[block.start : block.end]))]
    numbers = [replace(n, start=n.start + block.start, end=n.end + block.start) for n in numbers]
    result: list[TimeExpression] = []
    told: Told | None = None
    items: list[TimeExpression | DayNumber] = [*own, *numbers]
    for item in sorted(items, key=lambda i: (i.start, i.end)):
        if isinstance(item, TimeExpression) and not isinstance(item.form, DayOfMonth):
            item = _bracketed(text, item)
            result.append(item)
            told = _of(text, item) or told
            continue
        if any(t.start < item.end and item.start < t.end for t in own if not isinstance(t.form, DayOfMonth | Weekday)):
            continue
        if result and item.start < result[-1].end and isinstance(item, DayNumber) and not isinstance(result[-1].form, Weekday | DayOfMonth):
            continue
        known = _nearest(text, told, section, before, item.start)
        found = _dated(text, item, known)
        if found is None:
            continue
        if result and found.start < result[-1].end:
            result.pop()
        result.append(found)
        told = _of(text, found) or told
    return result, told


def _nearest(text: str, told: Told | None, section: Told | None, before: Told | None, start: int) -> Told | None:
    """What a number is counted in: a day told in its block, or a month told in its sentence or the one before, else the section's month."""
    if told is not None and (told.day is not None or len(_NEXT_SENTENCE.findall(text, told.end, start)) <= 1):
        return told
    return section or before


def _dated(text: str, item: TimeExpression | DayNumber, known: Told | None) -> TimeExpression | None:
    """A day told by its number, in the month known; left as it is, or out, where none is."""
    weekday: int | None = None
    if isinstance(item, TimeExpression):
        assert isinstance(item.form, DayOfMonth)
        first = last = item.form.day
        weekday = item.form.weekday
    else:
        first, last = item.first, item.last
    form = known.form(first, last, weekday) if known is not None else None
    if form is not None:
        year = form.year if isinstance(form, Day) else None if form.last is None or not isinstance(form.last, Day) else form.last.year
        needs: RelativeTo = "document" if year is None else "nothing"
        night = "night" if isinstance(item, DayNumber) and "night" in text[item.start : item.end].lower() else ""
        daypart = item.daypart if isinstance(item, TimeExpression) else night
        side = _SIDES.get(text[item.start : item.end].split()[0].lower()) if isinstance(item, DayNumber) else None
        whole = Bound(form, side) if side is not None else form
        return TimeExpression(item.start, item.end, text[item.start : item.end], whole, side is not None, needs, daypart=daypart)
    if isinstance(item, TimeExpression):
        return item
    if item.led and first == last and text[item.start : item.end].split()[0].lower() not in _SIDES:
        return TimeExpression(item.start, item.end, text[item.start : item.end], DayOfMonth(first), relative_to="document")
    return None


def _bracketed(text: str, time: TimeExpression) -> TimeExpression:
    """A month with its day in brackets behind it: "In July (14th)"."""
    match = _BRACKETED.match(text, time.end) if isinstance(time.form, Month) and time.form.which == "plain" else None
    if match is None or not isinstance(time.form, Month):
        return time
    form = Day(time.form.month, int(match[1]), time.form.year)
    return replace(time, end=match.end(), wording=text[time.start : match.end()], form=form, window=False)


def _of(text: str, time: TimeExpression) -> Told | None:
    """The month and the day that a time tells, None where it tells neither, only bounds a stretch or may be another word ("the March")."""
    whole = time.form.of if isinstance(time.form, Bound | Overnight) and isinstance(time.form.of, Day) else time.form
    form = whole.first if isinstance(whole, Span) else whole
    year = time.form.last.year if isinstance(time.form, Span) and isinstance(time.form.last, Day) else None
    if isinstance(form, Day):
        return Told(form.month, form.year or year, form.day, time.end)
    plain = isinstance(form, Month) and form is time.form and form.which == "plain" and not time.window
    if not plain or not isinstance(form, Month):
        return None
    sure = form.year is not None or _LED.search(text, max(0, time.start - len("during ")), time.start + 3) is not None
    return Told(form.month, form.year, None, time.end) if sure else None


def _items(text: str, block: Block, section: Told | None) -> Iterable[DayNumber]:
    """The number with which an item of a list under a month opens."""
    match = _ITEM.match(text, block.start, block.end) if section is not None and block.kind in ("bullet", "paragraph") else None
    if match is not None and 1 <= int(match["day"]) <= 31:
        day = int(match["day"])
        yield DayNumber(match.start("day") - block.start, match.end("day") - block.start, day, day, True)
