"""Days: the levels by which the days of two mentions are held against each other, in SQL (`comparisons`)."""

from collections.abc import Mapping

BUSY_DAYS = 8
"""Where an area is struck on so many other days of two months, days and spans tell less for one incident, and days apart more against."""

_GAP = "apart(d_first_l, d_last_l, d_first_r, d_last_r)"
_LONGEST = "greatest(d_last_l - d_first_l, d_last_r - d_first_r)"
_OTHER_TOLL = (
    "(k_low_l > coalesce(k_high_r, 1000000) OR k_low_r > coalesce(k_high_l, 1000000))"
    " AND NOT coalesce(i_best_l = i_best_r AND i_best_l > 0, false)"
    " AND k_best_l + coalesce(i_best_l, 0) <> k_best_r + coalesce(i_best_r, 0)"
    " AND NOT (list_contains(k_numbers_l, k_best_r) OR list_contains(k_numbers_r, k_best_l))"
    " AND (least(k_best_l, k_best_r) < 4 OR abs(k_best_l - k_best_r) > 0.25 * greatest(k_best_l, k_best_r))"
)
SAME_DAY = "d_first_l = d_last_l AND d_first_r = d_last_r AND d_first_l = d_first_r"
NO_GAP = f"coalesce({_GAP} <= 0, least(p_busy_l, p_busy_r) < {BUSY_DAYS})"
"""The days told overlap, or one is not told, and the area is not struck day after day."""
_ALSO_TOLD = (
    f"{_GAP} > 0 AND s_document_l <> s_document_r AND least(p_busy_l, p_busy_r) < {BUSY_DAYS}"
    " AND ((d_first_l = d_last_l AND list_contains(d_told_r, d_first_l)) OR (d_first_r = d_last_r AND list_contains(d_told_l, d_first_r)))"
)
_LOOKED_BACK = (
    "(greatest(d_published_l - d_last_l, d_published_r - d_last_r) > 10"
    " OR (d_report_l AND d_first_l > d_last_r) OR (d_report_r AND d_first_r > d_last_l))"
)
_BY_BUSY = (
    "same-day", "statement-after", "about-then", "same-days", "apart-other-toll", "next-day", "days-apart",
    "same-month", "same-span", "week-apart", "looked-back", "far-apart", "just-published", "lately-published", "published-together",
)  # fmt: skip


def _by_busy(levels: Mapping[str, str]) -> Mapping[str, str]:
    """The levels, each of `_BY_BUSY` preceded by itself for areas that are struck day after day (`link.date.busy`)."""
    found: dict[str, str] = {}
    for level, sql in levels.items():
        if level in _BY_BUSY:
            found[f"busy-{level}"] = f"({sql}) AND least(p_busy_l, p_busy_r) >= {BUSY_DAYS}"
        found[level] = sql
    return found


UNDATED = (
    "(d_first_l IS NULL AND d_month_day_l IS NULL AND d_published_l IS NULL)"
    " OR (d_first_r IS NULL AND d_month_day_r IS NULL AND d_published_r IS NULL)"
)
"""Nothing says when one of the two was."""
_WRITTEN = "d_written_l AND d_written_r AND NOT d_report_l AND NOT d_report_r"
DAYS_DIFFER = f"coalesce({_GAP} > 1 OR ({_GAP} = 1 AND {_WRITTEN}), false)"
"""The days told lie apart, by more than the night between a day and the next where the days are not written out."""
_NEWS = "d_news_l AND d_news_r"
NEWS_APART = f"coalesce({_GAP} >= 2 AND {_NEWS}, false)"
"""Each report tells its deed as the news of the day or the day before, and the days lie two or more apart."""
_WEEKDAYS = "(d_weekday_l - d_weekday_r + 7) % 7"
DAYS: Mapping[str, str] = _by_busy({
    "same-weekday": f"({UNDATED}) AND d_weekday_l = d_weekday_r",
    "other-weekday": f"({UNDATED}) AND {_WEEKDAYS} BETWEEN 2 AND 5",
    "busy-undated": f"({UNDATED}) AND greatest(p_busy_l, p_busy_r) >= {BUSY_DAYS}",
    "undated": UNDATED,
    "same-day": SAME_DAY,
    "same-stretch": "d_stretch_l AND d_stretch_r AND d_first_l = d_first_r AND d_last_l = d_last_r"
                    f" AND least(p_busy_l, p_busy_r) < {BUSY_DAYS}",
    "statement-after": "(d_report_l AND d_first_l - d_last_r BETWEEN 1 AND 3) OR (d_report_r AND d_first_r - d_last_l BETWEEN 1 AND 3)",
    "about-then": f"(d_implied_l OR d_implied_r) AND {_GAP} <= 0 AND {_LONGEST} <= 6",
    "same-days": f"{_GAP} <= 0 AND {_LONGEST} <= 6",
    "other-reading": "apart(d_other_first_l, d_other_last_l, d_first_r, d_last_r) <= 0"
                     " OR apart(d_first_l, d_last_l, d_other_first_r, d_other_last_r) <= 0",
    "apart-other-toll": f"{_GAP} BETWEEN 1 AND 3 AND {_OTHER_TOLL}",
    "news-days": f"{_GAP} BETWEEN 2 AND 3 AND {_NEWS}",
    "also-told": _ALSO_TOLD,
    "written-next": f"{_GAP} = 1 AND {_WRITTEN}",
    "written-apart": f"{_GAP} BETWEEN 2 AND 10 AND {_WRITTEN}",
    "written-far": f"{_GAP} > 10 AND {_WRITTEN}",
    "next-day": f"{_GAP} = 1",
    "days-apart": f"{_GAP} BETWEEN 2 AND 3",
    "same-month": f"{_GAP} <= 0 AND {_LONGEST} <= 31",
    "same-span": f"{_GAP} <= 0",
    "news-apart": f"{_GAP} BETWEEN 4 AND 10 AND {_NEWS}",
    "week-apart": f"{_GAP} BETWEEN 4 AND 10",
    "news-far": f"{_GAP} > 10 AND {_NEWS}",
    "looked-back": f"{_GAP} > 10 AND {_LOOKED_BACK}",
    "far-apart": f"{_GAP} > 10",
    "month-and-day": "d_month_day_l = d_month_day_r",
    "other-month-or-day": "d_month_day_l <> d_month_day_r",
    "told-before": "d_first_l > d_published_r + 1 OR d_first_r > d_published_l + 1",
    "just-published": "(NOT d_past_l AND d_published_l - d_last_r <= 3) OR (NOT d_past_r AND d_published_r - d_last_l <= 3)",
    "lately-published": "(NOT d_past_l AND d_published_l - d_last_r <= 30) OR (NOT d_past_r AND d_published_r - d_last_l <= 30)",
    "long-published": "(NOT d_past_l AND d_published_l > d_last_r) OR (NOT d_past_r AND d_published_r > d_last_l)",
    "published-together": "d_first_l IS NULL AND d_first_r IS NULL AND NOT d_past_l AND NOT d_past_r"
                          " AND abs(d_published_l - d_published_r) <= 3",
    "published-apart": "d_first_l IS NULL AND d_first_r IS NULL AND NOT d_past_l AND NOT d_past_r"
                       " AND abs(d_published_l - d_published_r) > 30",
    "open": "ELSE",
})
"""The levels of the comparison of days, in the order in which they are tried."""
