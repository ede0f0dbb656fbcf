"""Deeds named side by side in a sentence or an entry, and sentences beside a deed that tell of another. All sentences are ours."""

import pytest

from told import ASIDE, at, day_of, incidents, killed, read

NEWS = "News of the week\n\n"


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        (
            "The group is blamed for the bombing of a church in Medan in May 2030 and a grenade attack in Jakarta in August 2029.",
            {"Medan": "2030-05", "Jakarta": "2029-08"},
        ),
        (
            "It came after gun attacks in Paris in November that killed 130 and bombings in Brussels in March that left 32 dead.",
            {"Paris": "2030-11", "Brussels": "2031-03"},
        ),
    ],
)
def test_deeds_named_with_a_day_each_are_of_those_days(sentence: str, days: dict[str, str]) -> None:
    told = read(NEWS + "A driver killed 84 people in Nice on Thursday.\n\n" + sentence, "2031-07-20")
    assert {place: day_of(at(told, place)) for place in days} == days


def test_a_toll_behind_both_is_left_with_the_sentence() -> None:
    told = read(NEWS + "Planes bombed Gao on Monday and Kidal on Tuesday, killing ten.", "2031-07-20")
    assert sum((n or 0) for m in incidents(told) for n in killed(m)) == 10


def test_an_entry_names_deeds_between_semicolons() -> None:
    told = read(
        "Key dates\n\n25 April 2031: Suicide bomber kills eight in Colombo.\n\n"
        "15 June 2031: Blast on a bus at Vavuniya; air raids on Kilinochchi.\n\n17 June 2031: Battle at Mannar; attack on a church at Pesalai; 40 wounded.",
        None,
    )
    found = {(day_of(m), m.place.wording) for m in incidents(told) if m.place is not None}
    assert {("2031-06-15", "Vavuniya"), ("2031-06-15", "Kilinochchi"), ("2031-06-17", "Mannar"), ("2031-06-17", "Pesalai")} <= found
    assert len(found) == 5


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The guerrillas killed a judge in San Salvador on Tuesday. Death squads linked to the army murdered six priests.", [1, 6]),
        ("Boko Haram gunmen killed 12 people in Chibok on Sunday. Soldiers killed five herders at a roadblock the same day.", [5, 12]),
    ],
)
def test_bystanders_whom_the_other_side_killed_are_of_another_deed(text: str, dead: list[int]) -> None:
    assert sorted(killed(m)[0] or 0 for m in incidents(read(NEWS + text, "2031-07-20"))) == dead


def test_attackers_whom_the_other_side_killed_are_of_the_same_deed() -> None:
    told = read(NEWS + "Guerrillas attacked a post near Perquin on Tuesday and killed four soldiers. Soldiers shot two of the attackers.", "2031-07-20")
    assert len(incidents(told)) == 1


def test_a_day_of_weeks_before_is_not_that_of_what_is_told_as_news() -> None:
    told = read(
        NEWS + "A grenade went off in a school at Pesalai. One teacher died and 30 pupils are in hospital.\n\n"
        "Readers will remember that not long ago, on May 11, a boat with nine sailors sank when rebels attacked a convoy.",
        "2031-06-18",
    )
    church = next(m for m in incidents(told) if killed(m) == [1])
    assert day_of(church) != "2031-05-11"
    assert "2031-05-11" in {day_of(m) for m in incidents(told)}


def test_people_to_whom_something_else_was_done_are_not_of_the_deed_right_before() -> None:
    told = read(
        "Violence in the district\n\nOn 8 June, gunmen torched two police posts at Lamtai.\n\nOn 14 July, a patrol was ambushed at Monbung. "
        "A constable was killed.\n\nOn 2 August a house at Lalpani was set on fire.\n\nOn 11 November, ten men were shot dead by the army at "
        f"Jakuradhor. Two traders died in shops that were set on fire, and five were led away.\n\n{ASIDE}",
        "2031-12-20",
    )
    assert sorted(killed(m)[0] or 0 for m in incidents(told) if day_of(m) == "2031-11-11") == [2, 10]


def test_where_people_met_before_an_attack_it_was_not_done() -> None:
    told = read(
        NEWS + "On 9 June, militants attacked Borobekra village with bombs. The raid came a week after Karbi, Dimasa and Kuki leaders "
        "met in New Delhi.",
        "2031-06-18",
    )
    assert [(day_of(m), m.place.wording if m.place else "") for m in incidents(told)] == [("2031-06-09", "Borobekra village")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Rebels attacked an air force base at Harasta on Tuesday. There was also a gun battle between troops and defectors in the southern "
            "province of Deraa.",
            {"Harasta", "province of Deraa"},
        ),
        (
            "Gunmen killed four policemen in Jalalabad on Tuesday. The attack in Nangarhar province was claimed by the Taliban.",
            {"Jalalabad"},
        ),
    ],
)
def test_a_province_in_which_no_town_told_before_lies_had_a_deed_of_its_own(text: str, places: set[str]) -> None:
    found = incidents(read(NEWS + text, "2031-07-20"))
    assert {m.place.wording for m in found if m.place is not None} == places
