"""Windows: the stretch of time over which a sentence counts, of the times that it names.

Invariants: a stretch ahead of the report, one in which somebody does what he does, one that ends with an event told besides and the day
of a statement are windows of no count.
"""

import re

from thucydides.extracting.aggregates.scattered import SHORT
from thucydides.extracting.aggregates.since import is_record, of_a_party
from thucydides.extracting.aggregates.single import named_once
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Bound, Stretch, Weekday
from thucydides.nouns import DateRange, Document, Passage

SHORT_DAYS = 2
"""A window of more days than this counts over several incidents."""
_BOUND = re.compile(r"\b(?:since|so far|to date|from)\b", re.IGNORECASE)
_UP_TO = ("until", "by", "before")
_FROM_A_DEED = re.compile(r"\b(?:weeks?|months?|years?|days|hours?)\s+(?:after|later|before|earlier|following)$", re.IGNORECASE)
"""A stretch that is counted from something told with it: "in the two weeks after the coup"."""
_OTHER_CLAUSE = re.compile(r"\b(?:when|where|which|that|who|to\s+[a-z]+)\b", re.IGNORECASE)
"""What parts a time from a count behind it: "has until Monday to accept a truce in a war that has cost 900 lives"."""


def is_wide(expression: TimeExpression, date: DateRange | None) -> bool:
    """Whether a time is a stretch of more than two days."""
    by = expression.form.of if isinstance(expression.form, Bound) and expression.form.side == "by" else expression.form
    since = isinstance(expression.form, Bound) and expression.form.side == "since"  # "since the night of 1 April"
    if (SHORT.search(expression.wording) and not since) or isinstance(by, Weekday):
        return False  # a day, however little is known of which; "by Friday evening" a toll stands at something
    if date is None:
        return expression.window
    return days_wide(date) > SHORT_DAYS


def windows(document: Document, telling: Telling, anchor: Reckoning) -> list[TimeExpression]:
    """The stretches of time over which a telling counts."""
    text = document.text[telling.start : telling.end]
    return [
        w
        for w in telling.windows
        if is_wide(w, anchor.when(w))
        and w.relative_to != "incident"
        and not _ahead(w)
        and not is_record(text, w.start - telling.start)
        and not of_a_party(text, w.start - telling.start)
        and not of_another_clause(document, telling, w)
        and not (w.wording.lower().startswith("by ") and named_once(telling))
    ]


def window_of(document: Document, telling: Telling, anchor: Reckoning) -> tuple[DateRange | None, Passage | None, bool]:
    """The window of a count, where it stands, and whether it runs on to the report's own day.

    The day on which somebody gives a count says up to when it runs, and not since when: it is no window.
    """
    own = telling.time if telling.dated_by != "statement" else None
    for expression in (*telling.windows, *((own,) if own is not None else ())):
        told = not (of_another_clause(document, telling, expression) or _FROM_A_DEED.search(expression.wording))
        date = anchor.when(expression) if told else None
        if date is not None:
            return date, Passage(document.id, expression.start, expression.end), bool(_BOUND.search(expression.wording))
    return None, None, False


def of_another_clause(document: Document, telling: Telling, time: TimeExpression) -> bool:
    """Whether a time stands before a count and is of another clause, or one up to which something is told besides: "who lived there before
    15 March, when 90 died"."""
    first = min((h.people.start for h in telling.harms if h.people.counted), default=time.end)
    if ";" in document.text[time.end : first]:
        return True
    if not isinstance(time.form, Bound) or time.form.side not in _UP_TO:
        return False
    counted = [h.people.start for h in telling.harms if h.people.counted and h.people.start > time.end]
    return bool(counted) and _OTHER_CLAUSE.search(document.text, time.end, min(counted)) is not None


def _ahead(window: TimeExpression) -> bool:
    """Whether a stretch lies ahead of the report ("in the coming days"), and so counts nothing."""
    return isinstance(window.form, Stretch) and window.form.sign > 0 and window.form.base == "document"
