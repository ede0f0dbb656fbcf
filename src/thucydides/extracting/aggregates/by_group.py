"""By group: the counts of which a sum over many incidents is made, each of people of one kind or of some of the incidents alone.

Rule `extract.sum-by-group`: "By June, 210 rebels and 38 policemen had been killed" counts each, "63 dead, of whom 21 died in two ambushes"
the 21 too. Invariant: each runs over the window and the area of the sum; who is only named among the dead ("including nine women") is none.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from thucydides.extracting.aggregates.occurrences import incident_count
from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Aggregate, Document

FEWEST = 2
"""Fewer are told of as somebody, not counted."""


def summed(document: Document, telling: Telling, outcome: str = "killed") -> list[Harm]:
    """The counts of one outcome that a sentence adds up: people of different kinds beside each other."""
    counted = (h for h in telling.harms if h.outcome == outcome and h.part_of is None and h.people.counted)
    found = [h for h in counted if not (h.given or h.total) and h.quantity is not None]
    together = [h for h in found if not _CLAUSE.search(document.text, found[0].people.end, h.people.start)]
    return together if len({h.voice for h in together}) == 1 else []


_CLAUSE = re.compile(r"\b(?:when|after|before|until|once|which|who)\b", re.IGNORECASE)
"""What opens a clause of another deed: "12 lives since 2 June, when a bomb killed three"."""


def groups_of(document: Document, aggregate: Aggregate, telling: Telling) -> Iterator[Aggregate]:
    """The counts of a sentence that its aggregate holds together, each by itself."""
    wholes = summed(document, telling)
    if len(wholes) > 1 and len({h.people.group for h in wholes}) == len(wholes):
        yield from (_one(aggregate, h) for h in wholes if ((h.quantity and h.quantity.best) or 0) >= FEWEST)
    for harm in (h for h in telling.harms if h.outcome == "killed" and h.part_of is not None and h.people.counted):
        if (some := _of_some_deeds(telling, harm)) is not None and ((harm.quantity and harm.quantity.best) or 0) >= FEWEST:
            where = next((p.place for p in some.places), aggregate.area)
            yield replace(_one(aggregate, harm), incidents=incident_count(document, some), area=where)


def part_begins(telling: Telling) -> int:
    """Where a sentence begins to count those who died in some of the deeds alone, its end where it does not."""
    return min((h.people.start for h in telling.harms if _of_some_deeds(telling, h) is not None), default=telling.end)


def _of_some_deeds(telling: Telling, harm: Harm) -> Telling | None:
    """What a sentence says of people counted among others who died in some of the deeds, or at one place: "of whom 21 were killed in two
    ambushes", "310 of them in Bria"."""
    deeds = [t for t in telling.triggers if t.noun and t.plural and t.family not in ("death", "harm") and t.start > harm.people.end]
    places = [p for p in telling.places if p.role in ("at", "near") and p.passage.start > harm.people.start and p.place is not None]
    if harm.part_of is None or not (deeds or places) or any(h.people.start > harm.people.start for h in telling.harms):
        return None
    return replace(telling, start=harm.people.start, triggers=tuple(deeds), harms=(harm,), places=tuple(places))


def _one(aggregate: Aggregate, harm: Harm) -> Aggregate:
    people = harm.people
    return replace(
        aggregate,
        id=f"{aggregate.document}:{people.start}:group",
        deaths=harm.quantity,
        injured=None,
        incidents=None,
        categories=(),
        group=people.group,
        category=people.category,
        nationality=people.nationality,
    )
