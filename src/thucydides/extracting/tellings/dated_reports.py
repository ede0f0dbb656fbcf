"""Dated reports: days that are of what somebody said of a deed, and not of the deed ("On 25 December authorities stated that ...").

Invariant: a day right with the deed's own word is the deed's.
"""

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.speaking import REPORTING, alleged_now, contents


def _confirmed(time_token: Token, deeds: set[int]) -> bool:
    """Whether a day stands behind a deed known before that somebody speaks of: "a farmer, who confirmed the attack on Monday"."""
    deed = time_token.head.head if time_token.dep_ == "pobj" and time_token.head.lower_ == "on" else None
    if deed is None or deed.i not in deeds or deed.dep_ != "dobj" or deed.head.lemma_.lower() not in REPORTING:
        return False
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in deed.children)


def dated_by_report(sentence: Span, time_token: Token, deeds: set[int]) -> bool:
    """Whether a date hangs on a verb of saying that has the deed as its content ("On 25 December authorities stated that ...")."""
    if _confirmed(time_token, deeds):
        return True
    climbed = time_token
    for _ in range(8):
        parent = climbed.head
        if climbed.i in deeds:
            return False
        if parent == climbed:
            break
        if parent.i in deeds:
            return False
        if parent.pos_ in ("VERB", "AUX") and not (parent.dep_ in ("acl", "relcl") and parent.lemma_.lower() not in REPORTING):
            climbed = parent
            break
        climbed = parent
    if climbed.lemma_.lower() not in REPORTING or alleged_now(climbed):
        return False
    said = any(c.dep_ in ("ccomp", "dobj", "xcomp", "advcl") and c.i > climbed.i for c in climbed.children)
    return said or bool(contents(climbed))
