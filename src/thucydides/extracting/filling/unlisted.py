"""Unlisted: the name by which an incident's own sentences tell its place, where no gazetteer entry was found for that name.

Invariants: a name that the gazetteer gave a meaning is not looked at again; what lies behind the name stays the place that was found
without it, and the reason says so; names of roads, buildings, bodies and times are no places here.
"""

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.filling.seats import is_seat
from thucydides.extracting.filling.unlisted_names import AT, KNOWN_AT, at_head, before_place, bracketed, of_body, told_at
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.actors.countries import seat_country
from thucydides.grounding.places import known_near
from thucydides.nouns import Document, Passage, PlaceRef

COARSE = 3
"""The precision class from which on a place is wide enough for a name inside it to say more."""
STANDS_FOR = 2
"""The precision of a place that a name which no gazetteer holds is taken to lie in or by."""
APPOSED = 12
"""Characters between a name and a place that it is told with."""
_TOWNS = frozenset({"settlement", "admin2", "site"})
_HOLDING = _TOWNS | {"admin1"}


def by_name(document: Document, draft: Draft, found: PlaceRef | None, around: Surroundings) -> PlaceRef | None:
    """The place told by an unlisted name (rule `place.unlisted`), else `found` as it is.

    A name counts where `found` was not said of the deed itself or is wide; another naming of it that was understood gives its place.
    """
    seat = found is not None and is_seat(found, document.text)  # "officials in Kaduna confirmed the raid"
    told = not seat and any(item.at is not None and item.at.place is not None for item in draft.items)
    if told and found is not None and found.role == "near" and (before := before_place(document, found, around)) is not None:
        passage, wording = before
        return PlaceRef(passage, wording, "near", found.place, f"place.unlisted: told as near {found.wording}")
    of_entry = found is not None and found.place is not None and found.place.reason.startswith("place.entry")
    fine = told and found is not None and found.place is not None and found.place.coarseness < COARSE
    if (not fine or of_entry) and (known := _known(document, draft, found, around)) is not None:
        return known
    if fine:
        return found
    named = next(told_at(document, draft, around, AT), None)
    if named is None and not told:
        named = at_head(document, draft, around)
    if named is None and found is None:
        named = of_body(document, draft, around)
    if named is None or (told and found is not None and _beside(document, found, named[0])):
        return found
    passage, wording = named
    same = next(
        (
            p.ref
            for p in around.places
            if p.ref.place is not None and p.ref.wording.partition(",")[0].casefold() == wording.casefold()
        ),
        None,
    )
    if same is not None and same.place is not None:
        return PlaceRef(
            passage, wording, "at", replace(same.place, reason=f"place.unlisted: named so elsewhere; {same.place.reason}")
        )
    if found is None or found.place is None:
        return PlaceRef(passage, wording, "at", None, f"place.unlisted: no {wording} is in the gazetteer")
    place = replace(
        found.place,
        precision=max(found.place.precision or STANDS_FOR, STANDS_FOR),
        reason=f"place.unlisted: no {wording} is in the gazetteer; the report speaks of {found.place.name}",
    )
    return PlaceRef(passage, wording, "at", place, found.reason)


def _known(document: Document, draft: Draft, found: PlaceRef | None, around: Surroundings) -> PlaceRef | None:
    """The name at which the deed is told that nothing else told to be a place, where one of that name lies near the report's others."""
    near = [p.ref.place for p in around.places if p.ref.place is not None and _may_lie_by(p.ref)]
    if found is not None and found.place is not None and found.place.kind in _HOLDING:
        near = [found.place]
    if not near:
        return None
    head = at_head(document, draft, around)
    named = (*bracketed(document, draft, around), *told_at(document, draft, around, KNOWN_AT))
    for passage, wording in (*named, *((head,) if head is not None else ())):
        place = known_near(wording, near)
        if place is not None:
            return PlaceRef(passage, wording, "at", place, place.reason)
    return None


def _may_lie_by(ref: PlaceRef) -> bool:
    """Whether other places of a report may be looked for near one that it names: a town or district, and no government."""
    if ref.place is None or ref.place.kind not in _TOWNS:
        return False
    return ref.role != "mentioned" or seat_country(ref.place.name) != ref.place.country


def _beside(document: Document, found: PlaceRef, named: Passage) -> bool:
    """Whether a name stands right before or behind the place found: "near Hat Nam, Nam Yuen district" is told by the district."""
    first, last = sorted((found.passage, named))
    return last.start - first.end <= APPOSED and "." not in document.text[first.end : last.start]
