"""Nominals: how a noun that tells of an incident stands: one or several, known before or new.

Invariant: what is opened as another is not known, whatever article it has.
"""

from calendar import day_name

from spacy.tokens import Span, Token

from thucydides.vocabulary import mapping

_NEW = {
    "another",
    "separate",
    "second",
    "third",
    "fourth",
    "similar",
    "different",
    "other",
    "further",
    "fresh",
    "new",
    "additional",
    "previous",
    "earlier",
}
_DAYS = {*(day.lower() for day in day_name), "yesterday", "today"}
"""Whose attack is one known: "after Thursday's attack"."""
_SAME = {"the", "this", "that", "these", "those", "its", "their"}


def standing(sentence: Span, head: Token, first: int, noun: bool) -> tuple[bool, bool, bool]:
    """(plural, definite, new) of a nominal trigger; verbs are none of them."""
    if not noun:
        return False, False, False
    words = {c.lower_ for c in head.lefts} | {
        t.lower_ for t in sentence.doc[max(sentence.start, first - 3) : first] if t.head == head or t.head.head == head
    }
    plural = head.tag_ in ("NNS", "NNPS")
    new = bool(words & _NEW)
    new = new or _worst_seen(head)
    definite = bool(words & _SAME or {c.lower_ for c in head.lefts if c.dep_ == "poss"} & _DAYS) and not new
    owner = head.head
    if head.dep_ == "pobj" and owner.lower_ == "of" and owner.head.lemma_.lower() in mapping("triggers")["plural_counts"]:
        plural = True
    return plural, definite, new


def _worst_seen(noun: Token) -> bool:
    """Whether a place is told to have seen the worst of its kind, which nobody has told of yet: "suffered its heaviest raids in months"."""
    seen = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in mapping("triggers")["befalling"]["did"]
    return seen and any(c.tag_ == "JJS" for c in noun.children)
