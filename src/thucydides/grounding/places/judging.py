"""Judging: whether a name of a text is a place's name at all, by weights for what it is and what stands around it.

The weights are data (`vocabularies/places_weights.yaml`, with their provenance); the sum is a log-odds.
"""

from functools import cache
from math import log, log10

from thucydides import vocabulary
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.fold import fold
from thucydides.grounding.places.names import Name
from thucydides.grounding.places.ranking import Context, Footprint, cell

_EVIDENCE = (
    "prep", "of", "dateline", "common", "person", "surname", "brand", "org", "street", "run-before", "run-after", "speaks", "opens",
    "number-before", "holds", "hyphened", "given", "elsewhere", "possessive", "upper",
)  # fmt: skip
_AREA = frozenset({"water", "mountain", "island", "border", "crossing", "site", "other"})


def features(name: Name, entry: Entry, context: Context, own: Footprint | None) -> dict[str, float]:
    """What is known of a name taken for an entry, as numbers of about 0 to 1."""
    found = {word: 1.0 for word in _EVIDENCE if word in name.evidence}
    kind = "area" if entry.kind in _AREA else entry.kind
    found[f"is {kind}"] = 1.0
    if entry.kind == "settlement":
        found["people"] = max(0.0, log10(entry.population + 1) - 2) / 4 if entry.population else 0.0
        found["people unknown"] = float(not entry.population)
        found["people small"] = float(0 < entry.population < 5000)
    main = fold(entry.name)
    found["other name"] = float(main != name.key and not main.startswith(name.key + " ") and not name.abbreviation)
    found["typed"] = float(entry.kind in name.types)
    found["typed otherwise"] = float(bool(name.types) and entry.kind not in name.types)
    found["contained"] = float(name.container is not None)
    found["words"] = float(name.core > name.core_first)
    found["country"] = context.share(entry.country) if entry.country else 0.5
    if entry.admin1_number >= 0:
        others = context.provinces.get(entry.admin1_number, 0.0) - (own.provinces.get(entry.admin1_number, 0.0) if own else 0.0)
        found["province"] = log(1 + 3 * min(2.0, max(0.0, others)))
    if entry.kind not in ("country", "admin1", "region", "water"):
        others = context.cells.get(cell(entry), 0.0) - (own.cells.get(cell(entry), 0.0) if own else 0.0)
        found["near others"] = log(1 + 3 * min(2.0, max(0.0, others)))
    if {"prep", "run-after"} <= name.evidence:
        found["prep, run-after"] = 1.0
    if "prep" in name.evidence and entry.kind == "settlement" and not entry.population:
        found["prep, people unknown"] = 1.0
    return found


@cache
def weights() -> dict[str, float]:
    """The weight of each feature, and "bias"."""
    return {str(k): float(v) for k, v in vocabulary.mapping("places_weights")["weights"].items()}


def judge(name: Name, entry: Entry, context: Context, own: Footprint | None) -> float:
    """The log-odds that the name is a place's."""
    known = weights()
    return known["bias"] + sum(known.get(word, 0.0) * value for word, value in features(name, entry, context, own).items())
