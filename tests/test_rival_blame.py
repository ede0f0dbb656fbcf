"""Rival blame: in what words accounts lay a deed on somebody, deny it or say that it is not known, and when that is a dispute."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Record
from thucydides.record import Store


def record(folder: Path, *texts: str) -> Record:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"Report {number} from the region\n\n12 June 2024\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        return build(sorted(folder.glob("*.txt")), store)


def said(made: Record) -> set[tuple[str, str | None, str]]:
    return {(c.stance, c.speaker, c.value) for c in made.claims if c.attribute == "responsibility"}


def disputes(made: Record) -> list[str]:
    return [d.explanation for d in made.discrepancies if d.attribute == "responsibility"]


@pytest.mark.parametrize(
    ("text", "stance", "speaker", "accused"),
    [
        ("Six people died in a blast in Taiz on Monday. The government said it was a Houthi mine.", "accuses", "The government", "Houthi"),
        ("Two villages near Pibor were burned on Monday. Elders said the raiders were from Jonglei's army.", "accuses", "Elders", "Jonglei's army"),
        ("Three priests were murdered in Chihuahua on Monday. The bishop says a drug cartel was responsible.", "accuses", "The bishop", "a drug cartel"),
        ("Four people died in Homs on Monday. The mayor said the deaths were due to shots fired by bandits.", "accuses", "The mayor", "bandits"),
        ("A boat was shelled off Sittwe on Monday and nine died. The navy denied having fired and said the rebels had.", "accuses", "The navy", "the rebels"),
        ("A nurse was shot dead in Nablus on Monday. The family says by a soldier. The army says, by gunmen.", "accuses", "The army", "gunmen"),
        ("A shell killed two in Goris on Monday. Officials spoke of an Azerbaijani shell.", "accuses", "Officials", "Azerbaijani"),
        ("Five soldiers died in an ambush near Menaka on Tuesday. JNIM claimed it.", "claims", "JNIM", "JNIM"),
        ("Nine died in a raid on Gedeb on Monday. \"It was not our men who killed them,\" the rebel commander said.", "denies", "the rebel commander", "the rebel commander"),
        ("An air strike killed 15 in Sirte on Monday. The LNA said none of its planes had flown that day.", "denies", "The LNA", "The LNA"),
        ("It is false that our units attacked Suarez on Sunday, killing two, the Rojas Front said.", "denies", "the Rojas Front", "the Rojas Front"),
        ("A mine killed four in Bignona on Monday. The army accused the MFDC. The MFDC rejected this.", "denies", "The MFDC", "The MFDC"),
        ("A church was burned in Kaduna on Monday. The owner says that the fire was started by herders.", "accuses", "The owner", "herders"),
        ("An airstrike killed 11 in Idlib on Monday. Activists said the planes were Russian.", "accuses", "Activists", "Russian"),
        ("Nineteen prisoners died in Izalco on Monday. Relatives said guards had shot them.", "accuses", "Relatives", "guards"),
        ("A barge sank off Hodeida on Monday, killing six. The rebels said the shell came from the navy's ships.", "accuses", "The rebels", "the navy's ships"),
        ("Ten people were killed in Deraa on Monday. The ministry spoke of a plot, blaming what it called bands of outlaws for the killings.", "accuses", "The ministry", "bands of outlaws"),
        ("A pilot was shot in Nduga on Monday. The rebels said that it was an accident, then that soldiers had done it.", "accuses", "The rebels", "soldiers"),
        ("A grenade killed two in Lome on Monday. The opposition accused the government. The minister called the accusation absurd.", "denies", "The minister", "The minister"),
        ("Bombs killed nine children in Khost on Monday (denied by Pakistan's military).", "denies", "Pakistan's military", "Pakistan's military"),
        ("A bomb killed two in Quito on Monday. The president said it was too early to say who was behind the attack.", "unknown", "The president", "no group"),
    ],
)  # fmt: skip
def test_who_did_it_is_read_from_many_wordings(tmp_path: Path, text: str, stance: str, speaker: str, accused: str) -> None:
    assert (stance, speaker, accused) in said(record(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit the village of Bilokurakyne on Monday, killing two. Kyiv and Moscow traded blame.",
        "A family was murdered near Arauca on Monday. Each of the two groups laid the crime at the door of the other.",
        "Seven people died in clashes between police and miners in Rustenburg on Monday. Prosecutors charged the miners with the murders, while a union said the police had shot them.",
        "Police opened fire on demonstrators in Conakry on Monday, killing four. The government said armed rioters were responsible for the deaths.",
        "Fourteen worshippers were killed in Djibo on Friday. The government blamed terrorists. Rights groups blamed soldiers.",
        "A grenade killed three in a bar in Bujumbura on Monday. The police accuse the opposition MSD party. The MSD says that the government staged the attack.",
        "A student was shot dead at a rally in Dakar on Monday. Witnesses said gendarmes shot him. The minister said it was not known who had fired.",
        "A car bomb killed 12 in Izmir, Turkey, on Friday. Both Islamic State and the TAK claimed it.",
    ],
)  # fmt: skip
def test_accounts_that_lay_a_deed_on_different_people_are_a_dispute(tmp_path: Path, text: str) -> None:
    assert len(disputes(record(tmp_path, text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Kano on Monday, killing 22. Police blamed Boko Haram. It was not immediately clear who was behind the attack.",
        "A bomb exploded in Kano on Monday, killing 22. The army said terrorists carried out the attack. Boko Haram claimed it.",
        "Jets bombed a base near Zintan on Monday, killing three, the government said. Rebels shot at the base, a rebel fighter said.",
        "Police in Kathmandu shot dead four protesters on Monday. The army accused demonstrators of looting shops.",
        "Aleppo was bombed on Monday and six died. Damascus said it would not use its jets against civilians.",
        "Six people were killed in Misrata on Monday. The alliance said that its aircraft do not target civilians.",
        "A bomb killed five in Homs on Monday. The army denied that it had lost a helicopter in the attack.",
        "A mayor was shot dead in Herat on Monday. Officials avoided pointing the finger at the Taliban.",
    ],
)
def test_what_is_compatible_or_of_another_deed_is_none(tmp_path: Path, text: str) -> None:
    assert not disputes(record(tmp_path, text))


def test_one_report_names_a_party_and_another_knows_none(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "Security forces shot dead a protester in Basra on Sunday.",
        "A protester was shot dead in Basra on Sunday. It is not clear who fired.",
    )
    (found,) = [d for d in made.discrepancies if d.attribute == "responsibility"]
    assert found.weight < 1


def test_what_is_said_beside_a_denial_is_not_denied(tmp_path: Path) -> None:
    made = record(tmp_path, "The junta said its troops had not burned the village of Pauk on Monday and that 12 rebels were killed there.")
    assert ("denies", "The junta", "The junta") in said(made)
    assert [c.stance for c in made.claims if c.attribute == "killed"] == ["asserts"]


def test_the_province_out_of_which_an_attack_came_is_nobody_to_blame(tmp_path: Path) -> None:
    made = record(tmp_path, "Four people died when shells hit a farm near Moskovskiy, Tajikistan, on Monday. The governor said the attack came from Afghanistan's Kunduz province.")
    assert not {value for stance, _, value in said(made) if stance == "accuses"}


def test_gunmen_whom_nobody_knows_are_not_the_forces_whom_others_accuse(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "Residents said government forces killed two protesters in Suez, Egypt, on Friday. State television said unidentified gunmen shot the two.",
    )
    assert disputes(made)


def test_two_services_of_one_state_may_accuse_different_parties_in_two_reports(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "Truck bombs killed 95 people in Mosul, Iraq, on Wednesday. Iraq's prime minister blamed Baathists for the attack.",
        "Truck bombs killed 95 people in Mosul, Iraq, on Wednesday. The army said al-Qaeda carried out the attack.",
    )
    assert disputes(made)


def test_who_disputes_a_figure_denies_no_deed(tmp_path: Path) -> None:
    made = record(tmp_path, "The army said it had killed 18 rebels near Goma on Monday, a figure that the rebels disputed.")
    assert not [s for s in said(made) if s[0] == "denies"]
