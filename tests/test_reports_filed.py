"""How papers open and go on: datelines that end in a colon, counts of a later day, tolls taken back, those who only tell. All are ours."""

from datetime import date
from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.grounding.actors.actors import find_actors
from thucydides.grounding.places import ground_places
from thucydides.nouns import Block, DateRange, Document, Extract, Mention
from thucydides.reading.captions import caption
from told import told


def titled(text: str, published: str = "2023-04-15") -> Extract:
    """The extract of a text whose first paragraph is its title."""
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        blocks.append(Block(at, at + len(paragraph), "paragraph" if number else "title"))
        at += len(paragraph) + 2
    day = date.fromisoformat(published)
    document = Document("d", "d", text, "d", tuple(blocks), title=text.split("\n\n")[0], published=DateRange(published, day, day, basis="metadata"))
    return next(iter(extract_documents([document])))


def incidents(extract: Extract) -> list[Mention]:
    return [m for m in extract.mentions if m.kind == "incident"]


def killed(mention: Mention) -> list[int | None]:
    return [i.quantity.best for i in mention.toll if i.outcome == "killed" and i.part_of is None]


@pytest.mark.parametrize(
    ("opening", "town"),
    [("Bamako, June 30, 2025: ", "Bamako"), ("BAMAKO: ", "Bamako"), ("BAMAKO (Agency): ", "Bamako"), ("Maiduguri, 30 June: ", "Maiduguri")],
)
def test_the_place_of_a_dateline_with_a_colon_neither_speaks_nor_suffers(tmp_path: Path, opening: str, town: str) -> None:
    country, struck = ("Nigeria", "Monguno") if town == "Maiduguri" else ("Mali", "Gao")
    text = f"{opening}At least 25 soldiers were killed in an attack on a base in {struck} in {country} on Monday.\n\nThe governor was there on Wednesday."
    (mention,) = incidents(extract := told(tmp_path, text))
    assert killed(mention) == [25]
    assert mention.place
    assert mention.place.place
    assert mention.place.place.name == struck
    assert all(c.speaker is None for c in extract.claims if c.attribute == "killed")


@pytest.mark.parametrize("count", ["The death toll as of July 2 stood at 23.", "As of 2 July the toll was at 23."])
def test_the_day_of_a_count_is_no_incident(tmp_path: Path, count: str) -> None:
    (mention,) = incidents(told(tmp_path, f"A bomb killed 23 people at a church in Gao on Sunday.\n\n{count}"))
    assert mention.date
    assert mention.date.edtf == "2025-06-29"


def test_a_toll_that_may_rise_counts_nobody_yet(tmp_path: Path) -> None:
    text = (
        "Gunmen killed 37 soldiers in Kidal on Sunday. Doctors said the toll was likely to rise because the condition of eight of the wounded "
        "soldiers was critical."
    )
    (mention,) = incidents(told(tmp_path, text))
    assert killed(mention) == [37]


@pytest.mark.parametrize(
    "later",
    [
        "The police chief, Ali Toure, earlier reported a death toll of 27, then said this was revised because some were counted twice.",
        "Hours later the police chief, Ali Toure, said that 27 had died. He revised that in the evening to 23, with 80 wounded.",
    ],
)
def test_a_toll_given_before_and_corrected_does_not_stand(tmp_path: Path, later: str) -> None:
    (mention,) = incidents(told(tmp_path, f"Two bombs killed at least 23 people in Gao on Sunday.\n\n{later}"))
    assert killed(mention) == [23]


def test_a_wounded_man_who_only_tells_of_it_is_no_toll(tmp_path: Path) -> None:
    (mention,) = incidents(
        told(tmp_path, "Rebels ambushed a convoy near Gao on Monday. They had sent villagers ahead, a wounded driver, Ali Toure, told reporters.")
    )
    assert not [i for i in mention.toll if i.outcome == "injured" and i.quantity.best == 1]


@pytest.mark.parametrize(("paid", "counts"), [("the soldiers killed in the capital today", []), ("12 soldiers killed by a mine near Gao on Monday", [12])])
def test_homage_tells_of_a_deed_only_where_it_counts(tmp_path: Path, paid: str, counts: list[int]) -> None:
    found = incidents(told(tmp_path, f"The president paid homage to {paid}."))
    assert [n for m in found for n in killed(m)] == counts


def test_what_happened_has_the_day_of_its_own_verb(tmp_path: Path) -> None:
    text = "The governor held a prayer in Gao on Wednesday, July 2, in the church where two explosions occurred on June 29.\n\nThe blasts killed 12 people."
    (mention,) = incidents(told(tmp_path, text))
    assert mention.date
    assert mention.date.edtf == "2025-06-29"


def test_bodies_found_later_are_of_the_toll(tmp_path: Path) -> None:
    text = "An air strike on a market in Gao on Monday killed at least 171 people. Three bodies were found on the morning of July 2, said an official."
    (mention,) = incidents(extract := told(tmp_path, text))
    assert killed(mention) == [171]
    assert [c.quantity.best for c in extract.claims if c.attribute == "killed" and c.quantity] == [171]


def test_a_province_in_a_title_is_the_one_that_the_text_names() -> None:
    extract = titled(
        "Dozens killed in strike in Gao\n\nAn air strike on a market in Ansongo in Gao Region killed 40 people on April 12, residents said.\n\n"
        "Two jets came back an hour later, they said."
    )
    (mention,) = incidents(extract)
    assert mention.place
    assert mention.place.place
    assert mention.place.place.name == "Ansongo"


def test_how_a_deed_is_told_by_what_was_carried_does_not_part_it(tmp_path: Path) -> None:
    text = (
        "The ambush of a patrol in Gao on Monday took place two kilometres from its camp. Twenty-five soldiers were killed when about 300 men "
        "attacked them with rocket launchers and rifles."
    )
    (mention,) = incidents(told(tmp_path, text))
    assert killed(mention) == [25]


def test_a_paper_called_after_a_capital_writes_of_its_country() -> None:
    text = "Four soldiers killed\n\nFour soldiers were killed when gunmen attacked a post in Nabire on Monday, the army of Indonesia said.\n\nThe post burned down."
    blocks = (Block(0, 20, "title"), Block(22, len(text), "paragraph"))
    day = date(2018, 12, 11)
    document = Document(
        "d", "d", text, "d", blocks, title="Four soldiers killed", url="https://www.thejakartapost.com/news/four.html",
        published=DateRange("2018-12-11", day, day, basis="metadata"),
    )  # fmt: skip
    (mention,) = incidents(next(iter(extract_documents([document]))))
    assert mention.place
    assert mention.place.place
    assert mention.place.place.name == "Nabire"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("in Sokoto State in Nigeria, Nov. 6, 2024", set()),
        ("in the Highlands region of Papua in Indonesia, where Indonesian troops serve Indonesia", set()),
        ("in Nduga regency in Indonesia", {"Kabupaten Nduga"}),
    ],
)
def test_names_that_only_look_like_small_places_far_away_are_none(words: str, names: set[str]) -> None:
    text = f"Gunmen killed nine men {words}."
    found = {r.place.name for r in ground_places(Document("d", "d", text, "d")) if r.place and r.place.kind in ("settlement", "admin2")}
    assert found == names


def test_earlier_this_month_is_another_day(tmp_path: Path) -> None:
    text = "Six people were killed in a blast in Gao on Thursday. Earlier this week 11 people were wounded in a blast in Gao, too."
    found = incidents(told(tmp_path, text))
    assert len(found) == 2
    assert [m.date.latest for m in found if m.date] == [date(2025, 7, 3), date(2025, 7, 2)]


def test_the_how_manieth_attack_is_the_one_just_told(tmp_path: Path) -> None:
    text = "At least 35 people were killed in an explosion in Gao on Sunday — the second major blast in the district in June."
    (mention,) = incidents(told(tmp_path, text))
    assert killed(mention) == [35]
    assert mention.date
    assert mention.date.edtf == "2025-06-29"


def test_what_the_deadliest_is_compared_with_is_another_deed(tmp_path: Path) -> None:
    text = (
        "Gunmen killed 15 guards at two posts in Gao on Tuesday. Tuesday's attacks were the bloodiest since April 28, 2014, when rebels attacked "
        "11 posts in three provinces. In the ensuing battle, officials said, 107 rebels and five guards were killed."
    )
    counts = {m.date.edtf: sum(n or 0 for n in killed(m)) for m in incidents(told(tmp_path, text)) if m.date}
    assert counts == {"2025-07-01": 15, "2014-04-28": 112}


def test_the_town_to_which_the_wounded_are_moved_is_not_that_of_the_deed(tmp_path: Path) -> None:
    text = "A bomb killed nine people in Gao on Sunday. Officials said those critically injured in the blast were being shifted to Bamako."
    (mention,) = incidents(told(tmp_path, text))
    assert all(p.role == "to" for p in mention.places if p.wording == "Bamako")


def test_a_picture_named_by_its_file_tells_no_day_of_the_deed() -> None:
    extract = titled(
        "Fifteen killed at posts in Gao\n\n191106-ML-attack.jpg Police look for evidence at a post attacked by rebels in Gao, July 4, 2023.\n\n"
        "Rebels killed 15 guards at two posts in Gao late on July 2, officials said.",
        "2023-07-05",
    )
    days = {m.date.edtf for m in incidents(extract) if m.date}
    assert "2023-07-02" in days


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They blamed the Pakistan-backed group Jaish-e-Mohammed.", {"Jaish-e-Mohammed"}),
        ("The National Liberation Army of West Papua claimed it.", {"West Papua National Liberation Army"}),
        ("The Liberation Army killed nine workers.", {"Liberation Army"}),
        ("A junta fighter jet bombed the village.", {"Military Forces"}),
    ],
)
def test_who_is_named_by_a_group_of_words_is_not_read_from_one_of_them(text: str, names: set[str]) -> None:
    assert {a.name for a in find_actors(text) if a.kind != "civilians"} == names


def test_what_is_believed_to_be_an_attack_did_nothing(tmp_path: Path) -> None:
    text = "Gunmen killed 15 soldiers in Gao on Monday in what is believed to be the deadliest attack on government forces since 2012."
    claims = told(tmp_path, text).claims
    assert not [c for c in claims if c.attribute == "responsibility" and "attack" in c.value]


def test_the_junta_is_the_government_of_the_place(tmp_path: Path) -> None:
    (mention,) = incidents(told(tmp_path, "A strike by the junta killed 40 people in a village near Monywa in Myanmar on Monday, residents said."))
    assert [a.name for a in mention.actors if a.role == "perpetrator"] == ["Government of Myanmar"]


@pytest.mark.parametrize(
    "since",
    [
        "The attack was the deadliest since the Kidal ambush in which 22 soldiers were killed on April 3, 2021.",
        "This is the biggest attack since the April 3, 2021 ambush in Kidal where 22 soldiers were killed and 30 were wounded.",
    ],
)
def test_the_deadliest_since_another_does_not_count_its_dead(tmp_path: Path, since: str) -> None:
    found = {m.date.edtf: m for m in incidents(told(tmp_path, f"Ten soldiers were killed by a mine near Gao in Mali on Monday.\n\n{since}")) if m.date}
    assert {day: killed(m) for day, m in found.items()} == {"2025-06-30": [10], "2021-04-03": [22]}
    assert not [i for i in found["2025-06-30"].toll if i.outcome == "injured" and i.quantity.best]


@pytest.mark.parametrize("due", ["five days before the deadline for the withdrawal of the troops", "ahead of an Aug. 31 deadline for the troops to leave"])
def test_what_is_due_later_dates_no_deed(tmp_path: Path, due: str) -> None:
    (mention,) = incidents(told(tmp_path, f"An explosion killed nine soldiers in Gao on Monday. The explosion came {due}."))
    assert mention.date
    assert mention.date.edtf == "2025-06-30"


def test_the_town_of_a_press_conference_is_not_that_of_the_deed(tmp_path: Path) -> None:
    text = "The police chief stated at a press conference in Bamako that gunmen had attacked a police station in Gao on Monday, killing nine."
    (mention,) = incidents(told(tmp_path, text))
    assert mention.place
    assert mention.place.wording == "Gao"


def test_a_capital_hundreds_of_kilometres_away_is_not_near(tmp_path: Path) -> None:
    text = "Nine soldiers were killed by a mine in the district of Gao, over 350 km from the capital Bamako, on Monday."
    (mention,) = incidents(told(tmp_path, text))
    assert mention.place
    assert mention.place.place
    assert mention.place.place.name == "Gao"


def test_the_lead_under_a_picture_is_no_caption() -> None:
    lead = "At least nine soldiers were killed by a mine near Gao on Monday, officials of the governor said on Tuesday."
    assert caption(f"{lead} More than 230 people have died since the clashes began last year. (ABC)", True) == len(lead) + 1
    assert caption("Soldiers stand guard near Gao on Monday. (ABC)", True) == 0
