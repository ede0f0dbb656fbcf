"""Places that the words say to lie in another, towns called like persons or like others abroad, and what is called after a town. The reports are ours."""

import pytest

from thucydides.grounding.places import ground_places
from thucydides.nouns import Document, PlaceRef
from told import ASIDE, incidents, read


def named(text: str, wording: str) -> PlaceRef:
    return next(r for r in ground_places(Document("d", "d", text, "d")) if wording in r.wording)


def lies(text: str, wording: str) -> tuple[str, str | None]:
    place = named(text, wording).place
    assert place is not None
    return place.name, place.country


def place_told(text: str, published: str) -> str:
    (mention,) = incidents(read(f"{text}\n\n{ASIDE}", published))
    assert mention.place
    assert mention.place.place
    return mention.place.place.name


def test_a_hamlet_of_a_town_is_by_that_town_and_no_city_abroad() -> None:
    ref = named("Gunmen shot four men in San José, a hamlet of Apartadó.", "San José")
    assert ref.place is not None
    assert ref.place.country == "CO"
    assert abs((ref.place.latitude or 0) - 7.88) < 0.5
    assert lies("A shell fell on Kafr Batna, a suburb of Damascus.", "Kafr Batna")[1] == "SY"


@pytest.mark.parametrize("words", ["in the Zap region of northern Iraq", "near Zap, in northern Iraq"])
def test_a_name_known_only_abroad_lies_in_the_country_that_is_said(words: str) -> None:
    assert lies(f"Turkish jets from Diyarbakir bombed camps {words} on Monday, the staff in Ankara said.", "Zap") == ("Iraq", "IQ")


def test_camps_told_together_lie_in_the_same_town() -> None:
    text = "Militiamen killed hundreds of people in the Sabra and Shatila camps in west Beirut."
    assert lies(text, "Sabra") == ("Beirut", "LB")


def test_a_river_is_not_in_the_town_that_its_bridge_is_in() -> None:
    assert lies("A mine blew up a bridge over the Tigris in northern Baghdad.", "Baghdad") == ("Baghdad", "IQ")


def test_a_town_written_with_marks_is_that_of_the_report_s_country() -> None:
    text = "Guerrillas attacked Usulután in March. In Berlín they shot a guard. They fled to Jiquilisco."
    assert lies(text, "Berlín") == ("Berlín", "SV")


def test_a_district_called_like_a_person_is_one_behind_in() -> None:
    assert lies("Militants attacked posts in Ben Guerdane, on the border with Libya, on Monday.", "Ben Guerdane")[1] == "TN"


def test_a_dam_called_after_a_town_is_no_part_of_the_city_told_beside_it() -> None:
    assert "adith" in lies("Bombers attacked troops near Haditha dam, north-west of Baghdad.", "Haditha")[0]


def test_a_district_is_no_village_of_its_name_in_another_country() -> None:
    ref = named("A bus hit a mine on the Kandahar-Herat highway in Washir district.", "Washir")
    assert ref.place is None or ref.place.country == "AF"


def test_a_town_before_a_colon_in_a_title_is_where_it_happened() -> None:
    title = "Jakarta: nine killed as bomb explodes outside embassy"
    text = "A car bomb exploded outside an embassy on Thursday, killing nine people. The prime minister said in Canberra that nobody would be cowed."
    assert place_told(f"{title}\n\n{text}", "2004-09-09") == "Jakarta"


def test_where_the_dead_were_at_home_does_not_move_the_deed() -> None:
    text = "Two American soldiers from Fort Hood, Texas, were killed by a bomb on Sunday near Samarra. One was born in Peoria, Illinois."
    assert place_told(f"Soldiers killed\n\n{text}", "2004-05-10") == "Sāmarrā’"


@pytest.mark.parametrize(
    "line",
    [
        "Police in Gao arrested a man on Wednesday over Monday's killing of two guards in Kidal.",
        "A man was arrested in Gao on Wednesday on suspicion of shooting dead two guards in Kidal on Monday.",
        "Two men were charged in Gao on Wednesday with the murder of two guards in Kidal on Monday.",
    ],
)
def test_a_deed_was_not_where_somebody_was_arrested_for_it(line: str) -> None:
    assert place_told(f"News from Mali\n\n{line}", "2024-05-02") == "Kidal"


def test_where_officials_spoke_at_the_end_of_a_sentence_is_not_where_it_was() -> None:
    text = (
        "Foreign aircraft from Peshawar bombed villages in Khost and Kunar provinces of Afghanistan on Saturday, killing at least 45 people, "
        "officials in Kabul said."
    )
    assert place_told(f"Villages bombed\n\n{text}", "2022-04-17") in ("Khost", "Kunar")


def test_a_province_of_two_lands_may_be_joined_by_a_hyphen() -> None:
    assert lies("Aircraft struck hideouts in Iran's Sistan-Baluchestan province on Thursday.", "Sistan") == ("Sistan and Baluchestan", "IR")
