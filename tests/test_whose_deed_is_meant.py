"""Whose deed a statement means: the group named before, whoever made a statement, and nobody where no deed is spoken of."""

from pathlib import Path

import pytest

from thucydides.nouns import Claim
from told import told


def _responsibility(folder: Path, text: str) -> list[Claim]:
    return [c for c in told(folder, text).claims if c.attribute == "responsibility"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Six soldiers died in an attack near Gao on 3 May 2025. The army blamed JNIM. The group claimed responsibility for the attack.", "jnim"),
        ("A car bomb killed nine in Mogadishu on 3 May 2025. Police blamed al-Shabab. The terror group said it was behind the blast.", "al-shabaab"),
        ("A bomb killed ten in Kasindi on 3 May 2025. It was the work of the ADF, a group that later claimed responsibility for the attack.", "adf"),
        ("A bomb killed four in Quetta on 3 May 2025. In a statement claiming responsibility for the attack, the Baloch Liberation Army named a man.", "balochistan-liberation-army"),
    ],
)  # fmt: skip
def test_a_claim_is_laid_upon_the_group_that_its_words_take_up(tmp_path: Path, text: str, actor: str) -> None:
    claimed = [c for c in _responsibility(tmp_path, text) if c.stance == "claims"]
    assert claimed
    assert {(c.actor, c.speaker_actor) for c in claimed} == {(actor, actor)}


def test_a_group_with_a_name_of_its_own_is_not_the_one_named_before(tmp_path: Path) -> None:
    text = "A bomb killed four in Gao on 3 May 2025. The army blamed JNIM. The group Sons of Noon claimed responsibility for the attack."
    claimed = [c for c in _responsibility(tmp_path, text) if c.stance == "claims"]
    assert "jnim" not in {c.actor for c in claimed}


@pytest.mark.parametrize(
    "sentence",
    [
        "Who claimed responsibility for the attack?",
        "The president claimed that he would protect the villagers after the attack.",
        "It was claimed that he played a role in planning attacks for the rebels.",
        "Police found a bag believed to contain the bomb.",
        "About 30 more fighters were believed killed in the attack.",
        "One leader of the rebels disavowed the truce that followed the attack.",
        "Russia acknowledged the ceasefire after the attack.",
        "It was what is considered one of the largest massacres in the history of the country.",
    ],
)
def test_words_that_lay_the_deed_upon_nobody(tmp_path: Path, sentence: str) -> None:
    text = f"A rocket killed six people in Gao on 3 May 2025. {sentence}"
    laid = [(c.stance, c.value) for c in _responsibility(tmp_path, text) if c.stance != "asserts"]
    assert laid == []


@pytest.mark.parametrize(
    ("sentence", "stance", "value"),
    [
        ("Two men are believed to have carried out the attack.", "suspects", "Two men"),
        ("An Islamic State affiliate is suspected to be behind the attack.", "suspects", "An Islamic State affiliate"),
        ("JNIM claimed the attack. The extremist group carried out the assault on the base, it said.", "claims", "JNIM"),
        ("The army admitted the killing.", "admits", "The army"),
        ("The government blamed the attack on commander Omar Sadiq, who has fought it since 2014.", "accuses", "commander Omar Sadiq"),
        ("Officials said that the raid was the work of the Allied Democratic Forces (ADF), a group that once fought in Uganda.", "accuses", "the Allied Democratic Forces (ADF)"),
        ("Some residents attributed the attack to the activities of the Yan Sakai in the area.", "accuses", "the Yan Sakai"),
    ],
)  # fmt: skip
def test_who_is_held_responsible_stands_without_what_is_told_of_him(
    tmp_path: Path, sentence: str, stance: str, value: str
) -> None:
    text = f"Six people were killed in an attack in Gao on 3 May 2025. {sentence}"
    assert (stance, value) in {(c.stance, c.value) for c in _responsibility(tmp_path, text)}


def test_who_tells_of_gunmen_accuses_nobody(tmp_path: Path) -> None:
    text = "On 3 May 2025 gunmen killed six people in Gao, police said."
    assert {c.stance for c in _responsibility(tmp_path, text)} == {"asserts"}


def test_fighters_who_tell_of_their_own_deed_claim_it(tmp_path: Path) -> None:
    text = "Boko Haram said on Sunday that Boko Haram fighters killed six soldiers near Maiduguri on 3 May 2025."
    assert "admits" not in {c.stance for c in _responsibility(tmp_path, text)}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Yaounde, a Defence Ministry spokesman has confirmed that seven people died in the attack on Ndu on 3 May 2025.", "a Defence Ministry spokesman"),
        ("Five people were killed in an attack on 3 May 2025 in Nduga regency, Papua, a senior minister has said.", "a senior minister"),
        ("Goma, the army says five people were killed in an attack on Sake on 3 May 2025.", "the army"),
    ],
)  # fmt: skip
def test_a_town_before_the_speaker_says_nothing(tmp_path: Path, text: str, speaker: str) -> None:
    assert {c.speaker for c in told(tmp_path, text).claims if c.attribute == "killed"} == {speaker}
