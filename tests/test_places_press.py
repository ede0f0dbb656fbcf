"""Press spellings of places of many wars are known wherever they stand in a report about their country."""

import csv
from itertools import groupby
from pathlib import Path

import pytest

from thucydides.grounding.places import country_name, ground_places
from thucydides.grounding.places.geometry import haversine
from thucydides.nouns import Document

with open(Path(__file__).parent / "data" / "press_spellings.csv", encoding="utf-8", newline="") as _lines:
    ROWS = list(csv.DictReader(_lines))
BY_COUNTRY = {code: list(rows) for code, rows in groupby(sorted(ROWS, key=lambda row: row["country"]), lambda row: row["country"])}
NEAR_KM = 50.0
WORDINGS = (
    "{name} was shelled for a third day, activists in {country} said on Friday. At least nine people died there.",
    "Residents of {name} fled on Monday after soldiers burned houses, a witness told reporters in {country}.",
    "{country}'s army said on Tuesday that its troops had retaken {name} after a week of fighting.",
    "The battle for {name} left dozens dead, the government of {country} said.",
)


def test_the_spellings_are_of_many_wars() -> None:
    assert len(ROWS) >= 400
    assert len(BY_COUNTRY) >= 25


@pytest.mark.parametrize("code", sorted(BY_COUNTRY))
def test_spellings_of(code: str) -> None:
    wrong = []
    for row in BY_COUNTRY[code]:
        for wording in WORDINGS:
            text = wording.format(name=row["spelling"], country=country_name(code))
            start = text.index(row["spelling"])
            refs = ground_places(Document(id="d", path="d", text=text, sha256=""))
            place = next((r.place for r in refs if r.passage.start < start + len(row["spelling"]) and start < r.passage.end), None)
            if place is None or place.latitude is None or place.longitude is None:
                wrong.append(f"{row['spelling']}: none in {text!r}")
            elif haversine(place.latitude, place.longitude, float(row["latitude"]), float(row["longitude"])) > NEAR_KM:
                wrong.append(f"{row['spelling']}: {place.name}, {place.country} in {text!r}")
    assert not wrong


def test_a_known_town_in_no_country_is_found_after_a_preposition() -> None:
    text = "A suicide bomber killed seven people in Jisr al-Shughour on Friday, police said."
    refs = ground_places(Document(id="d", path="d", text=text, sha256=""))
    assert [ref.place.country for ref in refs if ref.place is not None] == ["SY"]


def test_people_with_names_of_towns_of_the_country_are_no_places() -> None:
    text = "Colonel Riad Homsi and General Qasim Rastan of Syria's army met in Damascus. Rastan said that talks would go on."
    refs = ground_places(Document(id="d", path="d", text=text, sha256=""))
    assert {ref.wording for ref in refs if ref.place is not None and ref.place.kind == "settlement"} == {"Damascus"}


def test_towns_called_like_persons_are_towns_and_longer_names_of_persons_are_not() -> None:
    text = "Gunmen attacked a post in Sheikh Zuweid, Egypt, on Friday. Detainees in Abu Ghraib, Iraq, met General Santos Garcia and Ed Harris."
    refs = ground_places(Document(id="d", path="d", text=text, sha256=""))
    assert [ref.place.country for ref in refs if ref.place is not None and ref.place.kind == "settlement"] == ["EG", "IQ"]


def test_a_possessive_within_a_name_is_part_of_it() -> None:
    text = "Fire killed nine people in a camp in Cox's Bazar, and Lebanon's Tripoli and Prince George's County, Md., sent aid."
    refs = ground_places(Document(id="d", path="d", text=text, sha256=""))
    assert [ref.place.country for ref in refs if ref.place is not None] == ["BD", "LB", "US"]
