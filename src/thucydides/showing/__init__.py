"""Showing: a record, its values and its differences as lines of plain text for a terminal, and as JSON for scripts.

Invariants: every line follows from the record alone; incidents and documents go by their titles and outlets; what documents
say is quoted, never republished.
"""
