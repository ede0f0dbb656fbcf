"""A deed told by the hour alone is of the days of its report, wherever the report tells it; days counted to the present. The reports are ours."""

from datetime import date

import pytest

from test_country_of_incidents import incidents
from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.nouns import DateRange


def test_a_second_deed_told_by_the_hour_is_of_the_days_of_its_report() -> None:
    text = (
        "Police killed in Makhachkala\n\nGunmen killed six police officers in Makhachkala on Tuesday, officials said. Streets in the city "
        "were closed.\n\nThe mayor asked people to stay at home. Shops and schools did not open. Buses were halted."
        "\n\nIn Derbent, attackers shot dead a guard at a church at around 6:00 p.m. local time before driving away."
    )
    found = {m.place.place.name: m.date for m in incidents(text) if m.place is not None and m.place.place is not None}
    day = found["Derbent"]
    assert day is not None
    assert day.earliest is not None
    assert day.latest is not None
    assert date(2023, 6, 3) <= day.earliest <= day.latest <= date(2023, 6, 7)


@pytest.mark.parametrize("since", ["since dawn", "since dawn today", "since this morning", "since midnight", "since the early hours", "since early morning"])
def test_what_has_gone_on_since_an_hour_is_of_the_day_of_the_report(since: str) -> None:
    (deed,) = incidents(f"Five villagers have been killed in shelling of Makhachkala {since}, medics said.")
    assert deed.date is not None
    assert deed.date.edtf == "2023-06-07"


def test_an_hour_since_which_a_deed_of_another_day_went_on_leaves_its_day() -> None:
    (deed,) = incidents("Five soldiers were killed in Makhachkala on Monday in fighting that had raged since dawn.")
    assert deed.date is not None
    assert deed.date.edtf == "2023-06-05"


def _day(text: str) -> str:
    report = date(2001, 8, 16)  # a Thursday
    times = [resolve(t, Anchor(document=DateRange(report.isoformat(), report, report))) for t in find_times(text)]
    return next(when.edtf for when in times if when is not None)


def test_the_weekday_before_last_is_a_week_before_the_last_one() -> None:
    assert _day("They were shot the Sunday before last.") == "2001-08-05"
    assert _day("on the Thursday before last") == "2001-08-02"
    assert _day("the Friday before last month's vote") == "2001-08-10"
