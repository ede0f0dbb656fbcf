"""Extracting: documents become mentions, claims, aggregates and figures, each value with its passage."""

from collections.abc import Iterable, Iterator

from thucydides.nouns import Document, Extract

EXTRACTOR = "1"
"""Counts up when extraction changes, so that kept extracts of an older reading are not reused."""


def extract_documents(documents: Iterable[Document]) -> Iterator[Extract]:
    """The extract of each document, in the order given; the parser is loaded at the first call."""
    from thucydides.extracting.extract import extract_documents as run

    return run(documents)


__all__ = ["EXTRACTOR", "extract_documents"]
