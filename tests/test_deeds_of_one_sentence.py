"""Several deeds of one sentence, and deeds set apart by places that nobody knows. All sentences are ours."""

from pathlib import Path

import pytest

from thucydides.nouns import Extract, Mention
from told import ASIDE, told


def deeds(extract: Extract) -> list[Mention]:
    return [m for m in extract.mentions if m.kind == "incident"]


def killed(mention: Mention) -> int | None:
    """How many a mention tells of as killed; None where it says nothing of it."""
    own = [i.quantity.best for i in mention.toll if i.outcome == "killed" and i.part_of is None]
    return sum(n or 0 for n in own) if own else None


def dead(extract: Extract) -> list[int | None]:
    return sorted((killed(m) for m in deeds(extract)), key=lambda n: (n is None, n))


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("Gunmen killed six traders near Bouar on Monday, and a herder was shot dead in Paoua the same day.", [1, 6]),
        ("Four policemen were killed in Lashkar Gah on Sunday, while nine labourers were shot dead in Kandahar.", [4, 9]),
        ("Shelling killed three people in Donetsk on Tuesday; in Mariupol a woman died when a shell hit her kitchen.", [1, 3]),
        ("Bandits killed eight people in Katsina and abducted 30 others from a school in Sokoto on Monday.", [8, None]),
        ("Raiders burned 40 houses in Chitunda on Friday before moving on to Namuno village, where they beheaded three men.", [3, None]),
        ("Fighters killed 57 people in Boga (20) and Tchabi (37) on Sunday night.", [20, 37]),
        ("Raiders attacked a post in Segou on Monday, killing two guards, and set fire to a church in Sikasso, where a priest died.", [1, 2]),
        ("Mortars hit a market in Donetsk on Friday, killing one, and rockets fell on Mariupol, where two nurses died and ten were hurt.", [1, 2]),
        ("A bomb in Kirkuk killed seven people on Monday, and three others died in a shooting in Mosul.", [3, 7]),
        ("Gunmen raided a pub in Maiduguri on Sunday, where five drinkers were killed, and threw a bomb into a barracks in Bauchi.", [5, None]),
        ("Three men were wounded in Jos on Friday, and in Bauchi a girl died when a house was hit.", [0, 1]),
        ("Rebels killed three villagers in Yala province on Monday while a roadside bomb killed two soldiers.", [2, 3]),
    ],
)
def test_clauses_with_places_or_counts_of_their_own_tell_of_deeds_of_their_own(
    tmp_path: Path, sentence: str, counts: list[int | None]
) -> None:
    assert dead(told(tmp_path, sentence)) == counts


@pytest.mark.parametrize(
    "sentence",
    [
        "A lorry bomb exploded at the gate of the barracks in Arauca on Monday and gunmen then shot nine soldiers dead.",
        "A car bomb killed four people in Baidoa on Monday, and two of the wounded were taken to Mogadishu.",
        "A boy was shot in Hebron on Monday and died in a hospital in Jerusalem.",
        "Gunmen killed five traders in Kaduna on Monday, and police arrested two suspects in Kano.",
    ],
)
def test_what_came_of_a_deed_elsewhere_is_no_deed_beside_it(tmp_path: Path, sentence: str) -> None:
    assert len(deeds(told(tmp_path, sentence))) == 1


def test_each_clause_that_a_deed_is_counted_from_is_a_deed_with_its_day(tmp_path: Path) -> None:
    found = deeds(
        told(
            tmp_path,
            "A bomb tore through a market in Maiduguri on Tuesday, weeks after gunmen killed 13 people in Gwoza and two days after "
            "14 died in an attack on Bama.",
        )
    )
    assert {killed(m): m.date.edtf for m in found if m.date is not None}[14] == "2025-06-29"
    assert {killed(m) for m in found} == {None, 13, 14}


def test_a_day_named_in_such_a_clause_is_that_of_its_deed(tmp_path: Path) -> None:
    found = deeds(
        told(
            tmp_path,
            "Fifteen soldiers were killed in a firefight at Patikul on Friday. The clash came a day after the group beheaded a hostage, "
            "and hours before gunmen stormed the jail in Marawi on Saturday.",
        )
    )
    assert {(killed(m), m.date.edtf) for m in found if m.date is not None} == {
        (15, "2025-06-27"), (1, "2025-06-26"), (None, "2025-06-28"),
    }  # fmt: skip


def test_villages_that_nobody_knows_set_deeds_apart_by_their_names(tmp_path: Path) -> None:
    text = "Militiamen killed ten people in Kpangbala on Monday. On Tuesday fighters burned a clinic in Djurumo."
    assert dead(told(tmp_path, text)) == [10, None]


@pytest.mark.parametrize(
    "sentence",
    [
        "A customs post at Tarfamba was attacked overnight on Tuesday.",
        "A mosque in Meiktila was burned to the ground on Tuesday.",
        "A limpet mine damaged a cargo vessel at anchor off Fujairah on Sunday.",
        "Hundreds of residents marched to the base on Monday to demand protection.",
        "Two corporals who drove into the crowd on Monday were dragged from their car, beaten and shot dead.",
    ],
)
def test_what_was_done_on_a_day_is_a_deed_though_nobody_is_said_to_have_done_it(tmp_path: Path, sentence: str) -> None:
    assert len(deeds(told(tmp_path, sentence))) == 1


def test_throats_that_are_cut_on_a_day_are_a_deed(tmp_path: Path) -> None:
    assert len(deeds(told(tmp_path, "On Monday a night watchman had his throat slit by intruders in Medea."))) == 1


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        ("An air strike killed three people in Kutum on Monday after rebels shelled El Fasher, killing two.", [2, 3]),
        ("Strikes in Saada killed ten civilians on Monday after a rocket killed a guard in Najran.", [1, 10]),
        ("Five people died in Bamako on Monday after gunmen opened fire on a bus near Kayes.", [5]),
        ("Two policemen were killed in Quetta on Monday after their van hit a mine.", [2]),
    ],
)
def test_what_came_before_a_deed_is_another_where_it_is_told_with_its_place(
    tmp_path: Path, sentence: str, counts: list[int | None]
) -> None:
    assert dead(told(tmp_path, sentence)) == counts


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("The guerrillas captured Maychew on 5 May 2025 and, two days later, Korem, diplomats said.", ["2025-05-05", "2025-05-07"]),
        ("Rebel forces entered Gondar on 5 May 2025, a day after taking Debre Tabor, rebel radio said.", ["2025-05-04", "2025-05-05"]),
        ("The separatists broke the truce on 5 May 2025 by shelling Avdiivka, where two women were hurt.", ["2025-05-05"]),
    ],
)
def test_towns_taken_one_after_another_have_a_day_each(tmp_path: Path, text: str, deeds: list[str]) -> None:
    found = [m.date.edtf for m in told(tmp_path, f"{text}\n\n{ASIDE}").mentions if m.kind == "incident" and m.date is not None]
    assert sorted(found) == deeds


@pytest.mark.parametrize(
    "text",
    [
        "Three car bombs exploded in Kirkuk; no fewer than five people died, three of them policemen.",
        "Each side says that the other set off two bombs in Kirkuk, of which five people died.",
    ],
)
def test_a_few_explosions_at_one_town_are_one_deed(tmp_path: Path, text: str) -> None:
    found = told(tmp_path, f"{text}\n\n{ASIDE}")
    assert ([killed(m) for m in deeds(found)], found.aggregates) == ([5], ())
