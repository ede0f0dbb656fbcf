"""Titles: provinces that a report's title names without their word, as titles do: "Air strike in Sagaing", of Sagaing Region.

Invariant: only what the text below names rather with its word than alone is lent it.
"""

from collections.abc import Sequence

from thucydides.grounding.places.name import Name
from thucydides.grounding.places.tokens import Tokens
from thucydides.nouns.document import Document

_UNITS = frozenset({"province", "region", "state", "governorate", "oblast", "division", "department", "prefecture", "county", "wilaya"})
"""Words of units that have often the name of a town in them."""


def lend_units(document: Document, tokens: Tokens, names: Sequence[Name]) -> None:
    """Give each name in the title that the text below mostly tells with the word of a unit that word (rule `place.title-unit`)."""
    titles = [(b.start, b.end) for b in document.blocks if b.kind == "title"]
    above: list[Name] = []
    beyond = max([b for _, b in titles], default=0)
    for name in names:
        start = tokens.starts[name.first]
        if start >= beyond:
            break
        if any(a <= start < b for a, b in titles):
            above.append(name)
    lent = {name.key for name in above if not name.types and name.kind == "place"}
    if not lent:
        return
    below: dict[str, list[Name]] = {}
    for name in names:
        key = name.key.removesuffix(" " + name.type_word) if name.type_word else name.key
        if key in lent and name not in above:
            below.setdefault(key, []).append(name)
    for name in above:
        told = below.get(name.key, [])
        if not name.types and name.kind == "place" and 2 * len(units := [o for o in told if o.type_word in _UNITS]) > len(told):
            name.key, name.numbers, name.types, name.type_word = units[0].key, units[0].numbers, units[0].types, units[0].type_word
