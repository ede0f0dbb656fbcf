"""Which sentences of a report tell of one incident: asides, statements made later, the title's count, participles that look like nouns."""

from pathlib import Path

from thucydides.extracting import extract_documents
from thucydides.nouns import Mention
from thucydides.reading import read_sources


def _read(tmp_path: Path, title: str, *paragraphs: str) -> list[Mention]:
    path = tmp_path / "report.md"
    path.write_text("\n\n".join((f"# {title}", *paragraphs)))
    documents, _ = read_sources([str(path)])
    extract = next(iter(extract_documents(documents)))
    return [m for m in extract.mentions if m.kind == "incident"]


def _killed(mention: Mention) -> set[int | None]:
    return {i.quantity.best for i in mention.toll if i.outcome == "killed"}


def test_after_an_aside_the_report_goes_on_with_its_own_incident(tmp_path: Path) -> None:
    incidents = _read(
        tmp_path,
        "Soldiers kill 14 rebels in Mindanao, army says",
        "COTABATO, Philippines (Wire), 15 October 2025 - The army said its troops had killed 14 rebels in a raid near Cotabato on Tuesday.",
        "One of the dead was a commander linked to the killing of a road worker in 2023, it said. Two soldiers were wounded.",
    )
    by_year = {m.date.edtf[:4]: m for m in incidents if m.date is not None}
    assert _killed(by_year["2025"]) == {14}
    assert {i.quantity.best for i in by_year["2025"].toll if i.outcome == "injured"} == {2}
    assert not [i for i in by_year["2023"].toll if i.outcome == "injured"]


def test_a_claim_made_days_later_is_of_the_deed_that_it_takes_up(tmp_path: Path) -> None:
    incidents = _read(
        tmp_path,
        "Benin: eight soldiers killed in raids on two posts",
        "COTONOU, April 23, 2025 (Wire) - Two posts near Banikoara were overrun on April 17 and eight soldiers were killed, the army said.",
        "A group said in a statement on Monday that its men had killed 70 soldiers in the raids on the two posts.",
    )
    assert [m.date.edtf for m in incidents if m.date is not None] == ["2025-04-17"]


def test_what_the_title_counts_is_one_incident_though_its_sentence_speaks_of_attacks(tmp_path: Path) -> None:
    incidents = _read(
        tmp_path,
        "Benin says 54 soldiers killed in attack near Banikoara",
        "COTONOU, April 23, 2025 (Wire) - The government said on Wednesday that 54 soldiers were killed in attacks last week on two positions.",
        "The positions were overrun on April 17, a spokesman said.",
    )
    assert [(m.date.edtf, _killed(m)) for m in incidents if m.date is not None] == [("2025-04-17", {54})]


def test_a_town_that_was_overrun_was_taken(tmp_path: Path) -> None:
    incidents = _read(tmp_path, "Report of the day", "May 14, 2025", "The town of Djibo was overrun on May 11.")
    assert [(m.type, m.date.edtf) for m in incidents if m.date is not None] == [("Non-state actor overtakes territory", "2025-05-11")]


def test_what_two_speakers_count_is_never_a_part_of_one_another(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(
        "# Soldiers raid village near Cotabato\n\nCOTABATO, Philippines (Wire), 15 October 2025 - The army said its troops had killed 14 rebels "
        "in a raid near Cotabato on Tuesday.\n\nThe Council of Churches said it had recorded 15 deaths, among them a deaf woman.\n\n"
        "In May, the army said it killed 18 separatists near Marawi; the rebels said then that three of their fighters had died."
    )
    documents, _ = read_sources([str(path)])
    extract = next(iter(extract_documents(documents)))
    told = {
        (c.speaker, c.quantity.best if c.quantity else None)
        for c in extract.claims
        if c.attribute == "killed"
    }
    assert {("The army", 14), ("The Council of Churches", 15), ("the army", 18), ("the rebels", 3)} <= told
    parts = [i.quantity.best for m in extract.mentions for i in m.toll if i.outcome == "killed" and i.part_of is not None]
    assert parts == [1]


def test_outside_the_town_is_by_the_town_that_the_report_speaks_of(tmp_path: Path) -> None:
    incidents = _read(
        tmp_path,
        "Rebels rule a town in the north",
        "22 August 2025",
        "For a year rebels have been the law in Djibo. Children watch the films that they sell at the market.",
        "On August 3 three landmines killed 14 soldiers in a convoy which had ventured from its base outside the town.",
    )
    mines = next(m for m in incidents if m.date is not None and m.date.edtf == "2025-08-03")
    assert mines.place is not None
    assert mines.place.place is not None
    assert mines.place.place.name == "Djibo"


def test_what_a_decision_cites_is_no_part_of_the_deed_told_with_it(tmp_path: Path) -> None:
    incidents = _read(
        tmp_path,
        "Guards clash near Surin",
        "SURIN, Thailand (Wire), 9 December 2025 - One guard was killed in a clash near Surin on Monday.",
        "It follows an exchange of gunfire on Sunday that wounded two guards and comes after Thailand suspended a truce, citing a mine "
        "that injured three soldiers.",
    )
    sunday = next(m for m in incidents if m.date is not None and m.date.edtf == "2025-12-07")
    assert {i.quantity.best for i in sunday.toll if i.outcome == "injured"} == {2}
    assert sunday.type == "Armed clash"


def test_fire_opened_with_a_word_between_is_a_deed(tmp_path: Path) -> None:
    (incident,) = _read(
        tmp_path,
        "Statement of the ministry of defence",
        "YEREVAN, 14 September 2022 - On September 13, units of the Azerbaijani armed forces opened intense fire at Armenian positions "
        "along the border.",
    )
    assert incident.date is not None
    assert incident.date.edtf == "2022-09-13"


def test_a_countrys_name_in_a_title_over_a_report_of_its_towns_is_where_and_not_who(tmp_path: Path) -> None:
    (incident,) = _read(
        tmp_path,
        "Sudan drone strike kills 40 at funeral",
        "At least 40 people were killed on 3 November 2025 when a drone hit a funeral near El Obeid. The governor of El Obeid blamed rebels.",
    )
    assert "Military Forces of Sudan" not in {a.name for a in incident.actors if a.role == "perpetrator"}


def test_a_countrys_name_in_a_title_over_towns_of_another_is_who_did_it(tmp_path: Path) -> None:
    (incident,) = _read(
        tmp_path,
        "Israel air strike kills five",
        "Five people were killed on 3 November 2025 when a house was hit in Khan Younis.",
    )
    assert "Military Forces of Israel" in {a.name for a in incident.actors if a.role == "perpetrator"}


def test_news_of_a_weekday_is_no_part_of_a_deed_told_by_its_year(tmp_path: Path) -> None:
    incidents = _read(
        tmp_path,
        "Rockets hit Marib after a raid",
        "MARIB (Wire) - Rebels fired rockets at Marib on Monday and wounded six people, the governor said.",
        "The army's offensive in the winter of 2015 killed more than 900 rebels in Marib.",
        "Residents of Marib said two of the rockets hit a school.",
    )
    assert not [m for m in incidents if {901, 900} & _killed(m) and {i.quantity.best for i in m.toll if i.outcome == "injured"} == {6}]
    assert [m for m in incidents if {i.quantity.best for i in m.toll if i.outcome == "injured"} == {6} and m.date.edtf != "2015"]


def test_what_a_page_lists_of_later_years_is_no_part_of_its_news(tmp_path: Path) -> None:
    incidents = _read(
        tmp_path,
        "Gunmen kill a family of four near Goma",
        "12 May 2009",
        "Four people have been shot dead at their home near Goma.",
        "- [A bomb explodes in a bus in Goma and kills nine people.](/2016/03/04/bus-in-goma.html)",
        "- [Soldiers kill two robbers on the road to Rutshuru.](/2009/04/02/robbers.html)",
    )
    told = {m.date.edtf: _killed(m) for m in incidents if m.date is not None}
    assert (told["2016-03-04"], told["2009-04-02"]) == ({9}, {2})
    assert {4} in [_killed(m) for m in incidents if m.date is None or m.date.edtf.startswith("2009-05")]


def test_others_killed_on_another_day_are_of_another_deed(tmp_path: Path) -> None:
    incidents = _read(
        tmp_path,
        "Unrest in Malawi",
        "LILONGWE (Wire), May 14, 2025 - The killing of three marchers and a teacher by police in Lilongwe on May 10 angered the opposition.",
        "At least two more marchers were killed in Lilongwe on May 12 as thousands made for the palace.",
        "Crowds had come from all over the country. The palace was guarded by soldiers.",
    )
    assert sorted(m.date.edtf for m in incidents if m.date is not None) == ["2025-05-10", "2025-05-12"]


def test_who_dies_of_it_days_later_is_of_the_same_deed(tmp_path: Path) -> None:
    incidents = _read(
        tmp_path,
        "Bus bombing in Quetta",
        "QUETTA (Wire), May 14, 2025 - A bomb killed nine passengers of a bus in Quetta on May 10, police said.",
        "Two more passengers died in hospital on May 13.",
    )
    assert len(incidents) == 1


def test_a_deed_that_continues_on_a_day_is_of_that_day(tmp_path: Path) -> None:
    incidents = _read(
        tmp_path,
        "War in Sudan",
        "KHARTOUM (Wire), May 14, 2025 - Twelve people were killed on May 10 when shells hit a market in Omdurman, a hospital said.",
        "Fighting continued in Nyala on May 11, with rebels attacking a base of the army.",
        "Clashes continued in El Obeid on May 12. One of the wounded remained in hospital on May 13.",
    )
    told = {m.place.place.name: m.date.edtf for m in incidents if m.date is not None and m.place is not None}
    assert told == {"Omdurman": "2025-05-10", "Nyala": "2025-05-11", "El Obeid": "2025-05-12"}
