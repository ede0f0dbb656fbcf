"""Linking by days that are written out or told as news, by towns near one another, and by words that a house repeats."""

from collections.abc import Mapping, Sequence

import pytest
from msgspec.structs import replace

from linking_factory import DJIBO, HOMS, KHARKIV, TIBU, document, mention
from thucydides.linking import link
from thucydides.linking.comparing import compare
from thucydides.nouns import DateRange, Document, Mention, Place


def weekday(name: str) -> DateRange:
    """A day of the week in a report that nothing dates."""
    return DateRange("XXXX-XX-XX", None, None, "day", "unknown", "date.weekday", name)


def levels(one: Mention, other: Mention, documents: Sequence[Document] = ()) -> Mapping[str, str]:
    """What is said of two tellings of the documents `a` and `b`, by comparison."""
    pair = compare(["a:0"], ["b:0"], [one, other], documents or [document("a"), document("b")])
    assert pair is not None
    return {name: said for name, said, _ in pair.parts}


def on(day: str, source: str, rule: str = "date.day-without-year") -> Mention:
    told = mention(source, 0, "Attack", day, KHARKIV, [2])
    assert told.date is not None
    wording = f"{int(day[-2:])} March" if rule != "date.weekday" else "Tuesday"
    return replace(told, date=replace(told.date, rule=rule, basis="document", wording=wording))


@pytest.mark.parametrize(
    ("days", "rule", "said"),
    [
        (("2023-03-05", "2023-03-06"), "date.day-without-year", "both texts write the day and the month, and the days are neighbours"),
        (("2023-03-05", "2023-03-09"), "date.day-without-year", "both texts write the day and the month, and the days are two to ten"),
        (("2023-03-05", "2023-05-09"), "date.day-without-year", "both texts write the day and the month, and the days are more than ten"),
        (("2023-03-05", "2023-03-06"), "date.weekday", "the days given are neighbours"),
    ],
)
def test_a_day_and_month_that_a_text_writes_are_meant(days: tuple[str, str], rule: str, said: str) -> None:
    assert levels(on(days[0], "a", rule), on(days[1], "b", rule))["date"].startswith(said)


def test_a_written_day_that_is_no_such_day_of_the_week_is_a_slip() -> None:
    slip = on("2023-03-09", "b")
    assert slip.date is not None
    slip = replace(slip, date=replace(slip.date, wording="Monday, 9 March"))
    assert levels(on("2023-03-06", "a"), slip)["date"] == "the days given are two or three days apart"


def test_two_reports_of_the_day_cannot_tell_of_one_deed_a_week_apart() -> None:
    told = [on("2023-03-05", "a", "date.weekday"), on("2023-03-11", "b", "date.weekday")]
    assert "each report appeared on its day" in levels(*told, [document("a", "2023-03-06"), document("b", "2023-03-11")])["date"]
    assert "each report appeared" not in levels(*told, [document("a", "2023-03-06"), document("b", "2023-04-11")])["date"]


def test_two_reports_of_the_day_cannot_tell_of_one_deed_days_apart() -> None:
    told = [on("2023-03-05", "a", "date.weekday"), on("2023-03-08", "b", "date.weekday")]
    reports = [document("a", "2023-03-05"), document("b", "2023-03-08")]
    assert "each report appeared on its day" in levels(*told, reports)["date"]
    assert levels(*told, [document("a", "2023-03-05"), document("b", "2023-03-15")])["date"] == "the days given are two or three days apart"
    slip = replace(told[1], date=replace(told[1].date, wording="Monday 8 March"))
    assert levels(told[0], slip, reports)["date"] == "the days given are two or three days apart"


def test_days_of_the_week_tell_undated_reports_apart() -> None:
    one, other = (replace(mention(s, 0, "Attack", None, TIBU, [4]), date=weekday(d)) for s, d in (("a", "Monday"), ("b", "Thursday")))
    assert levels(one, other)["date"].startswith("nothing dates the one, and they tell of days of the week two or more apart")
    assert levels(one, replace(other, date=weekday("Monday")))["date"].endswith("both tell of the same day of the week")
    assert levels(one, replace(other, date=weekday("Sunday")))["date"].startswith("nothing says when")


def near(place: Place, east: float, name: str) -> Place:
    assert place.longitude is not None
    return replace(place, name=name, gazetteer_id=f"made:{name}", longitude=place.longitude + east)


@pytest.mark.parametrize(
    ("east", "said"),
    [(0.1, "two towns or villages near one another"), (0.4, "two different towns or villages of one district")],
)
def test_two_villages_near_one_another_are_two_places(east: float, said: str) -> None:
    other = near(DJIBO, east, "Belehede")
    one, two = mention("a", 0, "Attack", "2022-05-02", DJIBO, [6]), mention("b", 0, "Attack", "2022-05-02", other, [6])
    assert said in levels(one, two)["place"]
    assert levels(one, replace(two, places=mention("b", 0, "Attack", others=[DJIBO]).places))["place"] != levels(one, two)["place"]


def test_words_alike_say_nothing_of_deeds_of_other_days() -> None:
    words = "checkpoint convoy grenade ambulance warehouse curfew"
    one, other = (mention(s, 0, "Attack", day, HOMS, [3], words=words) for s, day in (("a", "2012-02-11"), ("b", "2012-02-16")))
    assert levels(one, other)["words"] == "they share a fifth or more of their telling words, but of other days or towns"
    assert "but of other days" not in levels(one, replace(other, date=one.date))["words"]


def test_large_tolls_near_one_another_say_nothing_of_towns_of_two_provinces() -> None:
    one, other = mention("a", 0, "Attack", "1998-08-29", HOMS, [14]), mention("b", 0, "Attack", "1998-08-29", KHARKIV, [12])
    assert not levels(one, other)["killed"].startswith("both count ten or more killed")


def test_nobody_is_killed_twice() -> None:
    named = [("Ilya Vostrikov", "victim", None)]
    one, other = (mention(s, 0, "Attack", day, None, [1], persons=named) for s, day in (("a", "2006-10-07"), ("b", "2014-06-09")))  # type: ignore[arg-type]
    assert levels(one, other)["persons"] == "both name the same person as killed"


def test_the_day_on_which_a_court_spoke_is_hardly_against_a_deed_long_before() -> None:
    deed, said = (mention(s, 0, "Attack", day, HOMS, [1], report=s == "b") for s, day in (("a", "2006-10-07"), ("b", "2014-06-09")))
    told = [replace(m, date=replace(m.date, rule="date.weekday", wording="Monday")) for m in (deed, said) if m.date is not None]
    documents = [document("a", "2006-10-08"), document("b", "2014-06-09")]
    assert levels(told[0], told[1], documents)["date"].endswith("or gives a later day that may be a statement's")


def test_what_a_copy_tells_otherwise_is_no_second_deed_of_its_original() -> None:
    first = mention("a", 0, "Attack", "2016-10-13", TIBU, [1], [2], names=["Zamora", "Kellan Ortu"])
    copy = mention("b", 0, "Attack", "2016-10-13", TIBU, [1], [3], names=["Zamora", "Kellan Ortu"])
    assert len(link([first, copy], [document("a", "2016-10-13"), document("b", "2016-10-13", copy_of="a")]).clusters) == 1


@pytest.mark.parametrize(
    ("stretch", "wording", "said"),
    [
        ("2023-03-05/2023-03-07", "from 5 to 7 March", "both write the same few days from which to which it went on"),
        ("2023-03-06/2023-03-12", "from 6 to 12 March", "the days given overlap, within a week"),
        ("2023-03-05/2023-03-07", "early in the week", "the days given overlap, within a week"),
    ],
)
def test_a_few_days_written_out_alike_say_as_much_as_one_day(stretch: str, wording: str, said: str) -> None:
    told = [mention(source, 0, "Attack", stretch, KHARKIV, [2]) for source in ("a", "b")]
    one, other = (replace(m, date=replace(m.date, precision="days", wording=wording)) for m in told if m.date is not None)
    assert levels(one, other)["date"].startswith(said)
