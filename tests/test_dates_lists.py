"""Lists of deeds whose entries leave out the year: the heads are read as one sequence, and the year turns where they do."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thucydides.extracting.filling.reckoning import reckoning
from thucydides.grounding.times import find_times
from thucydides.nouns import Block, DateRange, Document
from thucydides.reading import read_sources


def _days(tmp_path: Path, text: str) -> list[str]:
    """What the days without a year of a report are read as, in order."""
    (tmp_path / "list.txt").write_text(text)
    document = read_sources([tmp_path / "list.txt"])[0][0]
    anchor = reckoning(document)
    times = [t for t in find_times(document.text) if t.relative_to == "document"]
    return [found.edtf for t in times if (found := anchor.when(t)) is not None]


_AGENCY = """Nigeria: worst raids since 2012

Posted: 4 May 2015

A look at the deadliest raids on villages of the plateau.

- July 7: Gunmen kill 40 people at a funeral in Barkin Ladi.

- January 6: Thirty die when a village is burned down near Shonga.

- April 19: A dawn raid on Agatu leaves 20 dead.

- November 2: Raiders kill 11 in Wase, five months after the attack on Agatu.

- February 20: Nine are shot dead on the road to Jos.
"""


def test_an_agency_s_list_steps_the_year_at_each_turn_from_the_one_its_title_begins_with(tmp_path: Path) -> None:
    assert _days(tmp_path, _AGENCY) == ["2012-07-07", "2013-01-06", "2013-04-19", "2013-11-02", "2014-02-20"]


def test_without_a_first_year_a_list_ends_at_the_report_s_own_day(tmp_path: Path) -> None:
    found = _days(tmp_path, _AGENCY.replace(" since 2012", ""))
    assert found == ["2013-07-07", "2014-01-06", "2014-04-19", "2014-11-02", "2015-02-20"]


def test_a_list_from_the_newest_deed_back_steps_down(tmp_path: Path) -> None:
    found = _days(
        tmp_path,
        "Attacks on convoys in Rakhine\n\nPosted: 3 March 2019\n\n"
        "19 February - Two drivers were shot dead near Buthidaung.\n\n3 January - A mine killed a monk in Rathedaung.\n\n"
        "24 December - Four policemen died in an ambush at Kyauktaw.\n\n8 May - A truck was burned near Mrauk U.\n\n"
        "30 October - Shells killed a woman in Ponnagyun.\n",
    )
    assert found == ["2019-02-19", "2019-01-03", "2018-12-24", "2018-05-08", "2017-10-30"]


def test_a_heading_with_a_year_between_the_entries_dates_those_on_either_side(tmp_path: Path) -> None:
    found = _days(
        tmp_path,
        "Timeline of violence in Cauca\n\nThe worst fighting since the accord of 1991 was in the hills.\n\n"
        "- May 3: Three guards are killed at Toribio.\n\n- October 9: Gunmen attack a bus at Caloto, the worst attack since 1998.\n\n"
        "- October 12: Two soldiers die at Miranda.\n\n-- 2012 --\n\n- March 14: A bomb kills four in Corinto.\n",
    )
    assert found == ["2011-05-03", "2011-10-09", "2011-10-12", "2012-03-14"]


def test_one_head_with_its_year_dates_the_heads_around_it(tmp_path: Path) -> None:
    found = _days(
        tmp_path,
        "Raids in Darfur\n\n12 November: Militiamen killed six in Kabkabiya.\n\n28 December 2021: Eight died in Saraf Omra.\n\n"
        "7 January: A market was looted in Kutum, ten days after the killings of 28 December.\n\n"
        "2 May: Five were shot in Tawila.\n",
    )
    assert found == ["2021-11-12", "2022-01-07", "2021-12-28", "2022-05-02"]


def test_a_table_of_rows_that_open_with_a_day_is_such_a_list(tmp_path: Path) -> None:
    found = _days(
        tmp_path,
        "Incidents in the Sahel 2018\n\nPosted: 2 March 2019\n\n| Date | Place | Killed |\n| 4 October | Djibo | 5 |\n"
        "| 11 October | Arbinda | 3 |\n| 9 December | Foubé | 7 |\n",
    )
    assert found == ["2018-10-04", "2018-10-11", "2018-12-09"]


def test_a_section_of_another_year_in_a_dated_report_gives_its_own(tmp_path: Path) -> None:
    found = _days(
        tmp_path,
        "Country report on security: Mali\n\nPosted: 30 June 2016\n\nOn March 3, the government spoke of progress.\n\n"
        "2015 incidents: The following were recorded:\n\n- On May 17, gunmen killed two guards in Gao.\n",
    )
    assert found == ["2016-03-03", "2015-05-17"]


def test_where_nothing_says_the_year_it_stays_open(tmp_path: Path) -> None:
    found = _days(
        tmp_path,
        "A year of unrest\n\n1 July - A guard was shot in Arish.\n\n13 July - Two were taken at Nekhel.\n\n5 August - Six died in Rafah.\n",
    )
    assert found == ["XXXX-07-01", "XXXX-07-13", "XXXX-08-05"]


@pytest.mark.parametrize("line", ["On 3 May, soldiers left.", "May was quiet.", "Three men died on 4 June: two of them soldiers."])
def test_sentences_of_a_report_are_no_list(tmp_path: Path, line: str) -> None:
    found = _days(tmp_path, f"Fighting goes on\n\nPosted: 20 July 2023\n\n{line}\n\nOn 2 August, a shell had hit the town.\n\n{line}\n")
    assert "2022-08-02" in found


def _listed(days: list[date], published: date) -> list[DateRange | None]:
    """The days of a list that says month and day only, read in a report of a day."""
    lines = [f"{d:%B} {d.day}: Two soldiers were killed." for d in days]
    starts = [sum(len(x) + 1 for x in lines[:at]) for at in range(len(lines))]
    text = "\n".join(lines)
    blocks = tuple(Block(s, s + len(x), "paragraph") for s, x in zip(starts, lines, strict=True))
    own = DateRange(published.isoformat(), published, published)
    document = Document("a", "a.txt", text, "a", blocks, published=own)
    anchor = reckoning(document)
    return [anchor.when(t) for t in find_times(text)]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.lists(st.dates(date(2010, 1, 1), date(2015, 12, 31)), min_size=3, max_size=12), st.booleans())
def test_no_entry_of_a_list_is_later_than_its_report(days: list[date], backward: bool) -> None:
    days = sorted(days, reverse=backward)
    published = max(days)
    found = _listed(days, published)
    assert all(f is not None and f.earliest is not None and (f.earliest - published).days <= 1 for f in found)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.dates(date(2011, 1, 1), date(2015, 12, 28)), st.lists(st.integers(32, 330), min_size=3, max_size=8))
def test_a_list_without_gaps_of_a_year_is_read_whole_up_to_its_report(last: date, gaps: list[int]) -> None:
    ordinal = last.toordinal()
    days = [last]
    for gap in gaps:
        ordinal -= gap
        days.append(date.fromordinal(ordinal))
    turns = sum(d.year != e.year for d, e in pairwise(days))
    if any((d.month, d.day) == (2, 29) for d in days) or 2 * turns > len(gaps):
        return
    found = _listed(days[::-1], last)
    assert [f.earliest if f else None for f in found] == days[::-1]


_BOXED = """Veland border skirmishes

The skirmishes were a series of clashes between Veland and Kharm.

Date 12 May 2021 – present
Location Syunik and Gegharkunik provinces, Armenia
Casualties and losses
Veland: 6 killed, 3 captured Kharm: 7 killed, 10 wounded

Timeline

May

12 May – Troops advanced several hundred metres into the area of the lake.

25 May – A contract soldier was killed when the other side opened fire near Verin Shorzha.

July

14 July – One serviceman died and a second was wounded in a firefight near Yeraskh.

January

3 January – Two soldiers were killed near Sotk.
"""


def test_a_chronicle_runs_from_the_day_on_which_its_box_says_that_all_began(tmp_path: Path) -> None:
    days = [day for day in _days(tmp_path, _BOXED) if len(day) == len("2021-05-12")]
    assert days == ["2021-05-12", "2021-05-25", "2021-07-14", "2022-01-03"]


def test_a_chronicle_that_opens_long_behind_the_day_in_its_box_stays_without_a_year(tmp_path: Path) -> None:
    assert _days(tmp_path, _BOXED.replace("12 May 2021", "2 January 2021"))[-1] == "XXXX-01-03"
