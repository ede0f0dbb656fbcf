"""Inverted: harm whose verb stands before those harmed, as reports put into English from other languages have it ("died 8 people").

Invariants: nobody stands before the verb to whom it could belong, and those harmed are counted.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of, outcome_of
from thucydides.extracting.harm.objects import objects_of
from thucydides.extracting.people import conjuncts
from thucydides.extracting.quantities import QuantitySpan

_AUXILIARIES = frozenset({"was", "were", "have", "has", "had", "been", "also", "there", "and"})
_NEAR = 4
"""Tokens from the number behind the verb to the noun of those it counts, at most."""


def find_inverted(sentence: Span, quantities: Sequence[QuantitySpan], known: Sequence[Harm]) -> Iterator[Harm]:
    """The counted people right behind a verb of harm that nothing stands before but its auxiliaries (rule `toll.inverted`)."""
    verbs = outcome_of("verbs")
    yield from _fronted(sentence, quantities, known)
    for token in sentence:
        outcome = verbs.get(token.lemma_.lower())
        number = _behind(token, quantities) if outcome in ("killed", "injured") and token.tag_ in ("VBD", "VBN") else None
        if outcome is None or number is None or not _opens(token) or any(h.cue == token.i and h.people.counted for h in known):
            continue
        noun = next(
            (t for t in sentence.doc[token.i + 1 : token.i + 1 + _NEAR] if t.idx >= number.end and t.tag_ in ("NNS", "NNPS")),
            None,
        )
        noun = noun or next((t for t in objects_of(token) if t.pos_ == "NOUN"), None)
        harm = harm_of(sentence, outcome, noun, token, tuple(quantities)) if noun is not None else None
        if harm is not None and harm.people.counted and harm.people.start == number.start:
            yield harm


def _fronted(sentence: Span, quantities: Sequence[QuantitySpan], known: Sequence[Harm]) -> Iterator[Harm]:
    """Those named behind a participle that opens the sentence: "Killed in the ambush were a lieutenant and two sergeants"."""
    first = next((t for t in sentence if not t.is_space), None)
    outcome = outcome_of("verbs").get(first.lemma_.lower()) if first is not None and first.tag_ == "VBN" else None
    if first is None or outcome not in ("killed", "injured") or any(h.cue == first.i and h.people.start > first.idx for h in known):
        return
    verb = next((t for t in sentence if t.lower_ in ("were", "was") and t.i > first.i), None)
    clause = next((t for t in sentence if t.text in (";", ":", ".") and t.i > first.i), None)
    if verb is None or (clause is not None and clause.i < verb.i):
        return
    behind = (t for t in verb.doc[verb.i + 1 : verb.i + 1 + _NEAR] if t.dep_ not in ("compound", "nummod"))
    noun = next((t for t in behind if t.pos_ in ("NOUN", "PROPN", "NUM")), None)
    heads = conjuncts(noun) if noun is not None else []
    further = (t for c in first.children if noun is not None and c.dep_ == "appos" and c.i > noun.i for t in conjuncts(c))
    for head in dict.fromkeys([*heads, *further]):
        harm = harm_of(sentence, outcome, head, first, tuple(quantities), somebody=True)
        if harm is not None:
            yield harm


def _behind(verb: Token, quantities: Sequence[QuantitySpan]) -> QuantitySpan | None:
    """The number right behind a verb."""
    end = verb.idx + len(verb)
    return next((q for q in quantities if 0 < q.start - end <= 1 and q.quantity.rule != "toll.none"), None)


def _opens(verb: Token) -> bool:
    """Whether a verb opens its clause: a comma, a semicolon or nothing stands before it and its auxiliaries, one of which a verb that
    takes an object needs ("were killed two women", not "killed two women")."""
    at = verb
    while at.i > verb.sent.start and at.nbor(-1).lower_ in _AUXILIARIES:
        at = at.nbor(-1)
    needs = verb.lemma_.lower() not in _OF_ITSELF
    passive = any(t.lower_ in ("was", "were", "been") for t in verb.doc[at.i : verb.i])
    opening = at.i == verb.sent.start or at.nbor(-1).text in (",", ";", ":", "–", "-")
    return opening and (passive or not needs)


_OF_ITSELF = frozenset({"die", "perish"})
