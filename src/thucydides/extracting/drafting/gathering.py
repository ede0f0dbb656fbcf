"""Gathering: the tellings of one document put together into its incidents, by what may and may not be one occurrence.

Invariants: tellings with dates or places that cannot both hold never share a draft; every decision comes from the text of this document
alone, in reading order, so the same text gives the same drafts.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from thucydides.extracting.drafting.clashes import dates_clash
from thucydides.extracting.drafting.dating import beside_another, dated, from_incident, in_course, in_paragraph, of_its_paragraph
from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.drafting.elliptic import behind_town
from thucydides.extracting.drafting.fitting import IMPOSSIBLE, THRESHOLD, affinity, days_fit, is_new
from thucydides.extracting.drafting.joining import joined, on_what_followed
from thucydides.extracting.drafting.of_news import COARSE, FAR_BACK
from thucydides.extracting.drafting.onsets import begun as begin
from thucydides.extracting.drafting.onsets import tells_onset
from thucydides.extracting.drafting.opening import (
    counted_alone,
    counted_next,
    counts_again,
    ensues,
    goes_on,
    is_later,
    opens_with_next,
    says_who,
)
from thucydides.extracting.drafting.own_deeds import OWN_DEED, own_deed
from thucydides.extracting.drafting.placing import same_place, town_spoken_of, without_far_place
from thucydides.extracting.drafting.standing import refers_to_many, specific
from thucydides.extracting.drafting.ties import in_one_breath, names_no_deed, only_takes_up, takes_up, tells_of_many, tied
from thucydides.extracting.drafting.told_before import told_before
from thucydides.extracting.drafting.under_heads import under_heads
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.filling.unsaid import tells_of_aftermath
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import DateRange, Document, PlaceRef


def gather(
    document: Document,
    tellings: list[Telling],
    usable: Callable[[Telling], bool],
    anchor: Reckoning,
    times: Sequence[TimeExpression] = (),
    strict: bool = False,
) -> list[Draft]:
    """The incidents of one document: each telling joins the draft it fits best, opens one where it is specific, or is left out.

    `times` are all times that the document names, in order. Where they are many, a telling joins only a draft that it is tied to.
    """
    drafts: list[Draft] = []
    current: Draft | None = None
    begun: Draft | None = None
    passing: Draft | None = None
    last: PlaceRef | None = None
    said: Dated | None = None
    told_on = document.published.latest if document.published is not None else None
    heads = under_heads(document, anchor)
    begun_under: set[int] = set()
    for position, telling in enumerate(tellings):
        if position and current is not None and _section(heads.headings, telling) != _section(heads.headings, tellings[position - 1]):
            current = None  # rule `extract.section`: a heading takes up nothing of what was told last under the one before
        item = dated(telling, anchor, told_before(document, telling, anchor, times, current), _just_told(current, telling))
        if current is not None and current.date is not None and not current.firm and from_incident(item):
            item = Dated(
                replace(telling, dated_by=current.items[0].telling.dated_by or "statement"), item.date, item.at, item.launched
            )
        told_until = current.items[-1].telling.end if current is not None else None
        town = (town_spoken_of(tellings[position - 1], telling) if position else None) or last
        if item.at is None and town is not None and same_place(document, telling, town, told_until):
            item = Dated(telling, item.date, town, item.launched)
        last = item.at or last
        follows = said is not None and said.telling.paragraph == telling.paragraph and item.date is None and not takes_up(item)
        other = said.date if said is not None and follows else None
        said = item if item.firm and not telling.answered else said if item.date is None or telling.answered else None
        alone = counted_alone(document, item, tellings[position + 1 :]) or counted_next(item, tellings[position + 1 :])
        if (not usable(telling) and not alone) or refers_to_many(item):
            continue
        head = heads.above(telling)
        if head is not None and head not in begun_under:
            begun_under.add(head)
            item = heads.with_day(item, head, first=True)
        if drafts and not telling.triggers and telling.harms and all(h.given for h in telling.harms):
            if current is not None:
                current.add(Dated(telling, None, None, None))  # a number put beside others counts the incident last told
            continue
        if begun is not None and goes_on(begun.items[0], item):
            begun.add(item)
            drafts.append(begun)
            current, begun = begun, None
            continue
        if strict and begun is not None and not specific(item) and tied(begun, item):
            begun.add(item)
            continue
        if current is not None and tells_onset(document, current, item):
            begin(current, item)
            passing, begun = current, None
            continue
        into = begun or passing
        if into is not None and ensues(document, telling):
            drafts += [into] if into is begun else []
            into.add(item)
            current, begun = into, None
            continue
        apart = current is not None and other is not None and dates_clash(current.within, other)
        more = current is not None and not apart and not is_new(telling)
        more = more and current is not None and (names_no_deed(current, item, drafts) or says_who(document, telling))
        again = current is not None and counts_again(document, telling)
        if current is not None and (again or (more and affinity(current, item, True, False, told_on) > IMPOSSIBLE)):
            current.add(item)
            passing, begun = current, None
            continue
        later = current if is_later(telling) else None
        fit = [(i, d) for i, d in enumerate(drafts) if d is not later and days_fit(d, item) and (not strict or tied(d, item))]
        fit = [(i, d) for i, d in fit if head is None or item.date is not None or heads.allows(d, head)]
        fit = [(i, d) for i, d in fit if other is None or not dates_clash(d.within, other)]
        fit = [(i, d) for i, d in fit if not (strict and _counts_under_another(d, item, heads.headings))]
        breath = strict and current is not None and current is not later and in_one_breath(current, item)
        if breath:
            fit = [(i, d) for i, d in fit if d is current] or fit
        scored = [(affinity(d, item, d is current, d is drafts[0], told_on), -i) for i, d in fit]
        best = max(scored, default=None)
        open_new = (
            (specific(item) and not (strict and only_takes_up(item)))
            or opens_with_next(item, tellings[position + 1 : position + 2])
            or alone
        )
        bar = 2.0 if open_new and item.firm and current is not None and current.firm else 1.2 if open_new else 0.0
        if open_new and best is not None and not breath and own_deed(drafts[-best[1]], item, strict):
            bar = OWN_DEED
        told_of = current
        if best is not None and best[0] > THRESHOLD + bar:
            current = drafts[-best[1]]
            current.add(without_far_place(current, item))
        elif open_new:
            item = heads.with_day(item, head) if head is not None else item
            untold = said is not None and not any(i.telling.start == said.telling.start for d in drafts for i in d.items)
            item = of_its_paragraph(item, said) if untold and other is not None and said is not None else item
            item = beside_another(item, told_of, told_on) if is_new(telling) or _of_its_entry(told_of, telling) else item
            item = in_paragraph(document, item, anchor, times)
            current = Draft(in_course(item, anchor, times) if strict and not tells_of_aftermath(document) else item)
            drafts.append(current)
        elif (behind := behind_town(document, item, tellings[:position], last, anchor, times)) is not None:
            current = Draft(behind)
            drafts.append(current)
        elif item.firm and item.date is not None and item.date.precision == "day":
            begun = Draft(item)  # rule `extract.entry`: told at too little length, until the next sentences count its harm
            continue
        passing = current
        begun = None
        beside = telling.aside or (told_of is not None and told_of.items[-1].telling.order == telling.order)
        if told_of is None or current is None:
            continue
        if telling.answered or (beside and (_long_before(current, told_of) or _dates_it(current, told_of))):
            passing = told_of if telling.answered else passing
            current = told_of  # rule `extract.aside`: what somebody once did is not what the next sentence goes on with
    if not strict and tells_of_many(drafts):
        return gather(document, tellings, usable, anchor, times, strict=True)
    followed = tells_of_aftermath(document) and on_what_followed(document.title or "")
    return joined(drafts, tied if strict else None, followed)


def _long_before(draft: Draft, other: Draft) -> bool:
    """Whether a draft is of days long before those of another."""
    mine, its = draft.within, other.within
    if its is None and mine is not None:
        return mine.precision in COARSE  # what a report tells without a date is its news
    if mine is None or its is None or mine.latest is None or its.earliest is None:
        return False
    return its.earliest - mine.latest > FAR_BACK


def _dates_it(draft: Draft, other: Draft) -> bool:
    """Whether a deed only dates another of its sentence: "a bomb killed nine on Sunday, days after troops retook the town"."""
    last, told = draft.items[-1].telling, other.items[-1].telling
    mine, its = draft.within, other.within
    if len(draft.items) > 1 or last.order != told.order or last.cue[0] < told.cue[0]:
        return False
    return mine is not None and its is not None and mine.latest is not None and its.earliest is not None and mine.latest < its.earliest


def _of_its_entry(draft: Draft | None, telling: Telling) -> bool:
    """Whether a telling stands in the entry of a list in which the incident last told does, and so is of the entry's day."""
    return draft is not None and telling.entry is not None and all(d.telling.entry == telling.entry for d in draft.items)


def _counts_under_another(draft: Draft, item: Dated, headings: Sequence[int]) -> bool:
    """Whether a telling without a day or a place counts others than a draft does, and stands under another heading (rule
    `extract.section`)."""
    if not headings or item.date is not None or item.own_place is not None or takes_up(item) or not item.counts or not draft.anew:
        return False
    section = _section(headings, item.telling)
    return not item.counts & draft.anew and all(_section(headings, i.telling) != section for i in draft.items)


def _just_told(current: Draft | None, telling: Telling) -> DateRange | None:
    """The day of the deed told in the sentence before, where that says it itself."""
    near = current is not None and telling.order - current.items[-1].telling.order <= 1
    return current.told if current is not None and near and current.firm else None


def _section(sections: Sequence[int], telling: Telling) -> int:
    """How many headings stand above a telling."""
    return sum(start <= telling.start for start in sections)
