"""A deed told by the hour alone is of the days of its report, wherever the report tells it. The report is ours."""

from datetime import date

from test_country_of_incidents import incidents


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
