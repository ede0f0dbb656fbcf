"""Partly told: reports that count only a group of those whom another report counts in full.

Rule `discrepancy.partly-told`. Invariant: a report that counts the group and all of them contradicts nobody.
"""

from collections.abc import Sequence

from thucydides.extracting.people.sides import FIGHTERS
from thucydides.reconciling import counts
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.groups import head
from thucydides.reconciling.standing import ATTACKERS
from thucydides.reconciling.tellings import Telling
from thucydides.reconciling.words import words


def partly_told(one: Assessed, outcome: str, told: Sequence[Telling]) -> list[Telling]:
    """The tellings of a group alone, one each of the reports that say nothing of the rest whom another counts, with those who count all;
    none where no report leaves any out."""
    root = one.case.context.root
    every = [t for t in one.tolls[outcome] if not t.superseded and counts.plain(t.quantity) and t.quantity.rule not in words("one_by_one")]
    most = max((counts.low(t.quantity) for t in told), default=0)
    full = [t for t in told if counts.low(t.quantity) == most]
    known = {root(t.passage.document) for t in every if counts.allows(t.quantity, most)}
    found: dict[str, Telling] = {}
    for telling in every:
        group = telling.groups and 1 < counts.low(telling.quantity) < most and not counts.allows(telling.quantity, most)
        if group and any(_within(telling, whole) for whole in full) and root(telling.passage.document) not in known:
            found.setdefault(root(telling.passage.document), telling)
    return [*found.values(), *full] if found else []


def _within(telling: Telling, whole: Telling) -> bool:
    """Whether all the groups of a telling are told as parts of a whole, none of them the attackers themselves; a report that counts one
    side's dead leaves out nobody of it where the rest are all of another side."""
    if any(g.perpetrator or head(g.label) in ATTACKERS for g in telling.groups):
        return False
    told = {g.key for g in telling.groups}
    sides = {key[0] for key in told} & FIGHTERS
    rest = [h.key[0] for h in whole.groups if h.key not in told]
    if sides and rest and all(side in FIGHTERS - sides for side in rest):
        return False
    return all(any(h.key == g.key and counts.meet(g.quantity, h.quantity) for h in whole.groups) for g in telling.groups)
