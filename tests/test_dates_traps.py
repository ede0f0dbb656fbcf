"""Words that look like times and are none, times whose shape deceives, and what expressions say besides their range."""

from datetime import date
from time import process_time

import pytest

from thucydides.grounding.times import Anchor, contradiction_of, find_times, resolve
from thucydides.nouns import DateRange

_NONE = (
    "A man aged 24 and a 12-year-old girl were hurt.",
    "The commander, 61 years old, served a two-year sentence.",
    "The talks may have failed; they may resume.",
    "May have been hit twice, officials think.",
    "THE REBELS MAY HAVE LEFT THE TOWN AND MAY NOT RETURN.",
    "Theresa May spoke of it.",
    "They march on the capital, and the long march goes on.",
    "The score was 3-2, then 10-12.",
    "See section 4.2 and article 51 of the code.",
    "An M-16, an AK-47, a Su-24 and two T-72 tanks were seized.",
    "The Sun and The Times carried it.",
    "The Sunday Times carried it.",
    "It was the second attack, and the third brigade came.",
    "The border is 1,350 kilometres long, the road 1350 km.",
    "Shops open from 10-12 p.m. and between 2 and 4 p.m.",
    "He paid $2014 and 1,990 euros for 2000 rounds.",
    "More than 2000 people fled and 1500 fighters gave up.",
    "The 24th Brigade and the 101st Division moved in.",
    "A year-long siege and a decade-old feud.",
    "The fall of the city; after the fall of the regime.",
    "Water rises in the spring of the mountain.",
    "Every Friday and each Monday they gather; on Fridays they pray.",
    "The March 23 Movement and the 17 October Brigade denied it.",
    "The 6 October Bridge was closed.",
    "Officers went to the 1800 block of Oak Road, and gunmen fled in the 2007 Toyota pickup and an early 1990s van.",
    "April, aged 30, and June, her sister, were unhurt.",
    "They met a number of times, again and again, for hours.",
    "The Arab Spring and the Black September group.",
    "A Boeing 1970 series; flight 2014; room 1948.",
    "Version 10.12.2 and the address 10.0.0.1.",
    "Mars 2020 landed.",
    "",
    "   \n\n  ",
)
_SEEN = (
    ("The man, 24, was shot on May 24.", ["May 24"]),
    ("In December 24 people died.", ["December"]),
    ("On December 24 people gathered.", ["December 24"]),
    ("The March on Friday was calm.", ["Friday"]),
    ("In 2014, 2000 soldiers left.", ["2014"]),
    ("IN MAY THE ARMY WILL MARCH ON THE CITY ON 24 MAY.", ["MAY", "24 MAY"]),
    ("A 24-year-old was shot two days ago.", ["two days ago"]),
    ("It began in 2022 (see 2023).", ["2022"]),
    ("=== 2022 ===\nOn 15 May 2022, shots were fired.", ["2022", "15 May 2022"]),
    ("On November 26, 27 and 30, 2025, shots were fired.", ["November 26", "27", "30, 2025"]),
    ("It was after Sunday's attack.", ["Sunday"]),
    ("It followed Friday prayers.", ["Friday"]),
    ("The war of 1998-2000 and the talks of 2014/15.", ["1998-2000", "2014/15"]),
    ("In the 1960's and the 1970s.", ["the 1960's", "the 1970s"]),
    ("Wednesday’s raid, last week’s clash.", ["Wednesday", "last week"]),
    ("Late\nNovember saw three raids.", ["Late\nNovember"]),
    ("It was Monday.\n\nTuesday was calm.", ["Monday", "Tuesday"]),
    ("The truce held for four days, until yesterday.", ["until yesterday"]),
)


def _on(day: str) -> DateRange:
    return DateRange(day, date.fromisoformat(day), date.fromisoformat(day))


@pytest.mark.parametrize("text", _NONE)
def test_what_is_no_time_is_not_found(text: str) -> None:
    assert [e.wording for e in find_times(text)] == []


@pytest.mark.parametrize(("text", "wordings"), _SEEN)
def test_times_are_found_whole_and_alone(text: str, wordings: list[str]) -> None:
    assert [e.wording for e in find_times(text)] == wordings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will open on Friday.", "2026-01-23"),
        ("The hearing is scheduled for Feb. 20.", "2026-02-20"),
        ("It opened on Friday.", "2026-01-16"),
        ("The hearing of Feb. 20 was short.", "2025-02-20"),
        ("He will leave the town where it happened on Friday.", "2026-01-16"),
    ],
)
def test_words_that_look_ahead_turn_the_past_reading(text: str, expected: str) -> None:
    when = resolve(find_times(text)[0], Anchor(_on("2026-01-18")))
    assert when is not None
    assert when.edtf == expected


def test_the_lean_of_the_anchor_holds_where_words_say_nothing() -> None:
    expression = find_times("on Friday")[0]
    past, future = (resolve(expression, Anchor(_on("2026-01-18"), lean=lean)) for lean in ("past", "future"))
    assert (past and past.edtf, future and future.edtf) == ("2026-01-16", "2026-01-23")


def test_a_weekday_picks_the_year_that_bears_it_out() -> None:
    when = resolve(find_times("The court sits Friday, March 7.")[0], Anchor(_on("2014-02-20")))
    assert when is not None
    assert when.edtf == "2014-03-07"


def test_a_weekday_that_no_near_year_bears_out_is_told() -> None:
    expression = find_times("on Monday, December 24")[0]
    when = resolve(expression, Anchor(_on("2026-01-18")))
    assert when is not None
    assert when.edtf == "2025-12-24"
    assert contradiction_of(expression, when) == "24 December 2025 was a Wednesday, not a Monday"


def test_a_date_in_numbers_keeps_both_readings_until_the_document_settles_it() -> None:
    expression = find_times("02.12.2026")[0]
    open_ended = resolve(expression, Anchor())
    assert open_ended is not None
    assert [open_ended.edtf, *(other.edtf for other in open_ended.alternatives)] == ["2026-12-02", "2026-02-12"]
    settled = resolve(expression, Anchor(_on("2026-03-01")))
    assert settled is not None
    assert (settled.edtf, settled.alternatives) == ("2026-02-12", ())


@pytest.mark.parametrize(
    ("text", "edtf", "precision"),
    [
        ("this month", "XXXX-XX", "month"),
        ("on Sunday", "XXXX-XX-XX", "day"),
        ("since November", "XXXX-11/..", "months"),
        ("late November and early December", "XXXX-11/XXXX-12", "days"),
        ("November 26", "XXXX-11-26", "day"),
        ("in summer", "XXXX-22", "season"),
    ],
)
def test_without_an_anchor_a_time_keeps_what_its_words_give(text: str, edtf: str, precision: str) -> None:
    when = resolve(find_times(text)[0], Anchor())
    assert when is not None
    assert (when.edtf, when.earliest, when.latest, when.precision, when.basis) == (edtf, None, None, precision, "unknown")
    assert when.wording


def test_a_document_of_a_range_of_days_gives_ranges() -> None:
    month = DateRange("2026-01", date(2026, 1, 1), date(2026, 1, 31), "month")
    sunday = resolve(find_times("on Sunday")[0], Anchor(month))
    assert sunday is not None
    assert (sunday.earliest, sunday.latest) == (date(2025, 12, 28), date(2026, 1, 25))
    fifth = resolve(find_times("on January 5")[0], Anchor(month))
    assert fifth is not None
    assert {fifth.edtf, *(other.edtf for other in fifth.alternatives)} == {"2026-01-05", "2025-01-05"}


def test_parts_of_the_day_clocks_and_events_are_kept_beside_the_range() -> None:
    night, clock, after = find_times("on the night of April 10-11; at about 6 p.m. Monday; two days after the raid")
    assert night.daypart == "night"
    assert clock.clock == "6 p.m."
    assert after.event_at == after.end
    assert after.relative_to == "incident"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Взрыв произошёл вчера.", "2026-01-17"),
        ("fr", "L'attaque a eu lieu mercredi.", "2026-01-14"),
        ("es", "Ocurrió el 24 de diciembre.", "2025-12-24"),
        ("de", "Am 24. Dezember 2025 fielen Schüsse.", "2025-12-24"),
        ("tr", "24 Aralık 2025 günü", "2025-12-24"),
        ("fa", "در ۲۴ دسامبر ۲۰۲۵", "2025-12-24"),
        ("zh", "2025年12月24日，两人死亡。", "2025-12-24"),
        (None, "24 грудня 2025 року", "2025-12-24"),
    ],
)
def test_other_languages_months_and_days_are_read(language: str | None, text: str, expected: str) -> None:
    found = find_times(text, language)
    assert len(found) == 1
    when = resolve(found[0], Anchor(_on("2026-01-18")))
    assert when is not None
    assert when.edtf == expected


@pytest.mark.parametrize("piece", ["12, ", "the ", "May 1, ", "24 December 2025 and ", "1-", "Monday (", "2014-", "of the last week of "])
def test_long_runs_of_time_words_are_read_in_time_that_grows_with_their_length(piece: str) -> None:
    started = process_time()
    find_times("in 2014 " + piece * (200_000 // len(piece)) + " in May")
    assert process_time() - started < 10


@pytest.mark.parametrize("text", ["Police dispersed them at the Santo Domingo square.", "Domingo Arenas was freed.", "The Sabado Grande camp burned."])
def test_a_weekday_of_another_language_in_a_name_is_no_day(text: str) -> None:
    assert find_times(text) == ()
