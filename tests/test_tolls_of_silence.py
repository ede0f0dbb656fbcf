"""What a report that counts only some of those harmed says of the others: silence, and one victim told of alone."""

from pathlib import Path

import pytest

from reconciling_made import Made, exact, on
from thucydides.build import build
from thucydides.nouns import Quantity
from thucydides.record import Store
from told import incidents, only, read, toll
from tolls_made import figures

DAY = ("1 May 2024", on("2024-05-01"))


def two_reports(first: tuple[tuple[object, ...], ...], second: tuple[tuple[object, ...], ...], days: tuple[str, str]) -> Made:
    made = Made()
    for name, items, day in zip("ab", (first, second), days, strict=True):
        made.document(name, "On 1 May 2024 " + " and ".join(str(i[0]) for i in items) + ".", f"Paper {name}", day)
        made.mention(name, "x", made.text(name), when=DAY, toll=items)
    return made


NOBODY = Quantity(0, 0, 0, "", "toll.injured-only")
ONE_HURT = (("a driver was wounded", "injured", exact(1), "driver", "civilians"), ("a driver was wounded", "killed", NOBODY, "driver"))
ONE_DEAD = (("a driver died", "killed", exact(1), "driver", "civilians"), ("a driver died", "injured", exact(0), "driver"))


def test_the_wounded_of_an_earlier_report_who_died_are_not_wounded() -> None:
    found = two_reports(ONE_HURT, ONE_DEAD, ("2024-05-01", "2024-05-02")).reconciled()
    assert figures(found) == (1, 1, 1)
    assert figures(found, "injured") == (0, 0, 0)


def test_nobody_rises_from_the_dead() -> None:
    stated = (("a driver was wounded", "injured", exact(1), "driver", "civilians"), ("a driver was wounded", "killed", exact(0), "driver"))
    found = two_reports(stated, ONE_DEAD, ("2024-05-03", "2024-05-02")).reconciled()
    assert figures(found, "injured")[1:] != (0, 0)


def test_who_tells_of_one_of_the_wounded_later_takes_no_number_back() -> None:
    single = Quantity(1, 1, 1, "a boy", "toll.singular")
    made = Made()
    made.document("a", "On 1 May 2024 two people were wounded.", "Paper", "2024-05-01")
    made.document("b", "On 1 May 2024 a boy was wounded.", "Paper", "2024-05-03")
    made.mention("a", "x", made.text("a"), when=DAY, toll=(("two people", "injured", exact(2), "people", "civilians"),))
    made.mention("b", "x", made.text("b"), when=DAY, toll=(("a boy", "injured", single, "a boy", "civilians"),))
    assert figures(made.reconciled(), "injured")[1] == 2


def test_a_wounded_soldier_is_not_the_militant_who_died() -> None:
    hurt = (("a soldier was wounded", "injured", exact(1), "soldier", "state forces"),)
    dead = (("a militant died", "killed", exact(1), "militant", "rebels"), ("a militant died", "injured", exact(0), "militant"))
    found = two_reports(hurt, dead, ("2024-05-01", "2024-05-02")).reconciled()
    assert figures(found, "injured")[2] == 1


def test_who_tells_of_one_victim_leaves_room_for_others() -> None:
    single = Quantity(1, 1, 1, "a shepherd", "toll.singular")
    found = two_reports(
        (("a shepherd was killed", "killed", single, "a shepherd", "civilians"),),
        (("three people were killed", "killed", exact(3), "people", "civilians"),),
        ("2024-05-01", "2024-05-01"),
    ).reconciled()
    assert figures(found)[1] == 3


def test_silence_on_the_dead_of_a_deed_told_in_passing_says_nothing() -> None:
    report = (
        "Bomb kills nine in Mopti\n\nA bomb killed nine people at a market in Mopti on Wednesday.\n\n"
        "On May 3, at least 11 people were wounded in a blast in Gao."
    )
    told = {tuple(toll(m, "injured")): toll(m, "killed") for m in incidents(read(report, "2024-05-20"))}
    assert told[(11,)] == []


def test_soldiers_wounded_in_a_clash_say_nothing_of_the_dead() -> None:
    clash = only("Border clash: four guards wounded\n\nFour border guards were wounded in a clash near Isfara on Wednesday, police said.")
    assert (toll(clash, "killed"), toll(clash, "injured")) == ([], [4])


@pytest.mark.parametrize(
    "text",
    [
        "Soldier wounded near Talish\n\nOne soldier was wounded on Wednesday when the Azerbaijani army fired at a post near Talish. He was taken to a hospital.",
        "Rebel missile wounds 26 at Abha airport\n\nA missile of the Houthi rebels wounded 26 travellers at Abha airport on Wednesday. Eight were taken to hospital.",
        "Four killed in Lembantongoa\n\nMilitants of the East Indonesia Mujahideen killed four farmers in Lembantongoa on Wednesday. They burned one of the houses.",
    ],
)
def test_of_what_parties_to_a_war_did_silence_counts_nobody(text: str) -> None:
    assert [i for i in only(text).toll if i.quantity.best == 0] == []


@pytest.mark.parametrize(
    ("said", "silent"),
    [
        ("a column was ambushed near the ford", True),
        ("a column was ambushed near the ford and its men cut down to the last: no survivor, only corpses", False),
        ("the ferry's captain was killed near the ford", False),
        ("families wept over their dead near the ford", False),
    ],
)
def test_a_report_that_speaks_of_dead_without_a_number_gives_no_silence(said: str, silent: bool) -> None:
    made = Made()
    made.document("a", "On 1 May 2024 four people were killed.", "Paper a", "2024-05-01")
    made.document("b", f"On 1 May 2024 {said}.", "Paper b", "2024-05-01")
    made.mention("a", "x", made.text("a"), when=DAY, toll=(("four people were killed", "killed", exact(4), "people", "civilians"),))
    made.mention("b", "x", made.text("b"), when=DAY)
    assert any("gives none" in d.explanation for d in made.reconciled().discrepancies) is silent


@pytest.mark.parametrize(("place", "civilians"), [("after a gunfight between two gangs", False), ("in their beds by raiders", True)])
def test_men_who_fell_in_a_fight_are_called_no_civilians(tmp_path: Path, place: str, civilians: bool) -> None:
    (tmp_path / "a.txt").write_text(f"Nine men were killed {place} near Jos, Nigeria, on 3 May 2021.\n")
    with Store.open(tmp_path / "record", create=True) as store:
        (found,) = build([tmp_path / "a.txt"], store).incidents
    assert any(name == "Civilians" for _, name, _ in found.actors) is civilians
