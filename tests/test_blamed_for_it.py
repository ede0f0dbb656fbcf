"""Who is said to be responsible for a deed, behind it or to blame is accused of it; who denies doing it denies; two who fought are no dispute."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.record import Store
from told import told

DEED = "Nine villagers were killed in an attack on Barsalogho on Tuesday.\n\n"


def stances(folder: Path, text: str) -> set[tuple[str, str, str]]:
    claims = told(folder, DEED + text).claims
    return {(c.stance, c.speaker or "", c.value) for c in claims if c.attribute == "responsibility" and c.stance != "asserts"}


@pytest.mark.parametrize("said", ["was responsible for the massacre", "was behind the raid", "was to blame for the deaths"])
def test_who_is_said_to_have_been_behind_a_deed_is_accused(tmp_path: Path, said: str) -> None:
    assert stances(tmp_path, f"Survivors said the militia {said}.") == {("accuses", "Survivors", "the militia")}


@pytest.mark.parametrize("said", ["was not responsible for the massacre", "was responsible for guarding the road", "may have been behind time"])
def test_who_is_cleared_or_has_a_duty_is_not(tmp_path: Path, said: str) -> None:
    assert not {s for s in stances(tmp_path, f"Survivors said the militia {said}.") if s[0] == "accuses"}


@pytest.mark.parametrize("said", ["did not blame the militia for the attack", "did not implicate the militia in the killings"])
def test_who_is_not_blamed_is_not_accused(tmp_path: Path, said: str) -> None:
    assert not stances(tmp_path, f"Police {said}.")


def test_who_denies_doing_it_and_blames_another_does_both(tmp_path: Path) -> None:
    found = stances(tmp_path, "The army denied shelling the village and blamed insurgents for the carnage.")
    assert found == {("denies", "The army", "The army"), ("accuses", "The army", "insurgents")}


def test_who_denies_losses_denies_no_deed(tmp_path: Path) -> None:
    assert not stances(tmp_path, "The army denied losing any men in the attack.")


@pytest.mark.parametrize("said", ["has admitted the massacre", "has so far acknowledged being behind the raid", "has claimed it"])
def test_what_nobody_owns_up_to_is_no_deed_of_a_group_called_nobody(tmp_path: Path, said: str) -> None:
    assert {s[0] for s in stances(tmp_path, f"No faction {said}.")} == {"none-claimed"}


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        ('blamed the killings on what it called "hill bandits".', "hill bandits"),
        ('blamed the bloodshed on what it described as "armed outlaws".', "armed outlaws"),
        ("blamed the massacre on village guards.", "village guards"),
    ],
)
def test_a_deed_is_laid_on_whom_a_clause_names_and_on_no_deed(tmp_path: Path, said: str, whom: str) -> None:
    assert {(s, v.strip('"')) for s, _, v in stances(tmp_path, f"State radio {said}")} == {("accuses", whom)}


@pytest.mark.parametrize("said", ["no such order had been given", "nothing of the sort had happened"])
def test_who_says_that_there_was_nothing_and_blames_speaks_itself(tmp_path: Path, said: str) -> None:
    assert ("accuses", "The colonel", "the insurgents") in stances(tmp_path, f"The colonel said {said} and blamed the insurgents.")


@pytest.mark.parametrize("said", ["see no link to terrorism", "found no connection to a feud"])
def test_who_looks_into_a_deed_and_finds_no_link_denies_nothing_of_its_own(tmp_path: Path, said: str) -> None:
    assert not stances(tmp_path, f'"We {said}," the governor said.')


@pytest.mark.parametrize("said", ["is blamed; it has denied involvement", "was blamed for the raid. It denied any role"])
def test_the_one_blamed_is_who_denies_it(tmp_path: Path, said: str) -> None:
    found = stances(tmp_path, f"Clinics counted 15 dead. The Red Star Brigade {said}.")
    assert ("denies", "The Red Star Brigade", "The Red Star Brigade") in found


def test_who_denies_where_its_arms_stand_denies_no_deed(tmp_path: Path) -> None:
    assert not stances(tmp_path, "The army denied the deployment of rocket launchers near the village.")


def disputed(folder: Path, texts: tuple[str, ...]) -> bool:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"Report\n\nJuly 3, 2025\n\n{text}")
    with Store.open(folder / "record", create=True) as store:
        record = build([folder / f"{number}.txt" for number in range(len(texts))], store)
    return any(d.kind == "responsibility" for d in record.discrepancies)


def test_an_accusation_and_a_denial_are_a_dispute(tmp_path: Path) -> None:
    told_so = "Nine villagers were killed in Barsalogho on Tuesday. Survivors said the army was responsible for the killings. "
    assert disputed(tmp_path, (told_so + "The army blamed rebels for the carnage.",))


def test_two_who_fought_are_none(tmp_path: Path) -> None:
    stormed = "Soldiers stormed a hotel in Bamako on Wednesday where Islamist militants held 40 hostages, killing four militants."
    assert not disputed(tmp_path, ("Islamist militants attacked a hotel in Bamako on Wednesday, killing 12 people.", stormed))
