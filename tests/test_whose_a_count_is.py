"""Counts in war reports: of which deed, of which part and over what they are. All sentences are ours."""

import pytest

from told import ASIDE, at, incidents, killed, read


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("On Monday in Gao nine men were shot dead, while in Kidal a mine killed six soldiers.", {"Gao": [9], "Kidal": [6]}),
        ("On Friday in Goma three people were killed by a shell, but in Beni gunmen killed 17.", {"Goma": [3], "Beni": [17]}),
    ],
)
def test_counts_behind_two_places_are_told_apart(sentence: str, tolls: dict[str, list[int]]) -> None:
    extract = read(f"Attacks\n\n{sentence}", "2023-05-20")
    assert {name: killed(at(extract, name)) for name in tolls} == tolls


@pytest.mark.parametrize(
    ("sentence", "dead"),
    [
        ("Gunmen abducted six villagers near Ansongo on Monday and shot them dead.", 6),
        ("On Friday the rebels captured four soldiers and a driver near Arauca, lined them up and executed them.", 5),
    ],
)
def test_people_taken_and_then_killed_are_as_many(sentence: str, dead: int) -> None:
    (found,) = incidents(read(f"Killings\n\n{sentence}", "2023-05-20"))
    assert sum(n or 0 for n in killed(found)) == dead


@pytest.mark.parametrize(
    ("sentence", "dead"),
    [
        ("The governor's brother, his deputy and the head of the army died in a blast in Mogadishu on Monday.", 3),
        ("The mayor, her driver and two bodyguards were killed in an ambush near Cali on Monday.", 4),
        ("John Okello, a teacher and a father of two, died in a blast in Kampala on Monday.", 1),
    ],
)
def test_everybody_in_a_list_counts_once(sentence: str, dead: int) -> None:
    (found,) = incidents(read(f"Deaths\n\n{sentence}", "2023-05-20"))
    assert sum(n or 0 for n in killed(found)) == dead


@pytest.mark.parametrize(
    ("sentence", "dead"),
    [
        ("Three landmines near Arauca killed 14 marines of a convoy on Sunday.", 14),
        ("Two suicide bombers killed 21 people at a market in Maiduguri on Sunday.", 21),
    ],
)
def test_many_means_are_one_deed(sentence: str, dead: int) -> None:
    extract = read(f"Deaths\n\n{sentence}", "2023-05-21")
    assert [killed(m) for m in incidents(extract)] == [[dead]]
    assert not extract.aggregates


@pytest.mark.parametrize(
    ("entry", "dead"),
    [
        ("23 Dec 2019 - 44 dead after two car bombs in Mogadishu", 44),
        ("10 Feb 2022 - 28 people killed in a suicide bombing in Peshawar", 28),
    ],
)
def test_a_day_before_a_dash_is_no_part_of_the_count(entry: str, dead: int) -> None:
    assert any(killed(m) == [dead] for m in incidents(read(f"Timeline\n\n{entry}\n\n3 March 2023 - 31 people killed in Kabul", "2023-05-20")))


@pytest.mark.parametrize(
    ("sentence", "dead"),
    [("Forty martyrs in Jenin, including three doctors, one group said on Monday.", [40]), ("A group counted 25 martyrs in Taiz on Monday.", [25])],
)
def test_counted_martyrs_are_dead(sentence: str, dead: list[int]) -> None:
    assert any(killed(m) == dead for m in incidents(read(f"Deaths\n\nShells fell on the town on Monday. {sentence}", "2023-05-20")))


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 214 people, including 124 civilians, died across the country on Wednesday, monitors said.",
        "Monitors said 90 people, among them 30 soldiers, were killed across Sudan on Wednesday.",
    ],
)
def test_a_part_of_a_count_over_a_country_is_no_toll_of_one_town(sentence: str) -> None:
    text = f"Fighting\n\nA mortar hit a market in Omdurman on Wednesday and killed seven people.\n\n{sentence}"
    assert killed(at(read(text, "2023-05-20"), "Omdurman")) == [7]


@pytest.mark.parametrize(
    ("sentence", "whole", "tolls"),
    [
        (
            "Monitors said 39 people were killed all over Sudan on Wednesday, 26 of them in Omdurman, six in Nyala and "
            "three in Kassala.",
            39, {"Omdurman": [26], "Nyala": [6], "Kassala": [3]},
        ),
        (
            "At least 18 civilians were killed on Tuesday, including eight in the city of Kharkiv and seven in Kherson, officials said.",
            18, {"city of Kharkiv": [8], "Kherson": [7]},
        ),
    ],
)  # fmt: skip
def test_shares_of_a_count_by_place_are_incidents_and_the_whole_is_an_aggregate(
    sentence: str, whole: int, tolls: dict[str, list[int]]
) -> None:
    extract = read(f"Deaths\n\n{sentence}", "2023-06-22")
    assert {m.place.wording: killed(m) for m in incidents(extract) if m.place} == tolls
    assert [a.deaths.best for a in extract.aggregates if a.deaths] == [whole]


def test_a_whole_whose_parts_are_all_of_another_harm_is_read_as_it_stands() -> None:
    sentence = "The ministry said a sailor and 13 civilians, including children, were killed while 14 sailors and 32 others were injured in Odesa."
    assert [killed(m) for m in incidents(read(f"Deaths in Odesa\n\n{sentence}", "2023-06-22"))] == [[1, 13]]


@pytest.mark.parametrize(
    "sentence",
    [
        "More than 220 people have been killed since the protests broke out in the eastern town of Kassala on March 18.",
        "May looks like becoming the worst month of the war, with well over 300 people killed so far.",
    ],
)
def test_a_count_since_a_day_or_over_a_month_is_none_of_one_day(sentence: str) -> None:
    extract = read(f"War goes on\n\n{sentence}", "2023-05-22")
    assert not incidents(extract)
    assert extract.aggregates


@pytest.mark.parametrize(
    "sentence",
    [
        "Mali saw as many as five suicide attacks on Wednesday, which killed 71 people.",
        "Six different bombings throughout Afghanistan on Monday killed 48 people.",
    ],
)
def test_a_count_over_separate_attacks_of_one_day_is_an_aggregate(sentence: str) -> None:
    extract = read(f"A day of attacks\n\n{sentence}", "2023-06-22")
    assert not [m for m in incidents(extract) if killed(m)]
    assert extract.aggregates


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "A soldier was killed by a roadside bomb near Kidal on Monday.",
            "Details of the attack emerged as rebels continued their onslaught on Gao, with four car bombs killing 14 people on Monday.",
        ),
        (
            "A policeman was shot dead near Arauca on Monday.",
            "News of the attack came during an offensive on Tibú, where mortar fire killed 11 people on Monday.",
        ),
    ],
)
def test_a_count_beside_the_attack_told_before_is_of_another(first: str, second: str) -> None:
    found = incidents(read(f"Attacks go on\n\n{first}\n\n{second}", "2023-06-22"))
    assert sorted(n or 0 for m in found for n in killed(m)) in ([1, 14], [1, 11])
    assert len([m for m in found if killed(m)]) == 2


def test_those_who_kill_each_other_are_not_two() -> None:
    extract = read(f"Analysis\n\nOn Monday in Khartoum the envoy said that people were killing each other.\n\n{ASIDE}", "2023-05-18")
    assert not [m for m in incidents(extract) if 2 in killed(m)]
