"""Strays: names that the gazetteer holds only far from all that the report speaks of, so that the place meant is another of the name.

Invariants: a place that is told with its country, a large town and a seat of government are never strays; a stray keeps its words and has
no place, with the reason.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec.structs import replace

from thucydides.grounding.actors.countries import seat_country
from thucydides.grounding.places import contains, distance_km, open_gazetteer
from thucydides.grounding.places.namesakes import ENGLISH
from thucydides.nouns import Place, PlaceRef
from thucydides.vocabulary import mapping

RULE = "place.stray"
SPOKEN_OF = 3
"""Namings of another country's places from which on a report speaks of that country."""
FEWEST = 2
"""The same for a small place that lies far from all of them."""
FAR_KM = 400.0
LARGE = 500_000
"""People of a town that any report may name without its country."""
KNOWN = 50_000
"""People of a town after which its houses are rather called than a house after another."""
REACH_KM = 100.0
"""How far from the places of the report a house or a place that bears a town's name may be in that town."""
OFF_KM, RESPELT_KM = 150.0, 100.0
"""How far from all others a small place of the same report may lie at least, and one known only by a respelling."""
TOGETHER, TIMES = 4, 2.0
"""Of so many places at least it is told whether they lie together; a place may be so many times as far off as they are from one another."""
VILLAGE = 5_000
"""People of a place that nobody far off knows."""
PROVINCE = 4
"""The precision class of a province."""
JOINED = 16
"""Characters between a place and the one that it is told to lie in."""
_TOWNS = frozenset({"settlement", "admin2", "site"})
_SAID = ("said to be in", "said to lie in")
_RESPELT, _ONE = "taken for a respelling", "the only place of the name"
_IN = re.compile(r"[’']?\s*,?\s*(?:\w+\s+)?(?:in|of|,)\s+(?:the\s+)?$")


@cache
def _house() -> re.Pattern[str]:
    words = "|".join(map(re.escape, mapping("places")["houses_named"]))
    return re.compile(rf"\s+(?:[A-Z][\w’'-]+\s+)?(?:{words})\b", re.IGNORECASE)


def without_strays(text: str, refs: Sequence[PlaceRef], parties: Iterable[str | None]) -> list[PlaceRef]:
    """The references, the strays among them without a place (rule `place.stray`); `parties` are the countries of the parties named."""
    spoken = Counter(r.place.country for r in refs if r.place is not None and r.place.country)
    acting = {p for p in parties if p is not None}
    bearers = {r.place.gazetteer_id: r.place for r in refs if r.place is not None}
    found = []
    for number, ref in enumerate(refs):
        others = [p for i, p in bearers.items() if ref.place is not None and i != ref.place.gazetteer_id]
        why = _why(text, ref, refs, number, spoken, others, acting)
        found.append(replace(ref, place=None, reason=f"{RULE}: {why}") if why else ref)
    return found


def _why(
    text: str, ref: PlaceRef, refs: Sequence[PlaceRef], number: int, spoken: Counter[str], others: Sequence[Place], acting: set[str]
) -> str:
    """Why the entry found for a name is not meant; "" where it may be."""
    place = ref.place
    if place is None or place.kind not in ("settlement", "admin2", "admin1", "site") or place.country is None:
        return ""
    if any(s in place.reason for s in _SAID):
        return ""
    if (town := _house_of(text, ref, refs, number)) is not None:
        return f"a house of {town.name} that bears the name"
    if _RESPELT in place.reason and (holder := _told_in(text, ref, refs, number)) is not None:
        gap = distance_km(place, holder)
        if gap is not None and gap > REACH_KM + (holder.radius_km or 0):
            return f"{place.name} does not lie in {holder.name}, as told"
    same = [r for r in refs if r.place is not None and r.place.gazetteer_id == place.gazetteer_id]
    if all(_house().match(text, r.passage.end) for r in same) and not _near_others(place, refs) and people_of(place) < KNOWN:
        return f"a house that bears the name, far from {place.name}"
    if (gap := _off(place, others)) is not None:
        return f"{place.name} lies {round(gap)} km from all places of the report"
    if _borne_out(place, others) or place.country in acting or seat_country(place.name) == place.country or people_of(place) >= LARGE:
        return ""
    most = max((n for c, n in spoken.items() if c != place.country), default=0)
    if most < SPOKEN_OF and not _told_elsewhere(place, others):
        return ""
    return f"nothing else in the report speaks of where {place.name} is"


def _off(place: Place, others: Sequence[Place]) -> float | None:
    """How far a small place lies from all towns and districts of a report that lie together, where that is too far for one of them; None
    where it may be one, or the report says its province."""
    if place.kind != "settlement" or place.country in ENGLISH or people_of(place) >= VILLAGE:
        return None
    if any(o.kind == "admin1" and contains(o, place) for o in others):
        return None
    towns = [o for o in others if o.kind in _TOWNS and o.latitude is not None and (o.precision or PROVINCE) < PROVINCE]
    towns = [o for o in towns if seat_country(o.name) != o.country]
    nearest = {id(o): min((_apart(o, t) for t in towns if t is not o), default=OFF_KM) for o in towns}
    sure = [o for o in towns if nearest[id(o)] < RESPELT_KM or people_of(o) >= VILLAGE]
    if len(sure) < TOGETHER:
        return None
    gap = min(_apart(place, o) - (o.radius_km or 0 if o.kind == "admin2" else 0) for o in sure)
    between = sorted(nearest[id(o)] for o in sure)[len(sure) * 4 // 5]
    least = RESPELT_KM if _RESPELT in place.reason else FAR_KM if _ONE in place.reason else OFF_KM
    return gap if gap > max(least, TIMES * between) else None


def _borne_out(place: Place, others: Sequence[Place]) -> bool:
    """Whether another place that the report names speaks for the country of a place: that country or a province of it, a town that is
    known, a place in reach, or several; two villages far apart may both be chance namesakes."""
    same = [o for o in others if o.country == place.country]
    if len(same) >= SPOKEN_OF or people_of(place) >= KNOWN:
        return bool(same)
    return any(o.kind != "settlement" or people_of(o) >= KNOWN or _apart(place, o) <= REACH_KM for o in same)


def _told_elsewhere(place: Place, others: Sequence[Place]) -> bool:
    """Whether a report of few names speaks of places of one country alone, all far from a small place that bears a name it tells."""
    within = [o for o in others if o.kind != "country" and o.country is not None and o.country != place.country]
    about = {c for c, n in Counter(o.country for o in within).items() if n >= FEWEST}
    told = [o for o in within if o.country in about]
    inland = any(seat_country(o.name) != o.country for o in told)
    return len(about) == 1 and inland and people_of(place) < KNOWN and all(_apart(place, o) > FAR_KM for o in told)


def _apart(one: Place, two: Place) -> float:
    """Kilometres between two places, none where one has no point."""
    return distance_km(one, two) or 0.0


def _told_in(text: str, ref: PlaceRef, refs: Sequence[PlaceRef], number: int) -> Place | None:
    """The place that the words behind a place tell it to lie in: "the valley in Ladakh"."""
    after = refs[number + 1] if number + 1 < len(refs) else None
    if after is None or after.place is None or after.place.kind == "country" or not 0 < after.passage.start - ref.passage.end <= JOINED:
        return None
    return after.place if _IN.search(text, ref.passage.end, after.passage.start) else None


def _house_of(text: str, ref: PlaceRef, refs: Sequence[PlaceRef], number: int) -> Place | None:
    """The town to which the words around a name tell a house of that name to belong: "Derna's Al Wasta hospital", "the Al Wasta hospital in
    Derna"; None where that town is the name's own place or lies near it."""
    house = _house().match(text, ref.passage.end)
    if house is None:
        return None
    before = refs[number - 1] if number else None
    after = refs[number + 1] if number + 1 < len(refs) else None
    owner = before if before is not None and _OWNER.fullmatch(text, before.passage.end, ref.passage.start) else None
    if owner is None and after is not None and _IN_TOWN.fullmatch(text, house.end(), after.passage.start):
        owner = after
    town = owner.place if owner is not None else None
    if town is None or ref.place is None or town.kind != "settlement" or _apart(town, ref.place) <= REACH_KM:
        return None
    return town


_OWNER = re.compile(r"[’']s? (?:[a-z-]+ )?")
_IN_TOWN = re.compile(r",? (?:in|of|at) (?:the (?:\w+ )?(?:town|city|port) of )?")


def _near_others(place: Place, refs: Sequence[PlaceRef]) -> bool:
    """Whether the report names a place near one, or none but it."""
    others = [r.place for r in refs if r.place is not None and r.place.gazetteer_id != place.gazetteer_id and r.place.kind != "country"]
    gaps = [gap - (other.radius_km or 0) for other in others if (gap := distance_km(place, other)) is not None]
    return not gaps or min(gaps) <= REACH_KM


def people_of(place: Place) -> int:
    """How many people live in a place, as far as the gazetteer tells."""
    entries = open_gazetteer().named(place.name, (place.kind,), place.country or "")
    return max((e.population for e in entries if e.identifier == place.gazetteer_id), default=0)
