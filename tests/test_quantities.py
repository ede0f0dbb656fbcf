"""Reading how many from words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.extracting.quantities import find_quantities

WORDINGS = [
    ("five", 5, 5, 5, "toll.exact"),
    ("1,200", 1200, 1200, 1200, "toll.exact"),
    ("twenty-five", 25, 25, 25, "toll.exact"),
    ("one hundred and fifty", 150, 150, 150, "toll.exact"),
    ("at least five", 5, 5, None, "toll.at-least"),
    ("no fewer than 12", 12, 12, None, "toll.at-least"),
    ("five or more", 5, 5, None, "toll.at-least"),
    ("more than five", 6, 6, None, "toll.more-than"),
    ("over 50", 50, 50, None, "toll.more-than"),
    ("more than 1,000", 1000, 1000, None, "toll.more-than"),
    ("more than a dozen", 12, 12, None, "toll.more-than"),
    ("up to five", 0, 5, 5, "toll.up-to"),
    ("as many as 30", 0, 30, 30, "toll.up-to"),
    ("fewer than ten", 0, None, 9, "toll.less-than"),
    ("about 50", 45, 50, 55, "toll.about"),
    ("nearly 200", 180, 200, 220, "toll.about"),
    ("between five and seven", 5, 5, 7, "toll.range"),
    ("10 to 15", 10, 10, 15, "toll.range"),
    ("three or four", 3, 3, 4, "toll.range"),
    ("a couple", 2, 2, None, "toll.couple"),
    ("several", 3, 3, None, "toll.several"),
    ("a few", 3, 3, None, "toll.few"),
    ("dozens", 24, 24, None, "toll.dozens"),
    ("two dozen", 24, 24, 24, "toll.dozen"),
    ("half a dozen", 6, 6, 6, "toll.dozen"),
    ("scores", 40, 40, None, "toll.scores"),
    ("hundreds", 200, 200, None, "toll.hundreds"),
    ("several hundred", 300, 300, None, "toll.several"),
    ("both", 2, 2, 2, "toll.both"),
]


@pytest.mark.parametrize(("wording", "low", "best", "high", "rule"), WORDINGS)
def test_a_wording_gives_the_range_it_says(wording: str, low: int, best: int | None, high: int | None, rule: str) -> None:
    for text in (f"{wording} people were killed", f"Officials counted {wording} dead."):
        (span, *_) = find_quantities(text)
        assert text[span.start : span.end] == wording
        q = span.quantity
        assert (q.low, q.best, q.high, q.rule) == (low, best, high, rule)


@pytest.mark.parametrize("text", ["a 12-year-old boy", "an M-16 rifle", "$5 million", "at 5:30 they left", "the 2.5 figure", "Su-25 jets"])
def test_ages_money_clock_times_and_models_are_no_counts(text: str) -> None:
    assert find_quantities(text) == ()


@given(st.integers(min_value=1, max_value=999_999))
def test_digits_with_and_without_commas_read_the_same(n: int) -> None:
    assert [s.quantity.best for s in find_quantities(f"{n} people")] == [s.quantity.best for s in find_quantities(f"{n:,} people")] == [n]


@given(st.text(max_size=200))
def test_any_text_gives_spans_that_reread_and_do_not_overlap(text: str) -> None:
    end = 0
    for span in find_quantities(text):
        assert end <= span.start < span.end
        assert text[span.start : span.end] == span.quantity.wording
        q = span.quantity
        known = [v for v in (q.low, q.best, q.high) if v is not None]
        assert known == sorted(known)
        end = span.end
