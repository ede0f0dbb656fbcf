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
        ("Residents spoke of 30 dead and the militia of nine.", {"30": "Residents", "nine": "the militia"}),
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
