"""Name: a stretch of a text that may name a place, with what later steps find out of it."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from thucydides.grounding.places.entry import Entry


class Name(Struct, gc=False, eq=False):
    """A stretch of tokens `first`..`last` (both in it) that may name a place.

    `kind` is place, demonym, abbreviation or unknown (a capitalised name with a type word that no gazetteer holds). `core` is the
    last token of the name without its type word, `types` the kinds that its type word allows; `numbers` are entries. The rest is
    filled by later steps: `alike` the key and the types, names alike in which have the same candidates, `container` the name that
    holds it, `choice` the candidate chosen and `entry` its number, `score` how sure, `town` the town that it is a part of where no
    entry is meant (`beside`: it is only told to lie by it), `rival` another candidate as likely as the choice.
    """

    kind: str
    first: int
    last: int
    key: str
    core_first: int
    core: int
    numbers: tuple[int, ...] = ()
    demonym: tuple[str, ...] = ()
    fixed: int = -1
    types: tuple[str, ...] = ()
    type_word: str = ""
    abbreviation: tuple[str, str] | None = None
    alike: tuple[str, tuple[str, ...]] = ("", ())
    container: Name | None = None
    choice: Any = None
    rival: Any = None
    entry: int | None = None
    town: Entry | None = None
    beside: bool = False
    score: float = 0.0
    evidence: set[str] = set()
    accepted: bool = False
    respelt: bool = False
