"""Sorting: the sentences of a report one after another, each put to what may tell of an incident or to the counts over several.

Invariant: no sentence is lost between the two: what is no telling of an incident is a count, is about a deed that nobody did, or is told as
planned, supposed or denied.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.aggregates.by_group import groups_of
from thucydides.extracting.aggregates.by_region import is_share, shares
from thucydides.extracting.aggregates.compared import without_compared
from thucydides.extracting.aggregates.days import day_counts
from thucydides.extracting.aggregates.just_told import of_just_told
from thucydides.extracting.aggregates.news import is_news
from thucydides.extracting.aggregates.of_many import counts_over_many
from thucydides.extracting.aggregates.recognising import is_aggregate
from thucydides.extracting.aggregates.rival_sums import against, rivals_of, stands_against
from thucydides.extracting.aggregates.single import at_fine_place, brings_up, speaks_of_one
from thucydides.extracting.aggregates.stating import aggregate, counts_somebody, only_wide, ordinal
from thucydides.extracting.aggregates.summing_up import sums_up
from thucydides.extracting.aggregates.tables import table_counts
from thucydides.extracting.aggregates.tallied import tallied
from thucydides.extracting.drafting.roundups import without_sums
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.forms.boxed import boxed
from thucydides.extracting.forms.counted_entries import counted_entries
from thucydides.extracting.forms.entries import with_entries
from thucydides.extracting.forms.headings import with_entry_places
from thucydides.extracting.forms.infobox import infobox_aggregates
from thucydides.extracting.forms.row_words import with_words
from thucydides.extracting.forms.tabled import tabled
from thucydides.extracting.kinds.mishaps import by_nobody
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.settings import goes_on, taken_up, with_settings
from thucydides.extracting.tellings.stretches import of_its_stretch
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tellings.tellings import tellings_of
from thucydides.nouns import Aggregate, Document
from thucydides.vocabulary import mapping

_UNTOLD = frozenset({"planned", "hypothetical", "denied"})


_LABELLED = re.compile(r":\s*\d[\d,]*\s*$")
"""The end of a line that stands alone and gives a number behind its label."""


class Sorted(Struct):
    """What a report tells, sorted: the tellings of incidents in its text, those of its tables' rows, the counts over several incidents, and
    the tellings that counts were made of."""

    tellings: list[Telling]
    rows: list[Telling]
    counts: list[Aggregate]
    counted: list[Telling]


class _Reading(Struct):
    """Where the reading of a report stands: what is sorted so far, the telling just passed, the last count over several incidents, and
    whether the sentence just read told shares of it."""

    found: Sorted
    passing: Telling | None = None
    before: Telling | None = None
    summed: Aggregate | None = None
    shared: bool = False


def sort_out(document: Document, paragraphs: list[Paragraph], around: Surroundings) -> Sorted:
    """The tellings and counts of a report; those of its days and round-ups are parted from their sums."""
    box = boxed(document, around, around.reckoning)
    rows = with_words([*tabled(document, around), *counted_entries(document, around)], paragraphs, around)
    columns = [*table_counts(document, around)]
    counts = [*(infobox_aggregates(document) if box is None else ()), *columns]
    found = Sorted([box] if box is not None else [], rows, counts, [])
    reading = _Reading(found)
    read = {row.start for row in rows} | {c.passage.start for c in columns}
    order = 0
    for number, paragraph in enumerate(paragraphs):
        if paragraph.block.kind == "heading" and _LABELLED.search(document.text, paragraph.block.start, paragraph.block.end):
            found.counts += tallied(document, paragraph, around, found.counts)
        if paragraph.block.kind in ("infobox", "heading") or paragraph.block.start in read:
            continue
        for telling in tellings_of(paragraph, number, order, around):
            order = max(order, telling.order)
            if not _untold(document, telling):
                _put(document, telling, reading, around)
        found.counts += tallied(document, paragraph, around, found.counts)
    return _without_sums(document, found, around)


def _put(document: Document, telling: Telling, reading: _Reading, around: Surroundings) -> None:
    """Put one telling to the incidents or to the counts, after what was told before it."""
    found, anchor = reading.found, around.reckoning
    before = reading.before if reading.passing is not None and reading.passing.start == telling.start else reading.passing
    telling = reading.passing = taken_up(telling, before)
    reading.before = before
    if telling.part and before in found.tellings and goes_on(telling, before):
        found.tellings.remove(before)  # "19 died on Sunday. Thirteen were killed in Omdurman, two in Nyala": the places are the deeds
        found.counts.append(aggregate(document, before, anchor))
    nth = ordinal(document, telling, anchor)
    if nth is not None:
        found.counts.append(nth)
        if not telling.harms:
            return
    if reading.summed is not None and stands_against(telling, found.counted[-1]):
        found.counts += against(reading.summed, telling)
    elif reading.summed is not None and is_share(telling, reading.summed, found.counted[-1], reading.shared):
        found.counts += shares(document, telling, reading.summed, anchor)
        reading.shared = True
        return
    elif is_aggregate(document, telling, anchor) and not _of_a_deed(document, telling, found, anchor):
        summed = aggregate(document, telling, anchor)
        if counts_somebody(document, summed, telling):
            reading.summed = summed
            own = without_compared(document, telling)
            found.counts += [summed, *rivals_of(summed, own), *groups_of(document, summed, own)]
        found.counted.append(telling)
    elif counts_over_many(document, telling, before) or sums_up(document, telling, found.tellings):
        found.counts.append(aggregate(document, telling, anchor))
        found.counted.append(telling)
    elif _only_window(telling):
        found.counts += [aggregate(document, telling, anchor)] if _counts_events(document, telling) else []
    else:
        wide = [h for h in telling.harms if h.wide]
        if wide and (at_fine_place(telling) or len(wide) < len(telling.harms) or speaks_of_one(telling)):
            found.counts.append(aggregate(document, only_wide(telling, around.times_in(telling.start, telling.end)), anchor))
            if telling.time is not None and len(wide) == len(telling.harms) and telling.time.start > wide[0].start:
                telling = replace(telling, time=None)  # "claimed the attack and said it had killed 68 men this month"
        found.tellings.append(of_its_stretch(telling, anchor))
    reading.shared = False


def _of_a_deed(document: Document, telling: Telling, found: Sorted, reckoning: Reckoning) -> bool:
    """Whether what looks like a count over many is of one deed, told in the title, by what it brings up or in the sentence before."""
    return is_news(telling, found.tellings, reckoning) or brings_up(document, telling) or of_just_told(document, telling, found.tellings)


def _without_sums(document: Document, found: Sorted, around: Surroundings) -> Sorted:
    """The same with places and days of headings and entries filled in, and the sums over a day or a round-up among the counts."""
    tellings = with_settings(with_entry_places(document, found.tellings, around), around)
    days = day_counts(document, tellings, around)
    taken = {(t.start, t.cue, t.part) for t in days}
    tellings = [t for t in tellings if (t.start, t.cue, t.part) not in taken]
    tellings, sums = without_sums(document, tellings, around.reckoning, [*found.counted, *days], around.times)
    counts = [*found.counts, *(aggregate(document, many, around.reckoning) for many in (*days, *sums) if many.kind != "title")]
    return Sorted(with_entries(document, tellings, around), found.rows, counts, found.counted)


def _untold(document: Document, telling: Telling) -> bool:
    """Whether a sentence tells of nothing that was done: it is planned, supposed or denied, or nobody did it."""
    text = document.text
    by_somebody = _by_somebody(text, telling)
    return telling.status in _UNTOLD or by_nobody(text[telling.start : telling.end], telling.triggers, by_somebody)


_BY = re.compile(r"\bby (?:the |an? )?$", re.IGNORECASE)
_BEFORE = 8


def _by_somebody(text: str, telling: Telling) -> bool:
    """Whether a sentence tells of a weapon or of a party that did what it tells."""
    named = any(_BY.search(text, max(0, a.start - _BEFORE), a.start) for a in telling.actors)
    return named or bool(telling.weapons) or "perpetrator" in telling.roles


def _only_window(telling: Telling) -> bool:
    """Whether a sentence only names deeds in the plural over a stretch of time, and tells of none by a verb."""
    return (
        bool(telling.windows)
        and telling.time is None
        and not telling.harms
        and bool(telling.triggers)
        and all(t.plural and t.noun for t in telling.triggers)
        and not (all(_days_on(w.wording) for w in telling.windows) and any(t.done for t in telling.triggers))
    )


def _days_on(wording: str) -> bool:
    """Whether words say how long what is told as done has gone on: "clashes raged for a third day", "for a fifth week"."""
    nth = any(word in mapping("numbers")["ordinals"] for word in wording.lower().split())
    return wording.endswith(_DAYS_ON) or (nth and wording.endswith(_WEEKS_ON))


_DAYS_ON = ("day", "night", "running", "row")
_WEEKS_ON = ("week", "month", "year")


def _counts_events(document: Document, telling: Telling) -> bool:
    from thucydides.extracting.aggregates.occurrences import incident_count

    return incident_count(document, telling) is not None
