"""Tokens: the words of a text with what the finding of names and of times needs to know of each.

A token says nothing of where it stands: the same word after the same gap is the same object in every document, so that what is known of
a word is worked out once. So are pieces: what lies between two blanks is cut into words once for each ending of the piece before it.
`Tokens` holds where each word begins. The tables are emptied when they are full. The text last read is kept, since a document is read for
places and for times in turn.
"""

from __future__ import annotations

import operator
import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from thucydides.grounding.places.fold import fold
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.times.words import openers

_WORD = re.compile(r"((?:[A-Z]\.){2,}(?:[A-Z](?!\w))?|[^\W_]+(?:['’ʻʼ`][^\W_]+)*(?:(?<=[sS])['’](?=\s))?)")
_SENTENCE_END = re.compile(r"[.!?…:;\n•]|[\"“”]\s*$|^\s*[-–—]\s")
_INNER = frozenset({", ", "-", "–", " (", ") ", "/"})
_APOSTROPHE = "'’ʻʼ`"
_ARTICLES = frozenset({"al", "el"})
_JOINED = re.compile(f"[{_APOSTROPHE}.]")
_MOST = 100_000
_CLOSING = frozenset(",.;:!?)]\"”")
_LONGEST_GAP = 60  # what stands between two words is looked at no farther


class Token(Struct, gc=False, eq=False):
    """A word after a gap: its characters without a possessive, their number, its key (folded), and whether it opens with a capital, is
    all capitals, is possessive, or opens a sentence. `gap` is the text between it and the word before.

    `title`, `given` and `short` tell whether it is a title of persons, a given name, the short form of a state, `unit` and `brings` whether
    it is the kind of an unknown place ("district") or a word before one ("near"); `typed` whether it begins the word of a kind of place,
    `links` whether it may stand inside a name, `never` whether it is no place by itself; `heads` whether a name may begin with it; `times`
    at how many of its characters, from the first on, a time may begin.
    """

    text: str
    gap: str
    key: str
    lower: str
    size: int
    possessive: bool
    cap: bool
    upper: bool
    opens: bool
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


@lru_cache(maxsize=5000)
def _opens(gap: str) -> bool:
    """Whether the word after a gap opens a sentence."""
    return gap not in _INNER and bool(_SENTENCE_END.search(gap))


def _token(written: str) -> Token:
    """The token of a word as it is written after a blank."""
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
        text=word, gap=" ", key=fold(word), lower=lower, size=len(word), possessive=possessive, cap=cap, upper=upper, opens=False,
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


class _Piece(NamedTuple):
    """What lies between two blanks: its one word where it is that and no more before it, else its words and where they begin; and what is
    known of pieces after it."""

    word: Token | None
    words: tuple[Token, ...]
    begins: tuple[int, ...]
    after: _After


class _After(dict[str, _Piece]):
    """What pieces are after one that ended in certain signs: `signs` is what stands behind the last word, None at the head of a text."""

    __slots__ = ("signs",)

    def __init__(self, signs: str | None) -> None:
        self.signs = signs

    def __missing__(self, piece: str) -> _Piece:
        if _TOKENS.pieces > _MOST:
            _forget()
        _TOKENS.pieces += 1
        found = self[piece] = self.cut(piece, piece + " ")
        return found

    def cut(self, piece: str, followed: str) -> _Piece:
        """The words of a piece; `followed` is the piece with the blank behind it, where there is one."""
        if self.signs is not None:
            closed = piece[-1:] in _CLOSING
            word = piece[:-1] if closed else piece
            if word.isalnum():
                token = _TOKENS.after(f"{self.signs} ", word) if self.signs else _TOKENS[word]
                return _Piece(token, (), (), _after(piece[-1] if closed else ""))
        parts = _WORD.split(followed)
        behind = parts[-1] if followed is piece else parts[-1][:-1]
        if len(parts) == 1:
            return _Piece(None, (), (), _after(None if self.signs is None else f"{self.signs} {behind}"))
        gap = "\n" if self.signs is None else f"{self.signs} {parts[0]}"  # the first word opens a sentence, whatever stands before it
        words, begins, at = [], [], len(parts[0])
        for number in range(1, len(parts), 2):
            words.append(_TOKENS.after(gap, parts[number]))
            begins.append(at)
            gap = parts[number + 1]
            at += len(parts[number]) + len(gap)
        if begins == [0]:
            return _Piece(words[0], (), (), _after(behind))
        return _Piece(None, tuple(words), tuple(begins), _after(behind))


class _Tokens(dict[str, Token]):
    """Tokens after a blank by their words as written, those after other signs in `others` by signs and word; how many pieces are known."""

    __slots__ = ("others", "pieces")

    def __init__(self) -> None:
        self.pieces = 0
        self.others: dict[tuple[str, str], Token] = {}

    def __missing__(self, written: str) -> Token:
        token = self[written] = _token(written)
        return token

    def after(self, gap: str, written: str) -> Token:
        """The token of a word after a gap."""
        if gap == " ":
            return self[written]
        token = self.others.get((gap, written))
        if token is None:
            token = self.others[gap, written] = replace(self[written], gap=gap, opens=_opens(gap))
        return token


_TOKENS = _Tokens()
_AFTER: dict[str | None, _After] = {}


def _after(signs: str | None) -> _After:
    """What is known of pieces after these signs."""
    if signs is not None and len(signs) > _LONGEST_GAP:
        signs = "\n" if _SENTENCE_END.search(signs) else signs[:_LONGEST_GAP]
    found = _AFTER.get(signs)
    if found is None:
        found = _AFTER[signs] = _After(signs)
    return found


def _forget() -> None:
    """Empty the tables."""
    for after in _AFTER.values():
        after.clear()
    _AFTER.clear()
    _TOKENS.clear()
    _TOKENS.others.clear()
    _TOKENS.pieces = 0


class Tokens(list[Token]):
    """The words of one text in order; `starts[i]` is where word `i` begins, `heads` are those that a name may begin with."""

    __slots__ = ("heads", "starts", "text")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        pieces = text.split(" ")
        begins = list(map(operator.add, accumulate(map(len, pieces), initial=0), range(len(pieces))))
        final = pieces.pop()
        self.starts: list[int] = []
        after, done, add = _after(None), 0, self.append
        for number, piece in enumerate(pieces):
            word, words, inner, after = after[piece]
            if word is not None:
                add(word)
                continue
            self += words
            begin = begins[number]
            self.starts += begins[done:number]
            self.starts += [begin + at for at in inner]
            done = number + 1
        self.starts += begins[done:-1]
        word, words, inner, _ = after.cut(final, final)
        self += words if word is None else (word,)
        self.starts += [begins[-1] + at for at in inner] if word is None else begins[-1:]
        self.heads = [at for at, token in enumerate(self) if token.heads]

    def end(self, at: int) -> int:
        """Where word `at` ends, its possessive left out."""
        return self.starts[at] + self[at].size

    def between(self, one: int, two: int) -> str:
        """The text between the end of a word and the start of another."""
        return self.text[self.starts[one] + self[one].size : self.starts[two]]


class _Last:
    """The tokens of the text that was read last."""

    tokens: Tokens | None = None


def tokens_of(text: str) -> Tokens:
    """The tokens of a text; callers must not change them."""
    last = _Last.tokens
    if last is None or last.text != text:
        last = _Last.tokens = Tokens(text)
    return last
