"""Wide counts: numbers that run over a whole country, over several days or over a war so far, told beside what one deed did.

Invariant: a count is wide by the words next to it ("at least 60 across Syria, including 12 in Homs"), never by its size alone.
"""

import re
from collections.abc import Sequence
from typing import Literal

from thucydides.extracting.harm import Harm
from thucydides.extracting.people.sides import FIGHTERS
from thucydides.extracting.tellings.count_places import MANY, REACH, before_verb, has_place, placed_part, several_places
from thucydides.nouns import PlaceRef

Width = Literal["", "area", "days", "so far", "shared"]
WAR = 500
"""Deaths from which words like "has left" or "uprising" make a count one over a war."""
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ALL = (
    r"(?:(?:all\s+)?across|throughout|all\s+over|all\s+around|around|up\s+and\s+down|(?:elsewhere|everywhere)\s+in|the\s+length\s+of"
    r"|in\s+(?:all|most|many|several|some|various|different|other)\s+(?:parts|corners|regions|areas)\s+of|in\s+the\s+rest\s+of)"
)
"""Words that spread what is told over an area."""
_WHOLE = r"(?:the\s+)?(?:whole\s+|entire\s+)?(?:country|nation|region|territory|province|governorate|state|island|republic|kingdom)"
_AREA = re.compile(
    rf"\b{_ALL}\s+{_WHOLE}\b|\b(?:nation|country)-?wide\b|\bin\s+the\s+(?:whole|entire|rest\s+of\s+the)\s+country\b", re.IGNORECASE
)
_AREA_BEFORE = re.compile(
    rf"(?:^\W*|[.;,]\s+)(?:(?:and|but|while)\s+)?(?:{_ALL}\s+the\s+(?:country|nation|region|territory)"
    r"|(?:nation|country)-?wide),?\s(?:[\w-]+\s){0,4}$",
    re.IGNORECASE,
)
"""What opens a clause and widens the count that it holds: "Across the country 75 people were killed"."""
_ALL_OVER = re.compile(rf"\b{_ALL}\s+{_WHOLE}\b[^.;]{{0,60}}$", re.IGNORECASE)
"""What went on all over an area and what it cost behind it: "unrest all over the country on Monday cost 27 lives"."""
_IN_COUNTRY = re.compile(
    r"(?:\s+(?:deaths|dead|people|protesters|civilians|killed|died|were|was|had|have|been))*\s+in\s+the\s+country\b", re.IGNORECASE
)
"""What widens the count right before it: "75 deaths in the country"."""
_OVER = re.compile(rf"\b{_ALL}\s+(?:the\s+)?$", re.IGNORECASE)
_DAYS = re.compile(
    rf"(?<!\bnight )\b(?:over|on|during|between)\s+(?:both\s+)?{_DAY}\s+and\s+{_DAY}\b(?!\s+night)"
    r"|\bover\s+(?:the\s+)?(?:past|last|two|three|four|five|several|few|weekend|same\s+period)\b",
    re.IGNORECASE,
)
_IN_DAYS = re.compile(
    r"[^.;:]{0,40}?\bin\s+(?:(?:just|only|barely|under|less\s+than|the\s+space\s+of)\s+)?(?:(?:a\s+single|one|a)\s+(?:week|fortnight|month|year)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})\s+(?:days|weeks|months|years))\b(?!['’]|\s+(?:of|later|after|ago|before|earlier|time)\b)"
    r"|[^.;:]{0,40}?\bwithin\s+the\s+(?:week|month|year)\b"
    r"|[^.;:]{0,40}?\b(?:in|over|during)\s+(?:the|its|their)\s+first\s+(?:(?:[a-z]+|\d+)\s+)?(?:weeks?|months?|quarter|years?)\b",
    re.IGNORECASE,
)
"""Days over which a count goes: "lost nine men in eight days", "15 dead in a single week", "11 civilians within the month",
"153 died in prison in its first year"."""
_SOME_IN = re.compile(
    r"[^.;:,]{0,40},\s+(?:at\s+least\s+|some\s+)?[\w-]+\s+of\s+(?:them|whom|these)\s+(?:[\w-]+\s+){0,2}?in\s+(?:the\s+)?[A-Z]"
    r"|[^.;:,]{0,40},\s+in\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?\s+alone\s+[\w-]+"
)
"""Some of those counted who were of one place of several: "84 dead, 56 of them in Kano", "29 died, in Zaria alone eleven"."""
_AT_SEVERAL = re.compile(r"\s+(?:[a-z]+\s+){0,3}?(?:at|in|during)\s+(?:\w+\s+)?(?:rallies|protests|demonstrations|marches)\b", re.I)
"""Protests in the plural, at which many died of whom no place is told: "shot dead at least 40 at rallies after noon prayers"."""
_SO_FAR = re.compile(r"\b(?:as\s+of(?!\s+\d{1,2}[:.]\d\d)|so\s+far|to\s+date|since\s+(?:the\s+)?\w+)\b", re.IGNORECASE)
_GOING_ON = (
    r"(?:unrest|violence|fighting|hostilities|war|conflict|clashes|protests|demonstrations|marches|rallies|riots|turmoil|troubles|uprising|revolt"
    r"|rising|strikes?|crisis|offensive|operation|campaign|crackdown|insurgency|rebellion|siege|blockade|curfew|emergency)"
)
_PERIOD = re.compile(
    r"\b(?:(?:so\s+far\s+)?this\s+(?:year|month|season)|since\s+(?:the\s+(?:start|beginning|outbreak|war|conflict|uprising|revolt|invasion|coup)\b|"
    r"(?:early\s+|late\s+|mid-?\s*)?(?:(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|(?:19|20)\d\d))"
    r"|(?:over|in|during|for|within)\s+the\s+(?:past|last)\s+(?:\w+\s+)?(?:weeks?|months?|years?)|in\s+(?:19|20)\d\d"
    rf"|since\s+(?:{_DAY},?\s+when\s+)?(?:\w+\s+){{0,3}}?{_GOING_ON}s?\s+(?:which\s+|that\s+)?(?:began|broke\s+out|erupted|started|flared|resumed)"
    rf"|killed\s+since\s+{_DAY}(?!['’])"
    rf"|in\s+\w+\s+(?:days|weeks|months)\s+of\s+(?:[\w-]+\s+)?{_GOING_ON})\b",
    re.IGNORECASE,
)
"""What a running toll counts over where it stands in its words: "brings the number of people killed by soldiers this year to 41"."""
_IN_DEEDS = re.compile(
    r"[^.;:]{0,30}?\b(?:in|by|during)\s+(?:(?:its|their|his|such|similar|such\s+like|these|those|other|various|different)\s+)?(?:[\w-]+\s+)?"
    r"(?:attacks|raids|ambushes|bombings|operations|strikes|blasts|explosions|assaults|actions|clashes|engagements)\s+(?:so\s+far\s+)?"
    r"(?:(?:this|last)\s+(?:week|month|year)|since\b|in\s+(?:the\s+(?:past|last)\b|\d{4}))",
    re.IGNORECASE,
)
"""Deeds in the plural over a time, which cost those counted before: "68 soldiers were killed in its attacks this month"."""
_CLAIMED = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|claim(?:s|ed|ing)?|boast(?:s|ed|ing)?|add(?:s|ed|ing)?|announc(?:es|ed|ing))\s+(?:that\s+)?"
    r"(?:it|they|he|(?:its|their|his)\s+\w+)\s+(?:had\s+|have\s+|has\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
"""Who counts what he did himself: "saying it had killed"."""
_THIS_MONTH = re.compile(
    r"[^.;:,]{0,20}?\s(?:(?:so\s+far\s+)?this\s+(?:week|month|year)|so\s+far|since\s+\w+)\s*(?:[.,;”\"]|$|alone\b)", re.IGNORECASE
)
_YEARS = re.compile(r"\b(?:the|this)\s+(?:year|month|week|season|war|conflict|uprising|insurgency)['’]s\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
"""Whose toll it is right before the word: "taking the year's death toll in the province to 214"."""
_SINCE_YEAR = re.compile(r"\bsince\b[^.;,]{0,50}?\b(?:19|20)\d\d\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\bsince\s+(?:(?:early|late|mid)\s+|mid-)?(?:january|february|march|april|may|june|july|august|september|october|november|december|last\s+\w+|then)\b"
    r"(?!\s+\d)",
    re.IGNORECASE,
)
"""A month from which a count goes on: "in all, 140 people have died in the townships since May"."""
_LAST_HOURS = re.compile(r"\b(?:in|over|during|within)\s+the\s+(?:past|last|previous)\s+(?:[\w-]+\s+)?(?:hours|hrs|days)\b", re.IGNORECASE)
_TAKEN_IN = re.compile(r"\b(?:buried|burying|treated|treating|admitted|received|registered)\b", re.IGNORECASE)
_TAKEN_OVER = re.compile(
    rf"\b(?:so\s+far\b|this\s+(?:week|month|year)\b|since\s+(?:{_DAY}|the\s+(?:\w+\s+)?{_GOING_ON}|{_GOING_ON})\b)", re.IGNORECASE
)
"""What those who bury or treat people count over a time: "we have buried nine so far this month"."""
APART = re.compile(r"\b(?:separate|across|throughout|various|different)\b", re.IGNORECASE)
"""Words that part the deeds of a count from one another."""
_LAST_DAY = re.compile(r"\s(?:24|36|48|twenty-four|forty-eight)\s", re.IGNORECASE)
"""Hours in which fighters who fell fell in one fight: "the militia lost nine fighters in the last 24 hours"."""
_LONG = re.compile(r"\b(?:uprising|revolt|revolution|war|conflict|insurgency|unrest|crackdown|anniversary|invasion)\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:ha(?:ve|s|d))\s+(?:\w+\s+){0,2}(?:left|killed|died|claimed|cost|been\s+killed)\b", re.IGNORECASE)
_STOP = re.compile(r"[;]|\bincluding\b|\bamong\s+them\b|\band\s+(?:wounded|injured|killed)\b", re.IGNORECASE)


def widths(text: str, start: int, end: int, harms: Sequence[Harm], places: Sequence[PlaceRef]) -> tuple[Width, ...]:
    """How wide each count of a sentence `[start, end)` is; `harms` and `places` have the offsets of `text`."""
    counted = sorted((h.people.start, h.cue) for h in harms if h.people.counted and h.part_of is None)
    found: list[Width] = []
    for harm in harms:
        big = harm.quantity is not None and (harm.quantity.best or 0) > 1 and harm.part_of is None and harm.people.counted
        until = min([c for c, cue in counted if c > harm.people.end and cue != harm.cue] or [end])
        found.append(_width(text, start, max(harm.people.end, harm.end), until, end, harm, places) if big else "")
    for n, whole in enumerate(harms):
        if not found[n] and whole.part_of is None and any(placed_part(text, start, whole, part, places) for part in harms):
            found[n] = "area"
    for n, harm in enumerate(harms):
        width = found[harm.part_of] if harm.part_of is not None else ""
        if harm.part_of is not None and width and not has_place(harm, places, before_verb(harm, harms[harm.part_of])):
            found[n] = width  # "214 people across the country, among them 124 civilians": no town is said to be theirs
    return tuple(found)


def _width(text: str, start: int, at: int, until: int, end: int, harm: Harm, places: Sequence[PlaceRef]) -> Width:
    after = text[at : min(until, at + REACH)]
    stopped = _STOP.search(after)
    after = after[: stopped.start()] if stopped is not None else after
    before = text[start : harm.people.start]
    over = text[harm.start : min(end, max(harm.people.end, harm.end) + REACH)]
    if harm.total and (_PERIOD.search(over) or _YEARS.search(text, start, harm.start)):
        return "so far"
    if (_SINCE_YEAR.search(after) or _SINCE.search(after)) and _LEFT.search(text[start:end]):
        return "so far"
    if _IN_DEEDS.match(after):
        return "so far"
    if _CLAIMED.search(text, start, harm.start) and _THIS_MONTH.match(after):
        return "so far"  # "claimed the attack, saying it had killed 68 soldiers this month"
    hours = _LAST_HOURS.search(after)
    fight = harm.people.category in FIGHTERS and not APART.search(text[start:end])
    if hours is not None and not (fight and _LAST_DAY.search(hours.group())):
        return "days"
    if _TAKEN_IN.search(text[start:end]) and _TAKEN_OVER.search(after):
        return "so far"
    if _SO_FAR.search(before[-REACH:]) and _LEFT.search(text[start:end]):
        return "so far"
    if harm.quantity is not None and (harm.quantity.best or 0) >= WAR and _LEFT.search(text[start:end]) and _LONG.search(text[start:end]):
        return "so far"
    wide = _AREA.search(after) or _AREA.match(text, harm.start) or _AREA_BEFORE.search(before[-REACH:])
    if wide or _ALL_OVER.search(before) or _IN_COUNTRY.match(after) or any(
        p.place is not None
        and p.place.kind == "country"
        and at <= p.passage.start < at + len(after)
        and _OVER.search(text[at : p.passage.start])
        for p in places
    ):
        return "area"
    some = _DAYS.search(after) if hours is None else None
    words = some.group().lower() if some is not None else ""
    once = (words.endswith("weekend") or words.startswith("between")) and has_place(harm, places)  # some time in it, at one place
    if (some is not None and not once) or _IN_DAYS.match(after):
        return "days"
    if harm.quantity is not None and (harm.quantity.best or 0) >= MANY and _AT_SEVERAL.match(after) and not has_place(harm, places):
        return "area"
    if harm.quantity is not None and (harm.quantity.best or 0) >= MANY and _SOME_IN.match(text, at, end):
        return "area"
    return "shared" if several_places(text, at, at + len(after), places) else ""
