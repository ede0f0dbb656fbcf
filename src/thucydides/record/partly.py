"""Partly: two revisions of a record as far as they differ, with what a reader of the differences asks for besides.

Invariant: what stands in both is left out only where no difference names it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from thucydides.keeping.corpus import Corpus
from thucydides.keeping.parcel import Parcel
from thucydides.nouns import Record, Ruling
from thucydides.reconciling.reconciled import Found
from thucydides.record.changes import Differences
from thucydides.record.comparing import Draft
from thucydides.record.differences import diff


class Partly:
    """The revision `before` and the one `after` it without the parcels that stand in both."""

    def __init__(self, told: Corpus, found: Found, draft: Draft, before: Record | None, after: Record) -> None:
        self.before, self.after = before, after
        self._told, self._found, self._same = told, found, frozenset(draft.same)

    def changes(self) -> Differences:
        """What changed."""
        if self.before is None:
            return Differences(0, self.after.revision)
        before, after = ({i.mentions for i in one.incidents} for one in (self.before, self.after))
        differing = {*self.before.discrepancies} ^ {*self.after.discrepancies}
        moved = {m for mentions in before ^ after for m in mentions}
        return diff(*self.seen((i for one in differing for i in one.incidents), moved))

    def seen(self, incidents: Iterable[str], told: Iterable[str]) -> tuple[Record, Record]:
        """Both with some incidents besides, and with the documents that tell some mentions and those that rulings name."""
        assert self.before is not None
        wanted = [self._found.incidents[i] for i in sorted(set(incidents)) if i in self._found.incidents]
        both = [n for nouns in self._standing(wanted) for n in nouns["incidents"]]
        documents = {self._told.tellings[m][0] for m in told if m in self._told.tellings}
        documents |= {name for r in (*self.before.rulings, *self.after.rulings) for name in _named(r) if name in self._told.documents}
        more = [*self._standing(self._found.documents[d] for d in sorted(documents))]
        added = {"incidents": tuple(both), **{f: tuple(n for nouns in more for n in nouns[f]) for f in ("documents", "mentions")}}
        before, after = (replace(one, **{f: (*getattr(one, f), *some) for f, some in added.items()}) for one in (self.before, self.after))
        return before, after

    def _standing(self, parcels: Iterable[Parcel]) -> Iterator[Any]:
        """The nouns of those parcels that stand in both."""
        return (parcel.nouns() for parcel in parcels if parcel.mark in self._same)


def _named(ruling: Ruling) -> Iterator[str]:
    return (name.strip() for argument in ruling.arguments for name in argument.split(","))
