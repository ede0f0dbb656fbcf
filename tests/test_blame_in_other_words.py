"""Blame and its denial in words that name the accused by what he is called, perhaps, or not at all; and what stays told beside a denial."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Record
from thucydides.record import Store
from told import told

DEED = "Eight porters were killed by a bomb at the bus park of Lira, Uganda, on Monday.\n\n"


def stances(folder: Path, text: str) -> set[tuple[str, str, str]]:
    claims = told(folder, DEED + text).claims
    return {(c.stance, c.speaker or "", c.value) for c in claims if c.attribute == "responsibility" and c.stance != "asserts"}


@pytest.mark.parametrize(
    "said",
    ["blamed the blast on what it called cattle thieves", "accused what it describes as cattle thieves of planting the device",
     "said the attack was carried out by what it termed cattle thieves"],
)  # fmt: skip
def test_who_is_called_something_is_accused_by_that_name(tmp_path: Path, said: str) -> None:
    assert stances(tmp_path, f"The ministry {said}.") == {("accuses", "The ministry", "cattle thieves")}


@pytest.mark.parametrize("said", ["may have been responsible", "were probably behind the attack", "could have done it"])
def test_who_may_have_done_it_is_suspected(tmp_path: Path, said: str) -> None:
    assert stances(tmp_path, f"Aid workers said Kenyan troops {said}.") == {("suspects", "Aid workers", "Kenyan troops")}


@pytest.mark.parametrize(
    "said",
    ["Kenyan troops could have carried out the attack, aid workers believe.", "It was possible that Kenyan troops were behind it, aid workers said.",
     "Suspicion has fallen on Kenyan troops.", "The attack bore the hallmarks of Kenyan troops."],
)  # fmt: skip
def test_whom_somebody_believes_to_have_done_it_is_suspected(tmp_path: Path, said: str) -> None:
    assert {(s, v) for s, _, v in stances(tmp_path, said)} == {("suspects", "Kenyan troops")}


@pytest.mark.parametrize(
    "said",
    ["It was the work of the Lake Brigade, a caller told a radio station.", "A group calling itself the Lake Brigade said it carried out the attack.",
     "Responsibility was taken by a band known as the Lake Brigade."],
)  # fmt: skip
def test_a_group_of_which_nobody_had_heard_claims_it_by_the_name_it_gives_itself(tmp_path: Path, said: str) -> None:
    assert {v.removeprefix("the ") for s, _, v in stances(tmp_path, said) if s == "claims"} == {"Lake Brigade"}


@pytest.mark.parametrize(
    "said",
    ["the LRA, said its fighters had been responsible", "an LRA spokesman, said the group carried out the attack", "the LRA, said its men had planted the device",
     "the LRA, has claimed a bomb that killed eight porters"],
)  # fmt: skip
def test_who_speaks_of_the_deed_of_its_own_people_claims_it(tmp_path: Path, said: str) -> None:
    who, did = said.split(", ")
    assert {s for s, *_ in stances(tmp_path, f"In a note on Tuesday {who} {did}.")} == {"claims"}


@pytest.mark.parametrize(
    ("said", "stance"),
    [("So far nobody has come forward to claim the attack.", "none-claimed"), ("The attack has gone unclaimed.", "none-claimed"),
     ("Police have yet to establish who was responsible.", "unknown"), ("The identity of the attackers was not known.", "unknown"),
     ("Those who know the town say the authors of the attack are unknown.", "unknown"),
     ("Who planted the bomb remains a mystery.", "unknown")],
)  # fmt: skip
def test_a_deed_that_nobody_claims_or_knows_the_doer_of_is_laid_on_nobody(tmp_path: Path, said: str, stance: str) -> None:
    assert {s for s, *_ in stances(tmp_path, said)} == {stance}


def test_who_would_not_say_whether_it_blames_somebody_accuses_nobody(tmp_path: Path) -> None:
    assert not stances(tmp_path, "The police would not say whether they held the rebels responsible.")


@pytest.mark.parametrize("said", ["was not to blame", "was not responsible"])
@pytest.mark.parametrize("body", ["group", "movement"])
def test_the_group_that_its_spokesman_clears_denies_it(tmp_path: Path, body: str, said: str) -> None:
    found = stances(tmp_path, f"A spokesman for the LRA said the {body} {said}.")
    assert {s for s, *_ in found} == {"denies"}


@pytest.mark.parametrize(
    "said",
    ["“It was not us,” a rebel officer told reporters.", "“It was none of our doing,” a rebel officer told reporters.", "The LRA said that there was no truth in the accusation.",
     "The LRA said it had carried out no attacks in the town.", "The LRA said the allegations were without foundation."],
)  # fmt: skip
def test_who_tells_reporters_that_it_was_others_denies_it(tmp_path: Path, said: str) -> None:
    assert {s for s, *_ in stances(tmp_path, said)} == {"denies"}


def test_whom_another_clears_is_not_accused(tmp_path: Path) -> None:
    assert {s for s, *_ in stances(tmp_path, "The mayor said that the LRA was not to blame.")} == {"denies"}


def test_who_claims_the_action_claims_it(tmp_path: Path) -> None:
    assert {s for s, *_ in stances(tmp_path, "The LRA claimed the action in a note left at a church.")} == {"claims"}


@pytest.mark.parametrize(
    "text",
    ["The ministry denied that its guns had shelled the barracks at Gulu, Uganda, where 17 recruits died on Monday.",
     "Rebels denied any part in Monday's raid on the barracks at Gulu, Uganda, in which 17 recruits were killed.",
     "A rebel envoy denied involvement in the killing of 17 recruits at Gulu, Uganda, on Monday."],
)  # fmt: skip
def test_what_hangs_on_a_denied_deed_as_known_is_not_denied(tmp_path: Path, text: str) -> None:
    claims = told(tmp_path, "Gulu after the raid\n\n" + text + " The camp is shut.").claims
    assert {c.stance for c in claims if c.attribute == "killed"} == {"asserts"}
    assert "denies" in {c.stance for c in claims if c.attribute == "responsibility"}


def record(folder: Path, *texts: str) -> Record:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"Report {number} from the region\n\n12 June 2024\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        return build(sorted(folder.glob("*.txt")), store)


def differences(made: Record, attribute: str) -> list[tuple[str, float]]:
    return [(d.explanation, d.weight) for d in made.discrepancies if d.attribute == attribute]


def test_armed_men_of_two_peoples_are_two_parties(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "Chadian gunmen killed four nurses near Birao, Central African Republic, on Monday, an aid agency said.",
        "A Sudanese militia killed the four nurses near Birao on Monday, the prefect of the Central African Republic's north said.",
    )
    assert differences(made, "responsibility")


def test_whose_arms_rebels_bear_says_nothing_of_their_people(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "Rwandan-backed rebels killed four nurses near Rutshuru in eastern Congo on Monday, an aid agency said.",
        "Congolese rebels killed four nurses near Rutshuru in eastern Congo on Monday, a bishop said.",
    )
    assert not differences(made, "responsibility")


def test_a_claim_after_nobody_claimed_it_is_a_mild_difference(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "A bomb killed 31 people at a cinema in Quetta, Pakistan, on Monday. Nobody claimed responsibility. The Taliban denied involvement.",
        "A bomb killed 31 people at a cinema in Quetta, Pakistan, on Monday. The Islamic State claimed responsibility.",
    )
    ((words, weight),) = differences(made, "responsibility")
    assert words.endswith("the claim is likely the later.")
    assert weight < 1


def test_a_bomb_made_of_a_gas_bottle_is_no_accident(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "A gas cylinder bomb fired by guerrillas killed 12 people in a chapel at Toribio, Colombia, on Monday, the mayor said.",
        "Shells killed 12 people in a chapel at Toribio, Colombia, on Monday.",
    )
    assert not differences(made, "type")


def test_a_mine_and_a_shell_are_two_means(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "Mortar shells killed six herders near Kutum, Sudan, on Monday, a nurse said.",
        "Six herders died near Kutum, Sudan, on Monday when they stepped on a mine, the army said.",
    )
    assert differences(made, "method")
