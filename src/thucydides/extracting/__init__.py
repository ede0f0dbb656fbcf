"""Extracting: documents become mentions, claims, aggregates and figures, each value with its passage."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from thucydides.extracting.lean import leave_command_line_aside
from thucydides.nouns import Document, Extract

if TYPE_CHECKING:
    from thucydides.extracting.roles.taken import Layers

leave_command_line_aside()

EXTRACTOR = "1"
"""Counts up when extraction changes, so that kept extracts of an older reading are not reused."""


def extract_documents(
    documents: Iterable[Document], layers: "Layers" = "rules", failed: Callable[[Document, Exception], None] | None = None
) -> Iterator[Extract]:
    """The extract of each document, in the order given; the parser is loaded at the first call.

    `layers` says whether the learned layer names parties too where the rules name none; a record is read by the rules. A fault of the
    program met in one report ends it all, but where `failed` is there to be told: then that report tells nothing.
    """
    from thucydides.extracting.extract import extract_documents as run

    return run(documents, layers, failed)


__all__ = ["EXTRACTOR", "extract_documents"]
