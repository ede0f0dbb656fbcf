"""Formerly: whether words tell a number only as what was counted at first ("had earlier put the dead at 30").

Invariant: a later number's own clause is none of the former one's.
"""

import re

_SAID = (
    r"(?:sa(?:id|ys?)|put|reported|spok(?:e|en)|g(?:ave|iven)|announced|estimated|claimed|confirmed|counted|told|listed|stated|acknowledged|"
    r"admitted|talked|believed|thought|feared)"
)
_FIRST = r"(?:earlier|initially|previously|originally|at\s+first|first)"
_TOLD = (
    r"(?:initial|early|earlier|first|preliminary|previous|original)\s+(?:\w+\s+){0,2}?"
    r"(?:reports?|tolls?|figures?|counts?|estimates?|accounts?|statements?|tall(?:y|ies)|reckonings?)"
)
_WITHIN = r"(?:(?!\bbut\b|\bwhile\b|\blater\b|\bsince\b|\bnow\b)[^.;]){0,70}$"
_FORMER = re.compile(rf"\b(?:{_FIRST}\s+(?:been\s+)?{_SAID}|{_SAID}\s+{_FIRST}|{_TOLD})\b{_WITHIN}", re.IGNORECASE)


def formerly(before: str) -> bool:
    """Whether the words of a sentence before a number leave it to an earlier time."""
    return _FORMER.search(before) is not None
