"""A statement on who did it speaks of the deed told right before it, of those that it takes up or names, and of no other."""

from pathlib import Path

import pytest

from told import told

DEED = "Nine villagers were killed when a shell hit the market of Barsalogho on Tuesday.\n\n"
OTHER = "The governor spoke to reporters in the evening. Roads to the north were closed and the price of millet rose again. "


def laid(folder: Path, text: str) -> set[tuple[str, str, int]]:
    """(stance, on whom, how many deeds it speaks of) of every statement."""
    found = told(folder, text).claims
    return {(c.stance, c.value, len(c.mentions)) for c in found if c.attribute == "responsibility" and c.stance != "asserts"}


def test_a_bare_denial_denies_what_is_said_right_before_it(tmp_path: Path) -> None:
    assert laid(tmp_path, DEED + "The army denied it.") == {("denies", "The army", 1)}


@pytest.mark.parametrize(
    "between",
    ["The minister was also charged with fraud. His family ", "Neighbours speak of secret talks with the junta. The junta "],
)
def test_a_denial_of_something_else_denies_no_deed(tmp_path: Path, between: str) -> None:
    assert not laid(tmp_path, DEED + OTHER + between + "denied it.")


def test_a_denial_of_an_accusation_just_made_denies_the_deed(tmp_path: Path) -> None:
    found = laid(tmp_path, DEED + "Residents blamed the army for the shelling. The army denied the accusation.")
    assert found == {("accuses", "the army", 1), ("denies", "The army", 1)}


def test_a_denial_of_involvement_may_stand_some_sentences_behind(tmp_path: Path) -> None:
    assert laid(tmp_path, DEED + OTHER + "The army denied any involvement.") == {("denies", "The army", 1)}


def test_a_statement_far_behind_a_deed_speaks_of_another(tmp_path: Path) -> None:
    assert not laid(tmp_path, DEED + OTHER * 6 + "The government blames terrorists for the violence.")


def test_who_names_the_victims_speaks_of_their_deed_wherever_it_stands(tmp_path: Path) -> None:
    killed = "General Abel Okoro was shot dead in Jos on Tuesday.\n\n"
    assert laid(tmp_path, killed + OTHER * 6 + "The Red Banner claimed responsibility for the attack on General Abel Okoro.") == {
        ("claims", "The Red Banner", 1)
    }


TWO = DEED + "On Wednesday gunmen killed four farmers near Djibo.\n\n"


def test_the_attacks_are_those_told_and_attacks_are_any(tmp_path: Path) -> None:
    assert laid(tmp_path, TWO + "The army denied any connection to the attacks.") == {("denies", "The army", 2)}
    assert not laid(tmp_path, TWO + "Activists accused the authorities of staging incidents.")


@pytest.mark.parametrize("said", ["The militia is thought to be behind 104 killings in the quarter.", "The staff spoke of precise strikes on terrorists."])
def test_a_number_of_deeds_that_are_not_told_speaks_of_none_that_are(tmp_path: Path, said: str) -> None:
    assert not laid(tmp_path, TWO + said)


def test_both_sides_are_no_two_deeds(tmp_path: Path) -> None:
    found = laid(tmp_path, TWO + "The rebels and the army traded blame for shelling an oil terminal that is vital to both sides.")
    assert all(deeds == 1 for _, _, deeds in found)


@pytest.mark.parametrize("said", ["Moscow denies targeting civilians.", "The army said that it did not target civilians."])
def test_who_never_targets_civilians_denies_no_deed(tmp_path: Path, said: str) -> None:
    assert not laid(tmp_path, DEED + said)


@pytest.mark.parametrize(
    "said",
    ["The envoy accused Belgrade of supplying the army with attack helicopters.", "The rebels did not deny that the soldiers had been killed."],
)
def test_help_and_what_is_not_denied_are_no_part_in_a_deed(tmp_path: Path, said: str) -> None:
    assert not laid(tmp_path, DEED + said)


@pytest.mark.parametrize(("between", "denied"), [("", True), ("A bridge in the capital is said to be unsafe. ", False)])
def test_what_is_called_untrue_is_what_was_said_last(tmp_path: Path, between: str, denied: bool) -> None:
    found = told(tmp_path, f"Nine villagers were killed in an air strike on Barsalogho on Tuesday. {between}The army called the reports fabricated.").claims
    assert any(c.attribute == "version" and c.category == "none" for c in found) is denied
