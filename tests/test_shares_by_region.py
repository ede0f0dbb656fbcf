"""Shares by region: what provinces have of a count over a month is no incident. All sentences are ours."""

from told import ASIDE, incidents, read

REPORT = (
    "Figures for the month of June 2019\n\nKabul, 2 July 2019 – A total of 214 civilians were killed and another 301 were injured in acts of violence "
    "in Afghanistan in June 2019, according to figures recorded by the mission.\n\nHelmand was the worst affected province with 81 killed and 90 injured. "
    "Kandahar followed with 44 killed and 61 injured. In Zabul 12 civilians were killed and 19 injured.\n\n{}\n\n" + ASIDE
)


def test_what_provinces_have_of_a_months_count_are_counts_over_the_month() -> None:
    found = read(REPORT.format("Notable incidents"), "2019-07-02")
    assert not incidents(found)
    deaths = {a.deaths.best: a.window and a.window.edtf for a in found.aggregates if a.deaths}
    assert deaths == {214: "2019-06", 81: "2019-06", 44: "2019-06", 12: "2019-06"}


def test_a_deed_of_a_day_behind_them_is_an_incident() -> None:
    found = read(REPORT.format("On 8 June a bomb on the road near Lashkar Gah in Helmand killed five civilians."), "2019-07-02")
    assert [[i.quantity.best for i in m.toll] for m in incidents(found)] == [[5]]
