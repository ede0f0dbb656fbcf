"""Running tolls in fixed wordings: "the toll rose to 16", "bringing the number of dead to five", "put the number killed at over 50".

Invariant: a running toll replaces what was counted before; one that somebody only puts beside others does not.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people import People
from thucydides.extracting.people.sides import category_of
from thucydides.extracting.quantities import TENTH, QuantitySpan
from thucydides.extracting.set_against import outcome_of
from thucydides.extracting.texts import text_of
from thucydides.formerly import formerly
from thucydides.nouns import Quantity

_TOLL = re.compile(
    r"\b(?:(?P<losses>losses|(?:(?<=its\s)|(?<=their\s)|(?<=own\s))(?:dead|killed|deaths|fatalities)(?=\s+(?:at|as)\b))|(?:(?:death|casualty|overall|total|official)[\s-]+)?toll(?!\s+(?:booth|gate|plaza|road|bridge|station|post|point|barrier|collector)s?\b)|(?:(?<=put\s)|(?<=puts\s)|(?<=putting\s)|(?<=estimated\s)|(?<=estimates\s))the\s+(?:number|figure|count|dead(?:\s+(?:of|in|from)\s+[^.;,]{1,60}?)?)(?=\s+at\b)"
    r"|number\s+(?:of\s+(?:those\s+|people\s+)?)?(?:(?:who|that)\s+(?:(?:have|had|were|was|are)\s+)?)?(?:\w+\s+){0,2}?"
    r"(?P<who>dead|deaths|killed|slain|fallen|died|fatalities|martyrs|victims|wounded|injured|casualties)"
    r"|the\s+dead(?=\s+number)|(?:deaths|fatalities|bodies(?:\s+\w+)?)(?=\s+(?:(?:has|have|had)\s+)?(?:now\s+|already\s+)?(?:reached|risen|rose|climbed|stood|stand|hit|passed|topped|exceed|became|number(?:ed|s)?\b|near|approach)))"
    r"\b(?P<between>[^.;]{0,90}?)\b(?P<link>now|to|at|as|of|was|is|stood\s+at|stands\s+at|became|number(?:ed|s)?|"
    r"(?:reach|exceed|surpass)(?:ed|es|s|ing)?|top(?:ped|s|ping)?|hits?|hitting|pass(?:ed|es|ing)?|(?:near|approach)(?:e?s|ed|ing)?)\s+[\"“]?"
    r"(?!\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
    r"(?=(?P<n>\d|(?:at|more|over|about|around|nearly|almost|some|up|as|close|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|dozens?"
    r"|scores|thousands?)\b))",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:put|puts|putting|gave|gives|giving|give|places?|placed|set|estimated?|estimates)\b[^.;]{0,40}$", re.IGNORECASE
)
_NOT_YET = re.compile(
    r"\b(?:likely|expected|feared|bound|set|could|may|might|can|will|would)\b[^.;,]{0,20}?\b(?:rise|climb|go|grow|increase|mount|exceed|pass|reach)\b"
    r"|\bbecause\b",
    re.IGNORECASE,
)
"""Words between a toll and a number that make it none told yet, or another thing's: "the toll may rise because eight are critical"."""
_NO_COUNT = re.compile(r"\s*(?:%|percent|per cent|days|weeks|months|years)")
_MAY = re.compile(r"\b(?:could|may|might|can|will|would)\s+(?:yet\s+|still\s+)?$", re.IGNORECASE)
"""The same right before the word that leads to the number: "the death toll could reach 100"."""
_FORMER = re.compile(
    r"\b(?:corrected|revised|lowered|updated)\b[^.;,]{0,40}\bfrom\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
"""Words before a toll that leave it to an earlier time: "had earlier put the toll at 27"."""
_ANOTHER = re.compile(r",\s+and\s*$", re.IGNORECASE)
"""Words between a toll and a number that open another one: "put at 33 the number of killed, and at 95 the wounded"."""
_OF_PEOPLE = re.compile(r"\s*(?:dead|killed|men|soldiers|fighters|people|troops)?\s*(?:[,.;)]|$|and\b)")
_ITS = re.compile(r"\b(?:its|their)\s+(?:own\s+)?$", re.IGNORECASE)
_BRINGING = r"(?:br(?:ings?|inging|ought)|tak(?:es|ing)|took|rais(?:es|ed|ing))"
_RAN_UP = re.compile(rf"\b{_BRINGING}\s+(?:its|their|the|his)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""Words before losses that ran up over a war: "taking its losses in the offensive to 237"."""
_FIGURE = re.compile(
    r"(?:(?:\b(?:its|their|his)|['’]s?)\s+(?:own\s+)?(?:claims?|figures?|estimates?)\s+of"
    r"|\b(?:(?:a|the)\s+(?:higher\s+|lower\s+)?figure\s+of|(?:other\s+)?(?:estimates|figures|counts)\s+(?:run|ran|range|ranged|go|went|vary|varied)"
    r"(?:\s+as\s+high\s+as|\s+up\s+to|\s+to|\s+from|\s+between)?|(?P<bare>sp(?:oke|eaks?|oken)\s+of|talk(?:ed|s)?\s+of)"
    r"|(?P<revised>revised|lowered|raised|corrected|updated|reduced|cut)\s+(?:it|that|this|the\s+(?:figure|number|count|tally|estimate))"
    r"(?P<to>[^.;,]{0,40}?)\s+to))\s+(?=(?P<n>\S))",
    re.IGNORECASE,
)
"""A number of people given beside another one: "gave a figure of 60", "estimates run as high as 1,500"."""


def find_running_toll(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """Running tolls, which replace what was counted before ("bringing the death toll to five"), and tolls put at a number."""
    text, offset = text_of(sentence), sentence.start_char
    for match in (*_TOLL.finditer(text), *_FIGURE.finditer(text)):
        at = offset + match.end()
        number = next((q for q in quantities if 0 <= q.start - at <= 4 and q.quantity.rule != "toll.none"), None)
        number = number or (_range(quantities, at) if _VARY.match(match.group()) else _last_of_two(quantities, at))
        number = _and_then(text_of(sentence.doc), quantities, number) if number is not None else number
        between = match.groupdict().get("between")
        if number is None or (between and any(words.search(between) for words in (_NOT_YET, _ANOTHER, _MAY))):
            continue
        if _NO_COUNT.match(text_of(sentence.doc), number.end):
            continue
        if (match.groupdict().get("link") or "").lower().startswith(("near", "approach")):
            number = _nearly(number)
        losses = match.groupdict().get("losses")
        revised = bool(match.groupdict().get("revised"))
        behind = text_of(sentence.doc)[number.end : number.end + 8]
        if (match.groupdict().get("bare") or revised) and not re.match(r"(?:\s+(?:dead|killed|deaths))?(?:[,.;)]|$)", behind):
            continue  # "spoke of nine attacks"
        if losses and not _OF_PEOPLE.match(text_of(sentence.doc), number.end):
            continue  # "losses of 40 tanks"
        own = bool(losses) and _ITS.search(text[: match.start()]) is not None
        who = (match.groupdict().get("who") or "dead").lower()
        outcome = "injured" if who in ("wounded", "injured") else "killed"
        if _NO_NOUN.search(match.group()) and match.groupdict().get("who") is None and not losses:
            outcome = _counted_before(text_of(sentence.doc), offset, offset + match.start()) or outcome
        start = number.start if match.groupdict().get("bare") else offset + match.start()
        cue = next((t.i for t in sentence if t.idx <= start < t.idx + len(t)), sentence.start)
        person = People(number.start, number.end, cue, number.quantity, "its losses" if own else "people", counted=True)
        person = _whose(sentence.doc[cue], person) if losses else person
        before = text[: match.start()]
        former = not own and not losses and (_FORMER.search(before) is not None or formerly(text[: match.start("n")]))
        given = former or (not own and not revised and (match.re is _FIGURE or _GIVEN.search(before) is not None))
        ran_up = bool(losses) and _RAN_UP.search(before) is not None
        total = not given and (ran_up or not losses)
        yield Harm(outcome, person, cue, start, number.end, number.quantity, total=total, given=given, wide="so far" if ran_up else "")


_NO_NOUN = re.compile(r"^the\s+(?:number|figure|count)\b|^(?:sp|talk)\w+\s+of\b", re.IGNORECASE)
_BACK = 300


def _counted_before(text: str, sentence: int, at: int) -> str:
    """Of whom "the number" is, by what is counted before it: in its sentence, else in those before, where any dead go before others."""
    return outcome_of(text[sentence:at]) or outcome_of(text[max(0, at - _BACK) : at], bare=True)


def _nearly(number: QuantitySpan) -> QuantitySpan:
    """The number that a toll is said to near."""
    told = number.quantity
    if told.best is None:
        return number
    slack = int(told.best * TENTH)
    nearly = Quantity(told.best - slack, told.best, told.best, told.wording, "toll.about", approximate=True)
    return QuantitySpan(number.start, number.end, nearly)


def _whose(losses: Token, person: People) -> People:
    """The people of "the losses of the army": those of whom the words say that they were lost."""
    of = next((c for c in losses.children if c.lower_ == "of"), None)
    noun = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    kind = category_of(noun, []) if noun is not None else "unknown"
    if noun is None or kind == "unknown":
        return person
    return replace(person, group="soldiers" if kind == "state forces" else noun.text, category=kind)


_THEN = re.compile(
    r"\s*,?\s+(?:and\s+)?(?:then|later|finally|now)\s+(?:to\s+)?$"
    r"|\s+(?:at\s+first|initially),\s+(?:was|is|stood\s+at|rose\s+to|climbed\s+to|reached|grew\s+to)\s+(?:later\s+|then\s+|now\s+)?$"
)


def _and_then(text: str, quantities: tuple[QuantitySpan, ...], number: QuantitySpan) -> QuantitySpan:
    """The last number of a toll that rose again and again: "rose from 50 to 79, then 86", "given as 20 at first, was 22"."""
    after = next((q for q in quantities if q.start > number.end and _THEN.fullmatch(text, number.end, q.start)), None)
    return _and_then(text, quantities, after) if after is not None else number


_VARY = re.compile(r"(?:other\s+)?(?:estimates|figures|counts)\b", re.IGNORECASE)


def _range(quantities: tuple[QuantitySpan, ...], at: int) -> QuantitySpan | None:
    """The range that estimates run over: "estimates vary between 40 and 300"."""
    return next((q for q in quantities if q.start < at < q.end and q.quantity.rule == "toll.range"), None)


def _last_of_two(quantities: tuple[QuantitySpan, ...], at: int) -> QuantitySpan | None:
    """The second number of "from 21 to 26", which reads like a range."""
    both = next((q for q in quantities if q.start < at < q.end and q.quantity.rule == "toll.range"), None)
    if both is None or both.quantity.high is None:
        return None
    high = both.quantity.high
    return QuantitySpan(both.start, both.end, Quantity(high, high, high, both.quantity.wording, "toll.exact"))


_HARMED = r"(?P<who>dead|deaths|killed|died|fatalities|victims|wounded|injured|hurt)"
_NUMBER_OF = (
    r"the\s+(?:(?:total|overall|official|confirmed)\s+)*(?:(?:death\s+)?toll|(?:number|count)\s+of\s+(?:(?:those|people|persons)\s+)?"
    rf"(?:who\s+)?(?:(?:have|had|were|was|been)\s+)*(?:\w+\s+){{0,2}}?{_HARMED})\b"
)
_PEOPLE = rf"(?:{_NUMBER_OF}|the\s+{_HARMED.replace('who', 'those')}\b)"
_BRINGS = re.compile(rf"\b{_BRINGING}\s+to\s+(?=(?P<n>\S))[^.;]{{1,40}}?\s+{_NUMBER_OF}", re.IGNORECASE)
_PUT_AT = re.compile(
    rf"\b(?:put|puts|putting|placed|estimated|set)\s+at\s+(?=(?P<n>\S))[^.;,]{{1,40}}?\s+{_PEOPLE}",
    re.IGNORECASE,
)
"""The same put at a number: "has put at 33 the number of killed, and at 95 the wounded"."""
_AND_AT = re.compile(rf"[^.;]{{0,15}}?\band\s+at\s+(?=(?P<n>\S))[^.;,]{{1,40}}?\s+{_PEOPLE}", re.IGNORECASE)
_AS_NUMBER = re.compile(rf"\b(?:gave|gives?|giving|cited|named|listed)\s+(?=(?P<n>\S))[^.;,]{{1,30}}?\s+as\s+{_NUMBER_OF}", re.IGNORECASE)


def find_brought(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """Running tolls whose number stands first ("brings to 55 the total number of dead"), and numbers put so beside others ("put at 33 the
    number of killed")."""
    text = text_of(sentence)
    for match in _BRINGS.finditer(text):
        yield from _brought(sentence, match, quantities)
    for match in _PUT_AT.finditer(text):
        yield from _brought(sentence, match, quantities, given=True)
        again = _AND_AT.match(text, match.end())
        if again is not None:
            yield from _brought(sentence, again, quantities, given=True)
    for match in _AS_NUMBER.finditer(text):
        yield from _brought(sentence, match, quantities, given=True)


def _brought(sentence: Span, match: re.Match[str], quantities: tuple[QuantitySpan, ...], given: bool = False) -> Iterator[Harm]:
    """The count of a wording whose number stands first."""
    at = sentence.start_char + match.start("n")
    number = next((q for q in quantities if q.start == at), None)
    cue = next((t for t in sentence if t.idx > at), None)
    if number is None or cue is None:
        return
    told = (match["who"] or match.groupdict().get("those") or "").lower()
    outcome = "injured" if told in ("wounded", "injured", "hurt") else "killed"
    person = People(number.start, number.end, cue.i, number.quantity, "people", counted=True)
    end = sentence.start_char + match.end()
    yield Harm(outcome, person, cue.i, number.start, end, number.quantity, total=not given, given=given)
