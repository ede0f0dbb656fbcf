"""Token: a word as it is written, with what the finding of names and of times needs to know of it, worked out once for all texts."""

import re
from functools import cache

from msgspec import Struct

from thucydides.grounding.places.fold import SHORT, fold
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.times.words import lone, openers

_APOSTROPHE = "'’ʻʼ`"
_ARTICLES = frozenset({"al", "el"})
_JOINED = re.compile(f"[{_APOSTROPHE}.]")
_ELIDED = re.compile(rf"[dl][{_APOSTROPHE}][^\W\d_a-z]")
"""A name behind an elided article, within a longer name: "Petite Rivière de l'Artibonite"."""
_MIXED = re.compile(r"[A-Z][a-z]+[A-Z]")
"""Abbreviations with a small letter inside, as of "Line of Control"."""
STATES = frozenset({"US", "UK", "UAE", "U.S.", "U.K."})
"""Short forms of states that are words otherwise."""
_YEAR = 4  # digits
_NOTHING = (False, False, False, False, False)


class Token(Struct, gc=False, eq=False):
    """A word: its characters without a possessive, their number, its key (folded), and whether it opens with a capital, is all capitals,
    or is possessive.

    `title`, `given` and `short` tell whether it is a title of persons, a given name, the short form of a state, `person` whether it is one
    of the first two; `unit` and `brings` whether it is the kind of an unknown place ("district") or a word before one ("near"); `typed`
    whether it begins the word of a kind of place. Of names: `links` whether it may stand inside one, `joins` whether one may go on with it,
    `never` whether it is no place by itself, `barred` whether no name is this word alone, `mixed` whether it has a capital within ("LoC"),
    `heads` whether one may begin with it. Of times: `times` at how many of its characters, from the first on, one may begin, `alone_a_time`
    whether it is one however it goes on, `short_number` whether it is of one or two digits. `marked`: it begins a name, a time or such a
    number. What is asked of every word stands first, where reading it costs least.
    """

    marked: bool = False
    heads: bool = False
    text: str = ""
    lower: str = ""
    key: str = ""
    size: int = 0
    cap: bool = False
    times: int = 0
    short_number: bool = False
    joins: bool = False
    possessive: bool = False
    person: bool = False
    barred: bool = False
    never: bool = False
    short: bool = False
    alone_a_time: bool = False
    mixed: bool = False
    upper: bool = False
    title: bool = False
    given: bool = False
    unit: bool = False
    brings: bool = False
    typed: bool = False
    links: bool = False


@cache
def _marks() -> dict[str, tuple[bool, bool, bool, bool, bool]]:
    """What lower-case words are, as the fields `unit`, `brings`, `typed`, `links` and `never` of a token; others are nothing of it."""
    words = lexicon()
    unit, brings, links, never = (words.sets[name] for name in ("unknown_types", "leads_to", "links", "never"))
    typed, brings = words.typed, brings | {"of"}
    return {w: (w in unit, w in brings, w in typed, w in links, w in never) for w in unit | brings | typed | links | never}


@cache
def _telling() -> frozenset[str]:
    """The lower-case words of which a token tells anything beside its characters."""
    return frozenset(_marks()) | openers() | _ARTICLES | SHORT.keys()


def token_of(written: str) -> Token:
    """The token of a word as it is written."""
    word, possessive, lower = written, False, written.lower()
    if written.isascii() and written.isalpha() and lower not in _telling():
        if lower[0] == word[0]:
            return Token(text=word, lower=lower, key=lower, size=len(word))
        upper, title, given, short, mixed = _of_capital(word, lower)
        return Token(
            True, True, word, lower, lower, len(word), True, joins=True, person=title or given, short=short, mixed=mixed, upper=upper,
            title=title, given=given,
        )  # fmt: skip
    if len(word) > 2 and word[-1] in "sS" and word[-2] in _APOSTROPHE:
        word, possessive = word[:-2], True
    elif len(word) > 1 and word[-1] in _APOSTROPHE:
        word, possessive = word[:-1], True
    lower = word.lower()
    unit, brings, typed, links, never = _marks().get(lower, _NOTHING)
    cap = lower[0] != word[0]
    upper, title, given, short, mixed = _of_capital(word, lower) if cap else _NOTHING
    title = title and not possessive
    heads, times = cap or lower in _ARTICLES, _times(lower)
    alone = times == 1 and not possessive and (lower in lone() or (lower.isascii() and lower.isdigit()))
    number = len(word) <= 2 and word.isdigit()
    links = links or word.isdigit() or _ELIDED.match(word) is not None
    return Token(
        heads or times > 0 or number, heads, word, lower, fold(word), len(word), cap, times, number, cap or links, possessive,
        title or given, never and not short and word not in STATES, never, short, alone, mixed, upper, title, given,
        unit, brings, typed, links,
    )  # fmt: skip


def _of_capital(word: str, lower: str) -> tuple[bool, bool, bool, bool, bool]:
    """What a word with a capital is, as the fields `upper`, `title`, `given`, `short` and `mixed` of a token."""
    words, upper = lexicon(), len(word) > 1 and word.isupper()
    title = lower in words.sets["people_titles"]
    given = lower in words.given and not (upper and len(word) < 4)
    short = word in words.abbreviations or word + "." in words.abbreviations or word == "W"
    mixed = not upper and word[-1].isupper() and bool(_MIXED.fullmatch(word))
    return upper, title, given, short, mixed


def ends_name(token: Token) -> bool:
    """Whether a name of several words may end with a word: one with a capital, be it behind an elided article."""
    return token.cap or _ELIDED.match(token.text) is not None


NOTHING = Token()
"""What stands behind the last word of a text."""


def _times(word: str) -> int:
    """At how many characters of a word, from the first on, a time may begin: only at the first where it is plain English.

    A year is a time by itself; of a number of one or two digits the sign behind it tells.
    """
    if word.isascii() and word.isalnum():
        if word.isdigit():
            return 1 if len(word) == _YEAR and word[0] in "12" else 0
        return 1 if word in openers() or word[0].isdigit() else 0
    parts = _JOINED.split(word)
    return len(word) if not word.isascii() or any(part in openers() or part[:1].isdigit() for part in parts) else 0
