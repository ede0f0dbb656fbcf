"""Boxed: the infobox of a page about one incident as a telling: its day, place, deaths, injured and perpetrators.

Invariant: an infobox whose dates span more than `MOST_DAYS`, that of an attack more than `ATTACK_DAYS`, is of a war or a series, and
tells of no one incident; every value stands at its own field.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.forms.losses import losses
from thucydides.extracting.harm import Harm
from thucydides.extracting.people import People
from thucydides.extracting.quantities import find_quantities
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.actors.actors import ActorMatch
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import Block, Document, PlaceRef
from thucydides.nouns.actor import ActorRole
from thucydides.vocabulary import mapping

MOST_DAYS = 3
"""How many days an incident in an infobox may last (rule `extract.boxed`)."""
ATTACK_DAYS = 8
"""How many days it may last where the infobox is one of attacks: a massacre of a week is one."""


_GOES_ON = re.compile(r"\b(?:on-?going|(?:to|until|–|-)\s*(?:the\s+)?present|to date)\b", re.IGNORECASE)
"""The status or the dates of a war, which is no one incident whatever day it began on."""


def boxed(document: Document, around: Surroundings, anchor: Reckoning) -> Telling | None:
    """What the infobox of a document tells of its one incident (rule `extract.boxed`); None where it has none, or is of more."""
    fields = [b for b in document.blocks if b.kind == "infobox"]
    times = [t for t in _times(_named(fields, "date"), around) if not t.window]
    time = next(iter(times), None)
    day = anchor.when(time) if time is not None else None
    most = ATTACK_DAYS if _named(fields, "doer") and not any(b.key.startswith("combatant") for b in fields) else MOST_DAYS
    lasting = [*_named(fields, "date"), *(b for b in fields if b.key.lower() == "status")]
    if _several(times, anchor, most) or any(_GOES_ON.search(document.text, b.start, b.end) for b in lasting):
        return None
    harms = tuple(_harms(document, fields)) or tuple(_losses(document, fields))
    if time is None or day is None or days_wide(day) >= most or not harms:
        return None
    places = _places(document.text, _named(fields, "place"), around)
    doers: list[ActorMatch] = [a for b in _named(fields, "doer") for a in around.actors_in(b.start, b.end)]
    start, end = harms[0].start, harms[0].end
    sides = [a for b in fields if b.key.startswith("combatant") for a in around.actors_in(b.start, b.end)[:1]]
    did: ActorRole = "perpetrator"
    party: ActorRole = "party"
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
        (*doers, *sides),
        (),
        (*(did for _ in doers), *(party for _ in sides)),
        cue=(start, end),
    )


def _several(times: Sequence[TimeExpression], anchor: Reckoning, most: int) -> bool:
    """Whether dates lie so far apart that they are of several incidents."""
    days = [d for t in times if (d := anchor.when(t)) is not None and d.earliest is not None and d.latest is not None]
    first = min((d.earliest for d in days if d.earliest is not None), default=None)
    last = max((d.latest for d in days if d.latest is not None), default=None)
    return first is not None and last is not None and (last - first).days >= most


def _named(fields: Sequence[Block], what: str) -> list[Block]:
    """The fields that tell of something, by the names of `reading_records.yaml`."""
    keys = mapping("reading_records")["fields"][what]
    return [b for b in fields if b.key.lower().strip() in keys]


def _times(fields: Sequence[Block], around: Surroundings) -> Iterator[TimeExpression]:
    for block in fields:
        yield from around.times_in(block.start, block.end)


def _places(text: str, fields: Sequence[Block], around: Surroundings) -> list[PlaceRef]:
    """The finest place that the fields name, as where it was done; what stands in brackets only where nothing else does."""
    named = [(b, r) for b in fields for r in around.places_in(b.start, b.end)]
    outside = [r for b, r in named if text.count("(", b.start, r.passage.start) == text.count(")", b.start, r.passage.start)]
    return finest(outside or [r for _, r in named])


def finest(named: Iterable[PlaceRef]) -> list[PlaceRef]:
    """The finest of the places named, the first of equals, as where it was done; nothing where none is known."""
    known = sorted((r for r in named if r.place is not None), key=lambda r: r.place.coarseness if r.place is not None else 7)
    return [replace(r, role="at") for r in known[:1]]


def _harms(document: Document, fields: Sequence[Block]) -> Iterator[Harm]:
    """The first count of each field of the dead and the injured."""
    for outcome in ("killed", "injured"):
        for block in _named(fields, outcome)[:1]:
            value = document.text.find(":", block.start, block.end) + 1 or block.start
            yield from counted(document, outcome, value, block.end)


def _losses(document: Document, fields: Sequence[Block]) -> Iterator[Harm]:
    """The first counts of the dead and of the injured on each side, by its line of losses."""
    for line in fields:
        if not line.key.startswith("casualties"):
            continue
        told: set[str] = set()
        for loss in losses(document, line):
            if loss.outcome not in told:
                told.add(loss.outcome)
                people = People(loss.start, loss.end, 0, loss.quantity, loss.group, loss.category, counted=True)
                yield Harm(loss.outcome, people, 0, loss.start, loss.end, loss.quantity)


def counted(document: Document, outcome: str, first: int, last: int) -> Iterator[Harm]:
    """The first count between two offsets as harm; nothing where there is none."""
    for span in find_quantities(document.text[first:last])[:1]:
        start, end = first + span.start, first + span.end
        people = People(start, end, 0, span.quantity, "", counted=True)
        yield Harm(outcome, people, 0, start, end, span.quantity)
