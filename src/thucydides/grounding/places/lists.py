"""Lists: names of a list behind one preposition, and the ends of a road."""

import itertools

from thucydides.grounding.places.name import Name
from thucydides.grounding.places.roads import road_between
from thucydides.grounding.places.tokens import Tokens

LISTING = frozenset({"prep", "listed"})


def listed(tokens: Tokens, names: list[Name]) -> None:
    """Mark names that stand in a list whose first has a preposition of place before it: "in Dara'a, Deir Ezzor and Hasakeh"."""
    for one, two in itertools.pairwise(names):
        apart = two.first - one.last
        joined = (apart == 1 and tokens.gaps[two.first] == ", ") or (apart == 2 and tokens[two.first - 1].lower == "and")
        joined = joined or (apart == 1 and road_between(tokens, (one.first, one.last), (two.first, two.last)) is not None)
        if joined and not tokens[one.last].possessive and one.kind == two.kind == "place" and not one.evidence.isdisjoint(LISTING):
            two.evidence.add("listed")
