"""Renamings: what places were called before, and until when, so that a name is read by the time it was used in.

"Leninabad" in a text is Khujand, or its province; "Bokhtar" in a report of 2015 is a district that has another name since 2018, and in one
of 2020 the city that took the name over. The answer is always the entry of today, and its reason tells of the renaming. Dates are given
as far as they are known ("2016", "2016-02"): a part counts from its first day where it begins a use, to its last where it ends one.
"""

from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from thucydides import vocabulary
from thucydides.grounding.places.fold import fold


class Renaming(Struct, frozen=True):
    """A former name of a place: who bears which name now, and the days between which the old one was in use (None: not known)."""

    country: str
    kind: str
    place: str
    former: str
    first: date | None
    last: date | None
    years: str

    def in_use(self, day: date) -> bool:
        """Whether the place was called so on a day, as far as the dates tell."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@cache
def renamings() -> dict[str, tuple[Renaming, ...]]:
    """By the folded former name."""
    found: dict[str, list[Renaming]] = {}
    for row in vocabulary.table("places_renamings"):
        began, ended = row["from"], row["to"]
        years = f"from {began} to {ended}" if began and ended else f"until {ended}" if ended else f"since {began}"
        found.setdefault(fold(row["former"]), []).append(
            Renaming(row["country"], row["kind"], row["place"], row["former"], _day(began, False), _day(ended, True), years)
        )
    return {key: tuple(rows) for key, rows in found.items()}


@cache
def since() -> dict[tuple[str, str, str], date]:
    """From which day a place bears its name of today, by country, kind and folded name."""
    found: dict[tuple[str, str, str], date] = {}
    for rows in renamings().values():
        for row in rows:
            if row.last is not None:
                key = (row.country, row.kind, fold(row.place))
                found[key] = max(row.last, found.get(key, date.min))
    return found


@cache
def timed() -> frozenset[str]:
    """The folded names that may mean different places at different times."""
    return frozenset(renamings()) | {key for _, _, key in since()}


@cache
def leading() -> frozenset[str]:
    """The first words of former names that have several."""
    return frozenset(key.split()[0] for key in renamings() if " " in key)


def _day(text: str, last: bool) -> date | None:
    """The first or the last day of a year, a month or a day as written."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    if not last:
        return date(parts[0], parts[1] if len(parts) > 1 else 1, 1)
    year, month = (parts[0], parts[1]) if len(parts) > 1 else (parts[0], 12)
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
