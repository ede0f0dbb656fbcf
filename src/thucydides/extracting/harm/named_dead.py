"""Named dead: those whom a sentence names one by one as the dead or the wounded ("the dead were Luis Perez and their driver").

Invariant: who is named is named behind the word for the harmed.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of, outcome_of
from thucydides.extracting.harm.subjects import SUBJECT
from thucydides.extracting.people import conjuncts
from thucydides.extracting.people.phrases import is_name
from thucydides.extracting.quantities import QuantitySpan

_THE_HARMED = {"dead": "killed", "deceased": "killed", "victims": "killed", "wounded": "injured", "injured": "injured"}


def named_dead(sentence: Span, token: Token, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """Those whom a sentence names one by one as the dead: "the dead were Luis Perez, Marta Rojas and their driver"."""
    outcome, verb = _THE_HARMED.get(token.lower_) or _those(token), token.head
    if outcome is None:
        return
    colon = next((t for t in sentence if t.text == ":" and t.i > token.i), None) if token.tag_ != "VBN" else None
    opens = next((c.i for c in token.rights if c.dep_ == "acl"), token.i) if token.lower_ == "those" else token.i
    if colon is not None and all(t.pos_ not in ("VERB", "AUX", "PUNCT") for t in sentence.doc[opens + 1 : colon.i]):
        first = next((c for c in token.subtree if c.i > colon.i and c.dep_ in ("appos", "conj") and c.pos_ in ("NOUN", "PROPN")), None)
        found = (harm_of(sentence, outcome, h, token, quantities) for h in (conjuncts(first) if first is not None else ()))
        yield from (h for h in found if h is not None)
        return
    if token.dep_ not in SUBJECT or verb.lemma_ not in ("be", "name", "identify"):
        return
    behind = [g for c in verb.children if c.lower_ == "as" for g in c.children if g.dep_ == "pobj"] if verb.lemma_ != "be" else []
    first = next((c for c in [*verb.children, *behind] if c.dep_ in ("attr", "pobj") and c.i > verb.i and is_name(c)), None)
    for head in conjuncts(first) if first is not None else []:
        harm = harm_of(sentence, outcome, head, token, quantities)
        if harm is not None:
            yield harm


def _those(word: Token) -> str | None:
    """The outcome of "those killed", "those who died" and the like."""
    told = (c for c in word.rights if c.dep_ in ("acl", "relcl")) if word.lower_ == "those" else ()
    return next((o for c in told if (o := outcome_of("verbs").get(c.lemma_.lower())) in ("killed", "injured")), None)
