"""What a count over several incidents is over: the area and the window that its words give it, and sentences that count none."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources
from told import read, told


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("Researchers in Nairobi and Geneva put the number of dead at about 4,500 between January 2003 and December 2007.", None),
        ("Burundi has the same make-up as neighbouring Rwanda, where up to a million people were murdered in 1994.", "Rwanda"),
        ("A total of 35 US contractors have now died in Afghanistan and 271 have been injured.", "Afghanistan"),
        ("In a report the federation said that 129 reporters were killed in 2004, 69 of them in Iraq.", None),
        ("Violence between the Imphal-based groups and the hill people has claimed more than 240 lives since May 2023.", None),
        ("At least 53 civilians are reported to have been killed in Montepuez, Mueda and Macomia since 2 June.", "Cabo Delgado"),
        ("At least 53 civilians are reported to have been killed in Mueda since 2 June.", "Mueda"),
    ],
)
def test_a_count_is_over_the_places_where_people_died(tmp_path: Path, sentence: str, area: str | None) -> None:
    (found,) = told(tmp_path, sentence).aggregates
    assert (found.area.name if found.area is not None else None) == area


@pytest.mark.parametrize(
    ("sentence", "window"),
    [
        ("The committee stated last month that more than 900 people had been killed in Chile in the two weeks after the coup.", None),
        ("The league has given him until Friday to comply with a plan to end bloodshed that has cost more than 3,500 lives.", None),
        ("He was the first soldier killed in action since January, and the seventh to die since August 2023.", "2023-08-01/2025-07-03"),
        ("Explosions shook the city for a fifth day; at least 127 people have been killed since January 2025.", "2025-01-01/2025-07-03"),
    ],
)
def test_a_count_runs_over_the_time_of_its_own_clause(tmp_path: Path, sentence: str, window: str | None) -> None:
    (found,) = told(tmp_path, sentence).aggregates
    assert (found.window.edtf if found.window is not None else None) == window


@pytest.mark.parametrize(
    "text",
    [
        "The city in the west has seen relatively few attacks in recent months.",
        "The number of violent incidents was lower than in the week before.",
        "The 2015 unrest is a series of attacks and protests in the capital.",
        "Gunmen burned four houses in Mopti. Not one person has been arrested till today.",
        "Most families who lived in Liquica before 6 April, when 60 people were killed there, have not returned.",
        "The council recalls that in the month of January this year two of our members were killed at Bamenda when soldiers burned houses.",
        "The operation was lawful. In the operation on 25 March eleven rebels were liquidated in open fighting near Tetovo and Kumanovo.",
        "On 3 May soldiers surrounded the market of Gao and opened fire. Survivors drew up a list of 75 names; the army acknowledged about fifty dead.",
    ],
)
def test_words_that_count_one_deed_or_nothing_are_no_count_over_many(tmp_path: Path, text: str) -> None:
    assert not told(tmp_path, text).aggregates


def test_what_was_done_on_a_day_before_which_people_lived_there_is_of_that_day(tmp_path: Path) -> None:
    (mention,) = told(tmp_path, "Most families who lived in Liquica before 6 April, when 60 people were killed there, have not returned.").mentions
    assert mention.date is not None
    assert mention.date.edtf == "2025-04-06"


@pytest.mark.parametrize(
    ("field", "deaths", "incidents"),
    [
        ("- Deaths: more than 1,200", 1200, None),
        ("- Casualties: 42 killed in 31 incidents (home department)", 42, 31),
    ],
)
def test_the_infobox_of_a_year_gives_its_dead_and_in_how_many_incidents(field: str, deaths: int, incidents: int | None, tmp_path: Path) -> None:
    path = tmp_path / "box.txt"
    path.write_text(
        f"Violence in Jonglei, 2012\n\nInfobox\n- Date: 1 January – 31 December 2012\n- Location: Jonglei, South Sudan\n{field}\n\n"
        "On 2 March 2012 raiders attacked cattle camps near Akobo and killed 40 people."
    )
    documents, _ = read_sources([str(path)])
    (found,) = next(iter(extract_documents(documents))).aggregates
    assert found.deaths is not None
    assert found.deaths.best == deaths
    assert (found.incidents.best if found.incidents is not None else None) == incidents
    assert found.window is not None
    assert found.window.edtf == "2012"


def test_labels_of_a_report_count_over_the_time_that_it_is_of() -> None:
    extract = read("Monthly Brief, October 2018\n\nExtrajudicial killings recorded: 13\n\nThe roads stayed closed.", "2018-11-05")
    (found,) = extract.aggregates
    assert found.deaths is not None
    assert found.window is not None
    assert (found.deaths.best, found.window.edtf, found.group) == (13, "2018-10", "extrajudicial killings")
    (found,) = read("Statistics\n\nPersons killed 19 – 25 June 2006: 21, of which 12 civilians.", "2006-07-01").aggregates
    assert found.deaths is not None
    assert found.window is not None
    assert (found.deaths.best, found.window.edtf) == (21, "2006-06-19/2006-06-25")
