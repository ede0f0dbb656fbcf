"""Tied: tellings that something besides day and place says are of one deed.

Rule `discrepancy.tied`. Linking puts tellings together on likelihood, and a day or a place that is read wrong is the most frequent reason
why two that were put together seem to differ. Invariant: what a report sets against its own word needs no tie.
"""

from itertools import combinations

from thucydides.nouns import Mention
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.discrepancies.apart import Pair, firm
from thucydides.reconciling.words import OUTCOMES

_FEW = 2
"""A number from which on two reports that tell it of one day are likelier of one deed than not."""


def tied(one: Assessed) -> frozenset[Pair]:
    """Pairs of mentions of different documents that tell as many harmed, or name one person harmed."""
    found: set[Pair] = set()
    for outcome in OUTCOMES:
        numbers = [(t.mention, t.quantity.best) for t in firm(one, outcome) if (t.quantity.best or 0) >= _FEW]
        found |= {frozenset((a, b)) for (a, m), (b, n) in combinations(numbers, 2) if a != b and m == n}
    together = [(t.mention, t.quantity.wording.split()[-1:]) for t in one.tolls["killed"] if t.quantity.rule == "toll.mixed"]
    found |= {frozenset((a, b)) for (a, m), (b, n) in combinations(together, 2) if a != b and m == n}
    mentions = [m for m in one.case.mentions if m.persons]
    found |= {frozenset((a.id, b.id)) for a, b in combinations(mentions, 2) if _one_person(a, b)}
    documents = {m.id: one.case.context.root(m.document) for m in one.case.mentions}
    return frozenset(p for p in found if len({documents[m] for m in p}) == len(p))


def _one_person(one: Mention, other: Mention) -> bool:
    """Whether both name one person harmed, the one perhaps by more of the name: "Sabo" alone may be anybody."""
    mine, its = ([set(p.name.casefold().split()) for p in m.persons if p.part == "victim"] for m in (one, other))
    return any(len(a & b) > 1 and (a <= b or b <= a) for a in mine for b in its)
