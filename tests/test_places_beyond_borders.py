"""Places beyond the border of those who take them, roads, and what only sits in a town: courts, papers, people who tell of their own town."""

import pytest

from thucydides.nouns import Mention
from told import incidents, only, read


def _where(mention: Mention) -> tuple[str | None, str | None]:
    place = mention.place.place if mention.place is not None else None
    return (place.name, place.country) if place is not None else (None, None)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Serbian forces captured Srebrenica on 11 July.\n\nIn Belgrade the government denied any part in it.", "Srebrenica", "BA"),
        ("Rwandan soldiers shelled Kabalo on Wednesday, killing 14.\n\nOfficials in Kigali were silent. Rwanda backs rebels.", "Kabalo", "CD"),
        ("Kenyan troops took Afmadow on Thursday.\n\nAn officer in Nairobi said Kenya would stay.", "Afmadow", "SO"),
        ("Armenian forces captured Lachin on Monday.\n\nYerevan said nothing.", "Laçın", "AZ"),
    ],
)
def test_a_town_taken_beyond_the_border_of_the_takers_is_where_it_lies(text: str, name: str, country: str) -> None:
    assert _where(only(text)) == (name, country)


@pytest.mark.parametrize("text", ["Turkish forces captured Ocalan on Monday. Turkey rejoiced.", "Israeli troops attacked Hamas on Monday in Israel."])
def test_a_person_or_a_group_that_is_taken_or_attacked_is_no_town(text: str) -> None:
    assert all(_where(m)[0] not in ("Öcalan", "Ocalan", "Hamas") for m in incidents(read(text, "2024-05-02")))


@pytest.mark.parametrize("told", ["captured Bakhmut on 11 July.", "captured the city of Bakhmut on 11 July."])
def test_foreign_forces_overtake_what_they_capture_in_a_short_report_too(told: str) -> None:
    mention = only(f"Russian troops {told}")
    assert mention.type == "Non-state actor overtakes territory"
    assert _where(mention) == ("Bakhmut", "UA")


@pytest.mark.parametrize(
    "text",
    [
        "Three soldiers were killed by a mine on the road from Gao to Kidal on Monday, the army said in a statement in Bamako.",
        "Three soldiers were killed on the road between Gao and Kidal when their lorry hit a mine on Monday, the army said in Bamako.",
        "Three clerics died when gunmen fired on a lorry driving between Gao and Kidal on Monday, officials in Bamako said.",
    ],
)
def test_a_long_road_is_between_its_ends(text: str) -> None:
    assert _where(only(text))[0] == "between Gao and Kidal"


def test_the_town_of_those_who_tell_is_the_place_and_not_one_by_which_it_lies() -> None:
    text = "Residents of Balad, north of Baghdad, reported a raid by troops on Wednesday. One man was killed."
    assert _where(only(text))[0] == "Balad"


def test_a_court_or_a_paper_says_nothing_of_where_a_deed_was() -> None:
    court = "A court in Abuja sentenced two men over the kidnapping in Chibok. Gunmen took 276 girls from a school there on 14 April 2014."
    paper = "In May a photographer of the Turin weekly Panorama was killed en route to Basra, where militiamen were fighting."
    assert _where(only(court))[0] == "Chibok"
    assert _where(only(paper))[0] == "Basrah"


def test_where_officials_sit_who_say_nothing_is_not_carried_on_to_the_next_sentence() -> None:
    text = "Officials in Kigali would not comment. Soldiers shelled a village on Wednesday, killing 14.\n\nPeople fled to a camp near Goma."
    assert _where(only(text))[0] != "Kigali"
