"""Strays: names that the gazetteer holds only far from all that the report speaks of, so that the place meant is another of the name.

Invariants: a place that is told with its country, a large town at which something is told, a seat of government and a town that is told to
have been taken beyond a border of those who act are never strays; a stray keeps its words and has no place, with the reason.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from thucydides.extracting.tellings.outlying import FAR_KM, RESPELT, Others, apart, people_of
from thucydides.grounding.actors.countries import seat_country
from thucydides.grounding.places import distance_km
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.places.neighbours import beside
from thucydides.nouns import Place, PlaceRef
from thucydides.vocabulary import mapping

RULE = "place.stray"
SPOKEN_OF = 3
"""Namings of another country's places from which on a report speaks of that country."""
FEWEST = 2
"""The same for a small place that lies far from all of them."""
LARGE = 500_000
"""People of a town that any report may name without its country."""
KNOWN = 50_000
"""People of a town after which its houses are rather called than a house after another."""
REACH_KM = 100.0
"""How far from the places of the report a house or a place that bears a town's name may be in that town."""
JOINED = 16
"""Characters between a place and the one that it is told to lie in."""
_SAID = ("said to be in", "said to lie in")
_IN = re.compile(r"[’']?\s*,?\s*(?:\w+\s+)?(?:in|of|,)\s+(?:the\s+)?$")


@cache
def _house() -> re.Pattern[str]:
    words = "|".join(map(re.escape, mapping("places")["houses_named"]))
    return re.compile(rf"\s+(?:[A-Z][\w’'-]+\s+)?(?:{words})\b", re.IGNORECASE)


def without_strays(text: str, refs: Sequence[PlaceRef], parties: Iterable[str | None]) -> list[PlaceRef]:
    """The references, the strays among them without a place (rule `place.stray`); `parties` are the countries of the parties named."""
    spoken = Counter(r.place.country for r in refs if r.place is not None and r.place.country and r.role not in ("from", "origin"))
    acting = {p for p in parties if p is not None}
    bearers = {r.place.gazetteer_id: r.place for r in refs if r.place is not None}
    same: dict[str | None, list[PlaceRef]] = {}
    for ref in refs:
        if ref.place is not None:
            same.setdefault(ref.place.gazetteer_id, []).append(ref)
    around = Others(bearers)
    found = []
    for number, ref in enumerate(refs):
        why = _why(text, ref, refs, number, spoken, around, same, acting)
        found.append(replace(ref, place=None, reason=f"{RULE}: {why}") if why else ref)
    return found


def _why(
    text: str, ref: PlaceRef, refs: Sequence[PlaceRef], number: int, spoken: Counter[str], around: Others,
    same: Mapping[str | None, Sequence[PlaceRef]], acting: set[str],
) -> str:  # fmt: skip
    """Why the entry found for a name is not meant; "" where it may be."""
    place = ref.place
    if place is None or place.kind not in ("settlement", "admin2", "admin1", "site") or place.country is None:
        return ""
    if any(s in place.reason for s in _SAID):
        return ""
    if (town := _house_of(text, ref, refs, number)) is not None:
        return f"a house of {town.name} that bears the name"
    if RESPELT in place.reason and (holder := _told_in(text, ref, refs, number)) is not None:
        gap = distance_km(place, holder)
        if gap is not None and gap > REACH_KM + (holder.radius_km or 0):
            return f"{place.name} does not lie in {holder.name}, as told"
    housed = all(_house().match(text, r.passage.end) for r in same[place.gazetteer_id])
    if housed and not _near_others(place, refs) and people_of(place) < KNOWN:
        return f"a house that bears the name, far from {place.name}"
    if (gap := around.off(place)) is not None:
        return f"{place.name} lies {round(gap)} km from all places of the report"
    others = around.than(place)
    if _borne_out(place, others) or place.country in acting or seat_country(place.name) == place.country:
        return ""
    if place.country in beside(acting) and any(_taken(text, r) for r in same[place.gazetteer_id]):
        return ""
    if people_of(place) >= LARGE and any(r.role != "mentioned" for r in same[place.gazetteer_id]):
        return ""
    most = max((n for c, n in spoken.items() if c != place.country), default=0)
    if most < SPOKEN_OF and not _told_elsewhere(place, others):
        return ""
    return f"nothing else in the report speaks of where {place.name} is"


def _taken(text: str, ref: PlaceRef) -> bool:
    """Whether a place stands right behind a word of force whose object it is: "shelled Kabalo", "captured the town of Mehran"."""
    match = _VERB.search(text, max(0, ref.passage.start - BEFORE), ref.passage.start)
    return match is not None and match[1].lower() in lexicon().sets["striking"]


BEFORE = 40
_VERB = re.compile(r"\b(\w+) (?:the (?:\w+ )?(?:town|city|village|port) of )?$")


def _borne_out(place: Place, others: Sequence[Place]) -> bool:
    """Whether another place that the report names speaks for the country of a place: that country or a province of it, a town that is
    known, a place in reach, or several; two villages far apart may both be chance namesakes."""
    same = [o for o in others if o.country == place.country]
    if len(same) >= SPOKEN_OF or people_of(place) >= KNOWN:
        return bool(same)
    return any(o.kind != "settlement" or people_of(o) >= KNOWN or apart(place, o) <= REACH_KM for o in same)


def _told_elsewhere(place: Place, others: Sequence[Place]) -> bool:
    """Whether a report of few names speaks of places of one country alone, all far from a small place that bears a name it tells."""
    within = [o for o in others if o.kind != "country" and o.country is not None and o.country != place.country]
    about = {c for c, n in Counter(o.country for o in within).items() if n >= FEWEST}
    told = [o for o in within if o.country in about]
    inland = any(seat_country(o.name) != o.country for o in told)
    return len(about) == 1 and inland and people_of(place) < KNOWN and all(apart(place, o) > FAR_KM for o in told)


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
    if town is None or ref.place is None or town.kind != "settlement" or apart(town, ref.place) <= REACH_KM:
        return None
    return town


_OWNER = re.compile(r"[’']s? (?:[a-z-]+ )?")
_IN_TOWN = re.compile(r",? (?:in|of|at) (?:the (?:\w+ )?(?:town|city|port) of )?")


def _near_others(place: Place, refs: Sequence[PlaceRef]) -> bool:
    """Whether the report names a place near one, or none but it."""
    others = [r.place for r in refs if r.place is not None and r.place.gazetteer_id != place.gazetteer_id and r.place.kind != "country"]
    gaps = [gap - (other.radius_km or 0) for other in others if (gap := distance_km(place, other)) is not None]
    return not gaps or min(gaps) <= REACH_KM
