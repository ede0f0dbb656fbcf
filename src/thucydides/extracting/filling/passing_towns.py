"""Passing towns: the town that an incident's own sentences name without saying that it was there.

Invariant: a seat of government and the home of a body are none, for those speak of what was elsewhere.
"""

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.filling.unsaid import TOWNS, named_place
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.actors.countries import seat_country
from thucydides.grounding.places import OF_BODY
from thucydides.nouns import PlaceRef


def in_passing(draft: Draft, around: Surroundings) -> PlaceRef | None:
    """The one town that the sentences of an incident told without a place name in passing, which says more of it than a heading does."""
    found = named_place(draft, around)
    place = found.place if found is not None else None
    if place is None or place.kind not in TOWNS or OF_BODY in place.reason or seat_country(place.name) == place.country:
        return None
    return found
