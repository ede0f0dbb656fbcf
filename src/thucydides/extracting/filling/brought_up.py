"""Brought up: where a text that told of former years comes up to its own time ("More than 200 have been killed since."), so that a day
told behind it is no longer of those years.

Invariant: what somebody is quoted as saying brings nothing up.
"""

import re
from functools import cache

from thucydides.vocabulary import mapping

_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")
_SENTENCE = 700
"""Characters between two times within which such words are looked for."""


def brought_up(text: str, start: int, end: int) -> bool:
    """Whether a text speaks of its own time between two times that it tells, and not of what had been then."""
    between = _QUOTED.sub(" ", text[max(start, end - _SENTENCE) : end])
    return _signs().search(between) is not None


@cache
def _signs() -> re.Pattern[str]:
    words = mapping("story")["brought_up"]
    had = "|".join(map(re.escape, words["had"]))
    return re.compile(rf"\b(?:(?:{had}) (?:\w+ ){{0,3}}?(?:{'|'.join(words['done'])})|{'|'.join(words['since'])})(?!\w)", re.IGNORECASE)
