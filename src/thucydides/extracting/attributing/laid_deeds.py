"""Laid deeds: whom a clause that somebody says lays the deed told of upon: "said that bandits had done it", "said the shooting began on the
other side", "said that it was the guards who fired first", "was the work of the cartel".

Invariants: only a deed that was told is laid on anybody ("the raid", "it", "them"); whose own deed it is says who speaks, not this.
"""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.accused import object_behind
from thucydides.extracting.attributing.agents import is_somebody
from thucydides.extracting.attributing.clauses import is_time
from thucydides.extracting.attributing.identities import party_at
from thucydides.extracting.attributing.spans import subtree
from thucydides.extracting.attributing.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = frozenset({"it", "this", "him", "her", "them", "that"})
_SPEAKER = frozenset({"it", "they", "we", "he", "she", "i", "who", "which", "that", "nobody", "none", "somebody", "someone"})
_FIRST = frozenset({"first"})


def force_laid(clause: "Token") -> "tuple[set[int], set[int]] | None":
    """(whom, what) a clause lays a deed told before upon, nothing for what where that is the deed told last; None where it does not."""
    return _by_doing(clause) or _by_side(clause) or _by_cleft(clause) or _by_work(clause)


def _by_doing(clause: "Token") -> "tuple[set[int], set[int]] | None":
    """ "Bandits in uniform had done it", "soldiers had killed him", "the other side opened fire", "the rebels hit the convoy"."""
    doer = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    force = clause.lemma_.lower() in words("laid_force") or _left_out(clause) or is_laying(clause)
    if doer is None or not force or not _other(doer):
        return None
    if _left_out(clause):
        return subtree(doer), set()
    told = next((c for c in clause.children if c.dep_ == "dobj"), None)
    opened = clause.lemma_.lower() == "open" and told is not None and told.lower_ == "fire"
    first = any(c.lower_ in _FIRST for c in clause.subtree if c.i > clause.i and c.i - clause.i <= _NEAR)
    known = told is not None and (told.lower_ in _TOLD or _definite(told))
    if not (opened or first or known):
        return None
    named = told is not None and told.lemma_.lower() in words("deeds")
    return subtree(doer), subtree(clause) - subtree(doer) if named else set()


def is_laying(clause: "Token") -> bool:
    """Whether a clause tells that a device or a fire was put somewhere: "had placed the charge", "lit the fire"."""
    told = (c for c in clause.children if c.dep_ in ("dobj", "nsubjpass"))
    return clause.lemma_.lower() in words("laid_placing") and any(c.lemma_.lower() in words("laid_devices") for c in told)


def _left_out(clause: "Token") -> bool:
    """Whether only the doer is said and the deed is that of the words before: "denied having fired them and said that the rebels had"."""
    return (
        clause.lemma_ in ("have", "do")
        and clause.pos_ in ("AUX", "VERB")
        and clause.n_rights == 0
        and clause.head.dep_ in ("conj", "ROOT", "advcl")
    )


_NEAR = 6


def _by_side(clause: "Token") -> "tuple[set[int], set[int]] | None":
    """ "The shooting had begun on the Afghan side": whose side it came from."""
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    if (
        subject is None
        or clause.lemma_.lower() not in words("laid_starting")
        or subject.lemma_.lower() not in words("laid_shots") | words("laid_arms")
    ):
        return None
    prep = next((c for c in clause.children if c.lower_ in ("from", "on", "with") and not is_time(c)), None)
    whom = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    return (subtree(whom), set()) if whom is not None and (_other(whom) or party_at(whom, people=True) is not None) else None


def _by_cleft(clause: "Token") -> "tuple[set[int], set[int]] | None":
    """ "It was the Thais who shot first"."""
    it = any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in clause.children)
    if clause.lemma_ != "be" or not it:
        return None
    whom = next((c for c in clause.children if c.dep_ == "attr"), None)
    below = [c for t in (whom, clause) if t is not None for c in t.children if c.dep_ in ("relcl", "ccomp", "advcl")]
    did = [c for c in below if c.lemma_.lower() in words("laid_force")]
    if whom is None or not did or not _other(whom):
        return None
    return subtree(whom) - subtree(did[0]), set()


def _by_work(clause: "Token") -> "tuple[set[int], set[int]] | None":
    """ "The assassination was the work of the cartel"."""
    work = next((c for c in clause.children if c.dep_ == "attr" and c.lower_ in ("work", "doing")), None)
    deed = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    if clause.lemma_ != "be" or work is None or deed is None:
        return None
    whom = next((t for c in work.children if c.lower_ == "of" and (t := object_behind(c)) is not None), None)
    told = deed.lower_ in _TOLD or deed.lemma_.lower() in words("deeds") | words("laid_harm")
    named = subtree(deed) if deed.lemma_.lower() in words("deeds") else set()
    return (subtree(whom), named) if whom is not None and told and _other(whom) else None


def _other(noun: "Token") -> bool:
    """Whether a noun names somebody other than who speaks."""
    if noun.lower_ == "other" and any(c.lower_ in ("the", "each") for c in noun.children):
        return True  # "both say that the other fired first"
    if noun.lower_ in _SPEAKER or any(
        c.dep_ == "poss" and c.lower_ in ("its", "their", "our", "his", "her", "my") for c in noun.children
    ):
        return False
    return noun.pos_ == "PROPN" or is_somebody(noun)


def _definite(noun: "Token") -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in noun.children)
