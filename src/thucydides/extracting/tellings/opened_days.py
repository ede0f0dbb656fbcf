"""Opened days: windows whose bound is the day of a deed told behind it ("since 28 May, when a soldier was killed"), which count nothing.

Invariant: a window over which the sentence has counted people harmed before it stays one.
"""

import re

from msgspec.structs import replace

from thucydides.grounding.times import TimeExpression, find_times

_BOUND = re.compile(r"(?:since|before|until|till)\s+", re.IGNORECASE)
_WHEN = re.compile(r",?\s+when\b")
_DEED = re.compile(r",?\s+when\b|\s+(?:\w+\s+){1,3}?(?:[^.;,]{0,50}\s)?(?:in which|in whose|where|that)\b")
"""What tells of the day behind "since": "when ...", or a deed named by the day ("the April 3, 2021 ambush in which 22 died")."""
_HARM = r"(?:kill|murder|massacr|slain|slaughter|die[ds]\b|dead\b|lost\s+their\s+lives|wound|injur|abduct|kidnap|shot\b)"
_HARMED = re.compile(_HARM, re.IGNORECASE)
_OWNED = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,3}?"
    rf"(?:(?!that\b|which\b)[\w-]+\b[^.;\n]{{0,80}}?(?:,\s+|\s+)(?:in which|in whose|where|when|that|which)\s[^.;\n]{{0,60}}?\b{_HARM}"
    r"|(?:killings?|murders?|deaths?|abductions?|kidnappings?|slaughter|massacre)\s+of\b)",
    re.IGNORECASE,
)
"""A deed that is named by the day, with those harmed in it: "Tuesday's killings in Masteri, where 60 died", "Friday's killing of two"."""
_SINCE_THEN = re.compile(
    rf"\b(?:have|has)\s+(?:\w+\s+){{0,2}}?(?:{_HARM}|claimed\b|cost\b|perished\b|taken\b)(?!.*\b(?:deadliest|bloodiest|worst|first|heaviest)\b)",
    re.IGNORECASE,
)
"""What has gone on since: "12 people have been killed since 2 May, when ..."; "has killed 30, the worst since 2 May, when ..." has not."""
_SENTENCE = re.compile(r"[.;!?\n]\s")
_BACK = 250


def opened(text: str, time: TimeExpression) -> TimeExpression:
    """The day itself of "since 28 May, when a soldier was killed", "since the 28 May ambush in which 22 died", "since Tuesday's killings,
    where 60 died": what is told behind it was done on it."""
    bound = _BOUND.match(time.wording)
    if not time.window or bound is None or not _tells_of_it(text, time, bound):
        return time
    inner = find_times(time.wording[bound.end() :])
    if len(inner) != 1 or inner[0].window:
        return time
    first = time.start + bound.end()
    return replace(inner[0], start=first + inner[0].start, end=first + inner[0].end)


_OPENS = re.compile(r"\b(?:since|before|until|till)\s+$", re.IGNORECASE)


def is_opened(text: str, start: int, end: int) -> bool:
    """Whether a day, at `[start, end)`, is that of a deed told behind it: the words before say only that something was since or before."""
    if _OPENS.search(text, max(0, start - 10), start) is None:
        return False
    return any(behind.match(text, end) is not None for behind in (_WHEN, _DEED, _OWNED))


def names_a_deed(text: str, window: TimeExpression) -> bool:
    """Whether a window is counted from a deed that is named with those harmed in it: "since the 7 October attack, in which 1,200 died"."""
    bound = window.window and _BOUND.match(window.wording) is not None
    return bound and (_OWNED.match(text, window.end) is not None or _WHEN.match(text, window.end) is not None)


def _tells_of_it(text: str, time: TimeExpression, bound: re.Match[str]) -> bool:
    """Whether what stands behind the bound of a window tells what was done then."""
    named = time.wording[bound.end() :].lower().startswith("the ")
    since = bound[0].lower().startswith("since")
    before = _SENTENCE.split(text[max(0, time.start - _BACK) : time.start])[-1]
    if since and (_DEED if named else _WHEN).match(text, time.end) is not None:
        return _SINCE_THEN.search(before) is None
    if _HARMED.search(before) is not None:
        return False
    when = _WHEN.match(text, time.end) is not None
    owned = named or text[time.end : time.end + 1] in ("'", "’") or time.wording.endswith(("'s", "’s"))
    return when or (owned and _OWNED.match(text, time.end) is not None)
