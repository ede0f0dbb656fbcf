"""Captives: people told as taken or held by what they were made ("took 40 people hostage", "took 15 soldiers prisoner").

Invariant: the number stands between the verb and the word for captives.
"""

from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.people import people
from thucydides.extracting.quantities import QuantitySpan

_VERBS = frozenset({"take", "hold", "seize", "keep"})
_CAPTIVES = frozenset({"hostage", "hostages", "captive", "captives", "prisoner", "prisoners"})
_REACH = 12
"""Tokens from the verb to the word for captives, at most."""
_UNREAL = frozenset({"MD", "TO"})


def from_captives(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """The counts of people who were made captives by the verbs of a sentence."""
    for verb in sentence:
        if verb.lemma_.lower() not in _VERBS or verb.pos_ != "VERB" or any(c.tag_ in _UNREAL or c.dep_ == "neg" for c in verb.children):
            continue
        after = list(sentence.doc[verb.i + 1 : min(verb.i + _REACH, sentence.end)])
        word = next((t for t in after if t.lower_ in _CAPTIVES), None)
        if word is None or any(t.text in (",", ";", "—") or t.pos_ == "VERB" for t in after[: word.i - verb.i - 1]):
            continue
        counted = next((q for q in reversed(quantities) if verb.idx < q.start and q.end <= word.idx), None)
        harm = _harm(sentence, verb, word, counted, quantities) if counted is not None else None
        if harm is not None:
            yield harm


def _harm(sentence: Span, verb: Token, word: Token, counted: QuantitySpan, quantities: tuple[QuantitySpan, ...]) -> Harm | None:
    """The captives of one verb; those counted are told by a noun before the word for captives, else by that word."""
    before = word.nbor(-1)
    head = before if before.idx >= counted.end and before.pos_ in ("NOUN", "PROPN", "ADJ", "PRON") else word
    person = people(head, quantities, sentence, verb.lemma_)
    if person is None or counted.quantity.rule == "toll.none":
        return None
    text = sentence.doc.text[counted.end : head.idx + len(head)].strip()
    group = "people" if head is word or head.lower_ == "others" else text
    person = replace(person, start=counted.start, end=head.idx + len(head), quantity=counted.quantity, counted=True, group=group)
    return Harm("captured", person, verb.i, counted.start, word.idx + len(word), counted.quantity)
