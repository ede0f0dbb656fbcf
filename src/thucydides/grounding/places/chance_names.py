"""Chance names: whether a name that the gazetteer holds only happens to be that of a place too."""

from thucydides.grounding.places.candidates import Candidate
from thucydides.grounding.places.context import Context
from thucydides.grounding.places.footprints import Footprint
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.namesakes import ENGLISH

_UNIT_OR_TOWN = frozenset({"settlement", "admin2", "admin1", "site"})
_HINT = 0.3  # less names no country: the chance namesakes of other names
_NAMED = 0.9  # what a country named once counts for, at least
_ABOUT = 1.5  # namings of a country from which a report is about it
_OTHERS = 2.0  # names that lie in a country from which a small place there is no chance namesake
_KNOWN = 50_000  # people: no chance namesake is that large, nor twice that large where English is spoken


def is_chance(name: Name, candidate: Candidate, context: Context, own: Footprint) -> bool:
    """Whether a name only happens to be that of a place too: of a body by its letters ("the SLA"), of another country's by its first word
    ("Ain Deleb" in Lebanon), by a half of it ("Sam-Ouandja" is not Damascus), of a house ("the Ouagadougou conference
    center" in Sirte), or of a small place where English is spoken."""
    if "house" in name.evidence and name.container is None and _only_its_own(candidate, own, context):
        return True
    if name.container is None and name.fixed < 0 and candidate.kind in _UNIT_OR_TOWN and candidate.country not in ENGLISH:
        if "acronym" in name.evidence and candidate.called == "other":
            return True
        if "joined" in name.evidence and candidate.called == "other":
            return True
        if "run-after" in name.evidence and context.named and context.share(candidate.country) == 0 and candidate.population < _KNOWN:
            return True
    return _namesake_abroad(name, candidate, context)


def _only_its_own(candidate: Candidate, own: Footprint, context: Context) -> bool:
    """Whether a report that names other countries speaks of that of a candidate by this name alone."""
    besides = context.named.get(candidate.country, 0.0) - own.named.get(candidate.country, 0.0)
    return besides < _HINT and any(weight >= _NAMED for country, weight in context.named.items() if country != candidate.country)


def _namesake_abroad(name: Name, candidate: Candidate, context: Context) -> bool:
    """Whether a small place or a county where English is spoken has by chance a name that a report on another country uses ("the Highlands
    region" of Papua)."""
    if candidate.country not in ENGLISH or candidate.kind not in ("settlement", "admin2") or candidate.population >= _KNOWN * 2:
        return False
    about = max(context.named.values(), default=0.0) >= _ABOUT and context.share(candidate.country) == 0
    alone = context.countries.get(candidate.country, 0.0) < _OTHERS
    return about and alone and name.container is None and name.fixed < 0
