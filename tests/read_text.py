"""Texts read as a report, and the kind of each part of what came of it."""

from typing import Any

from thucydides.nouns import Document
from thucydides.reading import plain
from thucydides.reading.characters import clean
from thucydides.reading.page import Page
from thucydides.reading.reader import document


def read(text: str, **metadata: Any) -> Document:
    return document(Page("report.txt", plain.lines(clean(text)), metadata))


def kinds(found: Document) -> list[tuple[str, str]]:
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]
