"""Things: the words for what may be seized as arms, brought down from the air, and thrown by a crowd."""

from functools import cache

from thucydides.vocabulary import mapping


@cache
def seizable() -> frozenset[str]:
    weapons = mapping("weapons")["weapons"]
    named = {
        w for n in ("firearm", "explosive device", "grenade", "heavy weapons", "rocket", "artillery") for w in weapons[n]["words"]
    }
    return frozenset(
        {w for w in named if " " not in w} | {"weapon", "arm", "ammunition", "munition", "cache", "explosive", "device"} - {"shooting"}
    )


@cache
def craft() -> frozenset[str]:
    return frozenset(mapping("telling")["roles"]["craft"])


@cache
def downable() -> frozenset[str]:
    """What flies and may be brought to the ground: aircraft, and missiles on their way."""
    return craft() | frozenset(mapping("triggers")["by_doer"]["missiles"])


@cache
def throwable() -> frozenset[str]:
    weapons = mapping("weapons")["weapons"]
    return frozenset(w for n in ("stones", "fire") for w in weapons[n]["words"])
