"""Areas: where a count over several incidents counts, of the places that its sentence names.

Rule `extract.area-of-count`. Invariants: where those who count are, whom people are compared with and where a share of those counted died
is no area; of several places named in a row the area is what holds them all.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.places import country_place, province_place
from thucydides.nouns import Document, Place, PlaceRef
from thucydides.nouns.place import PROVINCE

_THERE = ("at", "near", "between")
_ROLES = (*_THERE, "mentioned")
_WHO_COUNT = re.compile(
    r"(?:\s*,)?(?:\s+and\s+(?:in\s+)?[A-Z][\w’'-]+)?\s+(?:(?:have|has|had|now|also)\s+){0,2}"
    r"(?:puts?|says?|said|estimates?d?|counts?|counted|believes?d?|reckons?|records?|recorded|reports?|reported|documents?|documented|lists?|listed"
    r"|registers?|registered|tall(?:y|ies|ied)|told|blames?d?|accuses?d?|calls?|called)\b"
)
"""What follows the place of those who count: "researchers in Nairobi and Geneva put the number at 4,500"."""
_BASED = re.compile(r"(?:\s+\w+)?\s?-based\b|['’]s\b(?=\s+(?:\w+\s+)?(?:army|military|government|forces|president|ministry|police))")
"""What makes a place that of a party: "the Bamako-based militias"."""
_SHARE = re.compile(
    r"\b(?:\d[\d,]*|half|most|some|many|one|two|three|four|five|six|seven|eight|nine|ten)\s+of\s+(?:them|whom|these|those)\b[^.;]{0,30}$"
    r"|\b(?:including|among\s+them)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""What a place tells of some of those counted only: "129 reporters were killed, 69 of them in Iraq"."""
_WHERE = re.compile(r"\s*,?\s+where\b")
_ROW = re.compile(r"(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:(?:in|at|the|of)\s+){0,2}", re.IGNORECASE)


def area_of(document: Document, telling: Telling) -> Place | None:
    """Where a telling counts, None where it does not say so."""
    text = document.text
    refs = sorted((p for p in telling.places if p.place is not None and p.role in _ROLES), key=lambda p: p.passage.start)
    counted = [h.people.start for h in telling.harms if h.people.counted and h.part_of is None]
    refs = [r for r in refs if not _elsewhere(text, telling, r, counted)]
    told = next((r for r in refs if _WHERE.match(text, r.passage.end) and counted and min(counted) > r.passage.end), None)
    if told is not None:
        return told.place
    at = [r for r in refs if r.role in _THERE] or refs
    if not at:
        return None
    finest = max(at, key=lambda r: (_kind(r) == "border", _precision(r)))
    row = _row(text, refs, finest)
    return _holding(row) if len(row) > 1 else finest.place


def _elsewhere(text: str, telling: Telling, ref: PlaceRef, counted: Sequence[int]) -> bool:
    """Whether a place is not where a sentence counts."""
    who = _WHO_COUNT.match(text, ref.passage.end) and (not counted or min(counted) > ref.passage.end)
    return bool(who or _BASED.match(text, ref.passage.end) or _SHARE.search(text, telling.start, ref.passage.start))


def _kind(ref: PlaceRef) -> str:
    return ref.place.kind if ref.place is not None else ""


def _precision(ref: PlaceRef) -> int:
    return (ref.place.precision or 0) if ref.place is not None else 0


def _row(text: str, refs: Sequence[PlaceRef], one: PlaceRef) -> list[PlaceRef]:
    """The places named in a row with one, all as fine as a province or finer: "in Djugu, Irumu and Aru"."""
    rows: list[list[PlaceRef]] = []
    for ref in refs:
        if rows and _ROW.fullmatch(text, rows[-1][-1].passage.end, ref.passage.start):
            rows[-1].append(ref)
        else:
            rows.append([ref])
    row = next(r for r in rows if one in r)
    fine = all(r.place is not None and r.place.coarseness <= PROVINCE for r in row)
    return row if fine and not _says_where(row) else [one]


def _says_where(row: Sequence[PlaceRef]) -> bool:
    """Whether each place of a row lies in the next ("in Jos, Plateau state")."""
    places = [r.place for r in row if r.place is not None]
    return any(b.name in (a.admin1, a.admin2, a.country) for a, b in pairwise(places))


def _holding(row: Sequence[PlaceRef]) -> Place | None:
    """The province, or else the country, in which all places of a row lie."""
    places = [r.place for r in row if r.place is not None]
    countries = {p.country for p in places}
    provinces = {p.admin1 for p in places}
    country = next(iter(countries))
    if len(countries) > 1 or country is None:
        return None
    province = next(iter(provinces))
    found = province_place(country, province, _WHY) if len(provinces) == 1 and province is not None else None
    return found or country_place(country, _WHY)


_WHY = "it holds all the places that the count names in a row"
