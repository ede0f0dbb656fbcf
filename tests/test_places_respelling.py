"""Names of several words, respelt, of which the gazetteer holds the first word far off. The sentences are ours."""

import pytest

from thucydides.grounding.places import ground_places
from thucydides.nouns import Document


def places(text: str) -> dict[str, tuple[str | None, str]]:
    found = ground_places(Document("d", "d", text, "d"))
    return {r.wording: (r.place.country, r.place.name) for r in found if r.place is not None}


@pytest.mark.parametrize(
    ("text", "wording", "country"),
    [
        ("Turkish forces shelled Tal Tamr on Tuesday, Syrian state media said.", "Tal Tamr", "SY"),
        ("Nine soldiers died near Tal Tamer, the Syrian army said.", "Tal Tamer", "SY"),
        ("Clashes broke out in Ras Jdir between two Libyan armed groups.", "Ras Jdir", "LY"),
        ("Raiders entered Um Rwaba before dawn, Sudanese police said.", "Um Rwaba", "SD"),
    ],
)
def test_a_longer_name_respelt_is_found_in_the_country_of_the_report(text: str, wording: str, country: str) -> None:
    assert places(text).get(wording, ("", ""))[0] == country


def test_a_word_of_another_kind_behind_a_name_makes_no_longer_name() -> None:
    for text in ("They were taken to Tal Monday, Syrian state media said.", "Troops moved to Ras General Haddad, a Libyan officer said."):
        assert not any(" " in wording for wording in places(text))


def test_no_longer_name_is_found_where_no_country_is_spoken_of() -> None:
    assert "Tal Tamr" not in places("Shells fell on Tal Tamr on Tuesday.")


@pytest.mark.parametrize(
    ("text", "wording", "country"),
    [
        ("Papuan rebels shot a driver in Nduga on Monday, Indonesian police said.", "Nduga", "ID"),
        ("Two soldiers were killed in Yahukimo, the Indonesian army said.", "Yahukimo", "ID"),
    ],
)
def test_units_that_the_sources_call_by_their_kind_are_found_by_their_bare_name(text: str, wording: str, country: str) -> None:
    assert places(text).get(wording, ("", ""))[0] == country


def test_papuans_live_in_indonesia() -> None:
    assert places("Papuan rebels attacked a post, Indonesian police said.")["Papuan"] == ("ID", "Papua")


def test_a_name_of_few_consonants_is_no_respelling_of_one_that_shares_little_else() -> None:
    found = places("Raiders killed 43 farmers in Koshobe village on Saturday, Nigerian police said. The army of Nigeria sent troops.")
    assert "Kosobo" not in {name for _, name in found.values()}


def test_a_hamlet_is_no_respelling_of_an_english_one_that_the_report_is_not_about() -> None:
    text = (
        "Twenty-three people were killed in Wandhama village in India's Kashmir, Indian police said. The army of India closed the road. "
        "The United States asked for an inquiry."
    )
    assert not any(name == "Windham" for _, name in places(text).values())


def test_a_town_in_a_part_of_a_province_lies_in_that_province() -> None:
    found = ground_places(Document("d", "d", "Shells fell on Galkayo in the eastern half of Mudug, in Somalia.", "d"))
    assert any(r.place is not None and "said to be in Mudug" in r.reason for r in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The raid on the town of Lukqun in the eastern part of Xinjiang, in China, was over by noon.", "Lukqun"),
        ("Troops shot four people in Kru Se, Thailand.", "Krue Se"),
        ("The village of Wandhama in Indian Kashmir mourned.", "Wandhama"),
        ("The road forks at Auasse, Mozambique.", "Awasse"),
        ("Nine people died in Acteal, Mexico.", "Acteal"),
    ],
)
def test_villages_known_for_their_wars_are_found_where_tables_of_towns_leave_them_out(text: str, name: str) -> None:
    assert name in {found for _, found in places(text).values()}
