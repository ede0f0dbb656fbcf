"""Weapons: the means of force a sentence names, and whether they were used or only found.

Invariant: what was seized, recovered or carried is a weapon of the mention but no evidence for its type.
"""

from functools import cache

from msgspec import Struct
from spacy.tokens import Span

from thucydides.vocabulary import mapping

_FOUND = {
    "recover",
    "seize",
    "confiscate",
    "find",
    "discover",
    "capture",
    "cache",
    "possession",
    "carry",
    "surrender",
    "hide",
    "store",
    "smuggle",
}
_NOT_USED = {"photo", "video", "file"}


class WeaponUse(Struct, frozen=True):
    """A weapon named: vocabulary name, method, suggested type, characters `[start, end)` of the paragraph, used or only found."""

    name: str
    method: str
    type: str | None
    start: int
    end: int
    used: bool


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, entry in mapping("weapons")["weapons"].items():
        for phrase in entry["words"]:
            words = tuple(phrase.lower().replace("-", " - ").split())
            table.setdefault(words[0], []).append((words, name))
    for entries in table.values():
        entries.sort(key=lambda e: (-len(e[0]), e[1]))
    return table


def find_weapons(sentence: Span) -> tuple[WeaponUse, ...]:
    """The weapons of a sentence in order, longest wording first."""
    weapons = mapping("weapons")["weapons"]
    lemmas = [t.lemma_.lower() for t in sentence]
    lowers = [t.lower_ for t in sentence]
    found: list[WeaponUse] = []
    seized = bool(_FOUND & set(lemmas))
    position = 0
    while position < len(lemmas):
        step = 1
        for words, name in sorted(
            {*_table().get(lemmas[position], ()), *_table().get(lowers[position], ())}, key=lambda e: (-len(e[0]), e[1])
        ):
            span = range(position, position + len(words))
            if span.stop <= len(lemmas) and all(w in (lemmas[i], lowers[i]) for w, i in zip(words, span, strict=True)):
                first, last = sentence[position], sentence[span.stop - 1]
                entry = weapons[name]
                found.append(WeaponUse(name, entry["method"], entry["type"], first.idx, last.idx + len(last), not seized))
                step = len(words)
                break
        position += step
    return tuple(found)
