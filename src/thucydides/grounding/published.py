"""Published: when a document was published, from what it says of itself, and how that is known.

In this order: the page's own data, the byline, the address, words such as "Posted" or a date alone on a line, a news agency's date line.
Dates behind "Updated" and in copyright lines are not taken, but for the stamp of a publishing system where there is nothing else. A date
in numbers is settled by what the page tells, else kept both ways.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from thucydides.grounding.address_dates import calendar_day, from_address
from thucydides.grounding.filed import alone, in_a_part, newswire
from thucydides.grounding.head_days import in_the_head, told_as_today
from thucydides.grounding.head_lines import as_printed, lines_out
from thucydides.grounding.issues import from_issue, from_months
from thucydides.grounding.numeric_dates import settled
from thucydides.grounding.page_dates import ends, from_lines, from_stamp, is_posted, newest_told, own_ends, updated
from thucydides.grounding.page_years import of_page
from thucydides.grounding.times import Anchor, find_times, only_days, resolve
from thucydides.grounding.titled_heads import titled_heads
from thucydides.grounding.updates import brought_up
from thucydides.nouns import Block, DateRange

_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4,6})?$")
_SEVERAL = 2
_TOP, _LINE = 6, 140
"""Blocks at the head of a page among which the line with its day stands, and characters that such a line has at most."""
_EPOCH = re.compile(r"\d{10}(?:\d{3})?$")
# What a date line that lacks its year may be ahead of the newest date told, in days.
_TOLD_SLACK = 3
# A page changed by another zone's clock may be changed so many days before the day of its date line at most.
_CHANGED = 2
# How long before a date line that lacks its year the newest whole date may lie for the year to be taken from it, in days.
_NEWS = 150


def document_date(text: str, blocks: tuple[Block, ...], metadata: Mapping[str, str]) -> DateRange | None:
    """When the document was published, with basis and rule, or None where nothing says so.

    `metadata` may hold "published" (any written date), "url", "outlet", "language" and "copyright" (a year). A date in numbers
    that nothing settles has its other reading in `alternatives`; one that lacks its year gets it from the newest date told or the page, or
    stays "XXXX-12-24".
    """
    wire = newswire(text)
    sources: tuple[Callable[[], DateRange | None], ...] = (
        lambda: _from_metadata(metadata.get("published", "")),
        lambda: from_lines(lines_out(_bylines(text, blocks)), "dateline", "published.dateline"),
        lambda: from_address(metadata.get("url", "")),
        lambda: from_lines(lines_out(_posted(text, blocks)), "text", "published.posted", labelled=True),
        lambda: wire if wire is not None and wire.earliest is not None else None,
        lambda: from_issue(_posted(text, blocks)),
        lambda: wire,
        lambda: alone(text),
        lambda: in_a_part(lines_out(_head(text, blocks))),
        lambda: in_the_head(text, lines_out(_top(text, blocks))),
        lambda: told_as_today(text),
        lambda: from_stamp(ends(text)),
        lambda: from_months(_posted(text, blocks)),
    )
    for at, source in enumerate(sources):
        found = source()
        if found is not None and not (found.rule == "published.newswire" and _overtaken(found, text)):
            if found.basis == "url" and found.precision != "day":
                found = next((day for finer in sources[at + 1 :] if (day := _inside(found, finer())) is not None), found)
            found = as_printed(found, text)
            if found.alternatives:
                found = settled(found, text, metadata.get("language", ""), newest_told(text, found.wording))
            return brought_up(_completed(found, text, from_months(_posted(text, blocks)), metadata), text)
    return None


def _overtaken(found: DateRange, text: str) -> bool:
    """Whether most days that a text gives whole lie behind a day with which a paragraph of it begins: that day is none of its own but what
    an entry opens with."""
    if found.latest is None or re.search(rf"^\W*{re.escape(found.wording)}", text, re.MULTILINE) is None:
        return False
    whole = [resolve(t, Anchor()) for t in find_times(text) if t.relative_to == "nothing" and t.lean != "future" and not t.window]
    days = [d.earliest for d in whole if d is not None and d.precision == "day" and d.earliest is not None]
    later = [day for day in days if day > found.latest + timedelta(days=_TOLD_SLACK)]
    return len(later) >= _SEVERAL and 2 * len(later) > len(days)


def _inside(month: DateRange, told: DateRange | None) -> DateRange | None:
    """A day told by the page where it lies in the month that its address gives, which gives it its year too; None where it does not."""
    if told is None or month.earliest is None or month.latest is None:
        return None
    if told.earliest is None and told.edtf.startswith(f"XXXX-{month.earliest.month:02}-"):
        year, of_year = month.earliest.year, month.earliest.month
        return calendar_day(year, of_year, int(told.edtf[8:10]), told.wording, told.basis, "published.year-told")
    within = told.precision == "day" and told.earliest is not None and month.earliest <= told.earliest <= month.latest
    return told if within else None


def _bylines(text: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    """The bylines, first those that say when the report was posted: a bare date beside them may be that of the page's own day."""
    lines = [text[b.start : b.end] for b in blocks if b.kind == "byline"]
    yield from sorted(lines, key=lambda line: not is_posted(line))


def _posted(text: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    """The lines at either end of a text that may hold its date: none of an infobox, none that heads an entry of a timeline."""
    entries = _entries(text, blocks)
    return (line for line in own_ends(_unboxed(text, blocks)) if line.strip() not in entries)


def _head(text: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    """The lines above the first paragraph that may hold the date of the page."""
    first = next((b.start for b in blocks if b.kind in ("paragraph", "bullet", "table")), len(text))
    return (line for line in _posted(text, blocks) if text.find(line) < first)


def _top(text: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    """The lines above the text proper of a report that are no title of it: its sections, authors, places and days."""
    entries = _entries(text, blocks)
    for block in blocks[:_TOP]:
        line = text[block.start : block.end].strip()
        if block.end - block.start > _LINE:
            return
        if block.kind in ("paragraph", "heading", "byline") and line not in entries:
            yield line


def _unboxed(text: str, blocks: tuple[Block, ...]) -> str:
    """The text without the fields of an infobox, whose dates are of what the page tells."""
    for block in reversed([b for b in blocks if b.kind == "infobox"]):
        text = text[: block.start] + text[block.end :]
    return text


def _entries(text: str, blocks: tuple[Block, ...]) -> frozenset[str]:
    """The lines that are nothing but a day, or some days of a month, and the headings that give one with their matter, where a page has
    several: the entries of a timeline, and no date of the page."""
    heads = [text[b.start : b.end].strip() for b in blocks if b.kind in ("heading", "paragraph")]
    days = [h for h in heads if only_days(h)]
    titled = titled_heads(text, blocks)
    named = frozenset(text[b.start : b.end].strip() for b in blocks if b.start in titled)
    return named | (frozenset(days) if len(days) >= _SEVERAL else frozenset())


def _from_metadata(written: str) -> DateRange | None:
    """A date as the page's data write it: ISO, compact, in words, or seconds since 1970."""
    written = written.strip()
    if not written:
        return None
    if _EPOCH.match(written):
        day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(written[:10]))).date()
        return DateRange(day.isoformat(), day, day, "day", "metadata", "published.metadata", written)
    if match := _COMPACT.match(written):
        return calendar_day(int(match[1]), int(match[2]), int(match[3]), written, "metadata", "published.metadata")
    for expression in find_times(written):
        when = resolve(expression, Anchor())
        if when and not expression.window:
            return replace(when, basis="metadata", rule="published.metadata", wording=written)
    return None


def _completed(found: DateRange, text: str, issue: DateRange | None, page: Mapping[str, str]) -> DateRange:
    """A date without its year, given the year that puts it right before the page's last change, or behind the newest whole date told, where
    the text tells one, or behind the month of the issue that it stands in, else that of the page's address or copyright line."""
    if found.earliest is not None or not found.edtf.startswith("XXXX-") or len(found.edtf) != len("XXXX-12-24"):
        return found
    month, day = int(found.edtf[5:7]), int(found.edtf[8:10])
    if (changed := updated(text)) is not None:
        for year in (changed.year, changed.year - 1):
            whole = calendar_day(year, month, day, found.wording, found.basis, "published.year-told")
            if whole and whole.earliest and -_CHANGED < (changed - whole.earliest).days <= _NEWS:
                return whole
    newest = newest_told(text, found.wording) or (issue.earliest if issue is not None else None)
    for year in (newest.year, newest.year + 1) if newest is not None else ():
        whole = calendar_day(year, month, day, found.wording, found.basis, "published.year-told")
        if newest and whole and whole.earliest and whole.earliest >= newest - timedelta(days=_TOLD_SLACK):
            if whole.earliest - newest <= timedelta(days=_NEWS):
                return whole
            break
    sited = of_page(found, page.get("url", ""), page.get("copyright", ""))
    fits = sited is not None and sited.earliest is not None and (newest is None or sited.earliest >= newest - timedelta(days=_TOLD_SLACK))
    return sited if sited is not None and fits else found
