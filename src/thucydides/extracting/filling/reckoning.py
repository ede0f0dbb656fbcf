"""Reckoning: what the times of a document are held against where nothing says when it was published.

Invariants: a published date always goes first; only a year or a nearest weekday is taken from what the text itself tells, never a day.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.filling.listing import Listed, held, listed, settled
from thucydides.extracting.filling.months_told import MonthTold, month_meant, months_told, of_month
from thucydides.extracting.filling.outcome_days import outcome_days
from thucydides.extracting.filling.story import GENERATION, story_years
from thucydides.grounding.numeric_dates import as_shown, orders
from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve
from thucydides.grounding.times.context import words
from thucydides.grounding.times.forms import Day, Form, Span, ToDate
from thucydides.grounding.times.needs import is_open
from thucydides.nouns import DateRange, Document

SOON = 3
"""Days behind the newest day it tells in full within which a report with bare weekdays is taken to have been written."""
NEAR = 2
"""Months about a day without a year within which a text must tell a month of its one year: "in March 2018" dates no fifth of November."""
TURN = 6
"""Months before the day last told from which a day without a year is rather of the next year: "In November 2022 ... On 3 January"."""
_YEARS = ("year", "years")
_YEAR = re.compile(r"\d{4}|\d\D\d{1,2}\D\d\d")
_SAYING = ("title", "heading", "infobox", "byline")


class Reckoning(Struct, frozen=True):
    """What a document's times are held against: its own date, else the one `year` and the `newest` whole day that its words give.

    `headed` are (start, year) of the headings that name one year, in order: what stands under one is of its year. `told` are (start, day)
    of the times that its words give whole, in order: where they are of several years, a day without a year is of that told last.
    `months` are the first days of all that they give as finely as a month or finer, of which no year alone is one: "since 2012" dates no
    news. `listed` are the stretches of a list whose heads give the year. `day_first` says by mark ("/") whether the day stands first in
    dates in numbers, where some of them show it. `by_month` are the months that it tells, where some of its days lack theirs. `story` are
    the years of days without one, by where they stand, that the run of the story gives.
    """

    published: DateRange | None
    year: int | None = None
    newest: date | None = None
    headed: tuple[tuple[int, int], ...] = ()
    told: tuple[tuple[int, date], ...] = ()
    listed: tuple[Listed, ...] = ()
    months: tuple[date, ...] = ()
    day_first: tuple[tuple[str, bool], ...] = ()
    by_month: tuple[MonthTold, ...] = ()
    story: Mapping[int, int] = {}

    def when(self, time: TimeExpression, incident: DateRange | None = None) -> DateRange | None:
        """The days of a time of this document, `incident` the date of the incident last told."""
        year = self.story.get(time.start) if is_open(time.form) else None
        if year is not None:
            dated = resolve(time, Anchor(document=_of_year(year, time.form), incident=incident))
            return replace(dated, basis="text", rule="date.story") if dated is not None else None
        return self._plain(time, incident)

    def _plain(self, time: TimeExpression, incident: DateRange | None = None) -> DateRange | None:
        """The same, whatever story the times of the text tell together."""
        by_month = of_month(self.by_month, time, self.published)
        if by_month is not None:
            found = self.when(by_month, incident)
            return replace(found, wording=time.wording, rule="date.day-of-month") if found is not None else None
        told = month_meant(self.by_month, time)
        if told is not None and (within := self.when(told)) is not None and within.earliest is not None:
            found = resolve(time, Anchor(document=_at_end(within, time.form), incident=incident))
            return replace(found, basis="text", rule="date.the-month") if found is not None else None
        by_list = held(self.listed, time)
        if by_list is not None:
            dated = resolve(time, Anchor(document=by_list, incident=incident))
            return replace(dated, basis=by_list.basis, rule="date.listed") if dated is not None else None
        found = resolve(time, Anchor(document=self.published, incident=incident))
        if self.published is not None and self.told and is_open(time.form) and (then := self._retold(time, found, incident)) is not None:
            return then
        if found is not None and found.alternatives and (shown := as_shown(found, self.day_first)) is not None:
            return shown
        known = self.published is not None and self.published.earliest is not None
        if known or found is None or found.earliest is not None or found.latest is not None:
            return found
        if found.edtf.startswith("XXXX-") and found.edtf[5:7].isdigit():
            headed = next((y for start, y in reversed(self.headed) if start <= time.start), None)
            month = int(found.edtf[5:7])
            before = self._told_before(time.start, month)
            titled = before if before is not None and self.year is not None and self._ahead(self.year, month) else self.year
            year = headed or titled or self._told_near(month) or before
            if year is None:
                return found
            dated = resolve(time, Anchor(document=_of_year(year, time.form), incident=incident))
            return replace(dated, basis="text", rule="date.year-told") if dated is not None else found
        if self.newest is not None and time.relative_to == "document":
            written = DateRange("", self.newest, self.newest + timedelta(days=SOON))
            near = resolve(time, Anchor(document=written, incident=incident))
            return replace(near, basis="text", rule="date.near-told") if near is not None else found
        return found

    def _retold(self, time: TimeExpression, found: DateRange | None, incident: DateRange | None) -> DateRange | None:
        """A day without its year in a page that has grown since it was first put out: of the year of the whole day told last."""
        year = self._told_before(time.start, found.earliest.month) if found is not None and found.earliest is not None else None
        if year is None or found is None or found.earliest is None or year >= found.earliest.year:
            return None
        dated = resolve(time, Anchor(document=_of_year(year, time.form), incident=incident))
        return replace(dated, basis="text", rule="date.year-told") if dated is not None else None

    def _ahead(self, year: int, month: int) -> bool:
        """Whether a month of the year that the title names is ahead of all days that a text of several years tells whole: "what the report
        of January 2024 says" tells of June 2023."""
        newest = max((day for _, day in self.told), default=None)
        return newest is not None and (year, month) > (newest.year, newest.month)

    def _told_near(self, month: int) -> int | None:
        """The year of a month by those that the text gives whole, all of one year: several of them, or one near (rule `date.year-told`)."""
        if len({told.year for told in self.months}) != 1:
            return None
        if len({told.month for told in self.months}) > 1:
            return self.months[0].year
        near = {(12 * told.year + told.month - month + 6) // 12 for told in self.months if (told.month - month + NEAR) % 12 <= 2 * NEAR}
        return next(iter(near)) if len(near) == 1 else None

    def _told_before(self, start: int, month: int) -> int | None:
        """The year of a month that is told behind the days that a text gives whole (rule `date.year-told`); None where there is none."""
        last = next((day for begin, day in reversed(self.told) if begin < start), None)
        return None if last is None else last.year + (last.month - month >= TURN)


def _of_year(year: int, form: Form) -> DateRange:
    """What a time of a year is held against: its last day, and for days the one before, as a report may be a day behind what it tells."""
    day = date(year, 12, 30 if isinstance(form, Day | Span) else 31)
    return DateRange(day.isoformat(), day, day)


def _at_end(month: DateRange, form: Form) -> DateRange:
    """The day of a month told from which "later in the month" runs, its first where it is told whole, and to which "earlier" does."""
    day = month.earliest if isinstance(form, ToDate) and form.sign > 0 else month.latest
    return replace(month, earliest=day, latest=day)


def reckoning(document: Document) -> Reckoning:
    """What the times of a document are held against (rules `date.year-told`, `date.near-told`, `date.listed`, `date.story`)."""
    found = replace(_reckoned(document), by_month=months_told(document))
    years = story_years(document, find_times(document.text), found.when, lambda time: settled(found.listed, time.start))
    return replace(found, story=years)


def _reckoned(document: Document) -> Reckoning:
    if document.published is not None and document.published.earliest is not None:
        by_list = listed(document, document.published.latest)
        grown = _whole_days(document.text) if document.published.rule == "published.updated" else ()
        return Reckoning(document.published, told=grown, listed=by_list, day_first=orders(document.text))
    heads = [document.text[b.start : b.end] for b in document.blocks if b.kind in _SAYING]
    headings = [(b.start, _one_year(document.text[b.start : b.end])) for b in document.blocks if b.kind == "heading"]
    fine = [(time.start, d) for time, d in _whole_times(document.text) if d.precision not in _YEARS and d.latest is not None]
    outcomes = outcome_days(document.text, find_times(document.text))
    told = tuple((start, d.latest) for start, d in fine if d.latest is not None and start not in outcomes)
    told = _back_from_recalls(document, told)
    several = len({day.year for _, day in told}) > 1
    return Reckoning(
        document.published, _titled(document.title or "") or _one_year("\n".join(heads)), _newest(document.text),
        tuple((s, y) for s, y in headings if y is not None),
        told if several else (), listed(document, None), tuple(d.earliest for _, d in fine if d.earliest is not None),
        orders(document.text),
    )  # fmt: skip


def _back_from_recalls(document: Document, told: tuple[tuple[int, date], ...]) -> tuple[tuple[int, date], ...]:
    """The days told whole, one of a generation before that told last for its own paragraph alone: behind it that holds again."""
    result: list[tuple[int, date]] = []
    for n, (start, day) in enumerate(told):
        result.append((start, day))
        end = next((b.end for b in document.blocks if b.start <= start < b.end), start)
        inside = n + 1 < len(told) and told[n + 1][0] < end
        before = next((d for s, d in reversed(told[:n]) if d.year - day.year >= GENERATION), None)
        if before is not None and not inside:
            result.append((end, before))
    return tuple(result)


def _titled(title: str) -> int | None:
    """The one year of which a title says that it tells: "Rising in Ogaden (2007)", "Timeline of the siege, 1992", "2023 clashes in Laas";
    "2000 people flee" says none, nor "2021-2023 insurgency"."""
    behind = _TITLED.search(title)
    if behind is None and (before := _HEADED.match(title)) is not None and before[2].lower() not in words("counted"):
        behind = before
    return int(behind[1]) if behind is not None else _one_year(title)


_HEADED = re.compile(r"\W*((?:19|20)\d\d)\s+([^\W\d]\w+)")
_TITLED = re.compile(r"[,(]\s*((?:19|20)\d\d)\)?\s*$")


def _whole_times(text: str) -> list[tuple[TimeExpression, DateRange]]:
    """The times of a text that need nothing but their own words, a year written among them, with their days."""
    times = (t for t in find_times(text) if t.relative_to == "nothing" and t.lean != "future" and _YEAR.search(text, t.start, t.end))
    return [(time, d) for time in times if (d := resolve(time, Anchor())) is not None and d.earliest is not None]


def _whole_days(text: str) -> tuple[tuple[int, date], ...]:
    """The days and months that a text gives whole, with where they stand."""
    fine = ((t.start, d) for t, d in _whole_times(text) if d.precision not in _YEARS)
    return tuple((start, d.latest) for start, d in fine if d.latest is not None)


def _whole(text: str) -> list[DateRange]:
    """The days of the times of a text that need nothing but their own words."""
    return [d for _, d in _whole_times(text)]


def _one_year(text: str) -> int | None:
    """The year that all whole dates of a text lie in, those that are open ("since 2013") left out, None where there are several or none."""
    ended = (found for found in _whole(text) if found.latest is not None)
    years = {d.year for found in ended for d in (found.earliest, found.latest) if d is not None}
    return next(iter(years)) if len(years) == 1 else None


def _newest(text: str) -> date | None:
    """The newest day that a text tells in full, None where it tells of a later month or year besides: then it is no news of that day."""
    told = _whole(text)
    day = max((d.latest for d in told if d.precision == "day" and d.latest is not None), default=None)
    later = day is not None and any(d.earliest is not None and d.earliest > day + timedelta(days=SOON) for d in told)
    return None if later else day
