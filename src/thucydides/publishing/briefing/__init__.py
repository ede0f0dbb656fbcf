"""The brief: one to two pages on a record, each sentence with notes that lead to the words or to the sum that it rests on."""

from thucydides.publishing.briefing.compose import compose
from thucydides.publishing.briefing.parts import Brief

__all__ = ["Brief", "compose"]
