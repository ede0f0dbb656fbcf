"""Protested deeds: what a crowd marches against is another deed than the march, and gives it no toll, place or doer.

Invariant: a deed with a day of its own in what is protested against is left to be told apart by its day.
"""

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.grounding.times import TimeExpression
from thucydides.vocabulary import mapping


def protested(sentence: Span, protests: Collection[int], times: Sequence[TimeExpression], shift: int) -> set[int]:
    """The token indices of what the protests of a sentence are about (rule `extract.protested`): "rallied against the killing of six
    farmers", "shops closed in protest at the raid"; `protests` are the heads of its words for a protest."""
    words = mapping("telling")["protesting"]
    crowds = {t.i for t in sentence if t.lemma_.lower() in words["crowds"]}
    dated = {at.i for t in times if not t.window and (at := token_starting(sentence, t.start - shift)) is not None}
    found: set[int] = set()
    for head in {*protests, *crowds}:
        for matter in _matters(sentence.doc[head]):
            inside = {t.i for t in matter.subtree}
            if head not in inside and not inside & dated:
                found |= inside
    return found


def _matters(protest: Token) -> Iterator[Token]:
    """The heads of what a protest is about: behind "against", "over" and the like, or the object of a word for what its people want."""
    words = mapping("telling")["protesting"]
    links, wants = frozenset(words["links"]), frozenset(words["wants"])
    for child in protest.children:
        lemma = child.lemma_.lower()
        if child.dep_ == "prep" and child.lower_ in links:
            yield from (c for c in child.children if c.dep_ in ("pobj", "pcomp"))
        elif child.dep_ in ("xcomp", "advcl", "acl", "relcl", "conj") and lemma in wants:
            yield from _wanted(child, links)
        elif child.dep_ in ("acomp", "amod", "advcl") and lemma in words["angry"]:
            yield from (c for p in child.children if p.dep_ in ("prep", "agent") for c in p.children if c.dep_ in ("pobj", "pcomp"))
    behind = protest.doc[protest.i + 1] if protest.i + 1 < protest.sent.end else protest
    if behind.lower_ in links and behind.dep_ == "prep" and behind.head != protest:
        yield from (c for c in behind.children if c.dep_ in ("pobj", "pcomp"))
    if protest.lemma_.lower() in wants and protest.pos_ == "VERB":
        yield from _wanted(protest, links)


def _wanted(verb: Token, links: Collection[str]) -> Iterator[Token]:
    """What a verb of protest has for its object or its matter."""
    yield from (c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and c.lemma_.lower() not in ("march", "rally"))
    yield from (c for p in verb.children if p.dep_ == "prep" and p.lower_ in links for c in p.children if c.dep_ in ("pobj", "pcomp"))
