"""Elements: the lines that the elements of an HTML page make, in order, with what their tags and classes say of them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from thucydides.reading.characters import clean
from thucydides.reading.facts import is_sentence
from thucydides.reading.page import Line
from thucydides.vocabulary import mapping


class _Vocabulary(NamedTuple):
    furniture: frozenset[str]
    blocks: dict[str, str]
    marks: tuple[tuple[str, re.Pattern[str]], ...]
    unwanted: re.Pattern[str]


@cache
def _vocabulary() -> _Vocabulary:
    given = mapping("reading_html")
    return _Vocabulary(
        frozenset(given["furniture"]),
        {tag: kind for kind, tags in given["blocks"].items() for tag in tags},
        tuple((kind, re.compile(pattern, re.I)) for kind, pattern in given["marks"].items()),
        re.compile(given["unwanted"], re.I),
    )


class Walked(NamedTuple):
    """A line of a page, whether most of it is links, and whether it stands in a part whose class says furniture."""

    line: Line
    linked: bool
    unwanted: bool


class _Open(NamedTuple):
    """An element whose end has not come yet: the kind and level it gives to its lines, and what else holds within it."""

    kind: str
    level: int
    link: bool
    unwanted: bool
    cell: bool = False


_BREAKS = frozenset({"br", "li", "p", "div", "ul", "hr"})


def walked(tree: Any) -> Iterator[Walked]:
    """Every line of a parsed page but those in elements of furniture."""
    from lxml import etree  # type: ignore[import-untyped]

    vocabulary = _vocabulary()
    words: list[tuple[str, bool]] = []
    inside: list[_Open] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and (hidden or tag in vocabulary.furniture):
            hidden += 1
            continue
        if event == "end" and hidden:
            hidden -= 1
        else:
            cell = tag in ("td", "th") and any(one.kind in ("table", "infobox") for one in inside)
            if cell and event == "start":
                words.append((" | ", False))
            elif tag in _BREAKS and any(one.cell for one in inside):
                words.append((", ", False))  # a field of an infobox is one line, however its value is broken
            elif tag in vocabulary.blocks and not cell:
                yield from _line(words, inside)
                words = []
            if event == "start":
                inside.append(_opened(tag, element, inside))
            else:
                inside.pop()
        if not hidden:
            text = element.text if event == "start" else element.tail
            words.append((text or "", any(one.link for one in inside)))
    yield from _line(words, inside)


def _opened(tag: str, element: Any, inside: list[_Open]) -> _Open:
    vocabulary = _vocabulary()
    marks = "" if tag in ("html", "body") else f"{element.get('class', '')} {element.get('id', '')}".strip()
    kind = vocabulary.blocks.get(tag, "")
    if any(one.kind == "infobox" for one in inside):
        kind = "infobox"
    elif marks and tag not in ("article", "main", "section"):
        kind = next((name for name, pattern in vocabulary.marks if pattern.search(marks)), kind)
    level = int(tag[1]) if kind == "heading" else 0
    cell = kind == "infobox" and tag == "td"
    return _Open(kind, level, tag == "a", bool(marks and vocabulary.unwanted.search(marks)), cell)


def _line(words: list[tuple[str, bool]], inside: list[_Open]) -> Iterator[Walked]:
    text = " ".join(clean("".join(part for part, _ in words)).split()).strip(" |")
    if not text:
        return
    linked = 2 * sum(len(part) for part, link in words if link) > len(text)
    kind, level = next(((one.kind, one.level) for one in reversed(inside) if one.kind), ("", 0))
    if kind in ("table", "infobox"):
        text = " | ".join(part.strip() for part in text.split(" | ") if part.strip())
    if kind == "table" and " | " not in text and is_sentence(text):
        kind = ""
    yield Walked(Line(text, kind, level, gap=True), linked, any(one.unwanted for one in inside))
