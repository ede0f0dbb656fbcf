"""Name: a stretch of a text that may name a place, with what later steps find out of it."""

from typing import Any

from thucydides.grounding.places.entry import Entry


class Name:
    """A stretch of tokens `first`..`last` (both in it) that may name a place.

    `kind` is place, demonym, abbreviation or unknown (a capitalised name with a type word that no gazetteer holds). `core` is the
    last token of the name without its type word, `types` the kinds that its type word allows; `numbers` are entries. The rest is
    filled by later steps: `alike` the key and the types, names alike in which have the same candidates, `container` the name that
    holds it, `choice` the candidate chosen and `entry` its number, `score` how sure, `town` the town that it is a part of where no
    entry is meant, `rival` another candidate as likely as the choice.
    """

    __slots__ = ("abbreviation", "accepted", "alike", "choice", "container", "core", "core_first", "demonym", "entry", "evidence", "first",
                 "fixed", "key", "kind", "last", "numbers", "respelt", "rival", "score", "town", "type_word", "types")  # fmt: skip

    def __init__(self, kind: str, first: int, last: int, key: str, numbers: tuple[int, ...] = ()) -> None:
        self.kind, self.first, self.last, self.key, self.numbers = kind, first, last, key, numbers
        self.core_first, self.core = first, last
        self.types: tuple[str, ...] = ()
        self.type_word = ""
        self.demonym: tuple[str, ...] = ()
        self.abbreviation: tuple[str, str] | None = None
        self.alike: tuple[str, tuple[str, ...]] = (key, ())
        self.container: Name | None = None
        self.choice: Any = None
        self.rival: Any = None
        self.entry: int | None = None
        self.town: Entry | None = None
        self.fixed = -1
        self.score = 0.0
        self.evidence: set[str] = set()
        self.accepted = False
        self.respelt = False
