"""Months: the tolls of a record month by month with their ranges, and year by year."""

from collections import defaultdict

from msgspec import Struct

from thucydides.nouns import Incident
from thucydides.publishing import sums
from thucydides.publishing.chart import MONTHS
from thucydides.publishing.index import Index

OUTCOMES = ("killed", "injured")


class Month(Struct, frozen=True):
    """One month or year: its incidents, and low, best, high and the number of incidents without a figure for each outcome."""

    name: str
    incidents: int
    cells: tuple[tuple[str, str, str, str], ...]
    year: bool = False


def months(index: Index) -> list[Month]:
    """Every month with an incident, each year's own sum after its months, then what no single month holds."""
    by_month: dict[tuple[int, int], list[Incident]] = defaultdict(list)
    loose: dict[int, list[Incident]] = defaultdict(list)
    unplaced = []
    for incident in sums.force(index.record):
        month, year = sums.month(incident), sums.year(incident)
        if month:
            by_month[month].append(incident)
        elif year:
            loose[year].append(incident)
        else:
            unplaced.append(incident)
    rows = []
    for year in sorted({y for y, _ in by_month} | set(loose)):
        of = [(m, by_month[m]) for m in sorted(by_month) if m[0] == year]
        rows += [_row(f"{MONTHS[m[1] - 1]} {year}", some) for m, some in of]
        rows += [_row(f"{year}, no single month", loose[year])] if loose[year] else []
        rows.append(_row(f"{year} in all", [*(i for _, some in of for i in some), *loose[year]], True))
    return [*rows, *([_row("No single year known", unplaced)] if unplaced else [])]


def _row(name: str, incidents: list[Incident], year: bool = False) -> Month:
    cells = []
    for outcome in OUTCOMES:
        total = sums.total(incidents, outcome)
        high = f"{total.high:,}" + ("+" if total.open else "")
        known = (f"{total.low:,}", f"{total.best:,}", high) if total.counted else ("?", "?", "?")
        cells.append((*known, f"{total.unknown:,}"))
    return Month(name, len(incidents), tuple(cells), year)
