"""Set against: numbers that somebody sets against a count in few words, without saying again of whom: "40 people (49 according to the
ministry)", "(BLA: 10)", "(another source gives 10)", "the governor claimed more than 300".

Invariants: each stands behind a count of the same paragraph; what a number of its own noun follows ("claimed 71 attacks") is none.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from thucydides.extracting.quantities import find_quantities
from thucydides.nouns import Quantity

_PEOPLE = r"(?:\s+(?:people|persons|dead|killed|deaths?|died|fatalities|victims|lives|bodies|wounded|injured"
_PEOPLE += r"|hurt|abducted|missing|at\s+least|in\s+all))*"
_SAYS = (
    r"(?:(?:says?|said|insists?|insisted)\s+(?:that\s+)?the\s+(?:\w+\s+)?(?:number|toll|figure|count)\s+(?:was|is|stood\s+at)"
    r"(?:\s+(?:closer|nearer)(?:\s+to)?)?|gives?|gave|says?|said|speaks?\s+of|spoke\s+of|talks?\s+of|talked\s+of|reports?|reported|counts?|counted|claims?|claimed|admits?|admitted"
    r"(?:\s+to)?|acknowledges?|acknowledged|concedes?|conceded|insists?\s+on|insisted\s+on|lists?|listed|puts?\s+it\s+at|estimates?"
    r"|estimated|recorded|registered|names?|named)"
)
_WHO = r"(?P<who>(?:[A-Z]|(?:the|an?|another|other|others|some|one|its|local|state|army|police|rebel|union|hospital|security|military"
_WHO += r"|government|residents|villagers|witnesses|officials|activists|medics|doctors|survivors|relatives|locals"
_WHO += r"|insurgents|militants|rebels|fighters|sources)\b)"
_WHO += r"[^,;:.()\d“”\"]{0,60}?)"
_BRACKET_AFTER = re.compile(
    _PEOPLE
    + r",?\s+(?P<cue>according\s+to|by\s+the\s+(?:count|account|tally)\s+of|per(?!\s*cent)|by|says?|said)\s+(?P<who>[^()]{2,70}?)\s*[);]"
)
_BRACKET_COLON = re.compile(r"[(;]\s*(?P<who>[^():;\d]{2,50})(?P<cue>:)\s*(?:\w+\s+)?$")
_OPENED = re.compile(r"\((?:or\s+)?$")
_BRACKET_CLOSED = re.compile(_PEOPLE + r"\s*(?:[.]?[);,]|\()")
_LEAD = r"(?:^|[(;,]|\b(?:while|but|whereas|and|although|though)\b)\s*"
_CLAUSE = re.compile(_LEAD + _WHO + r"\s+(?P<cue>" + _SAYS + r")\s+(?:(?:only|just)\s+)?[“\"]?$")
_CLAUSE_CLOSED = re.compile(_PEOPLE + r"[”\"]?\s*(?:[.;,)—–]|$|\b(?:and|while|but)\b)")
_GAPPED = re.compile(r"\b(?:spoke|speaks?|talk(?:ed|s)?)\s+of\b[^.;]*(?:,|\b(?:and|while|but))\s+" + _WHO + r"\s+(?P<cue>of)\s+$")
"""A second one whose verb is left out: "residents spoke of more than 30 dead and the group of more than 100"."""
_JOINED = re.compile(r"\b(?P<cue>and)\s+" + _WHO + r"\s+$")
"""A second one in the same brackets, its verb left out: "(another source gives 10, and the press 15)"."""
_FORMER = re.compile(
    r"\([^()]*\b(?P<who>(?P<cue>earlier|initially|at\s+first|first|originally|previously|in\s+the\s+first\s+hours|on\s+the\s+first\s+day))\b[^()]*$",
    re.IGNORECASE,
)
"""Brackets that hold what was said before: "(earlier 9, then 50)"; nobody's number now."""
_LATER = re.compile(
    r"(?:\(\s*(?P<a>later|since|then|subsequently)\s+(?:(?:raised|revised|lowered|corrected|updated|rising|put)\s+(?:to|at)\s+)?"
    r"|\b(?P<b>later|then|since|eventually|finally|subsequently)\s+(?:rose|raised|revised|grew|climbed|went\s+up|increased|corrected|updated|reached)\s+"
    r"(?:it\s+|this\s+)?(?:to\s+)?|\b(?P<c>raised|revised|lowered|corrected|updated|cut|reduced)\s+(?:it|this|that|the\s+(?:figure|number|count|toll))\s+to\s+"
    r"|\bfigures?\s+of\s+[\w,]+\s+and\s+(?P<d>eventually|finally|later|then)\s+)$",
    re.IGNORECASE,
)
"""What makes a number the one that a count came to: "(later raised to 18)", "this was raised to 207"."""
_LATER_CLOSED = re.compile(_PEOPLE + r"\s*(?:[.;,)]|$|\b(?:a|on|in|by|the|after|for|when|were|was|as|and)\b)")
_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|killed|died|that|which|who|when|where|after)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DEAD = re.compile(r"\b(?:kill|dead|death|die[ds]?\b|bod(?:y|ies)\b|toll|slain|fatalit|massacr|lives|perish|murder|execut)", re.IGNORECASE)
_HURT = re.compile(r"\b(?:wound|injur|hurt)", re.IGNORECASE)
_TAKEN = re.compile(r"\b(?:abduct|kidnap|seiz|hostage|captive|taken|carried\s+off|missing)", re.IGNORECASE)
OUTCOMES = (("killed", _DEAD), ("injured", _HURT), ("captured", _TAKEN))


class SetAgainst(Struct, frozen=True):
    """A number with who sets it, and by which words: spans of characters of the text; `later` where it is what the count came to; where
    nobody is named the words stand for who sets it."""

    number: tuple[int, int]
    quantity: Quantity
    who: tuple[int, int]
    cue: tuple[int, int]
    later: bool = False


def set_against(text: str) -> Iterator[SetAgainst]:
    """The numbers that a sentence gives so, in order (rule `toll.set-against`)."""
    last = 0
    for span in find_quantities(text):
        if span.quantity.best is None or _YEAR.fullmatch(text[span.start : span.end]):
            continue
        before, after = text[: span.start], text[span.end :]
        came = _LATER.search(before)
        if came is not None and _LATER_CLOSED.match(after):
            word = next(came.span(name) for name in "abcd" if came[name])
            yield SetAgainst((span.start, span.end), span.quantity, word, word, later=True)
            continue
        match, shift = _before(before, after, last), 0
        if match is None and _OPENED.search(before):
            match, shift = _BRACKET_AFTER.match(after), span.end
        if match is not None and len(match["who"].strip()) > 1:
            last = span.end
            who, cue = match.span("who"), match.span("cue")
            yield SetAgainst(
                (span.start, span.end), span.quantity, (who[0] + shift, who[1] + shift), (cue[0] + shift, cue[1] + shift)
            )


def sets_against(text: str) -> bool:
    """Whether a sentence that tells of nobody harmed may set a number against another sentence's."""
    return _MAY.search(text) is not None and next(set_against(text), None) is not None


_MAY = re.compile(r"\(|\bto\s+(?:\w+\s+){0,3}\d|\b" + _SAYS + r"\b")


def _before(before: str, after: str, last: int) -> re.Match[str] | None:
    """The words before a number that say whose it is; `last` is the end of the one before, 0 for none."""
    named = _BRACKET_COLON.search(before)
    if named is not None and _BRACKET_CLOSED.match(after):
        return named
    clause = _CLAUSE.search(before) or _GAPPED.search(before)
    if clause is not None and _CLAUSE_CLOSED.match(after) and not _VERB.search(clause["who"]):
        return clause
    former = _FORMER.search(before)
    if former is not None and _BRACKET_CLOSED.match(after):
        return former
    joined = _JOINED.search(before, last) if last and "(" in before and ")" not in before[last:] else None
    return joined if joined is not None and _BRACKET_CLOSED.match(after) and not _VERB.search(joined["who"]) else None


def outcome_of(lead: str, after: str = "") -> str:
    """What the last count before a number is of, by its words, or by those behind dashes that close it; "" where nobody was harmed."""
    aside = re.match(r"\s*[—–]\s([^.;]*)", after)
    told = next((outcome for outcome, pattern in OUTCOMES if aside is not None and pattern.search(aside[1])), "")
    if told:
        return told
    found = [(max((m.start() for m in pattern.finditer(lead)), default=-1), outcome) for outcome, pattern in OUTCOMES]
    last, outcome = max(found)
    return outcome if last >= 0 and any(q.quantity.best for q in find_quantities(lead)) else ""
