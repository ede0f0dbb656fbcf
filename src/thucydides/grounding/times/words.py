"""Lexicon: the time words of a language, compiled into the patterns that find them in text."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec import Struct

from thucydides import vocabulary
from thucydides.grounding.times.codes import CODES, WORD_CLASSES

# The classes whose words start a search: rare enough in running text, and one of them stands in every time.
_CORE = (
    "month", "shortmonth", "weekday", "unit", "units", "weekend", "daypart", "deictic", "overnight", "season", "ago", "since", "othermonth",
    "holiday", "namedday", "hmonth", "quarter_name", "day_word",
)  # fmt: skip
_CORE_NUMBERS = (
    r"(?=\d)(?:[12]\d{3}(?:s|年[\d年月日]*)?|\d{1,2}/\d{1,2}/\d\d(?:\d\d)?|\d{1,2}[.-]\d{1,2}[.-]\d{4}|[٠-٩۰-۹]{4}|\d/\d\d|[0-3]?\d(?:st|nd|rd|th))"
)
_CLOCK_WORDS = frozenset(("a.m", "p.m", "am", "pm", "o'clock", "gmt", "utc", "hrs", "local", "time"))
# English words and names with which another language's month would be confused where the language is not known.
_SHY_LENGTH = 4
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORD = re.compile(r"[^\W\d_]+")
_DOTTED = ("march", "april", "may", "june", "july")
"""Months that some papers write with a full stop though nothing is left out: "May. 08, 2002"."""
_LETTERS = re.compile(r"[^\W_]+")
_TOKEN = r"""
[^\S\n]*\n?[^\S\n]*(?:
 (?P<stamp>\d{{4}}(?P<s1>[-/.])\d{{1,2}}(?P=s1)\d{{1,2}}
    (?:[t ]\d{{1,2}}:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:z\b|utc|gmt|[+-]\d\d:?\d\d)?)?(?![\w])
   |\d{{4}}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?)
|(?P<numeric>\d{{1,2}}(?P<s2>[-/.])\d{{1,2}}(?P=s2)(?:\d{{4}}|\d\d)(?!\w|[-/.]\d))
|(?P<phrase>(?:{phrases})(?![^\W_]))
|(?P<clock>\d{{1,2}}(?:[:.]\d\d)?(?:\s?(?:-|to)\s?\d{{1,2}}(?:[:.]\d\d)?)?\s?(?:[ap]\.m\.|[ap]m\b|o'clock)
   |\d{{1,2}}[.:]\d\d\s?(?:[bgc]st|gmt|cet|eet|msk|eat|cat|wat|[ecmp][ds]t|utc|hrs)\b
   |\d{{1,2}}:\d\d(?::\d\d)?(?!\d)
   |\d{{4}}\s?(?:gmt|utc|hrs|hours|local\stime)\b)
|(?P<decade>[12]\d{{2}}0'?s\b)
|(?P<number>\d+(?:st|nd|rd|th|\.(?=\s(?:{months})))?(?![^\W_]|[.:]\d|,(?!(?:19|20)\d\d(?!\d))\d|%))
|(?P<other>[$€£¥]\s?\d[\w.,%]*|\d[\w.,%:]*)
|(?P<abbreviation>(?:{abbreviations})\.|(?:{dotted})\.(?=\s\d{{1,2}},?\s(?:19|20)\d\d(?!\d)))
|(?P<tens>(?:{tens})[- ](?:one|two|three|four|five|six|seven|eight|nine)(?![^\W_]))
|(?P<word>[^\W\d_]+)
|(?P<short>'\d\d(?![\w'])(?!\s?(?:st|nd|rd|th)\b))
|(?P<possessive>'s?(?=\W|$))
|(?P<gap>\n)
|(?P<mark>[^\w\s]|_)
)"""
MARKS = {
    ",": "comma", "،": "comma", "-": "dash", "–": "dash", "‑": "dash", "−": "dash", "/": "slash", "(": "open", ")": "close",
    "[": "open", "]": "close", "&": "and",
}  # fmt: skip


class Lexicon(Struct, frozen=True):
    """Words to (class code, value), the words that start a search and the pattern that finds them, the token pattern, the words that
    may belong to a time, alone or as a piece of a phrase, and those that a token of several words or signs may begin with."""

    words: dict[str, tuple[str, Any]]
    cores: frozenset[str]
    core: re.Pattern[str]
    token: re.Pattern[str]
    pieces: frozenset[str]
    leading: frozenset[str]


def trie(words: Iterable[str]) -> str:
    """A regular expression for any of the words that shares their beginnings, so that a scan fails at the first letter."""
    tree: dict[str, Any] = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}

    def pattern(branch: dict[str, Any]) -> str:
        ends = "" in branch
        options = [re.escape(letter) + pattern(branch[letter]) for letter in sorted(branch) if letter]
        if not options:
            return ""
        body = options[0] if len(options) == 1 and not ends else "(?:" + "|".join(options) + ")"
        return body + "?" if ends else body

    return pattern(tree)


def _names(language: str | None) -> dict[str, tuple[str, Any]]:
    """Month and weekday names of `language`, or, where it is not known, those of all languages that no two read differently."""
    chosen: dict[str, tuple[str, Any]] = {}
    clashing = set()
    for row in vocabulary.table("date_names"):
        word, number = row["name"].replace("’", "'"), int(row["number"])
        if language is not None and row["language"] != language:
            continue
        value = ("othermonth" if row["kind"] == "month" else "weekday", number)
        if chosen.setdefault(word, value) != value:
            clashing.add(word)
        if language is None and (len(word) <= _SHY_LENGTH if word.isascii() else len(word) < 3):
            clashing.add(word)
    return {word: value for word, value in chosen.items() if language is not None or word not in clashing}


def _other_deictic(language: str | None) -> dict[str, tuple[str, Any]]:
    """Words for today, yesterday and tomorrow of `language`, or the unmistakable ones of all."""
    table = vocabulary.mapping("dates")["foreign_deictic"]
    return {
        word: ("deictic", offset)
        for code, words in table.items()
        for word, offset in words.items()
        if code == language or (language is None and not word.isascii())
    }


def lexicon(language: str | None = None) -> Lexicon:
    """The lexicon of English together with `language` (ISO 639-1), or with the unmistakable names of all where it is None."""
    return _lexicon(language.split("-")[0].split("_")[0].lower() if language else None)


@cache
def _lexicon(code: str | None) -> Lexicon:
    """The lexicon of a language by its code alone; see `lexicon`."""
    data = vocabulary.mapping("dates")
    entries: dict[str, tuple[str, Any]] = dict(_names(code))
    entries |= _other_deictic(code)
    for name in ("hijri_months", "persian_months"):
        entries |= {word: ("hmonth" if name[0] == "h" else "pmonth", number) for word, number in data[name].items()}
    entries |= {word: ("holiday", word) for word in data["holidays"]}
    entries |= {word: ("namedday", tuple(value)) for word, value in data["named_days"].items()}
    for name in WORD_CLASSES:
        entries |= {word: (name, value) for word, value in data["words"][name].items()}
    phrases = [word for word in entries if not re.fullmatch(r"[^\W\d_]+", word) and word != "&"]
    short = [*data["words"]["shortmonth"], *data["words"]["shortday"]]
    months = [word for word, (name, _) in entries.items() if name == "othermonth"]
    cores = [word for word, (name, _) in entries.items() if name in _CORE]
    plain, other = trie(word for word in cores if word[0].isascii()), trie(word for word in cores if not word[0].isascii())
    return Lexicon(
        words={word: (CODES[name], value) for word, (name, value) in entries.items()},
        cores=frozenset(cores),
        core=re.compile(rf"(?<![a-z0-9])(?:{plain}|{_CORE_NUMBERS}|(?=[^\x00-\x7f])(?:{other}))(?![a-z0-9]|[- ](?:old|long)\b)"),
        token=re.compile(
            _TOKEN.format(
                phrases=trie(phrases), abbreviations=trie(short), dotted="|".join(_DOTTED), tens="|".join(_TENS), months=trie(months)
            ),
            re.VERBOSE,
        ),
        pieces=frozenset(piece.strip(".") for word in entries for piece in word.replace("-", " ").split()) | _CLOCK_WORDS,
        leading=frozenset(match[0] for word in (*phrases, *short, *_DOTTED, *_TENS) if (match := WORD.match(word))),
    )


@cache
def openers() -> frozenset[str]:
    """The words that a match of the pattern of `lexicon()` which starts a search may begin with, numbers aside."""
    return frozenset(first[0] if (first := _LETTERS.match(word)) else "" for word in lexicon().cores)


@cache
def lone() -> frozenset[str]:
    """Those words that start a search wherever they stand, whatever follows but "old" and "long": no longer name begins with them."""
    longer = {first[0] for word in lexicon().cores if (first := _LETTERS.match(word)) and first[0] != word}
    return frozenset(word for word in lexicon().cores if word.isascii() and word.isalpha() and word not in longer)
