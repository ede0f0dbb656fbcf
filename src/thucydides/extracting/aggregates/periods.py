"""Periods: words by which a count runs over a quarter, a year or a war, though no window of time stands beside it.

Rule `extract.periods`: "since then", a number that ran up since some time, a count held against that of another period, incidents by the
hundred with their dead.
"""

import re

_SINCE_THEN = re.compile(r"\bsince\s+then\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:up|down|compared|an?\s+(?:increase|decrease|rise|drop|fall)|more\s+than|fewer\s+than)\s+(?:on|from|with|to|the)\b[^.;]{0,90}?"
    r"\b(?:(?:first|second|third|fourth|last|previous|same|preceding)\s+(?:quarter|half|months?|year|period)|a\s+year\s+(?:ago|earlier|before)"
    r"|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"\b(?:record|count|document|register|log|verif(?:y|ie)|tall(?:y|ie)|report)(?:s|ed|d)?\b(?=[^.;]{0,60}?(?:\d|\b(?:deaths|killings|victims)\b))",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:record|count|document|register|log|report)(?:s|ed)?\s+(?:at\s+least\s+|more\s+than\s+|some\s+|about\s+)?"
    r"(?:\d{1,3},\d{3}|\d{2,})\s+(?:\w+\s+){0,2}?(?:violations|incidents|attacks|events|clashes|strikes|shellings|breaches)\b",
    re.IGNORECASE,
)
_RAN_UP = re.compile(
    r"\b(?:number|total|toll|tally|count)\b[^.;]{0,60}\bsince\b[^.;]{0,80}"
    r"\b(?:reached|reaches|passed|exceeded|topped|risen|rose|stands|stood|climbed|hit)\b", re.IGNORECASE
)
"""A number that ran up since some time: "the number of dead since the unrest began reached 300"."""
_RECORD = re.compile(
    r"\b(?:worst|deadliest|bloodiest|heaviest|biggest|largest|fiercest|most\s+(?:serious|violent)|highest)\b[^.;,]{0,60}$", re.IGNORECASE
)


def over_periods(text: str, running: bool) -> bool:
    """Whether a sentence that counts people counts them over a period; a running toll (`running`) that rose from last week's is none."""
    return bool(_SINCE_THEN.search(text) or _RAN_UP.search(text) or _MANY.search(text) or (not running and _COMPARED.search(text)))


def counts_deaths(text: str) -> bool:
    """Whether somebody is said to have counted: "recorded 19 deaths in the whole of December"."""
    return _COUNTING.search(text) is not None


def is_record(text: str, start: int) -> bool:
    """Whether a time from `start` only says since when nothing was as bad: "the deadliest fighting since the war of 2020"."""
    return _RECORD.search(text[:start]) is not None
