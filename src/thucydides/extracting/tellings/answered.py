"""Answered deeds: what a sentence names as the cause of a reprisal is another deed, and gives the reprisal no toll, place or doer.

Invariant: a deed with a day of its own in the cause is left to be told apart by its day.
"""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.grounding.times import TimeExpression

_NOUNS = frozenset({"revenge", "retaliation", "reprisal", "vengeance", "response", "retribution", "payback", "punishment", "answer"})
_VERBS = frozenset({"avenge", "retaliate", "revenge", "cite"})
_LINKS = frozenset({"for", "to", "against"})


def answered(sentence: Span, times: Sequence[TimeExpression], shift: int) -> set[int]:
    """The token indices of what a reprisal answers or a decision cites (rule `extract.answered`): "in revenge for an ambush in which rebels
    killed three", "suspended the truce, citing a blast that wounded a guard"."""
    found: set[int] = set()
    for token in sentence:
        lemma = token.lemma_.lower()
        if lemma in _NOUNS or lemma in _VERBS:
            for cause in _causes(token):
                inside = {t.i for t in cause.subtree}
                dated = (token_starting(sentence, t.start - shift) for t in times if not t.window)
                if not any(day is not None and day.i in inside for day in dated):
                    found |= inside
    return found


def answered_on(
    sentence: Span, nodes: Sequence[int], times: Sequence[TimeExpression], shift: int
) -> tuple[set[int], TimeExpression] | None:
    """The deed with a day of its own that a reprisal answers: (its words, its day): "in retaliation for an ambush on 12 October"."""
    for token in sentence:
        if token.lemma_.lower() not in _NOUNS | _VERBS:
            continue
        for cause in _causes(token):
            span = {t.i for t in cause.subtree}
            inner = {n for n in nodes if n in span}
            starts = ((t, token_starting(sentence, t.start - shift)) for t in times if not t.window)
            day = next((t for t, at in starts if at is not None and at.i in span), None)
            if day is not None and inner and inner != set(nodes):
                return inner, day
    return None


def _causes(token: Token) -> list[Token]:
    """The heads of what is answered: behind "for" or "to", or the object of "avenge"."""
    links = [c for c in token.children if c.dep_ in ("prep", "mark") and c.lower_ in _LINKS]
    following = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
    if not links and following is not None and following.lower_ in _LINKS and following.dep_ == "prep":
        links = [following]
    behind = [c for link in links for c in link.children if c.dep_ in ("pobj", "pcomp")]
    telling = token.lemma_.lower() in _VERBS and token.pos_ == "VERB"
    objects = [c for c in token.children if c.dep_ == "dobj"] if telling else []
    return [*behind, *objects]
