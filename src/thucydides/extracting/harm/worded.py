"""Worded: counts that fixed words of harm open or close, wherever the tree hangs them: "injuries to two of its soldiers", "claimed up to
600 lives", "slit the throats of 18 farmers", "seven of the 20 injured soldiers", "nine died and three suffered burns".

Invariant: whom another reader has counted by the same number is not counted again.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of
from thucydides.extracting.people import People
from thucydides.extracting.quantities import QuantitySpan, find_quantities
from thucydides.extracting.texts import text_of
from thucydides.nouns import Quantity

_INJURIES = re.compile(r"\b(?:injur(?:y|ies)|wounds)\s+(?:to|among|on)\s+$", re.IGNORECASE)
_THROATS = re.compile(r"\b(?:slit|slits|slitting|cuts?|cutting|slashed)\s+the\s+throats?\s+of\s+$", re.IGNORECASE)
_CLAIMED = re.compile(
    r"\b(?:claim(?:ed|ing|s)?|tak(?:en|ing|es?)|took|cost(?:ing|s)?|loss\s+of)\s+(?:the\s+)?(?:an?\s+(?:\w+\s+)?\w+\s+of\s+)?$",
    re.IGNORECASE,
)
_LIVES = re.compile(r"\s+(?:of\s+)?(?:(?!others\b)[\w-]+\s+){0,4}?(?:lives|victims)\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:\band|\bwhile|\bwith|[,;])\s+(?:another\s+|a\s+further\s+|some\s+)?$", re.IGNORECASE)
_BEFELL = re.compile(
    r"(?:\s+(?:more|others?|people|persons))*(?:\s+\([^()]{3,50}\))?(?:\s+(?:was|were|are|ha(?:ve|d|s)\s+been))?\s+(?:(?P<injured>hurt|injured|wounded|hospitali[sz]ed"
    r"|(?:suffer|sustain|receiv|incurr)(?:ed|ing)\s+(?:\w+\s+){0,3}?(?:burns|injuries|wounds|fractures)|(?:still\s+)?(?:being\s+treated|under\s+(?:medical\s+)?treatment)|(?:still\s+)?in\s+(?:a\s+|the\s+)?hospitals?|(?:left\s+)?with\s+(?:\w+\s+)?(?:wounds|injuries|burns))"
    r"|(?P<captured>taken\s+(?:prisoners?|captives?|hostages?)))\b(?=\s*(?:[.,;:)\"”]|$|\s(?:and|as|when|while|before|after|during|according|overnight|"
    r"in|at|on|near|by|from|to|with|over|across|outside|inside)\b))",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"(?:\s+[a-z-]+){1,3}\s+\([^()]{3,60}\)\s+(?:(?P<killed>dead|killed|slain|shot\s+dead)|(?P<injured>hurt|injured|wounded))\b"
    r"(?=\s*(?:[.,;:)]|$|\s(?:and|as|when|on|at|in|near|by)\b))"
)
"""What became of people counted whose names or kinds stand in brackets: "one policeman (Cpl Omar) dead on the 19th"."""
_KILLINGS = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?(?:killings|murders|homicides|slayings|assassinations|executions)\b", re.IGNORECASE)
_COUNTED_BY = re.compile(
    r"\b(?:record|document|report|count|register|log|list|tall(?:y|i)|verif|confirm)\w*\b[^.;]{0,60}$"
    r"|\bthere\s+(?:were|have\s+been)\s+$",
    re.IGNORECASE,
)
"""Who counts killings by their number: "documented 80 killings in March"."""
FEW_KILLINGS = 3
_OF_THE = re.compile(r"\s+of\s+(?:the|those|its|their)\s+(?=\S)", re.IGNORECASE)
_BURIED = re.compile(
    r"(?:\s+(?!of\b|were\b|was\b)[\w-]+){0,3}\s+(?:was|were|have\s+been|had\s+been)\s+(?:later\s+|already\s+)?(?:buried|laid\s+to\s+rest)\b"
    r"(?!\s+(?:alive|under|beneath|in\s+(?:the\s+)?(?:rubble|debris|snow|mud|landslide)))",
    re.IGNORECASE,
)
"""What says that people counted were buried, and so had died."""
_NOT_SURVIVED = re.compile(
    r"(?:\s+(?:of\s+(?:its|the|their|his|her|those)\s+)?[\w-]+){0,4}?\s+"
    r"(?:(?:did\s+not|didn['’]t)\s+survive|ha(?:d|ve)\s+(?:had\s+)?their\s+throats?\s+(?:been\s+)?(?:cut|slit|slashed))\b",
    re.IGNORECASE,
)
"""What says that people counted died: "six of its men did not survive", "ten herders had their throats cut"."""
_WITH_SOME = re.compile(
    r"(?:\s+(?!of\b)[\w-]+){1,3},\s+(?:including|among\s+(?:them|whom)|mostly|mainly|(?:many|most|some)\s+of\s+(?:them|whom))\b[^.;:]{3,90}?,"
    r"\s+(?:(?:were|was|(?:had|have|has)(?=\s+(?:been|died|perished)\b))\s+)?(?:been\s+)?(?:(?P<killed>died|killed|perished|slain|lost\s+(?:their\s+)?lives)"
    r"|(?P<injured>wounded|injured|hurt|(?:suffered|sustained|received)\s+(?:\w+\s+)?(?:injuries|wounds|burns)))\b",
    re.IGNORECASE,
)
"""What befell people counted behind a word of some of them: "saying 40 farmers, including both old and young, had died"."""
_GRAVES = re.compile(
    r"\b(?:mass|shallow|common|unmarked)\s+graves?\b[^.;]{0,50}?\b(?:hold|holding|held|contain(?:s|ed|ing)?)\s+(?:the\s+remains\s+of\s+)?$",
    re.IGNORECASE,
)
"""What is said to hold the dead: "a mass grave holding 41"."""
_HAD_BURIED = re.compile(r"\b(?:ha(?:d|ve|s)\s+)?buried\s+$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;)]|$|(?:bodies|corpses|people|persons|dead|victims|of\s+(?:them|the\s+dead))\b)", re.IGNORECASE)
"""What ends a count of those whom somebody buried: "the council had buried 70"."""
_ONE_MORE = re.compile(
    r"\ban?\s+(?P<n>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|\d+(?:st|nd|rd|th))\s+"
    r"(?:later\s+|has\s+(?:since\s+)?|had\s+)?(?:died|succumbed|perished|passed\s+away|lost\s+(?:his|her)\s+life)\b",
    re.IGNORECASE,
)
"""One who died beside those counted before: "killed three people instantly; a fourth died of his wounds"."""
_OWN = re.compile(r"\s+own\s+(?:(?P<killed>dead|killed)|(?P<injured>wounded|injured))\b", re.IGNORECASE)
_STATE = re.compile(
    r"\s+(?:(?P<killed>dead|(?:people\s+)?killed|slain)|(?P<injured>(?:people\s+)?(?:injured|wounded))"
    r"|(?P<captured>(?:[\w-]+\s+){0,3}?(?:(?:who|that)\s+)?(?:(?:were|had\s+been|they|it|he)\s+)?(?:had\s+)?(?:abducted|kidnapped|seized|snatched"
    r"|(?:taken|held)\s+(?:hostage|captive|prisoner)s?|(?<=hostages\s)taken|(?<=captives\s)taken|(?<=prisoners\s)taken)))\b",
    re.IGNORECASE,
)


def find_worded(sentence: Span, quantities: Sequence[QuantitySpan], known: Sequence[Harm]) -> Iterator[Harm]:
    """The counts of a sentence that stand behind or before fixed words of harm (rule `toll.worded`)."""
    text = text_of(sentence.doc)
    for match in _ONE_MORE.finditer(text, sentence.start_char, sentence.end_char):
        words = [t for t in sentence if match.end("n") <= t.idx < match.end()]
        cue = next((t.i for t in words if t.pos_ == "VERB"), words[0].i)
        quantity = Quantity(1, 1, 1, match.group(), "toll.ordinal")
        people = People(match.start(), match.end("n"), cue, quantity, f"a {match['n'].lower()}", more=True, ordinal=True)
        if not any(h.people.start < match.end() and match.start() < h.people.end for h in known):
            yield Harm("killed", people, cue, match.start(), match.end(), quantity)
    for number in quantities:
        if number.quantity.rule == "toll.none" or any(_meet(h, number) for h in known):
            continue
        before = text[sentence.start_char : number.start]
        for pattern, outcome in ((_INJURIES, "injured"), (_THROATS, "killed")):
            if pattern.search(before):
                yield from _behind(sentence, number, outcome, tuple(quantities))
        lives = _LIVES.match(text, number.end, sentence.end_char)
        if lives is not None and _CLAIMED.search(before):
            yield _counted(sentence, number, "killed", "lives", number.start, lives.end())
        buried = _BURIED.match(text, number.end, sentence.end_char) or _NOT_SURVIVED.match(text, number.end, sentence.end_char)
        if buried is not None:
            yield _counted(sentence, number, "killed", "", number.start, buried.end())
        if _HAD_BURIED.search(before) and (number.quantity.best or 0) > 1 and _ENDS.match(text, number.end, sentence.end_char):
            yield _counted(sentence, number, "killed", "", number.start, number.end)
        some = _WITH_SOME.match(text, number.end, sentence.end_char)
        if some is not None:
            group = text[number.end : some.end()].partition(",")[0].strip()
            yield _counted(sentence, number, "killed" if some["killed"] else "injured", group, number.start, number.end + len(group) + 1)
        if _GRAVES.search(before):
            yield _counted(sentence, number, "killed", "people", number.start, number.end)
        own = _OWN.match(text, number.end, sentence.end_char)
        if own is not None:
            yield _counted(sentence, number, "killed" if own["killed"] else "injured", "own", number.start, own.end())
        killings = _KILLINGS.match(text, number.end, sentence.end_char)
        if killings is not None and _COUNTED_BY.search(before) and (number.quantity.best or 0) >= FEW_KILLINGS:
            yield _counted(sentence, number, "killed", "people", number.start, killings.end())
        named = _IN_BRACKETS.match(text, number.end, sentence.end_char)
        if named is not None:
            group = text[number.end : named.end()].partition("(")[0].strip()
            yield _counted(sentence, number, "killed" if named["killed"] else "injured", group, number.start, named.end())
        befell = _BEFELL.match(text, number.end, sentence.end_char)
        if befell is not None and _JOINED.search(before):
            yield _counted(sentence, number, "injured" if befell["injured"] else "captured", "", number.start, befell.end())


def of_those(sentence: Span, harms: Sequence[Harm], quantities: Sequence[QuantitySpan]) -> list[Harm]:
    """The harms with the whole that a part of it names in their place: "seven of the 20 injured soldiers are critical" tells of 20."""
    text, result = text_of(sentence.doc), list(harms)
    for some in quantities:
        told = _OF_THE.match(text, some.end, sentence.end_char)
        whole = _next(text, told.end(), sentence.end_char) if told is not None else None
        state = _STATE.match(text, whole.end, sentence.end_char) if whole is not None else None
        if whole is None or state is None or (some.quantity.best or 0) >= (whole.quantity.best or 0):
            continue
        outcome = next(name for name in ("killed", "injured", "captured") if state[name])
        result = [h for h in result if h.outcome != outcome or not (_meet(h, some) or _meet(h, whole))]
        result.append(_counted(sentence, whole, outcome, text[whole.end : state.end()].strip(), whole.start, state.end()))
    return result


def _next(text: str, start: int, end: int) -> QuantitySpan | None:
    """The quantity that starts at an offset."""
    found = find_quantities(text[start : min(end, start + _LONGEST)])
    return QuantitySpan(start, start + found[0].end, found[0].quantity) if found and found[0].start == 0 else None


_LONGEST = 40
"""Characters of the longest number in words."""


def _meet(harm: Harm, number: QuantitySpan) -> bool:
    return harm.people.start < number.end and number.start < harm.people.end


def _behind(sentence: Span, number: QuantitySpan, outcome: str, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """The people whom a number counts right behind words of harm."""
    digit = next((t for t in sentence if t.idx + len(t) == number.end), None)
    if digit is None or digit.i == sentence.start:
        return
    noun = digit.head if digit.dep_ == "nummod" and digit.head.i > digit.i else digit
    cue: Token = next(t for t in sentence if t.idx + len(t) >= number.start - 1)
    harm = harm_of(sentence, outcome, noun, cue, quantities)
    if harm is not None and harm.people.counted and harm.people.start == number.start:
        yield harm


def _counted(sentence: Span, number: QuantitySpan, outcome: str, group: str, start: int, end: int) -> Harm:
    cue = next((t.i for t in sentence if t.idx >= number.end), sentence.end - 1)
    people = People(number.start, end, cue, number.quantity, group, counted=True)
    return Harm(outcome, people, cue, start, end, number.quantity)
