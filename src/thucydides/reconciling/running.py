"""Running counts: numbers of a war so far that stand beside an incident and are none of its own.

Rule `toll.running`: where the sentence of a number says that it counts since a time, over a time or in a whole uprising or war, and
another account of the incident gives a far smaller number of its own, the running count is left aside.
"""

import re
from functools import cache

from thucydides.nouns import Passage
from thucydides.reconciling.context import Context
from thucydides.reconciling.sentences import around, before
from thucydides.vocabulary import mapping

FAR = 2
"""How many times as many as the largest number of the incident's own accounts a running count is, at least."""

FEW = 10
"""Below so many nobody speaks of a war."""
OUTSIZED, MANY = 20, 500
"""A number so many times the largest of the other accounts, and at least so large, is a running count whatever its words."""

_CLAUSE = re.compile(r",\s+(?:and|but|while|although|though|whereas)\s+|;\s+", re.IGNORECASE)


_RECORD = re.compile(
    r"\b(?:worst|deadliest|bloodiest|heaviest|biggest|largest|fiercest|highest|most\s+\w+)\b[^.;,]{0,60}$", re.IGNORECASE
)
"""What makes a time one of comparison: "one of the bloodiest days this year" counts that day alone."""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(mapping("reconciling")["running"]), re.IGNORECASE)


def counts_on(context: Context, passage: Passage, number: int | None) -> bool:
    """Whether the clause of a number says that it counts more than one incident; of few people none does."""
    if number is not None and number < FEW:
        return False
    sentence, lead = around(context, passage), len(before(context, passage))
    begin = max((m.end() for m in _CLAUSE.finditer(sentence) if m.end() <= lead), default=0)
    end = min((m.start() for m in _CLAUSE.finditer(sentence) if m.start() >= lead + passage.end - passage.start), default=len(sentence))
    found = _pattern().search(sentence, begin, end)
    return found is not None and not _RECORD.search(sentence, begin, found.start())
