"""Ruling: a person's decision, which wins over the machine and can be withdrawn."""

from typing import Literal

from msgspec import Struct


class Ruling(Struct, frozen=True):
    """Who decided what, when and why: `verb` with its arguments; `withdrawn_by` is the number of the ruling that undid it."""

    number: int
    verb: Literal["merge", "split", "different", "reject", "set", "undo"]
    arguments: tuple[str, ...]
    who: str
    when: str
    why: str = ""
    withdrawn_by: int | None = None
