"""The day of a list's entry is its deed's whoever tells of it, and a sentence that names the same day again tells of another deed."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Mention
from thucydides.reading import read_sources


def _told(tmp_path: Path, text: str) -> list[Mention]:
    (tmp_path / "report.txt").write_text(text)
    return [m for e in extract_documents(read_sources([tmp_path / "report.txt"])[0]) for m in e.mentions if m.kind == "incident"]


def _days(told: list[Mention]) -> list[str]:
    return [m.date.edtf for m in told if m.date is not None]


@pytest.mark.parametrize(
    "entry",
    ["25 February: A border guard says two raids hit a camp near Menaka.", "25 February: Three bombs exploded almost at the same time."],
)
def test_the_day_of_an_entry_dates_what_little_it_tells(tmp_path: Path, entry: str) -> None:
    told = _told(
        tmp_path,
        f"Raids in northern Mali, 2014\n\n-- 2014 --\n\n30 January: A raid on a village near Gao killed 12 people.\n\n{entry}\n\n"
        "3 May: Gunmen killed six herders near Kidal.\n\n9 June: A mine killed two soldiers near Gao.\n",
    )
    assert "2014-02-25" in _days(told)


@pytest.mark.parametrize("opened", ["On the same day, insurgents kidnapped two girls in Mucojo.", "Also on 5 June, insurgents shot dead two men in Mucojo."])
def test_a_day_told_again_opens_another_deed(tmp_path: Path, opened: str) -> None:
    told = _told(
        tmp_path, f"Weekly report\n\nPosted: 8 June 2020\n\nOn 5 June, insurgents killed three fishermen on a beach near Palma, Mozambique. {opened}\n"
    )
    assert _days(told) == ["2020-06-05", "2020-06-05"]


def test_who_dies_of_wounds_on_the_same_day_is_of_the_deed_told_before(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Ambush\n\nPosted: 8 June 2020\n\nOn 5 June, insurgents shot and wounded three soldiers near Palma, Mozambique. "
        "On the same day one of the soldiers died in hospital.\n",
    )
    assert len(told) == 1


def test_where_a_deed_took_place_says_when(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Weekly report\n\nPosted: 8 June 2020\n\nThe first reported attack last week took place at Imbada, Meluco district, Mozambique, on 3 June. "
        "Insurgents entered the village at night and beheaded three civilians.\n",
    )
    assert _days(told) == ["2020-06-03"]


def test_a_night_takes_up_the_day_of_its_sentence(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Weekly report\n\nPosted: 2 September 2020\n\nOn 24 August, insurgents killed a driver at Awasse, Mozambique. "
        "On 28 August, insurgents drove villagers out of Palma and killed two traders that night at Awasse.\n",
    )
    assert "2020-08-28" in _days(told)
    assert "2020-08-24" in _days(told)


def test_people_recorded_as_missing_make_no_total_of_those_killed(tmp_path: Path) -> None:
    text = (
        "Report\n\nIn early 2001, members of the militia killed at least 16 people and kidnapped two girls, since recorded as missing, "
        "in the villages of Djugu, Congo.\n"
    )
    assert [i.quantity.best for m in _told(tmp_path, text) for i in m.toll if i.outcome == "killed"] == [16]


def test_the_month_of_an_entry_is_no_march(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Benghazi diary\n\nMARCH 18, 2012: Six robbers break into a school in Benghazi and shoot dead a guard.\n\n"
        "MARCH 28, 2012: A cable sent by an officer in Benghazi asks for five more guards.\n\n"
        "APRIL 6, 2012: A bomb kills two people in Benghazi.\n",
    )
    assert [(m.date.edtf, m.type) for m in told if m.date is not None] == [
        ("2012-03-18", "Attack"), ("2012-04-06", "Remote explosive/landmine/IED"),
    ]  # fmt: skip
