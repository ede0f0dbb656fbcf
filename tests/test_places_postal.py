"""Villages of countries of which no table is at hand, from post codes, and quarters that wars made known. The sentences are ours."""

import sys
from pathlib import Path

import pytest

from thucydides.grounding.places import ground_places, open_gazetteer
from thucydides.nouns import Document
from thucydides.vocabulary import table

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))


@pytest.mark.parametrize(
    ("text", "country", "near"),
    [
        ("Two men were shot dead in Pherzawl, in the Indian state of Manipur, on Monday.", "IN", (24.26, 93.19)),
        ("Soldiers searched houses in Cevizdibi, a village in Turkey's Hakkari province.", "TR", (37.55, 43.49)),
        ("Gunmen attacked the village of Priterechny in Russia's North Ossetia on Friday.", "RU", (43.74, 44.30)),
        ("Rebels shot two policemen in Dekai, in Indonesia's Highland Papua province, on Tuesday.", "ID", (-4.86, 139.48)),
        ("Shells fell on Wadi al-Rabie, south of Tripoli, in Libya.", "LY", (32.72, 13.25)),
    ],
)
def test_villages_and_quarters_are_found_where_they_lie(text: str, country: str, near: tuple[float, float]) -> None:
    places = [r.place for r in ground_places(Document("d", "d", text, "d")) if r.place is not None and r.place.latitude is not None]
    assert any(
        p.country == country and abs((p.latitude or 0) - near[0]) < 0.3 and abs((p.longitude or 0) - near[1]) < 0.3 for p in places
    ), places


def test_the_file_stays_small() -> None:
    assert open_gazetteer().layers[0] is not None
    file = Path(__file__).resolve().parents[1] / "src/thucydides/grounding/data/gazetteer.bin"
    assert file.stat().st_size < 40_000_000


def test_russian_and_ukrainian_names_are_written_as_the_press_writes_them() -> None:
    from building_gazetteer.names import romanised

    assert romanised("Притеречный", "russian") == "Priterechny"
    assert romanised("Екатериновка", "russian") == "Yekaterinovka"
    assert romanised("Згурівка") == "Zghurivka"


def test_houses_and_names_without_a_place_of_their_own_are_left_out() -> None:
    from building_gazetteer.postal import _named

    rows = [
        {"country_code": "IN", "city": name, "state": "Manipur", "latitude": "24.2", "longitude": "93.2", "accuracy": sure}
        for name, sure in (("Pherzawl", "4"), ("Irong Khunou", "3"), ("Churachandpur College", "4"), ("PHERZAWL BAZAR (East)", "4"))
    ]
    assert [name for _, name, *_ in _named(rows)] == ["Pherzawl"]


def test_no_place_of_wars_is_entered_twice() -> None:
    rows = [(row["country"], row["name"]) for row in table("places_sites")]
    assert len(rows) == len(set(rows))
