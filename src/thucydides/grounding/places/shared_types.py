"""Shared types: one plural type word for several names: "the Kyivskyi and Saltivskyi districts", "in Naray and Sarkano districts"."""

import itertools
from collections.abc import Sequence

from thucydides.grounding.places.name import Name
from thucydides.grounding.places.tokens import Tokens

_JOINED = frozenset({", ", " and ", ", and ", " & "})


def share_types(tokens: Tokens, names: Sequence[Name]) -> None:
    """Give the names of a list the kinds of the plural type word behind its last."""
    for one, two in reversed([*itertools.pairwise(names)]):
        if one.kind != "place" or one.types or not two.type_word.endswith("s") or two.last == two.core:
            continue
        if tokens.between(one.last, two.first) in _JOINED and not tokens[one.last].possessive:
            one.types, one.type_word = two.types, two.type_word
