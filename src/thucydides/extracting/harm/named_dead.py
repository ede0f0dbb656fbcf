"""Named dead: those whom a sentence names one by one as the dead or the wounded ("the dead were Luis Perez and their driver").

Invariant: who is named is named behind the word for the harmed.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of, outcome_of
from thucydides.extracting.harm.subjects import SUBJECT
from thucydides.extracting.people import conjuncts
from thucydides.extracting.people.phrases import is_name, number_of
from thucydides.extracting.people.sides import category_of, nationality_of
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
    told = (c for c in [*verb.children, *behind] if c.dep_ in ("attr", "pobj") and c.i > verb.i)
    first = next((c for c in told if is_name(c) or _told_one_by_one(c)), None)
    for head in _listed(first) if first is not None else []:
        harm = harm_of(sentence, outcome, head, token, quantities)
        if harm is not None:
            yield harm


def _told_one_by_one(noun: Token) -> bool:
    """Whether somebody is told of beside others with a number or an article of their own: "the dead were two guards and a nurse"."""
    joined = _listed(noun)
    introduced = all(any(c.dep_ in ("nummod", "det", "poss") for c in t.lefts) for t in joined)
    return len(joined) > 1 and introduced and all(category_of(t, []) != "unknown" or nationality_of([t.text, f"{t.text}s"]) for t in joined)


def _listed(first: Token) -> list[Token]:
    """The members of a list, of which the tree may take the rest for what the first are: "four Afghans, two guards and a nurse"."""
    joined = conjuncts(first)
    beside = next((c for c in first.rights if c.dep_ == "appos" and any(g.dep_ == "conj" for g in c.rights)), None)
    if len(joined) > 1 or beside is None:
        return joined
    rest = conjuncts(beside)
    return [first, *rest] if sum(number_of(t) or 1 for t in rest) != number_of(first) > 0 else joined


def _those(word: Token) -> str | None:
    """The outcome of "those killed", "those who died" and the like."""
    told = (c for c in word.rights if c.dep_ in ("acl", "relcl")) if word.lower_ == "those" else ()
    return next((o for c in told if (o := outcome_of("verbs").get(c.lemma_.lower())) in ("killed", "injured")), None)
