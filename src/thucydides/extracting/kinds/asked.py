"""Asked: deeds told of only with their end asked for, and weapons that are only got or made (rule `extract.only-asked`).

Invariant: who ends a deed, or uses a weapon, is told to have done so.
"""

from spacy.tokens import Token

from thucydides.vocabulary import mapping

_ON = ("on", "of", "for", "about", "towards", "toward")
_RATE = 2
"""Words behind "for" within which "each" counts what is done for each time."""


def only_asked_for(deed: Token) -> bool:
    """Whether the end of a deed is only asked for or agreed on ("a protocol on ending hostilities", "demanded that the rebels cease their
    attacks"), a deed is only one of each time ("twenty for each fighter shot"), a weapon only got or tested,
    or operations only announced."""
    if deed.pos_ not in ("NOUN", "PROPN"):
        return deed.dep_ in ("acl", "relcl", "advcl") and _each_time(deed)
    return _got(deed) or _announced(deed) or (deed.dep_ == "dobj" and _to_end(deed.head))


def _each_time(deed: Token) -> bool:
    counted = (t for t in deed.doc[max(deed.sent.start, deed.i - _RATE) : deed.i] if t.dep_ == "pobj" and t.head.lower_ == "for")
    return any(c.lower_ in ("each", "every") for t in counted for c in t.children)


def _announced(deed: Token) -> bool:
    """Whether operations to come are only announced: "the minister announces ground operations"."""
    words = mapping("status")["to_come"]
    announced = deed.dep_ == "dobj" and deed.head.lemma_.lower() in words["announcing"]
    return announced and deed.tag_ in ("NNS", "NNPS") and deed.lemma_.lower() in words["deeds"]


def _got(weapon: Token) -> bool:
    words = mapping("status")
    done_to = weapon.dep_ in ("dobj", "nsubjpass") and weapon.head.lemma_.lower() in words["got"]
    return done_to and weapon.lemma_.lower() in words["arms"]


def _to_end(verb: Token) -> bool:
    words, over = mapping("status"), verb.head
    if verb.lemma_.lower() not in words["ending"]:
        return False
    agreed = verb.tag_ == "VBG" and verb.dep_ == "pcomp" and over.lower_ in _ON
    return agreed or (verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBP") and over.lemma_.lower() in words["asking"])
