"""Last days: the day or two before its report over which a round-up says that its deeds were done, and days counted back from it.

Invariant: nothing here is given to a deed that has a day of its own.
"""

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.drafting.holding import in_lead
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.nouns import DateRange, Document, Passage

OPENING = 240
"""Characters at the head of a report's text within which a round-up says over what time it tells."""
FAR = 4000
"""Characters behind that up to which its deeds are told."""
Found = tuple[DateRange, Passage] | None


def short_window(draft: Draft, around: Surroundings) -> Found:
    """The day or two over which the sentences on a deed say that it was, where they give no day: "in the past 24 hours"."""
    for item in sorted(draft.items, key=lambda i: i.telling.order):
        for window in item.telling.windows:
            day = around.reckoning.when(window)
            if day is not None and day.rule == "date.past-window" and days_wide(day) <= 1:
                return day, Passage(around.document.id, window.start, window.end)
    return None


def opening_window(document: Document, draft: Draft, around: Surroundings, when: DateRange | None) -> Found:
    """The last day or two that a round-up opens with, for what it tells behind without a day of its own: "killed four over the past 24
    hours, officials said on Tuesday. In Arden, a shell hit a house"."""
    body = next((b.start for b in document.blocks if b.kind == "paragraph"), 0)
    first = min(item.telling.start for item in draft.items)
    for time in around.times_in(0, body + OPENING):
        day = around.reckoning.when(time) if time.window and 0 <= first - time.end <= FAR else None
        if day is None or day.rule != "date.past-window" or days_wide(day) > 1 or day.earliest is None or day.latest is None:
            continue
        told = [around.reckoning.when(t) for t in around.times_in(0, body + OPENING)]
        held = all(d is None or _within(d, day) for d in told)
        inside = when is None or (when.earliest is not None and day.earliest <= when.earliest <= day.latest)
        return (day, Passage(document.id, time.start, time.end)) if held and inside else None
    return None


def _within(day: DateRange, window: DateRange) -> bool:
    """Whether a day that is known lies in a window; one that is not may."""
    if day.earliest is None or day.latest is None or window.earliest is None or window.latest is None:
        return True
    return window.earliest <= day.earliest <= day.latest <= window.latest


def counted_back(document: Document, draft: Draft, around: Surroundings, when: DateRange) -> DateRange | None:
    """A day counted back in a sentence before which no deed is told: from the day on which it is said, else from the report's ("police said
    on Tuesday that nine had died the day before")."""
    if when.earliest is not None or when.rule not in ("date.from-incident", "date.incident-unit"):
        return None
    item = next((i for i in draft.items if i.date is when), None)
    if item is None:
        return None
    told, time = item.telling, item.telling.time
    beside = [t for t in around.times_in(told.start, told.end) if t != time and not t.window and t.lean != "future"]
    others = [around.reckoning.when(t) for t in beside]
    days = [d for d in others if d is not None and d.precision == "day" and d.earliest == d.latest]
    base = days[0] if len(days) == 1 else document.published if not others and in_lead(document, told.start) else None
    found = around.reckoning.when(time, base) if time is not None and base is not None else None
    if found is None or base is None or found.latest is None or base.earliest is None:
        return None
    return found if found.latest < base.earliest and days_wide(found) <= 1 else None
