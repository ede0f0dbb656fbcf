"""Comparing: how the figures of a record change under every rule by name, so that a choice of rule is seen for what it is."""

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec import Struct

from thucydides.keeping.corpus import corpus
from thucydides.keeping.parcel import NOTHING
from thucydides.nouns import Citation, Claim, Document, Mention, Quantity, Ruling
from thucydides.reconciling.assessments import weigh
from thucydides.reconciling.context import context_of
from thucydides.reconciling.keeping import Cases
from thucydides.reconciling.overruling import in_force, rejected
from thucydides.reconciling.rules import RULES, rule_by_name
from thucydides.reconciling.sketches import sketches
from thucydides.reconciling.words import OUTCOMES


class Row(Struct, frozen=True):
    """One count of one incident under each rule; incident "" is the sum over the record, its best where every best is known."""

    incident: str
    outcome: str
    figures: tuple[tuple[str, Quantity], ...]

    @property
    def differs(self) -> bool:
        """Whether the rules give different figures."""
        return len({(q.low, q.best, q.high) for _, q in self.figures}) > 1


def compare_rules(
    documents: Iterable[Document],
    mentions: Iterable[Mention],
    claims: Iterable[Claim],
    citations: Iterable[Citation],
    clusters: Sequence[Sequence[str]],
    rulings: Iterable[Ruling] = (),
) -> tuple[Row, ...]:
    """Every count of every incident under each rule, by id, and the sums over the record last; what people set is left aside."""
    standing = in_force(rulings)
    out = rejected(standing)
    told = corpus(documents, mentions, claims, citations)
    cases = Cases(told, context_of(told, clusters), out, first := next(iter(RULES)), partial(weigh, rule=rule_by_name(first), name=first))
    rows = []
    for identifier, sketch in sketches(told, clusters, [NOTHING] * len(clusters), standing, cases.outline):
        if identifier in out:
            continue
        for outcome in OUTCOMES:
            tellings = [t for t in sketch.weighed().tolls[outcome] if not t.superseded and not t.partial]
            figures = [(name, verdict.quantity) for name in RULES if (verdict := rule_by_name(name)(tellings)) is not None]
            if figures:
                rows.append(Row(identifier, outcome, tuple(figures)))
    return (*rows, *_sums(rows))


def _sums(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The sums over the record, an outcome a row: unknown tops leave the top open, unknown counts are left out of low and best."""
    result = []
    for outcome in OUTCOMES:
        mine = [dict(r.figures) for r in rows if r.outcome == outcome]
        if not mine:
            continue
        figures = []
        for name in RULES:
            some = [m[name] for m in mine]
            highs = [q.high for q in some]
            top = None if None in highs else sum(h for h in highs if h is not None)
            figures.append((name, Quantity(sum(q.low or 0 for q in some), sum(q.best or 0 for q in some), top, "", name)))
        result.append(Row("", outcome, tuple(figures)))
    return tuple(result)
