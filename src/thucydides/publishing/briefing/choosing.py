"""Choosing: which incidents a brief tells of one by one, where a record has more than fit on two pages.

Nothing is lost: what is not told one by one is counted in the brief and stands in the other outputs.
"""

import math
from datetime import date, timedelta

from thucydides.nouns import Incident
from thucydides.publishing import sums
from thucydides.publishing.index import Index, by_time

MOST = 8
"""Incidents that a brief tells one by one."""
SHARE = 0.1
"""The part of the incidents that a country must have for its incidents to be told one by one."""
BULK = 0.8
"""The part of the dated incidents that the record's main period holds."""
CONTESTED = 1.0
PER_ORIGIN = 1.5
PER_DISCREPANCY = 0.5
SINGLE = 0.7
"""What the dead of an incident weigh that only one origin tells of."""
MOST_COUNTED = 150
"""Dead above which an incident weighs no more: what is larger is often the sum of many."""
NARROW = 31
"""Days that the date of an incident told one by one leaves open at most, where there are such."""


def principal(index: Index) -> tuple[Incident, ...]:
    """The incidents that weigh most (people killed, independent origins, disputes) in the record's main place and time, by time."""
    force = sums.force(index.record)
    countries, (first, last) = _countries(force), period(force)
    inside = [i for i in force if _country(i) in countries and within(i, first, last)] or list(force)
    inside = [i for i in inside if _narrow(i)] or inside
    ranked = sorted(inside, key=lambda i: (-_weight(i), by_time(i)))
    return tuple(sorted(ranked[:MOST], key=by_time))


def period(incidents: tuple[Incident, ...]) -> tuple[date, date]:
    """The shortest time that holds BULK of the dated incidents, and half as much again on either side."""
    days = sorted(d.latest for i in incidents if (d := sums.when(i)) is not None and d.latest)
    if not days:
        return date.min, date.max
    take = max(1, math.ceil(BULK * len(days)))
    first = min(range(len(days) - take + 1), key=lambda n: (days[n + take - 1] - days[n], n))
    start, end = days[first], days[first + take - 1]
    room = max((end - start) / 2, timedelta(days=31))
    return _shifted(start, -room), _shifted(end, room)


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by.days > 0 else date.min


def _weight(incident: Incident) -> float:
    killed = sums.toll(incident, "killed")
    number = next((n for n in (killed.best, killed.low, killed.high) if n is not None), 0) if killed else 0
    blamed = bool(incident.responsibility and incident.responsibility.grade == "contested")
    origins = PER_ORIGIN * max(0, incident.origins - 1)
    weight = math.log2(1 + min(number, MOST_COUNTED)) * (SINGLE if incident.origins < 2 else 1.0)
    return weight + origins + CONTESTED * blamed + PER_DISCREPANCY * len(incident.discrepancies)


def _narrow(incident: Incident) -> bool:
    found = sums.when(incident)
    return bool(found and found.earliest and found.latest and (found.latest - found.earliest).days <= NARROW)


def _country(incident: Incident) -> str:
    assessed = incident.assessed("place")
    return (assessed.place.country or "") if assessed and assessed.place else ""


def _countries(incidents: tuple[Incident, ...]) -> set[str]:
    held = [c for i in incidents if (c := _country(i))]
    counts = {c: held.count(c) for c in set(held)}
    return {c for c, n in counts.items() if n >= SHARE * len(held)}


def within(incident: Incident, first: date, last: date) -> bool:
    """May the incident lie in that time?"""
    found = sums.when(incident)
    return bool(found and found.latest and found.earliest and found.earliest <= last and first <= found.latest)
