"""Passage: where in a document something is written."""

from msgspec import Struct


class Passage(Struct, frozen=True, order=True, gc=False):
    """The characters `[start, end)` of one document's text; `0 <= start < end <= len(text)`."""

    document: str
    start: int
    end: int
