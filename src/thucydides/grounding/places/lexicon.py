"""Lexicon: the words around names that say what a name is: types, prepositions, directions, titles, demonyms, abbreviations."""

from functools import cache

from msgspec import Struct

from thucydides import vocabulary
from thucydides.grounding.places.fold import fold


class Lexicon(Struct, frozen=True, gc=False):
    """The vocabularies of places as sets and tables ready for look-up; keys are folded or lower case.

    `typed` are the first words of `types`, `near_ends` the last of `near_phrases`; `demonyms` lead to countries, those of `peoples` belong
    to a part of one, or to several: its kind, country and name.
    """

    types: dict[str, tuple[str, ...]]
    typed: frozenset[str]
    before: dict[str, tuple[str, ...]]
    prepositions: dict[str, str]
    directions: frozenset[str]
    sets: dict[str, frozenset[str]]
    near_phrases: frozenset[str]
    near_ends: frozenset[str]
    demonyms: dict[str, tuple[str, ...]]
    demonyms_lead: frozenset[str]
    peoples: dict[str, tuple[str, str, str]]
    metonyms: dict[str, str]
    capitals: dict[str, tuple[str, ...]]
    abbreviations: dict[str, tuple[str, str]]
    given: frozenset[str]
    countries: dict[str, str]


def _plural(word: str) -> list[str]:
    return [word] if word.endswith(("s", "sh", "ch", "ese", "x")) else [word, word + "s"]


@cache
def lexicon() -> Lexicon:
    """Read once from `vocabularies/places*.{yaml,csv}`."""
    data = vocabulary.mapping("places")
    demonyms: dict[str, list[str]] = {}
    metonyms: dict[str, str] = {}
    capitals: dict[str, tuple[str, ...]] = {}
    for row in vocabulary.table("places_countries"):
        for word in filter(None, row["demonyms"].split("|")):
            for form in _plural(word):
                demonyms.setdefault(fold(form), []).append(row["country"])
        for word in filter(None, row["metonyms"].split("|")):
            metonyms[fold(word)] = row["country"]
        capitals[row["country"]] = tuple(filter(None, [*row["metonyms"].split("|"), row["capital"]]))
    peoples: dict[str, tuple[str, str, str]] = {}
    for row in vocabulary.table("places_peoples"):
        for word in row["words"].split("|"):
            peoples[fold(word)] = (row["kind"], row["country"], row["place"])
            demonyms.setdefault(fold(word), [row["country"]])
    lists = {name: frozenset(str(w) for w in words) for name, words in data.items() if isinstance(words, list)}
    return Lexicon(
        types={k: tuple(v) for k, v in data["types"].items()},
        typed=frozenset(word.split()[0] for word in data["types"]),
        before={k: tuple(v) for k, v in data["before"].items()},
        prepositions=dict(data["prepositions"]),
        directions=lists["directions"],
        sets=lists,
        near_phrases=lists["near_phrases"],
        near_ends=frozenset(phrase.split()[-1] for phrase in lists["near_phrases"]),
        demonyms={k: tuple(v) for k, v in demonyms.items()},
        demonyms_lead=frozenset(k.split()[0] for k in demonyms if " " in k),
        peoples={key: place for key, place in peoples.items() if demonyms[key] == [place[1]]},
        metonyms=metonyms,
        capitals=capitals,
        abbreviations={row["abbreviation"]: (row["country"], row["admin1"]) for row in vocabulary.table("places_abbreviations")},
        given=frozenset(vocabulary.mapping("places_given_names")["names"]),
        countries={},
    )
