"""Towns named only for talks held there, or for how far off they lie, are not where a deed was done."""

import pytest

from told import incidents, read

ASIDE = "Padding of the page that tells of prices and of the harvest, which was late this year in the whole of the province, as traders said."


def named(text: str) -> str | None:
    (mention,) = incidents(read(f"Notes\n\n{text}\n\n{ASIDE}", "2017-06-01"))
    return mention.place.place.name if mention.place is not None and mention.place.place is not None else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("On 2 May, the very day the deal was signed in Muscat, a bomb killed nine people at a market in Taiz, Yemen.", "Taiz"),
        ("While a summit in Nairobi spoke of peace, gunmen killed six farmers in Renk in South Sudan on 20 May.", "Renk"),
        ("A suicide bomber killed nine people at peace talks in Wau in South Sudan on 20 May.", "Wau"),
        ("Gunmen stormed a conference in Jos in Nigeria on 20 May and killed four people.", "Jos"),
        ("Rebels killed nine soldiers 30 km north of the capital on 20 May, the army of Mali said.", "30 km north of Bamako"),
    ],
)
def test_a_deed_is_done_where_it_is_told_and_not_where_parties_met(text: str, place: str) -> None:
    assert named(text) == place


def test_a_district_behind_an_unknown_name_goes_before_how_far_the_capital_is() -> None:
    text = "On 20 May strikes hit Wurrobe, a hamlet in Soum province of Burkina Faso, 200 kilometres from the capital, and killed 68 people."
    assert named(text) == "Soum"


@pytest.mark.parametrize(
    "text",
    [
        "A hearing was held on Tuesday in Lisbon, where the envoy said that farmers were being massacred in the Nuba Mountains of Sudan.",
        "The two sides met in Lisbon, where a delegate reported that farmers had been shot in the Nuba Mountains of Sudan.",
        "The council gathered in Lisbon on Tuesday, where the bishop alleged that farmers had been murdered in the Nuba Mountains of Sudan.",
    ],
)
def test_a_town_where_somebody_tells_of_a_deed_is_not_where_it_was(text: str) -> None:
    assert named(text) == "Nuba Mountains"


def test_a_town_where_a_deed_is_told_before_who_speaks_there_keeps_it() -> None:
    assert named("A shell hit a clinic in Wau in South Sudan on 20 May, where doctors said four people had been killed.") == "Wau"
