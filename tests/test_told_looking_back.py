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
        "The explosion took place three weeks after bombers targeted buses of soldiers in the capital, leaving 29 people dead.\n\n"
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


def test_what_news_has_on_a_weekday_is_not_what_it_has_in_a_year_long_past(tmp_path: Path) -> None:
    text = (
        "Strikes on the town of Gao on Tuesday killed 15 civilians, the authorities say. In 1996, shelling of a camp in Gao killed 100 "
        "civilians and wounded 30."
    )
    newer, older = _page(tmp_path, text)
    assert older.id in newer.distinct_from


def test_a_local_time_by_another_clock_is_no_other_day(tmp_path: Path) -> None:
    text = (
        "On 3 July 2016 militants set off a bomb in Gao. A few minutes after midnight local time (2 July, 21:00 UTC), a truck bomb hit a "
        "street of Gao, busy with shoppers for Ramadan, and killed 12 people."
    )
    days = {m.date.edtf for m in _page(tmp_path, text) if m.date is not None}
    assert days == {"2016-07-03"}


def test_a_footnote_of_an_encyclopedia_tells_of_no_deed(tmp_path: Path) -> None:
    text = (
        "On 3 July 2016, a bomb killed 340 people in Gao.\n\nA second bomb was found.\n\n"
        '  1. ^ "Gao blast killed 292, many burned alive". Wire. 7 July 2016. Retrieved 7 July 2016.\n'
        '  2. ^ "Gao bombing: dead rise to 347". Daily. 9 July 2016. Archived from the original on 31 July 2021.'
    )
    (bombing,) = _page(tmp_path, text)
    assert _counts(bombing, "killed") == [340]


@pytest.mark.parametrize(
    ("lead", "dead"),
    [
        ("At least nine people have been killed and 25 injured in coordinated attacks by gunmen in the province of Gao.", 9),
        ("A total of 12 soldiers were killed in the attack on a post in Gao on 3 May 2021.", 12),
    ],
)
def test_attacks_made_together_and_totals_of_one_deed_are_no_aggregates(tmp_path: Path, lead: str, dead: int) -> None:
    (deed,) = _incidents(tmp_path, lead)
    assert _counts(deed, "killed") == [dead]


def test_none_of_one_community_hurt_is_not_nobody_hurt(tmp_path: Path) -> None:
    text = "Gunmen attacked a temple in Gao on 3 May 2021. There are no known casualties from the Bamar community."
    (attack,) = _incidents(tmp_path, text)
    assert not [i for i in attack.toll if i.quantity.best == 0]


def test_a_deed_named_with_its_day_in_passing_is_of_that_day(tmp_path: Path) -> None:
    text = (
        "BAMAKO, 12 May 2021 - No fewer than 15 people have been killed by air strikes on the town of Gao.\n\nThe strikes on Gao, occurring late on "
        "Monday, carry an echo of others."
    )
    (strike,) = _page(tmp_path, text)
    assert strike.date is not None
    assert strike.date.edtf == "2021-05-10"


def test_a_year_right_before_people_is_a_year_unless_it_is_a_round_number(tmp_path: Path) -> None:
    (told_with_year,) = _page(tmp_path, "On 3 July 2016 militants killed 12 people in Gao.")
    assert told_with_year.date is not None
    assert told_with_year.date.edtf == "2016-07-03"
