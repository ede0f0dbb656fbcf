"""Numbers set against a count: whose they are, that they are never added to it, and that the record shows how the accounts differ."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.extracting.set_against import set_against
from thucydides.nouns import Discrepancy, Record
from thucydides.record import Store


def record(folder: Path, text: str) -> Record:
    (folder / "a.txt").write_text(f"Events in the valley\n\nJune 3, 2031\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        return build([folder / "a.txt"], store)


def differing(made: Record, attribute: str = "killed") -> list[Discrepancy]:
    return [d for d in made.discrepancies if d.attribute == attribute]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The blast killed at least 20 people (31 according to the provincial hospital).", {"31": "the provincial hospital"}),
        ("A mine killed four soldiers on patrol (ELN: 10).", {"10": "ELN"}),
        ("Nine bodies were found. (Another source gives seven, and the church 12.)", {"seven": "Another source", "12": "the church"}),
        ("Residents say 19 people died; the governor claimed more than 300.", {"more than 300": "the governor"}),
        ("Eight of the guards died, a driver said, whereas the army admitted to three.", {"three": "the army"}),
        ("Twelve villagers were shot, the council said; the government acknowledged only six.", {"six": "the government"}),
        ("Survivors said the number was closer to 100.", {"100": "Survivors"}),
        ("Residents say that about 200 died; the relief agency's figure is 59.", {"59": "the relief agency"}),
        ("The ministry counted 28 dead, the ambulance service 30.", {"28": "The ministry", "30": "the ambulance service"}),
        ("Residents spoke of 30 dead and the militia of nine.", {"30": "Residents", "nine": "the militia"}),
        ("The garrison confirmed 41 deaths; medical sources say the true figure is over 60.", {"over 60": "medical sources"}),
        ("The count is 14, but porters who carried them down say there were more than 30 bodies.", {"more than 30": "porters"}),
        ("Eleven were hit, says the council; the legion insists it was eight.", {"eight": "the legion"}),
        ("A column was ambushed, killing 12 soldiers (some sources have 19 in total).", {"19": "some sources"}),
        ("Twenty-two died by one count and 31 by another.", {"31": "another"}),
        ("By one tally nine herders were shot, by another 14.", {"14": "another"}),
        ("One source put the dead at 16 and another at 25.", {"25": "another"}),
        ("Thirty-six died in three hamlets, says the diocese, twenty-eight says the commission.", {"twenty-eight": "the commission"}),
    ],
)
def test_a_number_set_against_a_count_is_of_whom_the_words_name(sentence: str, said: dict[str, str]) -> None:
    found = {sentence[slice(*a.number)]: sentence[slice(*a.who)] for a in set_against(sentence)}
    assert said.items() <= found.items()


@pytest.mark.parametrize(
    "sentence",
    [
        "The group claimed 71 attacks on the road.",
        "Most (93 per cent) of the displaced fled to the camps.",
        "A farmer, a man of fifty-five, was shot dead.",
        "The office said in 2019 that it would close.",
    ],
)
def test_what_counts_other_things_is_set_against_nothing(sentence: str) -> None:
    assert not list(set_against(sentence))


@pytest.mark.parametrize(
    ("text", "low", "best", "high"),
    [
        ("On May 4 a mine killed four soldiers near Mocoa, Colombia (ELN: 10).", 4, 4, 10),
        ("On May 4 shelling killed 20 people in Nyala, Sudan. (Another source gives 14.)", 14, 20, 20),
        ("On May 4 a car bomb in Jos, Nigeria, killed four people, police said; the group said that 47 soldiers had died.", 4, 4, 47),
        ("The army said its soldiers killed 30 rebels near Kidal, Mali. A rebel spokesman put their own losses at four.", 4, 4, 30),
        ("Rebels said on Monday they killed 40 soldiers in a raid near Gao, Mali. The army said only three of its men had died.", 3, 3, 40),
    ],
)
def test_two_voices_on_one_toll_are_rivals_and_never_added(tmp_path: Path, text: str, low: int, best: int, high: int) -> None:
    made = record(tmp_path, text)
    (toll,) = [a.quantity for a in made.incidents[0].assessments if a.attribute == "killed"]
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (low, best, high)
    assert [d.kind for d in differing(made)] == ["value"]


def test_what_fighters_count_of_their_own_stands_against_what_the_army_counts(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "Troops killed 20 rebels in a battle near Arawa, Papua New Guinea, on Monday, an army spokesman said. "
        "The rebels admitted losing two men.",
    )
    said = {(c.quantity.best, c.speaker) for c in made.claims if c.attribute == "killed" and c.quantity is not None}
    assert {n for n, _ in said} == {20, 2}
    assert differing(made)


def test_an_officer_and_the_army_of_one_state_may_contradict_each_other(tmp_path: Path) -> None:
    made = record(tmp_path, "Gunmen burned lorries near Kayes, Mali, on Monday; ten guards died, a customs official said, whereas the army admitted to three.")
    assert differing(made)


@pytest.mark.parametrize(
    ("text", "best", "former"),
    [
        ("On May 4 drone strikes in Kalogi, Sudan, killed 114 people (earlier 9, then 50).", 114, "50"),
        ("Gunmen killed 110 people near Kaduna, Nigeria, on May 6, officials said. A later inquiry by the UN raised this to 207.", 207, "110"),
    ],
)
def test_a_toll_that_changed_is_shown_mildly(tmp_path: Path, text: str, best: int, former: str) -> None:
    made = record(tmp_path, text)
    (toll,) = [a.quantity for a in made.incidents[0].assessments if a.attribute == "killed"]
    assert toll is not None
    assert toll.best == best
    (one,) = differing(made)
    assert one.weight <= 3
    assert former in one.explanation


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Shelling killed 12 people in Arbat; the rebels had stated 20.", {"20": "the rebels"}),
        ("Two hundred were shot in the pits; our annex lists 174.", {"174": "our annex"}),
        ("Six were buried that night, whereas Sayad Watch speaks of nine (its figure for the day).", {"nine": "Sayad Watch"}),
        ("The federation puts the loss of life in the June ambush at five.", {"five": "The federation"}),
        ("Eleven guards were killed, or, according to the prefect, fourteen.", {"fourteen": "the prefect"}),
        ("At least eight died, although hospital staff insisted that they had received 35 bodies.", {"35": "hospital staff"}),
        ("The principal gave their number as 27.", {"27": "The principal"}),
        ("On Friday evening the ministry had reported six deaths.", {"six": "the ministry"}),
        ("Twenty died; Task Force Dawn, whose men came late, said the number was 19.", {"19": "Task Force Dawn"}),
        ("We’ve documented by name sixty-eight.", {"sixty-eight": "We"}),
        ("The initial count was four.", {"four": "The initial count"}),
        ("A shell hit the bakery, killing 13, or 17 according to the ward committee.", {"17": "the ward committee"}),
        ("Survivors told us that they had buried 31.", {"31": "Survivors"}),
        ("The company says that there were nine.", {"nine": "The company"}),
    ],
)
def test_short_clauses_of_saying_and_of_lists_set_a_number(sentence: str, said: dict[str, str]) -> None:
    found = {sentence[slice(*a.number)]: sentence[slice(*a.who)] for a in set_against(sentence)}
    assert said.items() <= found.items()


@pytest.mark.parametrize(
    "sentence",
    ["The mayor said 20 houses burned.", "The ministry put the number of locations at nine.", "The first attack killed five, the second nine.", "The army said 12 June was the day."],
)
def test_houses_and_days_are_no_people(sentence: str) -> None:
    assert not list(set_against(sentence))


def test_who_sets_a_number_is_not_who_gave_the_one_before(tmp_path: Path) -> None:
    made = record(tmp_path, "On May 4 raiders killed eleven villagers near Kayes, Mali, or, according to the prefect, fourteen.")
    said = {c.quantity.best: c.speaker for c in made.claims if c.attribute == "killed" and c.quantity is not None}
    assert said[14] == "the prefect"
    assert said[11] != "the prefect"


def test_what_two_speakers_count_is_not_added_where_each_is_only_quoted(tmp_path: Path) -> None:
    made = record(
        tmp_path, "An air strike hit a wedding near Kunduz on May 4. The army spoke of 15 dead; the provincial council gives 47."
    )
    (toll,) = [a.quantity for a in made.incidents[0].assessments if a.attribute == "killed"]
    assert toll is not None
    assert toll.high == 47
    assert differing(made)


def test_that_nobody_was_hurt_stands_against_who_counts_some(tmp_path: Path) -> None:
    made = record(
        tmp_path, "A grenade went off in a bar in Gitega, Burundi, on May 4. Nobody was hurt, said the police, but a nurse counted nine wounded."
    )
    (toll,) = [a.quantity for a in made.incidents[0].assessments if a.attribute == "injured"]
    assert toll is not None
    assert (toll.low, toll.best, toll.high) == (0, 9, 9)
    assert [d.kind for d in differing(made, "injured")] == ["value"]


def test_soldiers_unharmed_do_not_contradict_farmers_killed(tmp_path: Path) -> None:
    made = record(tmp_path, "Rebels killed five farmers near Dori on May 4. No soldiers were killed, the army said.")
    assert not differing(made)


def test_a_first_count_of_nobody_in_particular_is_told_as_replaced(tmp_path: Path) -> None:
    made = record(
        tmp_path, "A missile fell near a market in Beni on May 4. Eighteen people were killed and 60 injured. The initial count was six."
    )
    (toll,) = [a.quantity for a in made.incidents[0].assessments if a.attribute == "killed"]
    assert toll is not None
    assert toll.best == 18
    assert any("replaced: six" in d.explanation for d in differing(made))


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("An explosion wounded six guards near Jos, Nigeria, on May 4 (hospital sources: nine).", "injured"),
        ("Soldiers fired on a crowd in Mopti, Mali, on May 4. Four people died, the governor said. The local Red Cross counted nine bodies.", "killed"),
        ("A landmine killed three children near Luena, Angola, on May 4; first reports had spoken of five.", "killed"),
    ],
)
def test_a_number_in_another_mouth_is_kept_beside_the_toll(tmp_path: Path, text: str, outcome: str) -> None:
    assert differing(record(tmp_path, text), outcome)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A shell fell on a market in Taiz on 2 June, killing three people, residents said. The army denied that anyone had been killed.", {"three", "none"}),
        ("Militants ambushed a convoy near Djibo on 2 June, killing 37 soldiers, the army said. The group said it had killed 51.", {"37", "51"}),
        ("Israel said it killed 15 fighters near Khiam on 2 June. Hezbollah said eight of its men had died.", {"15", "eight"}),
        ('A grenade in Bujumbura on 2 June left six dead, the mayor said. "We have ten bodies," a nurse at the hospital said.', {"six", "10"}),
    ],
)
def test_what_another_denies_counts_of_its_own_or_has_in_its_morgue_stands_against_a_count(tmp_path: Path, text: str, values: set[str]) -> None:
    (found,) = differing(record(tmp_path, text))
    assert values <= {v.value for v in found.values}


def test_a_denial_is_no_toll_of_its_own(tmp_path: Path) -> None:
    made = record(tmp_path, "Jets bombed a market in Taiz on 2 June, residents said. The army denied that anyone had been killed.")
    assert all(i.quantity.best is None or i.quantity.best for m in made.mentions for i in m.toll if i.outcome == "killed")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("A raid on the camp killed 64 (the observatory) or 31 (the movement itself).", {"31": "the movement itself"}),
        ("Above 90 died, 140 by one clan's tally.", {"140": "one clan's tally"}),
        ("Three guards were shot (some sources five).", {"five": "some sources"}),
        ("Nine were buried (Sahel Watch's lists have it as 12).", {"12": "Sahel Watch's lists"}),
        ("Twenty-one farmers, according to one group, 28 according to another, were drowned.", {"28": "another"}),
        ("Eleven dead, according to police; hospital workers: 16.", {"16": "hospital workers"}),
        ("About 80 died (the junta's number soon turned into 240).", {"240": "the junta"}),
    ],
)
def test_clipped_words_name_whose_a_second_number_is(sentence: str, said: dict[str, str]) -> None:
    found = {sentence[slice(*a.number)]: sentence[slice(*a.who)] for a in set_against(sentence)}
    assert said.items() <= found.items()


def test_some_of_a_list_are_no_rival_count() -> None:
    assert not list(set_against("Three men were killed, two in the list of suspects."))


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Inmates fought at a jail in La Ceiba, Honduras, on May 4. Officials said 15 prisoners died (earlier reports said eight).", "eight"),
        ("Tanks shelled a square in Taiz, Yemen, on May 4. Medics said five people were killed. Earlier reports had put the toll at three.", "three"),
        ("An air strike on a market in Saada, Yemen, on May 4 killed at least 19 people, rescuers said. The figure has since been raised to 21.", "19"),
    ],
)
def test_what_was_reported_first_is_nobodys_number_and_is_shown(tmp_path: Path, text: str, former: str) -> None:
    (one,) = differing(record(tmp_path, text))
    assert one.weight <= 3
    assert former in one.explanation


def test_two_reports_that_count_one_group_with_open_ends_differ_mildly(tmp_path: Path) -> None:
    for name, text in (
        ("a", "Rebels killed at least 14 UN peacekeepers at Kidal in Mali on May 4, the UN said."),
        ("b", "Rebels killed at least 15 UN peacekeepers and five Malian soldiers at Kidal in Mali on May 4, the mission said."),
    ):
        (tmp_path / f"{name}.txt").write_text(f"Raid on Kidal\n\nMay 5, 2031\n\n{text}\n")
    with Store.open(tmp_path / "record", create=True) as store:
        made = build(sorted(tmp_path.glob("*.txt")), store)
    (one,) = differing(made)
    assert one.weight <= 3


@pytest.mark.parametrize("done", ["had been rounded up by Monday", "were missing", "had fled to the hills", "are being held in a stadium"])
def test_a_number_of_those_to_whom_something_else_happened_is_no_toll(tmp_path: Path, done: str) -> None:
    text = f"Two guards were killed when crowds exchanged shots with police in Maputo on Sunday. The mayor said at least 450 people {done}."
    made = record(tmp_path, text)
    assert {c.quantity.best for c in made.claims if c.attribute == "killed" and c.quantity is not None} == {2}
