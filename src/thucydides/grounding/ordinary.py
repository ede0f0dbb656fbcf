"""Ordinary: whether a word, written with a capital in a headline, is one that English writes small.

Invariant: a word that news writes with a capital alone is never ordinary.
"""

from functools import cache

from thucydides.vocabulary import text


@cache
def ordinary_words() -> frozenset[str]:
    """The words that news writes small (`vocabularies/casing.txt`)."""
    return frozenset(line for line in text("casing.txt").splitlines() if line and line[0] not in "#=")


def is_ordinary(word: str) -> bool:
    """Whether a word is one that English writes small: "danger", "rebels"."""
    return word.lower() in ordinary_words()
