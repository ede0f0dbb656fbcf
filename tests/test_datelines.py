"""Datelines: where they end, what a line of one is, whose place and which agency they name."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.grounding.datelines import agency_behind, dateline_end, filed_by, heads_report, is_dateline, places_dateline
from thucydides.reading import read_sources

LINES = [
    "KHARTOUM, Sept 19 (Agency) — ", "KABUL, Afghanistan (AP) -- ", "Kryvyi Rih, 6 April 2025 – ", "PORT-AU-PRINCE (Reuters) - ",
    "GOMA, Democratic Republic of Congo, March 3 (AFP) - ", "Bogotá – ", "MARACAIBO/CUCUTA, Aug. 4 (Reuters) - ",
    "TUNIS, TUNISIA (11:40 P.M.) – ", "(Nairobi, July 24, 2019) – ", "(New York/Beirut) – ",
]  # fmt: skip
NONE = [
    "Nine people were killed - among them two children - on Monday. ", "On Monday - a market day - shells fell. ",
    "The army, the police and the guard - all three - denied it. ", "Kabul was quiet on Friday. ",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_dateline_ends_behind_its_dash(line: str) -> None:
    text = f"{line}Nine people died."
    assert dateline_end(text, 0) == len(line)
    assert is_dateline(line.strip())


@pytest.mark.parametrize("line", ["ZHOB: ", "PORT SUDAN, Dec 4: ", "SUKKUR/ROHRI: ", "MAIWAND (Pajhwok): "])
def test_a_place_in_capitals_with_a_colon_heads_a_report_and_says_nothing(line: str) -> None:
    assert dateline_end(f"{line}Nine men were killed when a bomb went off at a market.", 0) == len(line)
    assert dateline_end(f"{line}nine killed", 0) == 0


@pytest.mark.parametrize("line", ["KILLED: ", "BREAKING: ", "LOCATION: "])
def test_the_name_of_a_field_is_no_dateline(line: str) -> None:
    assert dateline_end(f"{line}Nine men who had come to the market by the river.", 0) == 0


@pytest.mark.parametrize("line", NONE)
def test_a_sentence_with_dashes_is_no_dateline(line: str) -> None:
    assert dateline_end(line, 0) == 0
    assert not is_dateline(line)


@pytest.mark.parametrize(
    ("text", "place", "dateline", "wire"),
    [("AMMAN (Reuters) - Nine died.", "AMMAN", True, True), ("BEIRUT July 3 (Reuters) - Nine died.", "BEIRUT", True, True),
     ("MARJAYOUN, Lebanon — Nine died.", "MARJAYOUN", True, False), ("ZHOB: Nine died.", "ZHOB", True, False),
     ("Marjayoun was shelled.", "Marjayoun", False, False)],
)  # fmt: skip
def test_what_stands_behind_a_place_tells_whether_it_is_a_datelines(text: str, place: str, dateline: bool, wire: bool) -> None:
    assert places_dateline(text, len(place)) == dateline
    assert agency_behind(text, len(place)) == wire


def test_the_agency_of_a_dateline_is_named_wherever_the_head_has_it() -> None:
    assert filed_by("Shelling kills nine\nAMMAN (Reuters) - Nine people died.") == "Reuters"
    assert filed_by("Nine people died in Amman (the capital) - police said.") == ""


def test_capitals_near_the_head_only_are_a_datelines() -> None:
    assert heads_report("AMMAN", 30)
    assert not heads_report("Amman", 30)
    assert not heads_report("AMMAN", 4000)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("QUELIMANE, 4 MAY 88 (ANGOP)", "1988-05-04"),
        ("Phnom Penh, 12 Feb. 1990 (SPK)", "1990-02-12"),
        ("SANTIAGO DE LOS CABALLEROS (DOMINICAN REPUBLIC), 16 NOV 89 (RADIO MIL)", "1989-11-16"),
        ("Beira, May 4 1988 (AIM - Lusa)", "1988-05-04"),
    ],
)
def test_a_dateline_with_a_line_of_its_own_dates_the_report_and_is_no_title_and_no_credit(tmp_path: Path, head: str, day: str) -> None:
    (tmp_path / "a.txt").write_text(f"{head}\nRebels on Monday\nkilled eleven passengers of a bus on the road to the coast, the governor said.\n")
    (document,), _ = read_sources([tmp_path])
    assert document.published
    assert document.published.edtf == day
    assert document.title is None
    assert [block.kind for block in document.blocks] == ["paragraph"]
    assert "Rebels on Monday killed eleven" in document.text


@pytest.mark.parametrize("lead", ["(Nairobi, July 24, 2019) – ", "(Goma, 24 July 2019) - ", "(Washington, D.C., July 24, 2019) — "])
def test_a_dateline_in_brackets_dates_the_report(tmp_path: Path, lead: str) -> None:
    (tmp_path / "report.txt").write_text(f"Try those who did it\n\n{lead}Fighters killed at least 46 people in three villages in May, the project said today.\n")
    ((document,), _) = read_sources([tmp_path])
    assert document.published is not None
    assert document.published.edtf == "2019-07-24"


def test_the_day_of_a_dateline_with_a_line_of_its_own_is_no_day_of_the_deed(tmp_path: Path) -> None:
    text = "Scores dead in raid\n\nMogadishu, 1 March 2024 (Horn Wire)\n\nGunmen raided a base in Bariire in Somalia at dawn on Thursday and killed nine soldiers."
    path = tmp_path / "report.txt"
    path.write_text(text)
    documents, _ = read_sources([str(path)])
    days = [m.date.edtf for e in extract_documents(documents) for m in e.mentions if m.date is not None]
    assert days == ["2024-02-29"]
