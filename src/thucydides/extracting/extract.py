"""Extract: one document read from end to end into mentions, claims, aggregates, figures and citations.

Invariant: a pure function of the document and the program's own data; documents are parsed together for speed, never read together. Text in
capitals is read with its small letters restored, character by character.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from thucydides.extracting.aggregates.compared import with_compared
from thucydides.extracting.aggregates.days import day_counts
from thucydides.extracting.aggregates.headed import with_headings
from thucydides.extracting.aggregates.news import is_news
from thucydides.extracting.aggregates.recognising import is_aggregate
from thucydides.extracting.aggregates.rivals import against, rivals_of, stands_against
from thucydides.extracting.aggregates.single import at_fine_place
from thucydides.extracting.aggregates.stating import aggregate, joined, only_wide, ordinal
from thucydides.extracting.aggregates.tables import table_counts
from thucydides.extracting.aggregates.tallied import tallied
from thucydides.extracting.attributing.claims import claims_of
from thucydides.extracting.casing import readable
from thucydides.extracting.doubt import without_doubtful
from thucydides.extracting.drafting.dating import dated
from thucydides.extracting.drafting.developing import developments_of
from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.drafting.gathering import gather
from thucydides.extracting.drafting.holding import by_nature, holds, only_after
from thucydides.extracting.drafting.joining import CHRONICLE
from thucydides.extracting.drafting.roundups import without_sums
from thucydides.extracting.drafting.ties import main_of
from thucydides.extracting.figures import find_figures
from thucydides.extracting.filling.country import with_countries
from thucydides.extracting.filling.day_of_report import with_day_of_report
from thucydides.extracting.filling.deed_date import lead_of
from thucydides.extracting.forms.boxed import boxed
from thucydides.extracting.forms.brief import read_brief
from thucydides.extracting.forms.entries import with_entries
from thucydides.extracting.forms.headings import with_entry_places
from thucydides.extracting.forms.infobox import infobox_aggregates
from thucydides.extracting.forms.tabled import tabled
from thucydides.extracting.kinds.acts import find_acts
from thucydides.extracting.kinds.mishaps import by_nobody
from thucydides.extracting.mentions import mention, newest_day, numbered
from thucydides.extracting.named import enroll
from thucydides.extracting.page_means import with_page_means
from thucydides.extracting.parsing import Paragraph, is_brief, parse
from thucydides.extracting.retold.apart import distinct
from thucydides.extracting.retold.joining import told_once
from thucydides.extracting.tellings.settings import goes_on, taken_up, with_settings
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tellings.tellings import tellings_of
from thucydides.grounding.times import Anchor
from thucydides.nouns import Aggregate, Document, Extract, Mention

if TYPE_CHECKING:
    from thucydides.extracting.roles.taken import Layers

BATCH = 32
"""Documents parsed in one batch."""


def told_by_rules(
    document: Document, paragraphs: list[Paragraph], around: Surroundings
) -> tuple[list[Telling], list[Mention], list[Mention], list[Aggregate]]:
    """(tellings, incidents, acts, counts of many) of a document as the rules read them, sentence by sentence."""
    anchor = Anchor(document=document.published, incident=None)
    tellings: list[Telling] = []
    counts: list[Aggregate] = []
    counted: list[Telling] = []
    order = 0
    passing: Telling | None = None
    summed: Aggregate | None = None
    before: Telling | None = None
    box = boxed(document, around, around.reckoning)
    if box is not None:
        tellings.append(box)
    else:
        counts += infobox_aggregates(document)
    rows = [*tabled(document, around)]
    counts += (columns := [*table_counts(document, around)])
    read = {row.start for row in rows} | {c.passage.start for c in columns}
    for number, paragraph in enumerate(paragraphs):
        if paragraph.block.kind in ("infobox", "heading") or paragraph.block.start in read:
            continue
        for telling in tellings_of(paragraph, number, order, around):
            order = max(order, telling.order)
            if telling.status in ("planned", "hypothetical", "denied") or by_nobody(
                document.text[telling.start : telling.end], telling.triggers, _by_somebody(document.text, telling)
            ):
                continue
            before = before if passing is not None and passing.start == telling.start else passing
            telling = passing = taken_up(telling, before)
            if telling.part and before in tellings and goes_on(telling, before):
                tellings.remove(before)  # "19 died on Sunday. Thirteen were killed in Omdurman, two in Nyala": the places are the deeds
                counts.append(aggregate(document, before, anchor))
            third = ordinal(document, telling, anchor)
            if third is not None:
                counts.append(third)
                if not telling.harms:
                    continue
            if summed is not None and stands_against(telling, counted[-1]):
                counts += against(summed, telling)
            elif is_aggregate(document, telling, anchor) and not is_news(telling, tellings, anchor):
                summed = aggregate(document, telling, anchor)
                counts += [summed, *rivals_of(summed, telling)]
                counted.append(telling)
            elif _only_window(telling):
                counts += [aggregate(document, telling, anchor)] if _counts_events(document, telling) else []
            else:
                if any(h.wide for h in telling.harms) and (at_fine_place(telling) or not all(h.wide for h in telling.harms)):
                    counts.append(aggregate(document, only_wide(telling), anchor))
                tellings.append(telling)
        counts += tallied(document, paragraph, around, anchor, counts)
    tellings = with_settings(with_entry_places(document, tellings, around), around)
    days = day_counts(document, tellings, around)
    taken = {(t.start, t.cue, t.part) for t in days}
    tellings = [t for t in tellings if (t.start, t.cue, t.part) not in taken]
    tellings, sums = without_sums(document, tellings, around.reckoning, [*counted, *days], around.times)
    counts += [aggregate(document, many, anchor) for many in (*days, *sums) if many.kind != "title"]
    tellings = with_entries(document, tellings, around)
    drafts = gather(document, tellings, _usable, around.reckoning, around.times)
    drafts = drafts or gather(document, tellings, _usable_caption, around.reckoning, around.times)
    newest = newest_day(drafts) if len(drafts) <= CHRONICLE else None
    main = main_of(drafts)
    listed = [Draft(dated(row, around.reckoning)) for row in rows]
    lead = lead_of(document, drafts)
    made = [mention(document, d, newest, around, d is main, _elsewhere(drafts, d), lead) for d in drafts]
    if len(drafts) > 1:
        apart = [d is not main and (by_nature(document, d) or only_after(d)) for d in drafts]
        stand = [holds(document, m, d is main) and not a for d, m, a in zip(drafts, made, apart, strict=True)]
        drafts, made = [d for d, s in zip(drafts, stand, strict=True) if s], [m for m, s in zip(made, stand, strict=True) if s]
    drafts, made = told_once(document, drafts, made, lambda d: mention(document, d, newest, around, d is main, _elsewhere(drafts, d), lead))
    drafts, made = without_doubtful(document, drafts, with_page_means(tellings, drafts, made))
    made += [mention(document, d, None, around, False) for d in listed]
    developed = developments_of(document, paragraphs, around)
    made += [replace(mention(document, d, newest, around, False), kind="act") for d in developed]
    every = [*drafts, *listed]
    made = numbered(document, [*every, *developed], made)
    incidents, acts = list(distinct(document, every, made[: len(every)])), list(with_countries(made[len(every) :], around))
    told = {m.passages[0] for m in (*incidents, *acts)}
    acts += [act for paragraph in paragraphs for act in find_acts(document, paragraph, around) if act.passages[0] not in told]
    return tellings, incidents, acts, [*with_compared(document, with_headings(document, counts, around))]


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


def _read(document: Document, paragraphs: list[Paragraph], layers: "Layers") -> Extract:
    around = Surroundings(document)
    tellings, incidents, acts, counts = told_by_rules(document, paragraphs, around)
    mentions = [*incidents, *acts]
    if is_brief(document):
        mentions = read_brief(document, paragraphs, around, tellings, incidents, acts)
    incidents = list(enroll(document, paragraphs, tuple(m for m in mentions if m.kind == "incident"), around))
    if layers != "rules":
        from thucydides.extracting.roles.taken import bare, taken_in

        incidents = list(taken_in(document, paragraphs, incidents if layers == "both" else bare(incidents)))
    claims, citations = claims_of(document, paragraphs, incidents, around)
    mentions = [*with_countries(incidents, around), *(m for m in mentions if m.kind == "act")]
    found = Extract(
        document.id,
        tuple(sorted(mentions, key=lambda m: (m.passages[0].start, m.id))),
        claims,
        tuple(sorted(joined(counts), key=lambda a: (a.passage.start, a.id))),
        find_figures(document, around),
        citations,
    )
    return with_day_of_report(document, found)


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
    )


def _counts_events(document: Document, telling: Telling) -> bool:
    from thucydides.extracting.aggregates.occurrences import incident_count

    return incident_count(document, telling) is not None


def extract_documents(
    documents: Iterable[Document], layers: "Layers" = "rules", failed: Callable[[Document, Exception], None] | None = None
) -> Iterator[Extract]:
    """The extract of each document, in the order given, with parties by the rules or by the learned layer too."""
    stream = iter(documents)
    while batch := list(islice(stream, BATCH)):
        for document, paragraphs in parse(map(readable, batch)):
            try:
                found = _read(document, paragraphs, layers)
            except Exception as error:
                if failed is None:
                    raise
                failed(document, error)
                found = Extract(document.id)
            yield found
