"""Times: the words of report time, found, parsed, and held against the document's date and the incident last told.

`find_times` finds them, `resolve` turns one into a `DateRange` under an `Anchor`, `say` prints a range in words that parse back to it.
"""

from thucydides.grounding.times.entries import only_a_time, only_a_year, only_days, titled_day
from thucydides.grounding.times.expression import Anchor, TimeExpression
from thucydides.grounding.times.finding import find_times
from thucydides.grounding.times.resolving import complete, contradiction_of, resolve
from thucydides.grounding.times.saying import say

__all__ = [
    "Anchor", "TimeExpression", "complete", "contradiction_of", "find_times", "only_a_time", "only_a_year", "only_days", "resolve", "say",
    "titled_day",
]  # fmt: skip
