"""Names that a far, well-known place shares: halves of names, the country that a report was filed from, ships and talks, parts of any town; and
villages that only their country or a distance tells. The reports are ours."""

from pathlib import Path

import pytest

from thucydides.grounding.places import ground_places, known_in, open_gazetteer
from thucydides.grounding.places.fold import fold
from thucydides.nouns import Document, PlaceRef
from told import told


def refs(text: str) -> list[PlaceRef]:
    return list(ground_places(Document("d", "d", text, "d")))


def named(text: str, wording: str) -> PlaceRef:
    return next(r for r in refs(text) if wording in r.wording)


def test_a_half_of_a_name_is_not_the_far_town_that_has_it_for_another_name() -> None:
    assert all(r.place is None or r.place.country != "SY" for r in refs("A patrol was ambushed in the vicinity of Sam-Ouadalla on Monday."))
    assert named("The army closed the Dimashq road. Troops left Damascus-Homs posts.", "Damascus").place is not None


def test_a_report_that_names_no_country_is_about_the_one_from_whose_capital_it_was_filed() -> None:
    found = named("MAPUTO, 3 May 2022 - Gunmen shot two guards dead in Palma on Monday.", "Palma").place
    assert found is not None
    assert found.country == "MZ"
    spain = named("MAPUTO, 3 May 2022 - Two men from Spain were arrested in Palma on Monday, Spanish police said.", "Palma").place
    assert spain is not None
    assert spain.country == "ES"


def test_a_village_that_no_gazetteer_holds_lies_as_far_off_as_is_told() -> None:
    place = named("In Libya rebels took the village of Zhurvanka, 100 km south of Tripoli, on Monday.", "Zhurvanka").place
    assert place is not None
    assert place.latitude is not None
    assert 31.5 < place.latitude < 32.5
    assert "moved 100 km south" in place.reason


@pytest.mark.parametrize("part", ["Old City", "Old Town", "City Centre"])
def test_a_part_that_any_town_has_is_no_place_by_itself(part: str) -> None:
    found = refs(f"Snipers fired close to the historic {part} on Monday, residents of Aleppo said.")
    assert [r.wording for r in found if r.place is not None] == ["Aleppo"]


@pytest.mark.parametrize("house", ["seaport", "airport", "power plant", "oil depot"])
def test_a_town_whose_port_or_plant_was_struck_is_where_it_was(house: str) -> None:
    assert next(r for r in refs(f"On Monday the Sirte {house} was shelled.") if "Sirte" in r.wording).role == "at"


def test_a_bare_name_is_the_town_beside_and_not_the_far_province() -> None:
    place = named("On Monday two bombs wounded two men in Tipo-Tipo and in Isabela.", "Isabela").place
    assert place is not None
    assert place.latitude is not None
    assert place.latitude < 8


def test_a_name_of_one_place_in_a_country_is_known_there() -> None:
    fantio = known_in("Fantio", "NE")
    assert fantio is not None
    assert fantio.country == "NE"
    assert known_in("Kakuma", "US") is None
    assert known_in("Santa Rosa", "CO") is None


def test_a_village_at_the_head_of_an_entry_is_that_of_the_country_told(tmp_path: Path) -> None:
    text = "Niger's army: its losses of 2021\n\n4 December 2021 – Fantio – gunmen killed 29 soldiers of Niger in an attack on their post."
    places = [m.place.place.name for m in told(tmp_path, text).mentions if m.place is not None and m.place.place is not None]
    assert places == ["Fantio"]


def test_a_town_in_the_name_of_a_ship_or_of_talks_is_no_place_of_a_deed(tmp_path: Path) -> None:
    text = (
        "Attacks off Yemen\n\nOn 31 December helicopters that came to the aid of the Maersk Hangzhou fired on boats of Yemen's Houthis, "
        "sinking three. The Houthis of Yemen buried ten men. Yemen's Houthis had left the Geneva talks."
    )
    countries = {m.place.place.country for m in told(tmp_path, text).mentions if m.place is not None and m.place.place is not None}
    assert not countries & {"CN", "CH"}


@pytest.mark.parametrize(
    ("name", "country"),
    [("West Gojjam", "ET"), ("North Shewa", "ET"), ("Rowangchhari", "BD"), ("Sam-Ouandja", "CF"), ("Majdal Shams", "IL"), ("Haj Omran", "IQ")],
)
def test_units_and_towns_as_the_press_calls_them_are_known(name: str, country: str) -> None:
    gazetteer = open_gazetteer()
    assert any(gazetteer.country(n) == country for n in gazetteer.find(fold(name)))


def test_an_unlisted_area_lies_in_no_district_of_a_country_that_the_report_never_names() -> None:
    found = refs(
        "The Indonesian army lost two soldiers in Papua on 4 March 2031. The Indonesian soldiers were attacked in the Yal area of "
        "Mugi district, the army of Indonesia said."
    )
    assert {r.place.country for r in found if r.place is not None} == {"ID"}
