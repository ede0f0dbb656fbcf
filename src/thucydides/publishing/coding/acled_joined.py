"""Events that ACLED's rules make one: the same day, place and sides.

Rule `acled.one-event`: what two known sides do to each other on one day at one place is one event, of the type that stands higher in the
hierarchy; its fatalities are the sum, its note both notes. Sides without a name are not known to be the same.
"""

from collections import defaultdict
from typing import Any

from thucydides.vocabulary import mapping


def joined(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with those of one event put together, in the order of the first of each."""
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for n, row in enumerate(rows):
        groups[_event(row) or (n,)].append(row)
    return [_one(group) for group in groups.values()]


def _event(row: dict[str, Any]) -> tuple[Any, ...] | None:
    sides = (row["actor1"], row["actor2"] or "")
    if any(not s or s.startswith("Unidentified") for s in sides) or row["time_precision"] != 1 or row["geo_precision"] != 1:
        return None
    return row["event_date"], row["iso"], row["location"], frozenset(sides)


def _one(group: list[dict[str, Any]]) -> dict[str, Any]:
    if len(group) == 1:
        return group[0]
    first = min(group, key=lambda r: (_rank(r["sub_event_type"]), r["event_id_cnty"]))
    told = dict.fromkeys(s for r in group for s in str(r["source"]).split("; "))
    scales = dict.fromkeys(s for r in group for s in str(r["source_scale"]).split("-"))
    return {
        **first,
        "notes": " ".join(dict.fromkeys(r["notes"] for r in (first, *group))),
        "fatalities": sum(r["fatalities"] for r in group),
        "source": "; ".join(told),
        "source_scale": "-".join(sorted(scales)),
        "tags": "; ".join(dict.fromkeys(r["tags"] for r in group)),
        "timestamp": max((r["timestamp"] for r in group if r["timestamp"]), default=None),
    }


def _rank(type: str) -> int:
    ordered = [t for types in mapping("types")["event_types"].values() for t in types]
    return ordered.index(type)
