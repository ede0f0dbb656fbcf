"""Titles: which line of a page is its title, which lines repeat it, and what a page's title says of the outlet.

A title is kept once, in its place; copies of it go. Rules `read.title-...` in `vocabularies/rules/reading.yaml`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import structs

from thucydides.reading import addresses, heads
from thucydides.reading.bylines import byline, posted, run_in
from thucydides.reading.captions import caption
from thucydides.reading.facts import holds_facts, is_sentence
from thucydides.reading.page import Line
from thucydides.reading.sitenames import key, split

HEAD_LINES = 12
"""The title of a page without marks is looked for in so many lines."""
LEAST = 3
"""Words of a title that nothing marks as one, at least."""
RUN_IN_LINES = 4
"""Bylines run into other words are looked for in so many lines; further down a date with a time is a live blog's or a comment's."""
_WORDS = re.compile(r"\w+")


class Titled(NamedTuple):
    """Lines of which at most one is the title, the title, the outlet that it named ("" for none), the rule that found it, and the name
    over it of who publishes the page ("" for none)."""

    lines: tuple[Line, ...]
    title: str | None
    outlet: str
    rule: str
    masthead: str = ""


def titled(lines: Sequence[Line], metadata: dict[str, str]) -> Titled:
    """The lines with the title marked and its copies gone; a title that only the metadata give is put first."""
    given, outlet = split(metadata.get("title", ""), metadata)
    if not outlet and metadata.get("page title"):
        outlet = split(metadata["page title"], metadata)[1]
    lines = [part for at, line in enumerate(lines) for part in (_unrun(line) if at < RUN_IN_LINES else (line,))]
    if given:
        known = {key(given), key(metadata["title"])}
        at = next((at for at, line in enumerate(lines[:HEAD_LINES]) if key(line.text) in known), -1)
        place = lines[at] if at >= 0 else Line(given, gap=True)
        rest = [line for line in lines if key(line.text) not in known]
        before = [line for line in lines[: max(at, 0)] if key(line.text) not in known]
        title = structs.replace(place, text=given, kind="title", level=0)
        return Titled((*before, title, *rest[len(before) :]), given, outlet, metadata.get("title rule", "read.title-given"))
    at, rule = _found(lines, metadata.get("url", ""))
    lines, masthead = _credited(lines, at) if rule in ("", "read.title-first") else (lines, "")
    if at < 0:
        return Titled(tuple(lines), None, outlet, "", masthead)
    words, named = split(lines[at].text, metadata)
    same = {key(words), key(lines[at].text)}
    last = max(index for index, line in enumerate(lines) if key(line.text) in same and (index == at or index < HEAD_LINES))
    kept = [
        structs.replace(line, text=words, kind="title", level=0) if index == at else line for index, line in enumerate(lines)
        if index == at or (key(line.text) not in same and not (at < index < last and _kicker(line)))
    ]  # fmt: skip
    return Titled(tuple(kept), words, outlet or named, rule, masthead)


def _credited(lines: Sequence[Line], title: int) -> tuple[list[Line], str]:
    """The lines with those of the head that name a writer, an outlet or a day as bylines, and the name of the outlet."""
    found = list(lines)
    masthead = ""
    for at, part in enumerate(heads.parts(lines[:HEAD_LINES])):
        if part == "body":
            break
        line = lines[at]
        if at != title and not line.kind and (part == "masthead" or byline(line.text) is not None):
            found[at] = structs.replace(line, kind="byline")
            masthead = masthead or (heads.name(line.text) if part == "masthead" else "")
    return found, masthead


def _unrun(line: Line) -> list[Line]:
    """A line with a byline run onto its head or its end, in two."""
    if line.kind not in ("", "heading"):
        return [line]
    if at := posted(line.text):
        return [structs.replace(line, text=line.text[:at].strip(" -–|·(")), Line(line.text[at:].rstrip(")"), "byline")]
    if within := run_in(line.text):
        before, said, after = line.text[: within[0]].strip(), line.text[within[0] : within[1]], line.text[within[1] :].strip()
        head = [structs.replace(line, text=before)] if before else []
        return [*head, Line(said.strip(), "byline", gap=line.gap), structs.replace(line, text=after, gap=False)]
    return [line]


def _found(lines: Sequence[Line], address: str) -> tuple[int, str]:
    """Which line is the title, by which rule; -1 for none. `address` is the report's own, "" where it is not known."""
    head = lines[:HEAD_LINES]
    keys = [key(line.text) for line in head]
    for at, line in enumerate(head if address else ()):
        if line.kind in ("", "heading") and len(line.text.split()) <= heads.TITLE_WORDS and addresses.tells(address, line.text):
            return at, "read.title-address"
    for at, line in enumerate(head):
        if keys[at] in keys[at + 1 :] and line.kind in ("", "heading") and 3 <= len(_WORDS.findall(line.text)) <= heads.TITLE_WORDS:
            return at, "read.title-repeated"
        if is_sentence(line.text) and line.kind != "heading" and not heads.is_summary(line.text) and caption(line.text, True) is None:
            break
    for at, line in enumerate(head):
        if line.kind == "heading" and line.level == 1:
            return at, "read.title-heading"
    found = (at for at, part in enumerate(heads.parts(head)) if part == "title" and len(lines[at].text.split()) >= LEAST)
    at = next(found, -1)
    return (at, "read.title-first") if 0 <= at < len(lines) - 1 else (-1, "")


def _kicker(line: Line) -> bool:
    """Whether a line between two copies of the title is a page's label (section, tags) rather than part of the report."""
    return (
        not line.kind
        and not is_sentence(line.text)
        and byline(line.text) is None
        and caption(line.text, True) is None
        and not re.search(r"\d", line.text)
        and not holds_facts(line.text)
    )
