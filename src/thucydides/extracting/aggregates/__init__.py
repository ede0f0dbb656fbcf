"""Aggregates: sentences that count over many incidents, told apart from those that tell of one."""
