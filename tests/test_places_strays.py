"""Names that the gazetteer holds only elsewhere are no place of an incident, nor is the capital that a report was written from. Reports of ours."""

import pytest

from test_country_of_incidents import incidents, place
from thucydides.nouns import Place
from thucydides.reconciling.geography import level, relation


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "Soldiers killed in Chad\n\nFighters killed nine soldiers in Boma on Monday, the Chadian army said. N'Djamena sent troops to "
            "Lac province. Chad has closed the lake to boats. Chadian villages on the shore were left empty.",
            "TD",
        ),
        (
            "Workers killed in Papua\n\nSeparatists killed nine road workers in the Highlands region of Papua on Monday, the Indonesian "
            "army said. Indonesia sent troops to Wamena and Jayapura. Police in Papua province asked for patience.",
            "ID",
        ),
    ],
)
def test_a_name_found_only_in_a_country_that_nothing_else_speaks_of_is_no_place_of_the_deed(text: str, country: str) -> None:
    assert {place(m).country for m in incidents(text)} == {country}


def test_a_mosque_that_bears_the_name_of_a_far_town_is_not_in_that_town() -> None:
    text = (
        "Mosque bombed\n\nA bomb killed nine worshippers inside the Sayed-Abad mosque on Monday, officials in Kunduz said. "
        "Kunduz province has seen years of war. Doctors in Kunduz asked for blood."
    )
    assert {place(m).name for m in incidents(text)} == {"Kunduz"}


def test_a_large_town_abroad_needs_no_country_beside_it() -> None:
    text = (
        "Attacks abroad\n\nA bomb killed nine passengers in Istanbul on Monday. Iraq sent its sympathy. Iraqi police in Baghdad and "
        "Mosul searched cars. Hospitals in Basra offered help."
    )
    assert place(incidents(text)[0]).name == "Istanbul"


def test_a_seat_of_government_named_only_in_the_dateline_is_no_place_of_the_deed() -> None:
    text = (
        "Three soldiers killed in clash\n\nBAKU, June 6 (Agency) - Three Azerbaijani soldiers were killed in a clash on the border on "
        "Monday. The Azerbaijani army said its positions came under fire. Azerbaijan blamed its neighbour."
    )
    assert {place(m).name for m in incidents(text)} == {"Azerbaijan"}


def test_a_seat_of_government_where_the_deed_was_stays_its_place() -> None:
    text = (
        "Bomb kills nine\n\nKABUL, June 6 (Agency) - Nine people were killed when a bomb went off near a mosque on Monday, police said. "
        "Shops in Kabul stayed closed. The Afghan government blamed nobody."
    )
    assert {place(m).name for m in incidents(text)} == {"Kabul"}


def test_a_large_island_is_as_wide_as_a_province() -> None:
    island = Place("Sulawesi", "x:1", "island", "ID", latitude=-2.0, longitude=121.0, precision=5, radius_km=400.0)
    isle = Place("Yon", "x:2", "island", "KR", latitude=37.6, longitude=125.7, precision=5, radius_km=5.0)
    town = Place("Sigi", "x:3", "settlement", "ID", latitude=-1.4, longitude=119.9, precision=1, radius_km=5.0)
    assert (level(island), level(isle)) == (1, 3)
    assert relation(town, island) in ("inside", "near")


@pytest.mark.parametrize(
    "aside",
    [
        "A wake in Quito was opened by the president on Tuesday.",
        "The defence minister told reporters in Quito, where he met his generals, that nobody else was hurt.",
        "The body of one soldier was flown to Quito.",
    ],
)
def test_where_the_dead_were_mourned_or_somebody_spoke_is_no_place_of_the_deed(aside: str) -> None:
    text = (
        f"Soldiers ambushed\n\nGunmen killed eleven soldiers in the province of Orellana on Monday, the Ecuadorian army said. {aside} "
        "Troops searched the banks of the river."
    )
    assert {place(m).name for m in incidents(text)} == {"Orellana"}


def test_a_funeral_that_was_struck_is_the_place_of_the_deed() -> None:
    text = "Funeral bombed\n\nA suicide bomber killed nine mourners at a funeral in Quetta on Monday, Pakistani police said. Shops closed."
    assert {place(m).name for m in incidents(text)} == {"Quetta"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "The road to Baglung\n\nAn army helicopter fired on Takam on Monday. Three porters were killed, villagers said. Men from Rolpa had "
            "pressed them to carry loads.",
            "NP",
        ),
        (
            "Villages burnt\n\nGunmen killed nine farmers near Ginsi village on Monday. Those who fled told of burnt barns at Khin. Monks in "
            "Mandalay, Monywa and Sagaing took them in.",
            "MM",
        ),
    ],
)
def test_a_village_far_abroad_is_no_place_of_a_deed_for_bearing_its_name(text: str, country: str) -> None:
    assert {place(m).country for m in incidents(text)} == {country}


def test_a_village_of_the_next_country_is_a_place_of_a_deed() -> None:
    text = (
        "Raid over the river\n\nGunmen from Maiduguri and Gwoza crossed into Cameroon's north and killed nine people in Kolofata on Monday."
    )
    assert {place(m).country for m in incidents(text)} == {"CM"}
