"""Periods: words by which a count runs over a quarter, a year or a war, though no window of time stands beside it.

Rule `extract.periods`: "since then", a number that ran up since some time, or since something that goes on began, a count
held against that of another period, incidents by the hundred with their dead, days of fighting.
"""

import re

from thucydides.extracting.aggregates.since import is_record, since_a_day
from thucydides.grounding.times.english import MONTHS

_SINCE_THEN = re.compile(
    r"\bsince\s+(?:then|that\s+(?:day|date|time|moment))\b(?!\s*:)"
    r"|\b(?:have|has)\s+(?:\w+\s+){0,2}?(?:killed|died|perished|lost)\b[^.;]{0,80}\bsince(?=\s*[.;]|\s*$)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:up|down|compared|an?\s+(?:increase|decrease|rise|drop|fall)|more\s+than|fewer\s+than)\s+(?:on|from|with|to|the)\b[^.;]{0,90}?"
    r"\b(?:(?:first|second|third|fourth|last|previous|same|preceding)\s+(?:quarter|half|months?|year|period)|a\s+year\s+(?:ago|earlier|before)"
    r"|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"\b(?:record|count|document|register|log|verif(?:y|ie)|tall(?:y|ie)|report)(?:s|ed|d)?\b(?=[^.;]{0,60}?(?:\d|\b(?:deaths|killings|victims)\b))|^\W*(?:reported\s+)?(?:fatalities|deaths|killings)\b[^.;:]{0,40}:",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:record|count|document|register|log|report)(?:s|ed)?\s+(?:at\s+least\s+|more\s+than\s+|some\s+|about\s+)?"
    r"(?:\d{1,3},\d{3}|\d{2,})\s+(?:\w+\s+){0,2}?(?:violations|incidents|attacks|events|clashes|strikes|shellings|breaches)\b",
    re.IGNORECASE,
)
_RAN_UP = re.compile(
    r"\b(?:number|total|toll|tally|count)\b[^.;]{0,60}\bsince\b(?!\s+(?:risen|climbed|grown|gone|reached|passed|been))[^.;]{0,80}"
    r"\b(?:reached|reaches|passed|exceeded|topped|risen|rose|stands|stood|climbed|hit)\b", re.IGNORECASE
)
"""A number that ran up since some time: "the number of dead since the unrest began reached 300"."""
_WORST_TIME = re.compile(
    r"\b(?:is|was|be|been|become|became)\s+(?:\w+\s+)?the\s+(?:deadliest|bloodiest|worst|most\s+violent)\s+(?:week|month|quarter|year)\b",
    re.IGNORECASE,
)
"""What is said of a stretch of time, whose count is told beside it: "June was the deadliest month of the year, with 96 deaths"."""
_SINCE_BEGUN = re.compile(
    r"\b(?:(?:have|has)\s+(?:\w+\s+){0,2}?(?:killed|died|dead|wounded|injured|lost|left|cost|claimed)|\d+\s+(?:\w+\s+)?(?:dead|killed|deaths))\b[^.;]{0,60}?"
    r"\bsince\s+(?:the\s+|its\s+|their\s+|this\s+)?(?:[\w’'-]+\s+){1,6}?(?:began|begun|started|broke\s+(?:out|down)|collapsed|erupted|flared|resumed|was\s+(?:deployed|launched|set\s+up))\b",
    re.IGNORECASE,
)
"""A count since something that goes on began: "300 peacekeepers have been killed since the mission started"."""
_MONTH = rf"(?:{'|'.join(m for m in MONTHS if len(m) > 2)})"
_STRETCH = re.compile(
    r"\b(?:in|over|during|within|for)\s+the\s+(?:(?:past|last|first)\s+)?(?:[a-z]+\s+)?(?:weeks?|fortnight|months?|years?|quarter)\s+"
    r"(?:that\s+(?:began|ended)|beginning|starting|ending|(?:to|until|through|up\s+to)(?!\s+\d))\b|\bfor\s+the\s+(?:calendar\s+year|(?:twelve|six)\s+months)\b"
    r"|\bin\s+all\b[^.;]{0,80}\bthis\s+(?:year|month)\b"
    r"|\bthe\s+(?:first|second|third|fourth|last)\s+(?:half|quarter|(?:two|three|four|six|nine)\s+months)\s+of\s+(?:the|this|last|(?:19|20)\d\d)\b"
    r"|\b(?:in|over|during)\s+(?:that|the\s+same)\s+(?:period|time|month|week|year)\b"
    r"|\b(?:totals?|sums?|tally)\s+(?:for|of)\s+(?:the|this)\s+(?:\w+\s+)?(?:week|month|quarter|year|period)\b"
    r"|\b(?:in|over|during|within)\s+the\s+(?:first\s+)?(?:two|three|four|five|six|eight|ten|several|few|\d+)\s+(?:days|weeks|months|years)\s+"
    r"(?:after|following|since|before|leading\s+up\s+to)\s+(?!(?:the|an?|that|this)\s+(?:\w+\s+)?(?:attack|bombing|blast|explosion|raid|shooting|strike|ambush)\b)"
    rf"|\bin\s+{_MONTH}\s+alone\b",
    re.IGNORECASE,
)
"""A stretch of time by where it begins or ends: "in the week that began on May 11", "in the six months to June"."""
_MONTH_OF = re.compile(rf"\bin\s+the\s+month\s+of\s+{_MONTH}\b", re.IGNORECASE)
_OF_PERIOD = re.compile(
    r"(?<!report\s)(?<!review\s)(?<!summary\s)(?<!attack\s)\b(?:for|in|over|during)\s+the\s+(?:year|quarter|half-year|(?:reporting|same|whole)\s+period|period\s+under\s+review)\b(?!\s+of\s+the\b)"
    r"|\b(?:for|in|over|during)\s+the\s+(?:whole|entire|full)\s+(?:period|week|month|quarter|half-year|year)\b|\bduring\s+the\s+month\b(?!\s+of\b)"
    r"|\b(?:in|over|during)\s+the\s+period\b(?!\s+(?:before|after|of|leading|following|when)\b)"
    r"|\b(?:in|over|during|within)\s+the\s+(?:\w+\s+){0,2}(?:weeks|months|years)\s+(?:that\s+followed|under\s+review|in\s+question)\b"
    r"|\b(?:in|over|during)\s+the\s+(?:two|three|four|five|six|nine|ten)\s+months\b",
    re.IGNORECASE,
)
"""A stretch of time by its kind alone: "in the quarter", "for the year", "in the four months under review"."""
_MONTH_SUM = re.compile(
    rf"^\W*{_MONTH}(?:\s+(?:19|20)\d\d)?\s*[:–—-]\s*(?:at\s+least\s+|some\s+)?\d[\d,]*\s+(?:\w+\s+)?(?:killed|dead|deaths|fatalities|murders|homicides)\b",
    re.IGNORECASE,
)
"""The sum of a month behind its name: "September: 196 killed"."""
_TOLL_OF = re.compile(
    r"\b(?:toll|cost)\s+of\s+(?:the|this|that|their|its)\s+(?:[\w“”\"’'-]+\s+){0,3}?"
    r"(?:operation|offensive|campaign|siege|war|conflict|crackdown|uprising|unrest|protests|fighting|violence)\b"
    r"|\btoll\s+of\s+the\s+(?:week|month|quarter|year)\s+(?:to|at|is|was|stands\s+at|stood\s+at)\s+(?:(?:at\s+least|more\s+than)\s+)?\d",
    re.IGNORECASE,
)
"""What goes on and its toll: "with that the toll of the operation stands at eight"."""
_COSTING = re.compile(
    r"\b(?:campaign|offensive|insurgency|war(?!\s+crimes?\b)|conflict|crackdown|uprising|revolt|unrest|hostilities)\b(?:[\s,][^.;]{0,50}?)?"
    r"\b(?:have|has)\s+(?:(?:also|now|already|since)\s+)?(?:killed|left|claimed|cost|taken)\b"
    r"|\b(?:these|those)\s+(?:\w+\s+)?(?:operations|raids|attacks|strikes|clashes|incidents|ambushes|bombings)\b,?[^.;]{0,60}?\b(?:have|has)\b"
    r"|^\W*on\s+the\s+[A-Z]\w+\s+side\b[^.;]{0,80}?\b(?:have|has)\s+(?:been\s+)?(?:killed|died)\b"
    r"|\b(?:have|has)\s+(?:been\s+)?(?:killed|died|perished)\s+(?:so\s+far\s+)?(?:in|during)\s+the\s+(?:\w+\s+)?"
    r"(?:protests|demonstrations|unrest|uprising|crackdown|war|conflict|insurgency)\b(?!\s+(?:on|in\s+\w+\s+on)\b)",
    re.IGNORECASE,
)
"""What goes on, and has cost lives: "the campaign has killed nine sailors", "those raids have killed 31", "have died in the protests"."""
_RECENTLY = re.compile(
    r"\b(?:in\s+recent\s+(?:weeks|months|years)|(?:in|over)\s+the\s+(?:past|last)\s+(?:few\s+)?(?:weeks|months|years))\b", re.IGNORECASE
)
_DYING = re.compile(r"\b(?:killed|killing|died|dead|deaths|lives)\b", re.IGNORECASE)
_BROUGHT_TO = re.compile(
    r"^\W*(?:(?:that|this|it|which)|(?:the|these)\s+(?:\w+\s+)?(?:deaths|killings|murders|attacks?|incidents?))\s+(?:\w+\s+)?"
    r"br(?:ings?|ought)\s+to\s+(?:(?:at\s+least|more\s+than|nearly|about|some)\s+)?[\w,-]+\s+the\s+(?:number|total|toll)\b[^.;]{0,90}?"
    r"\b(?:(?:this|that)\s+(?:week|weekend|month|year)|since)\b",
    re.IGNORECASE,
)
"""What a count came to over a time: "bringing to 37 the number killed in the district this week"."""
_OF_ALL = re.compile(
    r"\b(?:in\s+all|altogether|a\s+total\s+of|all\s+told)\b[^.;]{0,80}\bin\s+(?:the\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|both|\d+)\s+(?:\w+\s+)?"
    r"(?:attacks|raids|bombings|ambushes|strikes|incidents|clashes|shootings)\b",
    re.IGNORECASE,
)
_SINCE_START = re.compile(
    r"\b(?:since|from)\s+(?:the\s+)?(?:very\s+)?(?:beginning|start|outset|outbreak|resumption|eruption)\s+of\s+(?!(?:the\s+)?(?:\w+\s+)?(?:attack|raid|assault|ambush|siege)\b)",
    re.IGNORECASE,
)
"""A count since something began: "413 civilians killed since the beginning of the month"."""
_DAYS_OF = re.compile(
    r"\b(?:after|in|over|during)\s+(?:the\s+)?(?:(?:first|past|last)\s+)?(?!(?:a|an|one|two)\b)\w+\s+(?:days|weeks|months|years)\s+of\s+(?:\w+\s+)?"
    r"(?:fighting|clashes|violence|shelling|bombardment|war|warfare|unrest|rioting|riots|protests|attacks|raids|strikes|hostilities|battles)\b",
    re.IGNORECASE,
)
_GOING_ON = (
    r"(?:\w+\s+)?(?:fighting|clashes|violence|shelling|bombardment|war|warfare|unrest|rioting|riots|protests|raids|strikes|hostilities|battles)\b"
)
_WEEKS_OF = re.compile(
    rf"\b(?:in|over|during|across|killed\s+by)\s+(?:an?|one|two|three|four|five|six|several)\s+(?:week|fortnight|month|year)s?\s+of\s+{_GOING_ON}"
    r"|\b(?:in|over|during)\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+days\s+of\s+(?:[\w-]+\s+)?"
    r"(?:protests|demonstrations|unrest|rioting|riots)\b"
    r"|\b(?:have|had|has)\s+(?:\w+\s+)?(?:died|killed|perished)\b[^.;]{0,30}?\b(?:in|over|within)\s+(?:two|three|four|five|six|several|\d+)\s+(?:weeks|months|years)\b"
    rf"|^\W*(?:an?|two|three|four|five|six|several|\w+)\s+(?:days|weeks?|months?|years?)\s+of\s+(?:\w+\s+)?{_GOING_ON}[^.;]{{0,60}}?"
    r"\b(?:have|has|had)\s+(?:left|killed|claimed|cost)\b",
    re.IGNORECASE,
)
"""Weeks of what went on, in which people died: "at least 60 died in a week of clashes", "ten days of air raids have left 130 dead"."""
_OPERATION = re.compile(
    r"\b(?:operation|offensive|campaign|siege|war|uprising|crackdown|protests|unrest|incursion)\b[^.;]{0,160}\bso\s+far\b", re.IGNORECASE
)
"""What goes on and what it has cost so far."""
_LAST_HOURS = re.compile(
    r"\b(?:in|over|during|within)\s+(?:the\s+)?(?:last|past|previous|preceding)\s+(?:24|36|48|72|twenty-four|forty-eight)\s+(?:hours|hrs?)\b",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"^\W*(?:in\s+all|all\s+told|all\s+in\s+all|altogether),?\s", re.IGNORECASE)
_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\byesterday\b", re.IGNORECASE)
_OF_A_DEED = re.compile(
    r"\bsince\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}?(?:attack|shooting|raid|assault|ambush|strike|bombing|blast|shelling|search|rescue)\s+",
    re.IGNORECASE,
)


def over_periods(text: str, running: bool, few: bool = False) -> bool:
    """Whether a sentence that counts people counts them over a period; a running toll (`running`) that rose from last week's is none, nor
    are a `few` dead of one town in some month."""
    ran = _SINCE_BEGUN.search(text)
    begun = ran is not None and not is_record(text, ran.start() + ran.group().rindex("since"))
    begun = begun and not (_OF_A_DEED.search(text) or _DAY.search(text))
    started = _SINCE_START.search(text)
    if started is not None and not is_record(text, started.start()):
        return True
    kind = _OF_PERIOD.search(text)
    if kind is not None and not is_record(text, kind.start()):
        return True
    recent = _RECENTLY.search(text)
    recently = recent is not None and _DYING.search(text) is not None and not is_record(text, recent.start())
    if (recently or _COSTING.search(text)) and not _DAY.search(text):
        return True
    over = (
        _WEEKS_OF, _OPERATION, _RAN_UP, _STRETCH, _MANY, _WORST_TIME, _MONTH_SUM, _TOLL_OF, _BROUGHT_TO, _OF_ALL,
        *(() if few else (_MONTH_OF,)), *(() if running else (_COMPARED, _SINCE_THEN)),
    )
    return begun or since_a_day(text) or any(words.search(text) for words in over)


def over_days(text: str) -> bool:
    """Whether a count of no one deed runs over days of fighting, the last hours, or all that was told: "after four days of fighting", "in
    the past 24 hours", "In all, 35 people have died"."""
    in_all = _IN_ALL.search(text) is not None and _HAVE.search(text) is not None
    return in_all or any(words.search(text) for words in (_DAYS_OF, _LAST_HOURS))


_HAVE = re.compile(r"\b(?:have|has)\s+(?:\w+\s+){0,2}?(?:been\s+)?(?:killed|died|dead|perished|lost|fallen)\b", re.IGNORECASE)


def counts_deaths(text: str) -> bool:
    """Whether somebody is said to have counted: "recorded 19 deaths in the whole of December"."""
    return _COUNTING.search(text) is not None
