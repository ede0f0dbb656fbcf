"""Sides: on which side of a border a thing happened that is told only as on the border.

Rule `place.side`: across from where it was launched, else on the side of the only country whose forces or people were there.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.nouns import Place
from thucydides.nouns.actor import TAKING_PART
from thucydides.reconciling.context import Case
from thucydides.reconciling.words import country_name

_BORDER = re.compile(r"\b[A-Z]{2}\b")
_OWN = frozenset({"state forces", "government", "civilians"})


def scene_side(place: Place, sources: Sequence[Place], acting: frozenset[str]) -> Place | None:
    """A border with the side of it on which the thing happened (rule `place.side`): across from where it was launched, else on
    that of the only one of its countries whose forces or people were there; None where that is open.
    """
    codes = _BORDER.findall(place.gazetteer_id or "") if place.kind == "border" and place.country is None else []
    if len(codes) != 2:
        return None
    launched = {s.country for s in sources} & set(codes)
    there = set(codes) - launched if len(launched) == 1 else acting & set(codes)
    if len(there) != 1:
        return None
    (code,) = there
    why = "across from where it was launched" if launched else "the only side whose forces or people are told to have been there"
    return replace(place, country=code, reason=f"{place.reason}; on the side of {country_name(code)}: {why}".lstrip("; "))


def acting_countries(case: Case) -> frozenset[str]:
    """The countries of the forces and victims that the mentions put at the scene."""
    found = {r.country for m in case.mentions for r in m.actors if r.role in TAKING_PART and r.kind in _OWN}
    found |= {t.nationality for m in case.mentions for t in m.toll}
    return frozenset(c for c in found if c)
