"""Aggregates: counts over many incidents held against the incidents of the record, under each reading of what they count."""

from thucydides.reconciling.aggregates.checking import Checked, check_aggregates

__all__ = ["Checked", "check_aggregates"]
