"""Harm: what a sentence says was done to people: killed, injured, missing, captured, displaced; how many, of whom."""

from thucydides.extracting.harm.finding import find_harm
from thucydides.extracting.harm.harm import Harm

__all__ = ["Harm", "find_harm"]
