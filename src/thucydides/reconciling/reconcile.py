"""Reconcile: the whole step, from the clusters of mentions to incidents, discrepancies, checks, gaps and ranges.

Invariants: a pure function of its arguments; the order of its arguments changes nothing; no incident comes from anything but
mentions.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from thucydides.nouns import Aggregate, Citation, Claim, Document, Figure, Incident, Mention, Pair, Place, Quantity, Ruling
from thucydides.reconciling.actors import actors_met, parties, references
from thucydides.reconciling.aggregates import check_aggregates
from thucydides.reconciling.aggregates.entries import entry
from thucydides.reconciling.aggregates.register import Register
from thucydides.reconciling.arithmetic.capping import caps
from thucydides.reconciling.arithmetic.summing import summed
from thucydides.reconciling.assessments import Assessed, Outline, assess, count_origins, weigh
from thucydides.reconciling.context import Case, Context, make_case, make_context
from thucydides.reconciling.discrepancies import Scene, find_discrepancies
from thucydides.reconciling.discrepancies.apart import doubtful
from thucydides.reconciling.gaps import find_gaps
from thucydides.reconciling.grades import grade_harm, grade_responsibility
from thucydides.reconciling.interests import with_interests
from thucydides.reconciling.keeping import Weigh, weighing
from thucydides.reconciling.overruling import in_force, rejected, settings
from thucydides.reconciling.ranges import incident_ranges
from thucydides.reconciling.reconciled import Reconciled
from thucydides.reconciling.responsibility import positions, withdrawals, withdrawer
from thucydides.reconciling.rules import rule_by_name
from thucydides.reconciling.titles import stem, suffix, title
from thucydides.reconciling.types import event_type_of, targets_of, weapons_of
from thucydides.reconciling.ucdp import ucdp_type
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
    with weighing(shelf, context, rule, lambda case: weigh(case, decide, rule)) as weighed:
        named = sketches(context, clusters, pairs, standing, weighed)
    assessed = [assess(i, sketch) for i, sketch in named if i not in out]
    kept = [a for a in aggregates if a.id not in out]
    counted = [a for a in assessed if _is_incident(a)]
    register = Register(entry(a) for a in counted)
    checked = check_aggregates(context, kept, register, {m.id: a.id for a in counted for m in a.case.mentions})
    found = {(a.id, outcome): ranges for a in assessed for outcome, ranges in a.ranges.items()}
    scene = Scene(
        context, tuple(assessed), checked, tuple(sorted(figures, key=lambda f: f.id)), found, {a.id: a for a in assessed},
        {e.id: e for e in register.entries}, {a.id: doubts for a in assessed if (doubts := doubtful(a))},
    )
    discrepancies = find_discrepancies(scene)
    capped = caps(checked, found)
    differing: dict[str, list[str]] = {}
    for one in discrepancies:
        for identifier in one.incidents:
            differing.setdefault(identifier, []).append(one.id)
    return Reconciled(
        tuple(_incident(a, differing.get(a.id, ())) for a in assessed),
        discrepancies,
        tuple(c.check for c in checked),
        find_gaps(context, checked, register),
        actors_met(mentions, claims, kept),
        _places(mentions, assessed, kept),
        (*incident_ranges(assessed, found, capped), *summed(counted, found, capped)),
        with_interests(context, tuple(sorted(claims, key=lambda c: c.id))),
    )


def sketches(
    context: Context, clusters: Sequence[Sequence[str]], pairs: Iterable[Pair], standing: Sequence[Ruling], weighed: Weigh
) -> list[tuple[str, Outline]]:
    """Every incident with its id, in the order of the ids; `standing` are the rulings in force, `weighed` weighs a case."""
    return _named([Outline(c, weighed(c)) for c in _cases(context, clusters, pairs, rejected(standing), standing)])


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


def _is_incident(one: Assessed) -> bool:
    acts = sum(m.kind == "act" for m in one.case.mentions)
    return 2 * acts <= len(one.case.mentions)


def _total(one: Assessed) -> Quantity | None:
    """How many were killed in all, None where nobody says."""
    killed = one.get("killed")
    return killed.quantity if killed is not None else None


def _incident(one: Assessed, discrepancies: Sequence[str]) -> Incident:
    """The incident as the record holds it."""
    kind, place, status = one.get("type"), one.get("place"), one.get("status")
    subtype = kind.value if kind is not None else ""
    groups = (*one.groups("killed"), *one.groups("injured"))
    sides, weapons, targets = parties(one.case), weapons_of(one.case), targets_of(one.case)
    held = positions(one.case, one.copies)
    given = one.get("title")
    return Incident(
        one.id,
        "incident" if _is_incident(one) else "act",
        given.value
        if given is not None
        else title(subtype, weapons, place.place if place is not None else None, sides, targets, groups, _total(one)),
        subtype,
        event_type_of(one.types, subtype),
        status.value if status is not None else "happened",
        tuple(m.id for m in one.case.mentions),
        ucdp_type(subtype, references(one.case), groups),
        tuple(a for a in one.assessments if a.attribute != "title"),
        grade_harm(one, held),
        grade_responsibility(held, [withdrawer(one.case, c) for c in withdrawals(one.case)]),
        count_origins(one),
        sides,
        weapons,
        targets,
        one.sources[0] if one.sources else None,
        one.case.pairs,
        tuple(c.id for c in one.case.claims),
        tuple(discrepancies),
    )


def _places(mentions: Sequence[Mention], assessed: Sequence[Assessed], aggregates: Sequence[Aggregate]) -> tuple[Place, ...]:
    """Every place that the record names, one for each gazetteer entry or name, in that order."""
    met = [r.place for m in mentions for r in (m.place, m.launched_from, *m.places) if r is not None and r.place is not None]
    met += [a.place for one in assessed for a in one.assessments if a.place is not None]
    met += [a.area for a in aggregates if a.area is not None]
    found: dict[tuple[str, str], list[Place]] = {}
    for place in met:
        found.setdefault((place.gazetteer_id or "", "" if place.gazetteer_id else f"{place.country}/{place.name}"), []).append(
            place
        )
    return tuple(min(found[key], key=lambda p: (p.precision or 9, p.radius_km or 1e9, p.name, p.reason)) for key in sorted(found))
