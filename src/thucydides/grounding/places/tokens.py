"""Tokens: the words of a text in order, where each begins, and the signs between them.

The same word is the same `Token` in every document, so that what is known of it is worked out once. The table of words is emptied when
it is full. The text last read is kept, since a document is read for places and for times in turn.
"""

import re
from functools import cache, lru_cache
from itertools import accumulate

from thucydides.grounding.places.token import Token, token_of

_NEAR = 0x3000
"""The letters and digits of most scripts lie below this; a set of them spelt out is faster to look in than "word character"."""
_FAR = re.compile(rf"[^\x00-{chr(_NEAR - 1)}]")
_SENTENCE_END = re.compile(r"[.!?…:;\n•]|[\"“”]\s*$|^\s*[-–—]\s")
_INNER = frozenset({", ", "-", "–", " (", ") ", "/"})
_IN_DATES = frozenset("/.-")  # between the numbers of a date
_MOST = 100_000


def _words(letter: str) -> re.Pattern[str]:
    """The pattern of a word, or of an abbreviation such as "U.S.", where `letter` is the inside of a set of letters and digits."""
    behind = rf"['’ʻʼ`](?:[{letter}]+|(?<=[sS]['’])(?=\s))"
    return re.compile(rf"([{letter}](?:\.(?<=[A-Z]\.)(?:[A-Z]\.)+(?:[A-Z](?!\w))?|[{letter}]*(?:{behind}(?:{behind})*|)))")


@cache
def _near() -> re.Pattern[str]:
    """The pattern of a word of a text without far letters."""
    return _words("".join(letter for letter in map(chr, range(_NEAR)) if letter.isalnum()))


@cache
def _any() -> re.Pattern[str]:
    """The pattern of a word of any text."""
    return _words(r"^\W_")


class _Known(dict[str, Token]):
    """Tokens by their words as written."""

    def __missing__(self, written: str) -> Token:
        if len(self) > _MOST:
            self.clear()
        token = self[written] = token_of(written)
        return token


_KNOWN = _Known()


@lru_cache(maxsize=5000)
def _opens(gap: str) -> bool:
    """Whether the word after a gap opens a sentence."""
    return gap not in _INNER and bool(_SENTENCE_END.search(gap))


class Tokens(list[Token]):
    """The words of one text in order; `starts[i]` is where word `i` begins, `gaps[i]` what stands before it (a line break before the
    first, which opens a sentence, whatever stands before it) and the last gap what follows, `heads` are those that a name may begin
    with, each with its place, `times` the places of those that a time may begin with, `numbers` of those of one or two digits."""

    __slots__ = ("gaps", "heads", "numbers", "starts", "text", "times")

    def __init__(self, text: str) -> None:
        parts = (_near() if text.isascii() or not _FAR.search(text) else _any()).split(text)
        super().__init__(map(_KNOWN.__getitem__, parts[1::2]))
        self.text = text
        self.starts = [*accumulate(map(len, parts))][:-1:2]
        self.gaps = gaps = parts[::2]
        gaps[0] = "\n"
        marked = [(at, token) for at, token in enumerate(self) if token.marked]
        self.heads = [pair for pair in marked if pair[1].heads]
        self.numbers = [at for at, token in marked if token.short_number]
        self.times = [at for at, token in marked if token.times or (token.short_number and gaps[at + 1] in _IN_DATES)]

    def end(self, at: int) -> int:
        """Where word `at` ends, its possessive left out."""
        return self.starts[at] + self[at].size

    def between(self, one: int, two: int) -> str:
        """The text between the end of a word and the start of another."""
        return self.text[self.starts[one] + self[one].size : self.starts[two]]

    def opens(self, at: int) -> bool:
        """Whether word `at` opens a sentence."""
        return _opens(self.gaps[at])


class _Last:
    """The tokens of the text that was read last."""

    tokens: Tokens | None = None


def tokens_of(text: str) -> Tokens:
    """The tokens of a text; callers must not change them."""
    last = _Last.tokens
    if last is None or last.text != text:
        last = _Last.tokens = Tokens(text)
    return last
