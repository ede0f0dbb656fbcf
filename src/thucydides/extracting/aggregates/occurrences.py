"""Occurrences: how many incidents a sentence counts ("a pair of attacks", "the third such act this month").

Invariant: words that name a means or its user count no incidents, however many there were.
"""

import re
from functools import cache

from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.quantities import find_quantities
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Document, Passage, Quantity
from thucydides.vocabulary import mapping

_COLLECTIVE = re.compile(
    r"\b(?P<word>pair|couple|series|string|spate|wave|number|succession|spree|flurry|rash|surge)\s+of\b", re.IGNORECASE
)
_TIMES = re.compile(r"\b\w+ (?P<times>times)\b")
_ORDINAL = re.compile(
    r"\b(?:the|its|their|a)\s+(?P<ordinal>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"\d{1,2}(?:st|nd|rd|th))\s+(?:[\w’'-]+[,\s]+){0,4}$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\b(?:alone|this\s+(?:week|month|year)|in\s+(?:as\s+many|less\s+than|under|the\s+(?:past|last|space))|since|so\s+far"
    r"|(?:with)?in\s+(?:an?|two|three|four|five|six|seven|eight|ten|\d+)\s+(?:\w+\s+)?(?:days|weeks?|fortnight|months?|years?))\b",
    re.IGNORECASE,
)
_NOT_BETWEEN = re.compile(
    r"\b(?:in|on|at|by|from|during|after|of|and|or|were|was|wounded|killed|injured|dead|hurt|people|others)\b"
)
_NAMES = re.compile(r"\b[A-Z][\w.]*\s+and\s+(?=[A-Z])")
"""The first of two parties whose deeds are counted together: "570 American and British raids"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""A year before a deed that is known by it: "the 2002 market bombings"."""
_NO_COUNT = re.compile(
    r"\b(?:(?:the|its|their|overall|total)\s+(?:\w+\s+)?number|(?:is|was|are|were)\s+(?:an?|the)\s+(?:\w+\s+){0,2}?(?:series|string|number|succession|wave))\s+of\b",
    re.IGNORECASE,
)
"""Words that count no deeds: "the number of attacks was lower", "the unrest is a series of attacks"."""
_FEW = re.compile(r"(?<!\ba )(?<!past )(?<!last )(?<!these )(?<!those )(?<!the )\bfew\b[^.;]{0,30}$", re.IGNORECASE)
"""How a text says that there was little of something: "relatively few attacks"."""
_SEVERAL = {"pair": 2, "couple": 2}


def _event_count(text: str, trigger: Trigger, cue_start: int) -> Quantity | None:
    """How many incidents the words before a plural trigger count."""
    before = text[max(0, cue_start - 60) : cue_start]
    collective = list(_COLLECTIVE.finditer(before))
    if collective and not _NO_COUNT.search(before) and len(before) - collective[-1].end() < 30:
        word = collective[-1]["word"].lower()
        exact = _SEVERAL.get(word)
        return Quantity(
            exact or 2, exact, exact, "several" if not exact else collective[-1].group(), "toll.exact" if exact else "toll.plural"
        )
    spans = find_quantities(before)
    if (
        spans
        and not _NOT_BETWEEN.search(_NAMES.sub(" ", before[spans[-1].end :]))
        and re.fullmatch(r"[\s\w’'-]{0,32}", before[spans[-1].end :])
        and len(before[spans[-1].end :].split()) <= 3
        and spans[-1].quantity.rule != "toll.none"
        and not _FEW.search(before, 0, spans[-1].end)
        and not _YEAR.fullmatch(before[spans[-1].start : spans[-1].end].strip())
    ):
        quantity = spans[-1].quantity
        if trigger.plural and (quantity.best is None or quantity.best >= 2):
            return quantity
    return None


@cache
def _things() -> frozenset[str]:
    """Triggers that name a means or who used it: "three landmines killed 14" tells of one deed, however many went off."""
    return frozenset(mapping("triggers")["things"])


def incident_count(document: Document, telling: Telling) -> Quantity | None:
    """The number of incidents that a telling counts, or None where it tells of one."""
    text = document.text[telling.start : telling.end]
    for times in _TIMES.finditer(text) if any(not t.noun for t in telling.triggers) else ():
        spans = [q for q in find_quantities(text) if q.end == times.start("times") - 1]
        if spans and (spans[-1].quantity.best or 0) > 1:
            return spans[-1].quantity
    for trigger in telling.triggers:
        if trigger.noun and trigger.plural and trigger.family not in ("death", "harm") and trigger.lemma not in _things():
            counted = _event_count(text, trigger, trigger.start - telling.start)
            if counted is not None:
                return counted
    return None


def ordinal_count(document: Document, telling: Telling) -> tuple[int, Passage] | None:
    """ "The third such act in December alone": (3, passage), where the sentence gives the window that is counted."""
    ordinals = mapping("numbers")["ordinals"]
    for trigger in (t for t in telling.triggers if t.noun):
        before = document.text[telling.start : trigger.start]
        match = _ORDINAL.search(before)
        if match is None or not _ALONE.search(document.text[trigger.end : telling.end]):
            continue
        number = ordinals.get(match["ordinal"].lower()) or int(re.sub(r"\D", "", match["ordinal"]) or 0)
        if number >= 2:
            return number, Passage(document.id, telling.start + match.start(), telling.end)
    return None
