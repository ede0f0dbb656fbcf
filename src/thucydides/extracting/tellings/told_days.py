"""Told days: which of a sentence's times are of its deed, and which of a statement, of a finding or of what came after.

Invariant: a time is only left out or passed on, never made.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.filling.days_beside import clause_of, cue
from thucydides.extracting.filling.seats import is_seat
from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.charged import of_charge
from thucydides.extracting.tellings.deed_days import LIKELY, STATEMENT, likelihood, weighed
from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.late_deaths import dies_later, dies_of_those
from thucydides.extracting.tellings.other_days import alleged_then, of_count, of_source, stated
from thucydides.extracting.tellings.saying import led_by_saying
from thucydides.extracting.tellings.seeing import seen_on
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import DatedBy
from thucydides.extracting.tellings.told_of_somebody import of_somebody
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Calendar, Day, DayOfMonth, Overnight, Weekday
from thucydides.grounding.times.forms import Span as Days
from thucydides.nouns import DateRange, PlaceRef
from thucydides.vocabulary import mapping


def carried(
    groups: list[tuple[set[int], TimeExpression | None]], places: list[PlaceRef], around: Surroundings, before: tuple[int, int]
) -> tuple[list[tuple[set[int], TimeExpression | None]], list[PlaceRef]]:
    """Date and place of the sentence before, where it tells of no deed itself and this one has none ("Three men crossed the border
    on 24 December. Five people were killed in the firefight that followed.")."""
    if groups and all(time is None or (len(groups) == 1 and only_night(time)) for _, time in groups):
        text = around.document.text
        days = [t for t in around.times_in(*before) if not t.window and t.lean != "future" and not led_by_saying(text, before[0], t.start)]
        days = [t for t in days if not _of_what_followed(text, before, t)]
        groups = [(words, days[0] if days else time) for words, time in groups]
    if not any(p.role in ("at", "near", "between") for p in places):
        told = (p for p in around.places_in(*before) if p.role in ("at", "near", "to") and not is_seat(p, around.document.text))
        places = [*places, *told]
    return groups, places


def _of_what_followed(text: str, span: tuple[int, int], time: TimeExpression) -> bool:
    """Whether a day is of what came after a deed: "The suspect handed himself in on Monday. He had been shot in the hand."."""
    first, last = clause_of(text, *span, time.start, time.end)
    clause = text[first:last]
    return cue("followed").search(clause) is not None and cue("happened").search(clause) is None


def only_night(time: TimeExpression) -> bool:
    """Whether a time is "overnight" of no day that it names."""
    return isinstance(time.form, Overnight) and time.form.of is None


def heads_entry(sentence: Span, times: Sequence[TimeExpression]) -> bool:
    """Whether a sentence without a verb at the head of its block gives the day of what the block tells: "Mon 5 May, Tak Bai."
    (rule `extract.headed-entry`)."""
    if sentence.start_char or any(t.pos_ in ("VERB", "AUX") for t in sentence):
        return False
    return any(isinstance(t.form, Day | DayOfMonth | Days) and not t.window for t in times)


def filed_there(around: Surroundings, span: tuple[int, int]) -> bool:
    """Whether the characters of `span` open a report with the place and the day on which it was filed: "Sana'a, 10 August 2018." """
    document = around.document
    filed = document.published is not None and document.published.rule in ("published.newswire", "published.dateline")
    first = next((b.start for b in document.blocks if b.kind == "paragraph"), -1)
    days = [around.reckoning.when(t) for t in around.times_in(*span)]
    return filed and span[0] == first and all(d is not None and d.edtf == document.published.edtf for d in days if document.published)


_APPOSED = re.compile(r"\s*(?:to the (?:day|week|month|year))?,?\s*(?:on\s+)?")


_PRAYERS = re.compile(r"\s+(?:prayers?|sermons?|services?|mass|market)\s+(?:on|of)\s+(?:the\s+)?")
"""What stands between a weekday and the day that it is."""
_YEARS_AGO = re.compile(r"\byears?\s+ago$", re.IGNORECASE)


def finest(times: list[TimeExpression], around: Surroundings) -> list[TimeExpression]:
    """The times of a sentence without those that the next one makes finer or says in full: "earlier this month, on April 17"; of "ten
    years ago today" the years count, for today is only the day of the year."""
    kept = []
    for number, time in enumerate(times):
        last = times[number - 1] if number else None
        if last is not None and _YEARS_AGO.search(last.wording) and _APPOSED.fullmatch(around.document.text, last.end, time.start):
            continue
        then = times[number + 1] if number + 1 < len(times) else None
        if then is not None and _of_its_weekday(time, then, around) is not then:
            continue
        time = _of_its_weekday(last, time, around) if last is not None else time
        if then is not None and not _YEARS_AGO.search(time.wording) and _APPOSED.fullmatch(around.document.text, time.end, then.start):
            wide, fine = around.reckoning.when(time), around.reckoning.when(then)
            if wide is not None and fine is not None and days_wide(wide) > days_wide(fine) and fine.precision == "day":
                continue
        if then is not None and (_told_again(time, then, around.document.text) or _dated_by(time, then, around.document.text)):
            continue
        if last is not None and _takes_up(time, last):
            continue
        kept.append(time)
    return kept


_THEN_ON = re.compile(r"(?:\s[^,;:.]{1,60})?,\s(?:(?:on|at|in|early|late)\s+){0,2}", re.IGNORECASE)
"""From an offset, over what it is counted from, to the day that it comes to."""


def _told_again(offset: TimeExpression, day: TimeExpression, text: str) -> bool:
    """Whether a day says in full when an offset from another deed was: "two days after the ambush, on 12 May 2024"."""
    whole = isinstance(day.form, Day) and day.relative_to != "incident"
    return whole and offset.relative_to == "incident" and _THEN_ON.fullmatch(text, offset.end, day.start) is not None


_TOOK_PLACE = re.compile(r"\s+(?:took place|happened|occurred)\b[^.;:]{0,80}\bon\s+", re.IGNORECASE)


def _dated_by(wide: TimeExpression, day: TimeExpression, text: str) -> bool:
    """Whether a deed known by its week has its day told: "the first attack last week took place at Gao on 3 June"."""
    return isinstance(day.form, Day) and isinstance(wide.form, Calendar) and _TOOK_PLACE.fullmatch(text, wide.end, day.start) is not None


def _takes_up(time: TimeExpression, day: TimeExpression) -> bool:
    """Whether a time takes up the day told before it in the sentence: "on 28 August rebels took the town and killed a guard that night"."""
    same = isinstance(time.form, Calendar) and time.form.base == "incident" and time.form.unit == "day" and time.form.offset == 0
    return same and isinstance(day.form, Day) and not day.window


def _of_its_weekday(weekday: TimeExpression, day: TimeExpression, around: Surroundings) -> TimeExpression:
    """A day of a month with the weekday told before it, where only prayers or a market stand between ("after Friday prayers on 18 March");
    else as it is."""
    if not (isinstance(weekday.form, Weekday) and isinstance(day.form, Day) and day.form.weekday is None):
        return day
    told = _PRAYERS.fullmatch(around.document.text, weekday.end, day.start) is not None
    return replace(day, form=replace(day.form, weekday=weekday.form.weekday)) if told else day


def of_one_toll(
    groups: list[tuple[set[int], TimeExpression | None]], around: Surroundings
) -> tuple[set[int], TimeExpression | None]:
    """The deeds of a sentence with a running toll as one, of the earliest day: who died last died of it ("has risen to 34 after a
    patient died on Friday")."""
    found = [(day, time) for _, time in groups if time is not None and (day := around.reckoning.when(time)) and day.earliest]
    dated = [(day.earliest, time) for day, time in found if not any(_holds(day, other) for other, _ in found)]
    first = min(dated, key=lambda d: d[0] or date.max)[1] if dated else next((time for _, time in groups if time is not None), None)
    return set().union(*(nodes for nodes, _ in groups)), first


def _holds(longer: DateRange, day: DateRange) -> bool:
    """Whether a longer time holds a finer one told with it: "died on Saturday, bringing the number killed in July to 66"."""
    ends = longer.earliest, longer.latest, day.earliest, day.latest
    if any(end is None for end in ends) or days_wide(longer) <= days_wide(day):
        return False
    return ends[0] <= ends[2] and ends[3] <= ends[1]  # type: ignore[operator]


def doubted_days(
    sentence: Span, triggers: list[Trigger], harms: list[Harm], times: list[TimeExpression], around: Surroundings, shift: int
) -> dict[int, DatedBy]:
    """Where the days start that are hardly the deed's own, with what else they date: a statement, or an arrest, a trial, a funeral."""
    if dies_later(sentence, triggers, harms):
        return dict.fromkeys((t.start for t in times), "aftermath")
    families = {h.cue: "harm" for h in harms} | {t.head: t.family for t in triggers}
    text = around.document.text
    posted: dict[int, DatedBy] = {t.start: "statement" for t in times if _POSTED.search(text, max(0, t.start - _BEFORE), t.start)}
    if set(families.values()) == {"arrest"}:
        return posted
    found = [*weighed(sentence, times, families, around.document.published, shift)]
    doubted: dict[int, DatedBy] = {
        time.start: "statement" if STATEMENT & set(evidence) else "aftermath"
        for time, _, evidence in found
        if likelihood(evidence) < LIKELY
    }
    doubted |= {t.start: "aftermath" for t in times if dies_of_those(sentence, t.start - shift)}
    doubted |= {t.start: "aftermath" for t in times if of_charge(sentence, t.start - shift, families)}
    doubted |= {t.start: "aftermath" for t in times if seen_on(sentence, t.start - shift, families)}
    doubted |= {t.start: "aftermath" for t in times if _COUNTED_THEN.search(text, max(0, t.start - _BEFORE), t.start)}
    then = {t.start for t in times if alleged_then(sentence, t, families, shift)}
    doubted = {start: by for start, by in doubted.items() if start not in then and not _took_place(sentence, start - shift, families)}
    doubted |= {t.start: "statement" for t in times if stated(sentence, t, text, shift) or of_count(sentence, t, shift)}
    passed: dict[int, DatedBy] = {t.start: "statement" for t in times if of_somebody(sentence, t.start - shift, families)}
    passed |= {t.start: "statement" for t in times if of_source(sentence, t.start - shift)}
    doubted = passed | doubted
    doubted |= posted
    days = {time.start: day.earliest for time, day, _ in found if day.earliest is not None}
    if len(set(days.values())) > 1 and doubted.keys() >= days.keys():
        del doubted[min(days, key=lambda start: (days[start], start))]  # rule `date.earliest-told`: what came after the deed came later
    return doubted


def _took_place(sentence: Span, start: int, families: Collection[int]) -> bool:
    """Whether a day is that on which a deed is said to have been: "the first attack of the week took place in Gao on 3 June"."""
    token = token_starting(sentence, start)
    while token is not None and token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    befalling = mapping("triggers")["befalling"]
    verbs = {"take", *befalling["about"], *befalling["shaking"]}
    been = token is not None and bool({token.lemma_.lower(), token.lower_} & verbs)
    return been and token is not None and any(c.i in families and c.dep_ == "nsubj" for c in token.children)


_BEFORE = 24
_POSTED = re.compile(r"\(@\w{1,30}\)\s*$")
"""What makes a day that of a post put into a report, by its author's handle (rule `date.posted`): "— A. Haddad (@ahaddad) May 3, 2024"."""
_COUNTED_THEN = re.compile(r"\bas (?:of|at)\s+(?:(?:early|late|last|this|noon|midday|midnight)\s+(?:on\s+)?)?$", re.IGNORECASE)
"""What makes a day that of a count, which goes on after the deed (rule `date.counted-then`): "the toll stood at 23 as of 4 March"."""
