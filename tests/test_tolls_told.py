"""Tolls that are told over several sentences, or that a later report changes. The reports are ours."""

from pathlib import Path

import pytest

from reconciling_made import Made, exact, on
from thucydides.build import build
from thucydides.nouns import Quantity
from thucydides.record import Store
from told import incidents, only, read, toll
from tolls_made import figures

DAY = ("1 May 2024", on("2024-05-01"))


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        (
            "Three dead in a quadruple shooting in Tumaco\n\nThree people died in a quadruple shooting in Tumaco on Wednesday, police said."
            "\n\nAnother woman, who was shot in the arm, went to a hospital.",
            [3],
            [1],
        ),
        (
            "5 shot, 1 fatally, in Cali\n\nGunmen attacked a party in Cali on Wednesday, wounding four men and killing another, "
            "police said.\n\nParamedics pronounced one man, 22, dead at the scene.",
            [1],
            [4],
        ),
        (
            "Teacher dead after attack\n\nA teacher died on Wednesday in an attack near Djibo.\n\nHe was the fifth teacher to have been "
            "killed in two years.",
            [1],
            [],
        ),
        (
            "Attack on post office\n\nFour people were killed in an attack on a post office in Gori on Wednesday. The gunman was also killed.",
            [4, 1],
            [],
        ),
        (
            "Mosque attack\n\nTwo men opened fire at a mosque in Sukkur on Wednesday, killing seven worshippers. Both attackers were shot dead.",
            [7, 2],
            [],
        ),
        (
            "Bomb in Tyre\n\nA bomb in Tyre wounded three soldiers and a nurse on Wednesday. A pair of Irish tourists were also injured.",
            [],
            [3, 1, 2],
        ),
        ("Bombs at embassy\n\nBombs hit an embassy in Lima on Wednesday and caused damage but no injuries.", [0], [0]),
        ("Drones over Hama\n\nTwo drones struck a post near Hama on Wednesday. No civilians were hurt.", [], [0]),
        (
            "Five die\n\nFive people, including the gunman, were killed at a market in Sukkur on Wednesday. The gunman was shot by guards.",
            [5],
            [],
        ),
        (
            "Mine kills recruits\n\nA mine killed seven recruits near Deraa on Wednesday. Over 90 recruits have been killed in the province "
            "since the war began in 2015.",
            [7],
            [],
        ),
        (
            "Church attacked\n\nA suicide bomber attacked a church in Jos on Wednesday, killing nine and raising the toll of such attacks for "
            "the past week to 120.",
            [9],
            [],
        ),
        (
            "Editor stabbed\n\nAn editor was stabbed to death in Aden on Wednesday. Writers condemned the murder of the editor.",
            [1],
            [],
        ),
        ("Car bomb\n\nA car bomb wounded 42 diners at a restaurant in Jolo on Wednesday, the mayor said.", [], [42]),
        (
            "Rebels planned ambush\n\nFighters who had plotted to kill Governor Aminu Sani shot him in the leg near Jos on Wednesday.",
            [0],
            [1],
        ),
        (
            "Boy killed in Jos\n\nA boy was shot dead by gunmen in Jos on Wednesday.\n\nResidents want soldiers before another boy is killed, "
            "and say that nothing was done since the March murder of a trader.",
            [1],
            [],
        ),
        (
            "Pregnant woman shot, baby killed\n\nA pregnant woman was shot by soldiers in Loikaw on Wednesday. The baby was killed.",
            [1],
            [1],
        ),
        (
            "Clerk dies after shooting\n\nA clerk was shot dead in Goma on Wednesday and another woman was wounded, police said.\n\nA second "
            "victim, Marie Kabila, was taken to a hospital.",
            [1],
            [1],
        ),
        (
            "Luis Rojas dies in Tumaco\n\nA miner who died of a bullet wound in Tumaco on Wednesday was hit by a stray bullet, "
            "officials said on the death of Luis Rojas.",
            [1],
            [],
        ),
        (
            "Father and sons dead near Kidal\n\nHe and his two sons were found dead in a truck near Kidal on Wednesday, the army said.",
            [1, 2],
            [],
        ),
        (
            "Arrest made after shooting in Sumy\n\nThe police have a suspect in custody for the shooting at a party in Sumy on Thursday.\n\nSeven "
            "people were injured and one person has died after the shooting.",
            [1],
            [7],
        ),
        (
            "Seven dead in villages\n\nA ranger left seven dead and one wounded near Mopti on Wednesday before killing himself.",
            [7, 1],
            [1],
        ),
        (
            "Raid on a tea estate\n\nA gunman killed two people and wounded six near Uva on Wednesday before he was shot dead.",
            [2, 1],
            [6],
        ),
        (
            "Attack on a post\n\nA suicide bomber struck a post near Gao on Wednesday, killing eight officers and himself.",
            [8, 1],
            [],
        ),
        (
            "Two found dead\n\nTwo traders were kidnapped near Mopti on Wednesday. Their bodies were found on Thursday.",
            [2],
            [],
        ),
        (
            "Raid on hamlet\n\nSoldiers shot at least 46 people, mostly elderly men and women, in a hamlet near Mopti on Wednesday.",
            [46],
            [],
        ),
        (
            "Three youths shot\n\nSoldiers shot three youths near Mopti on Wednesday. They are in hospital.",
            [0],
            [3],
        ),
        (
            "Clash in the hills\n\nEight rebels were shot dead in a clash near Gao on Wednesday. Twelve soldiers received bullet injuries.",
            [8],
            [12],
        ),
        (
            "Raid on homes\n\nUnknown men in uniform took five brothers from their home near Gao on Wednesday. They were later found dead.",
            [5],
            [],
        ),
        (
            "Raid on Bara\n\nRebels attacked the village of Bara near Gao on Tuesday. The army first said 12 people had died. By Wednesday "
            "evening the figure stood at 25.",
            [25],
            [],
        ),
        (
            "Bomb in Gao\n\nA bomb went off in a market in Gao on Tuesday. Initial reports spoke of ten dead; the governor later said 17 had died.",
            [17],
            [],
        ),
        (
            "Clash near Gao\n\nSeventy soldiers were killed when rebels attacked near Gao on Tuesday. 280 servicemen received injuries, and two "
            "civilians were also wounded.",
            [70],
            [280, 2],
        ),
        ("Grenade in Gao\n\nTwelve people were wounded in a grenade attack on a market in Gao on Wednesday.", [], [12]),
    ],
)
def test_counts_over_sentences(text: str, killed: list[int], injured: list[int]) -> None:
    mention = only(text)
    assert (toll(mention, "killed"), toll(mention, "injured")) == (killed, injured)


def test_a_gunman_found_among_the_dead_is_not_counted_twice() -> None:
    text = (
        "Three found dead in barracks\n\nThree people were found dead in a barracks near Gao on Wednesday, the army said.\n\n"
        "A sergeant shot two recruits and then himself, it said."
    )
    assert sum(toll(only(text), "killed")) == 3  # type: ignore[arg-type]


def one_report(text: str, *items: tuple[object, ...]) -> Made:
    made = Made()
    made.document("a", f"On 1 May 2024 {text}", "Paper")
    made.mention("a", "x", made.text("a"), when=DAY, toll=items)
    return made


def test_others_whom_the_sentence_goes_on_to_count_add_to_the_whole() -> None:
    found = one_report(
        "three victims were taken to hospital by ambulance and two others were driven there.",
        ("three victims", "injured", exact(3), "victims", "civilians"),
        ("two others", "injured", exact(2), "others"),
    ).reconciled()
    assert figures(found, "injured") == (5, 5, 5)


def test_groups_told_side_by_side_are_none_of_one_another() -> None:
    found = one_report(
        "two Chadian soldiers and two village guards were killed.",
        ("two Chadian soldiers", "killed", exact(2), "Chadian soldiers", "state forces", "TD"),
        ("two village guards", "killed", exact(2), "village guards", "state forces"),
    ).reconciled()
    assert figures(found) == (4, 4, 4)
    found = one_report(
        "six priests and two women were killed.",
        ("six priests", "killed", exact(6), "priests", "civilians"),
        ("two women", "killed", exact(2), "women", "civilians"),
    ).reconciled()
    assert figures(found) == (8, 8, 8)


def test_a_third_man_is_one_more_and_the_third_secretary_is_not() -> None:
    more = Quantity(1, 1, 1, "third", "toll.ordinal")
    found = one_report(
        "two men were killed and a third man died in hospital.",
        ("two men", "killed", exact(2), "men", "civilians"),
        ("a third man", "killed", more, "a third man", "civilians"),
    ).reconciled()
    assert figures(found) == (3, 3, 3)


def test_a_bomber_told_beside_others_is_one_more_than_they(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Bomb in Gao\n\nJuly 3, 2014\n\nA female suicide bomber killed herself and 19 others at a market in Gao on Monday, the mayor said.\n\n"
        "Shops stayed shut on the next day, he said.\n"
    )
    with Store.open(tmp_path / "record", create=True) as store:
        (incident,) = build([tmp_path / "a.txt"], store).incidents
    toll = next(a.quantity for a in incident.assessments if a.attribute == "killed")
    assert toll is not None
    assert toll.best == 20


def test_what_a_speaker_counts_of_both_sides_is_one_other_number(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Battle near Gao\n\nJuly 3, 2014\n\nTen Chadian soldiers and nine militants died on Monday in a battle near Gao. The rebel group MNLA said "
        "that it had killed 17 soldiers and lost two fighters.\n"
    )
    with Store.open(tmp_path / "record", create=True) as store:
        (incident,) = build([tmp_path / "a.txt"], store).incidents
    toll = next(a.quantity for a in incident.assessments if a.attribute == "killed")
    assert toll is not None
    assert toll.best == 19


def test_a_number_told_as_the_first_is_superseded(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Air raid near Gao\n\nJuly 3, 2014\n\nAt least 60 people died when the air force bombed a concert near Gao on Monday, a rebel official said. "
        '"We have buried some," said a spokesman of its armed wing, who had earlier put the number of dead at 30.\n'
    )
    with Store.open(tmp_path / "record", create=True) as store:
        (incident,) = build([tmp_path / "a.txt"], store).incidents
    toll = next(a.quantity for a in incident.assessments if a.attribute == "killed")
    assert toll is not None
    assert toll.best == 60


def test_people_at_large_whom_a_sentence_lists_add_up() -> None:
    found = one_report(
        "they found two people hit in the leg, one hit in the back, and a fourth victim grazed by a bullet.",
        ("two people hit", "injured", exact(2), "people", "civilians"),
        ("one hit", "injured", exact(1), "people", "civilians"),
        ("a fourth victim", "injured", Quantity(1, 1, 1, "fourth", "toll.ordinal"), "a fourth victim", "civilians"),
    ).reconciled()
    assert figures(found, "injured") == (4, 4, 4)


def test_an_attacker_who_died_beside_those_he_killed_is_one_more_dead() -> None:
    found = one_report(
        "the three dead victims were shot by a man who turned the gun on himself.",
        ("three dead victims", "killed", exact(3), "dead victims", "civilians"),
        ("turned the gun on himself", "killed", Quantity(1, 1, 1, "himself", "toll.attacker"), "attacker"),
    ).reconciled()
    assert figures(found) == (4, 4, 4)


def test_two_groups_whose_passages_run_to_one_word_of_harm_add_up() -> None:
    found = one_report(
        "three women and one man were injured by shelling.",
        ("three women and one man were injured", "injured", exact(3), "women", "civilians"),
        ("one man were injured", "injured", exact(1), "man", "civilians"),
    ).reconciled()
    assert figures(found, "injured") == (4, 4, 4)


@pytest.mark.parametrize(
    "death",
    [
        "He died on Thursday night at a hospital in Sumy.",
        "Petro Bondar, 42, was taken off life support on Thursday and died.",
        "The driver died on Thursday.",
        "He died the next day.",
    ],
)
def test_a_death_in_hospital_is_no_incident_of_its_own_day(death: str) -> None:
    text = f"Driver dies after shelling\n\nShelling wounded a driver in Sumy on Monday, the governor said.\n\n{death}"
    (mention,) = incidents(read(text, "2024-05-03"))
    assert mention.date is not None
    assert mention.date.edtf == "2024-04-29"
    assert toll(mention, "killed") == [1]


def test_gunfire_that_erupts_is_no_eruption() -> None:
    text = "Gunfire erupts at Goma market, six wounded\n\nSix people were shot on Friday night after violence erupted at a market in Goma, police said."
    assert toll(only(text), "injured") == [6]


def test_villagers_killed_beside_rebels_count_with_them_and_leaders_may_be_some_of_them() -> None:
    start = "Soldiers repelled an attack on their camp near Diffa on Wednesday. Ten militants were killed."
    apart = only(f"Clash near Diffa\n\n{start} Two villagers were burned to death in the market beside the camp.")
    assert sum(toll(apart, "killed")) == 12
    some = only(f"Clash near Diffa\n\n{start} Two leaders were killed, the army said.")
    assert sum(toll(some, "killed")[:1]) == 10


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Scores killed at market\n\nBandits attacked the market of Goronyo, Nigeria, on Wednesday, killing scores of people. No fewer than 30 people were killed, a trader said.", 30),
        ("Dozens killed in Taiz\n\nDozens of people were killed when shells hit a market in Taiz, Yemen, on Wednesday. Three people were killed at its gate.", 24),
    ],
)  # fmt: skip
def test_a_plain_number_goes_before_a_vague_word_that_is_not_far_above_it(text: str, killed: int) -> None:
    assert [i.quantity.best for i in only(text).toll if i.outcome == "killed" and i.part_of is None] == [killed]
