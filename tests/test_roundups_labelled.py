"""Round-ups by label: paragraphs and rows that each open with the place of a deed of their own. All sentences are ours."""

from pathlib import Path

import pytest

from told import incidents, read, told

DASHES = (
    "Violence across Iraq\n\nBAQUBA - Gunmen killed three members of one family.\n\nMOSUL - A car bomb wounded nine people.\n\n"
    "KIRKUK - Troops killed 12 rebels in clashes."
)


def places(text: str) -> list[str]:
    found = (m.place.place for m in incidents(read(text, "2006-12-01")) if m.place is not None)
    return sorted(p.name for p in found if p is not None)


@pytest.mark.parametrize("text", [DASHES, DASHES.replace("\n\nM", "\n\n* M").replace("\n\nK", "\n\n* K").replace("\n\nB", "\n\n* B")])
def test_each_labelled_paragraph_tells_a_deed_at_its_label(text: str) -> None:
    assert places(text) == ["Baqubah", "Kirkuk", "Mosul"]


def test_a_label_that_nobody_knows_still_opens_a_deed_of_its_own() -> None:
    found = read(
        "In brief\n\nVIETNAM: Gunners shelled the provincial capital of Tay Ninh, wounding 11.\n\n"
        "KOLAFRA: A relief plane was shot down near Uli airstrip; its four crew died.\n\n"
        "BELFAST: A constable was shot dead on the Shankill Road.",
        "1969-10-11",
    )
    assert len(incidents(found)) == 3


def test_a_lone_dateline_is_no_label() -> None:
    found = read(
        "Blast in Baquba\n\nBAQUBA - A bomb killed three people at a market on Thursday.\n\nThe dead were two boys and a guard.\n\n"
        "Nobody said who had laid the bomb.",
        "2006-12-01",
    )
    assert len(incidents(found)) == 1


@pytest.mark.parametrize("end", ["", " |"])
def test_rows_with_bars_between_their_cells_are_a_table(tmp_path: Path, end: str) -> None:
    rows = (
        "Date | Place | What happened | Killed | Injured",
        "12 April 2019 | Quetta | Bomb at vegetable market | 20 | 48",
        "18 April 2019 | Ormara | Gunmen took passengers off buses and shot them | 14 | 0",
        "29 April 2019 | Loralai | Raid on a militant hideout | 2 | 1",
    )
    found = incidents(told(tmp_path, "Recent attacks\n\n" + "\n".join(row + end for row in rows)))
    assert [m.date.edtf for m in found if m.date] == ["2019-04-12", "2019-04-18", "2019-04-29"]
    assert [[t.quantity.best for t in m.toll if t.quantity] for m in found] == [[20, 48], [14, 0], [2, 1]]


def test_a_menu_with_bars_tells_nothing(tmp_path: Path) -> None:
    text = "Home | News | War\nAbout | Contact | Help\n\nA bomb killed three people in Quetta on Monday."
    assert len(incidents(told(tmp_path, text))) == 1
