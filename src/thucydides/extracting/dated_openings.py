"""Dated openings: a clause that opens with a day and no comma, whose subject the tree takes for a part of the day ("On 3 May 1974
sergeant Omar Diop was killed").

Invariant: only words between a day written out and a verb that has no other subject are set free.
"""

import re

from spacy.tokens import Doc, Span, Token

from thucydides.extracting.texts import text_of
from thucydides.grounding.times.english import MONTHS, WEEKDAYS

_MONTH = "(?:" + "|".join(m[:3] + r"(?:t?\.|t?\b|" + m[3:] + r"\b)" for m in MONTHS) + ")"
_WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})"
_YEAR = r"(?:,?\s+(?:19|20)\d\d(?!\d))?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = re.compile(
    rf"\s+(?:the\s+)?(?:(?:night|morning|evening|afternoon|dawn)\s+of\s+(?:the\s+)?)?(?:{_WEEKDAY},?\s+)?(?:the\s+)?"
    rf"(?:{_NUMBER}\s+(?:of\s+)?{_MONTH}{_YEAR}|{_MONTH}\s+{_NUMBER}\b{_YEAR}|{_MONTH}{_YEAR}|{_WEEKDAY})"
    r"(?:\s+(?:night|morning|evening|afternoon))?(?=\s+[^\W\d])",
    re.IGNORECASE,
)
_OPENING = frozenset({"on", "in", "by", "since", "around"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_OBJECT = frozenset({"dobj", "obj", "npadvmod"})
_POINTING = frozenset({"this", "that", "last", "next"})
_SPANS = frozenset({"week", "month", "year", "morning", "afternoon", "evening", "night", "summer", "winter", "spring", "autumn"})
_TIMES = _SPANS | {*MONTHS, *WEEKDAYS}
_BESIDE = frozenset({"aux", "auxpass", "neg", "advmod"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})


def freed(doc: Doc) -> Doc:
    """The parsed text with the subjects that the tree hangs on a day before them hung on their verb, and the day on its preposition."""
    text = text_of(doc)
    for sentence in doc.sents:
        _free_from_this(sentence)
    for opening in doc:
        if opening.lower_ not in _OPENING or opening.dep_ not in ("prep", "ROOT"):
            continue
        match = _DAY.match(text, opening.idx + len(opening), opening.sent.end_char)
        if match is None:
            continue
        day = [t for t in doc[opening.i + 1 : opening.sent.end] if t.idx < match.end()]
        if opening.dep_ == "ROOT":
            _free_clause(opening, day)
        _free_subject(opening, day)
        _keep_day(opening, day)
    return doc


def _free_from_this(sentence: Span) -> None:
    """Hang "This June", "That Tuesday" at the head of a sentence on its verb, where the tree hangs it on who stands behind it."""
    if len(sentence) < len(("this", "June", "who", "did")) or sentence[0].lower_ not in _POINTING:
        return
    which, time = sentence[0], sentence[1]
    noun = time.head
    if time.lower_ not in _TIMES or noun.i <= time.i or noun.dep_ not in _SUBJECT or noun.head.i <= noun.i:
        return
    time.head, time.dep_ = noun.head, "npadvmod"
    which.head, which.dep_ = time, "det"


def _free_subject(opening: Token, day: list[Token]) -> None:
    """Hang the noun phrase behind a day on the verb that the day opens, where that has no subject."""
    verb, behind = opening.head, [t for t in opening.subtree if t.i > day[-1].i]
    if not behind or behind[0].i != day[-1].i + 1 or verb.i < behind[-1].i or verb.pos_ not in ("VERB", "AUX"):
        return
    between = verb.doc[behind[-1].i + 1 : verb.i]
    if any(c.dep_ in _SUBJECT for c in verb.children) or any(t.head != verb or t.dep_ not in _BESIDE for t in between):
        return
    own = {t.i for t in behind}
    tops = [t for t in behind if t.head.i not in own]
    noun = next((t for t in tops if t.pos_ in _NOUNS), None)
    if noun is None or behind[0].pos_ in ("ADP", "SCONJ", "PUNCT", "VERB") or len({t.i for t in noun.subtree} & own) < len(behind) - 1:
        return
    noun.head, noun.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _free_clause(opening: Token, day: list[Token]) -> None:
    """Make a clause of what the tree takes for a noun behind a day and what was done to it: "On Monday shells killed three"."""
    noun = next((c for c in opening.children if c.dep_ == "pobj" and c.i > day[-1].i), None)
    done = [c for c in noun.rights if c.dep_ == "acl" and c.tag_ in ("VBD", "VBN")] if noun is not None else []
    if noun is None or not done or not any(c.dep_ in _OBJECT and c.i > done[-1].i for c in done[-1].children):
        return
    verb = done[-1]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    noun.head, noun.dep_ = verb, "nsubj"
    for child in [c for c in opening.children if c.i > verb.i]:
        child.head = verb
    opening.head, opening.dep_ = verb, "prep"
    for child in verb.children:
        if child.dep_ == "npadvmod" and child.pos_ == "NUM" and child.i == verb.i + 1:
            child.dep_ = "dobj"


def _keep_day(opening: Token, day: list[Token]) -> None:
    """Hang the words of a day on its preposition where the tree hangs them on what follows."""
    own = {t.i for t in day}
    loose = [t for t in day if t.head.i not in own and t.head != opening]
    named = next((t for t in day if t.lower_.rstrip(".") in MONTHS), None) or next((t for t in day if t.lower_ in WEEKDAYS), None)
    if not loose or named is None or not all(t.head.i > day[-1].i for t in loose):
        return
    if any(c.dep_ == "pobj" and c.i not in own for c in opening.children):
        return
    for token in loose:
        if token != named:
            token.head, token.dep_ = named, "nummod"
    named.head, named.dep_ = opening, "pobj"
