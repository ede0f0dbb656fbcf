"""Beside: names that are told to lie by another ("Zarghat, near Quetta", "the Behman area on the outskirts of Turbat") or in it, as in an
address ("in Santa Cruz, Calbayog City"), and, as the gazetteer has them, lie far from it.

Such a name is another place of that name: the one by the other, if the gazetteer has one, else a place that it does not hold, which stands
for the other with the reason (rule `place.beside`).
"""

import itertools
import math
import re
from collections.abc import Callable, Sequence

from thucydides.grounding.places.candidates import Candidate, candidate_of
from thucydides.grounding.places.containment import distance
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.tokens import Tokens

REACH_KM = 80.0
"""How far, beyond its own radius and the way told, the one place may lie from the other."""
ROUNDED_KM = 25.0
"""The same where the way is told in kilometres or miles, which are counted by road and round."""
BEARING_KM = 250.0
"""How much farther off a place may be by which only the direction is told: "Beledweyne, north of Mogadishu"."""
ONE_PROVINCE = 60.0
"""How much farther off it may lie in the province of the other."""
KNOWN = 100_000
"""People: a town that large is the one meant by its name, whatever is said to be near."""
_FARTHEST = 70
_PARTED = " areas of "
_WAY = r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)"
_PLACE = r"(?:the (?:\w+ )?(?:town|city|village|port|capital|border town|district)(?: of|,)? )?"
_NEARBY = re.compile(
    rf",? \(?(?:(?:lying |located |situated |just )?(?:near|outside|close to|not far from|{_WAY} of)"
    rf"|on the (?:\w+ )?(?:outskirts|edge|fringes|road (?:to|from)) (?:of )?"
    rf"|(?:some |about |around |roughly |nearly |just )?(\d{{1,3}}) ?(km|kilomet(?:re|er)s?|miles?) (?:to the )?(?:away )?(?:{_WAY} )?"
    rf"(?:of|from|outside))"
    rf" ?(?:the )?{_PLACE}$",
    re.IGNORECASE,
)
_BEARING = re.compile(rf",? \(?(?:lying |located |situated |just )?{_WAY} of", re.IGNORECASE)
_PARTS = re.compile(
    r"(?:,? (?:and )?[A-Z][\w’'-]+)*,? (?:areas|districts|quarters|neighbou?rhoods|suburbs|sectors|localities|wards) (?:of|in) (?:the )?"
)
_MOST = 4  # names of such a list
_BETWEEN = re.compile(
    rf",? (?:on the (?:\w+ ){{0,3}}(?:road|highway|track|route|railway|line) )?between (?:the )?{_PLACE}$", re.IGNORECASE
)


def keep_beside(
    tokens: Tokens, names: Sequence[Name], gazetteer: Gazetteer, candidates_of: Callable[[Name], Sequence[Candidate]]
) -> None:
    """Set the entry of names that lie far from the place by which they are told, or `town` where no place of the name lies by it."""
    places = [n for n in names if n.kind in ("place", "unknown") and not n.abbreviation]
    for one, two in [*itertools.pairwise(places), *_listed(tokens, places)]:
        gap = tokens.between(one.last, two.first)
        if (gap in _OF_ADDRESS or (gap in _IN_UNIT and two.types)) and _address(tokens, one, two):
            _within(one, two, gazetteer, candidates_of)
            continue
        gap = _PARTED if _PARTS.fullmatch(gap) else gap
        if len(gap) > _FARTHEST or "\n" in gap or not two.accepted or two.entry is None or one.container is not None:
            continue
        way, measured = _way(gap), _measured(gap)
        other = gazetteer.entry(two.entry)
        if way is None or other.kind not in ("settlement", "admin2", "site") or not one.evidence.isdisjoint(_NO_PLACE):
            continue
        reach = way + (ROUNDED_KM + min(other.radius, ROUNDED_KM) if measured else REACH_KM + min(other.radius, REACH_KM))
        if one.entry is None or one.rival is not None:
            _stand(one, other, [c for c in candidates_of(one) if _by(c.entry, other, reach)])
            continue
        entry = gazetteer.entry(one.entry)
        if _by(entry, other, reach) or entry.kind not in ("settlement", "admin2", "site") or not one.accepted:
            continue
        if (measured and one.respelt) or (entry.population < KNOWN and entry.population <= other.population):
            _stand(one, other, [c for c in candidates_of(one) if _by(c.entry, other, reach)])
        elif other.population < KNOWN and two.container is None and entry.population > other.population:
            near = [c for c in candidates_of(two) if _by(c.entry, entry, reach)]
            if near:
                _stand(two, entry, near)
    _one_sense(places, gazetteer)


_OF_ADDRESS = frozenset({", ", " ("})
_IN_UNIT = frozenset({", in ", ", in the ", " in ", " in the "})
_UNITS, _SPOTS = frozenset({"settlement", "admin2", "admin1"}), frozenset({"settlement", "site"})
_AND = frozenset({"and", "or", "as", "both"})
KNOWN_OF_UNIT = 500_000
"""People: a town that large is the one meant by its name, whatever district is told behind it by the word for it."""
SWAP_KM, AWAY_KM = 30.0, 80.0
"""Beyond half as much again as the radius of what holds it by an address: from where on a place gives way to one of its name that lies
nearer, and from where on it is none that the gazetteer holds."""


def _address(tokens: Tokens, one: Name, two: Name) -> bool:
    """Whether the second of two names says where the first is, as in an address: "in Santa Cruz, Calbayog City", "at Honda (Calamar)"; not
    where both are of a list ("in Aleppo, Idlib and Hama")."""
    if one.container is not None or not one.accepted or not two.accepted or two.entry is None or two.kind != "place":
        return False
    at = two.last + 1
    behind = tokens.gaps[at].strip() if at < len(tokens) else "."
    if tokens.gaps[two.first].strip() == "(":
        return behind.startswith(")")
    if "listed" in one.evidence or ("prep" not in one.evidence and not two.types):
        return False
    if at + 1 >= len(tokens) or behind.strip(","):
        return True
    follows = tokens[at + 1] if tokens[at].lower in _AND else tokens[at]
    return not follows.cap or (follows is tokens[at] and (not behind or two.container is not None))


def _within(name: Name, two: Name, gazetteer: Gazetteer, candidates_of: Callable[[Name], Sequence[Candidate]]) -> None:
    """Let a small place that lies far from what holds it by an address mean the nearest of its name there, or stand for what holds it."""
    if name.entry is None or two.entry is None or not name.evidence.isdisjoint(_NO_PLACE):
        return
    entry, holder = gazetteer.entry(name.entry), gazetteer.entry(two.entry)
    away, reach = distance(entry, holder), 1.5 * holder.radius
    if holder.kind not in _UNITS or entry.kind not in _SPOTS or away <= reach + SWAP_KM:
        return
    if entry.population >= (KNOWN_OF_UNIT if two.types else KNOWN):
        return
    known = {n: gazetteer.entry(n) for n in {*name.numbers, *(c.number for c in candidates_of(name))}}
    inside = [(distance(e, holder), n) for n, e in known.items() if e.kind in _SPOTS and e.country == holder.country]
    nearest = min(inside, default=(math.inf, -1))
    if nearest[0] <= reach + SWAP_KM:
        _stand(name, holder, [candidate_of(known[nearest[1]], 0.0, name.key)])
    elif away > reach + AWAY_KM and (entry.country, entry.admin1) != (holder.country, holder.admin1):
        _stand(name, holder, ())


def _by(entry: Entry, other: Entry, reach: float) -> bool:
    """Whether a place lies by another, farther off where both are of one province."""
    one_province = bool(entry.admin1) and (entry.country, entry.admin1) == (other.country, other.admin1)
    return distance(entry, other) <= reach + (ONE_PROVINCE if one_province else 0.0)


def _one_sense(places: Sequence[Name], gazetteer: Gazetteer) -> None:
    """Let a name that stands for what it lies by, or in, do so wherever the document has it alone: "at Wharf Soleil" behind "the district
    of Wharf Soleil in the commune of Port-de-Paix"."""
    known: dict[str, Entry] = {}
    for name in places:
        if name.beside and name.town is not None:
            known.setdefault(name.key, name.town)
        elif name.entry is None and name.accepted and name.container is not None and name.container.entry is not None:
            known.setdefault(name.key, gazetteer.entry(name.container.entry))
    for name in places:
        other = known.get(name.key)
        held = name.container is not None or not name.evidence.isdisjoint(_NO_PLACE)
        if (
            other is not None
            and not held
            and not name.beside
            and (name.entry is None or distance(gazetteer.entry(name.entry), other) > REACH_KM)
        ):
            _stand(name, other, ())


def _listed(tokens: Tokens, places: Sequence[Name]) -> list[tuple[Name, Name]]:
    """The names of lists, each with the town that they are said to be parts of: "the Lyari, Orangi and Korangi areas of Karachi"."""
    return [
        (one, town)
        for at, town in enumerate(places)
        for one in places[max(0, at - _MOST) : max(0, at - 1)]
        if _PARTS.fullmatch(tokens.between(one.last, town.first))
    ]


_NO_PLACE = frozenset({"person", "surname", "brand", "street", "movement", "dateline"})


def _way(gap: str) -> float | None:
    """How many kilometres the words between two names tell that they lie apart, 0 where they say only that they are near, `BEARING_KM`
    where only in which direction; else None."""
    if gap == _PARTED:
        return 0.0
    told = _NEARBY.fullmatch(gap)
    if told is None:
        return 0.0 if _BETWEEN.fullmatch(gap) else None
    if not told[1]:
        return BEARING_KM if _BEARING.match(gap) else 0.0
    return float(told[1]) * (1.6 if told[2].lower().startswith("mi") else 1.0)


def _measured(gap: str) -> bool:
    """Whether the words between two names tell how far they lie apart."""
    told = _NEARBY.fullmatch(gap)
    return told is not None and bool(told[1])


def _stand(name: Name, other: Entry, near: Sequence[Candidate]) -> None:
    """Let a name mean the likeliest of the places of that name near another, or stand for that other."""
    name.rival, name.accepted = None, True
    if near:
        name.choice, name.entry, name.respelt = near[0], near[0].number, False
    else:
        name.town, name.beside = other, True
