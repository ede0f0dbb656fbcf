"""Reconcile: the whole step, from the clusters of mentions to incidents, discrepancies, checks, gaps and ranges.

Invariants: a pure function of its arguments; the order of its arguments changes nothing; no incident comes from anything but
mentions.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from msgspec.structs import replace

from thucydides.nouns import Aggregate, Citation, Claim, Document, Figure, Incident, Mention, Pair, Place, Ruling
from thucydides.reconciling.actors import actors_met
from thucydides.reconciling.aggregates import check_aggregates
from thucydides.reconciling.aggregates.matches import matching
from thucydides.reconciling.aggregates.register import Register
from thucydides.reconciling.arithmetic.capping import caps
from thucydides.reconciling.arithmetic.summing import groups_known, summed
from thucydides.reconciling.assessments import Outline, assess, weigh
from thucydides.reconciling.context import Case, Context, make_case, make_context
from thucydides.reconciling.discrepancies import Scene, find_discrepancies
from thucydides.reconciling.gaps import find_gaps
from thucydides.reconciling.interests import with_interests
from thucydides.reconciling.keeping import keeping
from thucydides.reconciling.lazily import Lazily
from thucydides.reconciling.overruling import in_force, rejected, settings
from thucydides.reconciling.ranges import incident_ranges
from thucydides.reconciling.reconciled import Reconciled
from thucydides.reconciling.rules import rule_by_name
from thucydides.reconciling.titles import stem, suffix
from thucydides.shelf import Shelf


def reconcile(
    documents: Iterable[Document],
    mentions: Iterable[Mention],
    claims: Iterable[Claim],
    citations: Iterable[Citation],
    aggregates: Iterable[Aggregate],
    figures: Iterable[Figure],
    clusters: tuple[tuple[str, ...], ...],
    pairs: tuple[Pair, ...],
    rulings: Iterable[Ruling] = (),
    rule: str = "assess.origins",
    shelf: Shelf | None = None,
) -> Reconciled:
    """What the accounts together allow, what contradicts what, and what is missing.

    `clusters` are the ids of the mentions of each occurrence, `pairs` the comparisons behind them; `rule` names the rule for
    counts (ValueError with the names there are where it is not one). What the `shelf` keeps of an earlier record saves time only.
    """
    decide = rule_by_name(rule)
    mentions, claims = list(mentions), list(claims)
    standing = in_force(rulings)
    out = rejected(standing)
    context = make_context(documents, mentions, claims, citations, clusters)
    with keeping(shelf, context, rule, lambda case: weigh(case, decide, rule)) as kept:
        named = {i: sketch for i, sketch in sketches(context, clusters, pairs, standing, kept.outline) if i not in out}
        assessed = Lazily(named, lambda i: assess(i, named[i]))
        made = {i: kept.alone(i, sketch, partial(assessed.__getitem__, i)) for i, sketch in named.items()}
    counted = [a for a in aggregates if a.id not in out]
    register = Register(a.entry for a in made.values() if a.entry is not None)
    incident_of = {m: e.id for e in register.entries for m in made[e.id].incident.mentions}
    with matching(shelf, register, {e.id: kept.mark(named[e.id]) for e in register.entries}) as matches:
        checked = check_aggregates(context, counted, register, incident_of, matches)
    scene = Scene(
        context, assessed, _told_in(named), checked, tuple(sorted(figures, key=lambda f: f.id)), {e.id: e for e in register.entries}
    )
    discrepancies = find_discrepancies(scene, {i: a.discrepancies for i, a in made.items()}, {i: a.doubts for i, a in made.items()})
    terms = {i: a.summand for i, a in made.items()}
    capped = caps(checked, {(i, outcome): dict(bounds) for i, one in terms.items() for outcome, bounds in one.bounds.items()})
    differing: dict[str, list[str]] = {}
    for one in discrepancies:
        for identifier in one.incidents:
            differing.setdefault(identifier, []).append(one.id)
    incidents = tuple(
        replace(a.incident, pairs=named[i].case.pairs, discrepancies=tuple(differing.get(i, ()))) for i, a in made.items()
    )
    bounded = {incident for incident, _, _ in capped}
    ranges = (r for i, a in made.items() for r in (incident_ranges(assessed[i], capped) if i in bounded else a.ranges))
    sums = summed(((e.id, terms[e.id]) for e in register.entries), groups_known(terms.values()), capped)
    return Reconciled(
        incidents,
        discrepancies,
        tuple(c.check for c in checked),
        find_gaps(context, checked, register),
        actors_met(mentions, claims, counted),
        _places(mentions, incidents, counted),
        (*ranges, *sums),
        with_interests(context, tuple(sorted(claims, key=lambda c: c.id))),
    )


def _told_in(named: Mapping[str, Outline]) -> dict[str, list[str]]:
    """The incidents that each document tells of, in order."""
    found: dict[str, list[str]] = {}
    for identifier, sketch in named.items():
        for document in sorted({m.document for m in sketch.case.mentions}):
            found.setdefault(document, []).append(identifier)
    return found


def sketches(
    context: Context, clusters: Sequence[Sequence[str]], pairs: Iterable[Pair], standing: Sequence[Ruling],
    outline: Callable[[Case], Outline],
) -> list[tuple[str, Outline]]:  # fmt: skip
    """Every incident with its id, in the order of the ids; `standing` are the rulings in force, `outline` gives the outline of a case."""
    return _named([outline(c) for c in _cases(context, clusters, pairs, rejected(standing), standing)])


def _cases(
    context: Context, clusters: Sequence[Sequence[str]], pairs: Iterable[Pair], out: frozenset[str], rulings: Sequence[Ruling]
) -> list[Case]:
    """The cases of clusters that tell of something that happened."""
    cluster_of = {m: n for n, cluster in enumerate(clusters) for m in cluster}
    inside: dict[int, list[Pair]] = {}
    for pair in sorted(pairs, key=lambda p: (p.left, p.right)):
        n = cluster_of.get(pair.left)
        if n is not None and n == cluster_of.get(pair.right):
            inside.setdefault(n, []).append(pair)
    fixed = settings(rulings)
    cases = []
    for n, cluster in enumerate(clusters):
        case = make_case(context, cluster, inside.get(n, ()), out)
        if case.mentions and _happened(case):
            mine = tuple(f for m in case.mentions for f in fixed.get(m.id, ()))
            cases.append(replace(case, fixed=tuple(sorted(mine, key=lambda f: f[2].number))))
    named = {anchor: some for anchor, some in fixed.items() if anchor not in context.mentions}
    return (
        [replace(c, later=tuple((a, *f) for a, some in sorted(named.items()) for f in some)) for c in cases] if named else cases
    )


def _happened(case: Case) -> bool:
    """Whether any telling says that it happened; an attempt that was foiled counts where people came to harm."""
    return any(
        m.status == "happened" or (m.status == "foiled" and any((t.quantity.low or 0) > 0 for t in m.toll)) for m in case.mentions
    )


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
    mine = [f[1:] for f in sketch.case.later if f[0] == identifier]
    fixed = sorted([*sketch.case.fixed, *mine], key=lambda f: f[2].number)
    return replace(sketch, case=replace(sketch.case, fixed=tuple(fixed), later=()))


def _rank(sketch: Outline) -> tuple[bool, date, date, str]:
    found = sketch.get("date")
    when = found.date if found is not None else None
    acts = sum(m.kind == "act" for m in sketch.case.mentions)
    first = when.earliest if when is not None and when.earliest else date.max
    last = when.latest if when is not None and when.latest else date.max
    return (2 * acts > len(sketch.case.mentions), first, last, sketch.case.mentions[0].id)


def _places(mentions: Sequence[Mention], incidents: Sequence[Incident], aggregates: Sequence[Aggregate]) -> tuple[Place, ...]:
    """Every place that the record names, one for each gazetteer entry or name, in that order."""
    met = [r.place for m in mentions for r in (m.place, m.launched_from, *m.places) if r is not None and r.place is not None]
    met += [a.place for one in incidents for a in one.assessments if a.place is not None]
    met += [a.area for a in aggregates if a.area is not None]
    found: dict[tuple[str, str], list[Place]] = {}
    for place in met:
        found.setdefault((place.gazetteer_id or "", "" if place.gazetteer_id else f"{place.country}/{place.name}"), []).append(
            place
        )
    return tuple(min(found[key], key=lambda p: (p.precision or 9, p.radius_km or 1e9, p.name, p.reason)) for key in sorted(found))
