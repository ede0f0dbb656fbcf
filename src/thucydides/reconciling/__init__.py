"""Reconciling: the claims of an incident become assessments, discrepancies and gaps.

The words of this step are those of the design: an origin is where a claim first came from, an assessment the record's own value
by a named rule, a discrepancy claims that cannot all hold, a gap what counts imply and no document tells.
"""

from thucydides.reconciling.comparing import Row, compare_rules
from thucydides.reconciling.reconcile import reconcile
from thucydides.reconciling.reconciled import Reconciled
from thucydides.reconciling.rules import RULES

__all__ = ["RULES", "Reconciled", "Row", "compare_rules", "reconcile"]
