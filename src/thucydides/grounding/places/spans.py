"""Spans: names taken one by one, for measuring: each name of a document, and what a given stretch of it resolves to."""

from thucydides.grounding.places.answers import place_of_name, ref_of
from thucydides.grounding.places.gazetteer import Gazetteer, open_gazetteer
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.reading import Reading
from thucydides.nouns.document import Document
from thucydides.nouns.place import Place, PlaceRef


def name_places(document: Document, gazetteer: Gazetteer, reading: "Reading | None" = None) -> tuple[PlaceRef, ...]:
    """Every name by itself, chains taken apart, with the names of peoples (the corpora mark them too): for measuring."""
    reading = reading or Reading(document, gazetteer)
    return tuple(
        ref_of(reading, n.core_first, n.last, "mentioned", *place_of_name(n, reading))
        for n in reading.names if n.accepted
    )  # fmt: skip


def resolve_span(document: Document, start: int, end: int, gazetteer: Gazetteer | None = None) -> Place | None:
    """What the name at characters `start`..`end` of a document resolves to, taken to be a place; None where nothing has that name."""
    return SpanResolver(document, gazetteer or open_gazetteer()).at(start, end)


class SpanResolver:
    """Resolves given spans of one document, which is read once."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self.reading = Reading(document, gazetteer)

    def at(self, start: int, end: int) -> Place | None:
        tokens = self.reading.tokens
        best: tuple[int, Name] | None = None
        for name in self.reading.names:
            a, b = tokens.starts[name.core_first], tokens.end(name.last)
            overlap = min(b, end) - max(a, start)
            if overlap > 0 and (best is None or overlap > best[0]):
                best = (overlap, name)
        if best is None:
            return None
        name = best[1]
        if name.kind == "place" and name.choice is None:  # set aside as a person's or a street's, and said to be a place's
            self.reading.choosing.choose_alone(name)
        return place_of_name(name, self.reading)[0]
