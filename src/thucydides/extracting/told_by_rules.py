"""Told by rules: what the rules alone read out of a report, from sorted sentences to numbered mentions.

Invariant: every mention rests on sentences of the one report; a deed is told of once.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.aggregates.compared import with_compared
from thucydides.extracting.aggregates.headed import with_headings
from thucydides.extracting.aggregates.since_told import with_days_told
from thucydides.extracting.doubt import without_doubtful
from thucydides.extracting.drafting.dating import dated
from thucydides.extracting.drafting.developing import developments_of
from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.drafting.gathering import gather
from thucydides.extracting.drafting.holding import by_nature, holds, only_after
from thucydides.extracting.drafting.joining import CHRONICLE
from thucydides.extracting.drafting.ties import main_of
from thucydides.extracting.filling.country import with_countries
from thucydides.extracting.filling.deed_date import lead_of
from thucydides.extracting.foreign_takers import with_foreign_takers
from thucydides.extracting.kinds.acts import find_acts
from thucydides.extracting.mentions import mention, newest_day, numbered
from thucydides.extracting.page_means import with_page_means
from thucydides.extracting.page_protests import with_page_protests
from thucydides.extracting.page_takers import with_page_takers
from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.retold.apart import distinct
from thucydides.extracting.retold.joining import told_once
from thucydides.extracting.sorting import sort_out
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Aggregate, Document, Mention


class Told(Struct, frozen=True):
    """What the rules read out of a report: its tellings, its incidents and acts, and its counts over several incidents."""

    tellings: list[Telling]
    incidents: list[Mention]
    acts: list[Mention]
    counts: list[Aggregate]


def told_by_rules(document: Document, paragraphs: list[Paragraph], around: Surroundings) -> Told:
    """The incidents, acts and counts of a report as the rules read them, sentence by sentence."""
    found = sort_out(document, paragraphs, around)
    drafts, made, newest = _deeds(document, found.tellings, around)
    listed = [Draft(dated(row, around.reckoning)) for row in found.rows]
    made += [mention(document, d, None, around, False) for d in listed]
    developed = developments_of(document, paragraphs, around)
    made += [replace(mention(document, d, newest, around, False), kind="act") for d in developed]
    deeds = [*drafts, *listed]
    made = numbered(document, [*deeds, *developed], made)
    incidents = list(distinct(document, deeds, made[: len(deeds)]))
    acts = list(with_countries(made[len(deeds) :], around))
    told = {m.passages[0] for m in (*incidents, *acts)}
    acts += [act for paragraph in paragraphs for act in find_acts(document, paragraph, around) if act.passages[0] not in told]
    counts = with_headings(document, with_days_told(found.counts, around), around)
    return Told(found.tellings, incidents, acts, [*with_compared(document, counts)])


def _deeds(
    document: Document, tellings: list[Telling], around: Surroundings
) -> tuple[list[Draft], list[Mention], date | None]:
    """The deeds gathered from the text of a report, each once, their mentions, and the newest day told."""
    drafts = gather(document, tellings, _usable, around.reckoning, around.times)
    drafts = drafts or gather(document, tellings, _usable_caption, around.reckoning, around.times)
    newest = newest_day(drafts) if len(drafts) <= CHRONICLE else None
    main, lead = main_of(drafts), lead_of(document, drafts)

    def made_of(draft: Draft, among: Sequence[Draft]) -> Mention:
        return mention(document, draft, newest, around, draft is main, _elsewhere(among, draft), lead)

    drafts, made = _standing(document, drafts, [made_of(d, drafts) for d in drafts], main)
    drafts, made = told_once(document, drafts, made, partial(made_of, among=drafts))
    made = with_page_protests(tellings, drafts, with_page_means(tellings, drafts, made))
    made = with_foreign_takers(drafts, with_page_takers(made))
    drafts, made = without_doubtful(document, drafts, made)
    return drafts, made, newest


def _standing(
    document: Document, drafts: list[Draft], made: list[Mention], main: Draft | None
) -> tuple[list[Draft], list[Mention]]:
    """The deeds, and their mentions, of which a report tells enough to be looked up; a report's only deed always is."""
    if len(drafts) <= 1:
        return drafts, made
    kept = [
        (d, m)
        for d, m in zip(drafts, made, strict=True)
        if holds(document, m, d is main) and (d is main or not (by_nature(document, d) or only_after(d)))
    ]
    return [d for d, _ in kept], [m for _, m in kept]


def _usable(telling: Telling) -> bool:
    """Whether a telling may be of an incident: it is no caption, which may be of any day, and tells of a deed."""
    return telling.kind != "caption" and not telling.general


def _usable_caption(telling: Telling) -> bool:
    """The same of a report that tells of its deed below its pictures alone (rule `extract.captions`)."""
    return not telling.general and (telling.kind != "caption" or telling.time is not None)


def _elsewhere(drafts: Sequence[Draft], draft: Draft) -> frozenset[str]:
    """The gazetteer ids of the places where the other incidents of a document are said to have been, of days of their own."""
    others = [i for d in drafts if d is not draft and d.firm and draft.firm for i in d.items]
    said = [i.at.place for i in others if i.at is not None and i.at in i.telling.places]
    return frozenset(p.gazetteer_id for p in said if p is not None and p.gazetteer_id is not None)
