"""Words: how much two tellings share of what is rare in the record and in conflict news at large; the same for names, parties and places.

A value's weight is in whole bits: minus the binary logarithm of the share of tellings that hold it, where a fixed number of tellings with
the frequencies of conflict news (`words.json`) is added to those of the record, so that a small record is not taken for a language.
"""

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from thucydides.linking.folding import fold, text_words, tokens
from thucydides.linking.unit import Unit
from thucydides.nouns import Document

_BACKGROUND_TELLINGS = 32
_UNSEEN = 13
_MOST_BITS = 10
_REPORT_LETTERS = 2500
_UNCOMMON_BITS = 3


@cache
def background() -> Mapping[str, int]:
    """For each common word of conflict news, minus the binary logarithm of the share of documents that hold it, rounded."""
    data = json.loads((files("thucydides.linking") / "words.json").read_text(encoding="utf-8"))
    return {word: int(bits) for bits, words in data["bits"].items() for word in words.split()}


def name_words(unit: Unit) -> frozenset[str]:
    """The words of the proper names that a mention holds."""
    return frozenset(t for name in unit.mention.names for t in tokens(name))


def content_words(unit: Unit) -> frozenset[str]:
    """The distinctive words of a mention that are no part of a name and that nothing else compares (`link.words.own`): not those of its
    place, parties, type and weapons.
    """
    mention = unit.mention
    places = [r for r in (mention.place, mention.town) if r is not None]
    compared = [mention.type, *(name for name, _ in mention.weapons), *(r.wording for r in places)]
    compared += [r.place.name for r in places if r.place is not None]
    compared += [told for a in mention.actors for told in (a.name, a.wording)]
    return frozenset(fold(w) for w in mention.words) - name_words(unit) - {t for told in compared for t in tokens(told)}


def report_words(document: Document | None) -> frozenset[str]:
    """The uncommon words of a report's title and beginning, names among them."""
    if document is None:
        return frozenset()
    usual = background()
    told = {w for w in text_words(f"{document.title or ''}\n{document.text[:_REPORT_LETTERS]}") if usual.get(w, _UNSEEN) >= _UNCOMMON_BITS}
    return frozenset(told)


def usual_word(word: str) -> float:
    """The bits of a word in conflict news."""
    return background().get(word, _UNSEEN)


def step(tellings: int) -> float:
    """How many tellings a record is taken to hold: to the nearest quarter of a doubling (`link.words.step`).

    So one more telling changes the weights of the words that it holds, and those of all others only where a step is passed.
    """
    return 2.0 ** (round(4 * math.log2(tellings)) / 4) if tellings else 1.0


def rarity(counts: Any, tellings: int, usual: Any) -> Any:
    """Whole bits of values (arrays) that `counts` of about `tellings` hold, and that elsewhere have `usual` bits (`link.words.weight`)."""
    import numpy as np

    shares = (counts + _BACKGROUND_TELLINGS * np.exp2(-usual)) / (step(tellings) + _BACKGROUND_TELLINGS)
    return np.clip(np.rint(-np.log2(shares)), 0, _MOST_BITS).astype(np.int64)
