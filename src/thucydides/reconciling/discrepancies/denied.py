"""Discrepancies of a denied count: a number that somebody refutes, beside what the accounts count, and civilians of whose harm he knows
nothing whom others count.

Rule `discrepancy.denied`. Invariant: a number that is refuted in passing changes no figure.
"""

from collections.abc import Iterator

from thucydides.nouns import Discrepancy
from thucydides.reconciling import counts
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.discrepancies.apart import firm, numbers_apart
from thucydides.reconciling.discrepancies.common import WEIGHTS, Side, Single, by_value, discrepancy
from thucydides.reconciling.discrepancies.value import side
from thucydides.reconciling.groups import EVERYBODY, group_key
from thucydides.reconciling.naming import sentence
from thucydides.reconciling.origins import chain, one_speaker
from thucydides.reconciling.tellings import Telling
from thucydides.reconciling.words import OUTCOMES

UNHURT = "unhurt"
"""The version of a deed in which no civilians came to harm."""


def find(scene: Single) -> Iterator[Discrepancy]:
    """One discrepancy for each outcome of which a number is refuted, be it one that an account gives or none that any does."""
    one = scene.one
    for outcome in OUTCOMES:
        told = firm(one, outcome)
        refuted = [s for s in _refuted(one, outcome) if not any(_takes_back(s, t) for t in told)]
        if refuted and not numbers_apart(one, outcome):
            sides = [*(side(t) for t in told), *refuted]
            words = sentence(f"on how many were {outcome} a count is denied: {by_value(scene.context, sides)}")
            yield discrepancy("value", outcome, [one.id], sides, words, WEIGHTS[outcome] / 2)
            return
    yield from _unhurt(scene)


def _takes_back(refuted: Side, telling: Telling) -> bool:
    """Whether who refutes a number is the one who gives it."""
    same = refuted.value == f"{counts.say(telling.quantity)}, denied"
    return same and refuted.chain is not None and one_speaker(refuted.chain, telling.chain)


def _unhurt(scene: Single) -> Iterator[Discrepancy]:
    """One discrepancy where somebody says that no civilians came to harm, as far as he knows, and another counts some."""
    one = scene.one
    claims = [c for c in one.case.claims if c.attribute == "version" and c.category == UNHURT]
    said = [Side(c.value, c.passage, c.document, chain(one.case.context, c.passage, c), c.id) for c in claims]
    for outcome in OUTCOMES:
        counted = [c for c in one.case.claims if c.attribute == outcome and c.stance != "denies" and c.quantity and c.quantity.low]
        civil = [c for c in counted if group_key(c.group, c.category, None)[0] in ("civilians", *EVERYBODY[:1]) and c.category != "unknown"]
        told = [Side(c.value, c.passage, c.document, chain(one.case.context, c.passage, c), c.id) for c in civil]
        against = [t for t in told if any(not one_speaker(t.chain, s.chain) for s in said if s.chain is not None and t.chain is not None)]
        if said and against:
            sides = [*against[:1], *said]
            words = sentence(f"whether civilians were {outcome} is disputed: {by_value(scene.context, sides)}")
            yield discrepancy("value", outcome, [one.id], sides, words, WEIGHTS[outcome] / 2)
            return


def _refuted(one: Assessed, outcome: str) -> list[Side]:
    """The numbers that speakers refute."""
    claims = [c for c in one.case.claims if c.attribute == outcome and c.stance == "denies" and c.quantity and c.quantity.best]
    return [
        Side(f"{counts.say(c.quantity)}, denied", c.passage, c.document, chain(one.case.context, c.passage, c), c.id)
        for c in claims
        if c.quantity is not None
    ]
