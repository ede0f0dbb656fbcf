"""Reconciling: the claims of an incident become assessments, discrepancies and gaps."""
