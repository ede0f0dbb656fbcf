"""Roads: the stretch between two places by which a road, a railway or a front is named: "the Gao–Ansongo road", "the road from A to B",
"a bus from A to B".

Invariant: such a stretch is one location between its ends (rule `place.road`).
"""

from thucydides.grounding.places.tokens import Tokens
from thucydides.vocabulary import mapping

_DASHES = frozenset({"-", "–", "—", "‑"})
_LINKED = frozenset({"and", "to", "with"})
_REACH = 4
"""Words before "from A to B" or behind "A–B" among which the word for the road stands."""


def _roads() -> frozenset[str]:
    return frozenset(map(str, mapping("places")["roads"]))


def road_between(tokens: Tokens, one: tuple[int, int], two: tuple[int, int]) -> tuple[int, int] | None:
    """The tokens of a road that two names, each from its first to its last token, are the ends of; None where they are none's."""
    gap = tokens.between(one[1], two[0])
    if gap.strip() in _DASHES:
        for at in range(two[1] + 1, min(len(tokens), two[1] + _REACH)):
            if tokens.gaps[at] != " ":
                break
            if tokens[at].lower in _roads():
                return one[0], at
        before = tokens[one[0] - 1].lower if one[0] else ""
        return one if before in _roads() and tokens.gaps[one[0]] == " " else None  # "on the axis Gao–Ansongo"
    if gap.strip() in _LINKED and _links(tokens, one[0]):
        return one[0], two[1]
    if gap.strip() == "to" and _called(tokens, one[0], two[1]):
        return one[0], two[1] + 1
    after_from = gap.strip() == "to" and one[0] > 1 and tokens[one[0] - 1].lower == "from" and tokens.gaps[one[0] - 1] == " "
    if not after_from or not (tokens[one[0] - 2].lower in _roads() or _on_the_way(tokens, one[0] - 1)):
        return None
    return one[0], two[1]


def of_road(tokens: Tokens, first: int) -> bool:
    """Whether "the road between" or "a bus travelling between" stands before a name."""
    told = first > 1 and tokens[first - 1].lower == "between"
    return told and (tokens[first - 2].lower in _roads() or _on_the_way(tokens, first - 1))


def _links(tokens: Tokens, first: int) -> bool:
    """Whether a road is told before a name to lead from there: "the highway linking A and B", "the road that connects A to B"."""
    if first < 2 or tokens[first - 1].lower not in mapping("places")["linking"] or tokens.gaps[first] != " ":
        return False
    return any(tokens[at].lower in _roads() for at in (first - 2, first - 3) if at >= 0)


def _called(tokens: Tokens, first: int, last: int) -> bool:
    """Whether "A to B" is what a road is called: "the Kaduna to Abuja expressway"."""
    behind = last + 1 < len(tokens) and tokens.gaps[last + 1] == " " and tokens[last + 1].lower in _roads()
    return behind and first > 0 and tokens[first - 1].lower in ("the", "main", "old")


def _on_the_way(tokens: Tokens, at: int) -> bool:
    """Whether somebody or something goes the way told from token `at` on: "travelling from A to B", "a bus from A to B"."""
    words = mapping("places")
    return tokens.gaps[at] == " " and tokens[at - 1].lower in words["under_way"]
