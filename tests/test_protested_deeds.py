"""What a protest is about is another deed, and gives the protest no toll, place or doer (rule `extract.protested`)."""

import pytest

from told import incidents, place, read, toll

ASIDE = "Padding of the page that tells of prices and of the harvest, which was late this year in the whole of the province, as traders said."


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Thousands rallied in Goma in Congo on 24 January to protest the killing of six civilians in Beni.", "Goma in Congo"),
        ("Thousands marched in Jos in Nigeria on 24 January to denounce the killing of six farmers in Bassa.", "Jos in Nigeria"),
        ("A protest over the killing of six farmers was held in Jos in Nigeria on 24 January.", "Jos in Nigeria"),
        ("Shops closed in Imphal in India on 24 January in protest at the killings of two students.", "Imphal in India"),
        ("Students demonstrated in Gao in Mali on 24 January against the killing of a teacher by soldiers.", "Gao in Mali"),
        ("Protesters angry at the deaths of six farmers burned tyres in Jos in Nigeria on 24 January.", "Jos in Nigeria"),
    ],
)
def test_a_protest_has_no_dead_of_the_deed_that_it_is_about(text: str, town: str) -> None:
    (mention,) = incidents(read(f"Notes\n\n{text}\n\n{ASIDE}", "2024-03-05"))
    assert mention.event_type in ("Protests", "Riots")
    assert (place(mention), toll(mention, "killed")) == (town, [])


def test_a_deed_protested_against_with_a_day_of_its_own_is_told_too() -> None:
    text = "Hundreds of women marched in Makurdi in Nigeria on Monday to demand justice for 17 people killed in Yelwata on 13 January."
    found = {m.event_type: (m.date and m.date.edtf, toll(m, "killed")) for m in incidents(read(f"Notes\n\n{text}\n\n{ASIDE}", "2024-03-05"))}
    assert found == {"Violence against civilians": ("2024-01-13", [17]), "Protests": ("2024-03-04", [])}


def test_those_shot_at_a_protest_are_its_own() -> None:
    text = "Police opened fire on a protest against higher prices in Kano in Nigeria on 24 January, killing four people."
    (mention,) = incidents(read(f"Notes\n\n{text}\n\n{ASIDE}", "2024-03-05"))
    assert toll(mention, "killed") == [4]
