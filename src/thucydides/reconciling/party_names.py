"""Party names: whether two wordings may name one party.

Invariant: nothing here knows who speaks or of what deed.
"""

import re

from thucydides.reconciling.groups import singular
from thucydides.reconciling.voices import country_of
from thucydides.reconciling.words import words

_TOKEN = re.compile(r"[^\W_]+")


def same_party(one: str, other: str) -> bool:
    """Whether two wordings may name one party: one holds the other's words, or both name one country."""
    a, b = core(one), core(other)
    if a <= b or b <= a:
        return True
    first, second = country_of(one), country_of(other)
    return first is not None and second is not None and first[0] == second[0] and bool(first[1] or second[1])


def core(name: str) -> frozenset[str]:
    """The words of a party's name that tell it from others, in the singular and small letters ("The outlawed Northern Rebels (NR)")."""
    return frozenset(singular(t) for t in _TOKEN.findall(name.casefold()) if t not in words("party_noise"))
