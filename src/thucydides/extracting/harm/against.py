"""Against: the counts that somebody sets against another one in few words, wherever they stand.

Invariant: whom another reader has counted by the same number is not counted again.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people import People
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.set_against import outcome_of, set_against
from thucydides.extracting.texts import text_of

_OPENING = 3
"""Characters of a sentence before words that open it: "(Another source gives 10)" is set against the sentence before."""
_BACK = 400
"""Characters back within which the count stands that a number is set against."""
_NEAR = 60
"""Characters of a sentence before words that may still speak of the count of the sentence before."""


def find_against(sentence: Span, quantities: Sequence[QuantitySpan], known: Sequence[Harm]) -> Iterator[Harm]:
    """The numbers that a sentence sets against a count of the same paragraph (rule `toll.set-against`)."""
    text, offset = text_of(sentence.doc), sentence.start_char
    outcome = ""
    for found in set_against(text_of(sentence)):
        start, end = offset + found.number[0], offset + found.number[1]
        counted = any(_meets(h, start, end) for h in known)
        opens = min(found.who[0], found.cue[0], found.number[0]) <= _OPENING
        first = offset + min(found.who[0], found.cue[0], found.number[0])
        if opens or any(q.end <= first for q in quantities):
            lead = text[max(0, first - _BACK) if opens else offset : first]
            outcome = outcome_of(lead, text[end : sentence.end_char], opens and found.who == found.cue) or outcome
        if not outcome and (found.later or known):
            outcome = outcome_of(text_of(sentence))
        if not outcome and first - offset <= _NEAR:
            outcome = outcome_of(text[max(0, offset - _BACK) : offset])  # "Ten, said the headman; the army admitted to three."
        if counted or not outcome or not any(q.start == start for q in quantities) or _did_other(sentence, start, end):
            continue
        cue = next(t.i for t in sentence if t.idx + len(t) > start)
        who = "" if found.who == found.cue else text_of(sentence)[slice(*found.who)].split()[-1].lower()
        people = People(start, end, cue, found.quantity, "people", counted=True)
        yield Harm(outcome, people, cue, start, end, found.quantity, total=found.later, given=not found.later, voice=who)


def _did_other(sentence: Span, start: int, end: int) -> bool:
    """Whether a verb that is no word of harm says what befell those counted: "police said at least 450 people had been rounded up"."""
    number = next((t for t in reversed(sentence) if start <= t.idx < end), None)
    while number is not None and number.dep_ in ("nummod", "quantmod", "compound") and number.head != number:
        number = number.head
    subject = number is not None and number.dep_ in ("nsubj", "nsubjpass")
    return subject and number is not None and number.head.pos_ in ("VERB", "AUX") and number.head.i > number.i


def with_counters(sentence: Span, known: Sequence[Harm]) -> Iterator[Harm]:
    """The harms, those that somebody sets in a short clause in their mouth: "the local Red Cross counted nine bodies"."""
    found = [f for f in set_against(text_of(sentence)) if f.who != f.cue and f.quantity.best]
    for harm in known:
        offset = sentence.start_char
        mine = next((f for f in found if harm.people.counted and _meets(harm, offset + f.number[0], offset + f.number[1])), None)
        who = text_of(sentence)[slice(*mine.who)].split()[-1].lower() if mine is not None else ""
        yield replace(harm, voice=who) if who and not harm.voice else harm


def _meets(harm: Harm, start: int, end: int) -> bool:
    return harm.people.start < end and start < harm.people.end
