"""Doubt: which of a report's mentions tell of no deed, though their words are those of force (rule `extract.doubt`)."""

from thucydides.extracting.doubt.doubting import without_doubtful

__all__ = ["without_doubtful"]
