"""Where and when a deed was, by the sentences before and behind it. All sentences are ours."""

from datetime import date

import pytest

from told import ASIDE, at, day_of, incidents, killed, read


@pytest.mark.parametrize(
    ("text", "published", "place", "day", "dead"),
    [
        (
            "Lorry bomb in Mali\n\nOn Tuesday a lorry stopped at the market in Gao.\n\n"
            "As people gathered round, it exploded, killing 19 people and injuring 40 more.",
            "2019-05-16", "Gao", "2019-05-14", [19],
        ),
        (
            "Strike in Sudan\n\nLast Friday the men were queueing for bread in Nyala.\n\n"
            "They had waited for hours when a shell landed and killed 12 people.",
            "2024-03-12", "Nyala", "2024-03-08", [12],
        ),
    ],
)  # fmt: skip
def test_a_sentence_before_gives_day_and_place(text: str, published: str, place: str, day: str, dead: list[int]) -> None:
    found = at(read(text, published), place)
    assert (day_of(found), killed(found)) == (day, dead)


@pytest.mark.parametrize(
    ("text", "published", "place"),
    [
        (
            "Soldier killed\n\nA French soldier was killed by a roadside bomb in northern Mali on Monday, the ministry said.\n\n"
            "The patrol was on its way back to its camp near Kidal.",
            "2019-05-16", "Kidal",
        ),
        (
            "Police killed\n\nTwo police officers were killed by gunmen in Colombia on Monday, officials said.\n\n"
            "The two were at a checkpoint near Arauca.",
            "2022-05-12", "Arauca",
        ),
    ],
)  # fmt: skip
def test_a_sentence_behind_makes_the_place_finer(text: str, published: str, place: str) -> None:
    assert at(read(text, published), place).place is not None


@pytest.mark.parametrize(
    ("text", "published", "first", "second"),
    [
        (
            "Killings in Mali\n\nOn Wednesday gunmen killed 38 villagers in Koro, officials said.\n\n"
            "This new bloodshed comes not two weeks after 160 people were killed in a massacre in Bankass.",
            "2019-06-20", "Koro", "Bankass",
        ),
        (
            "Strikes in Ukraine\n\nOn Sunday shelling killed eight people in Kherson, officials said.\n\n"
            "The latest attack comes less than a week after 23 people were killed in a missile strike in Uman.",
            "2023-05-02", "Kherson", "Uman",
        ),
    ],
)  # fmt: skip
def test_a_deed_told_to_compare_is_another(text: str, published: str, first: str, second: str) -> None:
    extract = read(text, published)
    assert killed(at(extract, first)) != killed(at(extract, second))
    later, earlier = at(extract, first).date, at(extract, second).date
    assert later
    assert earlier
    assert later.latest
    assert earlier.earliest
    assert earlier.earliest < later.latest


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Rebels attacked an army base in Gao and a police post in Kidal on Tuesday.", {"Gao", "Kidal"}),
        ("On Friday drones struck an oil depot in Odesa and a railway station in Kharkiv.", {"Odesa", "Kharkiv"}),
    ],
)
def test_two_targets_in_two_towns_are_two_incidents(sentence: str, places: set[str]) -> None:
    found = incidents(read(f"Attacks\n\n{sentence}", "2023-05-20"))
    assert {m.place.wording for m in found if m.place} == places


@pytest.mark.parametrize(
    ("sentence", "place", "dead"),
    [
        ("A hospital reported 17 dead in Omdurman, where the protests started in June before other cities joined.", "Omdurman", 17),
        ("Medics counted 25 dead in Bago, where demonstrations broke out in February.", "Bago", 25),
    ],
)
def test_when_protests_began_is_not_the_day_of_a_count(sentence: str, place: str, dead: int) -> None:
    extract = read(f"Deaths\n\nForces opened fire on Friday. {sentence}", "2021-04-10")
    found = at(extract, place)
    assert killed(found) == [dead]
    assert found.date is None or found.date.precision == "day"


@pytest.mark.parametrize(
    ("text", "published", "place", "month", "dead"),
    [
        (
            "The group\n\nMali blamed the group for two blasts in Gao in January. That double suicide bombing killed 77 people.",
            "2017-03-20", "Gao", "2017-01", [77],
        ),
        (
            "The group\n\nKabul blamed the militants for two explosions in Herat in August. That double bombing killed 32 people.",
            "2016-09-20", "Herat", "2016-08", [32],
        ),
    ],
)  # fmt: skip
def test_that_attack_is_the_one_of_the_sentence_before(text: str, published: str, place: str, month: str, dead: list[int]) -> None:
    found = at(read(text, published), place)
    assert (day_of(found), killed(found)) == (month, dead)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        (
            "Attack on television\n\nThe league suspended the country on Saturday.\n\n"
            "Hours after its decision, militiamen attacked a television station in Khartoum.",
            "2023-05-14", "2023-05-13",
        ),
        (
            "Raid after vote\n\nParliament passed the law on Tuesday.\n\nHours after the vote, gunmen attacked a radio station in Bogotá.",
            "2023-05-18", "2023-05-16",
        ),
    ],
)  # fmt: skip
def test_hours_after_something_counts_from_the_day_told_before(text: str, published: str, day: str) -> None:
    dates = [m.date for m in incidents(read(text, published)) if m.date]
    assert any(d.earliest and d.latest and d.earliest <= date.fromisoformat(day) <= d.latest for d in dates)


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Doe, in Nairobi, says that gunmen killed nine farmers in Beni on Monday.",
        "On Monday gunmen killed nine farmers in Beni, the envoy told the council in New York.",
    ],
)
def test_where_a_named_speaker_is_was_nobody_harmed(sentence: str) -> None:
    (found,) = incidents(read(f"Killings\n\n{sentence}", "2023-05-20"))
    assert found.place is not None
    assert found.place.wording == "Beni"


@pytest.mark.parametrize(
    ("text", "published", "place", "day", "dead"),
    [
        (
            "A town held by militants\n\nOn 3 May five soldiers were killed in an ambush in Kidal. "
            "Shortly after the ambush two landmines killed nine soldiers in a convoy outside the town.",
            "2021-05-20", "Kidal", ("2021-05-03", "2021-05-06"), [9],
        ),
        (
            "Days of violence\n\nOn 7 June gunmen killed four traders at the market in Kutum. "
            "Soon afterwards shells fell on a mosque in the city and killed 21 people.",
            "2023-06-20", "Kutum", ("2023-06-07", "2023-06-10"), [21],
        ),
    ],
)  # fmt: skip
def test_shortly_after_counts_from_the_deed_before_and_the_town_is_its_town(
    text: str, published: str, place: str, day: tuple[str, str], dead: list[int]
) -> None:
    found = next(m for m in incidents(read(f"{text}\n\n{ASIDE}", published)) if killed(m) == dead)
    assert found.place is not None
    assert found.place.wording == place
    assert found.date is not None
    assert (str(found.date.earliest), str(found.date.latest)) == day


@pytest.mark.parametrize(
    ("text", "published", "tolls"),
    [
        (
            "Deaths\n\nActivists said 19 people were killed on Sunday. Thirteen died in Omdurman, two in Nyala and two in Kassala.",
            "2023-05-16", {"Omdurman": [13], "Nyala": [2], "Kassala": [2]},
        ),
        (
            "Deaths\n\nMonitors counted 12 dead on Friday. Seven were killed in Bago and three in Mandalay.",
            "2021-04-12", {"Bago": [7], "Mandalay": [3]},
        ),
    ],
)  # fmt: skip
def test_where_the_dead_of_a_day_died_is_told_in_the_next_sentence(text: str, published: str, tolls: dict[str, list[int]]) -> None:
    extract = read(f"{text}\n\n{ASIDE}", published)
    found = {name: at(extract, name) for name in tolls}
    assert {name: killed(m) for name, m in found.items()} == tolls
    assert all(m.date is not None and m.date.precision == "day" for m in found.values())


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Parliament passed the law on Tuesday. Hours after the vote, gunmen attacked a radio station in Cali.", "2023-05-16", "2023-05-16"),
        ("The council met on Friday. Hours after its session, militiamen attacked a mosque in Nyala.", "2023-05-19", "2023-05-19"),
    ],
)
def test_what_a_report_tells_was_no_later_than_the_report(text: str, published: str, day: str) -> None:
    assert [day_of(m) for m in incidents(read(f"Raid\n\n{text}\n\n{ASIDE}", published))] == [day]


@pytest.mark.parametrize(
    "sentence",
    [
        "Soldiers killed nine farmers near Kutum, said one woman who had crossed the border on Wednesday.",
        "Gunmen killed four traders in Ménaka, said a man who reached the capital on Monday.",
    ],
)
def test_what_a_speaker_did_on_a_day_dates_no_deed(sentence: str) -> None:
    (found,) = incidents(read(f"Refugees speak\n\n{sentence}\n\n{ASIDE}", "2023-05-19"))
    assert found.date is None or found.date.precision != "day"
