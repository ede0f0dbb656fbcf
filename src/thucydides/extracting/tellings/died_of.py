"""Died of: a sentence that tells of a death and, in a clause behind "after", of the deed that it came from, tells of one deed (rule
`date.died-of`): "the driver died on Thursday, three days after he was shot".

Invariant: whoever dies is taken up in the clause by a pronoun, or by nothing; a death of others is a deed of its own.
"""

from collections.abc import Collection, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.counted_from import DYING

_AFTER = frozenset({"after", "since"})
_OF_PERSONS = frozenset({"he", "she", "they", "who"})


def died_of(sentence: Span, harms: Sequence[Harm], death: Collection[int], deed: Collection[int]) -> bool:
    """Whether of two deeds of a sentence the first is only the death of those whom the second hit."""
    dying = [h for h in harms if h.cue in death]
    if not dying or {h.cue for h in dying} != set(death):
        return False
    if any(h.outcome != "killed" or sentence.doc[h.cue].lemma_.lower() not in DYING for h in dying):
        return False
    clauses = [c for h in dying for c in _after_clauses(sentence.doc[h.cue])]
    hit = {n for n in deed if any(sentence.doc[n] in c.subtree for c in clauses)}
    return bool(hit) and hit == set(deed) and all(_same_people(c) for c in clauses if any(sentence.doc[n] in c.subtree for n in deed))


def _after_clauses(verb: Token) -> list[Token]:
    """The clauses behind "after" that hang on a verb, also by way of a preposition ("after being shot")."""
    found = []
    for child in verb.subtree:
        if child.dep_ == "advcl" and any(c.lower_ in _AFTER and c.dep_ == "mark" for c in child.children):
            found.append(child)
        if child.dep_ == "pcomp" and child.head.lower_ in _AFTER:
            found.append(child)
    return found


def _same_people(clause: Token) -> bool:
    """Whether a clause tells of nobody who was not told of before."""
    subjects = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    return all(s.lower_ in _OF_PERSONS for s in subjects) and (bool(subjects) or clause.tag_ in ("VBG", "VBN"))
