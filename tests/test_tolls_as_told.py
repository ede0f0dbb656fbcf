"""Tolls as reporters tell them: numbers behind their verbs, people behind a description, each side's own, units by their size. All sentences
are ours."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.record import Store


def _toll(tmp_path: Path, line: str, outcome: str) -> int | None:
    (tmp_path / "report.txt").write_text(f"Report of the day\n\nJuly 3, 2025\n\n{line}\n")
    with Store.open(tmp_path / "record", create=True) as store:
        (incident,) = (i for i in build([tmp_path / "report.txt"], store).incidents if i.kind == "incident")
    toll = incident.assessed(outcome)
    return toll.quantity.best if toll is not None and toll.quantity is not None else None


@pytest.mark.parametrize(
    ("line", "killed"),
    [
        ("On 30 June, mortar bombs on the old road and on al-Saleh killed four and injured nine, the council of Taiz said.", 4),
        ("Paramilitaries shot dead at least three miners taking part in a march in the Miraflores quarter of Oruro on Monday.", 3),
        ("A rocket hit a car near Metema on Monday, killing Tadesse Bekele, commander of a brigade, and another fighter.", 2),
        ("Troops near Jolo on Monday killed Abu Nasir, better known as Putol, the head of a band, and nine of his men.", 10),
        ("The mayor of Ocosingo, his wife and their son were murdered on Monday.", 3),
        ("Gunmen in Khost killed an Afghan couple, Rahim and Zarghuna Wali, on Monday.", 2),
        ("Two constables, a nurse and a cook lost their lives when rebels attacked a post near Bhamo on Monday.", 4),
        ("Seven men, four policemen and three drivers, died when a bomb went off in Quetta on Monday.", 7),
        ("Fighting at Badme on Monday left 21 Ethiopians and 13 Eritreans dead, officials of both sides said.", 34),
        ("One of the emir's brothers and two of his guards were killed in a raid on Zaria on Monday.", 3),
        ("A five-man patrol was ambushed and killed near Kassala on Monday.", 5),
        ("Rebels near Bangassou separated the men of a village and on Monday shot about 30 of them (Catholic Radio, July 2).", 30),
    ],
)
def test_the_dead_are_read_in_any_order_of_words(tmp_path: Path, line: str, killed: int) -> None:
    assert _toll(tmp_path, line, "killed") == killed


@pytest.mark.parametrize(
    ("line", "injured"),
    [
        ("Two jets, followed by a third, bombed Ouadi on Monday, killed 12 people and injured some 30 (Red Cross, July 2).", 30),
        ("Four miners were killed and nine were hit in the legs in a clash near Segou on Monday.", 9),
        ("Police killed two students in Conakry on Monday, and three were shot in the legs.", 3),
        ("Soldiers fired at a march in Lome on Monday. Four people died. A dozen others are being treated.", 12),
        ("Four Lao soldiers were injured by a mine at Sayaboury on Monday; one lost his right leg.", 4),
        ("Rockets fell on Haifa on Monday; neither casualties nor damage were reported.", 0),
        ("Rebels fired mortars at the town of Nimba on Monday, causing some damage but no army casualties.", 0),
    ],
)
def test_the_injured_are_read_in_any_order_of_words(tmp_path: Path, line: str, injured: int) -> None:
    assert _toll(tmp_path, line, "injured") == injured


@pytest.mark.parametrize(
    ("line", "killed", "injured"),
    [
        ("Guards clashed at Fashaga on Monday. Two Sudanese farmers were killed and 14 wounded; Ethiopia reported nine wounded.", 2, 23),
        (
            "Troops fought near Preah on Monday. Laos said two of its guards were killed and four wounded; "
            "Vietnam said that it had lost three men and that six were wounded.",
            5,
            10,
        ),
        ("The army said on Monday it had killed 16 rebels and lost three of its own men in a battle near Moulay.", 19, None),
        ("The rebels say that they killed 30 Russians and 12 soldiers and lost five of their own at Sevare on Monday.", 47, None),
    ],
)
def test_what_each_side_tells_of_its_own_adds_up(tmp_path: Path, line: str, killed: int, injured: int | None) -> None:
    assert (_toll(tmp_path, line, "killed"), _toll(tmp_path, line, "injured")) == (killed, injured)


@pytest.mark.parametrize(
    ("line", "killed"),
    [
        ("Gunmen in Cali killed a judge on Monday, and two guards were arrested.", 1),
        ("A bomb in Gao on Monday killed Ali Omar, the head of the council, and burned three houses.", 1),
        ("Police in Bogota killed Luis Mora, 34, on Monday and arrested two brothers.", 1),
        ("Jets hit three villages near Bor on Monday and killed two herders.", 2),
    ],
)
def test_nobody_is_added_who_came_to_something_else(tmp_path: Path, line: str, killed: int) -> None:
    assert _toll(tmp_path, line, "killed") == killed


def test_the_dead_of_protests_without_a_place_are_a_sum(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(
        "Marches\n\nJuly 4, 2025\n\nTroops shot dead at least 40 at rallies after noon prayers on Friday, activists said.\n\n"
        "In the town of Kassala police killed three marchers on Friday.\n"
    )
    with Store.open(tmp_path / "record", create=True) as store:
        record = build([tmp_path / "report.txt"], store)
    tolls = [toll.quantity.best for i in record.incidents if (toll := i.assessed("killed")) is not None and toll.quantity is not None]
    assert (tolls, [a.deaths.best for a in record.aggregates if a.deaths is not None]) == ([3], [40])


@pytest.mark.parametrize(
    ("line", "killed"),
    [
        ("The bomb killed the district chief of Sangin, his brother and three bodyguards on Monday.", 5),
        ("Raiders killed eight villagers near Palma on Monday, beheading three of them.", 8),
        ("A mass grave with the remains of 40 people was discovered near Tarhuna on Monday.", 40),
        ("Four Americans and a Briton died in a rocket attack on Taji on Monday.", 5),
        ("Thirty policemen died in a raid on Tukanalipao on Monday, along with 11 rebels and several villagers.", 41),
        ("Rebels massacred about 60 inhabitants of Oicha between Saturday and Sunday night.", 60),
        ("Six men were held in Duran on Friday after an exchange of fire in which one of them was struck down.", 1),
        ("Soldiers shot dead over a dozen miners near Tarkwa on Monday.", 12),
        ("Over a dozen miners were shot dead near Tarkwa on Monday.", 12),
        ("A bomb hit a queue at Yarova on Tuesday. On Wednesday the governor put the dead at 24 after a woman died in hospital.", 24),
    ],
)
def test_who_is_told_of_in_other_words_is_counted_once(tmp_path: Path, line: str, killed: int) -> None:
    assert _toll(tmp_path, line, "killed") == killed


@pytest.mark.parametrize(
    "line",
    [
        "Fighting went on around the airport of Tripoli on Saturday. Hospitals said they had received 121 bodies since the fighting began.",
        "Guerrillas attacked the garrison of Gotera on Monday. There is no word of casualties from elsewhere.",
    ],
)
def test_what_is_counted_over_a_time_or_elsewhere_is_no_toll(tmp_path: Path, line: str) -> None:
    assert _toll(tmp_path, line, "killed") is None


@pytest.mark.parametrize(
    "line",
    [
        "Woman teacher shot dead in Mopti on Tuesday.",
        "Member guard killed by gunmen in Gao on Tuesday.",
        "Woman trader killed in a blast in Kidal on Tuesday.",
        "Woman driver killed as a lorry hit a mine near Gao on Tuesday.",
    ],
)
def test_a_report_that_opens_with_whom_it_was_is_read(tmp_path: Path, line: str) -> None:
    assert _toll(tmp_path, line, "killed") == 1
