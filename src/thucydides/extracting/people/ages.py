"""Ages: how old a phrase says that somebody is.

Invariant: a number is an age by the words at it, "years old" or its place behind a person, and by no size of its own.
"""

import re

_YEARS_OLD = re.compile(r"(\d{1,3})[\s\-‐–—]years?[\s\-‐–—]old", re.IGNORECASE)
_AGE_BEHIND = re.compile(
    r"\s*,?\s*(?:\(?aged?\s+)?(\d{1,3})\b(?![\w%:/-])(?=\s*(?:,|\)|\.|;|$|and\b|was\b|were\b|of\b|shot\b|killed\b|dies\b|dead\b|wounded\b|injured\b))"
    r"|\s*,\s*(?:an?\s+|the\s+)?(\d{1,3})[\s\-‐–—]years?[\s\-‐–—]old",
    re.IGNORECASE,
)
"""An age behind a person: "Iris, 7, was", "the man, a 22-year-old"."""
ADULT = 18
"""Years from which on somebody is no child."""


def age_of(text: str, start: int, end: int) -> int | None:
    """How old the person is whom characters `[start, end)` of a text name, by words in or right behind them; None where none says."""
    aged = _YEARS_OLD.search(text, max(0, start - 1), min(len(text), end + 4)) or _AGE_BEHIND.match(text, end)
    return int(next(g for g in aged.groups() if g)) if aged else None
