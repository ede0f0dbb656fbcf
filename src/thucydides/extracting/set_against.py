"""Set against: numbers that somebody sets against a count in few words, without saying again of whom: "40 people (49 according to the
ministry)", "(BLA: 10)", "(another source gives 10)", "the governor claimed more than 300", "the police had stated 51", "our list has five".

Invariants: each stands behind a count of the same paragraph; what a number of its own noun follows ("claimed 71 attacks") is none.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from thucydides.extracting import set_against_words as words
from thucydides.extracting.quantities import KNOWN, find_quantities
from thucydides.nouns import Quantity

_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|killed|died|that|which|who|when|where|after)\b")
_TAKES, _LIVES = frozenset({"claims", "claimed"}), re.compile(r"\s+(?:\w+\s+)?lives\b")
"""What takes lives says nothing: "the blast claimed ten lives"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_DEAD = re.compile(r"\b(?:kill|dead|death|die[ds]?\b|bod(?:y|ies)\b|toll|slain|fatalit|massacr|lives|perish|murder|execut)", re.IGNORECASE)
_HURT = re.compile(r"\b(?:wound|injur|hurt)", re.IGNORECASE)
_TAKEN = re.compile(
    r"\b(?:abduct|kidnap|seiz|captur|detain|arrest|hostage|captive|prisoner|taken|carried\s+off|missing|(?:is|are|was|were|still|being)\s+h(?:eld|olding))",
    re.IGNORECASE,
)
OUTCOMES = (("killed", _DEAD), ("injured", _HURT), ("captured", _TAKEN))


class SetAgainst(Struct, frozen=True):
    """A number with who sets it, and by which words: spans of characters of the text; `later` where it is what the count came to; where
    nobody is named the words stand for who sets it."""

    number: tuple[int, int]
    quantity: Quantity
    who: tuple[int, int]
    cue: tuple[int, int]
    later: bool = False


@lru_cache(maxsize=KNOWN)
def set_against(text: str) -> tuple[SetAgainst, ...]:
    """The numbers that a sentence gives so, in order (rule `toll.set-against`)."""
    return tuple(_set_against(text))


def _set_against(text: str) -> Iterator[SetAgainst]:
    last, each = 0, words.wording("each").search(text) is not None
    for span in find_quantities(text):
        if span.quantity.best is None or _YEAR.fullmatch(text[span.start : span.end]):
            continue
        before, after = text[: span.start], text[span.end :]
        came = words.wording("later").search(before)
        if came is not None and words.wording("later_closed").match(after):
            word = next(came.span(name) for name in "abcdef" if came[name])
            yield SetAgainst((span.start, span.end), span.quantity, word, word, later=True)
            continue
        wrong = words.wording("not_so_opened").search(before)
        if wrong is not None and words.wording("not_so").match(after):
            yield SetAgainst((span.start, span.end), span.quantity, wrong.span("cue"), wrong.span("cue"))
            continue
        match, shift = _before(before, after, last), 0
        if match is None and words.wording("opened").search(before):
            match, shift = words.wording("bracket_after").match(after), span.end
        if match is None and (words.wording("or_opened").search(before) or each):
            match, shift = words.wording("or_after").match(after), span.end
        for opened, behind in (("by_count_opened", "by_count"), ("by_other_opened", "by_other"), ("or_bracket_opened", "or_bracket")):
            if match is None and words.wording(opened).search(before):
                match, shift = words.wording(behind).match(after), span.end
        who = _named(match) if match is not None else None
        if match is not None and who is not None:
            last = span.end
            cue = match.span("cue")
            yield SetAgainst(
                (span.start, span.end), span.quantity, (who[0] + shift, who[1] + shift), (cue[0] + shift, cue[1] + shift)
            )


def sets_against(text: str) -> bool:
    """Whether a sentence that tells of nobody harmed may set a number against another sentence's."""
    return _may().search(text) is not None and bool(set_against(text))


@cache
def _may() -> re.Pattern[str]:
    """Words without which no sentence sets a number against another."""
    return re.compile(words.part(r"\(|\bnot\b|\bto (?:\w+ ){0,3}\d|\b(?:or|by|in)\b|\b<says>\b|<listed_verbs>|<first>"))


def _named(match: re.Match[str]) -> tuple[int, int] | None:
    """The characters of who says a number, without what stands before them; None where nobody is named."""
    start, end = match.span("who")
    if match.span("cue") == (start, end):
        return start, end  # "the initial count was four": nobody's word now
    opener = words.wording("opener").match(match["who"])
    start += opener.end() if opener is not None else 0
    end = start + (words.somebody(match.string[start:end]) or end - start)
    named = match.string[start:end]
    return (start, end) if len(named.strip()) > 1 and not words.wording("untold").match(named) else None


def _before(before: str, after: str, last: int) -> re.Match[str] | None:
    """The words before a number that say whose it is; `last` is the end of the one before, 0 for none."""
    named = words.wording("bracket_colon").search(before)
    if named is not None and words.wording("bracket_closed").match(after):
        return named
    if words.wording("clause_closed").match(after):
        for pattern, open_to_any in words.before():
            clause = pattern.search(before)
            if clause is None or (clause["cue"] in _TAKES and _LIVES.match(after)):
                continue
            if open_to_any and not _names(clause["who"]):
                continue
            if open_to_any or not _VERB.search(clause["who"]):
                return clause
    former = words.wording("former").search(before)
    if former is not None and words.wording("bracket_closed").match(after):
        return former
    joined = words.wording("joined").search(before, last) if last and "(" in before and ")" not in before[last:] else None
    return joined if joined is not None and words.wording("bracket_closed").match(after) and _names(joined["who"]) else None


def _names(who: str) -> bool:
    """Whether words name somebody who counts, and no clause of their own."""
    named = words.somebody(who)
    return named > 1 and not _VERB.search(who[:named])


_OF = re.compile(
    r"\s+(?:\w+\s+)?(?:(?P<killed>dead|deaths|died|killed|fallen|slain|bodies|fatalities|martyrs)|(?P<injured>wounded|injured|hurt))\b",
    re.IGNORECASE,
)
"""What a number is of by its own noun, whatever the count before it was of."""


def outcome_of(lead: str, after: str = "", bare: bool = False) -> str:
    """What the last count before a number is of, by its words, or by those behind dashes that close it; "" where nobody was harmed. A
    `bare` count or toll that stands alone is of the dead, where any are told of."""
    said = _OF.match(after)
    if said is not None and lead and any(q.quantity.best for q in find_quantities(lead)):
        return next(name for name in ("killed", "injured") if said[name])
    aside = re.match(r"\s*[—–]\s([^.;]*)", after)
    told = next((outcome for outcome, pattern in OUTCOMES if aside is not None and pattern.search(aside[1])), "")
    if told:
        return told
    found = [(max((m.start() for m in pattern.finditer(lead)), default=-1), outcome) for outcome, pattern in OUTCOMES]
    last, outcome = max(found)
    if bare and found[0][0] >= 0:
        last, outcome = found[0]  # "18 were killed and 60 injured. The first count was four."
    return outcome if last >= 0 and any(q.quantity.best for q in find_quantities(lead)) else ""
