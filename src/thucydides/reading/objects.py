"""Objects: JSON and JSON Lines, one object a document, as feeds, scrapers and this program's own export write them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from thucydides.nouns.document import Unread
from thucydides.reading import markdown, plain, webpage
from thucydides.reading.characters import clean, decoded
from thucydides.reading.contents import DOCUMENT_BYTES, megabytes, rows, whole
from thucydides.reading.fields import known, metadata
from thucydides.reading.page import Page, Unreadable
from thucydides.reading.sources import Source

FAULTS = 1000
"""A file with so many faulty lines and no good one is given up."""
LISTED = 5
"""So many faulty lines of a file are named; of more, these and their count."""


def lines(source: Source) -> Iterator[tuple[Page | Unread, int]]:
    """Each document of a JSON Lines file with the bytes read so far, then what in it could not be read, line numbers named."""
    faults: dict[str, list[int]] = {}
    seen, good = 0, 0
    for number, row, position in rows(Path(source.file)):
        if row is not None and not row.strip():
            continue
        seen += 1
        try:
            if row is None:
                raise Unreadable(f"longer than {megabytes(DOCUMENT_BYTES)}; split it")
            page = _page(_object(row), f"{source.path}:{number}")
            good += 1
            yield page, position
        except Unreadable as fault:
            faults.setdefault(str(fault), []).append(number)
            if not good and seen >= FAULTS:
                raise Unreadable(f"none of its first {FAULTS} lines is a document ({fault})") from fault
    if not seen:
        raise Unreadable("is empty; give a file with one JSON object a line")
    for reason, numbers in faults.items():
        yield Unread(source.given, f"{_numbered(numbers)}: {reason}"), source.size


def document(source: Source) -> Iterator[tuple[Page | Unread, int]]:
    """The documents of a JSON file: an object, a list of them, or an object with a list of them as `documents`."""
    data = whole(Path(source.file))
    if not data.strip():
        raise Unreadable("is empty; give a JSON object with a text")
    try:
        value = msgspec.json.decode(decoded(data)[0])
    except (msgspec.DecodeError, RecursionError) as error:
        rest = data.strip().split(b"\n")
        if len(rest) > 1 and all(row.strip()[:1] in (b"{", b"") for row in rest):
            yield from lines(source)
            return
        raise Unreadable(f"is not valid JSON ({_short(error)}); mend it, or save the text as .txt") from error
    many = value if isinstance(value, list) else value.get("documents") if isinstance(value, dict) else None
    if not isinstance(many, list):
        yield _page(value, source.path), source.size
        return
    faults: dict[str, list[int]] = {}
    for number, one in enumerate(many, 1):
        try:
            yield _page(one, f"{source.path}:{number}"), source.size
        except Unreadable as fault:
            faults.setdefault(str(fault), []).append(number)
    for reason, numbers in faults.items():
        yield Unread(source.given, f"{_numbered(numbers, 'item')}: {reason}"), source.size
    if not many:
        raise Unreadable("holds an empty list; give objects with a text")


def _object(row: bytes) -> Any:
    try:
        return msgspec.json.decode(decoded(row)[0])
    except (msgspec.DecodeError, RecursionError) as error:
        raise Unreadable(f"not valid JSON ({_short(error)}); mend or remove it") from error


def _short(error: Exception) -> str:
    return (
        "nested too deep"
        if isinstance(error, RecursionError)
        else str(error).split(" (byte")[0].removeprefix("JSON is malformed: ")
    )


def _numbered(numbers: list[int], what: str = "line") -> str:
    shown = ", ".join(map(str, numbers[:LISTED]))
    more = f" and {len(numbers) - LISTED} more" if len(numbers) > LISTED else ""
    return f"{what}{'s' * (len(numbers) > 1)} {shown}{more}"


def _page(value: Any, path: str) -> Page:
    """The page that a JSON object holds. Raises `Unreadable` where it holds no text."""
    if not isinstance(value, dict):
        raise Unreadable('not a JSON object; give one object for each document, with its text under "text"')
    given = known(value)
    about = metadata(given)
    path = given.get("id") or path
    text = given.get("text", "")
    html = text if webpage.is_webpage(text) else given.get("html", "") if not text.strip() else ""
    if html:
        page = webpage.read(html, path)
        return Page(path, page.lines, {**page.metadata, **about}, page.notes)
    if not text.strip():
        raise Unreadable('no text in the object; give the report\'s words under "text"')
    linked = markdown.is_markdown(text) and not plain.is_wiki_dump(text)
    return Page(path, markdown.read(text, path).lines if linked else plain.lines(clean(text)), about)
