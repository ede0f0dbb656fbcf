"""Words: ranges, dates and people said so that nothing is narrowed and unknown is never 0."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.nouns import DateRange, Place, Quantity
from thucydides.publishing import days, words
from thucydides.publishing.index import subject

COUNTS = st.none() | st.integers(0, 5000)


@pytest.mark.parametrize(
    ("low", "best", "high", "said", "short"),
    [
        (5, 5, 5, "5", "5"),
        (5, 5, None, "at least 5", "≥ 5"),
        (3, 3, 5, "3 to 5 (best 3)", "3–5"),
        (3, None, 5, "3 to 5", "3–5"),
        (None, None, None, "unknown", "?"),
        (0, 0, 0, "0", "0"),
        (1, None, None, "at least 1, no number given", "≥ 1"),
        (24, None, None, "at least 24", "≥ 24"),
        (None, None, 7, "up to 7", "≤ 7"),
        (None, 4, None, "4", "4"),
        (1200, 1200, 1500, "1,200 to 1,500 (best 1,200)", "1,200–1,500"),
    ],
)
def test_a_count_is_said_as_its_range(low: int | None, best: int | None, high: int | None, said: str, short: str) -> None:
    value = Quantity(low, best, high)
    assert words.quantity(value) == said
    assert words.short(value) == short


def test_vague_wordings_keep_their_mark() -> None:
    assert words.quantity(Quantity(0, 5, 5, weak=True)) == "up to 5"
    assert words.quantity(Quantity(45, 50, 55, approximate=True)) == "about 50"
    assert words.short(Quantity(45, 50, 55, approximate=True)) == "≈ 50"


@given(COUNTS, COUNTS, COUNTS)
def test_only_what_is_unknown_is_called_unknown_and_only_nought_is_0(a: int | None, b: int | None, c: int | None) -> None:
    known = sorted(n for n in (a, b, c) if n is not None)
    low, best, high = (None if given is None else known.pop(0) for given in (a, b, c))
    value = Quantity(low, best, high)
    said = words.quantity(value)
    assert (said == "unknown") == (low is best is high is None) == (words.short(value) == "?")
    assert (said == "0") <= (0 in (low, best))
    if low is not None and high is not None and low != high:
        assert f"{low:,}" in said
        assert f"{high:,}" in said
    if high is None and low is not None:
        assert "at least" in said


@pytest.mark.parametrize(
    ("first", "last", "said", "opens"),
    [
        ("2025-12-24", "2025-12-24", "24 December 2025", "On 24 December 2025"),
        ("2025-12-24", "2025-12-25", "24–25 December 2025", "Between 24 December 2025 and 25 December 2025"),
        ("2026-01-01", "2026-01-31", "January 2026", "In January 2026"),
        ("2024-02-01", "2024-02-29", "February 2024", "In February 2024"),
        ("2025-11-01", "2025-12-31", "November to December 2025", "Between 1 November 2025 and 31 December 2025"),
        ("2022-01-01", "2022-12-31", "2022", "In 2022"),
        ("2022-01-01", "2024-12-31", "2022 to 2024", "Between 1 January 2022 and 31 December 2024"),
        ("2025-12-30", "2026-01-02", "30 December 2025 to 2 January 2026", "Between 30 December 2025 and 2 January 2026"),
        ("2025-11-26", "2025-12-02", "26 November to 2 December 2025", "Between 26 November 2025 and 2 December 2025"),
    ],
)
def test_a_date_is_said_no_finer_than_it_is(first: str, last: str, said: str, opens: str) -> None:
    value = DateRange("", date.fromisoformat(first), date.fromisoformat(last))
    assert days.when(value) == said
    assert days.opening(value) == opens


def test_open_unknown_and_ambiguous_dates_are_said_so() -> None:
    november = date(2025, 11, 1)
    assert days.when(None) == days.when(DateRange("", None, None)) == "no date given"
    assert days.when(DateRange("2025-11/..", november, None)) == "since 1 November 2025"
    assert days.when(DateRange("../2025-11", None, november)) == "by 1 November 2025"
    assert days.when(DateRange("XXXX-11-26", None, None)) == "26 November, year not given"
    assert days.when(DateRange("XXXX-11", None, None)) == "November, year not given"
    assert days.published(DateRange("2025-11/..", november, None)) == "1 November 2025 or later"
    assert days.published(DateRange("2025-11-01", november, november)) == "1 November 2025"
    assert days.opening(None) == "At a date that no document gives"
    second = DateRange("2026-02-12", date(2026, 2, 12), date(2026, 2, 12))
    assert (
        days.when(DateRange("", date(2026, 12, 2), date(2026, 12, 2), alternatives=(second,)))
        == "2 December 2026 or 12 February 2026"
    )


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 900))
def test_a_range_of_days_names_both_its_years(first: date, more: int) -> None:
    last = first + timedelta(more)
    said = days.when(DateRange("", first, last))
    assert str(first.year) in said
    assert str(last.year) in said


def test_people_places_and_residuals_in_words() -> None:
    assert (words.people(1), words.people(0), words.people(1204)) == ("1 person", "0 people", "1,204 people")
    assert [words.measure(*m) for m in ((1_367_942.4, "m"), (80, "1"), (12.5, "km"), (900, "m"))] == [
        "1,367.9 km", "80", "12.5 km", "900 m",
    ]  # fmt: skip
    assert words.where(None) == "no place given"
    assert [words.party(name) for name in ("Taliban", "Houthis", "Hamas", "Free Papua Movement", "National Front (Fiji)", "Al Shabaab")] == [
        "the Taliban", "the Houthis", "Hamas", "the Free Papua Movement", "the National Front (Fiji)", "Al Shabaab",
    ]  # fmt: skip
    assert [subject(of) for of in ("EC–PE border", "TD border", "soldier")] == ["Ecuador–Peru border", "Chad border", "soldier"]
    assert words.where(Place("Darvoz", admin1="Gorno-Badakhshan", country="TJ", admin2="Darvoz"), "Tajikistan") == (
        "Darvoz, Gorno-Badakhshan, Tajikistan"
    )
    assert words.where(Place("Kidal", admin1="Kidāl", country="ML"), "Mali") == "Kidal, Mali"
    assert words.precision(Place("Darvoz", precision=3, radius_km=30)) == "district, within 30 km"
    assert [words.span(*pair) for pair in ((2, 2), (1, None), (0, 3), (None, 4), (None, None))] == [
        "2", "at least 1", "0 to 3", "at most 4", "unknown",
    ]  # fmt: skip
    assert [words.listing(x) for x in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
