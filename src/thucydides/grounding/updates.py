"""Updates: the day of a page's last change where its text tells of days after it was first put out (rule `published.updated`)."""

import re
from datetime import timedelta

from msgspec.structs import replace

from thucydides.grounding.page_dates import ends, told_dates
from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.grounding.times.forms import Day
from thucydides.nouns import DateRange

_UPDATED = re.compile(r"\b(?:(?:last|latest)\s+)?(?:updated|modified|revised)\b\s*(?:on|at)?[\W\s]*", re.IGNORECASE)
_LATER = timedelta(days=7)
"""How far behind its first day a page must tell of deeds for its update to be more than a correction."""


def brought_up(found: DateRange, text: str) -> DateRange:
    """The day on which a page was published, or that of its update where it tells of days between them."""
    if found.latest is None or found.basis == "metadata":
        return found
    day = _updated(text)
    if day is None or day.latest is None or day.latest <= found.latest + _LATER:
        return found
    told = [d for d, time in told_dates(text) if found.latest + _LATER < d <= day.latest and time.wording != day.wording]
    return replace(day, basis=found.basis, rule="published.updated") if told else found


def _updated(text: str) -> DateRange | None:
    """The day behind "Last updated" in a line at either end of a text."""
    for line in ends(text):
        label = _UPDATED.search(line)
        time = next((t for t in find_times(line) if label and t.start >= label.start() and isinstance(t.form, Day)), None)
        if label is not None and time is not None and time.start <= label.end() + len("23:59 GMT, "):
            when = resolve(time, Anchor())
            if when is not None and when.precision == "day" and when.earliest is not None:
                return replace(when, wording=time.wording)
    return None
