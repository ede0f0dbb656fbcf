"""Namesakes: towns that are called like persons, by a title or a given name: "Sheikh Zuweid", "Ed Daein", "Dera Ismail Khan"."""

from thucydides.grounding.places.candidates import candidates
from thucydides.grounding.places.fold import skeleton
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.tokens import Tokens

_KNOWN = 9_000  # people: a town that large is better known than persons of exactly its name (those of the press count as 10,000, about)
ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
"""Countries where ordinary English words and names of persons are names of places."""


def let_go(tokens: Tokens, names: list[Name], persons: set[int], surnames: set[str], gazetteer: Gazetteer) -> None:
    """Take the words of names of towns out of those of persons; a longer name of a person stays one ("General Santos Garcia")."""
    for name in names:
        first, last = name.core_first, name.core
        if last == first or last not in persons or last + 1 in persons or first - 1 in persons or name.kind != "place":
            continue
        if _town(name, gazetteer) or (_told_within(tokens, first) and _district(name, gazetteer)):
            persons.difference_update(range(first, last + 1))
            surnames.discard(tokens[last].key)


def _told_within(tokens: Tokens, first: int) -> bool:
    """Whether a preposition stands before a name behind which persons hardly stand: "attacked posts in Ben Guerdane"."""
    return first > 0 and tokens.gaps[first] == " " and tokens[first - 1].lower in _WITHIN


_WITHIN = frozenset({"in", "near", "outside", "around", "inside"})


def _district(name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a name is the main name of a district, and no other place's, where English is not spoken."""
    found = candidates(gazetteer, name)
    return bool(found) and all(c.kind == "admin2" and c.country not in ENGLISH and c.entry.key == name.key for c in found)


def _town(name: Name, gazetteer: Gazetteer) -> bool:
    """Whether the likeliest bearer of a name is a town where English is not spoken, and the name its main name or that respelt; or whether
    the name is told with its kind ("the island of Abu Musa")."""
    if name.type_word and any(c.kind in name.types and c.country not in ENGLISH for c in candidates(gazetteer, name)):
        return True
    for candidate in candidates(gazetteer, name)[:1]:
        if candidate.kind == "settlement" and candidate.country not in ENGLISH and candidate.population >= _KNOWN:
            return skeleton(candidate.entry.key) == skeleton(name.key)
    return False
