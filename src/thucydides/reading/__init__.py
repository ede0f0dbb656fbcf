"""Reading: files, pages and feeds become documents: clean text, outlet, date, language, copies found."""

from thucydides.reading.reader import read_sources

__all__ = ["read_sources"]
