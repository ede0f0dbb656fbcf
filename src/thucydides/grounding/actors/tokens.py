"""Tokens of a text for the look-up of names: offsets, a folded form that spelling variants share, and how the word is written.

Invariant: `0 <= start < end <= len(text)`, tokens in order and without overlap; a possessive ending lies outside its token.
"""

import re
import unicodedata
from functools import cache

from msgspec import Struct

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:,\d{3})+|[^\W_]+(?:['’ʼ`‘´ʿʾ][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ`´][sS]$")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`‘´ʿʾ.,")
_SPECIAL = str.maketrans(
    {"ı": "i", "İ": "I", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE"}
)

# What may stand between two words of one name: blanks (one line break at most) or a hyphen, with blanks round a slash.
_JOIN = re.compile(r"(?:[^\S\n]*\n?[^\S\n]*|[^\S\n]?[-‐‑–/][^\S\n]?\n?)\Z")


class Tokens(Struct, frozen=True):
    """The words of `text`: offsets, folded forms, first letters in upper case, whole words in upper case, possessives.

    `shouted[i]` holds where the line of token i has no lower-case letter, so that case says nothing there.
    `joined[i]` holds where nothing but a blank, a line break or a hyphen stands between token i - 1 and token i.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    folded: tuple[str, ...]
    capital: tuple[bool, ...]
    upper: tuple[bool, ...]
    possessive: tuple[bool, ...]
    shouted: tuple[bool, ...]
    joined: tuple[bool, ...]

    def gap(self, i: int) -> str:
        """The characters between token `i - 1` and token `i`."""
        return self.text[self.ends[i - 1] : self.starts[i]]


@cache
def fold(word: str) -> str:
    """A word without case, diacritics, apostrophes and dots: "Séléka" and "SELEKA" are one, so are "Ta'ang" and "Taang"."""
    if word.isascii() and word.isalnum():
        return word.lower()
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word.translate(_SPECIAL))
        word = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return word.translate(_APOSTROPHES).casefold()


class NameWords(Struct, frozen=True):
    """The words of one name of a list: folded forms, first letters in upper case, possessives; without offsets."""

    folded: tuple[str, ...]
    capital: tuple[bool, ...]
    possessive: tuple[bool, ...]


def name_words(name: str) -> NameWords:
    """The words of a listed name, cut and folded as `tokens` does; lists of thousands are read with this at every start."""
    raw = _TOKEN.findall(name)
    if "'" not in name and "’" not in name:
        return NameWords(tuple(map(fold, raw)), tuple(w[0].isupper() for w in raw), (False,) * len(raw))
    bare = [_POSSESSIVE.sub("", w) for w in raw]
    owns = tuple(len(a) != len(b) for a, b in zip(raw, bare, strict=True))
    return NameWords(tuple(map(fold, bare)), tuple(w[0].isupper() for w in bare), owns)


def tokens(text: str) -> Tokens:
    """The tokens of `text`; linear in its length."""
    starts, ends, folded, capital, upper, possessive, shouted, joined = [], [], [], [], [], [], [], []  # type: ignore[var-annotated]
    loud = _loud_lines(text)
    line = 0
    last_end = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        raw = match.group()
        ending = _POSSESSIVE.search(raw)
        if ending:
            raw = raw[: ending.start()]
            end = start + len(raw)
        while line + 1 < len(loud) and loud[line + 1][0] <= start:
            line += 1
        joined.append(bool(starts) and _joins(text, last_end, start))
        starts.append(start)
        ends.append(end)
        folded.append(fold(raw))
        capital.append(raw[0].isupper())
        upper.append(raw.isupper())
        possessive.append(ending is not None)
        shouted.append(loud[line][1])
        last_end = match.end()
    return Tokens(
        text,
        tuple(starts),
        tuple(ends),
        tuple(folded),
        tuple(capital),
        tuple(upper),
        tuple(possessive),
        tuple(shouted),
        tuple(joined),
    )


def _joins(text: str, left: int, right: int) -> bool:
    """Whether the stretch between two tokens lets them belong to one name."""
    if right - left == 1:
        return text[left] in " -\u00a0\u2010\u2011\u2013/\n\u202f"
    return right - left <= 4 and _JOIN.match(text[left:right]) is not None


def _loud_lines(text: str) -> list[tuple[int, bool]]:
    """The start of each line and whether it is all capitals (two words of letters at least, no lower-case letter)."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, len(line) > 3 and line.upper() == line and line.lower() != line and " " in line))
        start += len(line) + 1
    return lines
