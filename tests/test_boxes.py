"""Infoboxes of encyclopedias: one incident's sides and losses, a war's totals, and the dates of pages that say nothing of their own day."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Document, Extract
from thucydides.reading import read_sources

_PAGE = """<html><head><title>Raid on the Tessaoua post</title></head><body><h1>Raid on the Tessaoua post</h1>
<table class="infobox vevent"><tbody><tr><th colspan="2">Raid on the Tessaoua post</th></tr><tr><th>Date</th><td>{date}</td></tr>
<tr><th>Location</th><td>Tessaoua, Niger</td></tr><tr><th colspan="2">Belligerents</th></tr>
<tr><td>Niger Armed Forces</td><td>Islamic State militants</td></tr>
<tr><th colspan="2">Casualties and losses</th></tr>
<tr><td>12 killed<br>1,026 wounded<br>1 helicopter damaged</td><td>At least 30 killed (per Niger)</td></tr>
<tr><td colspan="2">4 civilians killed</td></tr></tbody></table>
<p>The post outside the town of Tessaoua was stormed on 3 March 2024 by fighters who had come from the north on motorcycles and trucks.</p>
<h2>Background</h2><p>In June 2022, five soldiers had been killed by a mine in Maradi, far from the places where such attacks were known.</p>
<h2>Aftermath</h2><p>On 7 March two policemen were shot dead in Zinder, where the wounded of the raid had been brought by lorry.</p>
</body></html>"""


def _read(tmp_path: Path, page: str) -> tuple[Document, Extract]:
    path = tmp_path / "page.html"
    path.write_text(page)
    documents, _ = read_sources([str(path)])
    return documents[0], next(iter(extract_documents(documents)))


def test_each_cell_under_a_heading_of_an_infobox_is_one_sides_field(tmp_path: Path) -> None:
    document, _ = _read(tmp_path, _PAGE.format(date="3 March 2024"))
    fields = {b.key: document.text[b.start : b.end] for b in document.blocks if b.kind == "infobox"}
    assert fields["combatant2"].endswith("Islamic State militants")
    assert fields["casualties1"].endswith("12 killed, 1,026 wounded, 1 helicopter damaged")
    assert fields["casualties3"].endswith("4 civilians killed")


def test_losses_of_the_sides_of_one_day_are_the_toll_of_the_incident(tmp_path: Path) -> None:
    _, extract = _read(tmp_path, _PAGE.format(date="3 March 2024"))
    main = next(m for m in extract.mentions if m.date is not None and m.date.edtf == "2024-03-03")
    told = {(i.outcome, i.quantity.low, i.quantity.best, i.category) for i in main.toll}
    assert told == {
        ("killed", 12, 12, "state forces"),
        ("killed", 30, 30, "rebels"),
        ("killed", 4, 4, "civilians"),
        ("injured", 1026, 1026, "state forces"),
    }
    assert {(a.role, a.name) for a in main.actors} >= {("party", "Military Forces of Niger")}
    assert not any(a.summary for a in extract.aggregates)


@pytest.mark.parametrize(
    "date", ["3 March 2021 – 5 June 2024", "1/3 March 2024 – ongoing (low intensity since 9 March)", "3 March 2024 – present"]
)
def test_losses_of_a_war_stay_totals(tmp_path: Path, date: str) -> None:
    _, extract = _read(tmp_path, _PAGE.format(date=date))
    assert {(a.deaths.best, a.category) for a in extract.aggregates if a.deaths and a.summary} == {
        (12, "state forces"),
        (30, "rebels"),
        (4, "civilians"),
    }


def test_the_day_of_what_a_page_tells_is_not_the_day_of_the_page(tmp_path: Path) -> None:
    document, extract = _read(tmp_path, _PAGE.format(date="3 March 2024"))
    assert document.published is None
    assert "2024-03-07" in {m.date.edtf for m in extract.mentions if m.date is not None}


def test_headings_above_kept_paragraphs_are_kept(tmp_path: Path) -> None:
    document, _ = _read(tmp_path, _PAGE.format(date="3 March 2024"))
    headings = [document.text[b.start : b.end] for b in document.blocks if b.kind == "heading"]
    assert headings[-2:] == ["Background", "Aftermath"]


def test_losses_beside_several_dates_are_those_of_all_of_them(tmp_path: Path) -> None:
    _, extract = _read(tmp_path, _PAGE.format(date="3 March 2024<br>10 June 2024<br>14–20 September 2024"))
    totals = [a for a in extract.aggregates if a.summary and a.window is not None]
    assert {a.window.edtf for a in totals if a.window is not None} == {"2024-03-03/2024-09-20"}
    assert not [i for m in extract.mentions for i in m.toll if i.quantity.best in (12, 1026)]


def test_the_infobox_of_a_war_that_goes_on_is_of_no_one_day(tmp_path: Path) -> None:
    page = _PAGE.format(date="3 March 2024").replace(
        "<tr><th>Location", "<tr><th>Status</th><td>Ongoing</td></tr><tr><th>Location"
    )
    _, extract = _read(tmp_path, page)
    assert not [i for m in extract.mentions for i in m.toll if i.quantity.best in (12, 1026)]
    assert any(a.summary for a in extract.aggregates)


@pytest.mark.parametrize(
    ("line", "killed"),
    [
        ("September 2021: 204 soldiers killed or missing, 93 wounded", 204),
        ("5 soldiers and 17 civilians killed", 22),
        ("According to the ministry: 30 soldiers killed", 30),
    ],
)
def test_a_line_of_losses_counts_people_and_no_year(tmp_path: Path, line: str, killed: int) -> None:
    page = _PAGE.format(date="12 May 2021 – 5 June 2024").replace("12 killed<br>1,026 wounded<br>1 helicopter damaged", line)
    _, extract = _read(tmp_path, page)
    first = next(a for a in extract.aggregates if a.summary and a.deaths)
    assert first.deaths is not None
    assert first.deaths.best == killed


_SIDES = """Siege of Kalma{head}
{mark}Type: siege
{mark}Date: {date}
{mark}Location: Kalma, Sudan
{mark}Belligerents: Sudan vs. Sudan Liberation Movement
{mark}Casualties (Sudan): 9 killed (army figures), 30+ killed (rebel claim)
{mark}Casualties (rebels): 6 killed

The siege began when the road to the town was cut.
"""


@pytest.mark.parametrize(("head", "mark"), [("\n\n{Infobox}", "- "), ("\n\n[Infobox]", "- "), ("\n", "")])
def test_losses_by_side_in_the_box_of_a_long_campaign_are_tallies_and_no_incident(tmp_path: Path, head: str, mark: str) -> None:
    text = _SIDES.format(head=head, mark=mark, date="7 February 2013 – 21 September 2014")
    (tmp_path / "page.txt").write_text(text)
    documents, _ = read_sources([str(tmp_path / "page.txt")])
    told = next(iter(extract_documents(documents)))
    assert told.mentions == ()
    assert [(a.deaths.low, a.counter) for a in told.aggregates if a.deaths is not None] == [(9, "army"), (30, "rebel"), (6, None)]
