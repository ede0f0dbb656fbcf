"""Landmarks: places named only to say where another lies: "fighting engulfed Sabha, south of Tripoli", "south of Tripoli in Sabha city".

Invariants: the place told by another is a district or finer; one that somebody came from, went to or is at home in stays that. Where a
preposition already says that something was at the first, nothing changes: the choice among a telling's places leaves the other out.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from thucydides.nouns import PlaceRef
from thucydides.nouns.place import DISTRICT

RULE = "place.bearing"
_WAY = r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)"
_FAR = r"\d[\d,.]*[ -]?(?:km|kms|kilomet(?:er|re)s?|miles?|mi)"
_TELLS = re.compile(
    rf",? ?\(?(?:an? (?:[\w-]+ ){{0,3}}(?:town|city|village|port)(?: of [^.;,]{{2,40}})?,? )?(?:which (?:is|lies) )?"
    rf"(?:(?:just|some|about|around|roughly|nearly) )?(?:{_FAR} ?(?:\([^()\n]{{2,30}}\) ?)?)?(?:to the )?{_WAY} of (?:the |its )?"
    rf"(?:(?:capital|city|town|port)(?: of)?,? )?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"{_TELLS.pattern}$", re.IGNORECASE)
_THEN_IN = re.compile(r" (?:in|at) (?:the (?:\w+ )?(?:town|city|village|district) of )?", re.IGNORECASE)
_FROM = re.compile(rf"{_WAY} of (?:the |its )?$", re.IGNORECASE)
_OF_PEOPLE = re.compile(r"\b(?:from|to|people in|residents of) (?:the )?(?:[\w-]+ ){0,2}$", re.IGNORECASE)
"""Before a town that is the home or the goal of those told of, and no scene."""


def with_bearings(text: str, refs: Sequence[PlaceRef]) -> list[PlaceRef]:
    """The references, those that only say where the place beside them lies as mentioned, and that place as where it is told of (rule
    `place.bearing`)."""
    roles = {}
    for n, (one, two) in enumerate(pairwise(refs)):
        if not (_is_fine(one) and _is_fine(two)) or two.passage.start <= one.passage.end:
            continue
        gap = text[one.passage.end : two.passage.start]
        if two.role == "near" and one.role == "mentioned" and _BETWEEN.fullmatch(gap) and not _OF_PEOPLE.search(text, 0, one.passage.start):
            roles[n], roles[n + 1] = "at", "mentioned"
        elif two.role == "near" and one.role == "near" and _BETWEEN.fullmatch(gap):
            roles[n + 1] = "mentioned"  # "a bus near Baquba, north-east of Baghdad"
        elif one.role == "near" and two.role == "at" and _THEN_IN.fullmatch(gap) and _FROM.search(text, 0, one.passage.start):
            roles[n] = "mentioned"
    return [replace(r, role=roles[n]) if n in roles else r for n, r in enumerate(refs)]


def _is_fine(ref: PlaceRef) -> bool:
    place = ref.place
    if place is None:
        return False
    return place.kind == "other" or (place.kind in ("settlement", "admin2", "site") and place.coarseness <= DISTRICT)
