"""Judging: whether a name of a text is a place's name at all, by weights for what it is and what stands around it.

The weights are data (`vocabularies/places_weights.yaml`, with their provenance); the sum is a log-odds.
"""

from functools import cache, lru_cache
from math import log, log10

from thucydides import vocabulary
from thucydides.grounding.places.candidates import Candidate
from thucydides.grounding.places.context import Context
from thucydides.grounding.places.footprints import Footprint
from thucydides.grounding.places.name import Name

_EVIDENCE = (
    "prep", "of", "dateline", "common", "person", "surname", "brand", "org", "street", "run-before", "run-after", "speaks", "opens",
    "number-before", "holds", "hyphened", "given", "elsewhere", "possessive", "upper",
    "listed",
)  # fmt: skip
_AREA = frozenset({"water", "mountain", "island", "border", "crossing", "site", "other"})


def _of_entry(name: Name, candidate: Candidate) -> dict[str, float]:
    """What holds of a name's key and type taken for an entry, wherever it stands."""
    kind, people = candidate.kind, candidate.population
    found = {f"is {'area' if kind in _AREA else kind}": 1.0}
    if kind == "settlement":
        found["people"] = max(0.0, log10(people + 1) - 2) / 4 if people else 0.0
        found["people unknown"] = float(not people)
        found["people small"] = float(0 < people < 5000)
    found["other name"] = float(candidate.called == "other")
    found["typed"] = float(kind in name.types)
    found["typed otherwise"] = float(bool(name.types) and kind not in name.types)
    found["words"] = float(name.core > name.core_first)
    return found


def _of_text(name: Name, candidate: Candidate, context: Context, own: Footprint) -> dict[str, float]:
    """What holds a name, and how the document bears its entry out."""
    evidence = name.evidence
    found: dict[str, float] = {}
    if name.container is not None:
        found["contained"] = 1.0
    found["country"] = context.share(candidate.country) if candidate.country else 0.5
    if candidate.unit in context.provinces:
        others = context.provinces[candidate.unit] - own.provinces.get(candidate.unit, 0.0)
        found["province"] = log(1 + 3 * min(2.0, others)) if others > 0 else 0.0
    if candidate.cell in context.cells:
        others = context.cells[candidate.cell] - own.cells.get(candidate.cell, 0.0)
        found["near others"] = log(1 + 3 * min(2.0, others)) if others > 0 else 0.0
    if "prep" in evidence:
        if "run-after" in evidence:
            found["prep, run-after"] = 1.0
        if candidate.klass == "town" and not candidate.population:
            found["prep, people unknown"] = 1.0
    return found


def features(name: Name, candidate: Candidate, context: Context, own: Footprint) -> dict[str, float]:
    """What is known of a name taken for an entry, as numbers of about 0 to 1."""
    said = dict.fromkeys(name.evidence.intersection(_EVIDENCE), 1.0)
    return {**_of_entry(name, candidate), **said, **_of_text(name, candidate, context, own)}


@cache
def weights() -> dict[str, float]:
    """The weight of each feature, and "bias"."""
    return {str(k): float(v) for k, v in vocabulary.mapping("places_weights")["judging"].items()}


def judge(name: Name, candidate: Candidate, context: Context, own: Footprint) -> float:
    """The log-odds that the name is a place's."""
    known = weights()
    if name.core > name.core_first:
        worth = candidate.judged_words
        if worth is None:
            worth = candidate.judged_words = known["bias"] + _weighed(_of_entry(name, candidate))
    else:
        worth = candidate.judged
        if worth is None:
            worth = candidate.judged = known["bias"] + _weighed(_of_entry(name, candidate))
    said = _said(frozenset(name.evidence)) if name.evidence else 0.0
    return worth + _weighed(_of_text(name, candidate, context, own), said)


@lru_cache(maxsize=5000)
def _said(evidence: frozenset[str]) -> float:
    """What the words around a name speak for its being a place's."""
    return _weighed({word: 1.0 for word in _EVIDENCE if word in evidence})


def _weighed(found: dict[str, float], start: float = 0.0) -> float:
    known = weights()
    for word, value in found.items():
        start += known.get(word, 0.0) * value
    return start
