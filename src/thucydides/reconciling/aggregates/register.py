"""Register: the entries of a record by document and by day, so that an aggregate looks only at those that it may count."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property

from thucydides.nouns import Aggregate
from thucydides.reconciling.aggregates.columns import Columns
from thucydides.reconciling.aggregates.entries import Entry

YEAR = timedelta(days=366)
SHORT = timedelta(days=31)
"""Entries that may lie in no more days than this are found by their first day."""


class Register:
    """Entries sorted by id; those of a document, and all as columns."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = sorted(entries, key=lambda e: e.id)
        self._of: dict[str, list[Entry]] = {}
        short: list[tuple[date, Entry]] = []
        other: list[Entry] = []
        for entry in self.entries:
            for document in sorted(entry.documents):
                self._of.setdefault(document, []).append(entry)
            if entry.first is not None and entry.last is not None and entry.last - entry.first <= SHORT:
                short.append((entry.first, entry))
            else:
                other.append(entry)
        short.sort(key=lambda pair: pair[0])
        self._main = _main(self.entries)
        self._days = [day for day, _ in short]
        self._ordered = [*(entry for _, entry in short), *other]

    @cached_property
    def columns(self) -> Columns:
        """All entries as columns."""
        return Columns(self._ordered)

    def told_in(self, document: str) -> Sequence[Entry]:
        """The entries that a document tells of."""
        return self._of.get(document, ())

    def home(self, document: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
        """The countries and provinces in which a document's own incidents lie; the main countries of the record where it tells none."""
        places = [e.place for e in self.told_in(document) if e.place is not None and e.place.country]
        countries = frozenset(p.country for p in places if p.country) or self._main
        return countries, frozenset((p.country, p.admin1) for p in places if p.country and p.admin1)

    def begun(self, reference: date) -> date | None:
        """The first day of the run of incidents that goes on to a day without an empty year: when what is going on began."""
        start: date | None = None
        for day in reversed(self._days[: bisect_right(self._days, reference)]):
            if start is not None and start - day > YEAR:
                break
            start = day
        return start

    def at_home(self, document: str) -> bool:
        """Whether a document tells of lands that the record is about."""
        return bool(self.home(document)[0] & self._main)

    def newest(self, document: str) -> Entry | None:
        """The latest dated incident that a document tells of."""
        told = [e for e in self.told_in(document) if e.last is not None]
        return max(told, key=lambda e: (e.last or date.min, e.first or date.min, e.id), default=None)

    def spoken_of(self, aggregate: Aggregate) -> Entry | None:
        """The incident that an ordinal is said of: the one told last before it in the same text, else the first after it."""
        place = aggregate.passage.start
        told = [
            (start > aggregate.passage.end, abs(place - start), e.id, e)
            for e in self.told_in(aggregate.document)
            for d, start in e.told
            if d == aggregate.document
        ]
        return min(told)[3] if told else None


def _main(entries: Sequence[Entry]) -> frozenset[str]:
    """The countries in which at least a quarter of the located incidents lie."""
    found = Counter(e.place.country for e in entries if e.place is not None and e.place.country)
    return frozenset(country for country, number in found.items() if 4 * number >= found.total())
