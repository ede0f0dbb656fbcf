"""Same doers: whether a sentence goes on with those who did the deed told before: "The attackers scaled the wall and threw grenades".

Rules `extract.same-doers` and `extract.same-means`. Invariant: only words that name people by what they did ("the gunmen", "the
kidnappers"), or the one thing by which it was done ("the bomb"), take a deed up so; "the rebels" or "the militants" are of a war.
"""

from collections.abc import Iterable

from spacy.tokens import Span, Token

from thucydides.vocabulary import mapping

_TAKING = frozenset({"the", "these", "those", "both", "all"})
_OTHERS = frozenset({"other", "more", "another", "also"})


def has_same_doers(sentence: Span, deeds: Iterable[int]) -> bool:
    """Whether the subject of a deed of the sentence, by the position of its word, is people known by what they did before."""
    doc = sentence.doc
    subjects = (c for head in deeds for verb in _verbs(doc[head]) for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass"))
    return any(_known(subject) for subject in subjects)


def has_same_means(sentence: Span, deeds: Iterable[int]) -> bool:
    """Whether the subject of a deed of the sentence is the one thing by which the deed told before was done: "The bomb went off near"."""
    heads = [sentence.doc[n] for n in deeds]
    subjects = [c for head in heads for verb in _verbs(head) for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")]
    return any(_known_means(subject) for subject in subjects + [h for h in heads if h.dep_ in ("nsubj", "nsubjpass")])


def _known_means(subject: Token) -> bool:
    before = [c for c in subject.children if c.dep_ in ("det", "amod", "compound", "nummod", "poss")]
    the = any(c.lower_ in _TAKING for c in before) and not any(c.lower_ in _OTHERS or c.dep_ == "poss" for c in before)
    told = any(c.dep_ in ("relcl", "acl", "prep") for c in subject.children)  # "the bomb that hit the market" may be any
    return subject.tag_ == "NN" and subject.lemma_.lower() in mapping("reporting_verbs")["means"] and the and not told


def _verbs(token: Token) -> list[Token]:
    """A word with the verbs that it is coordinated with, which share its subject: "scaled the wall and threw", "entered, throwing"."""
    chain = [token]
    while chain[-1].dep_ in ("conj", "advcl", "xcomp", "dobj", "pobj", "prep") and len(chain) < _DEPTH:
        chain.append(chain[-1].head)
    return chain


def _known(subject: Token) -> bool:
    words = {c.lower_ for c in subject.children}
    return subject.lemma_.lower() in mapping("reporting_verbs")["perpetrators"] and bool(words & _TAKING) and not words & _OTHERS


_DEPTH = 5
