"""Quarters: names of parts of a town, which no gazetteer holds, and namesakes of them far away, which it does.

A report that tells of "the Englewood neighborhood" means a part of the town that it speaks of, wherever else there is an Englewood; and a
paper that writes for one town means that town's streets and quarters by the names of small places far off that nothing else in the report
speaks of. Such a name is not looked for beyond the reach of the towns spoken of: it stands for the town, and the reason says so.
"""

from collections.abc import Callable, Mapping, Sequence

from thucydides.grounding.places.candidates import Candidate
from thucydides.grounding.places.containment import distance
from thucydides.grounding.places.context import Context
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.footprints import NOTHING, Footprint
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.namesakes import ENGLISH

_QUARTERS = frozenset({
    "neighborhood", "neighbourhood", "quarter", "suburb", "subdivision", "ward", "wards", "barrio", "colonia", "bairro", "favela",
    "quartier", "barangay",
})  # fmt: skip
_DISTRICTS = frozenset({"district", "districts"})  # of a city, where none of a province has the name
REACH_KM = 60.0  # a quarter or suburb lies no farther from its town
_NATURAL, _SETTLED = frozenset({"water", "mountain"}), frozenset({"settlement", "admin2"})
_ANY_TOWN = frozenset({"", "city", "town", "village", "area"})  # type words that tell nothing of which
_FAR_KM = 250.0  # a town of the region that a paper writes for lies no farther from its home
_VILLAGE = 15_000  # people: places that small are hardly known beyond the reach of their towns
_BEHIND = 4  # words behind a part of a town within which the town is told
_LARGE = 150_000  # people: a place that large is no quarter of another, unless the text says "the Austin neighborhood"
_LEAST = 0.3  # names that may lie in a province, from which it is spoken of
_SMALL = 100_000  # people: a place of a name that is larger is likely meant wherever it lies


def focus(names: list[Name], context: Context) -> list[Entry]:
    """The towns that a document speaks of, first the one it is most about: its date line's, then by how often named, then the outlet's."""
    worth: dict[int, float] = {}
    entries: dict[int, Entry] = {}
    for name in names:
        if name.choice is None or not name.accepted or name.choice.klass != "town" or _is_quarter(name):
            continue
        if name.choice.population < 2000 and name.container is None:
            continue
        entry = name.choice.entry
        entries[entry.number] = entry
        worth[entry.number] = worth.get(entry.number, 0.0) + (3.0 if "dateline" in name.evidence else 1.0)
    for home in (context.home, context.town):
        if home is not None:
            entries[home.number] = home
            worth[home.number] = worth.get(home.number, 0.0) + 1.5
    return [entries[number] for number in sorted(worth, key=lambda n: (-worth[n], n))]


def keep_near(
    names: list[Name], candidates_of: Callable[[Name], Sequence[Candidate]], prints: Mapping[str, Footprint], context: Context,
    town: Callable[[], Entry | None],
) -> None:  # fmt: skip
    """Set `town` of names that mean a part of a town which no gazetteer holds, and the choice of those that have a namesake in reach.

    `town` gives the town that the outlet is called after; it is asked only where that matters.
    """
    towns: list[Entry] | None = None
    parts: dict[str, Entry] = {}
    for name in sorted(names, key=lambda n: not _is_quarter(n)):
        choice = name.choice
        if choice is None or not name.accepted or name.container is not None or name.fixed >= 0:
            continue
        if choice.klass not in ("town", "small") and not _misnamed(name, choice):
            continue
        if name.key in parts and not name.types:
            name.town = parts[name.key]  # "in Gresham", of which the report says that it is a neighborhood
            continue
        large = choice.population >= _LARGE and "article" not in name.evidence
        urban = _is_quarter(name) or _of_city(name, choice, candidates_of(name), prints.get(name.key, NOTHING), context)
        quarter = (urban and not large and "part" not in name.evidence) or _misnamed(name, choice)
        if not quarter and not _stray(name, choice, prints.get(name.key, NOTHING), context):
            continue
        if towns is None:
            context.town = town()
            towns = focus(names, context)
        homes = [home for home in (context.home, context.town) if home is not None]
        if not quarter and all(home.country not in ENGLISH for home in homes):
            continue  # a paper called after a capital writes for its country
        others = [t for t in towns if t.number != choice.number and (quarter or t in homes)]
        reach = REACH_KM if quarter or choice.population < _VILLAGE else _FAR_KM
        if not others or any(distance(choice.entry, t) <= reach for t in others):
            continue
        near = [c for c in candidates_of(name) if c.klass in ("town", "small") and distance(c.entry, others[0]) <= REACH_KM]
        if near:
            name.choice, name.entry = near[0], near[0].number
        else:
            name.town = parts[name.key] = _town_behind(name, names, others) or others[0]


def _town_behind(name: Name, names: Sequence[Name], towns: Sequence[Entry]) -> Entry | None:
    """The town told right behind its part: "the Kalaa district of Murzuq"."""
    close = (n.entry for n in names if n.accepted and name.last < n.first <= name.last + _BEHIND)
    return next((t for number in close for t in towns if t.number == number), None)


def _is_quarter(name: Name) -> bool:
    """Whether a name is said to be a part of a town: "the Gresham neighborhood"."""
    return name.type_word in _QUARTERS


def _of_city(name: Name, choice: Candidate, options: Sequence[Candidate], own: Footprint, context: Context) -> bool:
    """Whether a name is said to be that of a district, none of a province bears it, and it lies where nothing else of the report does."""
    if name.type_word not in _DISTRICTS or any(c.kind == "admin2" for c in options) or choice.kind != "settlement":
        return False
    return context.provinces.get(choice.unit, 0.0) - own.provinces.get(choice.unit, 0.0) < _LEAST


def _misnamed(name: Name, choice: Candidate) -> bool:
    """Whether a name that ends like a water's or a mountain's is only that of a town or a county: no such creek or hill is known, and a
    quarter is called after it ("in Steele Creek")."""
    before = name.first < name.core_first  # "Lake Sev" is a lake that the gazetteer lacks
    if not name.types or name.types[0] not in _NATURAL or choice.kind not in _SETTLED or before:
        return False
    return name.type_word not in choice.entry.name.casefold()


def _stray(name: Name, choice: Candidate, own: Footprint, context: Context) -> bool:
    """Whether a small place without a type word that tells it is one that nothing else in the report of a local paper speaks for."""
    if name.type_word not in _ANY_TOWN or choice.population >= _SMALL or (context.home is None and not context.outlet_key):
        return False
    return context.provinces.get(choice.unit, 0.0) - own.provinces.get(choice.unit, 0.0) < _LEAST
