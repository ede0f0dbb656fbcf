"""Laws of times: shifting, containment, saying and finding hold whatever the words and days."""

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve, say
from thucydides.grounding.times.spans import edtf, month_end
from thucydides.nouns import DateRange
from thucydides.nouns.daterange import DatePrecision
from thucydides.vocabulary import mapping

_DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 31))
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_PRECISIONS = get_args(DatePrecision)
# Wordings that move with the document's day by any number of days, by whole weeks, and with the incident.
_BY_DAYS = (
    "today", "yesterday", "the day before yesterday", "overnight", "last night", "two days ago", "in the past 24 hours",
    "within five days", "a few days ago", "three hours ago", "two weeks ago", "for the third day", "in recent days", "tonight",
    "this morning",
)  # fmt: skip
_BY_WEEKS = ("on Wednesday", "last Friday", "early Tuesday", "Monday night", "next Sunday", "this week", "last week", "over the weekend",
             "last weekend", "between Monday and Thursday", "since Friday", "earlier this week", "a week ago Monday", "Tuesday last week",
             "overnight into Sunday", "until Saturday")  # fmt: skip
_BY_INCIDENT = ("two days earlier", "the following day", "the next morning", "the same day", "a week later", "that night", "days later",
                "the day before", "three weeks earlier", "over the following two days")  # fmt: skip
_FORMATS = (
    "{d} {m} {y}", "{m} {d}, {y}", "{s}. {d}, {y}", "{y}-{n:02d}-{d:02d}", "{w}, {d} {m} {y}", "{w}, {m} {d}, {y}", "{d} {s} {y}",
    "the {d}th of {m} {y}", "{d:02d}/{n:02d}/{y} 10:00",
)  # fmt: skip
_EDTF_PART = r"(?:\d{4}-\d\d-\d\d|\d{4}-\d\d|\d{4}|\d{3}X|\d\dXX)~?"
_EDTF = re.compile(rf"(?:{_EDTF_PART}|(?:{_EDTF_PART}|\.\.)/(?:{_EDTF_PART}|\.\.))$")


def _on(day: date) -> DateRange:
    return DateRange(day.isoformat(), day, day)


def _only(text: str) -> TimeExpression:
    found = find_times(text)
    assert len(found) == 1, (text, [e.wording for e in found])
    return found[0]


def _ends(text: str, anchor: Anchor) -> tuple[date, date]:
    when = resolve(_only(text), anchor)
    assert when is not None
    return when.earliest or date.min, when.latest or date.max


def _moved(day: date, days: int) -> date:
    return day if day in (date.min, date.max) else day + timedelta(days=days)


@given(st.sampled_from(_BY_DAYS), _DAYS, st.integers(-4000, 4000))
def test_shifting_the_document_shifts_what_is_counted_from_it(wording: str, day: date, shift: int) -> None:
    there = max(min(day + timedelta(days=shift), date(2095, 1, 1)), date(1890, 1, 1))
    before, after = _ends(wording, Anchor(_on(day))), _ends(wording, Anchor(_on(there)))
    assert after == tuple(_moved(end, (there - day).days) for end in before)


@given(st.sampled_from(_BY_WEEKS), _DAYS, st.integers(-300, 300))
def test_shifting_the_document_by_weeks_shifts_weekdays_and_weeks(wording: str, day: date, weeks: int) -> None:
    before, after = _ends(wording, Anchor(_on(day))), _ends(wording, Anchor(_on(day + timedelta(weeks=weeks))))
    assert after == tuple(_moved(end, 7 * weeks) for end in before)


@given(st.sampled_from(_BY_INCIDENT), _DAYS, st.integers(-300, 300))
def test_shifting_the_incident_shifts_what_is_counted_from_it(wording: str, day: date, weeks: int) -> None:
    anchors = (Anchor(None, _on(day)), Anchor(None, _on(day + timedelta(weeks=weeks))))
    before, after = (_ends(wording, anchor) for anchor in anchors)
    assert after == tuple(_moved(end, 7 * weeks) for end in before)


def _written(day: date, form: str) -> str:
    month, weekday = _MONTHS[day.month - 1], _WEEKDAYS[day.weekday()]
    return form.format(d=day.day, m=month, s=month[:3], y=day.year, n=day.month, w=weekday).replace("May.", "May")


@given(_DAYS, st.sampled_from(_FORMATS))
def test_a_whole_date_is_its_day_in_every_order(day: date, form: str) -> None:
    if form.startswith("{d:02d}/") and day.day <= 12:
        day = day.replace(day=13)
    expression = _only(f"It happened on {_written(day, form)} near the river.")
    when = resolve(expression, Anchor())
    assert when is not None
    assert (when.earliest, when.latest, when.edtf, when.basis) == (day, day, day.isoformat(), "stated")
    assert not expression.contradiction


@given(_DAYS, st.integers(0, 300), st.integers(-900, 900))
def test_a_date_without_its_year_shifts_with_its_document(day: date, later: int, shift: int) -> None:
    for one in (day, day + timedelta(days=shift)):
        if (one.month, one.day) == (2, 29):
            continue
        text = f"on {one.day} {_MONTHS[one.month - 1]}"
        assert _ends(text, Anchor(_on(one + timedelta(days=later)))) == (one, one)


@given(_DAYS, st.integers(1, 6))
def test_a_weekday_that_contradicts_its_date_is_kept_and_told(day: date, off: int) -> None:
    wrong = _WEEKDAYS[(day.weekday() + off) % 7]
    expression = _only(f"{wrong}, {day.day} {_MONTHS[day.month - 1]} {day.year}")
    when = resolve(expression, Anchor())
    assert when is not None
    assert when.earliest == day
    assert wrong in expression.contradiction
    assert _WEEKDAYS[day.weekday()] in expression.contradiction


@given(_DAYS)
def test_coarser_words_never_give_a_finer_range(day: date) -> None:
    month, third = _MONTHS[day.month - 1], ("early", "mid", "late")[min((day.day - 1) // 10, 2)]
    season = ("winter", "spring", "summer", "autumn")[day.month % 12 // 3]
    year_third = ("early", "mid", "late")[(day.month - 1) // 4]
    whole, in_month, in_year = f"{day.day} {month} {day.year}", f"{month} {day.year}", f"in {day.year}"
    ladders: list[tuple[str, ...]] = [
        (whole, f"{third} {in_month}", in_month, in_year, f"in the {day.year // 10 * 10}s"),
        (whole, f"around {whole}"),
        (in_month, f"in {year_third} {day.year}", in_year),
        (in_month, f"around {in_month}"),
    ]
    if season != "winter":
        ladders.append((whole, in_month, f"in {season} {day.year}", in_year))
    for ladder in ladders:
        found = [resolve(_only(text), Anchor()) for text in ladder]
        for finer, coarser in pairwise(found):
            assert finer is not None and coarser is not None  # noqa: PT018
            assert finer.earliest and finer.latest and coarser.earliest and coarser.latest  # noqa: PT018
            assert coarser.earliest <= finer.earliest <= finer.latest <= coarser.latest
            assert _PRECISIONS.index(coarser.precision) >= _PRECISIONS.index(finer.precision)


@given(_DAYS, st.integers(1, 9))
def test_a_count_of_longer_units_is_no_finer_than_the_unit(day: date, count: int) -> None:
    sizes = {"days": 1, "weeks": 7, "months": 28, "years": 365}
    for unit, size in sizes.items():
        first, last = _ends(f"{count + 1} {unit} ago", Anchor(_on(day)))
        assert (last - first).days + 1 >= size
        assert first <= last < day


@st.composite
def _ranges(draw: st.DrawFn) -> DateRange:
    first = draw(_DAYS)
    kind = draw(st.sampled_from(("day", "days", "thirds", "months", "years", "since", "until")))
    last = first + timedelta(days=draw(st.integers(1, 1500)))
    if kind == "day":
        last = first
    elif kind == "thirds":
        third = min((first.day - 1) // 10, 2)
        last = first.replace(day=10 * third + 10) if third < 2 else month_end(first.year, first.month)
        first = first.replace(day=10 * third + 1)
    elif kind == "months":
        first, last = first.replace(day=1), month_end(last.year, last.month)
    elif kind == "years":
        first, last = date(first.year, 1, 1), date(last.year, 12, 31)
    precision: DatePrecision = draw(st.sampled_from(("day", "days", "month", "months", "season", "year", "years")))
    ends: tuple[date | None, date | None] = {"since": (first, None), "until": (None, last)}.get(kind, (first, last))
    return DateRange(edtf(*ends, precision), *ends, precision)


@given(_ranges())
def test_reading_what_is_said_gives_the_same_range(when: DateRange) -> None:
    again = resolve(_only(say(when)), Anchor())
    assert again is not None
    assert (again.earliest, again.latest) == (when.earliest, when.latest)


@given(_DAYS, st.sampled_from(("around {d} {m} {y}", "around {m} {y}", "around {y}")))
def test_what_is_only_about_right_stays_so_when_said(day: date, form: str) -> None:
    first = resolve(_only("It was " + form.format(d=day.day, m=_MONTHS[day.month - 1], y=day.year)), Anchor())
    assert first is not None
    assert "~" in first.edtf
    assert resolve(_only("It was " + say(first)), Anchor()) == first


def test_a_day_whose_year_no_text_gives_is_said_and_read_again() -> None:
    undated = resolve(_only("on November 26"), Anchor())
    assert undated is not None
    assert (undated.edtf, undated.earliest, undated.latest, undated.basis) == ("XXXX-11-26", None, None, "unknown")
    again = resolve(find_times(say(undated))[0], Anchor())
    assert again is not None
    assert again.edtf == undated.edtf


_WORDS = sorted({word for table in mapping("dates")["words"].values() for word in table})
_PIECES = st.lists(
    st.one_of(
        st.sampled_from(_WORDS),
        st.sampled_from([w.title() for w in _WORDS]),
        st.integers(0, 40).map(str),
        st.integers(1790, 2110).map(str),
        st.sampled_from([",", "-", "–", "/", "(", ")", "'s", ".", "24/12/2025", "2025-12-24", "1990s", "6 p.m.", "3rd", "9/11"]),
        st.sampled_from(["Ramadan", "Dey", "1404", "New Year's Eve", "so far", "24 декабря", "kanunuevvel", "2025年12月"]),
    ),
    max_size=14,
)


@given(st.one_of(st.text(max_size=200), _PIECES.map(" ".join)), _DAYS, st.sampled_from(("past", "future")))
def test_any_text_is_read_without_fail_and_its_offsets_hold(text: str, day: date, lean: str) -> None:
    found = find_times(text)
    assert all(text[e.start : e.end] == e.wording and e.wording.strip() for e in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    for expression in found:
        for anchor in (Anchor(), Anchor(_on(day), _on(day), lean), Anchor(DateRange("", day, day + timedelta(days=40)))):  # type: ignore[arg-type]
            when = resolve(expression, anchor)
            if when is not None and (when.earliest or when.latest):
                assert _EDTF.match(when.edtf) or re.match(r"\d{4}-2[1-4]~?$", when.edtf), when.edtf
                assert not (when.earliest and when.latest) or when.earliest <= when.latest
            elif when is not None:
                assert "X" in when.edtf or ".." in when.edtf
