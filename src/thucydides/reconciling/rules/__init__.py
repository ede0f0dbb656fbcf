"""Rules of assessment by name: each turns the tellings of one count into the record's own figure.

A rule takes the tellings that still stand, each with its origin and weight, and gives a Verdict; None where no telling says a
number. Each lives in a module of its own; `RULES` is the list of names that `reconcile(rule=...)` takes.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TypeAlias

from thucydides.reconciling.rules.common import Verdict
from thucydides.reconciling.tellings import Telling

Rule: TypeAlias = Callable[[Sequence[Telling]], Verdict | None]

RULES: dict[str, str] = {
    "assess.origins": "origins",
    "assess.ucdp": "ucdp",
    "assess.acled-lowest": "acled_lowest",
    "assess.ibc-min-max": "ibc_min_max",
    "assess.latest": "latest",
    "assess.majority": "majority",
}


def rule_by_name(name: str) -> Rule:
    """The rule of a name; ValueError with the names there are where it is not one."""
    if name not in RULES:
        raise ValueError(f"there is no rule {name!r}; choose one of {', '.join(RULES)}")
    rule: Rule = import_module(f"thucydides.reconciling.rules.{RULES[name]}").assess
    return rule


__all__ = ["RULES", "Rule", "Verdict", "rule_by_name"]
