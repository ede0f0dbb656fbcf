"""Parties: the armed groups that a text names, which tell where it is: of Houthi fighters one reads in reports from Yemen.

Invariant: a group speaks for the country that it fights in, and is no place itself.
"""

from collections.abc import Iterator
from functools import cache

from thucydides import vocabulary
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.places.tokens import Tokens

_ARMED = frozenset({"rebel group", "political militia", "identity militia"})  # bands of criminals are told of far from home
_LEAST, _LEAST_CAPITALS = 5, 4  # letters of a name of one word, that no other body be meant; fewer where it has a digit ("M23")
_Known = tuple[tuple[str, ...], bool, str]  # the keys of the words behind the first, whether it is in capitals, and the group's country
_Names = tuple[tuple[_Known, ...], frozenset[str]]  # names of one first word, and their second words; "" where there is none


@cache
def _known() -> dict[str, _Names]:
    """The names of armed groups by the key of their first word, longest first; those that two countries have are left out."""
    found: dict[tuple[tuple[str, ...], bool], set[str]] = {}
    for row in vocabulary.table("actors"):
        if row["country"] and (row["kind"] in _ARMED or any(kind in row["kinds"] for kind in _ARMED)):
            for name in (row["name"], *filter(None, row["aliases"].split(";"))):
                keys = _keys(name)
                if keys:
                    found.setdefault((keys, name.isupper()), set()).add(row["country"])
    first: dict[str, list[_Known]] = {}
    for (keys, upper), countries in sorted(found.items(), key=lambda item: (-len(item[0][0]), item[0])):
        if len(countries) == 1:
            first.setdefault(keys[0], []).append((keys[1:], upper, next(iter(countries))))
    return {key: (tuple(names), frozenset(words[0] if words else "" for words, *_ in names)) for key, names in first.items()}


def _keys(name: str) -> tuple[str, ...]:
    """The keys of the words of a name; none where it is of one word that may be anything's."""
    tokens = Tokens(name)
    keys = tuple([token.key for token in tokens])
    if not keys or not tokens[0].cap:
        return ()
    if len(keys) == 1:
        least = _LEAST_CAPITALS if name.isupper() else _LEAST
        short = len(keys[0]) < least and not any(letter.isdigit() for letter in keys[0])
        if short or tokens[0].given or keys[0] in lexicon().sets["common"]:
            return ()
    return keys


def countries_of_parties(tokens: Tokens) -> Iterator[str]:
    """The country of each armed group that a text names, once for each name of it."""
    known = _known()
    met: set[tuple[str, _Known]] = set()
    beyond = len(tokens) - 1
    for at, token in [pair for pair in tokens.heads if pair[1].key in known]:
        names, seconds = known[token.key]
        if token.cap and ("" in seconds or (at < beyond and tokens[at + 1].key in seconds)):
            for name in names:
                words, upper, country = name
                behind = tuple([word.key for word in tokens[at + 1 : at + 1 + len(words)]])
                if behind == words and (token.upper or not upper):
                    if (token.key, name) not in met:
                        met.add((token.key, name))
                        yield country
                    break
