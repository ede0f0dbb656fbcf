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
        ("Burundi looks with fear at Rwanda next door, where up to a million people were slaughtered in 1994.", "Rwanda"),
        ("A total of 35 US contractors have now died in Afghanistan and 271 have been injured.", "Afghanistan"),
        ("In a report the federation said that 129 reporters were killed in 2004, 69 of them in Iraq.", None),
        ("Feuding between the Bamako-based militias and the herders has killed more than 310 since May 2023.", None),
        ("Aid workers know of 31 civilians killed in Montepuez, Mueda and Macomia since 2 June.", "Cabo Delgado"),
        ("Reports speak of 53 or more civilians killed in Mueda since 2 June.", "Mueda"),
    ],
)
def test_a_count_is_over_the_places_where_people_died(tmp_path: Path, sentence: str, area: str | None) -> None:
    (found,) = (a for a in told(tmp_path, sentence).aggregates if not a.id.endswith(":group"))
    assert (found.area.name if found.area is not None else None) == area


@pytest.mark.parametrize(
    ("sentence", "window"),
    [
        ("Exiles said in June that more than 900 people had been killed in Chile in the two weeks after the coup.", None),
        ("The rebels have until Friday to accept a truce in fighting that has cost more than 900 lives.", None),
        ("She was the first guard killed since January, and the ninth to die since August 2023.", "2023-08-01/2025-07-03"),
        ("Bombs went off in the capital again; at least 85 people have been killed since January 2025.", "2025-01-01/2025-07-03"),
    ],
)
def test_a_count_runs_over_the_time_of_its_own_clause(tmp_path: Path, sentence: str, window: str | None) -> None:
    (found,) = told(tmp_path, sentence).aggregates
    assert (found.window.edtf if found.window is not None else None) == window


@pytest.mark.parametrize(
    "text",
    [
        "The port in the south has had relatively few attacks of late.",
        "The number of raids was smaller than that of May.",
        "The 2015 unrest is a series of attacks and protests in the capital.",
        "Gunmen burned four houses in Mopti. Not one man was arrested for it.",
        "Hardly a family of Liquica lives there as it did before 6 April, when 60 people were shot in its church.",
        "The council recalls that in the month of January last two drivers of ours were killed at Bamenda when soldiers burned houses.",
        "The operation was lawful. In the operation on 25 March eleven rebels were liquidated in open fighting near Tetovo and Kumanovo.",
        "On 3 May soldiers closed off the market of Gao and opened fire. Those who got away wrote down 75 names; the army owned up to about fifty dead.",
    ],
)
def test_words_that_count_one_deed_or_nothing_are_no_count_over_many(tmp_path: Path, text: str) -> None:
    assert not told(tmp_path, text).aggregates


def test_what_was_done_on_a_day_before_which_people_lived_there_is_of_that_day(tmp_path: Path) -> None:
    (mention,) = told(tmp_path, "Hardly a family of Liquica lives there as it did before 6 April, when 60 people were shot in its church.").mentions
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
