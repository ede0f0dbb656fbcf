"""Told: one report of our own in a file, and what is extracted from it."""

from pathlib import Path

from thucydides.extracting import extract_documents
from thucydides.nouns import Extract
from thucydides.reading import read_sources


def told(folder: Path, text: str) -> Extract:
    """What a report of one text says that was filed on 3 July 2025."""
    path = folder / "report.txt"
    path.write_text(f"Report of the day\n\nJuly 3, 2025\n\n{text}")
    documents, _ = read_sources([str(path)])
    return next(iter(extract_documents(documents)))
