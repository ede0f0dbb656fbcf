"""Counts that a sentence puts right, counts whose number stands first, days that are no counts, and who stands behind a day, in sentences of
our own about many conflicts."""

from pathlib import Path

import pytest

from test_harm_worded import counts
from thucydides.extracting.harm import find_harm
from thucydides.extracting.parsing import pipeline
from told import incidents, read, told, toll

RIGHT = [
    ("Three guards were hurt (later five) at Tyre.", "injured", (3, 5, 5)),
    ("The raid on the mill killed more than forty people, 52 in the end.", "killed", (40, 52, 52)),
    ("Four, later six monks were killed at Lhasa.", "killed", (4, 6, 6)),
    ("Forty died in the camp, a figure that has since risen to 54.", "killed", (40, 54, 54)),
]


@pytest.mark.parametrize(("text", "outcome", "expected"), RIGHT)
def test_the_later_number_of_a_sentence_speaks_for_the_count(text: str, outcome: str, expected: tuple[int, int, int]) -> None:
    (told,) = [h.quantity for s in pipeline()(text).sents for h in find_harm(s) if h.outcome == outcome and h.quantity]
    assert (told.low, told.best, told.high) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor has put at 19 the number of dead, and at 44 the injured, in the bombing.", [("injured", 44), ("killed", 19)]),
        ("Doctors gave 14 as the number of those who were killed.", [("killed", 14)]),
        ("Six farmers were hacked to death, bringing to 30 the number of people killed there.", [("killed", 6), ("killed", 30)]),
        ("A bomb at a toll plaza near Lahore injured four to six people.", [("injured", 4)]),
        ("5 or 7 March: teacher Ana Solis shot dead in Puno.", [("killed", 1)]),
        ("On 4 June 1985 villagers were massacred at Ayacucho.", [("killed", None)]),
        ("On 9 May 2003 constable Ravi Menon was killed at Dispur.", [("killed", 1)]),
        ("On 19 August a boy (12) was killed near Kobane.", [("killed", 1)]),
        ("On Tuesday eight died there when a shell hit the ward.", [("killed", 8)]),
        ("A corporal fell to a sniper at Stepanakert and two men were hurt.", [("injured", 2), ("killed", 1)]),
        ("The town of Raqqa fell to the army in May.", []),
        ("The colonel was killed at Idlib with four of his guards.", [("killed", 1), ("killed", 4)]),
        ("A bomb that could have killed dozens of people was defused.", []),
        ("Nine people died, and 20 were taken to hospital.", [("injured", 20), ("killed", 9)]),
        ("Three passengers died and one is fighting for her life in hospital.", [("injured", 1), ("killed", 3)]),
        ("Killed in the ambush were a sergeant and two scouts.", [("killed", 1), ("killed", 2)]),
        ("Two inmates died, 7 (among them a cook) injured.", [("injured", 7), ("killed", 2)]),
        ("One constable (Ravi Menon) dead on the 4th; a shop burned.", [("killed", 1)]),
        ("Medics gave a figure of 30 killed, including 9 children and 6 women, and 12 injured.", [("injured", 12), ("killed", 30)]),
        ("A shell fell on the bridge without causing casualties.", [("injured", 0), ("killed", 0)]),
        ("A trader was freed in Beni with injuries.", [("injured", 1)]),
        ("Three porters were badly beaten by soldiers.", [("injured", 3)]),
        ("The blast left nine in hospital.", [("injured", 9)]),
        ("A grenade killed four guests and injured eleven, three of them gravely.", [("injured", 11), ("killed", 4)]),
        ("A shepherd was blown up by a mine near Tibnin.", [("killed", 1)]),
        ("A bridge was blown up near Tibnin.", []),
        ("Six miners were buried alive when planes bombed a pit.", [("killed", 6)]),
        ("Two guards were killed; a third, earlier reported dead, is alive.", [("killed", 2)]),
        ("Eight labourers were lined up and shot dead at Turbat.", [("killed", 8)]),
        ("An aid group estimated the dead at about 70.", [("killed", 70)]),
        ("Shots were fired at the convoy, but no one was hit.", [("injured", 0)]),
    ],
)
def test_numbers_that_stand_first_or_far_from_their_words_are_read(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert counts(text) == expected


def test_no_losses_among_one_side_leave_what_is_counted_of_the_other() -> None:
    (mention,) = incidents(
        read("Police killed four gunmen in a raid in Makhachkala on Wednesday. There were no losses among the policemen.", "2010-05-06")
    )
    assert toll(mention, "killed") in ([4], [4, 0])


def test_silence_on_the_dead_in_an_item_of_a_list_says_nothing() -> None:
    items = "* On 6 May 2021 rebels killed a priest and nine nuns in Serowe.\n* On 4 May 2021 a farmer was wounded in Kanye by a gunman.\n"
    told = incidents(read(f"Week in brief\n\nThe week saw much violence in Botswana.\n\n{items}", "2021-05-09"))
    assert [toll(m, "killed") for m in told] == [[1, 9], []]


def test_who_was_hurt_and_died_later_is_of_the_dead_and_of_the_deed_s_day() -> None:
    (mention,) = incidents(
        read("On 7 March 2011 a truck struck a mine near Kidal: five soldiers were wounded, one of whom died in hospital on the 12th.", "2011-03-20")
    )
    assert (toll(mention, "killed"), toll(mention, "injured")) == ([1], [4])
    assert mention.date is not None
    assert mention.date.edtf == "2011-03-07"


def test_the_dead_since_a_month_are_none_of_one_deed_s() -> None:
    (mention,) = incidents(
        read("Police killed two youths in Nyanga on 16 June 1986; in all, 140 people have died in the townships since March.", "1986-06-20")
    )
    assert toll(mention, "killed") == [2]


def test_that_no_bodies_were_found_is_no_count_of_none(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        "DAVAO, June 4, 2026 - Six soldiers were killed in a clash in Munai on Tuesday. The spokesman said three gunmen were also believed killed, "
        "although no bodies were recovered.",
    )
    assert 0 not in {c.quantity.best for c in found.claims if c.attribute == "killed" and c.quantity}
