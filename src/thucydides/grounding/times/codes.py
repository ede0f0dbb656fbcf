"""Codes: one character for each class of time word, so that the grammar's rules are patterns over short strings.

Invariant: a token's `kind` is one of these characters; `UNKNOWN` never takes part in a rule, so a rule cannot reach over a
word that is no time word.
"""

from typing import Any

from msgspec import Struct

# Classes of words, as named in vocabularies/dates.yaml, and classes of written forms that the lexer itself makes.
WORD_CLASSES = (
    "month", "shortmonth", "weekday", "shortday", "unit", "units", "weekend", "daypart", "deictic", "overnight", "part", "edge",
    "half", "season", "last", "past", "previous", "this", "next", "coming", "following", "same", "that", "recent", "final",
    "ago", "earlier", "later", "before", "after", "prior", "since", "until", "by", "between", "from", "to", "at", "in", "on",
    "onward", "over", "within", "for", "of", "the", "a", "each", "and", "or", "word", "vague", "ordinal", "straight", "row",
    "now", "approx", "nearly", "more", "less", "than", "then", "so_far", "quarter_name", "long", "era", "as", "it", "hour_span", "instant",
    "day_word", "followed",
)  # fmt: skip
WRITTEN_CLASSES = (
    "day", "nth", "int", "year", "stamp", "numeric", "clock", "decade", "tens", "hmonth", "pmonth", "holiday", "namedday", "othermonth",
    "comma", "dash", "slash", "open", "close", "possessive", "unknown",
)  # fmt: skip
# What the grammar makes of them: times within one day, longer times, and counts of units from a base.
MADE_CLASSES = ("dated", "spell", "shift")

CODES = {name: chr(0x100 + i) for i, name in enumerate(WORD_CLASSES + WRITTEN_CLASSES + MADE_CLASSES)}
NAMES = {code: name for name, code in CODES.items()}
UNKNOWN = CODES["unknown"]
DATED, SPELL, SHIFT = (CODES[name] for name in MADE_CLASSES)
MADE = frozenset({DATED, SPELL, SHIFT})

# Names for "any of these classes", usable in rules like a class.
ALIASES = {
    "anymonth": ("month", "shortmonth", "othermonth"),
    "anyweekday": ("weekday", "shortday"),
    "anyday": ("day", "nth"),
    "anyunit": ("unit", "units"),
    "number": ("day", "int", "word", "tens"),
    "nthword": ("nth", "ordinal"),
    "time": MADE_CLASSES,
    "known": ("dated", "spell"),
}


class Token(Struct, gc=False):
    """A time word, or what the grammar made of several: its class, its value, and the characters `[start, end)` it covers."""

    kind: str
    value: Any
    start: int
    end: int
