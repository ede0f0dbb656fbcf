"""People: which words of a text are persons' names, so that Jack London is no town and "London said" later is no town either."""

from thucydides.grounding.places.lexicon import Lexicon
from thucydides.grounding.places.tokens import Token, Tokens

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "van", "von", "de", "der", "da", "la", "abu"})


def people(tokens: Tokens, words: Lexicon) -> tuple[set[int], set[str]]:
    """Positions of the tokens that are part of a person's full name, and the surnames met in full names or after titles.

    A full name is a title or a given name and one to three capitalised words after it, initials among them.
    """
    positions: set[int] = set()
    surnames: set[str] = set()
    done = 0
    for at in tokens.heads:
        token = tokens[at]
        titled, given = token.title, token.given
        if at < done or not (titled or given):
            continue
        j = at + 1
        while j < len(tokens) and j - at <= 3 and _continues(tokens, j, titled and j == at + 1):
            j += 1
        if j - at >= 2 and not (given and not titled and _is_place_word(tokens[j - 1], words)):
            start = at if given and not titled else at + 1
            positions.update(range(start, j))
            last = j - 1
            while last > start and tokens[last].lower in _SUFFIXES:
                last -= 1
            if tokens[last].key not in words.sets["directions"]:
                surnames.add(tokens[last].key)
            done = j
    return positions, surnames


def _continues(tokens: Tokens, at: int, after_title: bool) -> bool:
    token, before = tokens[at], tokens[at - 1]
    if before.possessive:
        return False
    joined = (
        token.gap in (" ", "-")
        or (token.gap == ". " and (len(before.text) == 1 or after_title))
        or token.gap in (' "', '" ', " “", "” ")
    )
    if token.gap == ", " and token.lower in _SUFFIXES:
        return True
    return joined and (token.cap or token.lower in _PARTICLES)


def _is_place_word(token: Token, words: Lexicon) -> bool:
    """Words that end names of things, not of people: "Paul Street", "Victoria County"."""
    lower = token.lower
    return lower in words.types or lower in words.sets["streets"] or lower in words.sets["local_organisations"]
