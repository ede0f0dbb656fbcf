"""What a report says by the way of other days, of a whole year and of part of those hurt stays off the toll and day of what it reports."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Mention
from thucydides.reading import read_sources
from told import told


def _incidents(tmp_path: Path, text: str) -> list[Mention]:
    return sorted((m for m in told(tmp_path, text).mentions if m.kind == "incident"), key=lambda m: m.passages[0].start)


def _page(tmp_path: Path, text: str) -> list[Mention]:
    """The incidents of a page that bears no date but what is in its text."""
    path = tmp_path / "page.txt"
    path.write_text(text)
    documents, _ = read_sources([str(path)])
    extract = next(iter(extract_documents(documents)))
    return sorted((m for m in extract.mentions if m.kind == "incident"), key=lambda m: m.passages[0].start)


def _counts(mention: Mention, outcome: str) -> list[int | None]:
    return [i.quantity.best for i in mention.toll if i.outcome == outcome and i.part_of is None]


@pytest.mark.parametrize(
    "tally",
    [
        "The deaths bring the number of villagers killed by soldiers this year to 41, the council said.",
        "It brings the death toll since January to 52, according to the council.",
        "The raid takes the number of people killed by the army since the start of the war to 410.",
    ],
)
def test_a_toll_brought_up_to_date_for_a_year_or_a_war_is_an_aggregate(tmp_path: Path, tally: str) -> None:
    lead = "LASHIO, Myanmar, 3 May 2021 - Soldiers killed four villagers in a raid on Lashio on Monday, the village council said."
    extract = told(tmp_path, f"{lead}\n\n{tally}")
    (raid,) = [m for m in extract.mentions if m.kind == "incident"]
    assert _counts(raid, "killed") == [4]
    assert [a.deaths.best for a in extract.aggregates if a.deaths is not None] in ([41], [52], [410])


def test_those_badly_hurt_are_some_of_those_hurt(tmp_path: Path) -> None:
    text = "On 3 May 2021 a bomb exploded at a market in Gao, leaving seven dead and 125 injured, with 19 being heavily injured."
    (bombing,) = _incidents(tmp_path, text)
    assert _counts(bombing, "injured") == [125]


def test_an_age_that_somebody_is_younger_than_counts_nobody(tmp_path: Path) -> None:
    text = "On 3 May 2021 a shell hit a school in Gao. A hospital received dead boys younger than 15, and 40 injured, the Red Cross said."
    (shelling,) = _incidents(tmp_path, text)
    assert _counts(shelling, "injured") == [40]


def test_the_number_that_rose_is_that_of_the_dead_told_of_before(tmp_path: Path) -> None:
    text = (
        "A rocket hit a bus station in Aleppo on Friday, 8 April 2016. Early accounts stated that at least 12 civilians had been killed. "
        "Later Omar Haddad, head of the city council, said that the number had risen to 31."
    )
    (strike,) = _incidents(tmp_path, text)
    assert _counts(strike, "killed") == [31]


def test_the_day_of_an_agreement_is_not_the_day_of_what_breaks_it(tmp_path: Path) -> None:
    text = (
        "In breach of the May 3 ceasefire agreement, on June 7, 2019, rebel units entered the village of Tongo in Blue Nile and opened fire on "
        "troops, killing three, the ministry said."
    )
    (raid,) = _incidents(tmp_path, text)
    assert raid.date is not None
    assert raid.date.edtf == "2019-06-07"


def test_a_bombing_weeks_before_keeps_its_own_dead_and_its_own_day(tmp_path: Path) -> None:
    text = (
        "BAMAKO, 23 May 2021 - A car bomb killed 14 people and wounded 35 in the centre of Bamako, the governor said.\n\n"
        "The explosion came just three weeks after a suicide bombing in the capital hit buses carrying soldiers, killing 29 people.\n\n"
        "A rebel group claimed responsibility for the May 1 attack."
    )
    newer, older = _page(tmp_path, text)
    assert (_counts(newer, "killed"), _counts(older, "killed")) == ([14], [29])
    assert older.date is not None
    assert older.date.edtf == "2021-05-01"


@pytest.mark.parametrize(
    ("words", "town"),
    [
        ("Three people died in the Timbuktu bombing on 3 May 2021.", "Timbuktu"),
        ("Officials said that the Aleppo bus station missile attack on 3 May 2021 had killed three people.", "Aleppo"),
    ],
)
def test_a_deed_that_bears_the_name_of_a_town_was_there(tmp_path: Path, words: str, town: str) -> None:
    (deed,) = _incidents(tmp_path, words)
    assert deed.place is not None
    assert deed.place.wording == town


def test_a_strike_named_after_where_it_came_from_was_not_there(tmp_path: Path) -> None:
    (raid,) = _incidents(tmp_path, "The Timbuktu attack on Gao killed three people on 3 May 2021.")
    assert raid.place is not None
    assert raid.place.wording == "Gao"


def test_the_stamp_of_a_page_dates_a_report_that_nothing_else_dates(tmp_path: Path) -> None:
    text = "Page last updated at 08:09 GMT, Sunday, 8 March 2015\n\nTwo die in attack\n\nTwo guards were shot dead in Gao on Saturday."
    (attack,) = _page(tmp_path, text)
    assert attack.date is not None
    assert attack.date.edtf == "2015-03-07"
