"""Borne out: whether a name that the weights leave open is a place's all the same."""

from collections.abc import Collection, Sequence

from thucydides.grounding.places.candidates import Candidate
from thucydides.grounding.places.context import MAIN, Context
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.namesakes import ENGLISH

_AGAINST = frozenset(
    {
        "person",
        "surname",
        "brand",
        "street",
        "run-before",
        "run-after",
        "common",
        "hyphened",
        "number-before",
        "given",
        "movement",
    }
)
_TOLD = frozenset({"prep", "listed", "struck"})
_TOWN = 5000  # people
_KNOWN = 50_000  # people: a town that large is a place's name after a preposition, whatever the document is about


def borne_out(
    name: Name, candidate: Candidate, context: Context, options: Sequence[Candidate], beside: Collection[str] = frozenset()
) -> bool:
    """Whether a name that the weights leave open is a place all the same: small places of the field are rare in what they learned from.

    It lies in a place named with it; or its type word fits and its country is spoken of; or it follows a preposition of place, or something
    is said to happen there, in a document about its country, or it is a large town; or it is a water or a range by its own words ("Lake
    Chad"); or the document is about its country, it is a town there, and no small place of an English-speaking country has the name; or it
    is said to have been taken or struck and lies in one of the countries `beside` those that are named ("Serbian forces captured Zepa").
    """
    found, country = name.evidence, candidate.country
    if not found.isdisjoint(_AGAINST):
        return False
    if name.container is not None:
        return True
    typed, share = candidate.kind in name.types, context.share(country)
    if typed and (share > 0 or (name.core > name.core_first and candidate.kind in ("water", "mountain", "island", "region"))):
        return True
    if typed and candidate.kind in ("water", "mountain", "island") and name.type_word:
        return True
    if country in ENGLISH:
        return False
    people = candidate.population
    if name.core > name.core_first and len(options) == 1 and not found.isdisjoint(_TOLD | {"holds"}):
        return True  # "in Kiryat Shmona": no other place is called so
    known = "taken" in found or ("prep" in found and people >= _TOWN)
    if known and country in beside and _only_abroad(options):
        return True
    if not found.isdisjoint(_TOLD):
        return share >= 0.5 or people >= _KNOWN or (not context.named and _only_abroad(options))
    return share >= MAIN and "speaks" not in found and (people >= _TOWN or name.core > name.core_first) and _only_abroad(options)


def _only_abroad(options: Sequence[Candidate]) -> bool:
    """Whether a name is that of no place where ordinary English words are names of small places."""
    return not any(candidate.country in ENGLISH for candidate in options)
