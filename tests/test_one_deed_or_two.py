"""One deed or two: which sentences of a report tell of one deed, and which open another. All sentences are ours."""

from thucydides.extracting import extract_documents
from thucydides.nouns import Block, Document, Extract
from told import ASIDE, at, day_of, incidents, killed, read


def undated(text: str) -> Extract:
    """The extract of a text of which nobody knows when it appeared."""
    (extract,) = extract_documents([Document("d", "d", text, "d", (Block(0, len(text), "paragraph"),))])
    return extract


def test_a_count_that_names_no_deed_is_of_the_one_told_just_before() -> None:
    told = read(
        "A bomb tore through a market in Potiskum on Friday and killed 30 people, the police said.\n\n"
        "“Nearly 45 are dead and more than 60 were hurt,” said a butcher who had helped to carry them away.\n\n"
        "In Gujba, gunmen shot two herders on Tuesday.",
        "2021-03-07",
    )
    assert len(incidents(told)) == 2
    assert day_of(at(told, "Potiskum")) == "2021-03-05"


def test_a_count_behind_a_deed_of_another_year_is_of_the_news() -> None:
    told = read(
        "A suicide bomber killed 13 soldiers at the gate of the airport in Mogadishu on Monday. It was the worst attack on the army since "
        "2017, when fighters overran a base and killed 57 men. Eighteen soldiers were wounded.",
        "2021-03-10",
    )
    monday = next(m for m in incidents(told) if day_of(m) == "2021-03-08")
    assert [i.quantity.best for i in monday.toll if i.outcome == "injured"] == [18]


def test_a_report_without_a_date_is_not_of_the_year_that_it_looks_back_on() -> None:
    told = undated(
        "Two soldiers have been shot dead by gunmen outside a barracks in Iligan.\n\n"
        "Four others were injured, one of them critically, the army said.\n\n"
        "They were the first to be murdered in the town since a corporal, Ramon Diaz, was killed by a sniper in 1997.",
    )
    now = next(m for m in incidents(told) if 2 in killed(m))
    assert now.date is None or now.date.edtf != "1997"


def test_another_attack_of_other_means_is_another_though_its_kind_is_told_behind_it() -> None:
    told = read(
        "Lorry bomb kills 40 in Jalalabad\n\nA lorry bomb killed 40 people in Jalalabad on Sunday, officials said. "
        "Another attack, a roadside bomb, killed five people and wounded nine in a suburb.",
        "2019-04-09",
    )
    assert sorted(n for m in incidents(told) for n in killed(m)) == [5, 40]
    assert {day_of(m) for m in incidents(told)} == {"2019-04-07"}


def test_what_the_other_side_did_is_another_deed() -> None:
    told = read(
        "Israeli jets bombed two houses in Gaza overnight and wounded nine people.\n\n"
        "Hamas fired rockets that wounded three people at a bus stop.",
        "2021-05-12",
    )
    assert len(incidents(told)) == 2


def test_who_was_killed_is_said_of_the_deed_told_right_before() -> None:
    told = read(
        "Strikes and shells in Libya\n\nA NATO air strike destroyed a house in Surman on Sunday and killed 19 people.\n\n"
        "Shells fired by the army killed 11 people in Misrata on Monday. Those included a child who was killed when rockets fired by "
        "government forces struck homes by the port. Two more children were wounded.\n\n"
        "On Saturday a car bomb killed two guards in Tripoli.",
        "2011-06-21",
    )
    misrata = at(told, "Misrata")
    assert (killed(misrata)[0], [i.quantity.best for i in misrata.toll if i.outcome == "injured"]) == (11, [2])


def test_two_weekdays_of_a_report_without_a_date_are_two_days() -> None:
    told = undated(
        "At least seven people who fled a hotel in Palma on Friday afternoon were killed in an ambush. They had sought refuge there after "
        "insurgents attacked the town on Wednesday, 24 March."
    )
    assert len(incidents(told)) == 2
    assert all(7 not in killed(m) for m in incidents(told) if day_of(m) == "XXXX-03-24")


def test_an_attack_in_which_nobody_was_hurt_is_one_of_its_day() -> None:
    told = read(
        "Missiles on Gori\n\nThe first attack took place on 4 October and killed one man. The second attack occurred on 8 October; no "
        "casualties were reported. The third attack, on 11 October, killed nine people.",
        "2020-10-20",
    )
    assert {day_of(m): killed(m)[0] for m in incidents(told)} == {"2020-10-04": 1, "2020-10-08": 0, "2020-10-11": 9}


def test_what_a_reprisal_answers_keeps_its_day_and_its_dead() -> None:
    told = read(
        "39 killed in convoy in Kurram\n\nAt least 39 people were killed when gunmen ambushed a convoy in Kurram on Thursday. Officials said "
        "that the attack appeared to be in retaliation for an Oct 12 ambush that claimed 15 lives.",
        "2024-11-22",
    )
    assert {day_of(m): killed(m) for m in incidents(told)} == {"2024-11-21": [39], "2024-10-12": [15]}


def test_the_day_on_which_the_dead_are_found_is_not_that_of_the_shelling_that_killed_them() -> None:
    told = read(
        "Bodies found after shelling\n\nRescuers on Thursday found the burned bodies of two islanders killed in an artillery attack on "
        "Yeonpyeong on Tuesday.\n\nThe shelling on Tuesday also killed two marines.",
        "2010-11-26",
    )
    assert {day_of(m) for m in incidents(told)} == {"2010-11-23"}


def test_shelling_that_is_continued_on_a_day_is_of_that_day() -> None:
    told = read("Shelling of Tavush\n\nOn July 14 the army continued targeting houses in Berd with drones, the ministry said.", "2020-07-16")
    assert [day_of(m) for m in incidents(told)] == ["2020-07-14"]


def test_a_town_whose_capture_is_named_was_taken() -> None:
    told = read(
        "Fighting in Sudan\n\nThe RSF’s capture of El-Fasher on October 26 forced thousands from their homes.\n\n"
        f"{ASIDE}\n\nIn September 2022, the Burma Air Force struck a school in Depayin, killing at least 12 people.",
        "2025-11-05",
    )
    assert at(told, "El-Fasher").type == "Non-state actor overtakes territory"
    assert next(m for m in incidents(told) if 12 in killed(m)).type == "Air/drone strike"


def test_a_second_shell_on_those_who_came_to_help_is_of_one_deed() -> None:
    told = read(
        "Clinic shelled in Misrata\n\nThe army shelled a clinic in Misrata on Sunday, killing one person and wounding 15, a doctor said. Two "
        "people were hurt by a first mortar round. The rest were wounded by a second round as they ran to the scene of the "
        "first attack.\n\nOn Saturday an air strike killed 13 fighters near Brega.\n\nA car bomb in Tobruk killed two guards on Friday.",
        "2011-04-04",
    )
    assert len(incidents(told)) == 3
    assert [i.quantity.best for i in at(told, "Misrata").toll if i.outcome == "injured" and i.part_of is None] == [15]
