"""Tolls: what the sentences of one mention count, as wholes, parts, and people told by name."""
