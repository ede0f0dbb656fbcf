"""An incident whose report says no place of it has the country that the report lets conclude, and never more. The reports are ours."""

from datetime import date

import pytest

from thucydides.extracting import extract_documents
from thucydides.grounding.same_telling import concluded
from thucydides.linking.unit import Unit
from thucydides.linking.whereabouts import where
from thucydides.nouns import Block, DateRange, Document, Mention, Place

MARKET = (
    "Market attacked in Maiduguri\n\nGunmen on motorcycles killed nine traders in a market in Maiduguri on Monday, police said. "
    "Residents of Borno have seen years of war. Shops stayed closed on Tuesday."
    "\n\nOn 3 March 2019, militants killed twelve soldiers in an ambush on a convoy."
)


def incidents(text: str) -> list[Mention]:
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        blocks.append(Block(at, at + len(paragraph), "paragraph" if number else "title"))
        at += len(paragraph) + 2
    day = date(2023, 6, 7)
    published = DateRange(day.isoformat(), day, day, "day", "document", "published.metadata")
    (extract,) = extract_documents([Document("d", "d", text, "d", tuple(blocks), title=text.split("\n\n")[0], published=published)])
    return sorted((m for m in extract.mentions if m.kind == "incident"), key=lambda m: m.passages[0].start)


def place(mention: Mention) -> Place:
    assert mention.place is not None
    assert mention.place.place is not None
    return mention.place.place


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (MARKET, "NG"),
        (
            "Bus bombed\n\nA bomb killed nine passengers on a bus near Quetta on Monday, officials said. Hospitals in Balochistan asked "
            "for blood. Officials in Pakistan blamed separatists.\n\nOn 4 May 2019, militants killed six soldiers on patrol.",
            "PK",
        ),
        (
            "Strike on Kharkiv\n\nA missile killed nine people in Kharkiv on Monday, Ukraine said. Rescue crews worked through the night "
            "in the city.\n\nOn 12 March 2022, a missile killed four firefighters at their station.",
            "UA",
        ),
        (
            "Soldiers ambushed\n\nFighters killed nine soldiers near Arauca on Monday, the Colombian army said. The department has few "
            "roads.\n\nTalks were called off in September 2022 after an attack on a base left three recruits dead.",
            "CO",
        ),
    ],
)
def test_a_deed_without_a_place_lies_in_the_country_that_its_report_speaks_of(text: str, country: str) -> None:
    first, last = incidents(text)
    assert (place(first).precision or 7) <= 2
    assert (place(last).kind, place(last).country, place(last).precision) == ("country", country, 6)


def test_only_the_country_is_concluded_and_the_reason_says_from_what() -> None:
    text = MARKET
    last = incidents(text)[-1]
    assert place(last).reason.startswith("place.country: ")
    assert last.place is not None
    assert text[last.place.passage.start : last.place.passage.end] == last.place.wording


def test_where_two_countries_are_as_likely_there_is_none() -> None:
    text = "Talks begin\n\nKenya and Somalia began talks on Monday.\n\nOn 12 March 2022 gunmen killed four people."
    assert all(m.place is None for m in incidents(text))


def test_a_border_without_a_side_has_the_side_that_its_own_sentences_name() -> None:
    text = (
        "Shells fall on the border\n\nShells killed three people on the border between Tajikistan and Kyrgyzstan on Monday, "
        "and two more died in Batken."
    )
    sides = [m.place.place.country for m in incidents(text) if m.place is not None and m.place.place is not None]
    assert sides
    assert set(sides) == {"KG"}


def test_a_concluded_country_speaks_for_no_two_tellings_being_one() -> None:
    text = MARKET
    last = incidents(text)[-1]
    assert last.place is not None
    assert concluded(last.place)
    assert where(Unit(last, (last.id,), "d")).country is None


def test_where_the_dead_were_flown_to_is_no_place_of_the_deed() -> None:
    text = (
        "Engineers killed near Bunia\n\nGunmen killed two engineers near Bunia on Monday. The body of one of them was flown back to Lisbon."
    )
    assert {place(m).country for m in incidents(text)} == {"CD"}


def test_a_deed_of_other_years_lies_where_the_report_names_one_town_again_and_again() -> None:
    text = (
        "Town attacked\n\nGunmen killed nine traders in Maiduguri on Monday, police said. Maiduguri has seen years of war. The governor came "
        "to Maiduguri. Roads to Maiduguri were closed, and Damaturu was calm.\n\nOn 3 March 2019, militants killed twelve Nigerian soldiers."
    )
    *_, last = incidents(text)
    assert (place(last).name, place(last).precision) == ("Maiduguri", 3)
    assert "the report names it most" in place(last).reason


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Market attacked\n\nGunmen killed nine traders in a market in Maiduguri on Monday, police said. The "
            "gunmen burnt stalls, and traders fled the market.\n\nOn 1 June 2023, militants killed twelve soldiers in an ambush on a convoy.",
            "Maiduguri",
        ),
        (
            "City struck\n\nA missile killed nine people in Kharkiv on Monday, Ukraine said. The missile wounded "
            "thirty more.\n\nOn 20 May 2023, a missile killed four firefighters at their station.",
            "Kharkiv",
        ),
        (
            "Shelling\n\nShells killed three children in Taiz on Monday, doctors said. The shells wounded six more."
            "\n\nOn 29 May 2023, a mine killed two shepherds.",
            "Taiz",
        ),
    ],
)
def test_a_deed_of_the_same_weeks_without_a_place_lies_where_the_others_of_its_report_were(text: str, name: str) -> None:
    *_, last = incidents(text)
    where_told = place(last)
    assert (where_told.name, where_told.precision) == (name, 3)
    assert where_told.reason.startswith("place.neighbourhood: ")
    assert last.place is not None
    assert concluded(last.place)


def test_the_others_of_a_report_say_nothing_where_they_lie_apart() -> None:
    text = (
        "Strikes on cities\n\nA missile killed nine people in Kharkiv on Monday.\n\nA missile killed three people in Odesa on Monday."
        "\n\nOn 20 May 2023, a missile killed four firefighters at their station."
    )
    assert (place(incidents(text)[-1]).country, place(incidents(text)[-1]).precision) == ("UA", 6)
