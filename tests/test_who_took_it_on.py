"""Who takes responsibility on, and who only owns up to losses or failures, fills in for a name or stands for or against something."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Incident
from thucydides.record import Store
from told import ASIDE, told

DEED = "Nine officers were killed in an ambush near Barsalogho on Tuesday.\n\n"


def stances(folder: Path, text: str) -> set[tuple[str, str]]:
    claims = told(folder, DEED + text).claims
    return {(c.stance, c.speaker or "") for c in claims if c.attribute == "responsibility" and c.stance != "asserts"}


@pytest.mark.parametrize(
    ("said", "stance"), [("took", "claims"), ("has assumed", "claims"), ("accepts", "admits"), ("has claimed", "claims")]
)
def test_who_takes_responsibility_on_says_that_it_did_it(tmp_path: Path, said: str, stance: str) -> None:
    assert stances(tmp_path, f"The Northern Front {said} responsibility for the ambush.") == {(stance, "The Northern Front")}


@pytest.mark.parametrize(
    "said",
    [
        "The mediator, Mr Adeniji, admitted that his truce had not held.",
        "The army at first admitted two deaths.",
        "The government acknowledged the deaths of nine officers.",
        "The minister accepted responsibility for failing to protect the road.",
        "He said the generals would have to take responsibility for the ambush.",
        "The government must accept responsibility for the ambush.",
    ],
)
def test_who_owns_up_to_losses_or_a_failure_admits_no_deed(tmp_path: Path, said: str) -> None:
    assert not stances(tmp_path, said)


def test_who_owns_up_to_the_deaths_of_others_admits_them(tmp_path: Path) -> None:
    assert stances(tmp_path, "The army acknowledged the deaths of nine civilians in its strike.") == {("admits", "The army")}


def test_what_a_deed_was_aimed_at_is_suspected_of_nothing(tmp_path: Path) -> None:
    assert not stances(tmp_path, "A patrol passing by was believed to be the target.")


def test_a_denial_behind_a_semicolon_is_one(tmp_path: Path) -> None:
    claims = told(tmp_path, "Last week 21 miners died in an attack near Duki; the BLA denied involvement.").claims
    assert {(c.stance, c.speaker) for c in claims if c.attribute == "responsibility"} == {("denies", "the BLA")}


def test_withdrawing_from_a_place_withdraws_no_number(tmp_path: Path) -> None:
    text = "Gunmen attacked a post at Dadaab on Sunday. By the time they withdrew, three policemen were dead, a spokesman said."
    assert {c.stance for c in told(tmp_path, text).claims if c.attribute == "killed"} == {"asserts"}


@pytest.mark.parametrize("leaning", ["anti-government protest", "pro-government rally", "counter-insurgent operation"])
def test_what_something_is_for_or_against_did_nothing(tmp_path: Path, leaning: str) -> None:
    (mention,) = told(tmp_path, f"After an {leaning} in Taiz on Friday, soldiers opened fire, killing 12 people.").mentions
    assert {a.wording for a in mention.actors if a.role == "perpetrator"} == {"soldiers"}


@pytest.mark.parametrize("aside", ["in an operation at Puro", "during a search of the village"])
def test_who_stands_behind_a_day_and_before_an_aside_did_it(tmp_path: Path, aside: str) -> None:
    (mention,) = told(tmp_path, f"On 23 March the army, {aside}, killed two men near Wamena.").mentions
    assert {(a.role, a.wording) for a in mention.actors if a.kind == "state forces"} == {("perpetrator", "army")}


def test_the_men_of_those_who_were_struck_are_theirs(tmp_path: Path) -> None:
    text = "On 14 December border troops caught a rebel column near Prizren and killed 36 of its men."
    (mention,) = told(tmp_path, text).mentions
    assert {t.category for t in mention.toll} == {"rebels"}


def test_who_lives_near_a_capital_is_no_government(tmp_path: Path) -> None:
    claims = told(tmp_path, "Residents of Ramadi, west of Baghdad, reported that troops had killed three men on Tuesday.").claims
    assert {c.speaker_actor for c in claims if (c.speaker or "").startswith("Residents")} == {None}


def test_a_town_known_for_fighting_brings_no_parties(tmp_path: Path) -> None:
    text = "A journalist was killed in May on his way to Basra, then the site of street battles between US troops and militiamen."
    mention = next(m for m in told(tmp_path, f"{text}\n\n{ASIDE}").mentions if m.toll)
    assert not [a for a in mention.actors if a.role in ("party", "perpetrator")]


def test_a_carrier_and_those_counted_behind_it_are_no_part_of_a_speaker(tmp_path: Path) -> None:
    text = "In Benghazi, according to the Health Ministry quoted by Reuters, 12 people were killed on Saturday."
    found = {(c.speaker, c.via) for c in told(tmp_path, text).claims if c.attribute == "killed"}
    assert found == {("the Health Ministry", ("Reuters",))}


def test_fighting_says_nothing(tmp_path: Path) -> None:
    text = "Violence continued on Saturday in Benghazi, where 12 people were killed."
    assert {c.speaker for c in told(tmp_path, text).claims} == {None}


def disputes(folder: Path, *texts: str) -> tuple[str, ...]:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"Report\n\nJuly 3, 2025\n\n{text}")
    with Store.open(folder / "record", create=True) as store:
        found = build([folder / f"{number}.txt" for number in range(len(texts))], store)
    return tuple(d.explanation for d in found.discrepancies if d.kind == "responsibility")


def test_nouns_for_unknown_doers_are_no_rival_parties(tmp_path: Path) -> None:
    first = "Gunmen killed six students in a bar in Maiduguri on 1 July."
    second = "Masked men killed six students in a bar in Maiduguri on 1 July. Boko Haram has denied that killing."
    (said,) = disputes(tmp_path, first, second)
    assert "unmen" not in said
    assert "asked men" not in said
    assert "Boko Haram denied it" in said


def test_armed_groups_are_no_states_forces(tmp_path: Path) -> None:
    first = "Nine villagers were killed in Houla, Syria, on 1 July. Residents said that the army was behind the massacre."
    second = "Nine villagers were killed in Houla, Syria, on 1 July. The government laid the massacre at the door of armed groups."
    (said,) = disputes(tmp_path, first, second)
    assert "Different parties are named" in said or "accused" in said


def incidents(folder: Path, text: str) -> list[Incident]:
    (folder / "0.txt").write_text(f"Report\n\nJuly 3, 1999\n\n{text}")
    with Store.open(folder / "record", create=True) as store:
        return [i for i in build([folder / "0.txt"], store).incidents if i.kind == "incident"]


def test_each_others_side_is_each_other(tmp_path: Path) -> None:
    (one,) = incidents(tmp_path, "A pilot was shot dead near Wamena on Thursday. Rebels and police each blame each other's side.")
    assert one.responsibility is not None
    assert (one.responsibility.grade, one.responsibility.reason) == ("contested", "each side blames the other")


def test_a_former_states_army_is_not_that_of_the_country_of_today(tmp_path: Path) -> None:
    text = "A lorry of the Yugoslav Army struck a mine near Podujevo, Kosovo, on 27 June. Two soldiers were hurt."
    (one,) = incidents(tmp_path, text)
    assert "Military Forces of Yugoslavia" in {p[1] for p in one.actors}
    assert not [p for p in one.actors if p[1].endswith("of Kosovo")]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("A policeman and a farmer were shot dead in Swat, Pakistan, on Thursday.", "Attack on a policeman and another in"),
        ("A bomb in Mosul killed 19 people, 12 US soldiers and seven cooks, on Thursday.", "Bombing against US soldiers in"),
        ("Gunmen killed 20 Palestinians in Rafah, Gaza, on Thursday.", "Attack on Palestinians in"),
    ],
)
def test_a_title_counts_those_beside_the_one_it_names_and_says_a_nation_once(tmp_path: Path, text: str, start: str) -> None:
    (one,) = incidents(tmp_path, text)
    assert one.title.startswith(start)


def test_several_who_claim_a_deed_are_said_to_in_any_number(tmp_path: Path) -> None:
    (one,) = incidents(tmp_path, "Gunmen killed 13 miners near Yahukimo on Thursday. The rebels claimed the raid.")
    assert one.responsibility is not None
    assert one.responsibility.reason == "The rebels claimed it"
