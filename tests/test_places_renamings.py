"""Renamed places: the answer is the entry of today, the reason tells of the renaming, and a name is read by its time."""

from datetime import date, timedelta

import pytest

from thucydides import vocabulary
from thucydides.grounding.places import ground_places, open_gazetteer
from thucydides.grounding.places.fold import fold
from thucydides.grounding.places.renamings import renamings
from thucydides.nouns import DateRange, Document, PlaceRef


def first(text: str, day: str = "") -> PlaceRef:
    when = date.fromisoformat(day) if day else None
    published = DateRange(day, when, when, "day", "stated", "published.metadata") if when else None
    return ground_places(Document(id="d", path="d", text=text, sha256="", published=published))[0]


@pytest.mark.parametrize(
    ("text", "name", "country", "kind"),
    [
        ("Fighting broke out in Leninabad in Tajikistan.", "Khujand", "TJ", "settlement"),
        ("An attack in Leninabad province, Tajikistan.", "Sughd", "TJ", "admin1"),
        ("Shells hit Artemivsk in eastern Ukraine.", "Bakhmut", "UA", "settlement"),
        ("Troops fired on protesters in Rangoon, Burma.", "Yangon", "MM", "settlement"),
        ("Rebels seized Kurgan-Tyube.", "Bokhtar", "TJ", "settlement"),
        ("Mobs clashed in Bombay.", "Mumbai", "IN", "settlement"),
    ],
)
def test_a_former_name_is_answered_with_the_entry_of_today_and_its_years(text: str, name: str, country: str, kind: str) -> None:
    ref = first(text)
    assert ref.place is not None
    assert (ref.place.name, ref.place.country, ref.place.kind) == (name, country, kind)
    assert f"is what {name} was called" in ref.reason


def test_one_name_is_a_district_at_one_time_and_a_city_at_another() -> None:
    text = "Gunmen attacked a post in Bokhtar, Tajikistan."
    before, after = first(text, "2015-06-01").place, first(text, "2020-06-01").place
    assert before is not None
    assert after is not None
    assert (before.name, before.kind) == ("Kushoniyon", "admin2")
    assert (after.name, after.kind) == ("Bokhtar", "settlement")


def test_every_former_name_leads_to_an_entry_of_its_country() -> None:
    gazetteer = open_gazetteer()
    for key, rows in renamings().items():
        bearers = gazetteer.renamed(key)
        assert len(bearers) == len({(row.country, row.kind, row.place) for row in rows}), key
        assert {gazetteer.entry(number).country for number in bearers} == {row.country for row in rows}, key


def test_the_years_of_a_renaming_are_in_order_and_each_row_has_a_source() -> None:
    for row in vocabulary.table("places_renamings"):
        assert row["source"]
        assert fold(row["former"]) != fold(row["place"])
    for rows in renamings().values():
        for row in rows:
            assert row.last is not None
            assert row.first is None or row.first < row.last
            assert row.in_use(row.last)
            assert not row.in_use(row.last + timedelta(days=1))
