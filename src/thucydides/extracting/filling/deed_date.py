"""Deed date: the day of an incident as one document gives it: by its own sentences, by one beside them, or by the day of the report.

Invariants: a finer day of the deed's own sentences is never given up for another; what is taken from elsewhere names its rule.
"""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.attributing.spans import quotations
from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.drafting.holding import in_lead
from thucydides.extracting.filling.anniversaries import by_anniversary
from thucydides.extracting.filling.days_beside import day_beside
from thucydides.extracting.filling.hours_told import by_hour, hours_told, of_night
from thucydides.extracting.filling.last_days import counted_back, opening_window, short_window
from thucydides.extracting.filling.unsaid import report_date
from thucydides.extracting.spans import UNKNOWN, days_wide, is_bare
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.times.forms import Calendar
from thucydides.nouns import DateRange, Document, Passage
from thucydides.nouns.place import TOWN

MANY = 5
"""So many dead in a town are news wherever a report tells of them."""
LEADING = 3
"""Sentences on deeds at the head of a report, its title among them, that lead it."""
WEEK = 7
"""Days before a report within which the day that it opens with is news."""
_BESIDE = frozenset({"arrest", "seizure", "protest"})
"""What is done beside a deed or after it, and gives it no day."""
Lead = tuple[DateRange, Passage] | None
"""The day that the lead of a report gives, and where."""


def lead_of(document: Document, drafts: Sequence[Draft]) -> Lead:
    """The day of the deed that the title or the first two sentences on deeds tell, where the report is news of it."""
    told = sorted((i for d in drafts for i in d.items), key=lambda i: i.telling.start)
    published = document.published.latest if document.published is not None else None
    for item in told[:LEADING]:
        day = item.date
        time = item.telling.time
        if published is None or not item.firm or day is None or day.precision != "day" or day.latest is None or time is None:
            continue
        if _of_force(item) and 0 <= (published - day.latest).days <= WEEK:
            return replace(day, rule="date.lead"), Passage(document.id, time.start, time.end)
    return None


def date_of(
    document: Document, draft: Draft, around: Surroundings, main: bool, lead: Lead = None
) -> tuple[DateRange | None, Passage | None, bool]:
    """(the day, where it stands, whether it may be that of a statement). `main` holds for the incident that the report is about, `lead` is
    the day that the report opens with."""
    when, passage, is_report = _date_of(document, draft, around, main, lead)
    then = by_anniversary(document, when, draft)
    return (when, passage, is_report) if then is when else (then, passage, False)


def _date_of(
    document: Document, draft: Draft, around: Surroundings, main: bool, lead: Lead
) -> tuple[DateRange | None, Passage | None, bool]:
    when, passage, is_report = _own(document, draft)
    if when is None and (short := short_window(draft, around)) is not None:
        when, passage, is_report = *short, False
    if when is not None and (back := counted_back(document, draft, around, when)) is not None:
        when = back
    if (when is None or (is_report and days_wide(when) == 0)) and (opening := opening_window(document, draft, around, when)) is not None:
        when, passage, is_report = *opening, False
    if main and when is not None and when.rule == "date.last-night":
        beside = day_beside(around, _spans(draft), None)
        if beside is not None and any(beside.day.earliest == other.earliest for other in when.alternatives):
            return beside.day, beside.passage, is_report
        return of_night(when, [hour for hour, _ in hours_told(around, _spans(draft))]), passage, is_report
    if main and (when is None or is_report or days_wide(when) > 0):
        spans = _spans(draft)
        found = day_beside(around, spans, None if is_report else draft.within)
        if found is not None:
            return found.day, found.passage, False
        if when is None and lead is not None and not _of_another(lead, spans):
            return *lead, False
        hours = [*hours_told(around, spans)]
        if when is None:
            return _by_report(document, draft, hours)
        when = of_night(when, [hour for hour, _ in hours]) if when.rule == "date.overnight" else when
    if when is None and not main:
        spans = _spans(draft)
        hours = [(hour, at) for hour, at in hours_told(around, spans) if any(s <= at.start < e for s, e in spans)]
        if hours:  # rule `date.hour-alone`: another deed of the report told by the hour is of its days
            return (*lead, False) if lead is not None else _by_report(document, draft, hours)
    return when, passage, is_report


def _of_another(lead: tuple[DateRange, Passage], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the day that a report opens with is told behind all that it tells of a deed, and so is another deed's."""
    return bool(spans) and lead[1].start >= max(end for _, end in spans)


def _spans(draft: Draft) -> list[tuple[int, int]]:
    """The sentences that tell of an incident."""
    return sorted({(d.telling.start, d.telling.end) for d in draft.items})


def _by_report(
    document: Document, draft: Draft, hours: Sequence[tuple[int, Passage]]
) -> tuple[DateRange | None, Passage | None, bool]:
    """The days that the report's own date leaves: one where an hour is told, else those up to it."""
    when = report_date(document) if hours or _is_news(document, draft) else None
    if when is None:
        return None, None, False
    if hours and (day := by_hour(when, document.text[hours[0][1].start : hours[0][1].end])) is not None:
        return day, hours[0][1], False
    first = min(draft.items, key=lambda d: d.telling.start).telling
    return when, Passage(document.id, first.start, first.end), False


def _is_news(document: Document, draft: Draft) -> bool:
    """Whether an incident without a day is told in a report's lead, or with several dead in a town: then it is of the report's days."""
    told = max(draft.counts("killed"), default=0) >= MANY and any(p.coarseness <= TOWN for p in draft.places)
    return told or in_lead(document, min(i.telling.start for i in draft.items))


def _own(document: Document, draft: Draft) -> tuple[DateRange | None, Passage | None, bool]:
    """The finest day of the deed's own sentences, of several the one told most, the first of equals."""
    dated = [d for d in draft.items if d.date is not None]
    if not dated:
        return None, None, False
    force = any(_of_force(d) for d in draft.items)
    told = Counter(d.date.edtf for d in dated if d.firm and d.date is not None and _of_force(d))
    chosen = min(
        dated,
        key=lambda d: (
            not d.firm,
            _as_spoken(document, d),
            force and not _of_force(d),
            d.date is None or is_bare(d.date),
            days_wide(d.date) if d.date is not None else UNKNOWN,
            -told[d.date.edtf] if d.date is not None else 0,
            d.telling.order,
        ),
    )
    time = chosen.telling.time
    assert time is not None
    if chosen.telling.dated_by == "reaction":
        return _before_reaction(chosen), Passage(document.id, time.start, time.end), True
    return chosen.date, Passage(document.id, time.start, time.end), bool(chosen.telling.dated_by) or (force and not _of_force(chosen))


def _as_spoken(document: Document, item: Dated) -> bool:
    """Whether a day is counted from when somebody spoke, which may be before the report came out: "He was arrested today," the officer
    said (rule `date.as-spoken`)."""
    time = item.telling.time
    if time is None or not isinstance(time.form, Calendar) or time.form.base != "document" or time.form.unit not in ("day", "night"):
        return False
    opens = document.text.rfind("\n", 0, time.start) + 1
    return any(start < time.start - opens < end for start, end in quotations(document.text[opens : item.telling.end]))


def _before_reaction(item: Dated) -> DateRange | None:
    """The days up to one on which somebody only reacted to the deed (rule `date.reaction`)."""
    days = item.within
    if days is None or days.earliest is None or days.latest is None:
        return item.date
    return replace(days, edtf=f"{days.earliest.isoformat()}/{days.latest.isoformat()}", precision="days", rule="date.reaction")


def _of_force(item: Dated) -> bool:
    """Whether a sentence tells of harm or force, and not only of an arrest or a protest beside it."""
    return bool(item.telling.families - _BESIDE) or any(h.outcome in ("killed", "injured") for h in item.telling.harms)
