"""Countries as parties: their names, demonyms and seats of government, and which country a word speaks of.

Source of the table: `vocabularies/demonyms.csv` (ISO 3166-1 alpha-2 codes; stated in `actor_words.yaml` under `table_sources`).
"""

from functools import cache
from typing import Literal

from msgspec import Struct

from thucydides.grounding.actors.tokens import fold, name_words
from thucydides.vocabulary import mapping, table

CountryWordKind = Literal["name", "demonym", "people", "seat"]


class CountryWord(Struct, frozen=True):
    """A wording for a country: its folded words, the codes it may mean, what kind of word it is, and the case it wants.

    `capital` marks words that count only where they are written with a capital; `always` marks seats that are never the place
    itself ("the Kremlin"); `exact` marks words in capitals throughout ("US").
    """

    words: tuple[str, ...]
    countries: tuple[str, ...]
    kind: CountryWordKind
    always: bool = False
    exact: bool = False


@cache
def country_names() -> dict[str, str]:
    """ISO 3166-1 alpha-2 code to the country's short English name."""
    return {row["code"]: row["name"] for row in table("demonyms")}


@cache
def _by_words() -> dict[tuple[str, ...], tuple[CountryWord, ...]]:
    always = {tuple(map(fold, seat.replace("'", "").split())) for seat in mapping("actor_words")["seats_always"]}
    found: dict[tuple[tuple[str, ...], CountryWordKind], list[tuple[str, str]]] = {}
    for row in table("demonyms"):
        columns: tuple[tuple[CountryWordKind, str], ...] = (
            ("name", row["name"] + "|" + row["names"]),
            ("demonym", row["adjectives"]),
            ("people", row["people"]),
            ("seat", row["seats"]),
        )
        for kind, cell in columns:
            for wording in filter(None, cell.split("|")):
                words = name_words(wording).folded
                found.setdefault((words, kind), []).append((row["code"], wording))
    out: dict[tuple[str, ...], list[CountryWord]] = {}
    for (words, kind), values in found.items():
        codes = tuple(dict.fromkeys(code for code, _ in values))
        exact = values[0][1].replace(".", "").isupper() and len(words) == 1
        out.setdefault(words, []).append(CountryWord(words, codes, kind, words in always, exact))
    return {words: tuple(values) for words, values in out.items()}


@cache
def country_index() -> dict[str, tuple[CountryWord, ...]]:
    """First folded word to the country wordings that begin with it, longest first."""
    index: dict[str, list[CountryWord]] = {}
    for words, values in _by_words().items():
        index.setdefault(words[0], []).extend(values)
    return {first: tuple(sorted(v, key=lambda w: (-len(w.words), w.words, w.kind))) for first, v in index.items()}


@cache
def demonym_countries(word: str) -> tuple[str, ...]:
    """The countries whose people or things `word` may name, as ISO alpha-2 codes ("Congolese": CD and CG); () for no demonym."""
    values = _by_words().get(name_words(word).folded, ())
    return tuple(dict.fromkeys(code for value in values if value.kind in ("demonym", "people") for code in value.countries))


def demonym_country(word: str) -> str | None:
    """The one country that a demonym names ("Tajik", "Chinese", "Afghans"), None where it is no demonym or could mean several."""
    countries = demonym_countries(word)
    return countries[0] if len(countries) == 1 else None


@cache
def country_of_name(name: str) -> str | None:
    """The country of a country's own name ("Burma": MM), None for anything else."""
    values = [v for v in _by_words().get(name_words(name).folded, ()) if v.kind == "name"]
    return values[0].countries[0] if len(values) == 1 and len(values[0].countries) == 1 else None


@cache
def seat_country(name: str) -> str | None:
    """The country whose seat of government a name is ("Dushanbe": TJ), None for anything else."""
    values = [v for v in _by_words().get(name_words(name).folded, ()) if v.kind == "seat"]
    return values[0].countries[0] if len(values) == 1 and len(values[0].countries) == 1 else None
