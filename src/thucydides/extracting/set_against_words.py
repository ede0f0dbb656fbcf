"""Words that set a number against a count: who says it, by which verb, and what may close it.

Invariant: patterns of wording alone; each names the speaker `who` and the words that attribute, `cue`.
"""

import re

PEOPLE = (
    r"(?:\s+(?:people|persons|men|dead|killed|deaths?|died|fatalities|victims|martyrs|lives|bodies|corpses|coffins|graves|names|wounded|fallen|in\s+total"
    r"|injured|hurt|abducted|missing|at\s+least|in\s+all|at\s+first|on\s+the\s+day|so\s+far))*"
)
_TOLL = r"(?:number|tolls?|figures?|counts?|total|dead|loss(?:es)?|deaths|fatalities|casualties|wounded|injured|hostages|missing)"
_THINGS = r"(?:locations|sites|places|attacks|strikes|raids|houses|homes|villages|vehicles|targets|rockets|missiles|drones|shells|tanks"
_THINGS += r"|aircraft)"
_WHEN = r"(?:at\s+first|at\s+the\s+time|first|initially|originally|earlier|previously|later|since|now|then|then\s+only|today)"
_PUTS = rf"(?:gives?|gave|given|puts?|sets?|placed?)\s+(?:the|their|its|his|that)\s+(?:\w+\s+){{0,2}}?{_TOLL}\b"
_PUTS += rf"(?!\s+of\s+(?:the\s+)?{_THINGS})"
_PUTS += r"(?:[^.;,()\d]|\([^()]*\)){0,60}?\s+(?:at|as)"
SAYS = (
    r"(?:(?:says?|said|insists?|insisted|believes?|believed)\s+(?:that\s+)?the\s+(?:\w+\s+)?(?:number|toll|figure|count)\s+(?:was|is|stood\s+at)"
    r"(?:\s+(?:closer|nearer)(?:\s+to)?)?"
    r"|(?:says?|said|insists?|insisted|maintains?|maintained|claims?|claimed)\s+(?:that\s+)?(?:it|they)\s+(?:was|were|is|are|had\s+been|numbered)"
    r"|(?:says?|said|insists?|insisted|maintains?|maintained)\s+(?:that\s+)?there\s+(?:were|had\s+been)"
    r"|(?:says?|said|insists?|insisted|maintains?|maintained|reports?|reported|tells?|told(?:\s+(?:us|me|reporters|journalists))?)\s+(?:that\s+)?(?:they|it|he|she|we|i|(?:its|their|his)\s+\w+)"
    r"\s+(?:had\s+|have\s+|has\s+)?(?:counted|received|buried|seen|saw|collected|recovered|found|registered|documented|identified|admitted|treated)"
    r"|report(?:s|ed)\s+(?:having\s+)?(?:treat|receiv|admit|bur[yi]|count|record|recover|find)\w*"
    rf"|{_PUTS}"
    r"|gives?|gave|given|says?|said|states?|stated|speaks?\s+of|spoke\s+of|spoken\s+of|talks?\s+of|talked\s+of|reports?|reported|counts?|counted"
    r"|claims?|claimed|boasts?\s+of|boasted\s+of|admits?(?:\s+to)?|admitted(?:\s+to)?|acknowledges?|acknowledged|concedes?|conceded|maintains?"
    r"|maintained|insists?\s+on|insisted\s+on|published|puts?\s+it\s+at|(?:has|had|have)\s+it\s+at|knows?\s+of|knew\s+of|estimates?|estimated"
    r"|(?:lists?|listed|documents?|documented|verified|identified|recorded|registered|confirms?|confirmed|names?|named)(?:\s+by\s+name)?)"
)
_WHO = r"(?P<who>(?!(?:while|but|whereas|and|although|though)\b)[A-Za-z][^,;:.()\d“”\"]{0,60}?)"
_SOMEBODY = re.compile(
    r"(?:[A-Z]|(?:the|an?|another|others?|some|many|one|its|our|their|his|her|we|they|police)\b"
    r"|(?:[a-z][\w’'-]*\s+){0,3}?(?:[a-z][\w’'-]*s|people|men|women|media|staff|clergy)$)"
)
_DID = re.compile(r"\s+(?:who|that|which)\b")
_WHERE = re.compile(r"\s+(?:in|at|from|of|on|near|inside|close|loyal|quoted|cited|reached|familiar|present|with)\b.*$")
_ASIDE = r"(?:,\s[^,;()]{2,110},)?"
_LEAD = r"(?:^|[(;,]|\b(?:while|but|whereas|and|although|though)\b)\s*(?:(?:while|but|whereas|and|although|though)\s+)?"
_VERBS = rf"(?:[’']ve|\s+(?:had|have|has))?(?:\s+{_WHEN})?\s+(?P<cue>{SAYS})(?:\s+{_WHEN})?\s+"
_VERBS += r"(?:(?:only|just|to)\s+)?(?:the\s+)?[“\"‘']?$"
CLAUSE = re.compile(_LEAD + _WHO + _ASIDE + _VERBS)
"""A short clause of saying before a number: "the rebels had said 20", "whereas the Observatory speaks of 92"."""
CLAUSE_CLOSED = re.compile(
    PEOPLE
    + r"[”\"’']?\s*(?:[.;,)(—–]|$|\b(?:and|while|but|in\s+(?:one|the|its|a)|after|from\s+the|had\s+been"
    + r"|were\s+(?:recovered|found|killed|taken|held))\b)"
)
BRACKET_AFTER = re.compile(
    PEOPLE
    + r",?\s+(?P<cue>according\s+to|by\s+the\s+(?:count|account|tally)\s+of|per(?!\s*cent)|by|says?|said)\s+(?P<who>[^()]{2,70}?)\s*[);]"
)
OR_OPENED = re.compile(
    r",\s*or\s+$|\b(?:says?|said|according\s+to|by\s+the\s+(?:count|account|tally)\s+of)\b[^.\d]*(?:[,;]|\bwhile|\band|\bbut)\s+(?:only\s+)?$"
)
OR_AFTER = re.compile(
    PEOPLE + r",?\s+(?P<cue>according\s+to|by\s+the\s+(?:count|account|tally)\s+of|says?|said)\s+(?P<who>[^().;,\d]{2,70}?)\s*(?:[);.,]|$)"
)
"""Who says so behind a number that "or" brings, or one told by another: "killing 13, or 17 according to the committee", "36 dead, says the
diocese, 28 says the commission"."""
_COUNT = r"(?:tally|count|list|lists|account|reckoning|estimate|register|log|figures?)"
BY_COUNT_OPENED = re.compile(r"[,;(]\s*(?:or\s+|but\s+)?(?:only\s+)?$")
BY_COUNT = re.compile(
    PEOPLE
    + r"\s+(?P<cue>by\s+(?=the\b)|(?:by|in|on)\s+(?=(?:an?|one|another|his|her|its|their|our|[A-Z][\w-]*[’']s)\b))"
    + rf"(?P<who>[^,;().\d]{{0,40}}?\b{_COUNT}(?:\s+of\s+[^,;().\d]{{2,50}})?)\s*(?:[);.,]|$)"
)
"""Whose count a number is, right behind it: "above 100 dead, 136 by one tribe's tally", "57, or 65 in a local group's list"."""
OR_BRACKET_OPENED = re.compile(r"\d\S*\s+(?:\w+\s+)?\([^()\d]{2,40}\),?\s+(?:or|and|while|but)\s+(?:only\s+)?$")
OR_BRACKET = re.compile(PEOPLE + r"\s+(?P<cue>\()(?P<who>[^()\d]{2,40})\)")
"""The second of two numbers, each with who says it in brackets: "killing 78 (the observatory) or 35 (the group itself)"."""
EACH = re.compile(r"\baccording\s+to\b[^.]*\baccording\s+to\b", re.IGNORECASE)
"""Two numbers, each with who says it: "137 men according to one group, 168 according to another"."""
BRACKET_COLON = re.compile(r"[(;]\s*(?P<who>[^():;\d]{2,50})(?P<cue>:)\s*(?:\w+\s+)?$")
OPENED = re.compile(r"\((?:or\s+)?$")
BRACKET_CLOSED = re.compile(PEOPLE + r"\s*(?:[.]?[);,]|\(|[.]\s*$)")
GAPPED = re.compile(r"\b(?:spoke|speaks?|talk(?:ed|s)?)\s+of\b[^.;]*(?:,|\b(?:and|while|but))\s+" + _WHO + r"\s+(?P<cue>of)\s+$")
"""A second one whose verb is left out: "residents spoke of more than 30 dead and the group of more than 100"."""
JOINED = re.compile(r"\b(?P<cue>and)\s+" + _WHO + r"\s+$")
"""A second one in the same brackets, its verb left out: "(another source gives 10, and the press 15)"."""
OR = re.compile(
    r"(?:\bor\b|[;(]|\bbut\b|\bthough\b|\bwhile\b),?\s+(?P<cue>according\s+to|by\s+the\s+(?:count|account|tally)\s+of|in)\s+"
    r"(?P<who>(?:the|an?|some|other|others|local|[A-Z])[^,;().\d]{2,60}?),?\s+$"
)
"""Who says so before a number without a verb: "eleven were killed or, according to the prefect, fourteen"."""
BY_SOME = re.compile(
    r"\b(?P<cue>by|in)\s+(?P<who>(?:some|other|local|one|another|most|our|his|her|their|the\s+[\w’']+(?:\s+[\w’']+)?)\s+"
    r"(?:accounts?|counts?|reckonings?|estimates?|tall(?:y|ies)|versions?|lists?))\s*,?\s+$"
)
"""A count of nobody in particular: "eleven died, by other counts fourteen"."""
SOME = re.compile(
    r"[(;]\s*(?P<who>(?:some|other|another|most|several|many)\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+)\s+(?P<cue>ha(?:ve|s)|give|list|mention)s?\s+(?:it\s+at\s+)?$",
    re.IGNORECASE,
)
"""What others have, in brackets: "(some sources have 19 in all)"."""
BARE = re.compile(r"(?P<cue>\()\s*(?P<who>(?:some|other|another|most|several|many)\s+(?:[\w’'-]+\s+){0,1}?[\w’'-]+):?\s+$", re.IGNORECASE)
"""The same without a verb: "4 policemen killed (some sources 3)"."""
LISTED_VERBS = r"\b(?:ha(?:s|ve)\s+it\s+(?:as|at)|has|have|had|holds?|held|bears?"
LISTED_VERBS += r"|names?|lists?|contains?|shows?|gives?|runs\s+to|comes\s+to|stands\s+at|reaches)"
LISTED = re.compile(
    r"(?:^|[(;,]|\b(?:while|but|whereas|and|although|though)\b)\s*(?P<who>(?:[Oo]ur|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?|(?:[A-Z][\w-]+\s+){0,2}?[A-Z][\w-]+[’']s)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:list|annex|register|roll|database|log|ledger)s?)(?:\s+(?:of|for|on|in|from)\s[^.;,()]{1,40}?)?\s+"
    rf"(?P<cue>{LISTED_VERBS})\s+$"
)
"""A list that is somebody's count: "our list for those two days has five"."""
FIGURE = re.compile(
    r"(?P<who>(?:[Tt]he|[Aa]n?|[Ii]ts|[A-Z])[^,;:.()\d“”\"]{1,60}?)['’]s?\s+(?:own\s+|official\s+|latest\s+)?(?P<cue>figure|count|number|estimate|tally|toll)\s+"
    r"(?:is|was|stands\s+at|stood\s+at|(?:soon\s+|later\s+|then\s+)?(?:turned\s+into|became|rose\s+to|grew\s+to))\s+$"
)
"""Whose figure a number is: "the emergency agency's figure is 59"."""
VERBLESS = re.compile(
    r"\b(?:count(?:s|ed)?|report(?:s|ed)?|gives?|gave|said|says|speaks?\s+of|spoke\s+of|put\s+the\s+\w+\s+at|found|register(?:s|ed)|record(?:s|ed))\b"
    r"[^.;]*\d[^.;]*(?P<cue>,)\s+(?:and\s+|but\s+|while\s+)?" + _WHO + r"\s+$"
)
"""A second count whose verb is left out: "the ministry counted 28 dead, the ambulance service 30"."""
OPEN = (CLAUSE, GAPPED, VERBLESS)
"""Patterns that take any words before a verb of saying for who says it; `somebody` tells whether they are."""
FIRST = r"\b(?:initial|first|early|earlier|earliest|preliminary|provisional|previous|original)\b"
FIRST_COUNT = re.compile(
    r"(?P<who>(?P<cue>\b(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+(?:\w+\s+)?)?(?:[Ii]nitial|[Ff]irst|[Ee]arly|earlier|earliest|preliminary|provisional|previous|original)"
    r"\s+(?:\w+\s+)?(?:counts?|tolls?|figures?|numbers?|tally|estimates?|reports?|statements?|bulletins?|reckoning)))"
    r"\s+(?:was|were|had\s+been|stood\s+at|gave|had\s+given|spoke\s+of|had\s+spoken\s+of|had|said|put\s+it\s+at)\s+(?:of\s+)?(?:only\s+)?$"
)
"""What was counted at first, which is nobody's number now: "the initial count was four"."""
FORMER = re.compile(
    r"\([^()]*\b(?P<who>(?P<cue>earlier|initially|at\s+first|first|originally|previously|in\s+the\s+first\s+hours|on\s+the\s+first\s+day))\b[^()]*$",
    re.IGNORECASE,
)
"""Brackets that hold what was said before: "(earlier 9, then 50)"; nobody's number now."""
LATER = re.compile(
    r"(?:\(\s*(?P<a>later|since|then|subsequently)\s+(?:(?:raised|revised|lowered|corrected|updated|rising|put)\s+(?:to|at)\s+)?"
    r"|\b(?P<b>later|then|since|eventually|finally|subsequently)\s+(?:rose|raised|revised|grew|climbed|went\s+up|increased|corrected|updated|reached)\s+"
    r"(?:it\s+|this\s+)?(?:to\s+)?|\b(?P<c>raised|revised|lowered|corrected|updated|cut|reduced)\s+(?:it|this|that|the\s+(?:figure|number|count|toll))\s+to\s+"
    r"|,\s+(?P<f>rising|climbing|growing)\s+(?:later\s+|since\s+|then\s+)?to\s+"
    r"|\bfigures?\s+of\s+[\w,]+\s+and\s+(?P<d>eventually|finally|later|then)\s+"
    r"|\b(?:figures?|numbers?|counts?|total|tally)\s+(?:that\s+|which\s+)?ha(?:s|ve|d)\s+(?:(?:since|now|later|then|meanwhile)\s+)?(?:been\s+)?"
    r"(?P<e>raised|revised|lowered|corrected|updated|put|cut|reduced|risen|grown|climbed)\s+(?:up\s+|upwards?\s+|down\s+)?(?:to|at)\s+)$",
    re.IGNORECASE,
)
"""What makes a number the one that a count came to: "(later raised to 18)", "this was raised to 207"."""
LATER_CLOSED = re.compile(PEOPLE + r"\s*(?:[.;,)]|$|\b(?:a|on|in|by|the|after|for|when|were|was|as|and)\b)")
OPENER = re.compile(
    r"(?:On|In|By|At|As|For|After|Before|Since|Until|Yesterday|Earlier|Later|Initially|Meanwhile|However|Then|Today|That)\b.*?(?=\b(?:the|an?|its|our|their|his)\s)"
)
"""What stands before the speaker and says when: "On Friday evening the ministry"."""
UNTOLD = re.compile(r"(?:On|In|By|At|As|For|After|Before|Since|Until|It|This|That|There|He|She|Which|What|Who)\b")
"""How words begin that name nobody who counts."""

BEFORE = (FIRST_COUNT, CLAUSE, GAPPED, FIGURE, VERBLESS, LISTED, OR, BY_SOME, SOME, BARE)
"""What may stand before a number and say whose it is, in the order in which it is tried."""


def somebody(who: str) -> int:
    """How many characters of what stands before a verb of saying name who says it, without what they did ("soldiers who took part"); 0
    where they name nobody who counts."""
    cut = _DID.search(who)
    head = who[: cut.start()] if cut is not None else who
    return len(head) if _SOMEBODY.match(_WHERE.sub("", head)) else 0
