"""Hyphens: whether a hyphen makes a name one with the word beside it."""

from thucydides.grounding.ordinary import is_ordinary
from thucydides.grounding.places.lexicon import Lexicon
from thucydides.grounding.places.matches import HYPHENS
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.token import Token
from thucydides.grounding.places.tokens import Tokens


def is_joined(tokens: Tokens, name: Name, words: Lexicon) -> bool:
    """Whether a hyphen makes a name one with another word ("Sam" of "Sam-Ouandja"), as it does not before what a road or the like is called
    after ("the Sam-Birao road")."""
    behind, before = name.last + 1, name.first - 1
    if behind < len(tokens) and tokens.gaps[behind] in HYPHENS and _half(tokens[behind], words):
        roads = words.sets["roads"]
        return not any(t.lower in roads for t in tokens[behind + 1 : behind + 3])
    return before >= 0 and tokens.gaps[name.first] in HYPHENS and _half(tokens[before], words)


def _half(token: Token, words: Lexicon) -> bool:
    """Whether a word may be a half of a name: neither an article, a direction nor an ordinary word ("Iran-Backed")."""
    lower = token.lower
    if not token.cap or token.upper or token.size < _HALF or lower in words.directions or lower in words.sets["links"]:
        return False
    return not is_ordinary(lower) and lower not in words.prepositions and lower not in words.types


_HALF = 3
"""Letters of the half of a name at least."""
