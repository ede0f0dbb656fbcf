"""Deeds of one sentence whose parts each open with a day, and deeds under one head of a list. All sentences are ours."""

from pathlib import Path

import pytest

from thucydides.nouns import Extract, Mention
from told import told


def deeds(extract: Extract) -> list[Mention]:
    return [m for m in extract.mentions if m.kind == "incident"]


def days(extract: Extract) -> list[tuple[str, int | None]]:
    """Each deed of a report by its day and how many it killed, in order of days."""
    return sorted(((m.date.edtf[5:] if m.date is not None else "", killed(m)) for m in deeds(extract)), key=str)


def killed(mention: Mention) -> int | None:
    own = [i.quantity.best for i in mention.toll if i.outcome == "killed" and i.part_of is None]
    return sum(n or 0 for n in own) if own else None


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Nine miners were shot near Anzou in April 2025, and on 6 May this year raiders stopped a bus at Segou and killed six men.", ["04", "05-06"]),
        ("On 4 November six rangers were killed in Garamba, followed on the 6th by nine dead and 12 wounded in Faradje.", ["11-04", "11-06"]),
        ("The army has had a run of bad days: in September, when rebels took Bentiu, and on 3 November, when eight died in fighting near Nasir.", ["09", "11-03"]),
        ("Guerrillas shelled Marawi on 2 November, and on 5 November bombed a bridge near Cotabato.", ["11-02", "11-05"]),
        ("Air raids killed 14 people in Aleppo on 3 November and five in Raqqa on 5 November.", ["11-03", "11-05"]),
        ("On the 3rd their men were in Herat, on the 5th planes bombed the barracks in Farah, and on the 6th they were gone.", ["06-05"]),
    ],
)
def test_parts_of_a_sentence_that_open_with_a_day_tell_of_deeds_of_those_days(tmp_path: Path, sentence: str, found: list[str]) -> None:
    assert [day for day, _ in days(told(tmp_path, sentence))] == found


def test_places_told_behind_a_day_are_of_the_deed_of_that_day(tmp_path: Path) -> None:
    found = deeds(told(tmp_path, "Rebels burned a school in Gao on 3 November, and on 5 November jets bombed the market in Timbuktu, killing four."))
    assert sorted((m.date.edtf[5:], m.place.wording) for m in found if m.date and m.place) == [("11-03", "Gao"), ("11-05", "Timbuktu")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gunmen shot five herders near Bouar on Monday, and on Tuesday the governor visited the village.",
        "On Monday, the 3rd of November, a bomb killed four soldiers near Gao.",
        "A man was shot in Cali on Saturday, and on Sunday he died of his wounds.",
        "A mine killed two women near Kismayo on Monday and, police said on Tuesday, wounded a child.",
    ],
)
def test_a_day_of_what_came_after_opens_no_deed(tmp_path: Path, sentence: str) -> None:
    assert len(deeds(told(tmp_path, sentence))) == 1


def test_a_place_at_the_head_of_a_clause_is_where_its_deed_was(tmp_path: Path) -> None:
    found = deeds(told(tmp_path, "Troops killed two strikers in Lagos on Monday, and in Kano on the same day gunmen shot dead a lawyer outside his home."))
    assert sorted((m.place.wording, killed(m)) for m in found if m.place) == [("Kano", 1), ("Lagos", 2)]


def test_people_taken_at_several_places_are_taken_in_as_many_deeds(tmp_path: Path) -> None:
    found = deeds(told(tmp_path, "Seven teachers were abducted on Monday: three in Maroua from their school, three in Mora, and one in Kousseri."))
    assert sorted(m.place.wording for m in found if m.place) == ["Kousseri", "Maroua", "Mora"]


def test_dead_and_wounded_before_one_place_are_of_that_place(tmp_path: Path) -> None:
    found = deeds(told(tmp_path, "On Monday eight people died and three were hurt in Mopti; two others died in Kidal."))
    assert sorted((m.place.wording, killed(m)) for m in found if m.place) == [("Kidal", 2), ("Mopti", 8)]


CHRONICLE = """\
* 3 March: a customs post burned at Kasindi. Two guards dead in Beni, four miners dead at Mongbwalu.

* 5 March: soldiers shoot a trader in Butembo.

* 9 March: riot in the prison of Bunia, five inmates killed.

* 12 March: a bridge blown up near Komanda.
"""


def test_what_an_entry_tells_is_of_its_day_and_of_no_other_entry(tmp_path: Path) -> None:
    found = days(told(tmp_path, CHRONICLE))
    assert ("03-03", 4) in found
    assert ("03-09", 5) in found


def test_an_entry_begins_where_a_day_with_a_colon_stands_behind_a_sentence(tmp_path: Path) -> None:
    text = "12 March: two soldiers killed in an ambush near Djenne. 14 March: a market burned at Sofara. 15 March: five farmers shot dead near Bankass."
    assert days(told(tmp_path, text)) == [("03-12", 2), ("03-14", None), ("03-15", 5)]


@pytest.mark.parametrize(
    ("sentence", "day", "dead"),
    [
        ("A bomb wounded five guards in Bria on 12 April, two of whom died in hospital on 15 April.", "04-12", 2),
        ("On 12 April a lorry hit a mine near Mandera: three soldiers wounded, one of whom died in Nairobi on the 29th.", "04-12", 1),
        ("Seven passengers were killed near Turbat on 26 April; an eighth succumbed to his injuries in Karachi on the 27th.", "04-26", 8),
        ("Some 54 soldiers died on 26 April as fighters overran their base near Merca after two car bombs (the President's statement, 3 May).", "04-26", 54),
        ("Five sailors died off Jaffna on 7 April, and a sixth succumbed to burns on the 12th.", "04-07", 6),
        ("On 16 April six guards were killed and 32 captured near Lachin (of whom ten were freed on 4 May).", "04-16", 6),
        ("On 2 April some forty villagers are alleged to have been shot dead near Lashio.", "04-02", 40),
    ],
)
def test_days_of_later_deaths_and_of_brackets_are_of_no_deed(tmp_path: Path, sentence: str, day: str, dead: int) -> None:
    assert days(told(tmp_path, sentence)) == [(day, dead)]


def test_a_march_that_was_attended_was_on_its_day(tmp_path: Path) -> None:
    assert days(told(tmp_path, "On 23 April a peaceful march was attended by about 30,000 in Cali.")) == [("04-23", None)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Fighters captured Kunduz on 8 May, Ghazni on 12 May and Herat on 15 May.", [("05-08", None), ("05-12", None), ("05-15", None)]),
        ("Drones struck a grain port in Izmail on 5 May and a hostel in Kherson on 6 May, where one man died.", [("05-05", None), ("05-06", 1)]),
        ("Insurgents seized Bama on 2 May after killing nine soldiers there, and Gwoza on 6 May.", [("05-02", 9), ("05-06", None)]),
    ],
)
def test_places_that_each_have_a_day_are_of_a_deed_each(tmp_path: Path, sentence: str, found: list[tuple[str, int | None]]) -> None:
    assert days(told(tmp_path, sentence)) == found


def test_shares_behind_a_colon_may_leave_some_elsewhere(tmp_path: Path) -> None:
    text = "At least 136 people were killed across Syria on 5 May: 100 in Hama, 19 in Deir al-Zor and 17 elsewhere."
    assert sorted(n or 0 for _, n in days(told(tmp_path, text))) == [19, 100]


def test_another_place_on_the_same_night_is_another_deed(tmp_path: Path) -> None:
    text = "Armed men killed 132 villagers in Solhan on the night of 4 April. In Tadaryat the same night, 14 people died."
    assert days(told(tmp_path, text)) == [("04-04", 132), ("04-04", 14)]
