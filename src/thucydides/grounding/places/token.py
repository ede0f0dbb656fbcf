"""Token: a word as it is written, with what the finding of names and of times needs to know of it, worked out once for all texts."""

import re

from msgspec import Struct

from thucydides.grounding.places.fold import fold
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.times.words import openers

_APOSTROPHE = "'’ʻʼ`"
_ARTICLES = frozenset({"al", "el"})
_JOINED = re.compile(f"[{_APOSTROPHE}.]")


class Token(Struct, gc=False, eq=False):
    """A word: its characters without a possessive, their number, its key (folded), and whether it opens with a capital, is all capitals,
    or is possessive.

    `title`, `given` and `short` tell whether it is a title of persons, a given name, the short form of a state, `unit` and `brings` whether
    it is the kind of an unknown place ("district") or a word before one ("near"); `typed` whether it begins the word of a kind of place,
    `links` whether it may stand inside a name, `never` whether it is no place by itself; `heads` whether a name may begin with it; `times`
    at how many of its characters, from the first on, a time may begin.
    """

    text: str
    key: str
    lower: str
    size: int
    possessive: bool
    cap: bool
    upper: bool
    title: bool
    given: bool
    short: bool
    unit: bool
    brings: bool
    typed: bool
    links: bool
    never: bool
    heads: bool
    times: int


def token_of(written: str) -> Token:
    """The token of a word as it is written."""
    word, possessive = written, False
    if len(word) > 2 and word[-1] in "sS" and word[-2] in _APOSTROPHE:
        word, possessive = word[:-2], True
    elif word[-1] in _APOSTROPHE:
        word, possessive = word[:-1], True
    lower = word.lower()
    words, cap = lexicon(), lower[0] != word[0]
    sets = words.sets
    upper = cap and len(word) > 1 and word.isupper()
    return Token(
        text=word, key=fold(word), lower=lower, size=len(word), possessive=possessive, cap=cap, upper=upper,
        title=cap and lower in sets["people_titles"] and not possessive,
        given=cap and lower in words.given and not (upper and len(word) < 4),
        short=cap and (word in words.abbreviations or word + "." in words.abbreviations or word == "W"),
        unit=lower in sets["unknown_types"], brings=lower in sets["leads_to"] or lower == "of",
        typed=lower in words.typed, links=lower in sets["links"] or word.isdigit(), never=lower in sets["never"],
        heads=cap or lower in _ARTICLES, times=_times(lower),
    )  # fmt: skip


def _times(word: str) -> int:
    """At how many characters of a word, from the first on, a time may begin: only at the first where it is plain English."""
    if word.isascii() and word.isalnum():
        return 1 if word in openers() or word[0].isdigit() else 0
    parts = _JOINED.split(word)
    return len(word) if not word.isascii() or any(part in openers() or part[:1].isdigit() for part in parts) else 0
