"""Tolls in fixed wordings: "no casualties", "nobody was hurt", "5 killed / 28 injured", "before turning the gun on himself".

Invariants: "no casualties" is 0 killed and 0 injured; "no further casualties" and "no information on casualties" say nothing.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people import People
from thucydides.extracting.people.sides import category_of
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.nouns import Quantity

_NONE = re.compile(
    r"\b(?P<no>no|without|zero|any|neither|nor)\s+(?:(?:causing|inflicting|reported|known|human|civilian|military|confirmed|any|rebel|army|police)\s+)*"
    r"(?P<what>casualties|casualty|deaths(?:\s+or\s+injuries)?|injuries(?:\s+or\s+deaths)?|fatalities|fatality|victims|victim(?=\s*(?:[.,;:)]|$)|\s+(?:was|has\s+been|had\s+been)\s+(?:reported|recorded))|injured|loss\s+of\s+life|losses|loss(?=\s*(?:[.,;:)]|$))|wounded|one\s+(?:was|were|is|had\s+been)\s+(?:reported\s+)?(?P<one>killed|injured|hurt|wounded|harmed)(?:\s+or\s+(?P<one2>killed|injured|hurt|wounded))?)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no[\s-]one|none(?:\s+of\s+(?:the|them)[\w\s]{0,20})?|no\s+(?:civilians?|soldiers?|people|officers?|students?|police(?:men)?))\s+(?:was|were|is|has\s+been|had\s+been|have\s+been|got|else\s+was)\s+(?:seriously\s+|reported\s+|reportedly\s+)?"
    r"(?P<verb>killed|injured|hurt|wounded|harmed|hit)(?:\s+or\s+(?P<second>killed|injured|hurt|wounded))?",
    re.IGNORECASE,
)
_NO_CAUSE = re.compile(
    r"\b(?:further|other|more|additional|else|new|information|details?|confirm\w*|word|figures?|unclear|whether|if)\b",
    re.IGNORECASE,
)
_OWN_ONLY = re.compile(
    r"\s+(?:from|in|among)\s+the\s+(?:\w+\s+){1,2}(?:community|congregation|contingent|delegation|staff|team)\b|"
    r"\s+(?:of\s+(?:its|their|our)\s+own|(?:on|to|among)\s+(?:its|their|our|the\s+\w+)\s+(?:own\s+)?(?:side|forces|troops|soldiers|men|ranks))\b",
    re.IGNORECASE,
)
"""What makes "no losses" those of one side alone."""
_SUFFERED = re.compile(
    r"\b(?:suffer(?:ed|ing)|sustain(?:ed|ing)|incurr(?:ed|ing)|(?:had|have|has|having|took|taken)(?:\s+had)?)\s+$", re.IGNORECASE
)
"""Words before "no losses" that leave them to who suffered none: one side alone."""
_NOT_YET = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:(?:immediately|initially|yet|so\s+far)\s+(?:been\s+)?(?:reported|known|confirmed|announced|given|recorded)"
    r"|(?:reported|known|confirmed|announced)\s+(?:immediately|initially|yet|at\s+first))\b",
    re.IGNORECASE,
)
"""What leaves it open whether anybody was harmed: "no casualties were immediately reported"."""
_COUNT = re.compile(r"\s+(?:count|figure|toll|total|estimate|number|list|report)s?\b", re.IGNORECASE)
"""What "no casualty" only names: nobody has counted yet ("there was no immediate casualty count")."""
_ELSEWHERE = re.compile(r"[^.;,]{0,40}?\b(?:elsewhere|anywhere\s+else|in\s+other\s+(?:parts|places|areas|towns))\b", re.IGNORECASE)
"""What leaves "no casualties" to other places than the deed's."""
_OWN_HAND = re.compile(
    r"\b(?:turn(?:ed|ing|s)?\s+(?:the|a|his|her)\s+(?:\w+\s+){1,2}on\s+(?:himself|herself)|t(?:ook|aking|akes)\s+(?:his|her)\s+own\s+life"
    r"|(?:fatally\s+)?(?:shot|shoots|shooting|killed|killing|kills)\s+(?:and\s+killed\s+)?(?:himself|herself)|committ?(?:ed|ing|s)\s+suicide"
    r"|(?:and\s+(?:then\s+)?|as\s+well\s+as\s+)(?:himself|herself)\b|self-inflicted\s+gunshot)",
    re.IGNORECASE,
)
_DEADLY = re.compile(r"\b(?:kill|fatal|suicide|turn|own\s+life|taking|took|takes)", re.IGNORECASE)
_OUTCOME = {"killed": "killed", "injured": "injured", "hurt": "injured", "wounded": "injured", "harmed": "injured", "hit": "injured"}


def _zero(sentence: Span, start: int, end: int, outcome: str, side: str = "") -> Harm:
    """That nobody came to harm, or no civilian, no soldier or nobody of a side, of whom alone the words then speak."""
    quantity = Quantity(0, 0, 0, text_of(sentence.doc)[start:end], "toll.none")
    cue = next((t.i for t in sentence if t.idx <= start < t.idx + len(t)), sentence.start)
    some = "civilians" if _CIVILIAN.search(quantity.wording) else "state forces" if _FORCES.search(quantity.wording) else side
    people = People(start, end, cue, quantity, some, some or "unknown", counted=True)
    return Harm(outcome, people, cue, start, end, quantity)


_CIVILIAN = re.compile(r"\bcivilians?\b", re.IGNORECASE)
_FORCES = re.compile(r"\b(?:soldiers?|officers?|police(?:men)?)\b", re.IGNORECASE)


def _of_side(wording: str) -> str:
    """The side of which nobody came to harm, where a word before the noun says it: "no rebel injuries"."""
    words = wording.lower().split()
    return "rebels" if "rebel" in words else "state forces" if {"army", "police"} & set(words) else ""


def _among_whom(sentence: Span, end: int) -> str:
    """The side of those among whom there were no losses: "no losses among the servicemen"."""
    text = text_of(sentence.doc)
    among = _AMONG.match(text, end)
    noun = next((t for t in sentence if among is not None and t.idx >= among.end() and t.pos_ in ("NOUN", "PROPN")), None)
    near = noun is not None and among is not None and noun.idx - among.end() <= _NEAR_NOUN
    side = category_of(noun, [t.lower_ for t in noun.lefts]) if noun is not None and near else ""
    return side if side in _SIDES else ""


_AMONG = re.compile(r"\s+(?:among|amongst|within)\s+(?:the\s+)?", re.IGNORECASE)
_NEAR_NOUN = 20
_SIDES = frozenset({"state forces", "rebels", "militia", "external forces", "criminals"})


_NOT_SO = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)|disput(?:es|ed|ing))\s+"
    r"(?:(?:that|having|claims|reports|accusations|of|its|the|their|his|strikes?|raids?|bombs?|shelling|forces|troops|soldiers|aircraft)\s+){0,6}?"
    r"(?:(?:anyone|anybody|people)\s+(?:(?:had|have|has|was|were|been|ever)\s+)*(?P<verb>killed|injured|hurt|wounded|harmed)"
    r"|(?P<act>kill(?:ed|ing)|hurt(?:ing)?|wound(?:ed|ing)|injur(?:ed|ing)|harm(?:ed|ing))\s+(?:anyone|anybody))\b",
    re.IGNORECASE,
)
"""Harm that somebody says was not done: "denied that anyone had been killed", "denied killing anybody"."""


_UNSCATHED = re.compile(
    r"\b(?:(?:suffered|sustained|incurred|taken|took)\s+no\s+(?:losses|casualties|fatalities|deaths)(?:\s+of\s+its\s+own)?"
    r"|lost\s+no\s+(?:men|soldiers|troops|fighters|one|personnel|people))\b(?!\s+(?:among|in|from|to|of))",
    re.IGNORECASE,
)
"""Words by which a side that speaks says that none of its own came to harm."""
_SPEAKING = (
    ("state forces", re.compile(r"\b(?:army|military|ministry|government|police|navy|air\s+force|troops|gendarmerie)\b", re.I)),
    ("rebels", re.compile(r"\b(?:rebels?|insurgents?|guerrillas?|militants?|separatists?|fighters|movement)\b", re.I)),
)
"""Who speaks of its own side by such words, where the sentence names only one of the two."""


def find_refused(sentence: Span) -> Iterator[Harm]:
    """Denials that anybody came to harm, as counts of 0 that stand beside what others count and are no toll of their own."""
    text, offset = text_of(sentence), sentence.start_char
    for match in _NOT_SO.finditer(text):
        told = (match["verb"] or match["act"]).lower()
        outcome = "killed" if told.startswith("kill") else "injured"
        yield replace(_zero(sentence, offset + match.start(), offset + match.end(), outcome), given=True)
    for match in _UNSCATHED.finditer(text):
        sides = [side for side, words in _SPEAKING for _ in words.finditer(text, 0, match.start())]
        if len(set(sides)) == 1:
            yield replace(_zero(sentence, offset + match.start(), offset + match.end(), "killed", sides[0]), given=True)


def find_none(sentence: Span) -> Iterator[Harm]:
    """Statements that nobody was harmed, as counts of 0 for the outcomes they name."""
    text, offset = text_of(sentence), sentence.start_char
    for match in _NONE.finditer(text):
        around = text[max(0, match.start() - 30) : match.end() + 25]
        of_one = _OWN_ONLY.match(text, match.end()) or _SUFFERED.search(text, 0, match.start())
        if of_one or any(p.match(text, match.end()) for p in (_ELSEWHERE, _COUNT, _NOT_YET)) or _NO_CAUSE.search(around) or (
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
            side = _of_side(match.group()) or _among_whom(sentence, offset + match.end())
            yield _zero(sentence, offset + match.start(), offset + match.end(), outcome, side)
    for match in _NOBODY.finditer(text):
        if re.search(r"\belse\b", match.group(), re.IGNORECASE):
            continue
        for word in dict.fromkeys(w for w in (match["verb"], match["second"]) if w):
            yield _zero(sentence, offset + match.start(), offset + match.end(), _OUTCOME[word.lower()])


def find_own_hand(sentence: Span) -> Iterator[Harm]:
    """Attackers who killed themselves ("before turning the gun on himself"), one harm a sentence at most."""
    match = _OWN_HAND.search(text_of(sentence))
    if match is None or re.search(
        r"\b(?:tried|attempt\w*|threat\w*|planned|wanted|accident\w*|intention)\b", text_of(sentence), re.IGNORECASE
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
    for match in _PAIR.finditer(text_of(sentence.doc), sentence.start_char, sentence.end_char):
        for outcome in ("killed", "injured"):
            span = next((q for q in quantities if q.start == match.start(outcome)), None)
            cue = next((t for t in sentence if t.idx > match.end(outcome)), None)
            if span is not None and cue is not None:
                people = People(span.start, span.end, cue.i - 1, span.quantity, "", counted=True)
                yield Harm(outcome, people, cue.i, span.start, cue.idx + len(cue), span.quantity)
