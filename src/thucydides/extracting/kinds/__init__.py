"""Kinds: what kind of deed a text tells of, by what means, and whether it happened at all."""
