"""Deeds of which war reports tell beside others: settings, comparisons, lists, counts that are another's. All sentences are ours."""

from datetime import date

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Block, DateRange, Document, Extract, Mention
from thucydides.reading.blocks import classified
from thucydides.reading.page import Line

ASIDE = "\n\n".join(
    f"Traders from {where} said that prices of grain and fuel had risen again, and that few lorries came through before the rains ended."
    for where in ("the north", "the lake", "the hills", "the coast", "the capital", "the river")
)
"""What makes a report longer than a sentence or two, and tells of no deed."""


def read(text: str, published: str) -> Extract:
    """The extract of a text whose first paragraph is its title, as of a day."""
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        blocks.append(Block(at, at + len(paragraph), "paragraph" if number else "title"))
        at += len(paragraph) + 2
    day = date.fromisoformat(published)
    dated = DateRange(published, day, day, basis="metadata")
    (extract,) = extract_documents([Document("d", "d", text, "d", tuple(blocks), title=text.split("\n\n")[0], published=dated)])
    return extract


def incidents(extract: Extract) -> list[Mention]:
    return [m for m in extract.mentions if m.kind == "incident"]


def killed(mention: Mention) -> list[int | None]:
    return [i.quantity.best for i in mention.toll if i.outcome == "killed" and i.part_of is None]


def day_of(mention: Mention) -> str | None:
    return mention.date.edtf if mention.date else None


def at(extract: Extract, name: str) -> Mention:
    """The one incident whose place is so named."""
    (found,) = [m for m in incidents(extract) if m.place and m.place.place and name in (m.place.wording, m.place.place.name)]
    return found


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
            "The latest violence comes less than two weeks after 160 people were killed in a massacre in Bankass.",
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
        ("On Sunday three landmines killed 14 marines in a convoy near Arauca.", 14),
        ("Two suicide bombers killed 21 people at a market in Maiduguri on Sunday.", 21),
    ],
)
def test_many_means_are_one_deed(sentence: str, dead: int) -> None:
    extract = read(f"Deaths\n\n{sentence}", "2023-05-21")
    assert [killed(m) for m in incidents(extract)] == [[dead]]
    assert not extract.aggregates


@pytest.mark.parametrize(
    ("sentence", "place", "dead"),
    [
        ("A hospital reported 17 dead in Omdurman, where protests began last month before spreading across the country.", "Omdurman", 17),
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
    ("entry", "dead"),
    [
        ("23 Dec 2019 - 44 people killed in twin car bomb attacks in Mogadishu", 44),
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
    "line",
    [
        "Photograph: A. Smith/AP Two soldiers were killed by a roadside bomb near Gao late on Monday, the ministry of defence said.",
        "Photograph: Ana Ruiz/Reuters Gunmen killed four farmers outside the town of Arauca on Sunday evening, the governor said.",
    ],
)
def test_a_report_behind_a_credit_is_no_caption(line: str) -> None:
    assert [one.kind for one in classified([Line("A title", "title"), Line(line)])][1] == "caption"
    assert "paragraph" in {one.kind for one in classified([Line("A title", "title"), Line(line), Line(line)])}


@pytest.mark.parametrize(
    ("sentence", "whole", "tolls"),
    [
        (
            "Monitors said 39 people were killed throughout the country on Wednesday, of whom 26 were in Omdurman, six in Nyala and "
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
        "They have to stop killing civilians, the envoy said on Monday in Khartoum.",
        "This is a regime that kills its own people, the minister said on Monday.",
        "The deadline for the truce expired on Monday, officials in Kyiv said.",
        "On Monday the ministry in Tokyo dismissed reports of an assassination plot.",
        "He warned on Monday that the violence could spread beyond the border.",
        "On Monday the senator called for air strikes against the forces of Sudan.",
        "Britain handed the council a draft on Wednesday that condemned the crackdown by the army of Myanmar.",
    ],
)
def test_what_only_speaks_of_force_is_no_incident(sentence: str) -> None:
    assert not incidents(read(f"Talks go on\n\nThe council met for the third time this week and spoke for hours. {sentence}", "2023-06-22"))


@pytest.mark.parametrize(
    "sentence",
    [
        "More than 220 people have been killed since pro-democracy protests erupted on March 18 in the southern town of Kassala.",
        "May appears to be the bloodiest month of the war, with well over 300 people killed so far.",
    ],
)
def test_a_count_since_a_day_or_over_a_month_is_none_of_one_day(sentence: str) -> None:
    extract = read(f"War goes on\n\n{sentence}", "2023-05-22")
    assert not incidents(extract)
    assert extract.aggregates


def test_what_readers_write_under_a_report_is_not_read() -> None:
    comments = "\n\n".join(f"2{n}th March 2023 - 13:3{n} They killed nine people in Gao on Monday." for n in (4, 5))
    text = f"Two dead in Kidal\n\nGunmen killed two people in Kidal on Tuesday, officials said.\n\n{comments}"
    assert [killed(m) for m in incidents(read(text, "2023-03-29"))] == [[2]]


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
    "sentence",
    [
        "On Wednesday there were no less than five separate suicide attacks across Mali, killing 71 people.",
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


@pytest.mark.parametrize(
    "sentence",
    [
        "In March the government raised the tax on oil from fields off the coast of Nigeria.",
        "The governor's husband died of cancer in Lagos in 2006.",
        "An earthquake killed 40 people in Herat on Monday.",
    ],
)
def test_months_and_deaths_by_nature_are_no_incidents(sentence: str) -> None:
    assert not incidents(read(f"Other news\n\n{sentence}\n\n{ASIDE}", "2023-10-12"))


def test_those_who_kill_each_other_are_not_two() -> None:
    extract = read(f"Analysis\n\nOn Monday in Khartoum the envoy said that people were killing each other.\n\n{ASIDE}", "2023-05-18")
    assert not [m for m in incidents(extract) if 2 in killed(m)]


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


def test_a_deed_that_somebody_was_called_for_has_happened() -> None:
    text = "Officers were called for a shooting in Cali on Monday night, in which two men were killed."
    assert [killed(m) for m in incidents(read(f"Two dead\n\n{text}\n\n{ASIDE}", "2023-05-19"))] == [[2]]
