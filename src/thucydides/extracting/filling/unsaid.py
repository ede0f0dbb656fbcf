"""Unsaid: where and when an incident was, as far as its report tells that without saying it of the incident.

Invariants: only a draft without any place or date of its own gets one here; every value names its rule and stands at a passage; a seat of
government that may stand for its government is no place of an incident.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.drafting.holding import in_lead
from thucydides.extracting.drafting.joining import CHRONICLE
from thucydides.extracting.drafting.placing import of_the_town
from thucydides.extracting.filling.seats import without_seats
from thucydides.extracting.kinds.status import aftermath
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.actors.countries import seat_country
from thucydides.grounding.datelines import places_dateline
from thucydides.grounding.places import OF_BODY, contains, distance_km, place_about
from thucydides.nouns import Block, DateRange, Document, Extract, PlaceRef

REPORT_DAYS = 3
"""How many days before its report an incident told without a day may lie (rule `date.report`)."""
ESTIMATE_DAYS = 14
"""How wide the estimate of a report's own date may be for its main incident to be dated by it."""
BODY_KM = 30.0
"""How far from its home a body acts, beyond its home's radius."""
TOWNS = ("settlement", "admin2", "site")
_HOUSE = re.compile(r"(?: (?:and )?[A-Z][\w’'-]+){0,3} (?:Hospital|Medical|University|College|School|Clinic|Church|Health)\b")
"""What makes a name that of a hospital, a school or a church, to which people of a whole region are taken."""
_ACCORDING = re.compile(r"\baccording to (?:the )?$", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_AGE = re.compile(r"\b(?:years?|months?|weeks?)[- ]olds?\b")
"""What a title says of somebody's age, and not of how long ago something was."""


def tells_of_aftermath(document: Document) -> bool:
    """Whether a report's title speaks of arrests, trials or mourning rather than of the incident itself."""
    words = set(_WORD.findall(_AGE.sub(" ", (document.title or "").lower())))
    stems = {w for word in words for w in (word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("d"))}
    return bool(stems & aftermath())


def report_date(document: Document) -> DateRange | None:
    """The days up to a dated report, for an incident that it tells without a day; None for an undated report or one on the aftermath."""
    day = document.published.latest if document.published is not None else None
    if day is None or document.published is None or document.published.precision != "day" or tells_of_aftermath(document):
        return None
    first = day - timedelta(days=REPORT_DAYS)
    return DateRange(f"{first.isoformat()}/{day.isoformat()}", first, day, "days", "document", "date.report")


def with_report_date(document: Document, extract: Extract) -> Extract:
    """The extract with its main incident dated by the report's days, where the report's own date was estimated only afterwards.

    Nothing changes where that incident has a date, or where the estimate is wider than `ESTIMATE_DAYS`.
    """
    published = document.published
    if published is None or published.earliest is None or published.latest is None or tells_of_aftermath(document):
        return extract
    told = [m for m in extract.mentions if m.kind == "incident" and not m.background]
    main = min(told, key=lambda m: (-len(m.passages), m.passages[0].start), default=None)
    if (
        main is None
        or main.date is not None
        or len(told) > CHRONICLE
        or not in_lead(document, main.passages[0].start)
        or (published.latest - published.earliest).days > ESTIMATE_DAYS
    ):
        return extract
    first = published.earliest - timedelta(days=REPORT_DAYS)
    days = DateRange(
        f"{first.isoformat()}/{published.latest.isoformat()}", first, published.latest, "days", "collection", "date.report"
    )
    dated = replace(main, date=days, date_passage=main.passages[0])
    return replace(extract, mentions=tuple(dated if m is main else m for m in extract.mentions))


def _towns(around: Surroundings, refs: Sequence[PlaceRef]) -> list[PlaceRef]:
    """The towns among place references that no government speaks through there."""
    found = []
    for ref in refs:
        if ref.place is None or ref.place.kind not in TOWNS or ref.role in ("from", "to", "origin"):
            continue
        if any(a.metonym for a in around.actors_in(ref.passage.start, ref.passage.end)):
            continue
        found.append(ref)
    return found


def _because(ref: PlaceRef, rule: str) -> PlaceRef:
    if ref.place is None:
        return ref
    precision = max(ref.place.precision or 2, 2)
    return replace(
        ref, role="near", place=replace(ref.place, precision=precision, reason=f"{rule}: {ref.place.reason}".strip(": "))
    )


def _countries(draft: Draft, around: Surroundings) -> set[str]:
    """The countries in one of which an incident lies: those that its own sentences name, and those that the report mostly speaks of.

    Empty where its sentences name none, for then any place of the report may be its own.
    """
    told = {r.place.country for item in draft.items for r in item.telling.places if r.place is not None and r.place.country}
    if not told:
        return set()
    named = Counter(p.ref.place.country for p in around.places if p.ref.place is not None and p.ref.place.country)
    most = max(named.values(), default=0)
    return told | {country for country, times in named.items() if 2 * times >= most}


def _of_body(ref: PlaceRef) -> bool:
    """Whether a place is named only as part of the name of a body, which may act beyond it: "Orange County sheriff's deputies"."""
    return ref.place is not None and ref.role == "mentioned" and OF_BODY in ref.place.reason


def _near(body: PlaceRef, town: PlaceRef) -> bool:
    """Whether a town lies where a body is at home."""
    if body.place is None or town.place is None:
        return False
    gap = distance_km(body.place, town.place)
    return contains(body.place, town.place) or (gap is not None and gap <= BODY_KM + (body.place.radius_km or 0))


def named_place(draft: Draft, around: Surroundings) -> PlaceRef | None:
    """The one town, else the one province, that the sentences of an incident told without a place name, whatever its part in them (rule
    `place.named`)."""
    own = without_seats([r for item in draft.items for r in item.telling.places], around.document.text)
    named = _towns(around, own)
    if not named:
        named = [r for r in own if r.place is not None and r.place.kind == "admin1" and r.role == "mentioned" and _told_from(r, around)]
    found = {r.place.gazetteer_id for r in named if r.place is not None}
    return _because(named[0], "place.named") if len(found) == 1 else None


def _told_from(ref: PlaceRef, around: Surroundings) -> bool:
    """Whether a place is named as the home of those who tell of the incident."""
    return _of_body(ref) or bool(_ACCORDING.search(around.document.text, max(0, ref.passage.start - 20), ref.passage.start))


def focus_place(
    document: Document, draft: Draft, around: Surroundings, elsewhere: frozenset[str] = frozenset()
) -> PlaceRef | None:
    """Where an incident told without a place was, by the towns that its sentences, dateline, title and report name, in this order."""
    own = without_seats([r for item in draft.items for r in item.telling.places], document.text)
    named = _towns(around, own)
    plain = [r for r in named if not _of_body(r)]
    if plain:
        return _because(plain[0], "place.named")
    named = [r for r in named if not _HOUSE.match(document.text, r.passage.end)]
    told = _countries(draft, around)
    everything = [
        p.ref
        for p in around.places
        if p.ref.place is None or ((not told or p.ref.place.country in told) and p.ref.place.gazetteer_id not in elsewhere)
    ]
    everything = without_seats(everything, document.text)
    if not any(of_the_town(document, item.telling) for item in draft.items):  # "in the southern suburbs" are those of the dateline's town
        everything = [r for r in everything if not _only_written_from(r, everything, document)]
    paragraphs = [b for b in document.blocks if b.kind == "paragraph"] or [Block(0, len(document.text), "paragraph")]
    title = next((b for b in document.blocks if b.kind == "title"), None)
    for ref in _towns(around, everything):
        if named and not any(_near(body, ref) for body in named):
            continue
        at_start = any(b.start <= ref.passage.start <= b.start + 3 for b in paragraphs[:2])
        if at_start and places_dateline(document.text, ref.passage.end):
            return _because(ref, "place.dateline")
    if title is not None:
        in_title = [r for r in _towns(around, everything) if title.start <= r.passage.start < title.end]
        in_title = [r for r in in_title if not named or any(_near(body, r) for body in named)]
        if in_title:
            return _because(in_title[0], "place.dateline")
    if named:
        return _because(named[0], "place.named")
    counted = Counter(r.place.gazetteer_id for r in _towns(around, everything) if r.place is not None)
    if counted:
        best, times = max(counted.items(), key=lambda c: (c[1], c[0] or ""))
        if times >= 2:
            chosen = next(r for r in _towns(around, everything) if r.place is not None and r.place.gazetteer_id == best)
            return _because(chosen, "place.focus")
    about = place_about(document, tuple(everything))
    mine = next(
        (r for r in everything if about is not None and r.place is not None and r.place.gazetteer_id == about.gazetteer_id), None
    )
    return _because(mine, "place.focus") if mine is not None else None


def _only_written_from(ref: PlaceRef, everything: Sequence[PlaceRef], document: Document) -> bool:
    """Whether a seat of government is named, but nothing of the report is said to have been there: then it is where the report was written
    or where somebody spoke (rule `place.written-from`)."""
    place = ref.place
    if place is None or place.kind != "settlement" or seat_country(place.name) != place.country or _CAPITAL.search(document.text):
        return False
    same = [r for r in everything if r.place is not None and r.place.gazetteer_id == place.gazetteer_id]
    return not any(r.role in ("at", "near") and not places_dateline(document.text, r.passage.end) for r in same)


_CAPITAL = re.compile(r"\b(?:the|its|their) (?:\w+ )?capital\b(?! (?:of|markets?|punishment)\b)|[’']s capital\b")
"""Words for the capital of the country that a report is about."""


def inside_country(draft: Draft, around: Surroundings, place: PlaceRef) -> PlaceRef:
    """The one town that the deed's own sentences name, whatever its part in them, inside the country or region at which alone they tell it
    ("the Marsa terminal in eastern Libya was ambushed"; rule `place.named`)."""
    wide = place.place
    if wide is None or wide.kind not in ("country", "region"):
        return place
    named = [r for r in _towns(around, [r for i in draft.items for r in i.telling.places]) if r.place is not None and not _of_body(r)]
    inside = {r.place.gazetteer_id: r for r in named if r.place is not None and contains(wide, r.place)}
    return _because(next(iter(inside.values())), "place.named") if len(inside) == 1 and len(named) == len(inside) else place


def finer_place(
    document: Document, draft: Draft, around: Surroundings, place: PlaceRef, elsewhere: frozenset[str] = frozenset()
) -> PlaceRef:
    """The town inside the province by which alone the deed's sentences tell its place, where the report is about that town (rule
    `place.finer`)."""
    if place.place is None or place.place.kind != "admin1":
        return place
    town = focus_place(document, draft, around, elsewhere)
    if town is None or town.place is None or town.place.kind not in TOWNS or not contains(place.place, town.place):
        return place
    return replace(town, place=replace(town.place, reason=f"place.finer: {town.place.reason}"))
