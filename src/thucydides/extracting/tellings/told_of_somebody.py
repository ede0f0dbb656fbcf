"""Told of somebody: days of a sentence that says what somebody did later, and a deed only in a clause about that somebody.

Rule `date.of-somebody`: in "a woman who was shot at the gate met reporters on Tuesday" the day is that of the meeting, by which the deed
was done.

Invariant: a day in the clause that tells of the deed, or on the word of the deed itself, is none of these.
"""

from collections.abc import Collection

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting

_ABOUT = frozenset({"relcl", "acl"})
_DAYS = frozenset({"day", "night", "morning", "afternoon", "evening", "week", "weekend", "month", "year", "hour", "time"})
"""What a clause about it tells the time of: "on 28 May, when a lieutenant was shot", "the day on which a minister was killed"."""


def of_somebody(sentence: Span, start: int, deeds: Collection[int]) -> bool:
    """Whether the day that starts there hangs on a verb that is no deed, while every deed is told in a clause about whom it names."""
    token = token_starting(sentence, start)
    verb = token
    while verb is not None and verb.pos_ not in ("VERB", "AUX") and verb.i not in deeds and verb.head != verb:
        verb = verb.head
    if token is None or verb is None or verb.i in deeds or verb.pos_ != "VERB" or verb.dep_ not in ("ROOT", "ccomp"):
        return False
    if any(n < token.i and not n < verb.i < token.i for n in deeds):
        return False  # "who was shot in Likoni on Sunday was flown to the capital", "buried a boy who was shot on Sunday"
    return bool(deeds) and all(_in_a_clause(sentence.doc[n], verb, deeds) for n in deeds)


def _in_a_clause(deed: Token, verb: Token, deeds: Collection[int]) -> bool:
    """Whether a deed stands under a verb only within a clause about somebody or something that is no deed itself."""
    climbed, inside = deed, False
    while climbed != verb and climbed.head != climbed:
        if climbed.dep_ in _ABOUT:
            inside = climbed.head.i not in deeds and climbed.head.lemma_.lower() not in _DAYS and not _says_when(climbed)
        climbed = climbed.head
    return inside and climbed == verb


def _says_when(clause: Token) -> bool:
    """Whether a clause tells what was done on the day or at the place before it: "on 28 May, when ...", "reached Gao, where ..."."""
    return any(c.lower_ in ("when", "where") for c in clause.children)
