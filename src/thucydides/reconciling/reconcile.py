"""Reconcile: the whole step, from the clusters of mentions to incidents, discrepancies, checks, gaps and ranges.

Invariants: a pure function of its arguments; the order of its arguments changes nothing; no incident comes from anything but
mentions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from thucydides.keeping.corpus import Corpus, corpus
from thucydides.keeping.gist import best_places
from thucydides.keeping.lazily import Lazily
from thucydides.keeping.parcel import Parcel, of_nouns
from thucydides.keeping.shelf import Shelf
from thucydides.nouns import Aggregate, Citation, Claim, Document, Figure, Mention, Pair, Place, Ruling
from thucydides.reconciling.actors import actors_met
from thucydides.reconciling.aggregates import check_aggregates
from thucydides.reconciling.aggregates.matches import matching
from thucydides.reconciling.aggregates.register import Register
from thucydides.reconciling.alone import Alone
from thucydides.reconciling.arithmetic.capping import Variable, caps
from thucydides.reconciling.arithmetic.ranging import Caps
from thucydides.reconciling.arithmetic.summing import groups_known, summed
from thucydides.reconciling.assessments import Outline, assess, weigh
from thucydides.reconciling.conflict import name
from thucydides.reconciling.context import context_of
from thucydides.reconciling.discrepancies import Scene, find_discrepancies
from thucydides.reconciling.gaps import find_gaps
from thucydides.reconciling.keeping import keeping
from thucydides.reconciling.overruling import in_force, rejected
from thucydides.reconciling.parcels import of_documents, of_incident
from thucydides.reconciling.reconciled import Found, Reconciled
from thucydides.reconciling.rules import rule_by_name
from thucydides.reconciling.sight import Sight
from thucydides.reconciling.sketches import sketches

_SIGHT = "sight"


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
    told = corpus(documents, mentions, claims, citations, aggregates, figures)
    found = reconcile_corpus(told, clusters, _reasons(clusters, pairs), rulings, rule, shelf)
    nouns = [parcel.nouns() for parcel in found.parcels]
    parcelled = {field: tuple(n for some in nouns for n in some.get(field, ())) for field in ("incidents", "claims", "ranges")}
    return Reconciled(
        parcelled["incidents"], found.discrepancies, found.checks, found.gaps, found.actors, found.places,
        (*parcelled["ranges"], *found.ranges), tuple(sorted(parcelled["claims"], key=lambda c: c.id)),
    )  # fmt: skip


def reconcile_corpus(
    told: Corpus, clusters: Sequence[Sequence[str]], reasons: Sequence[Parcel], rulings: Iterable[Ruling] = (),
    rule: str = "assess.origins", shelf: Shelf | None = None,
) -> Found:  # fmt: skip
    """The same of a corpus, of which only that is read for which nothing kept stands; what the documents tell is given with it."""
    decide = rule_by_name(rule)
    standing = in_force(rulings)
    out = rejected(standing)
    context = context_of(told, clusters)
    sight = shelf.own(_SIGHT, Sight) if shelf is not None else Sight()
    sight.turn(told, context, (rule, out))
    with keeping(shelf, told, context, out, rule, lambda case: weigh(case, decide, rule), sight) as kept:
        named = {i: sketch for i, sketch in sketches(told, clusters, reasons, standing, kept.outline) if i not in out}
        assessed = Lazily(named, lambda i: assess(i, named[i]))
        made = {i: kept.alone(i, sketch, partial(assessed.__getitem__, i)) for i, sketch in named.items()}
        marks = {i: kept.mark(sketch) for i, sketch in named.items()}
    own = {i: one for i, (one, _) in made.items()}
    counted = [a for a in told.aggregates if a.id not in out]
    register = Register(a.entry for a in own.values() if a.entry is not None)
    incident_of = {m: e.id for e in register.entries for m in named[e.id].cluster.mentions}
    with matching(shelf, register, {e.id: marks[e.id] for e in register.entries}) as matches:
        checked = check_aggregates(context, counted, register, incident_of, matches)
    figures = tuple(sorted(told.figures, key=lambda f: f.id))
    scene = Scene(context, assessed, _told_in(named), checked, figures, {e.id: e for e in register.entries})
    discrepancies = find_discrepancies(scene, {i: a.discrepancies for i, a in own.items()}, {i: a.doubts for i, a in own.items()})
    terms = {i: a.summand for i, a in own.items()}
    capped = caps(checked, {(i, outcome): dict(bounds) for i, one in terms.items() for outcome, bounds in one.bounds.items()})
    rooms = _by_incident(capped)
    differing: dict[str, list[str]] = {}
    for one in discrepancies:
        for identifier in one.incidents:
            differing.setdefault(identifier, []).append(one.id)

    def parcel(i: str) -> Parcel:
        differences = tuple(differing.get(i, ()))
        return of_incident(marks[i], made[i][1], partial(assessed.__getitem__, i), named[i].cluster.reasons, differences, rooms.get(i))

    return Found(
        {i: parcel(i) for i in named},
        of_documents(told, context, sight.documents),
        {i: sketch.cluster.mentions for i, sketch in named.items()},
        len(register.entries),
        discrepancies,
        tuple(c.check for c in checked),
        find_gaps(context, checked, register),
        actors_met(told.gists.values()),
        best_places(_places(told, own.values(), counted)),
        tuple(summed(((e.id, terms[e.id]) for e in register.entries), groups_known(terms.values()), capped)),
        name(own.values()),
    )


def _reasons(clusters: Sequence[Sequence[str]], pairs: Iterable[Pair]) -> list[Parcel]:
    """Of each cluster those of some pairs that lie inside it."""
    cluster_of = {m: n for n, cluster in enumerate(clusters) for m in cluster}
    inside: dict[int, list[Pair]] = {}
    for pair in sorted(pairs, key=lambda p: (p.left, p.right)):
        n = cluster_of.get(pair.left)
        if n is not None and n == cluster_of.get(pair.right):
            inside.setdefault(n, []).append(pair)
    return [of_nouns("pairs", tuple(inside.get(n, ()))) for n in range(len(clusters))]


def _told_in(named: Mapping[str, Outline]) -> dict[str, list[str]]:
    """The incidents that each document tells of, in order."""
    found: dict[str, list[str]] = {}
    for identifier, sketch in named.items():
        for document in sketch.cluster.documents:
            found.setdefault(document, []).append(identifier)
    return found


def _by_incident(capped: Caps) -> dict[str, Caps]:
    """How much aggregates leave room for, by incident."""
    found: dict[str, dict[Variable, int]] = {}
    for variable, most in capped.items():
        found.setdefault(variable[0], {})[variable] = most
    return dict(found)


def _places(told: Corpus, incidents: Iterable[Alone], aggregates: Iterable[Aggregate]) -> Iterator[Place]:
    """Every place that the record names."""
    yield from (place for one in told.gists.values() for place in one.places)
    yield from (place for one in incidents for place in one.places)
    yield from (a.area for a in aggregates if a.area is not None)
