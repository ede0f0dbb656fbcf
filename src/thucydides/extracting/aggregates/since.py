"""Since: counts since some day or up to one, and times that only say since when something was: no count runs over those.

Invariant: who died of one deed later is counted since no day.
"""

import re

_SINCE_DAY = re.compile(
    r"\b(?:(?:have|has)\s+(?:\w+\s+){0,2}?(?:killed|died|dead|lost|left)\b[^.;]{0,80}?|killing\s+[^.;,]{0,30}?)"
    r"\bsince\s+(?:last\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!['’])",
    re.IGNORECASE,
)
"""A count of some days: "23 people have been killed in the province since Monday"."""
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!['’])"
_COUNTED_SINCE = re.compile(
    rf"\b(?:tolls?|number\s+of\s+(?:dead|deaths|victims))\s+since\s+(?:last\s+)?{_WEEKDAY}"
    rf"|\b(?:received|counted|recorded|registered|documented|collected|buried)\b[^.;]{{0,60}}\bsince\s+(?:last\s+)?{_WEEKDAY}",
    re.IGNORECASE,
)
"""What came together since some day: "put the toll since Sunday at 270", "had received 64 bodies since Friday"."""
_OF_THE_DEED = re.compile(
    r"\b(?:of|among|from)\s+(?:the|those)\s+(?:wounded|injured)\b|\btoll\s+(?:of|from|in)\s+(?:the|this|that)\s+(?:\w+\s+)?"
    r"(?:attack|bombing|blast|explosion|raid|shooting|strike|ambush)\b",
    re.IGNORECASE,
)
"""People who died of one deed, later."""
_RECORD = re.compile(
    r"\b(?:worst|deadliest|bloodiest|heaviest|biggest|largest|fiercest|most\s+(?:serious|violent)|highest)\b[^.;,]{0,60}$", re.IGNORECASE
)
_TO_DATE = re.compile(
    r"\bas\s+of\s+(?:the\s+(?:morning|evening|night)\s+of\s+)?\d|\b[Uu]p\s+to\s+\d{1,2}[:.]\d\d\b|\b[Bb]y\s+the\s+time\s+(?:this|of)\b|\bby\s+(?:which|that)\s+(?:date|time)\b"
    r"|\bhad\s+by\s+the\s+end\s+of\b|\bby\s+the\s+end\s+of\s+(?:the\s+(?:month|year|week)|[A-Z]\w+)\b[^.;]{0,40}\bhad\b"
)
"""A count up to a day: "by which date 3,961 people had lost their lives", "59 bodies delivered as of the morning of 1 July"."""


def since_a_day(text: str) -> bool:
    """Whether people of no one deed are counted since some day: "put the toll since Sunday at 270"."""
    return not _OF_THE_DEED.search(text) and any(words.search(text) for words in (_SINCE_DAY, _COUNTED_SINCE))


def up_to_a_day(text: str) -> bool:
    """Whether people of no one deed are counted up to a day."""
    return _TO_DATE.search(text) is not None


def is_record(text: str, start: int) -> bool:
    """Whether a time from `start` only says since when nothing was as bad: "the deadliest fighting since the war of 2020"."""
    return _RECORD.search(text[:start]) is not None


_OF_A_PARTY = re.compile(
    r"\b(?:who|which|that)\s+(?:has|have|had|is|are|was|were)\s+(?!(?:[\w-]+\s+){0,2}?(?:died|dead|killed|perished|lost|wounded|injured)\b)[^.;,]{0,80}$"
)
"""What somebody has done since some time: "by the rebels who have fought the government since 1992"."""


def of_a_party(text: str, start: int) -> bool:
    """Whether a time from `start` only says since when somebody does what he does, and counts nobody."""
    return _OF_A_PARTY.search(text[:start]) is not None
