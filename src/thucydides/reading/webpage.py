"""Webpage: an HTML page becomes lines. What is the report and what is furniture, trafilatura judges; order, kinds of blocks,
captions and bylines are read off the page itself, and a line with facts between two lines of the report is never left out.
"""

import re
from collections.abc import Sequence
from typing import Any

from thucydides.reading.boxes import fields
from thucydides.reading.elements import Walked, walked
from thucydides.reading.facts import holds_facts, is_sentence
from thucydides.reading.page import Line, Page, Unreadable
from thucydides.reading.pagemeta import metadata
from thucydides.vocabulary import mapping

JUDGED = 20_000
"""A page of more elements is read without trafilatura's judgement, which takes many seconds on one."""
SHORT = 25
"""A line with fewer letters and digits is part of the report only where trafilatura gives it as a line of its own."""

_PAGE = re.compile(r"<(?:!doctype html|html|head|body|div|p|article|section|main|table|span|h[1-6]|ul|br)\b[^<>]*>", re.I)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")


def is_webpage(text: str) -> bool:
    """Whether a text is HTML: it begins with a tag, and has several of a page's own."""
    head = text[:20_000]
    return head.lstrip()[:1] == "<" and len(_PAGE.findall(head)) >= 2


def read(text: str, path: str) -> Page:
    """The page that HTML holds. Raises `Unreadable` where there is no text in it."""
    tree, notes = _tree(text)
    if tree is None:
        raise Unreadable("holds no HTML that can be read; save the page again, or its text as .txt")
    given = metadata(tree)
    lines = fields(_kept(list(walked(tree)), _judged(tree)))
    return Page(path, tuple(lines), given, notes)


def _tree(text: str) -> tuple[Any, tuple[str, ...]]:
    """The parsed page. One nested deeper than the parser goes is flattened to its paragraphs and headings first."""
    from lxml import etree, html  # type: ignore[import-untyped]

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text[:200]) + text[200:]
    for flat in (False, True):
        parser = html.HTMLParser(remove_comments=True, remove_pis=True)
        try:
            tree = html.document_fromstring(_flattened(text) if flat else text, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            return None, ()
        if not any("depth" in entry.message.lower() for entry in parser.error_log):
            return tree, ("nested too deep for its layout to be read; read as plain paragraphs",) if flat else ()
    return tree, ()


def _flattened(text: str) -> str:
    def replacement(match: re.Match[str]) -> str:
        tag = match[2].lower()
        if tag in ("title", "meta", "script", "style", "html", "head", "body"):
            return match[0]
        return (
            ""
            if tag in mapping("reading_html")["inline"]
            else (f"<{match[1]}{tag}>" if re.fullmatch("h[1-6]", tag) else "</p><p>")
        )

    return re.sub(r"(?:</p><p>\s*)+", "</p><p>", _TAG.sub(replacement, text))


def _judged(tree: Any) -> str:
    """The report as trafilatura finds it, a line a block; "" where it finds none."""
    from copy import deepcopy

    import trafilatura

    if sum(1 for _ in tree.iter()) > JUDGED:
        return ""

    return trafilatura.extract(deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False) or ""


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _heads(walk: Sequence[Walked], wanted: Sequence[bool], at: int) -> bool:
    """Whether a heading stands right above a line of the report, or above the heading of one."""
    below = next((n for n in range(at + 1, len(walk)) if walk[n].line.kind != "heading"), None)
    return below is not None and wanted[below]


def _kept(walk: Sequence[Walked], judged: str) -> list[Line]:
    """The lines that belong to the report: those judged so, and between the first and the last of them captions, bylines, and
    lines with facts. Without a judgement: all that is neither mostly links nor marked as furniture."""
    rows = {_letters(part) for row in judged.split("\n") for part in (row, *row.split("|"))}
    everything = _letters(judged)
    wanted = [(letters := _letters(one.line.text)) in rows or (len(letters) >= SHORT and letters in everything) for one in walk]
    if not any(wanted):
        return [one.line for one in walk if not one.linked and not one.unwanted]
    first, last = wanted.index(True), len(wanted) - wanted[::-1].index(True)
    head = next((at for at, one in enumerate(walk[:first]) if one.line.kind == "heading" and one.line.level == 1), first)
    kept = []
    for at, (line, linked, unwanted) in enumerate(walk):
        told = line.kind in ("caption", "byline") or (line.kind == "heading" and (at < first or _heads(walk, wanted, at)))
        factual = is_sentence(line.text) and holds_facts(line.text)
        between = head <= at < last and not linked and not unwanted and (told or factual)
        if wanted[at] or between or (line.kind == "infobox" and not unwanted):
            kept.append(line)
    return kept
