"""Same doers: whether a sentence goes on with those who did the deed told before: "The attackers scaled the wall and threw grenades".

Rule `extract.same-doers`. Invariant: only words that name people by what they did ("the gunmen", "the kidnappers") take a deed up so; "the
rebels" or "the militants" are of a war.
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
