"""Thucydides: many reports of an armed conflict, one record of it, and the passage for every value."""

__version__ = "0.1.0"
