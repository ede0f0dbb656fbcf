"""Whose day a date is: the deed's, or that of an arrest, a hearing, a statement. The reports are ours."""

from datetime import date

import pytest

from thucydides.extracting.tellings.deed_days import likelihood
from told import incidents, read

MARKET = """Second man arrested in Bamako market shooting

On Tuesday police took in another suspect in the shooting of 15 traders at a market in Bamako.

Moussa Keita, 24, appeared in court on Wednesday and was charged with attempted murder.

The shooting happened at about 6 p.m. on Saturday, when two men opened fire on the crowd, wounding 15 people."""

CAMP = """Militants attack camp

The trouble began on 26 November, when militants attacked a mining camp near Gao, killing three workers."""

CHRONICLE = """Attacks on the border, a chronology

On 6 September 2023, authorities reported that three militants were killed near Darvaz.

On 25 December 2025, authorities stated that two border guards and three militants were killed near Farkhor."""


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        (MARKET, "2024-03-14", date(2024, 3, 9)),
        (CAMP, "2025-12-01", date(2025, 11, 26)),
    ],
)
def test_a_deed_has_its_own_day_and_is_one_incident(text: str, published: str, day: date) -> None:
    (told,) = incidents(read(text, published))
    assert told.date is not None
    assert told.date.earliest == told.date.latest == day


def test_statements_far_apart_in_time_tell_of_two_incidents() -> None:
    days = [m.date.latest for m in incidents(read(CHRONICLE, None)) if m.date]
    assert days == [date(2023, 9, 6), date(2025, 12, 25)]


def test_likelihood_is_a_probability_that_evidence_moves() -> None:
    told = "arrest told"
    happened, released = likelihood([told, "verb happen", "clock"]), likelihood([told, "verb release", "days before after"])
    assert 0 < released < likelihood([told]) < happened < 1


def test_without_a_word_of_saying_or_of_an_aftermath_no_day_is_doubted() -> None:
    assert likelihood(["verb release", "days before after"]) == 1
    assert likelihood(["verb is deed", "deed reached 0", "days before far", "aftermath told"]) == 1
