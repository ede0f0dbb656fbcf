"""Under heads: the day of the heading, given with its matter, under which a sentence that names none stands ("5 March: The bridge falls").

Invariant: a day that a sentence gives for its deed goes before that of the heading, but for the heading's own weekday.
"""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.drafting.clashes import dates_clash
from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Calendar, Shift, Weekday
from thucydides.grounding.titled_heads import titled_heads
from thucydides.nouns import DateRange, Document


class UnderHeads(Struct, frozen=True):
    """The headings of a page in order, and those of them that give a day with their matter, each with its words and its days."""

    headings: tuple[int, ...]
    days: Mapping[int, tuple[TimeExpression, DateRange]]

    def above(self, telling: Telling) -> int | None:
        """The heading with a day under which a telling stands."""
        start = max((h for h in self.headings if h <= telling.start), default=None) if self.days else None
        return start if start in self.days else None

    def with_day(self, item: Dated, head: int, first: bool = False) -> Dated:
        """A telling without a day of its own, or of the weekday of its heading, with the day of the heading (rule `date.heading`); so one
        that opens its section (`first`) and only says how long after that before it was ("Seven weeks later")."""
        time, day = self.days[head]
        undated = item.telling.time is None and item.date is None
        if item.telling.dated_by or not (undated or _is_weekday(item, day) or (first and _counts_on(item.telling.time))):
            return item
        return Dated(replace(item.telling, time=time), replace(day, rule="date.heading"), item.at, item.launched)

    def allows(self, draft: Draft, head: int) -> bool:
        """Whether a draft may be of the day of a heading."""
        return not dates_clash(draft.within, self.days[head][1])


def _is_weekday(item: Dated, day: DateRange) -> bool:
    """Whether a telling gives the weekday of a day and nothing more: "on a Saturday afternoon"."""
    form = item.telling.time.form if item.telling.time is not None else None
    return isinstance(form, Weekday) and day.earliest is not None and form.weekday == day.earliest.weekday()


def _counts_on(time: TimeExpression | None) -> bool:
    """Whether a time only says how long after the deed told before it was."""
    if time is None or time.relative_to != "incident" or time.event_at is not None:
        return False
    return (isinstance(time.form, Shift) and time.form.sign > 0) or (isinstance(time.form, Calendar) and time.form.offset > 0)


def under_heads(document: Document, anchor: Reckoning) -> UnderHeads:
    """The headings of a page that give a day with their matter."""
    titled = titled_heads(document.text, document.blocks)
    times = {start: replace(t, start=start + t.start, end=start + t.end) for start, t in titled.items()}
    days = {start: (time, day) for start, time in times.items() if (day := anchor.when(time)) is not None and day.earliest is not None}
    return UnderHeads(tuple(b.start for b in document.blocks if b.kind == "heading"), days)
