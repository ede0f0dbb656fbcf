"""Onsets: a sentence that says on what day that began which was told right before it as going on or over.

Rule `extract.onset`: "A siege ended on Saturday. The assault began on Friday evening." Invariant: only what began a few days before, at no
place of its own, is that; it is of the day on which it began.
"""

import re
from datetime import timedelta

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.nouns import Document

DAYS = timedelta(days=4)
"""How long what one news item tells of lasts."""
_BEGAN = re.compile(
    r"\W*(?:it|(?:the|this|that) (?:[\w’'-]+ ){0,3}?(?:siege|stand-?off|attack|assault|raid|ambush|hostage[- ](?:taking|crisis|drama)"
    r"|hijack\w*|rampage|shooting|shoot-?out|gun ?(?:fight|battle)|fire-?fight|killings?|massacre|ordeal|drama|incident))"
    r"(?:,? (?:which|that))? (?:had )?(?:first )?(?:began|begun|started|erupted|broke out|commenced|unfolded|got under way)\b",
    re.IGNORECASE,
)


def tells_onset(document: Document, draft: Draft | None, item: Dated) -> bool:
    """Whether a telling says when what a draft tells of began."""
    day, end = item.date, draft.date if draft is not None else None
    if draft is None or day is None or not item.firm or day.precision != "day" or item.own_place is not None:
        return False
    if day.earliest is None or end is None or end.earliest is None or not timedelta(0) < end.earliest - day.earliest <= DAYS:
        return False
    return _BEGAN.match(document.text, item.telling.start, item.telling.end) is not None


def begun(draft: Draft, item: Dated) -> None:
    """Put to a draft the telling that says when it began, which dates it."""
    draft.items = [*(_undated(d) for d in draft.items), item]


def _undated(item: Dated) -> Dated:
    return Dated(replace(item.telling, time=None), None, item.at, item.launched)
