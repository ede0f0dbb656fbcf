"""Apposed: names that no gazetteer has, between a preposition and the place that says where they are: "near Chong Bok, Nam Yuen district".

Invariant: only a preposition of place gives the place behind them its role.
"""

from thucydides.grounding.places.lexicon import Lexicon
from thucydides.grounding.places.tokens import Tokens

HYPHENS = frozenset({"-", "‑"})


def apposed(tokens: Tokens, last: int, words: Lexicon) -> tuple[str, str, int] | None:
    """The role of a name that no gazetteer has, for the place behind its comma: "near Chong Bok, Nam Yuen district"; two such may stand one
    behind the other where one says what it is: "in Sitio Medel, Barangay Tan-awan, Kabankalan City"."""
    k, typed = last, False
    for _ in range(_PARTS):
        end = k
        while k >= 0 and end - k < 4 and (tokens[k].cap or _hyphened(tokens, k)) and tokens[k].lower not in words.prepositions:
            typed = typed or tokens[k].lower in words.types
            k -= 1
            if k >= 0 and tokens.gaps[k + 1].strip() and not _hyphened(tokens, k + 1):
                break
        if k < 0 or k == end or tokens.gaps[k + 1].strip() != ",":
            break
    if k < 0 or k == end or tokens[k].lower not in words.prepositions or tokens[k].cap or tokens.gaps[k + 1].strip():
        return None
    if not typed and any(tokens.gaps[i].strip() == "," for i in range(k + 2, last + 1)):
        return None
    role = role_word(tokens[k].lower, words)
    return (role, tokens[k].lower, k) if role in ("at", "near") else None


_PARTS = 3
"""Names in a row, the last before a preposition of place."""


def _hyphened(tokens: Tokens, at: int) -> bool:
    """Whether a word hangs by a hyphen on the name before it: "Barangay Locso-an, Placer"."""
    return at > 0 and tokens.gaps[at] in HYPHENS and tokens[at - 1].cap


def role_word(word: str, words: Lexicon) -> str:
    """The role that a preposition gives a place; itself where that hangs on the noun before it."""
    if word in ("on", "of", "for", "over"):
        return word
    return words.prepositions[word]
