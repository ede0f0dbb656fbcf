"""Round-ups: reports that tell of many incidents, each with its own place, day and toll, under a count of all of them."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Extract, Mention
from thucydides.reading import read_sources

OBLASTS = """Ukraine: the day in brief

12 June 2025

Russian attacks killed at least six civilians and wounded 28 across Ukraine over the past day, officials said on Thursday.

In Kharkiv oblast, a guided bomb hit a house in Kupiansk, killing a couple. Three neighbours were injured.

In Kherson, a drone dropped a grenade on a minibus, wounding five passengers and killing the driver.

In the Donetsk region, two people were killed in Kostiantynivka and one in Pokrovsk, the governor said."""
BOMBINGS = """Bombings kill 41 across Iraq

BAGHDAD, July 22 2012 - A string of bombings and shootings killed at least 41 people across Iraq on Sunday, police said.

The deadliest attack took place in Mahmudiya, where two car bombs went off near a market, killing 11 people and wounding 38.

In Najaf, a car bomb near a bus station killed four people and wounded 15.

Gunmen stormed a checkpoint in Baquba, killing three policemen.

In Mosul, an army captain was shot dead in front of his house. His wife and two sons were wounded."""
VILLAGES = """Gunmen kill 31 in attacks on villages in Plateau, Benue and Zamfara

Jos, Nigeria, 9 April 2025

Gunmen killed 18 people in a raid on Bokkos in Plateau state on Tuesday night, the police said on Wednesday.

In neighbouring Benue state, nine farmers were hacked to death on Monday near Makurdi.

Elsewhere in the north-west, bandits ambushed traders near Gusau on Sunday, killed four of them and took 15 away."""
OUTPOSTS = """Taliban attacks kill dozens of troops

KABUL, 15 October 2018 - The Taliban killed at least 17 soldiers and six police officers in attacks in western and southern Afghanistan.

In Farah province, insurgents overran an army base in Pusht Rod on Sunday, killing 17 soldiers and capturing 11.

In Kandahar, six police officers died when a checkpoint in Maiwand came under attack on Sunday night."""
LIST = """FACTBOX - Security developments in Iraq, June 14

14 June 2005 - Following are security developments in Iraq on Tuesday.

KIRKUK - A suicide bomber killed 23 people and wounded 100 outside a bank in Kirkuk, police said.

BAGHDAD - Gunmen killed a judge and his driver in western Baghdad.

KANAN - A car bomb near a police post in Kanan killed five policemen and wounded two civilians.

RAMADI - Two soldiers were killed by a roadside bomb on Monday, the military said."""
BULLETS = """Ukraine: humanitarian impact of attacks, 3-5 March

5 March 2025

• 3 March – Odesa: a missile struck a port; four crew members killed, three injured.
• 3 March – Kharkiv: drone attack on an apartment block, seven injured including a child.
• 5 March – Dobropillia, Donetsk Region: three killed and 12 injured when two rockets hit a market."""
WEEKEND = """Eleven dead in weekend massacres

Bogota, 24 August 2020

Eleven people were murdered in three massacres in Colombia at the weekend, the government said on Sunday.

Six of them were killed in Tambo, in Cauca, on Friday night. Hooded men took them from their houses.

Five young people were shot in Tumaco on Saturday; a sixth survived.

Last week eight students were killed in Samaniego."""
ONE = """Bomb kills 23 at market in northern Iraq

KIRKUK, 5 May 2009 - A lorry bomb killed at least 23 people and wounded 60 on Tuesday in a market in Tuz Khurmatu, police said.

Seventeen of the dead were vegetable sellers, a captain said. Twelve bodies were taken to a hospital in Kirkuk and eleven to Tikrit.

It was the deadliest attack since two bombs killed 51 in Baghdad last week."""


def _extract(tmp_path: Path, text: str) -> Extract:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    documents, _ = read_sources([str(path)])
    return next(extract_documents(documents))


def _best(mention: Mention, outcome: str) -> int | None:
    told = [i.quantity.best for i in mention.toll if i.outcome == outcome and i.part_of is None]
    return sum(n or 0 for n in told) if told else None


def _rows(tmp_path: Path, text: str) -> set[tuple[str | None, str, int | None]]:
    """(day, the beginning of the town's name, killed) of every incident."""
    found = [m for m in _extract(tmp_path, text).mentions if m.kind == "incident"]
    return {
        (m.date.edtf if m.date else None, m.place.wording[:6] if m.place is not None else "", _best(m, "killed")) for m in found
    }


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            BOMBINGS,
            {
                ("2012-07-22", "Mahmud", 11),
                ("2012-07-22", "Najaf", 4),
                ("2012-07-22", "Baquba", 3),
                ("2012-07-22", "Mosul", 1),
            },
        ),
        (VILLAGES, {("2025-04-08", "Bokkos", 18), ("2025-04-07", "Makurd", 9), ("2025-04-06", "Gusau", 4)}),
        (OUTPOSTS, {("2018-10-14", "Pusht ", 17), ("2018-10-14", "Kandah", 6)}),
        (
            LIST,
            {
                ("2005-06-14", "Kirkuk", 23),
                ("2005-06-14", "Baghda", 2),
                ("2005-06-14", "Kanan", 5),
                ("2005-06-13", "Ramadi", 2),
            },
        ),
        (BULLETS, {("2025-03-03", "Odesa", 4), ("2025-03-03", "Kharki", None), ("2025-03-05", "Dobrop", 3)}),
    ],
)
def test_each_incident_has_its_own_day_place_and_toll(
    tmp_path: Path, text: str, rows: set[tuple[str | None, str, int | None]]
) -> None:
    assert {(day, place.title() if place.isupper() else place, killed) for day, place, killed in _rows(tmp_path, text)} == rows


def test_the_count_of_all_is_an_aggregate_and_no_toll(tmp_path: Path) -> None:
    extract = _extract(tmp_path, OBLASTS)
    killed = [_best(m, "killed") for m in extract.mentions if m.kind == "incident"]
    assert sorted(n or 0 for n in killed) == [1, 1, 2, 2]
    assert [a.deaths.best for a in extract.aggregates if a.deaths is not None] == [6]


def test_what_was_last_week_is_not_of_the_weekend(tmp_path: Path) -> None:
    killed = {place: (day, n) for day, place, n in _rows(tmp_path, WEEKEND)}
    assert killed["Tambo,"] == ("2020-08-21", 6)
    assert killed["Samani"][1] == 8
    assert not any(n == 11 for _, n in killed.values())


def test_deeds_of_long_ago_listed_behind_a_count_are_no_part_of_it(tmp_path: Path) -> None:
    text = (
        "String of bombings kills three in Mindanao\n\n9 March 2025\n\nA string of bombings killed three people in Mindanao on Saturday, the army "
        "said.\n\nEarlier:\n\n11 May 2019: Two soldiers were killed in an ambush in Jolo.\n\n2 April 2018: A bomb killed one person in Cotabato."
    )
    rows = _rows(tmp_path, text)
    assert {(day, killed) for day, _, killed in rows} == {("2025-03-08", 3), ("2019-05-11", 2), ("2018-04-02", 1)}


def test_one_deed_with_its_dead_told_by_town_is_no_round_up(tmp_path: Path) -> None:
    rows = _rows(tmp_path, ONE)
    assert ("2009-05-05", "Tuz Kh", 23) in rows
    assert all(killed in (23, 51) for _, _, killed in rows)


def test_two_towns_near_each_other_with_a_count_each_are_two_incidents(tmp_path: Path) -> None:
    text = "Monthly overview\n\n1 February 2025\n\nOn 20 January, nine people were killed in Rafah. The same day, four were killed in Khan Younis."
    assert {(place, n) for _, place, n in _rows(tmp_path, text)} == {("Rafah", 9), ("Khan Y", 4)}


def test_hours_earlier_another_was_killed_elsewhere(tmp_path: Path) -> None:
    text = (
        "Two attacks in the south\n\nCotabato City, 14 November 2024\n\nFive soldiers were killed by a bomb in Maguindanao on Wednesday.\n\n"
        "Hours earlier, in the town of Isulan, gunmen on a motorcycle shot dead a village chief. A schoolgirl was hit in the arm."
    )
    rows = {place: n for _, place, n in _rows(tmp_path, text)}
    assert rows == {"Maguin": 5, "town o": 1}


def test_where_the_wounded_were_taken_is_no_place_of_a_deed(tmp_path: Path) -> None:
    text = (
        "Blast at a market\n\nJuly 3, 2025\n\nA blast wounded nine people in Brovary on Tuesday. An ambulance took two of them to a hospital in Kyiv. "
        "Another victim was taken to a hospital in Cherkasy."
    )
    assert [place for _, place, _ in _rows(tmp_path, text)] == ["Brovar"]


def test_the_day_of_a_wave_of_attacks_is_that_of_what_it_did_place_by_place(tmp_path: Path) -> None:
    text = (
        "Ukraine: missiles and drones\n\nKYIV, 17 November 2024\n\nRussia fired 120 missiles and 90 drones at Ukraine on Sunday.\n\n"
        "Two women were killed in Odesa and a third was injured. In Mykolaiv, two people died when a drone hit a house; two boys were hurt.\n\n"
        "Two railway workers were killed at a depot in Nikopol and three of their colleagues were wounded."
    )
    rows = {place: (day, n) for day, place, n in _rows(tmp_path, text)}
    assert {place: rows[place] for place in ("Odesa", "Mykola", "Nikopo")} == dict.fromkeys(
        ("Odesa", "Mykola", "Nikopo"), ("2024-11-17", 2)
    )


def test_an_incident_whose_place_nobody_knows_is_not_that_of_the_next_town(tmp_path: Path) -> None:
    text = (
        "Israeli strikes kill 11 in southern and eastern Lebanon\n\nBEIRUT, 3 November 2024 - At least 11 people were killed in Israeli strikes "
        "on southern and eastern Lebanon on Saturday, the health ministry said.\n\nA strike on Haret Saida killed three people and wounded nine. "
        "In Tyre, a paramedic died when his ambulance was hit; his two colleagues were injured.\n\n"
        "In the east, seven members of one family, four of them children, were killed in the village of Al-Ain."
    )
    assert sorted(n or 0 for _, _, n in _rows(tmp_path, text)) == [1, 3, 7]


@pytest.mark.parametrize(
    "text",
    [
        "Troops opened fire in Douma on Wednesday on a funeral procession for three men who were killed on Friday, killing one mourner.",
        "Soldiers shot dead a man in Douma on Wednesday as he buried two brothers who had been killed in shelling on Friday.",
    ],
)
def test_whom_mourners_bury_died_of_another_deed(tmp_path: Path, text: str) -> None:
    rows = _rows(tmp_path, f"Report of the day\n\nJuly 3, 2025\n\n{text}")
    assert {(day, n) for day, _, n in rows} == {("2025-07-02", 1)}
