"""Persons: who is named as harmed and as having done it, as columns for comparison, in any spelling near enough."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec import Struct

from thucydides.linking.folding import fold
from thucydides.linking.unit import Unit
from thucydides.linking.words import usual_word
from thucydides.nouns import Document, Mention, Person

_WORD = re.compile(r"[^\W\d_]+")
_AGE = re.compile(r"\b(\d{1,2})[ -]years?[ -]olds?\b|\baged (\d{1,2})\b|(?<=[^\W\d_]), (\d{1,2})(?=[,;)])", re.IGNORECASE)
"""An age as reports give it: "the 34-year-old", "aged 34", "Ann Doe, 34,"."""
_LITTLE = frozenset({
    "jr", "sr", "ii", "iii", "iv", "al", "el", "ul", "bin", "ibn", "abu", "de", "da", "do", "dos", "del", "la", "van", "von",
})  # fmt: skip
_JOINED = re.compile(r"\b(?:De|Da|Di|Do|Du|La|Le|Van|Von|Abu|Ibn|Bin|Ben|Al|El)(?=[A-Z])")
"""A little word written together with the name behind it: "DeGuzman" is "De Guzman"."""
_ARTICLE = re.compile(r"^[ae]l(?=\w{4})")
_MOST_WORDS = 5
_UNUSUAL_BITS = 8
_VOWELS = re.compile(r"(?<=.)[aeiouyw'’-]+")
_SOUNDS = (("ph", "f"), ("kh", "k"), ("gh", "g"), ("ck", "k"), ("q", "k"), ("c", "k"), ("z", "s"), ("x", "ks"), ("j", "g"))
_DOUBLE = re.compile(r"(.)\1+")


class Persons(Struct, frozen=True, gc=False):
    """Keys of the persons named, by part: two namings are of one person where they share a key.

    A key is two words of a name by their consonants ("gaven stls"), so that spellings, middle names and forms of address do not matter.
    `dead` are the keys of the victims said to have been killed; `all_killed` says that as many persons are named as killed as were
    killed in all. `ages` are the years told of those harmed, of a main matter all that its report gives.
    """

    victims: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    all_killed: bool = False
    ages: tuple[int, ...] = ()


def persons(unit: Unit, killed: int | None, report: Document | None = None) -> Persons:
    """The persons that one unit names; `killed` is its toll, `report` the document whose main matter it is, which may tell ages besides."""
    named = unit.mention.persons
    dead = {p.name: p for p in named if p.part == "victim" and p.outcome == "killed"}
    return Persons(
        _keys(p for p in named if p.part == "victim"), _keys(dead.values()), _keys(p for p in named if p.part == "perpetrator"),
        killed is not None and 0 < killed <= len(dead), tuple(sorted(_ages(unit.mention) | (ages_told(report.text) if report else set()))),
    )  # fmt: skip


def _ages(mention: Mention) -> set[int]:
    groups = " ".join(t.group for t in mention.toll if t.outcome in ("killed", "injured") and not t.perpetrator)
    return {p.age for p in mention.persons if p.part == "victim" and p.age is not None} | ages_told(groups)


def ages_told(text: str) -> set[int]:
    """The ages that a text gives of anybody."""
    return {int(found[found.lastindex or 0]) for found in _AGE.finditer(text)}


def same_victim(left: Iterable[str], right: Iterable[str]) -> bool:
    """Do both name the same person as harmed (`link.persons.same-victim`), given the `victims` of each?"""
    return not set(left).isdisjoint(right)


def _keys(named: Iterable[Person]) -> tuple[str, ...]:
    return tuple(sorted({key for person in named for key in _pairs(person.name)}))


def _pairs(name: str) -> Iterator[str]:
    """Pairs of the words of a full name; none where both are usual words of news, as many bear such a name."""
    words = [w for w in _WORD.findall(fold(_JOINED.sub("", name))) if len(w) > 1 and w not in _LITTLE][-_MOST_WORDS:]
    for pair in combinations(words, 2):
        if max(map(usual_word, pair)) >= _UNUSUAL_BITS:
            yield " ".join(sorted(map(_sound, pair)))


def _sound(word: str) -> str:
    """A word as it sounds at its roughest: its first letter and its consonants, without an article written together with it."""
    word = _ARTICLE.sub("", word)
    for spelt, heard in _SOUNDS:
        word = word.replace(spelt, heard)
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", word))
