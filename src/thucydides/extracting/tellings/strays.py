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
from thucydides.grounding.places import distance_km, open_gazetteer
from thucydides.nouns import Place, PlaceRef
from thucydides.vocabulary import mapping

RULE = "place.stray"
SPOKEN_OF = 3
"""Namings of another country's places from which on a report speaks of that country."""
LARGE = 500_000
"""People of a town that any report may name without its country."""
KNOWN = 50_000
"""People of a town after which its houses are rather called than a house after another."""
REACH_KM = 100.0
"""How far from the places of the report a house or a place that bears a town's name may be in that town."""
JOINED = 16
"""Characters between a place and the one that it is told to lie in."""
_SAID = ("said to be in", "said to lie in")
_RESPELT = "taken for a respelling"
_IN = re.compile(r"[’']?\s*,?\s*(?:\w+\s+)?(?:in|of|,)\s+(?:the\s+)?$")


@cache
def _house() -> re.Pattern[str]:
    words = "|".join(map(re.escape, mapping("places")["houses_named"]))
    return re.compile(rf"\s+(?:[A-Z][\w’'-]+\s+)?(?:{words})\b", re.IGNORECASE)


def without_strays(text: str, refs: Sequence[PlaceRef], parties: Iterable[str | None]) -> list[PlaceRef]:
    """The references, the strays among them without a place (rule `place.stray`); `parties` are the countries of the parties named."""
    spoken = Counter(r.place.country for r in refs if r.place is not None and r.place.country)
    acting = {p for p in parties if p is not None}
    bearers = {(r.place.country, r.place.gazetteer_id) for r in refs if r.place is not None}
    found = []
    for number, ref in enumerate(refs):
        mine = ref.place.gazetteer_id if ref.place is not None else None
        why = _why(text, ref, refs, number, spoken, {c for c, i in bearers if i != mine} | acting)
        found.append(replace(ref, place=None, reason=f"{RULE}: {why}") if why else ref)
    return found


def _why(
    text: str, ref: PlaceRef, refs: Sequence[PlaceRef], number: int, spoken: Counter[str], others: set[str | None]
) -> str:
    """Why the entry found for a name is not meant; "" where it may be."""
    place = ref.place
    if place is None or place.kind not in ("settlement", "admin2", "admin1", "site") or place.country is None:
        return ""
    if any(s in place.reason for s in _SAID):
        return ""
    if _RESPELT in place.reason and (holder := _told_in(text, ref, refs, number)) is not None:
        gap = distance_km(place, holder)
        if gap is not None and gap > REACH_KM + (holder.radius_km or 0):
            return f"{place.name} does not lie in {holder.name}, as told"
    same = [r for r in refs if r.place is not None and r.place.gazetteer_id == place.gazetteer_id]
    if all(_house().match(text, r.passage.end) for r in same) and not _near_others(place, refs) and _people(place) < KNOWN:
        return f"a house that bears the name, far from {place.name}"
    most = max((n for c, n in spoken.items() if c != place.country), default=0)
    if place.country in others or most < SPOKEN_OF or seat_country(place.name) == place.country or _people(place) >= LARGE:
        return ""
    return f"nothing else in the report speaks of where {place.name} is"


def _told_in(text: str, ref: PlaceRef, refs: Sequence[PlaceRef], number: int) -> Place | None:
    """The place that the words behind a place tell it to lie in: "the valley in Ladakh"."""
    after = refs[number + 1] if number + 1 < len(refs) else None
    if after is None or after.place is None or after.place.kind == "country" or not 0 < after.passage.start - ref.passage.end <= JOINED:
        return None
    return after.place if _IN.search(text, ref.passage.end, after.passage.start) else None


def _near_others(place: Place, refs: Sequence[PlaceRef]) -> bool:
    """Whether the report names a place near one, or none but it."""
    others = [r.place for r in refs if r.place is not None and r.place.gazetteer_id != place.gazetteer_id and r.place.kind != "country"]
    gaps = [gap - (other.radius_km or 0) for other in others if (gap := distance_km(place, other)) is not None]
    return not gaps or min(gaps) <= REACH_KM


def _people(place: Place) -> int:
    """How many people live in a place, as far as the gazetteer tells."""
    entries = open_gazetteer().named(place.name, (place.kind,), place.country or "")
    return max((e.population for e in entries if e.identifier == place.gazetteer_id), default=0)
