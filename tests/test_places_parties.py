"""An armed group that a text names tells in which country its places lie. The sentences are ours."""

import pytest

from thucydides.grounding.places import ground_places
from thucydides.nouns import Document


def countries(text: str) -> dict[str, str | None]:
    return {r.wording: r.place.country if r.place else None for r in ground_places(Document("d", "d", text, "d"))}


@pytest.mark.parametrize(
    ("group", "rest", "place", "country"),
    [
        ("Houthi fighters", "shelled Al-Bayda on Monday, killing two.", "Al-Bayda", "YE"),
        ("Fighters of the TPLF", "attacked Shire on Friday.", "Shire", "ET"),
        ("FARC rebels", "bombed a police post in Corinto on Monday.", "Corinto", "CO"),
        ("NSCN fighters", "ambushed a convoy near Mon on Friday.", "Mon", "IN"),
        ("SPLA rebels", "attacked Bor before dawn.", "Bor", "SS"),
    ],
)
def test_a_named_group_tells_the_country_of_a_name_that_many_places_have(group: str, rest: str, place: str, country: str) -> None:
    assert countries(f"{group} {rest}").get(place) == country
    assert countries(f"Men {rest}").get(place) != country


def test_a_word_like_a_groups_name_tells_nothing() -> None:
    assert countries("They had to mend a road in Corinto.") == countries("They had to clear a road in Corinto.")


def test_the_countries_that_a_text_names_weigh_more() -> None:
    text = "Houthi officials met envoys. In Libya, nine people were killed in Al-Bayda and Libyan troops moved in; Libya buried them in Al-Bayda."
    assert countries(text)["Al-Bayda"] == "LY"
