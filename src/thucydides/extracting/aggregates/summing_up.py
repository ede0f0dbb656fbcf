"""Summing up: a count behind several deeds told one by one at places apart, which is of all of them and of none alone.

Rule `extract.summing-up`: "A bomb in Tadra killed 20. Gunmen in Meru shot 13. In all more than 33 people died in the province that day."
Invariant: words of a sum and two deeds with dead of their own, which it leaves room for, stand before it.
"""

import re
from collections.abc import Sequence
from functools import cache

from thucydides.extracting.aggregates.days import tells_a_deed
from thucydides.extracting.aggregates.single import at_fine_place, named_once
from thucydides.extracting.drafting.clashes import towns_apart
from thucydides.extracting.drafting.shares import count_of, own_place
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Document
from thucydides.vocabulary import mapping

_FEWEST = 2
"""Deeds at places apart, each with dead of its own, that a sum is over."""


@cache
def _words() -> re.Pattern[str]:
    """Words of a sum: "in all", "the day's attacks", "between them"."""
    return re.compile(rf"\b(?:{'|'.join(mapping('roundups')['sums'])})\b", re.IGNORECASE)


def sums_up(document: Document, telling: Telling, before: Sequence[Telling]) -> bool:
    """Whether a sentence sums up the dead of deeds that a report told before it, each at a place of its own."""
    total = count_of(telling, "killed")
    if telling.kind == "title" or not total or at_fine_place(telling) or named_once(telling):
        return False
    if not _words().search(document.text, telling.start, telling.end):
        return False
    deeds = [t for t in before if t.kind != "title" and t.order < telling.order and tells_a_deed(t) and count_of(t, "killed")]
    apart: list[Telling] = []
    for deed in deeds:
        place = own_place(deed)
        if place is not None and all((p := own_place(t)) is not None and towns_apart(place, p) for t in apart):
            apart.append(deed)
    told = [count_of(t, "killed") for t in apart]
    return len(apart) >= _FEWEST and max(told) < total and sum(told) <= total
