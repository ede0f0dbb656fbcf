"""Deeds: what the words beside a name say to happen there, as is said of places: "the battle for Kobani", "Kobani was shelled"."""

from thucydides.grounding.places.lexicon import Lexicon
from thucydides.grounding.places.tokens import Tokens

_PEOPLE_OF = frozenset({"people", "residents", "inhabitants", "outskirts", "countryside", "suburbs", "villagers", "streets"})
WAS = frozenset({"was", "were", "are", "have", "came", "has", "had", "is", "remained", "remains"})
FALLS = frozenset({"fell", "falls"})
_BEEN = frozenset({"been", "also", "again", "under", "being", "heavily", "still", "later"})
_UNDER = frozenset({"shaken", "fire", "siege", "attack", "shelling", "bombardment"})
_SITE = 3
"""Words for the house struck and the weapon that may stand between the name of a town and the word of the deed."""


def deed_of(tokens: Tokens, first: int, words: Lexicon) -> bool:
    """Whether the words before a name that begins at token `first` say that something happens there or that people are at home there:
    "the battle for Kobani", "residents of Kobani"."""
    at = first - 1
    if at > 0 and (lower := tokens[at].lower) in ("of", "for") and tokens.gaps[at] == tokens.gaps[first] == " ":
        noun = tokens[at - 1].lower
        held = _PEOPLE_OF | words.sets["shares"]
        return noun in words.sets["attacks"] or (lower == "of" and (noun in held or noun in words.directions))
    return False


def struck(tokens: Tokens, after: int, words: Lexicon) -> bool:
    """Whether the words from `after` on say that what is named before them, or its port or the like, was struck, as is said of places:
    "Kobani was shelled", "Tartus seaport was shelled"."""
    sites = words.sets["sites_named"]
    for at in range(after, after + _SITE):
        if at + 1 >= len(tokens) or tokens.gaps[at] != " " or tokens[at].cap or tokens[at].lower not in sites:
            after = at
            break
    if after + 1 >= len(tokens) or tokens[after].lower not in WAS | FALLS or tokens.gaps[after] not in (" ", ", "):
        return False
    if tokens[after].lower in FALLS:
        return tokens[after + 1].lower in ("to", "into", "under")  # "Kobani fell to rebels"
    for token in tokens[after + 1 : after + 4]:
        if token.lower in words.sets["striking"] or token.lower in _UNDER:
            return True
        if token.lower not in _BEEN:
            return False
    return False


def names_a_deed(tokens: Tokens, last: int, words: Lexicon) -> bool:
    """Whether a name that ends at token `last` says of which deed is spoken: "the Gao bombing", "the Gao bus station missile attack";
    of "the Gaza attack on ..." it says from where."""
    if last + 1 >= len(tokens) or tokens[last].possessive:
        return False
    deeds, between = words.sets["deeds_named"], words.sets["sites_named"]
    if (first := tokens[last + 1].lower) not in deeds and first not in between:
        return False
    for at in range(last + 1, min(last + 2 + _SITE, len(tokens))):
        if tokens.gaps[at] != " ":
            return False
        if tokens[at].lower in deeds:
            beyond = at + 1 < len(tokens) and tokens[at + 1].lower in ("on", "against", "at")
            return not beyond and not tokens[at].cap
        if tokens[at].lower not in between:
            return False
    return False
