"""What was done to a thing known from the deed told before it goes on with that deed; what turns to a day and place of its own does not."""

import pytest

from told import day_of, incidents, killed, read


@pytest.mark.parametrize(
    ("text", "dead", "day"),
    [
        (
            "Train attack leaves scores dead\n\nAt least 91 people died in an attack on a passenger train in northern Angola, state radio said "
            "Sunday.\n\nRebels of UNITA derailed the train with a mine on Friday near Zenza do Itombe, and then shot at the passengers.",
            91, "2001-08-10",
        ),
        (
            "Helicopter lost\n\nEight peacekeepers died when their helicopter came down in eastern Angola during fighting with rebels, the UN said "
            "on Sunday. The army said the rebels had shot it down on Friday near Luena.",
            8, "2001-08-10",
        ),
        (
            "Recruits killed\n\nSeven recruits died in an ambush in eastern Angola, officials said on Sunday. On Friday evening rebels fired "
            "rockets at their bus near Luena.",
            7, "2001-08-10",
        ),
    ],
)  # fmt: skip
def test_a_known_thing_takes_up_the_deed_and_gives_its_day(text: str, dead: int, day: str) -> None:
    (found,) = incidents(read(text, "2001-08-13"))
    assert killed(found) == [dead]
    assert day_of(found) == day


def test_another_thing_of_the_kind_is_of_another_deed() -> None:
    text = (
        "Two attacks\n\nAt least 91 people died in an attack on a passenger train in northern Angola, state radio said Sunday.\n\nOn Friday "
        "rebels ambushed a bus near Caxito, killing 12 people."
    )
    assert sorted(n for m in incidents(read(text, "2001-08-13")) for n in killed(m)) == [12, 91]


def test_a_sentence_that_turns_to_a_day_and_place_of_its_own_and_counts_others_is_another_deed() -> None:
    text = (
        "Hospital hit\n\nAt least 11 people died in a raid on a hospital in northern Yemen, an aid group said on Tuesday. On Saturday, a strike on "
        "a school in Saada killed ten children."
    )
    assert sorted(n for m in incidents(read(text, "2016-08-16")) for n in killed(m)) == [10, 11]


def test_the_day_of_a_statement_sets_the_deed_it_tells_of_not_apart() -> None:
    text = (
        "Dozens dead in raid\n\nA massacre in northern Mozambique left 52 civilians dead, police said on Sunday.\n\nRebels killed 69 people at "
        "Muidumbe on May 31, a church said."
    )
    assert not any(m.distinct_from for m in incidents(read(text, "2003-06-16")))
