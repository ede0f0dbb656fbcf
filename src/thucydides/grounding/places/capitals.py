"""Capitals: seats of government that are not named: "Lebanon's capital", "the Somali capital", and "the capital" of the country that a
report speaks of (rule `place.capital`)."""

from collections import Counter

from thucydides.grounding.places.answers import as_far_off, ref_of
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.places import place_of
from thucydides.grounding.places.reading import Reading
from thucydides.grounding.places.roles import role_of
from thucydides.nouns.place import Place, PlaceRef

_WHOSE = frozenset({"the", "its", "their"})
_MONEY = frozenset({"of", "market", "markets", "punishment", "gains", "flight", "flows", "city", "needed", "murder", "letters"})
"""What follows "the capital" where it is money, a letter or a sentence, or the capital of what is named next."""
_AHEAD = 2
"""How many times as often as any other a country must be named to be the one whose capital is meant."""


def capital_told(name: Name, reading: Reading) -> tuple[int, Place] | None:
    """The capital that a country's name or its adjective is followed by, unnamed: its last word, and the city."""
    tokens = reading.tokens
    after = tokens[name.last + 1 : name.last + 3]
    if not after or after[0].lower != "capital" or name.entry is None or _named_next(reading, name.last + 1):
        return None
    entry = reading.gazetteer.entry(name.entry)
    city = _seat(entry.country, reading) if entry.kind == "country" else None
    return (name.last + 1, place_of(city, f"the capital of {entry.name}")) if city is not None else None


def capitals_alone(reading: Reading, taken: set[int]) -> list[tuple[int, int, PlaceRef]]:
    """Every "the capital" that stands alone, as the capital of the country of which the report speaks most; none where that is open."""
    tokens = reading.tokens
    found = [at for at in range(1, len(tokens)) if tokens[at].lower == "capital" and at not in taken and _alone(reading, at)]
    if not found:
        return []
    country = _spoken_of(reading)
    city = _seat(country, reading) if country else None
    if city is None:
        return []
    seat = place_of(city, "place.capital: the capital of the country of which the report speaks")
    return [(at - 1, at, _ref(seat, at, reading)) for at in found]


def _ref(seat: Place, at: int, reading: Reading) -> PlaceRef:
    """The naming of a capital by that word, or of what lies so far from it."""
    place = as_far_off(seat, at - 1, reading)
    return ref_of(reading, at - 1, at, role_of(reading.tokens, at - 1, at, place.kind, reading.words)[0], place)


def _alone(reading: Reading, at: int) -> bool:
    tokens = reading.tokens
    whose = tokens[at - 1].lower in _WHOSE and tokens.gaps[at] == " "
    after = tokens[at + 1].lower if at + 1 < len(tokens) and tokens.gaps[at + 1] == " " else ""
    return whose and after not in _MONEY and not tokens[at].cap and not _named_next(reading, at)


def _named_next(reading: Reading, at: int) -> bool:
    """Whether the name of the capital stands right behind the word: "the Yemeni capital Sanaa", "the capital, Bamako"."""
    tokens = reading.tokens
    return at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper() and tokens.between(at, at + 1).strip(" ,(") == ""


def _spoken_of(reading: Reading) -> str:
    """The country that a report names most, by its own name, its people's and its places'; "" where another comes close."""
    counted: Counter[str] = Counter()
    for name in reading.names:
        if name.accepted and name.entry is not None and "dateline" not in name.evidence:
            counted[reading.gazetteer.entry(name.entry).country] += 1
    counted.pop("", None)
    ranked = [*counted.most_common(2), ("", 0), ("", 0)]
    return ranked[0][0] if ranked[0][1] >= max(1, _AHEAD * ranked[1][1]) else ""


def _seat(country: str, reading: Reading) -> Entry | None:
    """The seat of government of a country."""
    found = [e for n in reading.words.capitals.get(country, ()) for e in reading.gazetteer.named(n, ("settlement",), country)]
    return max(found, key=lambda e: (e.population, -e.number), default=None)
