"""A deed that one report tells twice is told of once; another deed of the report is not. The reports are ours, of many wars."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.extracting.retold.apart import TWO
from thucydides.extracting.retold.joining import ONE
from thucydides.extracting.retold.weighing import chance
from thucydides.nouns import Mention
from thucydides.reading import read_sources
from thucydides.vocabulary import mapping
from told import incidents, read

RIVAL_COUNTS = """Gunmen kill 55 at Sahel market

Gunmen on motorcycles killed 55 traders at the market of Djibo, Burkina Faso, a local official said. Shops were burnt.

On Thursday, gunmen killed 58 people at a market in Soum province, a rights group said. Another 20 people were wounded."""
DAY_OF_THE_NEWS = """Funeral for 41 miners

Gunmen killed 41 miners in Segovia, Colombia, on Saturday, the mayor said. The mine was closed.

On Sunday gunmen killed 41 miners, a radio station said. It named no source. Hundreds came to Medellin for a march."""
TOWN_OF_THE_SPEAKER = """Air strike on school in Sagaing

An air strike killed 17 pupils in Tabayin, Sagaing Region, on Monday, residents said. Two houses burnt down.

On Tuesday the air force killed 17 people near Mandalay, an exiled minister said. At least 20 people were injured."""
SENTENCE_ON_THE_DAY_BEFORE = """Shells hit a market in Omdurman

Shelling killed 12 people at a market in Omdurman on Tuesday, medics said.

On Monday an air strike killed three people in Nyala, a rights group said."""
YEARS_AGO = """Bomb kills 30 in Quetta

A suicide bomber killed 30 lawyers at a hospital in Quetta on Tuesday, police said.

In 2013 a bombing in Quetta killed 92 people."""
SECOND_ATTACK = """Two raids in Sagaing

Soldiers killed seven villagers in Kani on Monday, residents said.

In a second attack, soldiers killed seven villagers in Kani on Wednesday, residents said."""


def _found(text: str) -> Sequence[Mention]:
    return incidents(read(text, "2024-05-08"))


@pytest.mark.parametrize("text", [RIVAL_COUNTS, DAY_OF_THE_NEWS, TOWN_OF_THE_SPEAKER])
def test_a_deed_told_again_with_a_rival_count_or_the_day_or_town_of_who_speaks_is_one(text: str) -> None:
    assert len(_found(text)) == 1


EARLIER_HEADLINES = """### [2024-05-07](/2024/05/07)

# At least 61 people are killed when a fuel depot is hit by drones in Port Harmel, Yemen.

Changes:

- [At least nine people are killed when a fuel depot is hit by drones in Port Harmel, Yemen. ](/2024/05/07/nine-killed)
- [More than 40 people are killed when a fuel store is hit by drones in Port Harmel, Yemen. ](/2024/05/07/forty-killed)
- [At least three people are killed when a fuel depot is hit by drones in Port Harmel, Yemen. ](/2024/02/11/three-killed)
"""


def test_earlier_headlines_of_a_report_tell_of_its_deed_at_another_time_and_like_ones_of_another_day_do_not(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(EARLIER_HEADLINES)
    (document,), _ = read_sources([tmp_path])
    (found,) = extract_documents([document])
    first, second = incidents(found)
    assert [i.quantity.best for i in first.toll] == [61]
    assert [i.quantity.best for i in second.toll] == [3]


def test_of_two_days_next_to_each_other_the_earlier_is_the_deeds() -> None:
    (found,) = _found(DAY_OF_THE_NEWS)
    assert found.date is not None
    assert found.date.edtf == "2024-05-04"


@pytest.mark.parametrize("text", [SENTENCE_ON_THE_DAY_BEFORE, YEARS_AGO, SECOND_ATTACK])
def test_another_day_another_toll_and_a_deed_opened_as_second_stay_two_and_the_report_says_why(text: str) -> None:
    first, second = _found(text)
    assert first.distinct_from == (second.id,)
    rules = mapping("rules/extract")["rules"]
    assert all(rule in rules for m in (first, second) for rule in m.apart_by)
    assert first.apart_by == second.apart_by != ()


def test_every_sign_has_a_rule_and_what_is_put_together_is_never_kept_apart() -> None:
    rules, bits = mapping("rules/extract")["rules"], mapping("retold")["bits"]
    assert {f"extract.retold.{sign}" for sign in bits} == {rule for rule in rules if rule.startswith("extract.retold.")}
    assert TWO < 0.5 < ONE
    assert chance(["killed-same", "one-day"]) > ONE
    assert chance(["news", "days-far", "killed-other"]) < TWO


ROUND_UPS = {
    "darfur": (
        "Clashes in Darfur\n\nJuly 3, 2025\n\nSix civilians were killed by shelling in Kutum on Tuesday. Four people were shot dead in Nyala.",
        {("Kutum", 6), ("Nyala", 4)},
    ),
    "afghanistan": (
        "Attacks in Afghanistan\n\nJune 3, 2019\n\nA bomb killed 12 people in Kabul on Monday, police said. In Herat, a mine killed five farmers. In "
        "Kunduz, gunmen killed four policemen at a checkpoint.",
        {("Kabul", 12), ("Herat", 5), ("Kunduz", 4)},
    ),
    "sahel": (
        "Sahel violence\n\n14 March 2023\n\nGunmen on motorcycles killed 15 villagers in Dori on Saturday. Eleven soldiers died in an ambush near "
        "Djibo. Seven traders were killed when their lorry hit a mine outside Kaya.",
        {("Dori", 15), ("Djibo", 11), ("Kaya", 7)},
    ),
    "iraq": (
        "Iraq: violence continues\n\nJune 3, 2014\n\nA car bomb killed 12 people in Baghdad on Monday, police said. A roadside bomb in Mosul killed two "
        "soldiers. Two soldiers were shot dead in Tikrit.",
        {("Baghdad", 12), ("Mosul", 2), ("Tikrit", 2)},
    ),
    "gaza": (
        "Gaza strikes\n\n14 March 2024\n\nAn Israeli strike killed 8 people in Rafah, medics said. A separate strike on a house in Khan Younis killed a "
        "family of six. Five more died in Gaza City.",
        {("Rafah", 8), ("Khan Younis", 6), ("Gaza City", 5)},
    ),
    "mali": (
        "Mali: two attacks in a day\n\n4 June 2023\n\nJihadists attacked a convoy near Hombori on Saturday, killing seven soldiers. Hours later, "
        "jihadists attacked a convoy near Douentza, killing seven soldiers, the army said.",
        {("Hombori", 7), ("Douentza", 7)},
    ),
    "philippines": (
        "Manila, 4 June 2016\n\nRebels killed five soldiers in an ambush in Cotabato on Friday. Three policemen were killed in a rebel attack in Davao. Two "
        "rebels died in a clash in Surigao.",
        {("Cotabato", 5), ("Davao", 3), ("Surigao", 2)},
    ),
}


@pytest.mark.parametrize("war", ROUND_UPS)
def test_people_counted_at_another_place_are_of_another_deed(war: str) -> None:
    text, deeds = ROUND_UPS[war]
    told = incidents(read(text, "2025-07-03"))
    assert {(m.place.wording, next(i.quantity.best for i in m.toll if i.outcome == "killed")) for m in told if m.place} == deeds
