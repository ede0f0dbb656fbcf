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


def walked(tree: Any) -> Iterator[tuple[Line, bool, bool]]:
    """Each line of the page in order, whether most of it is links, and whether it stands in a part marked as furniture."""
    from lxml import etree  # type: ignore[import-untyped]

    vocabulary = _vocabulary()
    words: list[str] = []
    linked = 0
    inside: list[tuple[Any, str, int]] = []
    hidden, links, unwanted, gap = 0, 0, 0, True

    def flushed() -> Iterator[tuple[Line, bool, bool]]:
        nonlocal linked, gap
        text = " ".join(clean("".join(words)).split())
        words.clear()
        if text.strip(" |"):
            _, kind, level = next((one for one in reversed(inside) if one[1]), (None, "", 0))
            if kind in ("table", "infobox"):
                text = " | ".join(part.strip() for part in text.strip(" |").split(" | ") if part.strip())
            if kind == "table" and " | " not in text and is_sentence(text):
                kind = ""
            yield Line(text, kind, level, gap=gap), 2 * linked > len(text), bool(unwanted)
            gap = True
        linked = 0

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        block = tag in _BLOCKS
        cell = tag in ("td", "th") and any(one[1] in ("table", "infobox") for one in inside)
        if event == "start":
            if hidden or tag in _FURNITURE:
                hidden += 1
                continue
            if block and not cell:
                yield from flushed()
            elif cell and words:
                words.append(" | ")
            marks = f"{element.get('class', '')} {element.get('id', '')}" if tag not in ("body", "html") else ""
            unwanted += bool(marks.strip() and _UNWANTED.search(marks))
            inside.append((element, _kind(tag, marks, inside), int(tag[1]) if re.fullmatch("h[1-6]", tag) else 0))
            links += tag == "a"
            words.append(element.text or "")
            linked += len(element.text or "") if links else 0
        else:
            if hidden:
                hidden -= 1
            else:
                if block and not cell:
                    yield from flushed()
                marks = f"{element.get('class', '')} {element.get('id', '')}" if tag not in ("body", "html") else ""
                unwanted -= bool(marks.strip() and _UNWANTED.search(marks))
                inside.pop()
                links -= tag == "a"
            if not hidden:
                words.append(element.tail or "")
                linked += len(element.tail or "") if links else 0
    yield from flushed()


def _kind(tag: str, marks: str, inside: list[tuple[Any, str, int]]) -> str:
    outer = next((one[1] for one in reversed(inside) if one[1]), "")
    if outer == "infobox":
        return "infobox"
    if marks.strip() and tag not in ("article", "main", "section"):
        for pattern, kind in _MARKED:
            if pattern.search(marks):
                return kind
    return _BLOCKS.get(tag, "")


