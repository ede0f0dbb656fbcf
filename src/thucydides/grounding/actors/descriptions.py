"""Descriptions of parties without a name: "Tajik border guards", "Chinese workers", "unidentified gunmen", "three militants".

Each is found from its head noun: a walk to the left takes modifiers, numbers and the nationality, a walk to the right takes
"of Ukraine", "from Afghanistan", "based in Mali". Source of the words: `vocabularies/actor_words.yaml`.
"""

from functools import cache
from typing import Any, cast

from msgspec import Struct

from thucydides.grounding.actors.countries import CountryWord, country_index
from thucydides.grounding.actors.tokens import Tokens, fold, name_words
from thucydides.nouns.actor import ActorKind
from thucydides.vocabulary import mapping


class Head(Struct, frozen=True):
    """A head noun: its folded words, the kind it tells, the service that a country adds, and the name it has without one."""

    words: tuple[str, ...]
    kind: ActorKind
    service: str
    name: str
    needs: bool
    title: bool


class CountryMatch(Struct, frozen=True):
    """Tokens `[first, last)` are a wording for a country."""

    first: int
    last: int
    word: CountryWord


class HeadMatch(Struct, frozen=True):
    """Tokens `[first, last)` are a head noun."""

    first: int
    last: int
    head: Head


_HYPHENS = frozenset({"-", "‑", "‐", "–"})


@cache
def words_of(key: str) -> frozenset[str]:
    """A word list of `actor_words.yaml`, folded."""
    return frozenset(fold(word) for word in mapping("actor_words")[key])


@cache
def phrases_of(key: str) -> frozenset[tuple[str, ...]]:
    """A list of phrases of `actor_words.yaml`, folded word by word."""
    return frozenset(name_words(phrase).folded for phrase in mapping("actor_words")[key])


@cache
def _heads() -> dict[str, tuple[Head, ...]]:
    index: dict[str, dict[tuple[str, ...], Head]] = {}
    for group in cast(list[dict[str, Any]], mapping("actor_words")["heads"]):
        for wording in group["words"]:
            words = name_words(wording).folded
            head = Head(
                words,
                group["kind"],
                group.get("service", ""),
                group["name"],
                group.get("needs", False),
                group.get("title", False),
            )
            known = index.setdefault(words[0], {}).get(words)
            if known is not None and known.kind == head.kind:
                head = Head(words, known.kind, known.service, known.name, known.needs and head.needs, known.title or head.title)
            elif known is not None:
                continue
            index[words[0]][words] = head
    return {first: tuple(sorted(v.values(), key=lambda h: -len(h.words))) for first, v in index.items()}


def head_at(t: Tokens, i: int) -> HeadMatch | None:
    """The longest head noun that begins at token `i`; what somebody is for or against ("an anti-government protest") heads nothing."""
    if i and t.folded[i - 1] in words_of("against") and t.gap(i).strip() in _HYPHENS:
        return None
    for head in _heads().get(t.folded[i], ()):
        last = i + len(head.words)
        if t.folded[i:last] == head.words and all(t.joined[i + 1 : last]):
            return HeadMatch(i, last, head)
    return None


def country_at(t: Tokens, i: int) -> CountryMatch | None:
    """The longest wording for a country that begins at token `i`; names and demonyms want a capital unless the line shouts."""
    for word in country_index().get(t.folded[i], ()):
        last = i + len(word.words)
        if t.folded[i:last] != word.words or not all(t.joined[i + 1 : last]):
            continue
        if t.shouted[i] and word.words in phrases_of("caps_words"):
            continue
        if t.shouted[i] or (t.upper[i] if word.exact else t.capital[i]):
            return CountryMatch(i, last, word)
    return None


def is_number(t: Tokens, i: int) -> bool:
    """Whether token `i` is a number that can count people (a year cannot)."""
    word = t.folded[i]
    if word.isdigit():
        return len(word) < 4 or not 1900 <= int(word) <= 2100
    return word in words_of("numbers")


def phrase_at(t: Tokens, i: int, phrases: frozenset[tuple[str, ...]]) -> int:
    """The token after the longest of `phrases` that begins at token `i`, or `i` where none does."""
    best = i
    for length in range(4, 0, -1):
        if t.folded[i : i + length] in phrases and all(t.joined[i + 1 : i + length]) and i + length <= len(t.folded):
            best = i + length
            break
    return best
