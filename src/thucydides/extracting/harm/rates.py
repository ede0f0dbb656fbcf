"""Rates: people counted by the day, the week or the month ("30 a day", "an average of 40 people"), who are those of no one deed.

Rule `toll.rate`. Invariant: a day from which something is counted ("killed 12 people a day earlier") makes no rate.
"""

import re

from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.texts import text_of

_UNIT = r"(?:day|night|week|month|hour)"
_FROM = r"(?!\s+(?:after|before|earlier|later|ago|since|of|into|on|that|when|prior|following|from|until|old|long)\b|-)"
_SPENT = r"(?:in|on|for|after|within|over|of|during|half|once|as|at|such|to|about|and|than|is|was|only|just|quite)"
_A_DAY = re.compile(rf"(?:\s+(?!{_SPENT}\b)[a-z]+){{0,2}}?\s+(?:a|per)\s+{_UNIT}\b{_FROM}", re.IGNORECASE)
"""Right behind the people, where nothing took a day: "30 civilians a day", and not "30 civilians in a day"."""
_CLAUSE = r"(?:as|while|and|but|when|who|which|after|before|that|since|where|in|on|for)"
_EVERY_DAY = re.compile(
    rf"(?:\s+(?!{_CLAUSE}\b)[\w’'-]+){{0,7}}\s+(?:(?:each|every|per)\s+(?:single\s+)?{_UNIT}\b|(?:daily|nightly|weekly)\b(?!\s+[a-z]+s\b))",
    re.IGNORECASE,
)
"""Behind the people, without a further clause between: "12 men are brought in every night"."""
_AVERAGE = re.compile(
    r"\b(?:average\s+of|averag(?:e|es|ed|ing)|on\s+average,?|each\s+day,?|every\s+day,?)\s+(?:(?:about|around|some|almost|nearly|up\s+to)\s+)?$",
    re.IGNORECASE,
)
"""Right before a number."""
_LEAD = 40


def is_rate(sentence: Span, harm: Harm) -> bool:
    """Whether people are counted by the day, and so are none of a deed's own."""
    if not harm.people.counted:
        return False
    text = text_of(sentence.doc)[: sentence.end_char]
    start, end = harm.people.start, harm.people.end
    before = text[max(sentence.start_char, start - _LEAD) : start]
    return bool(_A_DAY.match(text, end) or _EVERY_DAY.match(text, end) or _AVERAGE.search(before) or _AVERAGE.search(text[start:end]))
