"""Stakes: what hangs on an answer, in points (`review.stake.*`)."""

import math
from collections.abc import Iterable, Iterator

from thucydides.nouns import Incident, Mention
from thucydides.publishing import words
from thucydides.publishing.index import Index
from thucydides.reviewing.item import Stake

_ACT, _REPORTS, _CONTRADICTION, _MOST = 0.3, 0.3, 0.3, 5


def bits(number: float) -> float:
    """The binary logarithm of one more than a number."""
    return math.log2(1 + number)


def one_more_or_less(kind: str) -> Stake:
    """An incident, or an act, more or less in the record."""
    if kind == "act":
        return Stake("review.stake.incident", "one act more or less", _ACT)
    return Stake("review.stake.incident", "one incident more or less", 1.0)


def people(number: int, outcome: str, said: str) -> Iterator[Stake]:
    """`number` people whom an answer puts in or takes out; `said` with {} for their number says how."""
    if number > 0:
        points = bits(number) * (1.0 if outcome == "killed" else 0.5)
        yield Stake("review.stake.people", said.format(f"{number:,} {outcome}"), round(points, 3))


def reports(index: Index, mentions: Iterable[str]) -> Stake:
    """The reports that tell of it."""
    number = len({index.mentions[m].document for m in mentions if m in index.mentions})
    tell = "tells" if number == 1 else "tell"
    return Stake("review.stake.reports", f"{words.count(number, 'report')} {tell} of it", round(_REPORTS * bits(number), 3))


def contradictions(incidents: Iterable[Incident]) -> Iterator[Stake]:
    """The contradictions that stand open on some incidents."""
    number = len({d for i in incidents for d in i.discrepancies})
    if number:
        said = f"{words.count(number, 'contradiction')} {'is' if number == 1 else 'are'} open on it"
        yield Stake("review.stake.contradictions", said, _CONTRADICTION * min(number, _MOST))


def best(incident: Incident, outcome: str) -> int:
    """The record's number of people, 0 where unknown."""
    assessed = incident.assessed(outcome)
    return (assessed.quantity.best or 0) if assessed is not None and assessed.quantity is not None else 0


def told(mentions: Iterable[Mention], outcome: str) -> int:
    """The largest number of people that some mentions tell of, parts of no other; 0 where none does."""
    totals = [
        sum(t.quantity.best or 0 for t in m.toll if t.outcome == outcome and t.part_of is None and not t.perpetrator) for m in mentions
    ]
    return max(totals, default=0)
