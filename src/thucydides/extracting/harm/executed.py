"""Executed: people shot who were in the hands of those who shot them, and as many as were taken ("lined up four men and shot them").

Invariant: of whom the sentence says that they lived, or were wounded, nobody was executed.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people import people
from thucydides.extracting.people.sides import category_of
from thucydides.extracting.quantities import QuantitySpan, find_quantities
from thucydides.extracting.texts import text_of
from thucydides.vocabulary import mapping

_LIVED = re.compile(
    r"\b(?:wound|injur|surviv|hospital|escap|recover|treated)|\bin\s+the\s+(?:legs?|arms?|foot|feet|hands?|knees?|shoulder|thighs?)\b",
    re.IGNORECASE,
)
"""Words that leave somebody alive, or where a shot kills few."""


def with_executed(sentence: Span, harms: Sequence[Harm], quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """The harms with captives who were shot set as killed (rule `toll.executed`), and told by pronoun as many as were taken."""
    lived = _LIVED.search(text_of(sentence)) is not None
    for harm in harms:
        cue = sentence.doc[harm.cue]
        taking = _taking(cue) or _taken_before(sentence, harm) or _met(cue, harm)
        if taking is None and _is_captive(sentence, harm):
            taking = cue
        if taking is None or harm.outcome not in ("killed", "injured"):
            yield harm
            continue
        if harm.outcome == "injured" and harm.struck and cue.lemma_.lower() == "shoot" and not lived:
            harm = replace(harm, outcome="killed", struck=False)
        yield _counted(sentence, harm, taking, quantities) if harm.people.pronoun and harm.quantity is None else harm


def _taking(cue: Token) -> Token | None:
    """The verb before a word of harm by which the same people came into the hands of others: "were bound and shot"."""
    verb = cue
    found = None
    while verb.dep_ == "conj" and verb.head.i < verb.i and verb.head.pos_ == "VERB":
        verb = verb.head
        if verb.lemma_.lower() in mapping("outcomes")["in_hand"] and _takes_people(verb):
            found = verb
            if not _takes_them(verb):  # "rounded up 12 men, blindfolded them and shot them": of the men
                break
    return found


def _takes_them(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.lower_ == "them" for c in verb.children)


def _met(cue: Token, harm: Harm) -> Token | None:
    """The verb joined before a killing of "them", by the same doer, whose object is whom it met: "lured four men, killed them"."""
    if harm.outcome != "killed" or harm.quantity is not None or cue.doc[harm.people.head].lower_ != "them":
        return None
    verb = cue
    while verb.dep_ == "conj" and verb.head.i < verb.i and verb.head.pos_ == "VERB" and not any(c.dep_ == "nsubj" for c in verb.children):
        verb = verb.head
        met = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if met is not None and met.lower_ != "them":
            return verb if any(c.dep_ == "nummod" for c in met.lefts) and category_of(met, []) != "unknown" else None
    return None


def _takes_people(verb: Token) -> bool:
    """Whether what a verb takes may be people: "pulled a gun and shot five people" took nobody."""
    taken = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    nouns = mapping("outcomes")["animate"]["endings"]
    return taken is not None and (
        taken.pos_ in ("PRON", "PROPN", "NUM")
        or category_of(taken, []) != "unknown"
        or taken.lower_.endswith(tuple(nouns))
        or any(c.dep_ == "nummod" for c in taken.lefts)
    )


def _is_captive(sentence: Span, harm: Harm) -> bool:
    """Whether those shot were captives by their noun or by what stands before it: "captured soldiers were shot", or it was an execution."""
    words = mapping("outcomes")
    head = sentence.doc[harm.people.head]
    described = {c.lower_ for c in head.lefts if c.dep_ in ("amod", "compound")}
    return (
        head.lemma_.lower() in words["captives"]
        or bool(described & set(words["held"]))
        or _EXECUTION.search(sentence.text) is not None
    )


_EXECUTION = re.compile(r"\bexecution[- ]style\b|\bfiring\s+squad\b|\bsummarily\b", re.IGNORECASE)


def _taken_before(sentence: Span, harm: Harm) -> Token | None:
    """The verb of the sentence before that took those told of as dead: "took five brothers from home. They were found dead"."""
    told = harm.outcome == "killed" and harm.people.pronoun and harm.quantity is None
    if not told or sentence.start == 0 or sentence.doc[harm.people.head].lower_ not in ("they", "them"):
        return None
    verbs = mapping("outcomes")["in_hand"]
    return next((t for t in sentence.doc[sentence.start - 1].sent if t.pos_ == "VERB" and t.lemma_.lower() in verbs), None)


def _counted(sentence: Span, harm: Harm, taking: Token, quantities: tuple[QuantitySpan, ...]) -> Harm:
    """A harm told by pronoun with the number of those whom the verb before took, where it counts them."""
    taken = next((c for c in taking.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if taken is not None and taken.i < sentence.start:
        before = taken.sent
        found = find_quantities(text_of(before))
        quantities = tuple(QuantitySpan(q.start + before.start_char, q.end + before.start_char, q.quantity) for q in found)
    told = people(taken, quantities, taken.sent, taking.lemma_) if taken is not None else None
    if told is None or not told.counted or told.quantity is None or not told.quantity.best:
        return harm
    if told.end < sentence.start_char:  # the passage is of this sentence, the number of the one before
        told = replace(told, start=harm.people.start, end=harm.people.end, head=harm.people.head)
    return replace(harm, people=told, start=min(harm.start, told.start), end=max(harm.end, told.end), quantity=told.quantity)
