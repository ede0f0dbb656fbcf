"""Subjects: who stands before a word of harm as its subject, by the sentence tree.

Invariant: who speaks in a headline, and who is told of by a clause of its own, is no subject of the verb.
"""

from spacy.tokens import Token

from thucydides.extracting.people.sides import category_of

SUBJECT = ("nsubjpass", "nsubj")


def subject_of(token: Token) -> Token | None:
    verb, steps = token, 0
    while steps < 6:
        subjects = [c for c in verb.children if c.dep_ in SUBJECT]
        found = next((c for c in subjects if not (says_it(c, subjects) or _feared(c, subjects) or _clause_before(c, subjects))), None)
        if found is not None:
            return found
        if verb.dep_ == "conj" or (
            verb.dep_ in ("xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX") and verb.head.i < verb.i
        ):
            verb, steps = verb.head, steps + 1
            continue
        if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and verb.head.head.pos_ in ("VERB", "AUX") and verb.head.head.i < verb.i:
            verb, steps = verb.head.head, steps + 1  # "a boy should recover after being shot"
            continue
        if verb.dep_ in ("relcl", "acl"):
            return verb.head if verb.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON") else None
        return None
    return None


def says_it(subject: Token, subjects: list[Token]) -> bool:
    """Whether a subject is the speaker of a headline and not who was harmed: "Governor Ruiz: two children died in the shelling"."""
    end = subject.right_edge.i
    return subject != subjects[-1] and any(t.text == ":" for t in subject.doc[end : end + 2])


FEARED = frozenset({"feared", "believed", "presumed", "confirmed", "reported", "found"})


def _feared(subject: Token, subjects: list[Token]) -> bool:
    """Whether a subject is told of by a shorter clause of a headline before the verb's own: "30 feared dead, many injured"."""
    return subject != subjects[-1] and any(c.dep_ == "acl" and c.lower_ in FEARED for c in subject.children)


def _clause_before(subject: Token, subjects: list[Token]) -> bool:
    """Whether a subject is told of by a clause that a semicolon ends: "five wounded on Friday; in Gori two boys died"."""
    return subject != subjects[-1] and any(t.text == ";" for t in subject.doc[subject.i : subjects[-1].i])


def subjects_of(token: Token) -> list[Token]:
    """The subject of a verb and those that the tree hangs on the verb beside it, as it does in lists: "a priest, six policemen and eight
    gunmen died", "25 rebels, including a commander, and five civilians were killed"."""
    first = subject_of(token)
    if first is None:
        return []
    introduced = first.pos_ == "NUM" or any(c.dep_ in _INTRODUCING for c in first.lefts)
    introduced = introduced and first.dep_ in SUBJECT and token.dep_ not in ("acl", "relcl")
    if not introduced:
        return [first]
    return [*_opening(first), first, *(c for c in first.head.lefts if c.dep_ in SUBJECT and c.i > first.i and _listed(c))]


def _opening(first: Token) -> list[Token]:
    """People counted at the head of a list whose first member the tree takes for a time: "two brothers, their father and a guard died"."""
    loose = (c for c in first.head.lefts if c.dep_ in ("npadvmod", "dep"))
    before = next((c for c in loose if c.right_edge.i + 2 == first.left_edge.i), None)
    if before is None or before.right_edge.nbor(1).text != "," or not any(c.dep_ == "nummod" for c in before.lefts):
        return []
    return [before] if category_of(before, [c.lower_ for c in before.lefts]) != "unknown" else []


def _listed(noun: Token) -> bool:
    """Whether a noun with a number, an article or a possessor of its own stands behind a comma or "and"."""
    edge = noun.left_edge
    joined = edge.i > noun.sent.start and edge.nbor(-1).lower_ in (",", "and")
    return joined and (noun.pos_ == "NUM" or any(c.dep_ in _INTRODUCING for c in noun.lefts))


_INTRODUCING = ("det", "nummod", "poss")
