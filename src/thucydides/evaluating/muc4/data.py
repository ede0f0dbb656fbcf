"""The data of MUC-4 as published in 1992: texts in capitals, each under its message id, answer keys, and the list of places.

A data folder holds texts and keys (`key-*`) itself or in folders beneath ("dev", "tst1", "tst2"); `roles-*.json` beside them is the
five-role cut of Du and others (2021), one JSON object a line. The list of places that answers are made of is `task/containing-areas*`.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from thucydides.evaluating.outcome import Cut
from thucydides.nouns import Block, DateRange, Document

_ID = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)
_TEXT = re.compile(r"\[TEXT\]")
_DATELINE = re.compile(r"\s*(.{0,120}?),\s+(\d{1,2})\s+([A-Z]{3})[A-Z]*\.?\s*(\d{2,4})?", re.DOTALL)
_MARK = re.compile(r"\[[A-Z][A-Z .,'/-]*(?:\[[^\]]*\])?[^\]]*\](?=\s)")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
HEADER = 60
"""Characters that the dateline and the marks before a text may take besides the agency."""


class Message(Struct, frozen=True):
    """One text: its id, the document, where it was filed (town or country, as written) and where its body begins."""

    id: str
    document: Document
    filed: str
    body: int


class Role(Struct, frozen=True, rename="pascal"):
    """One template of the five-role cut: for each role its entities, each the wordings that name it."""

    incident_type: str = msgspec.field(name="incident_type")
    perp_ind: tuple[tuple[tuple[str, int], ...], ...] = ()
    perp_org: tuple[tuple[tuple[str, int], ...], ...] = ()
    target: tuple[tuple[tuple[str, int], ...], ...] = ()
    victim: tuple[tuple[tuple[str, int], ...], ...] = ()
    weapon: tuple[tuple[tuple[str, int], ...], ...] = ()


class Cast(Struct, frozen=True):
    """One text of the five-role cut: its id, the text in small letters, its templates."""

    docid: str
    doctext: str
    templates: tuple[Role, ...] = ()


def split_messages(raw: str) -> Iterator[tuple[str, str]]:
    """(id, text) of each message of a file."""
    marks = list(_ID.finditer(raw))
    for here, after in zip(marks, [*marks[1:], None][: len(marks)], strict=True):
        yield here[1], raw[here.end() : after.start() if after else len(raw)]


def message(name: str, raw: str) -> Message:
    """A message as a document: lines joined, paragraphs kept, its day and place of filing read from the dateline."""
    text = re.sub(r"(?<!\n)\n(?!\s*\n)[ \t]*", " ", raw.strip("\n")).strip()
    text = re.sub(r"[ \t]*\n\s*\n\s*", "\n\n", text)
    mark = _TEXT.search(text[:600])
    head = text[: mark.end()] if mark else ""
    if mark:
        text = text[: mark.start()] + " " * len(mark[0]) + text[mark.end() :]
    line = _DATELINE.match(text[:200])
    body = len(head)
    while m := _MARK.match(text, body + len(text[body:]) - len(text[body:].lstrip())):
        body = m.end()
    blocks = []
    for m in re.finditer(r"[^\n]+", text):
        start, end = max(m.start(), body), m.end()
        start += len(text[start:end]) - len(text[start:end].lstrip())
        if start < end:
            blocks.append(Block(start, end, "paragraph"))
    filed = " ".join(line[1].split()) if line else ""
    day = _day(line) if line else None
    known = DateRange(day.isoformat(), day, day, "day", "dateline") if day else None
    return Message(name, Document(name, name, text, "", tuple(blocks), published=known, language="en"), filed, body)


def _day(line: re.Match[str]) -> date | None:
    if line[3] not in MONTHS or not line[4]:
        return None
    year = int(line[4][-2:]) + (1900 if int(line[4][-2:]) > 30 else 2000)
    try:
        return date(year, MONTHS.index(line[3]) + 1, int(line[2]))
    except ValueError:
        return None


def parts(path: Path, cut: Cut) -> tuple[Path, ...]:
    """The folders with texts and keys: the first test ("tst1") to tune on, the second to check on, all tests without a half.

    ValueError where there are none.
    """
    if any(path.glob("key-*")):
        return (path,)
    wanted = {"tune": "tst1", "check": "tst2"}.get(cut.half)
    found = tuple(p for p in sorted(path.iterdir()) if p.is_dir() and any(p.glob("key-*")) and (p.name == wanted or not wanted))
    tests = tuple(p for p in found if p.name.startswith("tst")) or found
    if not tests:
        raise ValueError(
            f"{path} holds no answer keys: give the folder of MUC-4 with tst1 and tst2, or one with texts and a key-... file"
        )
    return tests


def read_messages(folder: Path) -> dict[str, Message]:
    """The messages of a folder by id, from every file in it that is no answer key."""
    out = {}
    for file in sorted(folder.iterdir()):
        if file.is_file() and not file.name.startswith(("key-", ".")) and file.suffix != ".json":
            for name, raw in split_messages(file.read_text(encoding="latin-1").replace("\r", "")):
                out[name] = message(name, raw)
    return out


def read_casts(path: Path) -> dict[str, Cast]:
    """The texts of the five-role cut in the folder and the one above it, by id."""
    out = {}
    for folder in (path.parent, path):
        for file in sorted(folder.glob("roles-*.json")):
            for line in file.read_bytes().splitlines():
                cast = msgspec.json.decode(line, type=Cast)
                out[cast.docid] = cast
    return out
