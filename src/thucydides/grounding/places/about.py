"""About: the one place that a report as a whole is about, for incidents whose own sentences name none.

Local news says "Rocky Mount police" or opens with a date line and then tells what happened without naming the town again. That place
is a fallback, never better than one said of the incident itself, and its reason says what it rests on.
"""

from msgspec.structs import replace

from thucydides.grounding.datelines import heads_report
from thucydides.grounding.places.context import Context
from thucydides.grounding.places.gazetteer import Gazetteer, open_gazetteer
from thucydides.grounding.places.grounder import ground_places
from thucydides.grounding.places.outlets import named_after, outlet_context
from thucydides.grounding.places.places import place_of
from thucydides.nouns.document import Document
from thucydides.nouns.place import DISTRICT, Place, PlaceRef

_POINTS = {"at": 3.0, "near": 2.0, "between": 2.0, "to": 0.7, "from": 0.7, "origin": 0.5, "mentioned": 1.0}
_OF_OUTLET = 4


def place_about(document: Document, refs: tuple[PlaceRef, ...] | None = None, gazetteer: Gazetteer | None = None) -> Place | None:
    """The settlement or district that most of a report's namings speak for, weighed by role and by how early they stand.

    `refs` are the document's places where they are already known. None where the report names no place finer than a province and its
    outlet has no known home.
    """
    gazetteer = gazetteer or open_gazetteer()
    refs = ground_places(document, gazetteer) if refs is None else refs
    points: dict[str, float] = {}
    best: dict[str, Place] = {}
    for order, ref in enumerate(refs):
        place = ref.place
        if place is None or place.latitude is None or place.coarseness > DISTRICT or not place.gazetteer_id:
            continue
        worth = _POINTS[ref.role] * (1.6 if order < 3 else 1.2 if order < 6 else 1.0)
        if heads_report(ref.wording, ref.passage.start):
            worth += 2.0
        if place.kind == "admin2":
            worth *= 0.6
        points[place.gazetteer_id] = points.get(place.gazetteer_id, 0.0) + worth
        best.setdefault(place.gazetteer_id, place)
    if points:
        chosen = best[max(points, key=lambda key: (points[key], key))]
        return replace(chosen, reason=f"the place that the report as a whole speaks of most; {chosen.reason}")
    context = Context()
    outlet_context(document, gazetteer, context)
    home = context.home or named_after(context, gazetteer)
    if home is not None:
        return place_of(home, "no place is named; the outlet is at home there", precision=_OF_OUTLET)
    return None
