"""Plain: the lines of a plain text, with what their own shape says: headings marked with = or #, bullets, infobox fields, tables."""

import re
from collections.abc import Iterator, Sequence

from thucydides.reading.bullets import unmarked
from thucydides.reading.page import Line
from thucydides.reading.rows import tabulated
from thucydides.reading.wrapping import unwrapped
from thucydides.vocabulary import mapping

HEADING = 400
"""A longer line is no heading, table row or quotation mark's line."""
CAPTION = "\ue000"
"""Set by a format reader before a line that is a picture's caption; clean text cannot hold it."""

_WIKI_HEADING = re.compile(r"(={1,6})\s*([^=\s].*?)\s*\1$")
_HASH_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*$")
_TERM = re.compile(r";\s*(\S.{1,78}[^.!?;:]):?$")
TERM = 6
"""The depth of a term of a wiki's list ("; 16 May"), which heads what is told under it."""
_TOLD = re.compile(r":{1,3}\s+(\S.*)$")
"""What is told under such a term (": Two mines went off")."""
_FIELD = re.compile(r"(?:[-*•|]\s*)?([^\W\d_][\w ()/.'’-]{0,40}?)\s*[:=]\s*(\S.*)$")
_INFOBOX = re.compile(r"(?:\{\{|[\[{(])?infobox\b[^.]{0,40}$", re.I)
_DUMP = re.compile(r"^(={2,5})[^=\n]+\1\s*$|^Infobox\b[^.\n]{0,40}\n[-*] [^:\n]{1,40}: ", re.M)
_TABLE = re.compile(r"\|.*\||[^|]+(?:\s\|\s[^|]+){2,}$")
_RULE = re.compile(r"[\s|:+=-]+$")
_QUOTE = re.compile(r">\s*(\S.*)$")
_BREAK = re.compile(r"\s*<\s*br\s*/?\s*>\s*", re.I)
_DIVIDER = re.compile(r"\s*<\s*hr\s*/?\s*>\s*", re.I)


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a clean text, blank ones told by `gap`."""
    return tuple(unmarked(unwrapped(list(_raw(text)))))


def is_wiki_dump(text: str) -> bool:
    """Whether a text is the plain form of a wiki page: headings between `=` signs, or an infobox of "- Key: value" lines."""
    return bool(_DUMP.search(text[:50_000]))


def infobox(key: str, value: str) -> Line:
    """An infobox field as the line "Key: value": breaks in the value become commas, rules between parties semicolons."""
    value = _DIVIDER.sub("; ", _BREAK.sub(", ", value))
    value = re.sub(r"\s*\n\s*", ", ", value.strip())
    value = re.sub(r"([:;,])(?:\s*,)+", r"\1", value).strip(" ,;")
    key = " ".join(key.replace("_", " ").split())
    return Line(f"{key[:1].upper()}{key[1:]}: {value}", "infobox", key=key.casefold())


def _raw(text: str) -> Iterator[Line]:
    gap, boxed = False, False
    rows = text.split("\n")
    fields, cells = recorded(rows), tabulated(rows)
    for at, row in enumerate(rows):
        words = row.strip()
        if at in cells:
            yield Line(cells[at], "table", gap=gap)
            gap = boxed = False
            continue
        if at in fields and (field := _FIELD.match(words)):
            told = infobox(field[1], field[2])
            yield Line(told.text, told.kind, told.level, told.key, gap, row[0] in " \t")
            gap = False
            continue
        if not words:
            gap = True
            continue
        line = _line(words, boxed and (not gap or words[0] in "-*|"))
        if line is None:
            boxed = bool(_INFOBOX.match(words))
            gap = not boxed
            continue
        boxed = boxed and line.kind == "infobox"
        yield Line(line.text, line.kind, line.level, line.key, gap, row[0] in " \t")
        gap = False


def recorded(rows: Sequence[str]) -> frozenset[int]:
    """The rows that write one incident field by field ("Incident date: ...", "Location: ..."), three or more on end.

    One of them must be its date and one its place or its dead (rule `read.record`).
    """
    records = mapping("reading_records")
    known = {word: name for told in ("sided", "fields") for name, words in records[told].items() for word in words}
    found: set[int] = set()
    run: dict[int, str] = {}
    for at, row in enumerate([*rows, ""]):
        field = _FIELD.match(row.strip()) if len(row) <= _FIELD_LONGEST else None
        name = known.get(" ".join(_SIDE.sub("", field[1].casefold()).split())) if field is not None else None
        if name is not None:
            run[at] = name
            continue
        told = set(run.values())
        if len(run) >= _FIELDS and "date" in told and told & {"place", "killed"}:
            found |= set(run)
        if row.strip() or not run:
            run = {}
    return frozenset(found)


_SIDE = re.compile(r"\s*\([^()]*\)$")
"""The side that a field is of, behind its name: "Casualties (rebels)"."""
_FIELDS = 3
_FIELD_LONGEST = 200


def _line(words: str, boxed: bool) -> Line | None:
    """What one line's shape says; None for lines that are marks only (an infobox's head, a rule of a table)."""
    first = words[0]
    if boxed and (field := _FIELD.match(words)):
        return infobox(field[1], field[2])
    if first == CAPTION:
        return Line(words[1:].strip(), "caption")
    if len(words) > HEADING:
        return Line(words)
    if first == "=" and (match := _WIKI_HEADING.match(words)):
        return Line(match[2], "heading", len(match[1]))
    if first == ";" and (match := _TERM.match(words)):
        return Line(match[1], "heading", TERM)
    if first == ":" and (match := _TOLD.match(words)):
        return Line(match[1])
    if first == "#" and (match := _HASH_HEADING.match(words)):
        return Line(match[2], "heading", len(match[1]))
    if first in "iI{[(" and _INFOBOX.match(words):
        return None
    if "|" in words and _TABLE.match(words):
        if _RULE.match(words):
            return None
        cells = [cell.strip() for cell in words.strip("|").split("|")]
        return Line(" | ".join(cells), "table" if words.startswith("|") else "")
    if first == ">" and (match := _QUOTE.match(words)):
        return Line(match[1], "quote")
    return Line(words)
