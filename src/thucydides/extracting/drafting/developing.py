"""Developing: the developments of a document: agreements, places left without a fight, groups that changed.

Rule `extract.developments`. Invariants: a development is told as done on a day; it is gathered with no deed of force and with no
development of another family.
"""

from collections.abc import Sequence

from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.drafting.gathering import gather
from thucydides.extracting.kinds.kinds import DEVELOPMENTS
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.finding_matter import development_of
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tellings.tellings import tellings_of
from thucydides.nouns import Document

_BLOCKS = frozenset({"infobox", "heading", "caption", "title"})
"""Kinds of blocks that tell of no development by themselves."""
_FINE = frozenset({"day", "days"})
"""How finely a development is dated: a truce "of 2015" is how things stand."""


def developments_of(document: Document, paragraphs: Sequence[Paragraph], around: Surroundings) -> list[Draft]:
    """The developments that a document tells of, in order."""
    tellings: list[Telling] = []
    order = 0
    for number, paragraph in enumerate(paragraphs):
        if paragraph.block.kind in _BLOCKS:
            continue
        for telling in tellings_of(paragraph, number, order, around, development_of):
            order = max(order, telling.order)
            if telling.status == "happened":
                tellings.append(telling)
    drafts: list[Draft] = []
    for family in DEVELOPMENTS:
        told = [t for t in tellings if family in t.families]
        drafts += gather(document, told, _usable, around.reckoning, around.times)
    kept = [d for d in drafts if any(_dated(i) for i in d.items)]
    return sorted(kept, key=lambda d: (d.items[0].telling.start, d.items[0].telling.cue))


def _usable(telling: Telling) -> bool:
    return not telling.general


def _dated(item: Dated) -> bool:
    return item.date is not None and item.date.precision in _FINE and item.telling.time is not None
