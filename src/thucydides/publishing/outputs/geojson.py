"""geojson: the incidents as features for a map program (RFC 7946).

Positions are longitude, latitude in WGS84, at most six decimals. A place that is known only as a district, a province or a
country is given as the middle of that area with `radius_km`, `precision` and `uncertain: true`; what no document places has a
null geometry.
"""

from typing import Any

import msgspec

from thucydides.nouns import Incident, Place, Record
from thucydides.publishing import words
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.shapes import at, bounds, iso

INFO = FormatInfo(
    "geojson",
    ".geojson",
    "Incidents and acts as map features, with how exactly each place is known and the passages that tell of it.",
    standard="GeoJSON (RFC 7946)",
    readers=("QGIS", "Leaflet", "kepler.gl", "GDAL"),
)
CERTAIN = 2
"""Largest where_prec class of a place that a point may stand for; above it the point is only the middle of an area."""


def write(record: Record, options: Options) -> bytes:
    """The record as one FeatureCollection, in the order of time."""
    index = Index(record, options)
    features = [_feature(index, i) for i in sorted(record.incidents, key=by_time)]
    boxes = [f["geometry"]["coordinates"] for f in features if f["geometry"]]
    found: dict[str, Any] = {"type": "FeatureCollection", "name": record.title, "status": options.status}
    if boxes:
        lons, lats = [p[0] for p in boxes], [p[1] for p in boxes]
        found["bbox"] = [min(lons), min(lats), max(lons), max(lats)]
    found["features"] = features
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def _feature(index: Index, incident: Incident) -> dict[str, Any]:
    place, when = incident.assessed("place"), incident.assessed("date")
    where, date = (place.place if place else None), (when.date if when else None)
    documents = sorted({index.mentions[m].document for m in incident.mentions if m in index.mentions})
    told = sorted(m for m in incident.mentions if m in index.mentions and index.mentions[m].passages)
    properties: dict[str, Any] = {
        "title": incident.title,
        "kind": incident.kind,
        "type": incident.type,
        "event_type": incident.event_type,
        "status": incident.status,
        "date": date.edtf if date else None,
        "earliest": iso(date.earliest) if date else None,
        "latest": iso(date.latest) if date else None,
        "date_precision": date.precision if date else None,
        "place": where.name if where else None,
        "admin1": where.admin1 if where else None,
        "country": where.country if where else None,
        "precision": where.precision if where else None,
        "precision_meaning": words.PRECISIONS.get(where.precision) if where and where.precision else None,
        "radius_km": where.radius_km if where else None,
        "uncertain": _uncertain(where),
        "actors": [{"name": name, "role": role} for _, name, role in incident.actors],
        "sources": [index.source(d) for d in documents],
        "accounts": [_account(index, m) for m in told],
        "harm_grade": incident.harm.grade if incident.harm else None,
        "responsibility_grade": incident.responsibility.grade if incident.responsibility else None,
        "discrepancies": list(incident.discrepancies),
    }
    if incident.kind == "incident":
        for outcome in words.OUTCOMES:
            value = bounds(a.quantity if (a := incident.assessed(outcome)) else None)
            properties[outcome] = {k: value[k] for k in ("low", "best", "high")}
    return {"type": "Feature", "id": incident.id, "geometry": _geometry(where), "properties": properties}


def _account(index: Index, mention: str) -> dict[str, Any]:
    """One document's telling: whose it is, where in the text it stands, and its words as far as they may be quoted."""
    passage = index.mentions[mention].passages[0]
    return {"source": index.source(passage.document), **at(passage), "passage": index.quote(passage)}


def _uncertain(place: Place | None) -> bool | None:
    if place is None or place.latitude is None:
        return None
    return place.precision is None or place.precision > CERTAIN


def _geometry(place: Place | None) -> dict[str, Any] | None:
    """A point, longitude first; None where the place or its position is unknown or no position on earth."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    if not (-180 <= place.longitude <= 180 and -90 <= place.latitude <= 90):
        return None
    return {"type": "Point", "coordinates": [round(place.longitude, 6), round(place.latitude, 6)]}
