"""Sketches: the incidents that clusters of mentions make, each with its id, before the rest is worked out.

Invariant: ids depend on the places and dates of incidents and on their first mentions, not on the order in which they are given.
"""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec.structs import replace

from thucydides.keeping.corpus import Corpus
from thucydides.keeping.parcel import Parcel
from thucydides.nouns import Ruling
from thucydides.reconciling.assessments import Cluster, Outline
from thucydides.reconciling.overruling import rejected, settings
from thucydides.reconciling.titles import stem, suffix


def sketches(
    told: Corpus, clusters: Sequence[Sequence[str]], reasons: Sequence[Parcel], standing: Sequence[Ruling],
    outline: Callable[[Cluster], Outline],
) -> list[tuple[str, Outline]]:  # fmt: skip
    """Every incident with its id, in the order of the ids; `standing` are the rulings in force, `outline` gives a cluster's outline."""
    return _named([outline(c) for c in _clusters(told, clusters, reasons, standing)])


def _clusters(told: Corpus, clusters: Sequence[Sequence[str]], reasons: Sequence[Parcel], rulings: Sequence[Ruling]) -> list[Cluster]:
    """The clusters that tell of something that happened."""
    fixed, out = settings(rulings), rejected(rulings)
    later = tuple((a, *f) for a, some in sorted(fixed.items()) if a not in told.tellings for f in some)
    known, found = told.tellings, []
    for cluster, why in zip(clusters, reasons, strict=True):
        members = tuple(m for m in sorted(set(cluster)) if m in known and m not in out)
        tellings = [known[m] for m in members]
        if any(telling.happened for _, telling in tellings):
            mine = tuple(sorted((f for m in members for f in fixed.get(m, ())), key=lambda f: f[2].number)) if fixed else ()
            documents = tuple(sorted({document for document, _ in tellings}))
            act = 2 * sum(telling.act for _, telling in tellings) > len(members)
            found.append(Cluster(members, documents, act, why, mine, later))
    return found


def _named(outlines: Sequence[Outline]) -> list[tuple[str, Outline]]:
    """The outlines with their ids, in the order of the ids: by country and date, then incidents before acts, then by their first
    day and first mention.
    """
    stems: dict[str, list[Outline]] = {}
    for sketch in outlines:
        where, when = sketch.get("place"), sketch.get("date")
        stems.setdefault(stem(where.place if where else None, when.date if when else None), []).append(sketch)
    named = [(f"{name}{suffix(n)}", sketch) for name, some in stems.items() for n, sketch in enumerate(sorted(some, key=_rank))]
    return sorted(((i, _with_fixed(i, s)) for i, s in named), key=lambda pair: pair[0])


def _with_fixed(identifier: str, sketch: Outline) -> Outline:
    """The outline with what people set by the incident's id beside what they set by its mentions."""
    if not sketch.cluster.later:
        return sketch
    mine = [f[1:] for f in sketch.cluster.later if f[0] == identifier]
    fixed = sorted([*sketch.cluster.fixed, *mine], key=lambda f: f[2].number)
    return replace(sketch, cluster=replace(sketch.cluster, fixed=tuple(fixed), later=()))


def _rank(sketch: Outline) -> tuple[bool, date, date, str]:
    found = sketch.get("date")
    when = found.date if found is not None else None
    first = when.earliest if when is not None and when.earliest else date.max
    last = when.latest if when is not None and when.latest else date.max
    return (sketch.cluster.act, first, last, sketch.cluster.mentions[0])
