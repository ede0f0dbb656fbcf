"""Folding: words and names brought to one spelling, so that equal means the same."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", re.UNICODE)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_GENERIC = frozenset({
    "province", "region", "district", "oblast", "governorate", "governorates", "state", "county", "wilayat", "vilayat", "raion",
    "prefecture", "department", "municipality", "division", "autonomous", "of", "the",
})  # fmt: skip


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case without accents: "Darfūr" and "darfur" are one."""
    return _folded(text)


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return _FOREIGN.sub(_unmarked, unicodedata.normalize("NFKD", text.casefold()))


def _unmarked(found: re.Match[str]) -> str:
    """Letters beyond ASCII without the marks that combine with them."""
    return "".join(c for c in found[0] if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def fold_area(name: str) -> str:
    """The name of an administrative area without the word for its kind: "Khatlon Region" and "Khatlon" are one."""
    words = _WORD.findall(fold(name))
    return " ".join(w for w in words if w not in _GENERIC) or " ".join(words)


@lru_cache(maxsize=200_000)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name that are long enough to tell it from others (three letters or more, or two in other scripts)."""
    return text_words(name)


def text_words(text: str) -> tuple[str, ...]:
    """The same of a running text, which is not remembered: a record holds too many."""
    return tuple(w for w in _WORD.findall(_folded(text)) if len(w) >= 3 or not w.isascii())
