"""Words: how much two tellings share of what is rare in the record and in conflict news at large; the same for names, parties and places.

A value's weight is in whole bits: minus the binary logarithm of the share of tellings that hold it, where a fixed number of tellings with
the frequencies of conflict news (`words.json`) is added to those of the record, so that a small record is not taken for a language.
"""

import json
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from msgspec import Struct

from thucydides.linking.folding import fold, tokens
from thucydides.linking.unit import Unit
from thucydides.nouns import Document

BITS = 16
_BACKGROUND_TELLINGS = 32
_UNSEEN = 13
_MOST_BITS = 10
_MOST_WORDS = 60
_REPORT_LETTERS = 2500
_UNCOMMON_BITS = 3


class Worded(Struct, frozen=True):
    """The words that a telling has in common with any other, as codes (identity times 16 plus bits), rarest first.

    `total` is the sum of the bits of all its words, `cubes` that of their third powers, in which rare words outweigh many common ones.
    """

    codes: tuple[int, ...] = ()
    total: int = 0
    cubes: int = 0


@cache
def background() -> Mapping[str, int]:
    """For each common word of conflict news, minus the binary logarithm of the share of documents that hold it, rounded."""
    data = json.loads((files("thucydides.linking") / "words.json").read_text(encoding="utf-8"))
    return {word: int(bits) for bits, words in data["bits"].items() for word in words.split()}


def name_words(unit: Unit) -> frozenset[str]:
    """The words of the proper names that a mention holds."""
    return frozenset(t for name in unit.mention.names for t in tokens(name))


def content_words(unit: Unit) -> frozenset[str]:
    """The distinctive words of a mention that are no part of a name."""
    return frozenset(fold(w) for w in unit.mention.words) - name_words(unit)


def report_words(document: Document | None) -> frozenset[str]:
    """The uncommon words of a report's title and beginning, names among them."""
    if document is None:
        return frozenset()
    usual = background()
    told = {w for w in tokens(f"{document.title or ''}\n{document.text[:_REPORT_LETTERS]}") if usual.get(w, _UNSEEN) >= _UNCOMMON_BITS}
    return frozenset(told)


def weigh(sets: Sequence[frozenset[str]], usual: Callable[[str], float]) -> tuple[Worded, ...]:
    """What each telling holds, with its weight in this record (`link.words.weight`); what weighs nothing is left out.

    `usual` gives the bits of a value in conflict news at large.
    """
    counts = Counter(w for words in sets for w in words)
    weights = {w: rarity(n, len(sets), usual(w)) for w, n in counts.items()}
    order = {w: n for n, w in enumerate(sorted(w for w, n in counts.items() if n > 1))}
    return tuple(_worded(words, weights, order) for words in sets)


def rarity(count: int, tellings: int, usual: float) -> int:
    """Whole bits of a value that `count` of `tellings` hold, and that elsewhere has `usual` bits."""
    share = (count + _BACKGROUND_TELLINGS * 2.0**-usual) / (tellings + _BACKGROUND_TELLINGS)
    return max(0, min(_MOST_BITS, round(-math.log2(share))))


def usual_word(word: str) -> float:
    """The bits of a word in conflict news."""
    return background().get(word, _UNSEEN)


def _worded(words: frozenset[str], weights: Mapping[str, int], order: Mapping[str, int]) -> Worded:
    kept = sorted((w for w in words if w in order and weights[w] > 0), key=lambda w: (-weights[w], w))[:_MOST_WORDS]
    bits = [weights[w] for w in words]
    return Worded(tuple(order[w] * BITS + weights[w] for w in kept), sum(bits), sum(b**3 for b in bits))
