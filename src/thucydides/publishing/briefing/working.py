"""Working: how a sum of a brief is made up, so that a reader can do it again."""

from collections.abc import Iterable

from thucydides.nouns import Incident
from thucydides.publishing import days, sums, words

MOST_PARTS = 8
"""Parts of a sum that its note lists one by one; of more it lists the largest and says how many the others are."""


def added(incidents: Iterable[Incident], outcome: str) -> str:
    """A sum's parts: "killed: 5 (24 December 2025, Shohin) + 3 (26 November 2025, Khatlon) = 8"."""
    parts = [(q, i) for i in incidents if (q := sums.toll(i, outcome)) is not None and q.high != 0]
    parts.sort(key=lambda p: (-(p[0].best or p[0].low or 0), p[1].id))
    total = sums.total([i for _, i in parts], outcome)
    said = [f"{words.short(q)} ({where(i)})" for q, i in parts[:MOST_PARTS]]
    rest = [i for _, i in parts[MOST_PARTS:]]
    if rest:
        said.append(f"{sums.total(rest, outcome).short} ({words.count(len(rest), 'smaller incident')})")
    return f"{words.sentence_case(outcome)}: {' + '.join(said)}" + (f" = {total.short}." if len(said) > 1 else ".")


def listed(incidents: Iterable[Incident], most: int = MOST_PARTS) -> str:
    """Incidents by date and place."""
    every = list(incidents)
    said = [where(i) for i in every[:most]]
    return "; ".join([*said, *([f"and {len(every) - most:,} more"] if len(every) > most else [])])


def where(incident: Incident) -> str:
    """An incident's date and place in few words: "24 December 2025, Shohin"."""
    assessed = incident.assessed("place")
    place = assessed.place.name if assessed and assessed.place else "no place given"
    return f"{days.when(sums.when(incident))}, {place}"
