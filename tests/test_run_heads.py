"""Run heads: titles, highlights and bylines that ran onto a wire report's first line are told from it."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Document
from thucydides.reading import read_sources
from thucydides.reading.page import Line
from thucydides.reading.run_heads import parted
from thucydides.record import Store

WIRE = (
    "WRAPUP 4-Army retakes river town, rebels deny it * Army says Ansongo is calm * Nine dead in market, medics say "
    "(Adds quotes, details) By Awa Diop and Paul Kern GAO, Mali, March 4 (Lakewire) - Soldiers entered the river town of Ansongo on "
    "Thursday and killed nine people in its market, medics said.\nThe rebels denied that the town had fallen.\n"
)
CABLE = (
    "By the KLM Wire Staff NEW: Two rockets hit a school, a teacher says NEW: Nobody was hurt there Marib, Yemen (KLM) -- Rockets killed "
    "four shepherds near Marib on Sunday, a doctor told KLM.\nThe shelling went on into the night.\n"
)


def read(folder: Path, text: str) -> Document:
    (folder / "a.txt").write_text(text)
    (document,), _ = read_sources([folder / "a.txt"])
    return document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def test_the_head_of_a_wire_report_becomes_title_highlights_and_byline(tmp_path: Path) -> None:
    document = read(tmp_path, WIRE)
    found = blocks(document)
    assert document.title == "WRAPUP 4-Army retakes river town, rebels deny it"
    assert [words for kind, words in found if kind == "summary"] == [
        "Army says Ansongo is calm",
        "Nine dead in market, medics say",
    ]
    assert ("byline", "By Awa Diop and Paul Kern") in found
    assert next(words for kind, words in found if kind == "paragraph").startswith("GAO, Mali, March 4 (Lakewire) - Soldiers")


def test_highlights_marked_as_new_stand_apart_from_the_report(tmp_path: Path) -> None:
    found = blocks(read(tmp_path, CABLE))
    assert found[0] == ("byline", "By the KLM Wire Staff")
    assert next(words for kind, words in found if kind == "paragraph").startswith("Marib, Yemen (KLM) -- Rockets")


def test_a_day_in_a_dateline_amid_the_first_line_dates_the_report_in_the_year_of_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WIRE)
    (tmp_path / "b.txt").write_text(
        "Market shelled\n\nMarch 3, 2033\n\nNine people were killed in the market of Ansongo, Mali, on Thursday.\n"
    )
    with Store.open(tmp_path / "record", create=True) as store:
        record = build([tmp_path / "a.txt", tmp_path / "b.txt"], store)
    assert {d.published.edtf for d in record.documents if d.published is not None} == {"2033-03-03", "2033-03-04"}
    tolls = [a.quantity.best for i in record.incidents for a in i.assessments if a.attribute == "killed" and a.quantity]
    assert tolls == [9]


@pytest.mark.parametrize(
    "text",
    [
        "GAO, Mali, March 4 (Lakewire) - Soldiers entered Ansongo on Thursday and killed nine people in its market.",
        "TRIPOLI | Mon Feb 21, 2031 11:52 pm GMT TRIPOLI",
        "A nurse of the clinic in Marib, Yemen (which has no ambulance) -- said that four had died there.",
        "The group (Lakewire) - a network of reporters - counted nine dead on Thursday in Ansongo, Mali, and four more in Gao.",
    ],
)
def test_other_lines_are_left_as_they_are(text: str) -> None:
    lines = (Line(text),)
    assert parted(lines) == lines


def test_a_time_zone_is_no_part_of_a_dateline() -> None:
    found = parted(
        (Line("Army besieges town, Monday 21 February 2031 11:52 pm GMT ADEN (Lakewire) - Troops ringed the town of Lawdar."),)
    )
    assert [line.text for line in found][-1].startswith("ADEN (Lakewire)")


@pytest.mark.parametrize("text", [WIRE, CABLE])
def test_what_is_parted_loses_nothing_but_the_marks(text: str) -> None:
    line = Line(text.split("\n")[0])
    kept = [word for found in parted((line,)) for word in found.text.split()]
    assert sorted(kept) == sorted(word for word in line.text.split() if word != "*")
