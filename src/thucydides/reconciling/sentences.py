"""Sentences: the sentence round a passage, so that a value is read with the words beside it."""

from bisect import bisect_right
from functools import lru_cache

from thucydides.nouns import Passage
from thucydides.reconciling.context import Context
from thucydides.sentences import ends

FARTHEST = 400
"""Letters to each side of a passage beyond which a sentence is cut."""


@lru_cache(maxsize=4096)
def _starts(text: str) -> tuple[int, ...]:
    """Where the sentences of a text begin."""
    return (0, *(behind for _, behind in ends(text)))


def around(context: Context, passage: Passage) -> str:
    """The sentences that a passage touches, "" where the document is not at hand."""
    document = context.documents.get(passage.document)
    if document is None:
        return ""
    starts = _starts(document.text)
    last = bisect_right(starts, max(passage.start, passage.end - 1))
    end = starts[last] if last < len(starts) else len(document.text)
    return document.text[_begin(starts, passage) : min(end, passage.end + FARTHEST)]


def before(context: Context, passage: Passage) -> str:
    """The words of the sentence that stand before a passage."""
    document = context.documents.get(passage.document)
    if document is None:
        return ""
    return document.text[_begin(_starts(document.text), passage) : passage.start]


def _begin(starts: tuple[int, ...], passage: Passage) -> int:
    return max(starts[bisect_right(starts, passage.start) - 1], passage.start - FARTHEST)
