"""Sentences of news that list several deeds: town by town, clause by clause, one by one, each with its own day, kind and toll.

All sentences are ours.
"""

from pathlib import Path

import pytest

from thucydides.nouns import Extract, Mention
from told import told

BEHIND = (
    "\n\nThe foreign minister met the envoy to talk about aid and the price of bread. He said that the government was open to dialogue, and "
    "that the constitution would be amended by the summer.\n\nDiplomats said they did not expect the council to agree on a text before the "
    "end of the month. Prices of fuel have doubled, and the schools have been closed for weeks. Aid agencies have asked for more money.\n\n"
    "The president, who has ruled for two decades, has promised to reform the economy. Many families live on less than two dollars a day, "
    "and the harvest has been poor. Unemployment among the young is high, and many have left for the mines of the neighbouring country."
)


def read(folder: Path, sentence: str) -> Extract:
    return told(folder, sentence + BEHIND)


def incidents(extract: Extract) -> list[Mention]:
    return [m for m in extract.mentions if m.kind == "incident"]


def dead(mention: Mention) -> list[int | None]:
    return [t.quantity.best for t in mention.toll if t.outcome == "killed"]


def rows(extract: Extract) -> list[tuple[str, str, list[int | None]]]:
    found = [(m.place.place.name if m.place and m.place.place else "", m.type, dead(m)) for m in incidents(extract)]
    return sorted(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The group said 46 people had been killed on Monday, 20 of them in Kherson, 12 in Kharkiv and seven in Nikopol.",
        "Shelling killed 46 people all over Ukraine on Monday, including 20 in Kherson, 12 in Kharkiv and seven in Nikopol.",
        "At least 46 people were killed across Ukraine on Monday, including 19 in Kherson, 12 in Kharkiv and seven in Nikopol.",
    ],
)
def test_the_dead_of_a_country_town_by_town_are_a_deed_each_and_a_count_of_all(tmp_path: Path, sentence: str) -> None:
    extract = read(tmp_path, sentence)
    assert rows(extract)[0][2] == [12]
    assert {name for name, _, _ in rows(extract)} == {"Kharkiv", "Kherson", "Nikopol"}
    assert [a.deaths.best for a in extract.aggregates if a.deaths] == [46]


def test_most_of_those_counted_in_a_town_are_nobody_of_the_towns_name(tmp_path: Path) -> None:
    extract = read(tmp_path, "The group said 31 people had been killed nationwide on Sunday, most of them in Kherson, where 17 died in shelling.")
    assert all(t.group != "Kherson" for m in incidents(extract) for t in m.toll)


def test_clauses_without_a_link_between_them_tell_of_a_deed_each(tmp_path: Path) -> None:
    sentence = (
        "Elsewhere in Nigeria, nine people were killed when a car bomb exploded near a police station in Kano on Sunday, gunmen killed three "
        "shopkeepers in Bauchi and a mortar round landed on a house in Biu, killing a child."
    )
    assert rows(read(tmp_path, sentence)) == [
        ("Bauchi", "Attack", [3]),
        ("Biu", "Shelling/artillery/missile attack", [1]),
        ("Kano", "Remote explosive/landmine/IED", [9]),
    ]


def test_each_count_of_a_list_is_of_the_kind_that_its_own_clause_tells(tmp_path: Path) -> None:
    sentence = "Air strikes killed 12 people in Idlib, rebel shells killed two in Aleppo and a car bomb killed nine in Azaz on Sunday."
    assert [(kind, n) for _, kind, n in rows(read(tmp_path, sentence))] == [
        ("Remote explosive/landmine/IED", [9]),
        ("Shelling/artillery/missile attack", [2]),
        ("Air/drone strike", [12]),
    ]


def test_what_went_on_as_something_was_done_in_another_town_is_another_deed(tmp_path: Path) -> None:
    sentence = "Tanks pounded the city of Homs on Sunday as troops opened fire on mourners in Latakia, killing three, residents said."
    assert [(name, n) for name, _, n in rows(read(tmp_path, sentence))] == [("Homs", []), ("Latakia", [3])]


def test_one_and_another_of_two_killed_died_each_in_a_town_of_their_own(tmp_path: Path) -> None:
    sentence = (
        "Two civilians were killed on Sunday, one during an army raid in the state capital, Sittwe, and another by gunfire in the town of "
        "Mrauk-U."
    )
    assert [(name, n) for name, _, n in rows(read(tmp_path, sentence))] == [("Mrauk U", [1]), ("Sittwe", [1])]


def test_of_policemen_killed_one_by_one_each_met_what_is_told_of_him(tmp_path: Path) -> None:
    sentence = "Two policemen were killed on Sunday: one by a roadside bomb in Kirkuk and another when gunmen attacked a checkpoint in Baquba."
    assert [kind for name, kind, _ in rows(read(tmp_path, sentence)) if name == "Kirkuk"] == ["Remote explosive/landmine/IED"]
    assert [kind for name, kind, _ in rows(read(tmp_path, sentence)) if name != "Kirkuk"] == ["Armed clash"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Fear gripped Jos on Monday as police investigated the bomb blast that ripped through a market the day before, killing 22 people.",
        "Security was tight in Jos on Monday as police searched for those behind a bombing the previous day that killed 22.",
    ],
)
def test_the_day_before_a_day_of_fear_is_the_day_of_the_deed(tmp_path: Path, sentence: str) -> None:
    assert [m.date.edtf for m in incidents(read(tmp_path, sentence)) if m.date] == ["2025-06-29"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Clashes raged for a third day in Khartoum.", "Armed clash"),
        ("Clashes entered a fourth day in Khartoum, residents said.", "Armed clash"),
        ("Fighting in Khartoum entered its third day on Monday.", "Armed clash"),
        ("Artillery and mortar rounds rained down on Avdiivka as the army pressed its offensive.", "Shelling/artillery/missile attack"),
    ],
)
def test_what_goes_on_for_another_day_in_a_town_is_a_deed(tmp_path: Path, sentence: str, kind: str) -> None:
    assert [m.type for m in incidents(read(tmp_path, sentence))] == [kind]


def test_fighting_that_goes_on_for_weeks_is_no_deed_of_a_day(tmp_path: Path) -> None:
    assert not incidents(read(tmp_path, "The fighting in Khartoum entered its third week."))


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Human Rights Watch accused the army of indiscriminate attacks on civilians in Duekoue.\n\nIt said about 250 people had died.", 250),
        ("The UN has condemned air strikes on hospitals and markets in the province. More than 80 people have been killed.", 80),
    ],
)
def test_what_deeds_that_somebody_condemns_cost_together_is_the_toll_of_none(tmp_path: Path, sentence: str, count: int) -> None:
    extract = read(tmp_path, f"A bomb killed three people in Goma on Monday.\n\n{sentence}")
    assert [dead(m) for m in incidents(extract)] == [[3]]
    assert [a.deaths.best for a in extract.aggregates if a.deaths] == [count]


def test_the_dead_of_attacks_of_a_day_stay_their_toll(tmp_path: Path) -> None:
    extract = read(tmp_path, "Rebels launched attacks on two villages near Kidal on Sunday. At least 20 people were killed.")
    assert [dead(m) for m in incidents(extract)] == [[20]]
