"""Markdown: headings, bullets, quotes, tables and paragraphs as CommonMark reads them, and the metadata at the head."""

import re
from collections.abc import Sequence
from typing import Any

import yaml

from thucydides.reading.characters import clean
from thucydides.reading.fields import known, metadata
from thucydides.reading.page import Line, Page
from thucydides.reading.plain import lines as plain_lines
from thucydides.reading.wrapping import WRAP_WIDTH

SENTENCE_ENDS = (".", "!", "?", ":", "…", ".”", '."')

_FRONT = re.compile(r"---[ ]*\n(.{1,4000}?)\n(?:---|\.\.\.)[ ]*(?:\n|$)", re.S)
_LINK = re.compile(r"\[[^\[\]\n]{3,}\]\((?:https?:/)?/[^\s()]*\)")
_LINKS = 3
"""So many links in the marks of Markdown make a text Markdown, whatever its file is called."""
_FIELDS = 2
"""So many fields of metadata that we know do the same."""
_DAY = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])/")
_TOLD = 4
"""Words of a link of this many or more tell something: a headline, where fewer name a section or a source."""
_FIELD = re.compile(r"([A-Za-z][\w -]{0,30}):\s*(\S.*)$")


def is_markdown(text: str) -> bool:
    """Whether a text whose file does not say so is Markdown, by its links or by fields of metadata at its head.

    >>> is_markdown("1. [Shells fall](/a/b.md)\\n2. [A truce](https://veland.example/c)\\n3. [More](/d)")
    True
    >>> is_markdown("---\\ntitle: Shells fall\\ndate: 2031-05-03\\n---\\nShells fell on the port of Veland.")
    True
    """
    return len(_LINK.findall(text[:200_000])) >= _LINKS or len(_fields(text)[0]) >= _FIELDS


def _fields(text: str) -> tuple[dict[str, str], int]:
    """The metadata that stand between `---` lines at the head of a text, and where the text after them begins."""
    front = _FRONT.match(text)
    if not front:
        return {}, 0
    try:
        fields = yaml.load(front[1], Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        fields = None
    if not isinstance(fields, dict):  # a title with a colon in it is no YAML
        rows = (_FIELD.match(row.strip()) for row in front[1].split("\n"))
        fields = {match[1].strip(): match[2].strip().strip("\"'") for match in rows if match}
    return metadata(known(fields)), front.end()


def read(text: str, path: str) -> Page:
    """The page that a Markdown text holds; fields between `---` lines at its head are its metadata."""
    from markdown_it import MarkdownIt

    about, start = _fields(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(text[start:])
    return Page(path, tuple(_lines(tokens)), about)


def _lines(tokens: list[Any]) -> list[Line]:
    found: list[Line] = []
    inside: list[str] = []
    row: list[str] = []
    level = 0
    for token in tokens:
        kind = token.type
        if kind == "heading_open":
            level = int(token.tag[1:])
        elif kind in ("list_item_open", "blockquote_open", "tr_open"):
            inside.append({"list_item_open": "bullet", "blockquote_open": "quote", "tr_open": "table"}[kind])
        elif kind in ("list_item_close", "blockquote_close", "tr_close"):
            inside.pop()
            if kind == "tr_close" and any(row):
                found.append(Line(" | ".join(row), "table", gap=True))
            row = [] if kind == "tr_close" else row
        elif kind == "inline":
            children = token.children or []
            day = _day(children) if inside and inside[-1] == "bullet" else ""
            words = clean(_words(_headline(children) if day else children)).strip()
            words = f"{day}: {words}" if day else words
            if inside and inside[-1] == "table":
                row.append(words.replace("\n", " "))
            elif words:
                found += _shaped(words, inside[-1] if inside else "", level)
        elif kind == "heading_close":
            level = 0
        elif kind == "html_block":
            bare = clean(re.sub(r"<[^<>]*>", " ", token.content))
            found += [Line(line.text, line.kind, gap=True) for line in plain_lines(bare)]
        elif kind in ("fence", "code_block"):
            found += plain_lines(clean(token.content))
    return found


def _day(children: list[Any]) -> str:
    """The day in the address of the headline that an entry of a list begins with ("/2031/05/03/shells-fall.html"), "" for any other entry.

    It is when the entry's report appeared, which the page shows to those who follow the link (rule `read.entry-day`).
    """
    starts = [n for n, child in enumerate(children) if child.type != "text" or child.content.strip()]
    if not starts or children[starts[0]].type != "link_open":
        return ""
    address = _DAY.search(str(children[starts[0]].attrs.get("href", "")))
    title = children[starts[0] + 1].content if starts[0] + 1 < len(children) else ""
    if address is None or len(title.split()) < _TOLD:
        return ""
    return f"{address[1]}-{int(address[2]):02d}-{int(address[3]):02d}"


def _headline(children: Sequence[Any]) -> Sequence[Any]:
    """An entry that begins with a link, without what the page adds to the link in small ("_Updated 09:15_")."""
    end = next(at for at, child in enumerate(children) if child.type == "link_close")
    rest = [child for child in children[end + 1 :] if child.type != "text" or child.content.strip()]
    noted = bool(rest) and rest[0].type == "em_open" and rest[-1].type == "em_close"
    return children[: end + 1] if noted else children


def _shaped(words: str, kind: str, level: int) -> list[Line]:
    if level:
        return [Line(words.replace("\n", " "), "heading", level, gap=True)]
    if kind:
        return [Line(words.replace("\n", " "), kind, gap=True)]
    return [Line(line.text, line.kind, line.level, line.key, line.gap or not at) for at, line in enumerate(plain_lines(words))]


def _words(children: Sequence[Any]) -> str:
    """The words of inline tokens, without links, marks and pictures (a picture's description is not the report's).

    A new line in the source is a space where the line before it is short and runs on, else it stays: many texts called Markdown
    are plain, a paragraph a line.
    """
    words = ""
    for child in children:
        if child.type in ("text", "code_inline"):
            words += child.content
        elif child.type in ("softbreak", "hardbreak"):
            last = words.rsplit("\n", 1)[-1]
            runs_on = child.type == "softbreak" and len(last) <= WRAP_WIDTH and not last.endswith(SENTENCE_ENDS)
            words += " " if runs_on else "\n"
    return words
