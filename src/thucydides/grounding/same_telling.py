"""Same telling: how much two mentions have in common, for dating one by the other before incidents are linked.

A coarse count, not a probability: equal deaths 2, or 3 from three deaths on, equal injured from three on 2, the same place 2 or
the same province 1, the same kind of event 1, shared names up to 2, shared words 1. Tellings that cannot be one (other country,
deaths that do not meet) count 0.
"""

from math import asin, cos, radians, sin, sqrt

from thucydides.nouns import Mention, Place, PlaceRef, Quantity

_NEAR_KM = 30.0
_EARTH_KM = 12742.0
_SHARED_WORDS, _MOST_NAMES = 3, 2
# A count of one or two deaths is shared by many incidents, a larger one by few.
_TELLING_COUNT = 3


def alike(one: Mention, two: Mention) -> int:
    """How many points two mentions have in common, 0 where they cannot be one incident."""
    if one.kind != two.kind or one.status not in ("happened", "foiled"):
        return 0
    if len({ref.place.country for ref in (one.place, two.place) if ref is not None and ref.place is not None and ref.place.country}) > 1:
        return 0  # a country that is only concluded brings no two tellings together, but keeps them apart
    here, there = _place(one), _place(two)
    points = 0
    killed = count_in(one, "killed"), count_in(two, "killed")
    if killed[0] is not None and killed[1] is not None:
        if not _meet(killed[0], killed[1]):
            return 0
        if killed[0].best and killed[0].best == killed[1].best:
            points += 3 if killed[0].best >= _TELLING_COUNT else 2
    points += _one_place(here, there)
    points += one.event_type == two.event_type
    points += min(len(set(one.names) & set(two.names)), _MOST_NAMES)
    injured = count_in(one, "injured"), count_in(two, "injured")
    if injured[0] and injured[1] and injured[0].best and injured[0].best == injured[1].best and injured[0].best >= _TELLING_COUNT:
        points += 2
    points += len(set(one.words) & set(two.words)) >= _SHARED_WORDS
    return points


def _place(mention: Mention) -> Place | None:
    """Where a mention is, if resolved by what is said of it and not only concluded from the rest of its report."""
    return mention.place.place if mention.place and not concluded(mention.place) else None


def concluded(ref: PlaceRef) -> bool:
    """Whether a place is only what the rest of a report lets conclude: no two tellings are one for that."""
    return ref.reason.startswith(("place.country:", "place.neighbourhood:"))


def count_in(mention: Mention, outcome: str) -> Quantity | None:
    """The count of people killed or injured: the whole where parts are given, the sum of the parts where only they are."""
    wholes = [item.quantity for item in mention.toll if item.outcome == outcome and item.part_of is None]
    if len(wholes) == 1:
        return wholes[0]
    if not wholes or any(q.low is None or q.best is None for q in wholes):
        return None
    return Quantity(sum(q.low or 0 for q in wholes), sum(q.best or 0 for q in wholes), None)


def _meet(one: Quantity, two: Quantity) -> bool:
    """Whether two counts can be one number."""
    low = max(one.low or 0, two.low or 0)
    return all(q.high is None or low <= q.high for q in (one, two))


def same_place(one: Mention, two: Mention) -> int:
    """How near the places that two mentions are said to be at lie: 2 for one or close by, 1 for one province, else 0."""
    return _one_place(_place(one), _place(two))


def _one_place(here: Place | None, there: Place | None) -> int:
    """2 for one entry or places close by, 1 for one province, else 0."""
    if here is None or there is None:
        return 0
    if here.gazetteer_id is not None and here.gazetteer_id == there.gazetteer_id:
        return 1 if here.kind == "country" else 2
    if here.latitude is not None and here.longitude is not None and there.latitude is not None and there.longitude is not None:
        precise = max(here.precision or 9, there.precision or 9) <= 3
        if precise and _km(here.latitude, here.longitude, there.latitude, there.longitude) <= _NEAR_KM:
            return 2
    return int(here.admin1 is not None and here.admin1 == there.admin1)


def _km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The distance of two points along the earth, in kilometres."""
    a, b, c, d = map(radians, (latitude, longitude, other_latitude, other_longitude))
    return _EARTH_KM * asin(min(1.0, sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2)))
