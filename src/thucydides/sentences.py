"""Sentences: where the sentences of a text end, by its marks alone.

Invariants: the point of an abbreviation or an initial ends no sentence ("on Dec. 16", "Maj. Gen. J. Smith", "the U.S. army"), nor does
one before a small letter ("at 5 p.m. on Monday"); the end of a line ends one.
"""

import re
from collections.abc import Iterator
from functools import cache

from thucydides.vocabulary import mapping

_END = re.compile(r"([.!?…][\"'”’)\]]*)\s+(?=[\"'“‘(\[]*[^\Wa-z_]|[>©@])|\n+")
_LONGEST = 9
"""Characters of the longest abbreviation with its point and what stands before it."""


@cache
def _short() -> re.Pattern[str]:
    known = mapping("abbreviations")
    words = sorted({*known["titles"], *known["months"], *known["others"], *known["leading"]})
    return re.compile(rf"(?:(?<![^\W_])(?:{'|'.join(words)}|[A-Z])|[ap]\.m)\.$")


def ends(text: str, start: int = 0, stop: int | None = None) -> Iterator[tuple[int, int]]:
    """For each sentence that ends between two characters of a text: (the character behind it, where the next one begins)."""
    stop = len(text) if stop is None else stop
    for match in _END.finditer(text, start, stop):
        if text[match.start()] != "." or not _short().search(text[max(0, match.start() - _LONGEST) : match.start() + 1]):
            yield max(match.end(1), match.start()), match.end()


def split(text: str) -> list[str]:
    """The sentences of a text, each with its mark and without the white space behind it."""
    starts = [0, *(end for _, end in ends(text))]
    return [text[a:b].rstrip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True) if text[a:b].strip()]
