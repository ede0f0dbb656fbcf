"""Page takers: who took a place that a page only says was taken, by who took the others that it tells of.

A page on an army's offensive says of two towns that the army took them, and of the third that it fell (rule `type.page-takers`).

Invariant: a taking of which any party is said to have done it, or to have lost it, stays what its own words say.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.nouns import Mention

RULE = "type.page-takers"
LEAST = 2
"""So many takings of a page by one side, and none by another, say who took the rest (our choice)."""
_SIDES = frozenset({"Government regains territory", "Non-state actor overtakes territory"})


def with_page_takers(mentions: Sequence[Mention]) -> list[Mention]:
    """The incidents of a page, with places of which nobody is said to have taken them as taken by who took the others."""
    told = [m.type for m in mentions if m.type in _SIDES and _doers(m)]
    if len(told) < LEAST or len(set(told)) > 1:
        return list(mentions)
    return [replace(m, type=told[0], type_rule=RULE) if m.type in _SIDES - {told[0]} and not _parties(m) else m for m in mentions]


def _doers(mention: Mention) -> bool:
    return any(a.role in ("perpetrator", "party") for a in mention.actors)


def _parties(mention: Mention) -> bool:
    return _doers(mention) or any(a.role == "target" and a.kind != "civilians" for a in mention.actors)
