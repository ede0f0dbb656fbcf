"""Abutting: a number right behind a verb of harm that somebody did, where the sentence tree hangs it elsewhere: "killed three and injured
eleven", "shot dead at least two villagers", "injured some 40 (the health office said)".

Rule `toll.abutting`. Invariants: nobody stands between the verb and the number; what is counted are people; a passive counts nobody behind.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.harm.clipped_phrases import words_of_harm
from thucydides.extracting.harm.harm import Harm, negated, outcome_of
from thucydides.extracting.people import People, people
from thucydides.extracting.people.sides import category_of, group_words
from thucydides.extracting.quantities import QuantitySpan
from thucydides.vocabulary import mapping

_DID_IT = frozenset({"VBD", "VBN", "VBG"})
_NEAR = 4
"""Tokens from a number to the noun of those it counts."""


def find_abutting(sentence: Span, quantities: Sequence[QuantitySpan], known: Sequence[Harm]) -> Iterator[Harm]:
    """The people counted right behind an active verb of harm of whom no harm of that outcome is known."""
    verbs = outcome_of("verbs")
    for verb in sentence:
        outcome = verbs.get(verb.lemma_.lower())
        if outcome not in ("killed", "injured") or verb.tag_ not in _DID_IT or not _active(verb):
            continue
        last = verb.nbor(1) if verb.i + 1 < sentence.end and verb.nbor(1).lower_ == "dead" else verb
        if verb.lemma_.lower() in mapping("outcomes")["loose"] and last is verb:
            continue  # "hit three villages", "shot 12 rounds"
        number = next((q for q in quantities if q.start == last.idx + len(last) + 1 and q.quantity.best), None)
        counted = _counted(sentence, number, tuple(quantities)) if number is not None else None
        if number is None or counted is None or negated(verb):
            continue
        outcome = "killed" if last is not verb else outcome
        if any(h.outcome == outcome and h.people.start < number.end and number.start < h.people.end for h in known):
            continue
        yield Harm(outcome, counted, verb.i, verb.idx, counted.end, number.quantity)


def _active(verb: Token) -> bool:
    """Whether a verb tells what somebody did: nothing of "to be" before it, and somebody or something there that did it."""
    before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]]
    passive = {"was", "were", "been", "being", "are", "is", "be"} & set(before) or any(c.dep_ == "auxpass" for c in verb.children)
    return not passive and verb.dep_ != "amod" and verb.i > verb.sent.start and not (before and before[-1][:1].isdigit())


def _counted(sentence: Span, number: QuantitySpan, quantities: tuple[QuantitySpan, ...]) -> People | None:
    """Whom a number counts: the people whose noun stands right behind it, or people at large where no noun does; None for things."""
    behind = [t for t in sentence if t.idx >= number.end][:_NEAR]
    if not behind or behind[0].lower_ in words_of_harm():
        return None  # "1 killed 3 injured"
    head = next(t.i for t in sentence if t.idx + len(t) >= number.end)
    noun = next((t for t in behind if t.tag_ in ("NNS", "NNPS")), None)
    if noun is not None and all(t.pos_ in ("ADJ", "NOUN", "PROPN") or t.tag_ == "VBN" for t in behind[: behind.index(noun)]):
        person = people(noun, quantities, sentence)
        known = category_of(noun, []) != "unknown" or noun.lemma_.lower() in group_words("generic")
        return person if known and person is not None and person.counted and person.start == number.start else None
    ends = behind[0].is_punct or behind[0].pos_ in ("CCONJ", "ADP", "SCONJ", "ADV") or behind[0].lower_ in ("others", "more", "people")
    return People(number.start, number.end, head, number.quantity, "", counted=True) if ends else None


def without_misplaced(found: Sequence[Harm], abutting: Sequence[Harm]) -> list[Harm]:
    """The harms without those that the tree lays by another word of harm on the number that such a verb has right behind it."""
    mine = [(h.people.start, h.people.end) for h in abutting]
    return [h for h in found if not any(h.people.counted and h.people.start < end and start < h.people.end for start, end in mine)]
