"""Discrepancies of a denied count: a number that somebody refutes, beside what the accounts count.

Rule `discrepancy.denied`. Invariant: a number that is refuted in passing changes no figure.
"""

from collections.abc import Iterator

from thucydides.nouns import Discrepancy
from thucydides.reconciling import counts
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.discrepancies.apart import firm, numbers_apart
from thucydides.reconciling.discrepancies.common import WEIGHTS, Side, Single, by_value, discrepancy
from thucydides.reconciling.discrepancies.value import side
from thucydides.reconciling.naming import sentence
from thucydides.reconciling.origins import chain
from thucydides.reconciling.words import OUTCOMES


def find(scene: Single) -> Iterator[Discrepancy]:
    """One discrepancy for each outcome of which a number is refuted that no account gives as its own."""
    one = scene.one
    for outcome in OUTCOMES:
        told = firm(one, outcome)
        refuted = [s for s in _refuted(one, outcome) if s.value not in {f"{counts.say(t.quantity)}, denied" for t in told}]
        if refuted and not numbers_apart(one, outcome):
            sides = [*(side(t) for t in told), *refuted]
            words = sentence(f"on how many were {outcome} a count is denied: {by_value(scene.context, sides)}")
            yield discrepancy("value", outcome, [one.id], sides, words, WEIGHTS[outcome] / 2)


def _refuted(one: Assessed, outcome: str) -> list[Side]:
    """The numbers that speakers refute."""
    claims = [c for c in one.case.claims if c.attribute == outcome and c.stance == "denies" and c.quantity and c.quantity.best]
    return [
        Side(f"{counts.say(c.quantity)}, denied", c.passage, c.document, chain(one.case.context, c.passage, c), c.id)
        for c in claims
        if c.quantity is not None
    ]
