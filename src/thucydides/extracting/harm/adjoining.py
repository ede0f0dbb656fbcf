"""Adjoining: people told of right beside those of a word of harm, whom the sentence tree hangs elsewhere: "two fighters (one of them a
commander) and one bystander were killed", "after 970 rebels, 165 soldiers and 95 civilians had been killed".

Rule `toll.adjoining`. Invariants: nothing but commas, "and" and brackets stands between, and no other verb; who is told of already is not
told of again.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of
from thucydides.extracting.people.phrases import first_token
from thucydides.extracting.people.sides import category_of, group_words
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of

_LEAST = r"(?:(?:at\s+least|some|about|another|a\s+further)\s+)?"
_THEN = re.compile(rf"\s*(?:\([^()]{{1,80}}\)\s*)?(?:,?\s*\band|,?\s*\bas\s+well\s+as|\bplus)\s+{_LEAST}$")
"""What stands between people and those told of beside them, before the word of harm."""
_LISTED = re.compile(r"\s*,\s*")
_TO_THE_VERB = re.compile(r"[^,;:.()]*")
_AFTER = frozenset({"after", "before", "until", "since", "when", "while"})
"""Words before a clause whose first people the tree takes for their object."""


def adjoining(sentence: Span, found: Sequence[Harm], quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """The harms of people told of beside those found."""
    text = text_of(sentence.doc)
    taken = [(h.people.start, h.people.end) for h in found]
    for noun in sentence:
        if noun.pos_ not in ("NOUN", "PROPN") or any(start <= noun.idx < end for start, end in taken) or not _are_people(noun):
            continue
        start, end = sentence.doc[first_token(noun)].idx, noun.idx + len(noun)
        beside = next((h for h in found if _stand_beside(text, sentence, h, noun, start, end)), None)
        harm = harm_of(sentence, beside.outcome, noun, sentence.doc[beside.cue], quantities) if beside is not None else None
        if harm is not None and harm.quantity is not None and harm.quantity.best is not None:
            yield replace(harm, start=harm.people.start, end=harm.people.end)


def _are_people(noun: Token) -> bool:
    """Whether a noun with a number, or with an article for one, names people."""
    counted = any(c.dep_ == "nummod" for c in noun.lefts)
    one = noun.tag_ == "NN" and any(c.lower_ in ("a", "an") for c in noun.lefts)
    known = category_of(noun, [c.lower_ for c in noun.lefts]) != "unknown" or noun.lemma_.lower() in group_words("kin")
    return (counted or one) and known


def _stand_beside(text: str, sentence: Span, harm: Harm, noun: Token, start: int, end: int) -> bool:
    """Whether a noun phrase stands right behind the people of a harm, or opens the list of which they are the next."""
    if harm.part_of is not None or harm.total or harm.given or harm.quantity is None or not harm.quantity.best:
        return False
    cue = sentence.doc[harm.cue]
    if harm.people.end <= start:
        before_verb = end <= cue.idx and _TO_THE_VERB.fullmatch(text, end, cue.idx) is not None
        return before_verb and _THEN.fullmatch(text, harm.people.end, start) is not None
    opens = noun.dep_ == "pobj" and noun.head.lower_ in _AFTER and noun.i < cue.i
    joined = sentence.doc[harm.people.head].conjuncts
    return opens and bool(joined) and harm.people.end <= cue.idx and _LISTED.fullmatch(text, end, harm.people.start) is not None
