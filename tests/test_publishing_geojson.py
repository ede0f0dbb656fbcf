"""geojson: what RFC 7946 asks, checked here rule by rule, and how exactly each place is known."""

import json
from typing import Any

import pytest
from msgspec.structs import replace

from publishing_sample import sample
from publishing_texts import GUALAQUIZA
from thucydides.nouns import Record
from thucydides.publishing import export

GEOMETRIES = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")
MEMBERS = ("type", "geometry", "properties", "id", "bbox", "features", "coordinates", "geometries")


def collection(record: Record) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export(record, "geojson") or b"")
    return found


def faults(value: dict[str, Any]) -> list[str]:
    """What a FeatureCollection of points has against RFC 7946; sections of the RFC in brackets."""
    found = []
    if value.get("type") != "FeatureCollection" or not isinstance(value.get("features"), list):
        found.append("[3.3] a FeatureCollection has an array of features")
    if "crs" in json.dumps(value):
        found.append("[4] no other coordinate reference system")
    ids = []
    for feature in value["features"]:
        if feature.get("type") != "Feature":
            found.append("[3.2] every member is a Feature")
        if "geometry" not in feature or "properties" not in feature:
            found.append("[3.2] a Feature has geometry and properties")
        if not isinstance(feature.get("properties"), dict | None):
            found.append("[3.2] properties are an object or null")
        if "id" in feature and not isinstance(feature["id"], str | int | float):
            found.append("[3.2] an id is a string or number")
        if {"coordinates", "geometries", "features"} & set(feature):
            found.append("[7.1] a Feature has no member of another type")
        ids.append(feature.get("id"))
        geometry = feature["geometry"]
        if geometry is None:
            continue
        if geometry.get("type") not in GEOMETRIES:
            found.append("[1.4] one of the seven types of geometry")
        if {"geometry", "properties", "features"} & set(geometry):
            found.append("[7.1] a geometry has no member of another type")
        position = geometry["coordinates"]
        if not (2 <= len(position) <= 3 and all(isinstance(n, int | float) for n in position)):
            found.append("[3.1.1] a position has two or three numbers")
        elif not (-180 <= position[0] <= 180 and -90 <= position[1] <= 90):
            found.append("[3.1.1] longitude first, in degrees of WGS 84")
        elif any(round(n, 7) != n for n in position):
            found.append("[11.2] no more digits than about ten centimetres")
    if len(set(ids)) != len(ids):
        found.append("ids are not unique")
    box = value.get("bbox")
    points = [f["geometry"]["coordinates"] for f in value["features"] if f["geometry"]]
    if box is not None and (len(box) != 4 or any(not (box[0] <= x <= box[2] and box[1] <= y <= box[3]) for x, y in points)):
        found.append("[5] the bbox is west, south, east, north and holds every position")
    return found


def test_it_keeps_the_rules_of_the_rfc() -> None:
    assert faults(collection(sample())) == []
    assert faults(collection(Record("Empty", 1))) == []


@pytest.mark.parametrize(
    "breakage",
    [
        lambda c: c.update(type="Features"),
        lambda c: c["features"][0].pop("properties"),
        lambda c: c["features"][0]["geometry"].update(coordinates=[-3.4, -178.57]),
        lambda c: c["features"][0]["geometry"].update(type="Spot"),
        lambda c: c.update(bbox=[0, 0, 1, 1]),
        lambda c: c["features"].append(c["features"][0]),
    ],
)
def test_the_check_itself_finds_faults(breakage: Any) -> None:
    value = collection(sample())
    breakage(value)
    assert faults(value)


def test_longitude_stands_before_latitude_and_no_place_is_null() -> None:
    found = {f["id"]: f for f in collection(sample())["features"]}
    assert found["EC-1991-03-12"]["geometry"] == {"type": "Point", "coordinates": [-78.57, -3.4]}
    assert found["XX-unknown"]["geometry"] is None
    assert set(found) == {i.id for i in sample().incidents}


def test_an_uncertain_place_says_how_uncertain() -> None:
    found = {f["id"]: f["properties"] for f in collection(sample())["features"]}
    mine = found["PE-1991-02"]
    assert (mine["precision"], mine["precision_meaning"], mine["radius_km"], mine["uncertain"]) == (4, "province", 110.0, True)
    assert found["XX-unknown"]["uncertain"] is None
    assert mine["killed"] == {"low": None, "best": None, "high": None}
    assert "killed" not in found["EC-1991-03-15"], "an act has no toll"


def test_a_feature_read_back_has_the_records_values_and_its_passages() -> None:
    record = sample()
    texts = {d.id: d.text for d in record.documents}
    found = {f["id"]: f["properties"] for f in collection(record)["features"]}
    for incident in record.incidents:
        told, dead = found[incident.id], incident.assessed("killed")
        assert {a["document"] for a in told["accounts"]} == {m.document for m in record.mentions if m.id in incident.mentions}
        for account in told["accounts"]:
            words = " ".join(texts[account["document"]][account["start"] : account["end"]].split())
            assert words.startswith(account["passage"].removesuffix(" …"))
        if dead and dead.quantity:
            assert told["killed"] == {"low": dead.quantity.low, "best": dead.quantity.best, "high": dead.quantity.high}


def test_a_position_that_is_none_on_earth_is_left_out() -> None:
    record = sample()
    clash = next(i for i in record.incidents if i.id == "EC-1991-03-12")
    wrong = replace(GUALAQUIZA, latitude=-78.57, longitude=-340.0)
    assessments = tuple(replace(a, place=wrong) if a.place else a for a in clash.assessments)
    feature = collection(replace(record, incidents=(replace(clash, assessments=assessments),)))["features"][0]
    assert feature["geometry"] is None
