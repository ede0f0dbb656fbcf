"""What reports of many wars tell in ways that no one war teaches: infoboxes, sections, entries of lists, states as actors, claims withheld."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Extract, Mention
from thucydides.reading import read_sources

PAGE = """<html><head><title>2023 Barsalogho road attack</title></head><body><article><h1>2023 Barsalogho road attack</h1>
<table class="infobox"><tr><th colspan="2">2023 Barsalogho road attack</th></tr>
<tr><th>Location</th><td>Barsalogho, Burkina Faso</td></tr>
<tr><th>Date</th><td>14 May 2023<br>about 05:00</td></tr>
<tr><th>Deaths</th><td>31–36</td></tr><tr><th>Injured</th><td>12+</td></tr>
<tr><th>Perpetrators</th><td>JNIM</td></tr></table>
<p>On 14 May 2023, gunmen attacked a convoy of traders outside Barsalogho, and at least 31 of them were killed.</p>
<h2>Background</h2>
<p>Fighters have held the road since 2020. On 2 February 2023 they killed nine people at a crossing near Dori.</p>
<h2>Attack</h2>
<p>The first lorries were fired on at dawn. Six drivers were killed at the wheel and 20 in the trucks behind them.</p>
<h2>Reactions</h2>
<p>The governor condemned the killing. The UN mission put the number of the dead at 36.</p></article></body></html>"""


def _read(tmp_path: Path, text: str, name: str = "report.txt") -> Extract:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    documents, _ = read_sources([str(path)])
    return next(extract_documents(documents))


def _told(tmp_path: Path, text: str) -> Mention:
    """The first incident of a report of some length about one sentence."""
    extract = _read(tmp_path, f"Report of the day\n\nJuly 3, 2025\n\n{text}")
    return next(m for m in extract.mentions if m.kind == "incident")


def _killed(mention: Mention) -> list[tuple[int | None, int | None]]:
    return [(i.quantity.best, i.part_of) for i in mention.toll if i.outcome == "killed"]


def test_an_infobox_of_one_incident_gives_its_place_day_and_toll(tmp_path: Path) -> None:
    mentions = [m for m in _read(tmp_path, PAGE, "page.html").mentions if m.kind == "incident"]
    main = next(m for m in mentions if m.date is not None and m.date.edtf == "2023-05-14")
    assert main.place is not None
    assert main.place.place is not None
    assert main.place.wording.startswith("Barsalogho")
    assert any(i.outcome == "injured" and i.quantity.low == 12 for i in main.toll)
    assert any(a.role == "perpetrator" and a.kind == "rebel group" for a in main.actors)


def test_what_stands_under_a_later_heading_is_of_the_incident_the_page_is_about(tmp_path: Path) -> None:
    mentions = [m for m in _read(tmp_path, PAGE, "page.html").mentions if m.kind == "incident"]
    earlier = next(m for m in mentions if m.date is not None and m.date.edtf == "2023-02-02")
    assert [i.quantity.best for i in earlier.toll] == [9]
    assert len(earlier.passages) == 1


def test_an_infobox_field_is_nobodys_word(tmp_path: Path) -> None:
    claims = _read(tmp_path, PAGE, "page.html").claims
    assert not any(c.speaker == "Perpetrators" for c in claims)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Militiamen ambushed a bus near Bunia on Tuesday, killing 7 (5 men, 2 women) and injuring 11.", [(7, None), (5, 0), (2, 0)]),
        ("At least 49 villagers (nine children among them) were killed near Jos on Tuesday.", [(49, None), (9, 0)]),
        ("The army lost three soldiers in an ambush near Gao on Tuesday.", [(3, None)]),
        ("Rebels put to death at least 12 prisoners in Bara on Tuesday.", [(12, None)]),
        ("Thirty soldiers, a captain among them, were killed near Lashio on Tuesday.", [(30, None), (1, 0)]),
    ],
)
def test_counts_broken_down_are_a_whole_and_its_parts(tmp_path: Path, text: str, killed: list[tuple[int, int | None]]) -> None:
    assert _killed(_told(tmp_path, text)) == killed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Israel killed two men in a strike on a car near Tyre on Tuesday.", "Military Forces of Israel"),
        ("A Russian drone hit a bus in Kherson on Tuesday, wounding six people.", "Military Forces of Russia"),
        ("Pakistan bombed a camp in Khost on Tuesday, killing 12 people.", "Military Forces of Pakistan"),
        ("Turkish artillery fire killed three farmers near Kobani on Tuesday.", "Military Forces of Turkey"),
    ],
)
def test_a_state_that_strikes_is_its_military(tmp_path: Path, text: str, name: str) -> None:
    assert [a.name for a in _told(tmp_path, text).actors if a.role == "perpetrator"] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "UNICEF speaks of 18 dead after the bombing of a school in Aden on Tuesday.",
        "The army lowered the toll of Tuesday's attack in Aden to 43.",
        "Soldiers found 12 bodies in a well in Aden on Tuesday.",
        "Iraq saw five bombings on Tuesday that killed 20 people in Baghdad.",
        "Strikers from Turkish mills marched in Ankara on Tuesday, and two of them were hurt.",
    ],
)
def test_who_counts_or_finds_the_dead_did_not_kill_them(tmp_path: Path, text: str) -> None:
    states = {"state forces", "government", "external forces"}
    assert not [a for a in _told(tmp_path, text).actors if a.role == "perpetrator" and a.kind in states]


def test_a_claim_that_was_not_made_is_none(tmp_path: Path) -> None:
    text = "Report of the day\n\nJuly 3, 2025\n\nGunmen killed nine people near Beni on Tuesday. The ADF has not claimed responsibility."
    stances = [c.stance for c in _read(tmp_path, text).claims if c.attribute == "responsibility" and c.actor is not None]
    assert "claims" not in stances
    assert "none-claimed" in stances


def test_neither_confirmed_nor_denied_is_no_denial(tmp_path: Path) -> None:
    text = "Report of the day\n\nJuly 3, 2025\n\nGunmen killed nine people near Beni on Tuesday. The army neither confirmed nor denied the killings."
    assert not [c for c in _read(tmp_path, text).claims if c.stance == "denies"]


def test_a_name_in_brackets_is_who_the_text_itself_calls_so(tmp_path: Path) -> None:
    text = (
        "Situation report\n\n12 July 2025\n\nThe Arakan Army (AA) holds most of the state. A jet bombed a school in Sittwe on 11 July. "
        "At least 19 pupils were killed (AA)."
    )
    claims = [c for c in _read(tmp_path, text).claims if c.attribute == "killed"]
    assert claims
    assert all("Arakan Army" in (*c.via, c.speaker or "") and "Anadolu Agency" not in c.via for c in claims)


def test_what_the_doers_count_stands_beside_what_others_count(tmp_path: Path) -> None:
    text = (
        "Church attack\n\n28 July 2025\n\nForty-three people were killed when rebels stormed a church in Komanda on Sunday, the army said. "
        "Islamic State said that its fighters had killed about 60 people."
    )
    mention = next(m for m in _read(tmp_path, text).mentions if m.kind == "incident")
    assert _killed(mention)[0] == (43, None)


def test_each_numbered_entry_with_a_day_is_an_incident_of_its_own(tmp_path: Path) -> None:
    text = (
        "Report on the delta\n\n1. On 3 October 2024 a gang murdered at least 15 persons at the river port of Bonny.\n\n"
        "2. On 6 and 7 December 2024, the same gang put to death 20 people in Yenagoa.\n\n"
        "3. A police drone charge dropped on a party in Warri on 20 September 2025 killed eight children."
    )
    dates = [m.date.edtf for m in _read(tmp_path, text).mentions if m.kind == "incident" and m.date is not None]
    assert dates == ["2024-10-03", "2024-12-06/2024-12-07", "2025-09-20"]


def test_a_deed_told_at_little_length_is_counted_by_the_next_sentence(tmp_path: Path) -> None:
    text = (
        "Update\n\n30 November 2025\n\nOn 21 September a drone hit a car in Bint Jbeil, and four people were killed.\n\n"
        "On 18 November at around 21:30, three missiles hit a car park and a sports field. Thirteen people were killed."
    )
    tolls = {m.date.edtf: _killed(m) for m in _read(tmp_path, text).mentions if m.kind == "incident" and m.date is not None}
    assert tolls == {"2025-09-21": [(4, None)], "2025-11-18": [(13, None)]}


def test_less_than_a_week_earlier_is_another_day(tmp_path: Path) -> None:
    text = (
        "Toll lowered\n\n28 July 2025\n\nForty-three people were killed when rebels stormed a church in Komanda on Sunday. "
        "Less than a week earlier the group killed 66 people in Mambasa."
    )
    tolls = [_killed(m) for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert tolls == [[(43, None)], [(66, None)]]


def test_the_day_of_a_truce_is_not_the_day_of_a_strike(tmp_path: Path) -> None:
    text = (
        "Strike on a suburb\n\n23 November 2025\n\nIsrael killed five people in an airstrike on Tyre on Sunday, the military said, "
        "despite a truce a year ago."
    )
    mentions = [m for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert [m.date.edtf for m in mentions if m.date is not None] == ["2025-11-23"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("In retaliation for an attack that killed three soldiers, the army shelled Kutum on Tuesday, killing 12 people.", [(12, None)]),
        ("Gunmen killed 12 villagers near Jos on Tuesday to avenge the killing of their commander.", [(12, None)]),
        ("The strike on Kutum on Tuesday, which killed four, came in response to a rocket attack on Nyala that killed two.", [(4, None)]),
    ],
)
def test_what_a_reprisal_answers_is_another_deed(tmp_path: Path, text: str, killed: list[tuple[int, int | None]]) -> None:
    assert _killed(_told(tmp_path, text)) == killed


def test_an_entry_that_opens_with_a_place_is_there(tmp_path: Path) -> None:
    text = (
        "Protection of civilians, update\n\n30 November 2025\n\nBint Jbeil. On 21 September a drone hit a car and killed four people there, "
        "among them two women.\n\nBlida (Marjayoun). On 30 October soldiers entered the town hall before dawn, where they shot dead a guard. "
        "Nobody else was in the building at that hour, according to the mayor, who spoke to the press on the next day."
    )
    told = {m.date.edtf: m.place.wording for m in _read(tmp_path, text).mentions if m.date is not None and m.place is not None}
    assert told["2025-10-30"].startswith("Blida")


def test_the_day_bodies_were_found_is_no_day_of_the_killing(tmp_path: Path) -> None:
    text = (
        "Bodies found\n\n19 February 2025\n\nSome 70 bodies were found in a church near Lubero, a relief worker said on Wednesday. "
        "The victims had been taken hostage by fighters of the ADF in the early hours of February 12."
    )
    mentions = [m for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert [m.date.edtf for m in mentions if m.date is not None] == ["2025-02-12"]


@pytest.mark.parametrize("text", ["Rebels took Mubi on Sunday.", "The army recaptured Wad Madani on Sunday.", "RSF fighters seized Bara on Sunday."])
def test_a_town_taken_is_an_incident_and_no_captive(tmp_path: Path, text: str) -> None:
    mention = _told(tmp_path, text)
    assert mention.event_type in ("Battles",)
    assert not [i for i in mention.toll if i.outcome == "captured"]


def test_a_day_told_before_the_word_of_saying_is_that_of_the_deed(tmp_path: Path) -> None:
    text = (
        "Bombs on a village\n\n8 October 2025\n\nAt least 24 people were killed when a paramotor dropped bombs on a crowd in Sagaing, residents "
        "said on Tuesday. A crowd had gathered on Monday evening for a feast when two bombs fell, said a man who was there."
    )
    mentions = [m for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert [(m.type, m.date.edtf if m.date else None) for m in mentions] == [("Air/drone strike", "2025-10-06")]


def test_who_is_cited_in_brackets_was_not_wounded(tmp_path: Path) -> None:
    text = (
        "Weekly note\n\n4 November 2025\n\nOn Tuesday shells hit a clinic in Nyala; 13 killed, 16 injured (Darfur Doctors Network). "
        "Nobody has said who fired them, and the clinic has been shut since."
    )
    mention = next(m for m in _read(tmp_path, text).mentions if m.kind == "incident")
    assert [i.quantity.best for i in mention.toll if i.outcome == "injured"] == [16]


def test_fields_of_one_incident_are_read_without_an_infobox(tmp_path: Path) -> None:
    text = (
        "Incident note\n\nIncident date: 28 April 2025\nLocation: Saada, Yemen\nReported killed: 68 – 91\nBelligerent: US military\n"
        "Summary: At about 4.30 a.m. a strike hit a shelter for migrants. The guards said that thirty people had died at once."
    )
    mention = next(m for m in _read(tmp_path, text).mentions if m.kind == "incident")
    assert mention.date is not None
    assert mention.date.edtf == "2025-04-28"
    assert _killed(mention)[0][0] == 68


def test_each_row_of_a_table_of_incidents_is_one(tmp_path: Path) -> None:
    text = (
        "# Massacres registered this year\n\n| Date | Municipality | Department | Victims | Presumed author |\n|---|---|---|---|---|\n"
        "| 11/08/2025 | Briceño | Antioquia | 4 | ELN |\n| 21/08/2025 | Cali | Valle del Cauca | 6 | ELN |\n"
    )
    mentions = [m for m in _read(tmp_path, text, "list.md").mentions if m.kind == "incident"]
    assert [_killed(m) for m in mentions] == [[(4, None)], [(6, None)]]
    assert all(m.place is not None and m.date is not None for m in mentions)


def test_a_table_that_counts_by_month_is_no_table_of_incidents(tmp_path: Path) -> None:
    text = "# Update\n\n| Month | Incidents | Killed |\n|---|---|---|\n| June | 41 | 26 |\n| July | 58 | 31 |\n"
    assert not [m for m in _read(tmp_path, text, "list.md").mentions if m.kind == "incident"]


def test_deeds_parted_by_a_semicolon_have_each_their_day(tmp_path: Path) -> None:
    text = (
        "Monthly note\n\n28 September 2024\n\nOn 23 September, fighting between two militias in Abudwak left 55 dead; in June, the same "
        "dispute had killed 12."
    )
    tolls = {m.date.edtf: _killed(m) for m in _read(tmp_path, text).mentions if m.kind == "incident" and m.date is not None}
    assert tolls == {"2024-09-23": [(55, None)], "2024-06": [(12, None)]}


def test_a_day_behind_a_longer_time_is_the_day(tmp_path: Path) -> None:
    text = "Strikes\n\n28 April 2025\n\nEarlier this month, on April 17, 74 people died in strikes on the port of Hodeidah, doctors there said."
    (mention,) = [m for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert mention.date is not None
    assert mention.date.edtf == "2025-04-17"


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("On Tuesday 37 civilians (29 men, eight women) were killed in Nyala.", [(37, None), (29, 0), (8, 0)]),
        ("The raids on Tuesday killed eight people, women and children among them, in Sanaa.", [(8, None)]),
        ("A mine killed at least 10 people, among them police officers, near Kismayo on Tuesday.", [(10, None)]),
        ("On Tuesday 21 people were killed in Bolan, 18 of them soldiers.", [(21, None), (18, 0)]),
    ],
)
def test_groups_named_beside_a_count_are_its_parts(tmp_path: Path, text: str, killed: list[tuple[int, int | None]]) -> None:
    assert _killed(_told(tmp_path, text)) == killed


def test_a_country_s_capital_is_a_place(tmp_path: Path) -> None:
    mention = _told(tmp_path, "A car bomb killed nine people outside a restaurant in the Somali capital on Tuesday.")
    assert mention.place is not None
    assert mention.place.place is not None
    assert mention.place.place.name == "Mogadishu"


def test_who_says_it_was_behind_a_blast_claims_it(tmp_path: Path) -> None:
    text = "Blast\n\nJuly 15, 2024\n\nA car bomb killed nine people in Mogadishu on Sunday. Al Shabaab said it was behind the blast."
    assert "claims" in [c.stance for c in _read(tmp_path, text).claims if c.attribute == "responsibility"]


def test_a_title_of_two_deeds_tells_of_two(tmp_path: Path) -> None:
    text = (
        "At least 12 police killed in Amalfi; truck bomb kills six in Cali\n\nAug 22, 2025\n\nIn Amalfi, in the department of Antioquia, a drone "
        "attack brought down a police helicopter on Thursday and 12 officers died.\n\nHours later a truck full of explosives blew up in Cali, "
        "killing six civilians and injuring 71."
    )
    tolls = sorted(_killed(m)[0][0] or 0 for m in _read(tmp_path, text).mentions if m.kind == "incident")
    assert tolls == [6, 12]


def test_who_died_last_is_one_of_a_risen_toll(tmp_path: Path) -> None:
    text = (
        "Toll rises to 34\n\n12 December 2025\n\nThe number of people killed in Wednesday's bombing of a hospital in Lashio has risen to 34 after a "
        "patient, Daw Khin Saw, died of her wounds on Friday, an aid worker said."
    )
    (mention,) = [m for m in _read(tmp_path, text).mentions if m.kind == "incident"]
    assert sum(best or 0 for best, part in _killed(mention) if part is None) == 34


def test_who_refused_to_kill_killed_nobody(tmp_path: Path) -> None:
    text = (
        "Defectors\n\nJuly 3, 2025\n\nSoldiers refused to gun down unarmed protesters in Hama on Tuesday. Rebels killed four policemen near "
        "Idlib on Wednesday, and two cars were burned in the street behind the post."
    )
    assert [_killed(m) for m in _read(tmp_path, text).mentions if m.kind == "incident"] == [[(4, None)]]
