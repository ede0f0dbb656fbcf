"""Mentions: the drafts of a document as finished mentions, every value with its passage.

Invariants: a mention's id is "<document>:<start of its first passage>", or of its word of the deed where that
sentence tells of two; passages are sorted and re-read; mentions of one document that its
text tells as different name each other in `distinct_from`.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from thucydides.extracting.deed_type import deed_type
from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.drafting.of_news import FAR_BACK
from thucydides.extracting.drafting.placing import of_the_town
from thucydides.extracting.filling.deed_date import Lead, date_of
from thucydides.extracting.filling.home_forces import at_home
from thucydides.extracting.filling.passing_towns import in_passing
from thucydides.extracting.filling.towns import town_of
from thucydides.extracting.filling.unlisted import by_name
from thucydides.extracting.filling.unsaid import finer_place, focus_place, inside_country, named_place
from thucydides.extracting.forms.headings import entry_place, heading_place
from thucydides.extracting.involved import actors_of
from thucydides.extracting.kinds.kinds import event_type_of
from thucydides.extracting.kinds.weapons import weapon_passages
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.told_places import told_place
from thucydides.extracting.tolls.beside import beside, retold
from thucydides.extracting.tolls.counting import count
from thucydides.extracting.tolls.shot import with_shot_dead
from thucydides.nouns import Document, Mention, Passage

MOST_WORDS = 60


def _names(draft: Draft, known: Sequence[str]) -> tuple[str, ...]:
    counted = Counter(n for d in draft.items for n in d.telling.names)
    return tuple(sorted({*known, *(n for n, _ in counted.most_common(20))}))


def mention(
    document: Document,
    draft: Draft,
    newest: date | None,
    around: Surroundings,
    main: bool,
    elsewhere: frozenset[str] = frozenset(),
    opening: Lead = None,
) -> Mention:
    """One finished mention; `newest` is the latest day that the document tells of, for telling background from news.

    `main` holds for the incident that the document is about: what it leaves unsaid of it is taken from the document. `elsewhere` are the
    places of the document's other incidents (gazetteer ids), which are none of its own, `opening` the day that it opens with.
    """
    items = sorted(draft.items, key=lambda d: (d.telling.start, d.telling.cue))
    tellings = with_shot_dead(document, [d.telling for d in items], main)
    passages = sorted({(t.start, t.end) for t in tellings})
    toll, names = count(document.id, tellings, main)
    when, where_dated, is_report = date_of(document, draft, around, main, opening)
    actors = actors_of(document, draft, when.latest if when is not None else None)
    others = beside(document.id, tellings, toll)
    kind, rule = deed_type(tellings, actors, toll, others)
    place = told_place(draft)
    if place is None:
        place = entry_place(document, passages[0][0], around)
    if place is None and (headed := heading_place(document, passages[0][0], around, ("heading",))) is not None:
        place = in_passing(draft, around) or headed
    if main and place is None:
        place = focus_place(document, draft, around, elsewhere)
    if place is not None:
        place = inside_country(draft, around, place)
    if main and place is not None:
        place = finer_place(document, draft, around, place, elsewhere)
    if place is None:
        place = named_place(draft, around)
    if place is None and any(of_the_town(document, t) for t in tellings if any(h.people.counted for h in t.harms)):
        place = focus_place(document, draft, around, elsewhere)
    if place is None:
        place = heading_place(document, passages[0][0], around)
    place = by_name(document, draft, place, around)
    actors = at_home(actors, place, around)
    words = Counter(w for t in tellings for w in t.words)
    status = "happened" if any(t.status == "happened" for t in tellings) else tellings[0].status
    latest = when.latest if when is not None else None
    background = latest is not None and newest is not None and newest - latest > FAR_BACK and len(items) < 3
    weapons, recovered = weapon_passages(document.id, [w for t in tellings for w in t.weapons])
    return Mention(
        id=f"{document.id}:{passages[0][0]}",
        document=document.id,
        kind="incident",
        type=kind,
        event_type=event_type_of(kind),
        status=status,
        passages=tuple(Passage(document.id, s, e) for s, e in passages),
        date=when,
        date_passage=where_dated,
        date_is_report=is_report,
        place=place,
        town=town_of(document, place, around),
        launched_from=next((d.launched for d in items if d.launched is not None), None),
        places=tuple(dict.fromkeys(p for t in tellings for p in t.places)),
        actors=actors,
        toll=toll,
        weapons=weapons,
        targets=tuple((a.name, a.passage) for a in actors if a.role in ("target", "victim")),
        words=tuple(sorted(w for w, _ in sorted(words.items(), key=lambda i: (-i[1], i[0]))[:MOST_WORDS])),
        names=_names(draft, names),
        background=background,
        recovered=recovered,
        type_rule=rule,
        beside=others,
        retold=retold(document.id, tellings, toll, place.wording if place is not None else ""),
    )


def numbered(document: Document, drafts: Sequence[Draft], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with ids of their own: of two told first in one sentence the later is named by its word of the deed."""
    taken: set[str] = set()
    result = []
    for draft, told in zip(drafts, mentions, strict=True):
        name = told.id
        if name in taken:
            first = min(draft.items, key=lambda d: (d.telling.start, d.telling.cue))
            name = f"{document.id}:{first.telling.cue[0]}"
        while name in taken:
            name += "x"
        taken.add(name)
        result.append(replace(told, id=name))
    return result


def newest_day(drafts: Sequence[Draft]) -> date | None:
    """The latest day that the drafts of a document tell of."""
    days = [d.date.latest for d in drafts if d.date is not None and d.date.latest is not None]
    return max(days, default=None)
