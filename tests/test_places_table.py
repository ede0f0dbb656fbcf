"""Hand-written wordings over many wars resolve to the right entry, or to none."""

import csv
from pathlib import Path

import pytest

from thucydides.grounding.places import ground_places
from thucydides.grounding.places.fold import fold
from thucydides.grounding.places.geometry import haversine
from thucydides.nouns import Document, PlaceRef

with open(Path(__file__).parent / "data" / "places.csv", encoding="utf-8", newline="") as _lines:
    ROWS = list(csv.DictReader(_lines))


def _refs(sentence: str, span: str) -> list[PlaceRef]:
    start = sentence.index(span)
    end = start + len(span)
    document = Document(id="d", path="d", text=sentence, sha256="")
    return [ref for ref in ground_places(document) if ref.passage.start < end and start < ref.passage.end]


def test_the_table_covers_many_countries() -> None:
    assert len(ROWS) >= 200
    assert len({row["country"] for row in ROWS}) >= 40


@pytest.mark.parametrize("row", ROWS, ids=[f"{i}-{row['span'][:24]}" for i, row in enumerate(ROWS)])
def test_wording(row: dict[str, str]) -> None:
    refs = _refs(row["sentence"], row["span"])
    if row["country"] == "none":
        assert all(ref.place is None or ref.place.latitude is None for ref in refs)
        return
    assert refs, "the name was not taken for a place"
    place = refs[0].place
    assert place is not None, refs[0].reason
    assert place.reason
    if row["country"]:
        assert place.country == row["country"]
    if row["admin1"]:
        assert fold(place.admin1 or "") == fold(row["admin1"])
    if row["latitude"]:
        assert place.latitude is not None
        assert place.longitude is not None
        assert haversine(place.latitude, place.longitude, float(row["latitude"]), float(row["longitude"])) <= float(row["within_km"])
    if row["role"]:
        assert refs[0].role == row["role"]
