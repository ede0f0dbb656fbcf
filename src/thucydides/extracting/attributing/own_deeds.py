"""Own deeds: what a speaker says it did itself, or that another did.

Invariant: only a deed that its words name, or that was told before, is laid on anybody.
"""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.accused import object_behind
from thucydides.extracting.attributing.clauses import SUBJECTS
from thucydides.extracting.attributing.identities import by_fault, identified
from thucydides.extracting.attributing.laid_deeds import force_laid, is_laying
from thucydides.extracting.attributing.spans import subtree
from thucydides.extracting.attributing.words import reporting_verbs, words
from thucydides.extracting.texts import text_of
from thucydides.grounding.actors.actors import find_actors
from thucydides.grounding.actors.list import actor
from thucydides.nouns.actor import GROUP_KINDS

if TYPE_CHECKING:
    from spacy.tokens import Token


SAYS = frozenset({"say", "state", "announce", "declare", "confirm", "insist", "maintain", "add"})
_TELLING = frozenset({"says", "tells", "shows"})


def tells(lemma: str) -> bool:
    """Whether a verb brings what somebody says, so that its clause may say what another did."""
    entry = reporting_verbs().get(lemma)
    return entry is not None and (lemma == "claim" or entry.kind in _TELLING or entry.kind == "accuses")


def said_own(verb: "Token") -> "set[int] | None":
    """What a speaker says it did itself: "said it was behind the blast", "said its fighters carried out the attack"."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
    if clause is None or subject is None:
        return None
    own = subject.lower_ in ("it", "they", "we") or any(
        t.dep_ == "poss" and t.lower_ in ("its", "their", "our") for t in subject.subtree
    )
    own = own or (is_own_body(subject) and _for_a_group(verb))  # "its spokesman said the group carried out the raid"
    if not own or any(c.dep_ == "neg" or c.tag_ == "MD" for c in clause.children):
        return None
    if (
        any(c.dep_ == "dobj" and c.lower_ in ("himself", "herself", "themselves") for c in clause.children)
        and clause.lemma_ == "blow"
    ):
        return subtree(clause) - subtree(subject)  # "one of its men blew himself up"
    if clause.lemma_ == "be" and (part := _taken_part(clause)) is not None:
        return part
    behind = next((c for c in clause.children if c.lower_ == "behind"), None) if clause.lemma_ == "be" else None
    done = next((c for c in clause.children if c.dep_ == "dobj"), None) if clause.lemma_.lower() in words("carrying") else None
    things = [c for c in behind.children if c.dep_ == "pobj"] if behind is not None else [done] if done is not None else []
    struck = next((c for c in clause.children if c.dep_ == "dobj"), None)
    force = clause.lemma_.lower() in words("laid_force") or is_laying(clause)
    if force and struck is not None and (struck.lower_ in ("it", "this") or any(c.lower_ == "the" for c in struck.children)):
        return subtree(clause) - subtree(subject)  # "said it fired the rocket"
    things = [t for t in things if not any(c.lower_ == "no" for c in t.children)]  # "it had carried out no strikes"
    deeds = [t for t in things if t.lemma_ in words("deeds") or t.lower_ in words("deeds")]
    return subtree(deeds[0]) if deeds else None


def was_group(actor_id: str) -> bool:
    """Whether a party of the catalogue was an armed group at some time, whatever it is today."""
    return any(kind in GROUP_KINDS for kind, _, _ in actor(actor_id).kinds)


def is_own_body(noun: "Token") -> bool:
    """Whether a noun takes up the body for which somebody speaks: "the group was not to blame"."""
    return noun.lower_ in words("own_bodies") and {c.lower_ for c in noun.children} == {"the"}


def _for_a_group(verb: "Token") -> bool:
    """Whether who says something is named with the armed group for which it speaks: "a Taliban spokesman said"."""
    who = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    first, last = (who.left_edge.idx, who.right_edge.idx) if who is not None else (0, -1)
    named = [m for m in find_actors(text_of(verb.doc)) if first <= m.start <= last]
    return any(m.kind in GROUP_KINDS or (m.actor_id is not None and was_group(m.actor_id)) for m in named)


def _taken_part(clause: "Token") -> "set[int] | None":
    """What somebody says it was responsible for, nothing where that is the deed told last; None where that is a duty."""
    part = next((c for c in clause.children if c.lower_ == "responsible"), None)
    prep = (_prep(part, "for") or _prep(clause, "for")) if part is not None else None
    deed = next((c for c in prep.children if c.dep_ in ("pobj", "pcomp")), None) if prep is not None else None
    if part is None or (prep is not None and (deed is None or deed.lemma_.lower() not in words("deeds"))):
        return None
    return subtree(deed) if deed is not None else set()


def said_of_another(verb: "Token") -> "tuple[set[int], set[int]] | None":
    """(whom, what) a speaker says that somebody else did: "said that mercenaries had planned the attack"."""
    return next((laid for clause in said_clauses(verb) if (laid := _of_another(clause)) is not None), None)


def _of_another(clause: "Token") -> "tuple[set[int], set[int]] | None":
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in clause.children) or is_unsure(clause):
        return None
    return _laid_by(clause)


def _laid_by(clause: "Token") -> "tuple[set[int], set[int]] | None":
    if (laid := force_laid(clause) or identified(clause)) is not None:
        return laid
    if clause.lemma_.lower() not in words("carrying"):
        return None
    passive = any(c.dep_ == "nsubjpass" for c in clause.children)
    agents = (g for c in clause.children if c.dep_ == "agent" and (g := object_behind(c)) is not None)
    doer = next(agents, None) if passive else next((c for c in clause.children if c.dep_ == "nsubj"), None)
    done = next((c for c in clause.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if doer is None or done is None or doer.pos_ not in ("NOUN", "PROPN") or any(c.dep_ == "poss" for c in doer.children):
        return None
    definite = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in done.children)
    return (subtree(doer), subtree(done)) if definite and done.lemma_.lower() in words("deeds") else None


def said_to_be_anothers(verb: "Token") -> "tuple[set[int], set[int]] | None":
    """(whom, what) a speaker says to be responsible for a deed, behind it or to blame: "said that the militia was behind the raid"."""
    return next((laid for clause in said_clauses(verb) if (laid := _to_be_anothers(clause)) is not None), None)


def perhaps_anothers(verb: "Token") -> "tuple[set[int], set[int]] | None":
    """(whom, what) a speaker says may have done it: "said that the militia might be behind it", "said jets may have been responsible"."""
    return next((laid for clause in said_clauses(verb) if is_unsure(clause) and (laid := by_any_way(clause)) is not None), None)


def by_any_way(clause: "Token") -> "tuple[set[int], set[int]] | None":
    """(whom, what) a clause lays a deed upon, surely or perhaps."""
    none = any(c.dep_ == "neg" or (c.tag_ == "MD" and c.lower_ not in words("perhaps")) for c in clause.children)
    return None if none else _in_part(clause) or by_fault(clause) or _laid_by(clause)


def believed_of(verb: "Token") -> "tuple[set[int], set[int]] | None":
    """(whom, what) somebody believes to have been somebody's doing: "said they believed bandits had done it"."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    return by_any_way(clause) if clause is not None else None


def is_unsure(clause: "Token") -> bool:
    """Whether what a clause tells may be so: "might have done it", "was probably behind it", "it is possible that they did"."""
    perhaps = any(t.lower_ in words("perhaps") for c in clause.children for t in (c, *c.children) if t.dep_ in ("aux", "advmod"))
    above = clause.head if clause.dep_ in ("ccomp", "xcomp") and clause.head.lemma_ == "be" else None
    return perhaps or (above is not None and any(c.lower_ in words("perhaps") for c in above.children if c.dep_ == "acomp"))


def _to_be_anothers(clause: "Token") -> "tuple[set[int], set[int]] | None":
    sure = not any(c.dep_ == "aux" and c.tag_ == "MD" for c in clause.children) and not is_unsure(clause)
    return _in_part(clause) if sure else None


def _in_part(clause: "Token") -> "tuple[set[int], set[int]] | None":
    if clause.lemma_ != "be" or any(c.dep_ == "neg" for c in clause.children):
        return None
    doer = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    if doer is None or doer.pos_ not in ("NOUN", "PROPN"):
        return None
    told = next((t for c in clause.children for t in (c, *c.children) if t.lower_ in _BEHIND and t.i > doer.i), None)
    if told is None or any(c.dep_ == "neg" for c in told.children):
        return None
    prep = told if told.lower_ == "behind" else _prep(told, "for") or _prep(clause, "for")
    deed = [c for c in prep.children if c.dep_ in ("pobj", "pcomp")] if prep is not None else []
    if deed and deed[0].dep_ == "pcomp" and deed[0].lower_ not in words("deeds"):
        return None  # "responsible for guarding the road"
    return (subtree(doer), subtree(deed[0])) if deed else None


def said_clauses(verb: "Token") -> "list[Token]":
    """The clauses that a verb of saying brings, in order, those behind it or else those in front of it, with what is joined to them ("said
    that it was an accident, then that bandits had done it")."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    told = [_before_semicolon(c) for c in clauses if c.i > verb.i] or clauses
    return [part for clause in told for part in (clause, *(c for c in clause.children if _goes_on(c, clause)))]


def _before_semicolon(clause: "Token") -> "Token":
    """The clause that a verb brings, where the parser hung it into another behind a semicolon: "said it was them; he denied it"."""
    before = (c for c in clause.children if c.dep_ == "ccomp" and c.i < clause.i and ";" in {t.text for t in c.doc[c.i : clause.i]})
    return next(before, clause)


def _goes_on(part: "Token", clause: "Token") -> bool:
    """Whether a clause is joined to another that somebody says, by the same "that"."""
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in part.children)
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in part.children)
    return part.i > clause.i and own and (part.dep_ == "conj" or (that and part.dep_ in ("advcl", "ccomp") and clause.lemma_ == "be"))


def _prep(token: "Token", word: str) -> "Token | None":
    return next((c for c in token.children if c.lower_ == word and c.dep_ == "prep"), None)


_BEHIND = frozenset({"responsible", "behind", "blame"})


def own_deed(verb: "Token") -> bool:
    """Whether "claimed" is followed by the speaker's own doing ("it launched", "to have killed", "its fighters attacked"), done and not
    only meant ("it would protect"), by somebody who is named ("it was claimed that he ...": by nobody)."""
    clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp")), None)
    if clause is None or clause.pos_ != "VERB" or any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return False
    if clause.lemma_.lower() in words("suffering") or any(c.dep_ == "aux" and c.tag_ == "MD" for c in clause.children):
        return False
    if clause.dep_ == "xcomp" and any(c.lower_ == "have" for c in clause.children):
        return True
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.lemma_.lower() in words("no_doers"):
        return False
    return subject is not None and (
        subject.lower_ in ("it", "they", "he", "she")
        or any(c.dep_ == "poss" and c.lower_ in ("its", "their", "his") for c in subject.children)
    )
