"""Wikitext: the source of a wiki page becomes plain lines: infobox fields, headings, paragraphs, bullets, table rows, captions.

References leave the running text; the news reports they cite are kept as notes, outlet and date.
"""

import re
from collections.abc import Iterator
from typing import Any

from thucydides.reading import plain
from thucydides.reading.characters import clean
from thucydides.reading.page import Line, Page, Unreadable
from thucydides.reading.wikinodes import joined, name_of, words
from thucydides.vocabulary import mapping

_MARKS = re.compile(r"\{\{[^{}\n|]{2,60}[|}\n]|\[\[[^\[\]\n]{2,200}\]\]|'''[^'\n]{2,200}'''|<ref[ >/]")
_MAGIC = re.compile(r"__[A-Z]{3,20}__|\{\{\{.*?\}\}\}")
CITATIONS_NOTED = 200
"""So many of the reports that a page cites are noted."""
PAGE = 4_000_000
"""The longest wiki source parsed; MediaWiki itself allows 2 MB a page."""
TANGLED = 300
"""A source with more marks open at once or left open is not parsed: it would take the parser minutes."""
_PAIRS = re.compile(r"\{\{|\}\}|\[\[|\]\]|<(/?)(?!br\b|hr\b|li\b|img\b|wbr\b)[a-z]+[^<>]{0,200}?(/?)>", re.I)


def is_wikitext(text: str) -> bool:
    """Whether a text is wiki source: at least three of its marks, and two kinds of them, in the first 20,000 characters."""
    found = [match[0][:2] for match in _MARKS.finditer(text[:20_000])]
    return len(found) >= 3 and (len(set(found)) >= 2 or len(found) >= 10)


def read(text: str, path: str) -> Page:
    """The page that a wiki source holds. Infobox fields come where the infobox stands."""
    import mwparserfromhell

    if len(text) > PAGE or _tangled(text):
        raise Unreadable("is wiki source too long or too tangled to parse (marks left open or nested deep); give the page's text")
    code = mwparserfromhell.parse(_MAGIC.sub("", text))
    cited: dict[str, None] = {}
    lines: list[Line] = []
    running: list[str] = []
    title = ""
    for node in code.nodes:
        if name_of(node).startswith("infobox"):
            lines += plain.lines(_protected("".join(running)))
            running = []
            fields = list(_fields(node, cited))
            lines += [plain.infobox(key, value) for key, value in fields]
            title = title or _title(dict(fields))
        else:
            running.append(words(node, cited))
    lines += plain.lines(_protected("".join(running)))
    notes = tuple(f"cites {one}" for one in list(cited)[:CITATIONS_NOTED])
    return Page(
        path, tuple(lines), {"title": title, "title rule": "read.title-infobox"} if title else {}, ("read as wiki source", *notes)
    )


def _tangled(text: str) -> bool:
    depth = 0
    for mark in _PAIRS.finditer(text):
        opening = mark[0] in ("{{", "[[") or (mark[0][0] == "<" and not mark[1] and not mark[2])
        closing = mark[0] in ("}}", "]]") or bool(mark[1])
        depth = max(0, depth + opening - closing)
        if depth > TANGLED:
            return True
    return False


def _protected(text: str) -> str:
    """Clean text in which the mark of captions survives and breaks are line ends."""
    text = text.replace("<br>", "\n").replace("<hr>", "\n")
    return plain.CAPTION.join(clean(part) for part in text.split(plain.CAPTION))


def _title(fields: dict[str, str]) -> str:
    names: list[str] = mapping("reading_wikitext")["title"]
    return next((clean(fields[name]) for name in names if fields.get(name)), "")


def _fields(node: Any, cited: dict[str, None]) -> Iterator[tuple[str, str]]:
    silent: list[str] = mapping("reading_wikitext")["silent"]
    for parameter in node.params:
        key = str(parameter.name).strip()
        value = joined(parameter.value, cited).strip()
        value = re.sub(r"^\s*[*#]+\s*", "", value, flags=re.M)
        if value and key.casefold() not in silent and not key.isdigit():
            yield key, clean(value.replace(plain.CAPTION, ""))
