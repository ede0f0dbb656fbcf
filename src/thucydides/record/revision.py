"""Revision: one whole state of a record."""

from msgspec import Struct


class Revision(Struct, frozen=True):
    """One whole state of a record and what it was made from; `engine` is the digest of program, tables and engines."""

    number: int
    title: str
    given_title: str | None
    inputs: str
    program: str
    engine: str
    rule: str
    content: str
    documents: int
    incidents: int
