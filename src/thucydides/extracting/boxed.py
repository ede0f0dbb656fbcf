"""Boxed: the infobox of a page about one incident as a telling: its day, place, deaths, injured and perpetrators.

Invariant: an infobox whose date is wider than `MOST_DAYS` is of a war or a series, and tells of no one incident; every value stands at its
own field.
"""

from collections.abc import Iterator, Sequence

from thucydides.extracting.harm import Harm
from thucydides.extracting.people import People
from thucydides.extracting.quantities import find_quantities
from thucydides.extracting.reckoning import Reckoning
from thucydides.extracting.spans import days_wide
from thucydides.extracting.surroundings import Surroundings
from thucydides.extracting.tellings import Telling
from thucydides.grounding.actors import ActorMatch
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import Block, Document, PlaceRef
from thucydides.nouns.actor import ActorRole

MOST_DAYS = 3
"""How many days an incident in an infobox may last (rule `extract.boxed`)."""
_DATE = frozenset({"date", "dates", "datum"})
_PLACE = frozenset({"location", "place", "site", "coordinates region"})
_KILLED = frozenset({"deaths", "death", "fatalities", "killed", "dead", "fatal injuries", "reported deaths", "reported death(s)"})
_INJURED = frozenset({"injured", "injuries", "wounded", "non-fatal injuries", "reported injuries", "nonfatal injuries"})
_DOER = frozenset({"perpetrator", "perpetrators", "assailant", "assailants", "accused", "attackers", "executed by"})


def boxed(document: Document, around: Surroundings, anchor: Reckoning) -> Telling | None:
    """What the infobox of a document tells of its one incident (rule `extract.boxed`); None where it has none, or is of more."""
    fields = [b for b in document.blocks if b.kind == "infobox"]
    time = next(iter(_times(_named(fields, _DATE), around)), None)
    day = anchor.when(time) if time is not None else None
    harms = tuple(_harms(document, fields))
    if time is None or day is None or days_wide(day) >= MOST_DAYS or not harms:
        return None
    places = _places(_named(fields, _PLACE), around)
    doers: list[ActorMatch] = [a for b in _named(fields, _DOER) for a in around.actors_in(b.start, b.end)]
    start, end = harms[0].start, harms[0].end
    did: ActorRole = "perpetrator"
    line = next(b for b in fields if b.start <= start < b.end)
    return Telling(
        line.start,
        line.end,
        -1,
        0,
        "infobox",
        (),
        harms,
        "happened",
        time,
        (),
        tuple(places),
        tuple(doers),
        (),
        (did,) * len(doers),
        cue=(start, end),
    )


def _named(fields: Sequence[Block], keys: frozenset[str]) -> list[Block]:
    return [b for b in fields if b.key.lower().strip() in keys]


def _times(fields: Sequence[Block], around: Surroundings) -> Iterator[TimeExpression]:
    for block in fields:
        yield from around.times_in(block.start, block.end)


def _places(fields: Sequence[Block], around: Surroundings) -> list[PlaceRef]:
    """The finest place that the fields name, as where it was done."""
    from msgspec.structs import replace

    named = [r for b in fields for r in around.places_in(b.start, b.end) if r.place is not None]
    finest = sorted(named, key=lambda r: r.place.precision or 7 if r.place is not None else 7)
    return [replace(r, role="at") for r in finest[:1]]


def _harms(document: Document, fields: Sequence[Block]) -> Iterator[Harm]:
    """The first count of each field of the dead and the injured."""
    for outcome, keys in (("killed", _KILLED), ("injured", _INJURED)):
        for block in _named(fields, keys)[:1]:
            value = document.text.find(":", block.start, block.end) + 1 or block.start
            for span in find_quantities(document.text[value : block.end])[:1]:
                start, end = value + span.start, value + span.end
                people = People(start, end, 0, span.quantity, "", counted=True)
                yield Harm(outcome, people, 0, start, end, span.quantity)
