"""Placing: where a telling says that its deed was done, and when a later sentence speaks of the same place.

Invariant: a place told far behind all that a draft counts is not its own.
"""

import re

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.drafting.told_here import told_here
from thucydides.extracting.tellings.taken_to import RULE as TAKEN_TO
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.places import contains, narrow
from thucydides.grounding.places.offsets import by_distance
from thucydides.nouns import Document, PlaceRef
from thucydides.nouns.place import COUNTRY, DISTRICT, PROVINCE

FAR = 8
"""Sentences behind what a draft counts after which a place told in passing is hardly its own."""
BEARING = 60
"""Characters between a place and one that only says how far off it lies."""
APPOSED = 45
"""The same where one town is told by another: "in Bulo, a market town an hour north of Baidoa"."""
_SAME_PLACE = re.compile(
    r"\bthe same (?:(?!day|time|way)\w+ )?(?:village|town|city|district|area|province|region|place|camp|location|county|governorate|state"
    r"|neighbou?rhood|site|spot|street|road|junction|crossing|square|market|hotel|school|mosque|church|hospital|base|building|checkpoint)\b"
    r"|\bthe (?:site|scene) of (?:the|an?|another)\b",
    re.IGNORECASE,
)
"""Words that take up the place told of before (rule `place.same`)."""
_NEXT_DOOR = re.compile(
    r"\b(?:next door|close by|nearby(?!\s+(?:town|city|district|province|\w+ of)\b)"
    r"|(?:up|down|across|along) the (?:road|street)|a few streets away"
    r"|(?:yards|metres|meters|blocks|streets|houses) (?:away|further|farther|from there))\b",
    re.IGNORECASE,
)
"""Words that place a deed by the one told just before it: "the police post next door"."""
JUST_BEFORE = 600
"""Characters behind a deed within which "next door" is by its place."""
_THE_TOWN = re.compile(
    r"\b(?:in|near|outside|around|into|inside|through|throughout|across|on the (?:edge|outskirts) of) the "
    r"(?:town|city|village)\b(?!\s+(?:of|hall|council|cent)|[’'-])"
    r"|\b(?:re)?(?:tak(?:e|ing|en)|took|captur(?:ed?|ing)|seiz(?:ed?|ing)|enter(?:ed|ing)?|storm(?:ed|ing)?|attack(?:ed|ing)?|shell(?:ed|ing)?"
    r"|bomb(?:ed|ing)?|overr[ua]n|raid(?:ed|ing)?|burn(?:ed|t|ing)?|reached|hit|struck) the (?:town|city|village)\b"
    r"(?!\s+(?:of|hall|council|cent)|[’'-])"
    r"|\b(?:districts?|parts?|areas?|quarters?|neighbou?rhoods|edges?|outskirts|east|west|north|south|cent(?:er|re)|periphery) of the "
    r"(?:town|city|village)\b"
    r"|\b(?:in|near|around|into|at|of|through|across) (?:the |its |a |one of the )?"
    r"(?:(?:densely populated|busy|crowded|\w+ern|south|north|east|west|inner|outer|poor|rich) ){0,2}"
    r"(?:suburbs?|city cent(?:er|re)|old (?:city|town)|downtown(?: area)?|outskirts)\b(?!\s+of\b)",
    re.IGNORECASE,
)
"""The same, where the place told of before is a town or a part of it is told: "outside the town", "in the southern suburbs"."""


def choose_places(telling: Telling) -> tuple[PlaceRef | None, PlaceRef | None]:
    """(where it was done, where it was launched) as one sentence says; the finest place at which or near which, nearest the cue."""
    at = [p for p in telling.places if p.role in ("at", "between") and p.place is not None]
    near = [p for p in telling.places if p.role == "near" and p.place is not None]
    launched = next((p for p in telling.places if p.role == "from" and p.place is not None), None)
    if at and near and all(p.place.coarseness >= 4 for p in at if p.place is not None):
        return _nearer(at[0], near[0]), launched
    # "fired into X", "crossed into X": where it went is where it was done, unless another place is said
    gone = [p for p in telling.places if p.role == "to" and p.place is not None and p.reason != TAKEN_TO]
    at = at + near or gone
    if gone and all(p.place.coarseness >= COUNTRY for p in at if p.place is not None):
        at = [p for p in gone if any(c.place is not None and contains(c.place, p.place) for c in at if p.place is not None)] or at
    if not at and telling.families & {"territory", "takeover"}:
        # "retook the town": what was taken is where it was done
        at = [
            p
            for p in telling.places
            if p.role == "mentioned" and p.place is not None and p.place.kind not in ("country", "border") and not _speaks(p, telling)
        ]
    if not at:
        return None, launched
    at = _without_bearings(at)
    cue = telling.cue[0]
    best = min(
        at,
        key=lambda p: (
            p.place.coarseness >= 6 if p.place else True,
            abs(p.passage.start - cue) // 120,
            p.place.coarseness if p.place else 6,
            abs(p.passage.start - cue),
        ),
    )
    return _finer_beside(best, at), launched


def _finer_beside(wide: PlaceRef, named: list[PlaceRef]) -> PlaceRef:
    """The finer of two places where one stands right beside a wide one that holds it: "in Mehrestan, in the province of Sistan"."""
    inside = [
        p
        for p in named
        if p.place is not None
        and wide.place is not None
        and wide.place.coarseness >= PROVINCE > p.place.coarseness
        and min(abs(wide.passage.start - p.passage.end), abs(p.passage.start - wide.passage.end)) <= BEARING
        and contains(wide.place, p.place)
    ]
    return min(inside, key=lambda p: p.place.coarseness if p.place else 7) if inside else wide


def _speaks(place: PlaceRef, telling: Telling) -> bool:
    """Whether the name of a seat of government stands for the government there: "Khartoum said that it held the town"."""
    return any(a.metonym and a.start <= place.passage.start < a.end for a in telling.actors)


def _without_bearings(named: list[PlaceRef]) -> list[PlaceRef]:
    """The places without those that only say where the one before them lies: "in Lunda, 40 miles from the capital" (`place.bearing`)."""
    return [
        p
        for n, p in enumerate(named)
        if p.place is None
        or not (by_distance(p.place) or p.role == "near")
        or not any(_close(before, p) and (by_distance(p.place) or _stands_for(before, p) or _lies_by(before, p)) for before in named[:n])
    ]


def _stands_for(before: PlaceRef, after: PlaceRef) -> bool:
    """Whether a place that the gazetteer lacks has the point of the one by which it is told: "in Zarghat, near Quetta"."""
    return before.place is not None and after.place is not None and before.place.gazetteer_id == after.place.gazetteer_id


def _lies_by(before: PlaceRef, after: PlaceRef) -> bool:
    """Whether a town is told by another right behind it: "in Sabha, south of Tripoli, two shells fell"."""
    town = before.place is not None and before.place.kind in ("settlement", "admin2")  # of some towns only the district is known
    by_town = after.place is not None and after.place.kind == "settlement"
    return town and by_town and before.role == "at" and after.role == "near" and after.passage.start - before.passage.end <= APPOSED


def _close(before: PlaceRef, after: PlaceRef) -> bool:
    near = 0 <= after.passage.start - before.passage.end <= BEARING
    return near and before.place is not None and before.place.coarseness < PROVINCE and not by_distance(before.place)


def _nearer(at: PlaceRef, near: PlaceRef) -> PlaceRef:
    """A wide place told with a finer one near it ("in Badakhshan, near Shohin district"): its stretch that faces the finer one."""
    if at.place is None or near.place is None:
        return at
    return replace(at, place=narrow(at.place, near.place)) if at.place.country != near.place.country else near


def same_place(document: Document, telling: Telling, last: PlaceRef, told_until: int | None = None) -> bool:
    """Whether a sentence speaks of the place told of before: "the same district", "next door", or "the town" after a town.

    `told_until` is where the words on the deed told last end.
    """
    if _SAME_PLACE.search(document.text, telling.start, telling.end):
        return True
    just_before = told_until is not None and telling.start - told_until <= JUST_BEFORE
    if just_before and _NEXT_DOOR.search(document.text, telling.start, telling.end):
        return True
    town = last.place is not None and last.place.kind in ("settlement", "admin2") and last.place.coarseness < PROVINCE
    counts = any(h.people.counted and h.part_of is None for h in telling.harms)
    done = telling.head is not None and telling.head.done and told_here(telling)
    return town and (counts or done) and of_the_town(document, telling)


def town_spoken_of(telling: Telling, behind: Telling) -> PlaceRef | None:
    """The one town that a telling without a place of its own names: "the son of the sultan of Birao was killed". "The town" in the next one
    of the paragraph is that one (rule `place.the-town`)."""
    if telling.paragraph != behind.paragraph or choose_places(telling)[0] is not None:
        return None
    kinds = ("settlement", "admin2")
    named = [p for p in telling.places if p.place is not None and p.place.kind in kinds and p.place.coarseness <= DISTRICT]
    towns = {p.place.gazetteer_id for p in named if p.place is not None}
    one = named[0] if len(towns) == 1 and named[0].role == "mentioned" else None
    return replace(one, role="at") if one is not None else None


def of_the_town(document: Document, telling: Telling) -> bool:
    """Whether a sentence places what it tells by a town told of before: "outside the town"."""
    return _THE_TOWN.search(document.text, telling.start, telling.end) is not None


def without_far_place(draft: Draft, item: Dated) -> Dated:
    """A telling without its place where that is told far behind all that a draft counts or dates, by a sentence that takes nothing up."""
    told = [d for d in draft.items if d.firm or any(h.people.counted for h in d.telling.harms)]
    fine = item.at is not None and item.at.place is not None and item.at.place.coarseness < PROVINCE
    known = any(p.coarseness < PROVINCE for p in draft.places)
    head = item.telling.head
    loose = not item.telling.harms and not (head is not None and head.definite)
    if not told or known or not fine or not loose or item.telling.order - told[-1].telling.order <= FAR:
        return item
    return Dated(item.telling, item.date, None, item.launched)
