"""Lists: names between the day and the colon of an entry, names of a list behind one preposition, and the ends of a road."""

import itertools
from functools import cache

from thucydides.grounding.places.name import Name
from thucydides.grounding.places.roads import road_between
from thucydides.grounding.places.tokens import Tokens
from thucydides.vocabulary import mapping

LISTING = frozenset({"prep", "listed"})


def heads_entry(tokens: Tokens, name: Name) -> bool:
    """Whether a name stands between the day that opens an entry and its colon: "9 March, Kidal: ..."."""
    if name.last + 1 >= len(tokens) or not tokens.gaps[name.last + 1].startswith(":"):
        return False
    at = name.first - 1
    if tokens.gaps[name.first].strip() not in (",", ":", "–", "—", "-", ".,"):
        return False
    day = tokens[at].text.isdigit() or tokens[at].lower.rstrip(".") in _months()
    return day and any(tokens.opens(a) and any(tokens[i].text.isdigit() for i in range(a, at + 1)) for a in range(max(0, at - 3), at + 1))


@cache
def _months() -> frozenset[str]:
    words = mapping("dates")["words"]
    return frozenset((*words["month"], *words["shortmonth"]))


def listed(tokens: Tokens, names: list[Name]) -> None:
    """Mark names that stand in a list whose first has a preposition of place before it: "in Dara'a, Deir Ezzor and Hasakeh"."""
    for one, two in itertools.pairwise(names):
        apart = two.first - one.last
        joined = (apart == 1 and tokens.gaps[two.first] == ", ") or (apart == 2 and tokens[two.first - 1].lower == "and")
        joined = joined or (apart == 1 and road_between(tokens, (one.first, one.last), (two.first, two.last)) is not None)
        if joined and not tokens[one.last].possessive and one.kind == two.kind == "place" and not one.evidence.isdisjoint(LISTING):
            two.evidence.add("listed")
