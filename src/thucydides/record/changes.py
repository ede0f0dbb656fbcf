"""Change and Differences: what differs between two revisions of a record."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns import Assessment, Ruling

ChangeKind = Literal["added", "removed", "changed", "merged", "split"]


class Change(Struct, frozen=True):
    """One incident, value, discrepancy or open question that differs: what it was before and what it is after.

    `incident` is its id in the later revision (in the earlier one where it is gone), `attribute` what of it differs (""
    for the incident itself). `before` and `after` are words, "" where there was nothing; of an assessed value they are "" and
    the values stand in `old` and `new`. `documents` are the ids of the documents that caused it, `rulings` the numbers of the rulings
    that did; `cause` says in words what did where neither did.
    """

    kind: ChangeKind
    about: Literal["incident", "value", "discrepancy", "gap"]
    incident: str
    title: str
    attribute: str = ""
    before: str = ""
    after: str = ""
    documents: tuple[str, ...] = ()
    rulings: tuple[int, ...] = ()
    cause: str = ""
    old: Assessment | None = None
    new: Assessment | None = None


class Differences(Struct, frozen=True):
    """All that differs between two revisions; `documents_added` and `documents_removed` are document ids.

    `rulings` are those made since and those that they withdrew or brought back; `idle` the numbers of those that changed nothing.
    """

    before: int
    after: int
    documents_added: tuple[str, ...] = ()
    documents_removed: tuple[str, ...] = ()
    rulings_added: tuple[int, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    idle: tuple[int, ...] = ()
    title: tuple[str, str] | None = None
    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs at all."""
        return bool(self.documents_added or self.documents_removed or self.rulings_added or self.title or self.changes)
