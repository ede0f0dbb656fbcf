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
from thucydides.grounding.times.forms import Bound, Calendar, Day, DayOfMonth, Month, Overnight, Side, Span, Weekday
from thucydides.nouns import Block, Document

OPENING = 40
"""Characters from the start of a paragraph within which the day stands that it opens with."""
_ITEM = re.compile(
    r"\W*(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s*[–-]\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?)?(?:\s*[–—]\s+|\s+-\s+|:\s+)(?=[^\W\d_])"
)
_NEXT_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z])")
_LED = re.compile(r"\b(?:in|of|since|early|late|mid|by|until|during|last|this)(?:[\s-]|$)", re.IGNORECASE)
"""What shows that the name of a month is one."""
_SIDES: dict[str, Side] = {"since": "since", "until": "until", "till": "until", "by": "by"}
_BRACKETED = re.compile(r"\s*\((?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\)")


def with_months(document: Document, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times of a document, with the days that it tells by their number alone."""
    result: list[TimeExpression] = []
    section = titled = _of_title(document, times)
    past = _of_the_past(document, times)
    before: Told | None = None
    rest = 0
    for block in sorted(document.blocks, key=lambda b: b.start):
        own = [t for t in times if block.start <= t.start < block.end]
        result += [t for t in times if rest <= t.start < block.start]
        rest = max(rest, block.end)
        head = head_of(document.text, block)
        if block.kind == "heading" or head is not None:
            section, before = after(section, head) or titled, None
        named, told = _numbered(document.text, block, own, section or titled, before)
        result += named
        if past and told is not None and block.kind in ("paragraph", "bullet"):
            titled = replace(told, day=None, headed=True)
        before = told if block.kind in ("paragraph", "bullet") and told is not None and _opens(block, own) else None
    return sorted([*result, *(t for t in times if t.start >= rest)], key=lambda t: t.start)


def _of_title(document: Document, times: Sequence[TimeExpression]) -> Told | None:
    """The month, with its year, that the head of a page names as that of which it tells, long before it was put out."""
    head = [b for b in document.blocks[:HEAD] if b.kind in ("title", "heading", "byline", "paragraph") and b.end - b.start <= LINE]
    found = [_of(document.text, t) for b in head for t in times if b.start <= t.start < b.end]
    told = sorted({(f.year, f.month) for f in found if f is not None and f.year is not None and not _put_out(document, f)})
    return Told(told[0][1], told[0][0], headed=True) if told and len(told) <= MOST else None  # the later is that in which it was put out


def _of_the_past(document: Document, times: Sequence[TimeExpression]) -> bool:
    """Whether a page tells of days long past alone, so that a day without its month is of the month told last, in whatever section."""
    named = any(isinstance(t.form, Weekday) or getattr(t.form, "weekday", None) is not None for t in times)
    if named or any(isinstance(t.form, Calendar) and t.form.base == "document" for t in times):
        return False
    told = [f for t in times if (f := _of(document.text, t)) is not None]
    day = document.published.latest if document.published is not None else None
    own = [f for f in told if day is None or (f.year, f.month, f.day) != (day.year, day.month, day.day)]
    return day is not None and bool(own) and not any(_put_out(document, f) for f in own)


def _put_out(document: Document, told: Told) -> bool:
    """Whether a month is that in which a page was put out, or the one before: then its numbers are counted from the page's own day."""
    day = document.published.latest if document.published is not None else None
    if day is None:
        return False
    months = 12 * (day.year - told.year) if told.year is not None else 12 * (told.month > day.month)
    return months + day.month - told.month < OLD


OLD = 2
"""Months after which a page tells of days long past."""
MOST = 2
"""Months that the head of a page names at most where one is that of its deeds."""
HEAD, LINE = 6, 120
"""Blocks at the head of a page, and the characters of a line that names its matter."""


def _opens(block: Block, own: Sequence[TimeExpression]) -> bool:
    """Whether a paragraph opens with a day, as the entries of a chronology do."""
    return bool(own) and own[0].start - block.start <= OPENING and isinstance(own[0].form, Day | Span | DayOfMonth)


def _numbered(
    text: str, block: Block, own: Sequence[TimeExpression], section: Told | None, before: Told | None
) -> tuple[list[TimeExpression], Told | None]:
    """(the times of a block with the days told by their number, the day or month told last in it)."""
    numbers = [*_items(text, block, section or before), *day_numbers(text[block.start : block.end])]
    numbers = [replace(n, start=n.start + block.start, end=n.end + block.start) for n in numbers]
    own = [t for t in own if not any(n.start < t.start and t.end <= n.end for n in numbers)]  # "the 4th of the same month"
    own = [t for t in own if not isinstance(t.form, DayOfMonth) or not any(n.last > n.first and _meet(n, t) for n in numbers)]
    result: list[TimeExpression] = []
    told: Told | None = None
    items: list[TimeExpression | DayNumber] = [*own, *numbers]
    for item in sorted(items, key=lambda i: (i.start, i.end)):
        if isinstance(item, TimeExpression) and not isinstance(item.form, DayOfMonth):
            item = _bracketed(text, item)
            result.append(item)
            told = _of(text, item) or told
            continue
        if any(_meet(t, item) for t in own if not isinstance(t.form, DayOfMonth | Weekday)):
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


def _meet(one: TimeExpression | DayNumber, other: TimeExpression | DayNumber) -> bool:
    return one.start < other.end and other.start < one.end


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


def _items(text: str, block: Block, known: Told | None) -> Iterable[DayNumber]:
    """The number with which an item opens of a list under a month, or of one whose last item opened with an earlier day."""
    match = _ITEM.match(text, block.start, block.end) if known is not None and block.kind in ("bullet", "paragraph") else None
    first = int(match["day"]) if match is not None else 0
    if match is not None and known is not None and 1 <= first <= 31 and (known.headed or first > (known.day or 31)):
        last = max(first, int(match["last"] or first))
        yield DayNumber(match.start("day") - block.start, match.end("last" if match["last"] else "day") - block.start, first, last, True)
