"""Titles: provinces that a report's title names without their word, as titles do: "Air strike in Sagaing", of Sagaing Region.

Invariant: only what the text below names rather with its word than alone is lent it.
"""

from collections.abc import Sequence

from thucydides.grounding.places.name import Name
from thucydides.grounding.places.tokens import Tokens
from thucydides.nouns.document import Document

_UNITS = frozenset({"province", "region", "state", "governorate", "oblast", "division", "department", "prefecture", "county", "wilaya"})
"""Words of units that have often the name of a town in them."""
_OF_A_PART = frozenset({"village", "villages", "town", "community", "communities"})
"""Words behind the name of a province in a title that speak of a place in it."""


def lend_units(document: Document, tokens: Tokens, names: Sequence[Name]) -> None:
    """Give each name in the title that the text below mostly tells with the word of a unit that word (rule `place.title-unit`)."""
    titles = [(b.start, b.end) for b in document.blocks if b.kind == "title"]
    bylines = [(b.start, b.end) for b in document.blocks if b.kind == "byline"]
    above: list[Name] = []
    beyond = max([b for _, b in titles], default=0)
    for name in names:
        start = tokens.starts[name.first]
        if start >= beyond:
            break
        if any(a <= start < b for a, b in titles):
            above.append(name)
    lent = {_bare(name) for name in above if _may_be_lent(name)}
    if not lent:
        return
    below: dict[str, list[Name]] = {}
    for name in names:
        key = _bare(name)
        if key in lent and name not in above and not any(a <= tokens.starts[name.first] < b for a, b in bylines):
            below.setdefault(key, []).append(name)
    for name in above:
        told = below.get(_bare(name), [])
        units = [o for o in told if o.type_word in _UNITS]
        rather = 2 * len(units) > len(told)
        if name.types:
            rather = 2 * len(units) >= len(told) > 0 and not any(o.type_word in _OF_A_PART for o in told)
        if _may_be_lent(name) and rather:
            name.key, name.numbers, name.types, name.type_word = units[0].key, units[0].numbers, units[0].types, units[0].type_word


def _bare(name: Name) -> str:
    return name.key.removesuffix(" " + name.type_word) if name.type_word else name.key


def _may_be_lent(name: Name) -> bool:
    """Whether a title names a place without the word of its kind, or a village by the province alone: "nine die in Sagaing village"."""
    return name.kind == "place" and (not name.types or name.type_word in _OF_A_PART)
