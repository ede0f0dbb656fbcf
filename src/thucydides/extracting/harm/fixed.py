"""Tolls in fixed wordings: "no casualties", "nobody was hurt", "the toll rose to 16", "bringing the number of dead to five".

Invariants: "no casualties" is 0 killed and 0 injured; "no further casualties" and "no information on casualties" say nothing.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people import People
from thucydides.extracting.people.sides import category_of
from thucydides.extracting.quantities import QuantitySpan
from thucydides.nouns import Quantity

_NONE = re.compile(
    r"\b(?P<no>no|without|zero|any)\s+(?:(?:reported|known|immediate\s+reports\s+of|reports\s+of|reports\s+on|serious|major|human|civilian|military|confirmed|immediate|any)\s+)*"
    r"(?P<what>casualties|casualty|deaths(?:\s+or\s+injuries)?|injuries(?:\s+or\s+deaths)?|fatalities|victims|injured|loss\s+of\s+life|losses|wounded|one\s+(?:was|were|is|had\s+been)\s+(?:reported\s+)?(?P<one>killed|injured|hurt|wounded|harmed)(?:\s+or\s+(?P<one2>killed|injured|hurt|wounded))?)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no\s+one|none(?:\s+of\s+(?:the|them)[\w\s]{0,20})?|no\s+(?:civilians?|soldiers?|people|officers?|students?|police(?:men)?))\s+(?:was|were|is|has\s+been|had\s+been|have\s+been|got|else\s+was)\s+(?:seriously\s+|reported\s+|reportedly\s+)?"
    r"(?P<verb>killed|injured|hurt|wounded|harmed)(?:\s+or\s+(?P<second>killed|injured|hurt|wounded))?",
    re.IGNORECASE,
)
_NO_CAUSE = re.compile(
    r"\b(?:further|other|more|additional|else|new|information|details?|confirm\w*|word|figures?|unclear|whether|if)\b",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\b(?:(?P<losses>losses)|(?:(?:death|casualty|overall|total|official)\s+)?toll|(?<=put\s)the\s+(?:number|figure|count)(?=\s+at\b)|number\s+of\s+(?:\w+\s+){0,2}?(?P<who>dead|deaths|killed|fatalities|victims|wounded|injured|casualties))\b(?P<between>[^.;]{0,90}?)\b(?P<link>now|to|at|as|of|was|is|stood\s+at|stands\s+at|reached|exceeded|surpassed|topped|hit|passed)\s+"
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
_FORMER = re.compile(
    r"\b(?:earlier|initial(?:ly)?|previous(?:ly)?|originally|at first)\b,?[^.;,]{0,60}$"
    r"|\b(?:corrected|revised|lowered|updated)\b[^.;,]{0,40}\bfrom\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
"""Words before a toll that leave it to an earlier time: "had earlier put the toll at 27"."""
_OWN_ONLY = re.compile(
    r"\s+(?:from|in|among)\s+the\s+(?:\w+\s+){1,2}(?:community|congregation|contingent|delegation|staff|team)\b|"
    r"\s+(?:of\s+(?:its|their|our)\s+own|(?:on|to|among)\s+(?:its|their|our|the\s+\w+)\s+(?:own\s+)?(?:side|forces|troops|soldiers|men|ranks))\b",
    re.IGNORECASE,
)
"""What makes "no losses" those of one side alone."""
_COUNT = re.compile(r"\s+(?:count|figure|toll|total|estimate|number|list|report)s?\b", re.IGNORECASE)
"""What "no casualty" only names: nobody has counted yet ("there was no immediate casualty count")."""
_OF_PEOPLE = re.compile(r"\s*(?:dead|killed|men|soldiers|fighters|people|troops)?\s*(?:[,.;)]|$|and\b)")
_ITS = re.compile(r"\b(?:its|their)\s+(?:own\s+)?$", re.IGNORECASE)
_FIGURE = re.compile(
    r"\b(?:(?:a|the)\s+(?:higher\s+|lower\s+)?figure\s+of|(?:other\s+)?(?:estimates|figures|counts)\s+(?:run|ran|range|ranged|go|went|vary|varied)"
    r"(?:\s+as\s+high\s+as|\s+up\s+to|\s+to|\s+from|\s+between)?|(?P<bare>sp(?:oke|eaks?|oken)\s+of)"
    r"|(?P<revised>revised|lowered|raised|corrected|updated|reduced|cut)\s+(?:it|that|this|the\s+(?:figure|number|count|tally|estimate))"
    r"(?P<to>[^.;,]{0,40}?)\s+to)\s+(?=(?P<n>\S))",
    re.IGNORECASE,
)
"""A number of people given beside another one: "gave a figure of 60", "estimates run as high as 1,500"."""
_OWN_HAND = re.compile(
    r"\b(?:turn(?:ed|ing|s)?\s+(?:the|a|his|her)\s+(?:\w+\s+){1,2}on\s+(?:himself|herself)|t(?:ook|aking|akes)\s+(?:his|her)\s+own\s+life"
    r"|(?:fatally\s+)?(?:shot|shoots|shooting|killed|killing|kills)\s+(?:and\s+killed\s+)?(?:himself|herself)|committ?(?:ed|ing|s)\s+suicide"
    r"|and\s+(?:then\s+)?(?:himself|herself)\b|self-inflicted\s+gunshot)",
    re.IGNORECASE,
)
_DEADLY = re.compile(r"\b(?:kill|fatal|suicide|turn|own\s+life|taking|took|takes)", re.IGNORECASE)
_OUTCOME = {"killed": "killed", "injured": "injured", "hurt": "injured", "wounded": "injured", "harmed": "injured"}


def _zero(sentence: Span, start: int, end: int, outcome: str) -> Harm:
    quantity = Quantity(0, 0, 0, sentence.doc.text[start:end], "toll.none")
    cue = next((t.i for t in sentence if t.idx <= start < t.idx + len(t)), sentence.start)
    return Harm(outcome, People(start, end, cue, quantity, "", counted=True), cue, start, end, quantity)


def find_none(sentence: Span) -> Iterator[Harm]:
    """Statements that nobody was harmed, as counts of 0 for the outcomes they name."""
    text, offset = sentence.text, sentence.start_char
    for match in _NONE.finditer(text):
        around = text[max(0, match.start() - 30) : match.end() + 25]
        if _OWN_ONLY.match(text, match.end()) or _COUNT.match(text, match.end()) or _NO_CAUSE.search(around) or (
            match["no"].lower() == "any"
            and not re.search(r"\b(?:not|n['’]t|without)\b[^.]{0,30}$", text[: match.start()], re.IGNORECASE)
        ):
            continue
        what = match["what"].lower()
        outcomes = []
        if match["one"]:
            outcomes = [_OUTCOME[w.lower()] for w in (match["one"], match["one2"]) if w]
        else:
            if re.search(r"casualt|victim|loss", what):
                outcomes = ["killed", "injured"] if "life" not in what else ["killed"]
            if re.search(r"death|fatalit", what):
                outcomes.append("killed")
            if re.search(r"injur|wounded", what):
                outcomes.append("injured")
        if outcomes == ["injured"] and re.search(r"serious", match.group(), re.IGNORECASE):
            continue
        for outcome in dict.fromkeys(outcomes):
            yield _zero(sentence, offset + match.start(), offset + match.end(), outcome)
    for match in _NOBODY.finditer(text):
        if re.search(r"\belse\b", match.group(), re.IGNORECASE):
            continue
        for word in dict.fromkeys(w for w in (match["verb"], match["second"]) if w):
            yield _zero(sentence, offset + match.start(), offset + match.end(), _OUTCOME[word.lower()])


def find_running_toll(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """Running tolls, which replace what was counted before ("bringing the death toll to five"), and tolls put at a number."""
    text, offset = sentence.text, sentence.start_char
    for match in (*_TOLL.finditer(text), *_FIGURE.finditer(text)):
        at = offset + match.end()
        number = next((q for q in quantities if 0 <= q.start - at <= 3 and q.quantity.rule != "toll.none"), None)
        number = number or _last_of_two(quantities, at)
        between = match.groupdict().get("between")
        if number is None or (between and _NOT_YET.search(between)) or re.match(
            r"\s*(?:%|percent|per cent|days|weeks|months|years)", sentence.doc.text[number.end : number.end + 10]
        ):
            continue
        losses = match.groupdict().get("losses")
        revised = bool(match.groupdict().get("revised"))
        if (match.groupdict().get("bare") or revised) and not re.match(r"[,.;)]|$", sentence.doc.text[number.end : number.end + 1]):
            continue  # "spoke of nine attacks"
        if losses and not _OF_PEOPLE.match(sentence.doc.text, number.end):
            continue  # "losses of 40 tanks"
        own = bool(losses) and _ITS.search(text[: match.start()]) is not None
        who = (match.groupdict().get("who") or "dead").lower()
        outcome = "injured" if who in ("wounded", "injured") else "killed"
        start = number.start if match.groupdict().get("bare") else offset + match.start()
        cue = next((t.i for t in sentence if t.idx <= start < t.idx + len(t)), sentence.start)
        person = People(number.start, number.end, cue, number.quantity, "its losses" if own else "people", counted=True)
        person = _whose(sentence.doc[cue], person) if losses else person
        before = text[: match.start()]
        former = not own and not losses and _FORMER.search(before) is not None
        given = former or (not own and not revised and (match.re is _FIGURE or _GIVEN.search(before) is not None))
        yield Harm(outcome, person, cue, start, number.end, number.quantity, total=not given and not losses, given=given)


def _whose(losses: Token, person: People) -> People:
    """The people of "the losses of the army": those of whom the words say that they were lost."""
    of = next((c for c in losses.children if c.lower_ == "of"), None)
    noun = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    kind = category_of(noun, []) if noun is not None else "unknown"
    if noun is None or kind == "unknown":
        return person
    return replace(person, group="soldiers" if kind == "state forces" else noun.text, category=kind)


def _last_of_two(quantities: tuple[QuantitySpan, ...], at: int) -> QuantitySpan | None:
    """The second number of "from 21 to 26", which reads like a range."""
    both = next((q for q in quantities if q.start < at < q.end and q.quantity.rule == "toll.range"), None)
    if both is None or both.quantity.high is None:
        return None
    high = both.quantity.high
    return QuantitySpan(both.start, both.end, Quantity(high, high, high, both.quantity.wording, "toll.exact"))


_BRINGS = re.compile(
    r"\bbr(?:ings?|inging|ought)\s+to\s+(?=(?P<n>\S))[^.;]{1,40}?\s+the\s+(?:(?:total|overall|official|confirmed)\s+)*"
    r"(?:(?:death\s+)?toll|(?:number|count)\s+of\s+(?:\w+\s+){0,2}?(?P<who>dead|deaths|killed|fatalities|victims|wounded|injured))\b",
    re.IGNORECASE,
)


def find_brought(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """Running tolls whose number stands first: "brings to 55 the total number of dead"."""
    for match in _BRINGS.finditer(sentence.text):
        at = sentence.start_char + match.start("n")
        number = next((q for q in quantities if q.start == at), None)
        cue = next((t for t in sentence if t.idx > at), None)
        if number is None or cue is None:
            continue
        outcome = "injured" if (match["who"] or "").lower() in ("wounded", "injured") else "killed"
        person = People(number.start, number.end, cue.i, number.quantity, "people", counted=True)
        yield Harm(outcome, person, cue.i, number.start, number.end, number.quantity, total=True)


def find_own_hand(sentence: Span) -> Iterator[Harm]:
    """Attackers who killed themselves ("before turning the gun on himself"), one harm a sentence at most."""
    match = _OWN_HAND.search(sentence.text)
    if match is None or re.search(
        r"\b(?:tried|attempt\w*|threat\w*|planned|wanted|accident\w*|intention)\b", sentence.text, re.IGNORECASE
    ):
        return
    start, end = sentence.start_char + match.start(), sentence.start_char + match.end()
    quantity = Quantity(1, 1, 1, match.group(), "toll.attacker")
    cue = next((t.i for t in sentence if t.idx <= start < t.idx + len(t)), sentence.start)
    deadly = _DEADLY.search(match.group()) is not None  # who "shot himself" may live, where nobody else was shot
    yield Harm("killed", People(start, end, cue, quantity, "attacker"), cue, start, end, quantity, self_inflicted=True, struck=not deadly)


_PAIR = re.compile(
    r"\b(?P<killed>\d[\d,]*)\s+(?:killed|dead|deaths?|fatalities|kia)\s*(?:/|\+|&|,)\s*(?P<injured>\d[\d,]*)\s+"
    r"(?:injured|wounded|hurt|injuries|wia)\b",
    re.IGNORECASE,
)
"""The clipped tally of situation reports: "5 killed / 28 injured"."""


def find_pairs(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """The dead and the injured of clipped tallies (rule `toll.tally`)."""
    for match in _PAIR.finditer(sentence.doc.text, sentence.start_char, sentence.end_char):
        for outcome in ("killed", "injured"):
            span = next((q for q in quantities if q.start == match.start(outcome)), None)
            cue = next((t for t in sentence if t.idx > match.end(outcome)), None)
            if span is not None and cue is not None:
                people = People(span.start, span.end, cue.i - 1, span.quantity, "", counted=True)
                yield Harm(outcome, people, cue.i, span.start, cue.idx + len(cue), span.quantity)
