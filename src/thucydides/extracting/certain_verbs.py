"""Certain verbs: forms that are verbs and nothing else, put right where the tree has them for nouns ("the army retook Gao").

Invariant: only a form that no noun has is changed, and only behind a noun that it can have for its subject.
"""

from spacy.tokens import Doc, Token

_FORMS = {"retook": ("retake", "VBD"), "overran": ("overrun", "VBD")}
_NAMES = frozenset({"NOUN", "PROPN"})
_MARKS = frozenset({"after", "before", "as", "when", "while", "since", "because"})


def with_verbs(doc: Doc) -> None:
    """Make "retook" of "the army retook Gao on Monday, a day after six men died" the verb of its clause, with the army for its subject and
    the town for its object."""
    for token in doc[1:-1]:
        subject = token.nbor(-1)
        if token.lower_ in _FORMS and token.pos_ != "VERB" and (subject.pos_ in _NAMES or subject.lower_ == "military"):
            _hang(token)
            _make_verb(token, subject)


def _hang(token: Token) -> None:
    """Hang a verb that the tree has for part of the clause behind it above that clause, or below where a mark says so."""
    above = token.head
    marks = [c for c in above.children if c.lower_ in _MARKS]
    if token.dep_ in ("nsubj", "nsubjpass") and above.i > token.i and any(c.i > token.i for c in marks):
        token.head, token.dep_ = (token, "ROOT") if above.head == above else (above.head, above.dep_)
        above.head, above.dep_ = token, "advcl"
    elif token.dep_ in ("nsubj", "nsubjpass") and marks:
        marks[0].head, token.dep_ = token, "advcl"
    elif token.dep_ in ("compound", "amod", "nmod") and above.i > token.i:
        token.head, token.dep_ = (token, "ROOT") if above.head == above else (above.head, above.dep_)
        above.head, above.dep_ = token, "dobj"


def _make_verb(token: Token, subject: Token) -> None:
    """Give a verb its lemma, its subject and its object."""
    token.lemma_, token.tag_ = _FORMS[token.lower_]
    token.pos_, subject.pos_ = "VERB", "NOUN" if subject.pos_ == "ADJ" else subject.pos_
    for child in [c for c in token.lefts if c.i < subject.i and c.dep_ in ("det", "amod", "compound", "nummod", "poss")]:
        child.head = subject
    if subject.head == token:
        subject.dep_ = "nsubj"
    taken = next((c for c in token.rights if c.pos_ in _NAMES and c.dep_ in ("npadvmod", "appos", "dep", "nmod")), None)
    if taken is not None and not any(c.dep_ == "dobj" for c in token.children):
        taken.dep_ = "dobj"
