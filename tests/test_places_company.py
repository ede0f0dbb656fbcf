"""Small places that share their name with others lie with the places told beside them, and roads between their ends. The reports are ours."""

import pytest

from test_country_of_incidents import incidents, place
from thucydides.grounding.places import distance_km, ground_places, known_near, open_gazetteer, place_of
from thucydides.nouns import Document, Place, PlaceRef


def named(text: str, wording: str) -> PlaceRef:
    return next(r for r in ground_places(Document("d", "d", text, "d")) if wording in r.wording)


def known(name: str, country: str) -> Place:
    return place_of(open_gazetteer().named(name, (), country)[0], "")


def gap(one: Place | None, name: str, country: str) -> float:
    assert one is not None
    return distance_km(one, known(name, country)) or 0.0


def test_a_village_lies_in_the_province_that_its_sentence_names() -> None:
    text = (
        "Shells fell in Spin Boldak and Kandahar on Monday. In Kunar, mortars hit Naray and Asadabad on Tuesday. "
        "Traders in Kandahar closed their shops in Panjwai and Maiwand."
    )
    found = named(text, "Naray").place
    assert found is not None
    assert found.admin1 == "Kunar"


def test_a_village_lies_by_the_town_of_its_sentence() -> None:
    text = "A convoy was ambushed near Braq on the way from As-Suwayda. Druze elders in Shahba met officials from Damascus, Syria."
    assert gap(named(text, "Braq").place, "As-Suwayda", "SY") < 80


@pytest.mark.parametrize(
    ("road", "one", "two", "country"),
    [
        ("on the Gao–Ansongo road in northern Mali", "Gao", "Ansongo", "ML"),
        ("beneath the road from Goma to Sake in eastern DR Congo", "Goma", "Sake", "CD"),
        ("on the highway that connects Abuja and Kaduna in Nigeria", "Abuja", "Kaduna", "NG"),
        ("on the Maiduguri to Damaturu road in Nigeria", "Maiduguri", "Damaturu", "NG"),
        ("on the axis Beni–Kasindi in eastern DR Congo", "Beni", "Kasindi", "CD"),
    ],
)
def test_a_road_named_by_its_ends_lies_between_them(road: str, one: str, two: str, country: str) -> None:
    ref = named(f"A mine killed three soldiers {road} on Monday.", one)
    assert ref.role == "between"
    apart = distance_km(known(one, country), known(two, country)) or 0.0
    assert gap(ref.place, one, country) < apart
    assert gap(ref.place, two, country) < apart


def test_a_stretch_of_which_one_end_is_unknown_is_near_the_other() -> None:
    ref = named("Two policemen died between Maradi and Gazouwabi in Niger on Friday.", "Maradi")
    assert ref.role == "near"


def test_two_capitals_that_talk_are_no_stretch() -> None:
    text = "Talks between Khartoum and Juba stalled after 12 people were killed in Abyei on Sunday."
    assert named(text, "Khartoum").role == "mentioned"


def test_a_village_far_from_all_other_places_of_a_report_is_none_of_its() -> None:
    text = (
        "Week of raids\n\nFighters killed four farmers in Kaziba on Monday. On Tuesday they burned houses in Rutshuru and Kiwanja. "
        "Aid workers left Goma, Sake and Masisi in the Democratic Republic of the Congo."
    )
    where = place(next(m for m in incidents(text)))
    assert where.country == "CD"
    assert gap(where, "Goma", "CD") < 300


def test_a_name_that_nothing_tells_to_be_a_place_is_looked_for_by_the_places_at_hand() -> None:
    found = known_near("Elwak", [known("Mandera County", "KE")])
    assert found is not None
    assert found.name == "El Wak"
    assert known_near("Elwak", [known("Mombasa", "KE")]) is None
    assert known_near("Springfield", [known("Chicago", "US")]) is None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("In Mali, soldiers fired at herders who had returned to Hombori on Monday; two were wounded.", "Hombori"),
        ("The fighters came down to Dori in Burkina Faso on Sunday; eleven gold miners were shot dead.", "Dori"),
        ("A group of reporters was shot at on the road into Jermuk in Armenia on Wednesday and a driver was hurt.", "Jermuk"),
    ],
)
def test_a_deed_told_of_those_who_came_to_a_place_was_there(sentence: str, name: str) -> None:
    assert place(incidents(f"Attack reported\n\n{sentence}")[0]).name == name


def test_an_alliance_led_by_a_country_is_not_where_that_is() -> None:
    assert named("He appealed to the Russia-led alliance after shells hit Jermuk in Armenia.", "Russia").role == "mentioned"


def test_where_only_the_country_is_concluded_the_region_of_the_report_is_told() -> None:
    text = (
        "Notes from the valley\n\nIn Maroua and Mora people fear the night. Traders from Kolofata, Mokolo and Waza have left. "
        "Cameroon has sent soldiers to Mora.\n\nA herder was beheaded by gunmen on 4 May 2021."
    )
    where = place(incidents(text)[-1])
    assert where.country == "CM"
    assert gap(where, "Maroua", "CM") < 150


def test_a_district_of_a_city_told_with_others_is_in_the_city_of_the_report() -> None:
    text = "Drones hit Kharkiv again. On 23 January missiles fell on the Kyivskyi and Saltivskyi districts. Ukraine asked for help."
    assert gap(named(text, "Kyivskyi").place, "Kharkiv", "UA") < 20


@pytest.mark.parametrize("text", ["The SLA shelled villages in Sri Lanka on Monday.", "Grenades were thrown at the CAI in Colombia."])
def test_the_letters_of_a_body_are_no_town_abroad(text: str) -> None:
    assert {r.place.kind for r in ground_places(Document("d", "d", text, "d")) if r.place is not None} == {"country"}


def test_the_first_word_of_a_longer_name_is_no_place_abroad() -> None:
    places = ground_places(Document("d", "d", "Forty died in a strike on Ain Deleb in Lebanon on Sunday.", "d"))
    assert {r.place.country for r in places if r.place is not None} == {"LB"}


def test_a_village_with_the_name_of_a_city_lies_in_the_province_told() -> None:
    text = "In Russia's Belgorod region four people were killed by shells in the village of Oktyabrsky on Saturday, the governor said."
    found = named(text, "Oktyabrsky").place
    assert found is not None
    assert found.admin1 == "Belgorod"


def test_deeds_told_in_brackets_lie_at_the_names_before_them() -> None:
    text = (
        "A year of raids\n\nThe crimes of the others are known in the whole of Burkina Faso: Seytenga (11 June 2022, 86 people killed). "
        "Nobody was tried.\n\nTraders in Dori, in Gorom-Gorom and in Sebba closed their shops."
    )
    assert gap(place(incidents(text)[0]), "Seytenga", "BF") < 5


def test_a_wake_that_was_attacked_is_where_the_deed_was() -> None:
    text = "Night of killing\n\nIn one night, at a wake in Ntoyo, rebels killed sixty people. The army of DR Congo reached Lubero and Butembo."
    assert place(incidents(text)[0]).name == "Ntoyo"


def test_where_those_hurt_came_from_is_near_where_nothing_else_is_said() -> None:
    text = (
        "People on the move\n\nWomen from Dilling told of one night in November 2021 when guns fired on the market quarter and killed a tea "
        "seller. Sudan has seen worse. They walked for nine days, through Kadugli and across the dry river, to the tents of El Obeid."
    )
    assert place(incidents(text)[0]).country == "SD"


def test_an_unknown_village_in_a_country_s_province_lies_in_the_province() -> None:
    found = named("Fighters stormed the village of Tifidigo, in Nigeria's Zamfara state, on Friday.", "Tifidigo").place
    assert found is not None
    assert (found.name, found.precision) == ("Zamfara", 4)


def test_where_somebody_spoke_before_saying_it_is_not_the_deed_s_place() -> None:
    text = "Killings reported\n\nSpeaking in Geneva, the envoy said that 40 villagers had been killed in Tamu, Myanmar, on 3 June."
    assert place(incidents(text)[0]).country == "MM"


def test_a_village_of_the_province_that_its_sentence_names_stays_there_whatever_else_the_report_tells() -> None:
    text = (
        "Afghanistan's army lost posts in Gurbuz district of Khost province. Raiders came back to Khost and Zurmat. "
        "In Kunar, shells on Monday in Naray and Sarkano districts hit 60 houses."
    )
    found = named(text, "Naray").place
    assert found is not None
    assert found.admin1 == "Kunar"
