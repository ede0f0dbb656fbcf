"""Sums over a record: how many were killed in all, by month and by year, with what is unknown kept apart.

Invariant: an incident without a figure adds nothing and is counted as such; a sum is never printed without that number.
"""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from thucydides.nouns import DateRange, Incident, Quantity, Record
from thucydides.publishing import words


class Sum(Struct, frozen=True):
    """Assessments of one outcome added up: low, best and high over the incidents `counted`; `unknown` incidents give no figure.

    `open` holds where some count has no upper end, so that the high is only what was stated.
    """

    low: int
    best: int
    high: int
    counted: int
    unknown: int
    open: bool = False

    @property
    def quantity(self) -> Quantity:
        """The sum as a range; without an upper end where a count has none and nothing above the low end was stated."""
        if not self.counted:
            return Quantity(None, None, None)
        return Quantity(self.low, self.best, None if self.open and self.high == self.low else self.high)

    @property
    def words(self) -> str:
        """The sum in words: "9", "6 to 9 or more (best 6)", "at least 3", "unknown"."""
        text = words.quantity(self.quantity)
        return text.replace(f" to {self.high:,}", f" to {self.high:,} or more", 1) if self.open and self.high > self.low else text

    @property
    def short(self) -> str:
        """The same for a headline: "9", "6–9+", "3+", "?"."""
        if not self.counted:
            return "?"
        text = f"{self.low:,}" if self.low == self.high else f"{self.low:,}–{self.high:,}"
        return text + ("+" if self.open else "")

    @property
    def people(self) -> str:
        """The same with its noun: "9 people", "6 to 9 or more people (best 6)"."""
        number, mark, best = self.words.partition(" (best ")
        return f"{number} {'person' if number == '1' else 'people'}" + (f"{mark}{best}" if mark else "")


def toll(incident: Incident, outcome: str) -> Quantity | None:
    """An incident's assessed count of one outcome; None where no document gives one."""
    assessed = incident.assessed(outcome)
    found = assessed.quantity if assessed else None
    return None if found is None or (found.low is None and found.best is None and found.high is None) else found


def total(incidents: Iterable[Incident], outcome: str) -> Sum:
    """One outcome over the incidents given."""
    low = best = high = counted = unknown = 0
    ended = True
    for incident in incidents:
        found = toll(incident, outcome)
        if found is None:
            unknown += 1
            continue
        counted += 1
        known = [n for n in (found.low, found.best, found.high) if n is not None]
        low += found.low if found.low is not None else 0
        best += found.best if found.best is not None else min(known)
        high += max(known)
        ended = ended and found.high is not None
    return Sum(low, best, high, counted, unknown, not ended)


def force(record: Record) -> tuple[Incident, ...]:
    """The record's incidents (force used), without its acts."""
    return tuple(i for i in record.incidents if i.kind == "incident")


def acts(record: Record) -> tuple[Incident, ...]:
    """The record's acts."""
    return tuple(i for i in record.incidents if i.kind == "act")


def when(incident: Incident) -> DateRange | None:
    """An incident's assessed date."""
    assessed = incident.assessed("date")
    return assessed.date if assessed else None


def month(incident: Incident) -> tuple[int, int] | None:
    """The (year, month) that an incident's date lies in; None where it spans more or is unknown."""
    found = when(incident)
    if found is None or found.earliest is None or found.latest is None:
        return None
    first, last = (found.earliest.year, found.earliest.month), (found.latest.year, found.latest.month)
    return first if first == last else None


def year(incident: Incident) -> int | None:
    """The year that an incident's date lies in; None where it spans more or is unknown."""
    found = when(incident)
    if found is None or found.earliest is None or found.latest is None or found.earliest.year != found.latest.year:
        return None
    return found.earliest.year


def by_month(incidents: Iterable[Incident], outcome: str) -> dict[tuple[int, int], Sum]:
    """One outcome by month, in order of time; incidents that no one month holds are left out."""
    groups: dict[tuple[int, int], list[Incident]] = defaultdict(list)
    for incident in incidents:
        at = month(incident)
        if at is not None:
            groups[at].append(incident)
    return {at: total(group, outcome) for at, group in sorted(groups.items())}
