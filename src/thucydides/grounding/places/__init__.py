"""Places: where on earth the names of a text lie, from names to entries of the gazetteer, with precision, radius and reason."""

from thucydides.grounding.places.about import place_about
from thucydides.grounding.places.gazetteer import Gazetteer, open_gazetteer
from thucydides.grounding.places.grounder import ground_places
from thucydides.grounding.places.narrowing import narrow, near_edge, touches
from thucydides.grounding.places.nearby import known_in, known_near
from thucydides.grounding.places.places import (
    acled_precision,
    contains,
    country_name,
    country_of,
    country_place,
    distance_km,
    middle,
    place_of,
    province_place,
    say_place,
)
from thucydides.grounding.places.reasons import OF_BODY
from thucydides.grounding.places.spans import SpanResolver, resolve_span
from thucydides.grounding.places.tables import add_table

__all__ = [
    "OF_BODY", "Gazetteer", "SpanResolver", "acled_precision", "add_table", "contains", "country_name", "country_of", "country_place",
    "distance_km", "ground_places", "known_in", "known_near", "middle", "narrow", "near_edge", "open_gazetteer", "place_about", "place_of",
    "province_place", "resolve_span", "say_place", "touches",
]  # fmt: skip
