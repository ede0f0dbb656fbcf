"""Open whether: deeds that a sentence leaves open or thinks unlikely ("it is not known whether rockets hit the town")."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from thucydides.extracting.kinds.classes import is_of
from thucydides.vocabulary import mapping


def left_open(deed: Token) -> bool:
    """Whether a deed is left open by its verb's clause, or by that of which a weapon is the subject ("whether rockets hit the town")."""
    if deed.pos_ == "NOUN" and (_taken_for(deed) or _rumoured(deed)):
        return True
    arms = deed.pos_ == "NOUN" and deed.dep_ in ("nsubj", "nsubjpass") and deed.lemma_.lower() in mapping("status")["arms"]
    return _open(deed.head if arms else deed) if arms or deed.pos_ in ("VERB", "AUX") else False


def _taken_for(noun: Token) -> bool:
    """Whether a noun is what somebody was only taken for: "was mistaken for a suicide bomber", "dressed as a gunman"."""
    at = noun.head if noun.dep_ == "pobj" else None
    if at is None or at.lower_ not in ("for", "as"):
        return False
    words, verb = mapping("status"), at.head.lemma_.lower()
    taken = [c for c in at.head.children if c.dep_ in ("dobj", "nsubjpass")]
    someone = any(is_of(c, "people") or c.lower_ in ("who", "whom") for c in taken)
    return verb in words["taken_for"] or (verb in words["taken_for_people"] and at.lower_ == "for" and someone)  # "took him for a gunman"


def _rumoured(noun: Token) -> bool:
    """Whether a deed is only what a rumour or hoax was of: "a rumour of child abduction", "rumours of an imminent attack", "a bomb hoax";
    "rumours about the killing" are about one that was told before."""
    doubtful = mapping("status")["doubtful"]
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    if any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ not in ("a", "an", "another")) for c in noun.children):
        return False
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "about") else noun.head if noun.dep_ == "compound" else noun
    return over != noun and over.lemma_.lower() in doubtful


def _open(verb: Token) -> bool:
    """Whether a verb stands in a clause behind "whether", behind what is unlikely or impossible, or behind "no evidence that" (rule
    `extract.left-open`). A deed that such a clause only takes up ("whether any died in the raid") is told all the same."""
    words: Mapping[str, Sequence[str]] = mapping("status")["left_open"]
    head = verb
    while head.dep_ == "conj" and head.head.i < head.i and head.head.pos_ == "VERB":
        head = head.head
    if head.dep_ not in ("ccomp", "acl", "csubj", "relcl", "advcl", "pcomp"):
        return False
    marks = {c.lower_ for c in head.children if c.dep_ == "mark"}
    if "whether" in marks and head.dep_ != "advcl":
        return True
    over = head.head
    if head.dep_ in ("acl", "relcl", "ccomp") and over.lemma_.lower() in words["proofs"]:
        return "that" in marks and any(c.lower_ in ("no", "little") and c.dep_ in ("det", "amod") for c in over.children)
    if head.dep_ != "ccomp" or (marks and "that" not in marks):
        return False
    said = [over, *(c for c in over.children if c.dep_ in ("acomp", "attr", "oprd"))]
    return any(t.lower_ in words["unlikely"] for t in said)
