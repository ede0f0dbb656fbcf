"""Belligerents: who stands on which side, from who fought whom; what the record does not settle stays unassigned."""

from collections import Counter
from itertools import combinations

from msgspec import Struct

from thucydides.nouns import Assessment, Incident
from thucydides.publishing import sums
from thucydides.publishing.index import Index, country
from thucydides.reconciling.opposed import is_unarmed, side_key

FIGHTERS = ("rebels", "militia", "criminals", "external forces")
THIRD = 3


class Sides(Struct, frozen=True):
    """Each party's key on side 1, side 2 or neither, and its name; the first of a side is named most often."""

    first: tuple[tuple[str, str], ...]
    second: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]

    def of(self, key: str) -> int | None:
        """The side of a party by its key."""
        return next((n for n, side in ((1, self.first), (2, self.second)) if any(k == key for k, _ in side)), None)


def key_of(index: Index, actor: str | None, name: str) -> str:
    """A party's key: the forces and the government of one state are one."""
    return side_key(actor or "", name, index.actors.get(actor or ""))


def named(key: str, name: str) -> str:
    """A party's name in a box: forces and governments by their country, a group that governs by its own name."""
    if key.startswith("state:") and (" of " in name or name == key):
        return country(key.removeprefix("state:"))
    kind, bracket, rest = name.partition(" (")
    return kind[0] + kind[1:].lower() + bracket + rest if key == name and bracket else name


def sides(index: Index) -> Sides:
    """Two sides by who fought whom most, in the order of how often each is named; civilians and crowds are of none."""
    seen: Counter[str] = Counter()
    names: dict[str, str] = {}
    against: Counter[frozenset[str]] = Counter()
    for incident in sums.force(index.record):
        parts = _parts(index, incident)
        for key, (name, _) in parts.items():
            seen[key] += 1
            names.setdefault(key, name)
        for (a, (_, x)), (b, (_, y)) in combinations(sorted(parts.items()), 2):
            if {x, y} in ({"party"}, {"perpetrator", "target"}, {"party", "target"}, {"party", "perpetrator"}):
                against[frozenset((a, b))] += 1
    ranked = sorted(seen, key=lambda k: (-seen[k], not k.startswith("state:"), k))
    one: list[str] = []
    two: list[str] = []
    rest: list[str] = []
    for key in ranked:
        fought = [sum(against[frozenset((key, other))] for other in side) for side in (one, two)]
        free = fought[0] == fought[1] and not key.startswith("state:")
        if not one:
            one.append(key)
        elif fought[0] > fought[1] or (free and one[0].startswith("state:")):
            two.append(key)
        elif fought[1] > fought[0]:
            one.append(key)
        else:
            rest.append(key)
    first, second, others = (tuple((k, names[k]) for k in side) for side in (one, two, rest))
    return Sides(first, second, others)


def _parts(index: Index, incident: Incident) -> dict[str, tuple[str, str]]:
    """The armed parties of an incident by key: name and part."""
    found: dict[str, tuple[str, str]] = {}
    for role in ("party", "perpetrator", "target"):
        for actor, name, part in incident.actors:
            if part == role and (actor or "(" in name) and not is_unarmed(name, index.actors.get(actor or "")):
                found.setdefault(key_of(index, actor, name), (name, part))
    return found


def side_of(index: Index, found: Sides, incident: Incident, group: Assessment) -> int:
    """The side that a group of harmed people belongs to: 1, 2, or 3 for civilians and who is of no known side."""
    if group.category in ("civilians", "protesters"):
        return THIRD
    words = group.group.casefold()
    for n, side in ((1, found.first), (2, found.second)):
        if any(name.split(" (")[0].casefold() in words for _, name in side):
            return n
    if group.side:
        return found.of(key_of(index, group.side, index.actor(group.side))) or THIRD
    if group.category == "state forces":
        keys = [f"state:{group.nationality}"] if group.nationality else [k for k in _parts(index, incident) if k.startswith("state:")]
        homes = [home for k in keys if (home := found.of(k))]
        return homes[0] if homes else THIRD
    if group.category in FIGHTERS:
        keys = [k for k in _parts(index, incident) if not k.startswith("state:")]
        placed = {home for k in keys if (home := found.of(k))}
        return placed.pop() if len(placed) == 1 else THIRD
    return THIRD
