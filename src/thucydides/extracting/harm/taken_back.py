"""Numbers taken back: "retracted its toll of 12", "an earlier version of this report said six", "wrongly gave".

Rule `toll.taken-back`: such a number is told only to be withdrawn; it is a claim that withdraws and never the toll.
"""

import re

_BEFORE = re.compile(
    r"\b(?:retract|recant|rescind|disown|disavow)\w*\b[^.;]{0,60}$"
    r"|\bwithdr[ae]w\w*\s+(?:\w+\s+){0,4}(?:claim|statement|report|figure|toll|count|number|estimate|announcement|assertion|account)\w*\b[^.;]{0,60}$"
    r"|\b(?:earlier|previous|first) (?:version|report|statement|toll|figure|count|article|story|number)s?\b[^.;]{0,80}$"
    r"|\b(?:wrongly|mistakenly|incorrectly|erroneously|in error)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(
    r"\b(?:first|initially|originally|at first|earlier|previously)\s+(?:had\s+)?"
    r"(?:spoke|spoken|said|put|gave|given|reported|counted|announced|claimed|told|estimated)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_INITIAL = re.compile(
    r"\b(?:initial|early|first|preliminary|provisional)\s+(?:\w+\s+){0,2}(?:toll|count|figure|number|tally|report)s?\b[^.;]{0,80}$",
    re.IGNORECASE,
)
"""A toll that was the first, which counts for nothing where the same sentence says to what it rose."""
_ROSE = re.compile(r"[^.;]{0,120}\b(?:rose|risen|rising|climbed|grew|grown|increased|raised|revised|updated)\b", re.IGNORECASE)
_LATER = re.compile(
    r"[^.;]{0,120}\b(?:later|then|admitted|acknowledged|conceded|revised|raised|lowered|updated|corrected|before)\b", re.IGNORECASE
)
"""What is behind a number that somebody first gave, where the same sentence tells what they said in the end."""
_IN_BRACKETS = re.compile(
    r"\([^()]*\b(?:earlier|initially|at\s+first|first|originally|previously|in\s+the\s+first\s+hours|on\s+the\s+first\s+day)\b[^()]*$",
    re.IGNORECASE,
)
"""What brackets leave to an earlier time: "19 injured (in the first hours, eight)"."""
_THEN_RAISED = re.compile(
    r"[\w,-]+(?:\s+[\w’'-]+){0,3}?\s+\((?:later|since|then|subsequently)\s+(?:(?:raised|revised|lowered|corrected|updated|put|rising|rose)\s+(?:to|at)\s+)?"
    r"(?:\d|[a-z]+(?:-[a-z]+)?\))", re.IGNORECASE,
)
"""A number that brackets behind it raise: "ten soldiers (later raised to 18)"."""
_FAR = 140
_END = re.compile(r"[.!?]\s+(?=[A-Z])|\n")


def left_to_earlier(text: str, start: int) -> bool:
    """Whether brackets leave the number that begins at `start` to an earlier time, whoever spoke before them: "15 died, police said
    (earlier reports said eight)"."""
    return _IN_BRACKETS.search(text[max(0, start - _FAR) : start]) is not None


def taken_back(text: str, start: int) -> bool:
    """Whether the number that begins at `start` is one that somebody takes back, by the words of its sentence before it."""
    lead = text[max(0, start - _FAR) : start]
    ends = [m.end() for m in _END.finditer(lead)]
    own = lead[ends[-1] :] if ends else lead
    if (_INITIAL.search(own) and _ROSE.match(text, start)) or _IN_BRACKETS.search(own) or _THEN_RAISED.match(text, start):
        return True
    return bool(_BEFORE.search(own)) or bool(_AT_FIRST.search(own) and _LATER.match(text, start))
