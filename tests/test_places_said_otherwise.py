"""Places that an incident's own sentences tell otherwise than by "in" a town of the gazetteer, and what stands for them where they tell none.

The reports are ours.
"""

import pytest

from test_country_of_incidents import incidents, place


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Clinic hit\n\nIn Sabha, south of Tripoli, two shells fell on a clinic on Monday evening, killing three people.", "Sabha"),
        ("Depot bombed\n\nIn Beledweyne, north of Mogadishu, a bomb at a fuel depot killed nine people on Monday.", "Beledweyne"),
    ],
)
def test_a_town_told_by_another_is_where_the_deed_was(text: str, town: str) -> None:
    assert place(incidents(text)[0]).name == town


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Terminal attacked\n\nOn Monday the Zueitina oil port in eastern Libya was raided and 17 guards were killed.", "Az Zuwaytīnah"),
        ("Camp raided\n\nThe Kakuma camp in Kenya was raided on Monday and four people were killed.", "Kakuma"),
    ],
)
def test_the_one_town_inside_a_country_goes_before_the_country(text: str, town: str) -> None:
    assert place(incidents(text)[0]).name == town


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Week of anger\n\nColombo saw another day of protests on Monday.", "Colombo"),
        ("Front news\n\nBangui was the scene of gun battles on Monday.", "Bangui"),
        ("Front news\n\nThe port of Mocha endured another night of shelling on Monday.", "Mocha"),
    ],
)
def test_a_town_that_saw_or_suffered_a_deed_is_where_it_was(text: str, town: str) -> None:
    assert place(incidents(text)[0]).name == town


def test_two_towns_named_in_passing_leave_the_country() -> None:
    text = "Libya toll\n\nThe Zueitina and Brega terminals in Libya were ambushed on Monday and 17 guards were killed."
    assert place(incidents(text)[0]).country == "LY"


def test_a_town_that_sounds_like_an_armed_group_is_a_town() -> None:
    text = "Clinic bombed\n\nAn air raid on fighters who held a bank in Lashkar Gah killed one person on Monday."
    assert place(incidents(text)[0]).country == "AF"
    assert place(incidents(text)[0]).name.startswith("Lashkar")


def test_a_house_of_one_town_called_like_another_is_in_the_first() -> None:
    text = (
        "Wounded treated\n\nGunmen killed nine people at the Al Wasta hospital in Benghazi on Monday. Libya sent doctors. Egypt opened its "
        "border, and hospitals in Cairo and Asyut took in the wounded."
    )
    assert place(incidents(text)[0]).country == "LY"


def test_the_town_of_which_a_deed_is_told_is_the_one_told_before_it() -> None:
    text = (
        "War in the south\n\nShells fell on the market of Kismayo on Monday and killed nine people, officials in Somalia said.\n\n"
        "A woman told of the weeks before, when water was short and boats stayed away from the port.\n\n"
        "On Tuesday gunmen killed four men in another part of the city."
    )
    assert place(incidents(text)[-1]).name == "Kismayo"


def test_what_is_told_nowhere_lies_where_more_than_half_of_a_report_does_and_no_finer_than_a_province() -> None:
    text = (
        "Weeks of war\n\nA bomb killed nine people in Afgooye on 3 March 2021. Gunmen killed four in Wanlaweyn on 5 March. A mine killed two in "
        "Marka on 6 March. Fighters shot dead three in Afgooye on 8 March. A shell killed one in Kismayo on 9 March.\n\n"
        "On 11 March five soldiers were killed at Zorvakbuur."
    )
    last = place(incidents(text)[-1])
    assert (last.precision or 0) >= 3
    assert last.country == "SO"
