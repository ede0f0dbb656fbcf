"""Banning: why two mentions can never be one, whatever speaks for it: a ruling, the words of one report, or days that cannot be one.

Invariant: a ban is found for exactly the pairs that clustering forbids (`forbidding`).
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from thucydides.linking.arrays import Array, Table
from thucydides.linking.commons import Commons
from thucydides.linking.days import BUSY_DAYS
from thucydides.linking.forbidding import Forbidden
from thucydides.linking.kinds import sort_of
from thucydides.linking.rulings import Decided
from thucydides.linking.unit import Unit
from thucydides.vocabulary import mapping

RULED, DAYS, UNDATED, KINDS, APART = "link.ruling", "link.date.impossible", "link.act.undated", "link.kinds", "link.document.told-apart"


class Ban(Struct, frozen=True):
    """What keeps the mentions `left` and `right` (ids) apart: the `rule`, which `rules/` explain, and the `ruling` if it is one."""

    rule: str
    left: str
    right: str
    ruling: str = ""

    @property
    def meaning(self) -> str:
        """The one sentence that says what the rule means."""
        rules = mapping("rules/extract" if self.rule.startswith("extract.") else "rules/link")["rules"]
        return str(rules[self.rule]["meaning"])


def ban(units: Sequence[Unit], rows: Table, common: Commons, decided: Decided, impossible_days: int, pairs: Array) -> Ban | None:
    """The first ban of some pairs of units (left * number of units + right), rulings before words before days; None where there is none."""
    forbids = Forbidden(rows, decided, common.busy >= BUSY_DAYS, impossible_days)
    left, right = pairs // len(units), pairs % len(units)
    barred = forbids(left, right)
    found = [_of(units, decided, a, b) for a, b in zip(left[barred].tolist(), right[barred].tolist(), strict=True)]
    return min(found, key=lambda one: (_rank(one.rule), one.left, one.right), default=None)


def _rank(rule: str) -> int:
    return 0 if rule == RULED else 1 if rule == APART or rule.startswith("extract.") else 2 if rule == DAYS else 3


def _of(units: Sequence[Unit], decided: Decided, left: int, right: int) -> Ban:
    """The ban of two units that can never be one."""
    one, other = units[left].mention, units[right].mention
    if decided.forbids(left, right):
        return Ban(RULED, one.id, other.id, _ruling(decided, left, right))
    rule = _apart(units[left], units[right]) or _apart(units[right], units[left])
    if not rule:
        kinds = KINDS if sort_of(one) != sort_of(other) else ""
        rule = kinds or (UNDATED if one.kind == "act" and (_undated(units[left]) or _undated(units[right])) else DAYS)
    return Ban(rule, one.id, other.id)


def _apart(one: Unit, other: Unit) -> str:
    """The rule by which a report sets a telling of its own apart from another; empty where it does not."""
    said = one.mention
    rules: Iterable[str] = said.apart_by if len(said.apart_by) == len(said.distinct_from) else ("",) * len(said.distinct_from)
    return next((rule or APART for i, rule in zip(said.distinct_from, rules, strict=True) if i in other.members), "")


def _undated(unit: Unit) -> bool:
    date = unit.mention.date
    return date is None or (date.earliest is None and date.latest is None)


def _ruling(decided: Decided, left: int, right: int) -> str:
    """The ruling that keeps two units apart, or the units that each must be one with."""
    groups = decided.groups
    sides = {groups[left], groups[right]}
    named = sorted((pair, ruling) for pair, ruling in decided.apart.items() if {groups[n] for n in pair} == sides)
    return next((ruling for _, ruling in named), "")
