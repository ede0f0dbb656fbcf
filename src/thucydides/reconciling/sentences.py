"""Sentences: the sentence round a passage, so that a value is read with the words beside it."""

import re
from bisect import bisect_right
from functools import lru_cache

from thucydides.nouns import Passage
from thucydides.reconciling.context import Context

_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n+")
FARTHEST = 400
"""Letters to each side of a passage beyond which a sentence is cut."""
_INITIALS = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Capt|Sgt|St|No|vs))\.\s$")


@lru_cache(maxsize=4096)
def _starts(text: str) -> tuple[int, ...]:
    """Where the sentences of a text begin; the point behind an initial ends none."""
    return (0, *(m.end() for m in _END.finditer(text) if not _INITIALS.search(text[max(0, m.start() - 6) : m.start() + 2])))


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
