"""Denied numbers: "called reports that 30 had died false", "claims that 71 were lost are fabrications", "denied reports of 40 deaths".

Rule `toll.denied`: a number that its sentence refutes is never the toll; who refutes it claims that it is not so.
"""

import re

_TOLD = r"(?:reports?|claims?|allegations?|accusations?|rumou?rs?|figures?|news|suggestions?|assertions?|accounts?|statements?|talk)"
_REFUTES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)?|rubbish(?:es|ed|ing)?)\s+"
    rf"(?:as\s+\w+\s+)?(?:[\w’'-]+\s+){{0,4}}?{_TOLD}\b(?:(?!\bsaying\b|\band\s+sa(?:id|ys)\b)[^.;]){{0,60}}$|\bdenie[sd]\s+that\s+[^.;]{{0,60}}$",
    re.IGNORECASE,
)
"""Words before a number by which somebody refutes what is told of it."""
_OF_WHAT_IS_TOLD = re.compile(rf"\b{_TOLD}\b[^.;]{{0,90}}$", re.IGNORECASE)
_UNTRUE = r"(?:false|untrue|not\s+true|baseless|unfounded|groundless|invented|exaggerat(?:ed|ions?)|propaganda|nonsense"
_UNTRUE += r"|fabricat(?:ed|ions?)|(?:a\s+)?lies?)"
_IS_UNTRUE = re.compile(
    rf"[^.;]{{0,80}}?(?:\b(?:is|are|was|were|as)\s+(?:\w+\s+)?{_UNTRUE}\b|\b{_UNTRUE}\s*(?:[.;,”\"]|$|\band\b))", re.IGNORECASE
)
"""Words behind a number that call untrue what is told of it."""
_NOT = re.compile(
    r"\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty(?:-\w+)?)\b"
    r"[^.;]{0,150}?(?:,|\band|\bbut)\s+not\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AS_TOLD = re.compile(
    r"\s*(?:\w+\s+){0,2}?(?:,\s*)?as\s+(?:\w+\s+){0,5}?(?:report|claim|circulat|stat|announc|said|alleg|rumou?r|told|publish|spread|believ)\w*",
    re.IGNORECASE,
)
"""A number that another one puts right: "one dead, not four as was reported"."""
_FAR = 160


def denied(text: str, start: int, end: int) -> bool:
    """Whether the number that stands at `[start, end)` is one that its sentence refutes."""
    lead = text[max(0, start - _FAR) : start]
    lead = lead[max(lead.rfind(". "), lead.rfind("\n"), lead.rfind("; ")) + 1 :]
    if _NOT.search(lead) and _AS_TOLD.match(text, end):
        return True
    return _REFUTES.search(lead) is not None or bool(_OF_WHAT_IS_TOLD.search(lead) and _IS_UNTRUE.match(text, end))
