"""Adjoining: people told of right beside those of a word of harm, whom the sentence tree hangs elsewhere: "two fighters (one of them a
commander) and one bystander were killed", "after 970 rebels, 165 soldiers and 95 civilians had been killed", "killing a reporter, Ana Ruiz,
and two guards".

Rule `toll.adjoining`. Invariants: nothing but commas, "and", names and brackets stands between, and no other verb; who is told of
already is not told of again.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of
from thucydides.extracting.harm.subjects import SUBJECT
from thucydides.extracting.people.lists import is_owned
from thucydides.extracting.people.phrases import first_token
from thucydides.extracting.people.sides import category_of, group_words
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of

_LEAST = r"(?:(?:at\s+least|some|about|another|a\s+further)\s+)?"
_NAME = r"(?:\s*(?:,|@|\balias\b|\baka\b)\s*(?:[A-Z][\w.'’-]*\s*){1,4}(?:,\s*\d{1,2}\s*)?)?"
_THEN = re.compile(rf"{_NAME}\s*(?:\([^()]{{1,80}}\)\s*)?(?:,?\s*\band|,?\s*\bas\s+well\s+as|\bplus)\s+{_LEAST}$")
"""What stands between people and those told of beside them: who they are, and "and"."""
_JOINED = re.compile(r"\s*(?:,|\band)\s+(?:(?:his|her|their)\s+)?")
_GOES_ON = re.compile(r"\s*,?\s*(?:and\s+)?(?:(?:his|her|their)\s+)?")
_TO_THE_VERB = re.compile(r"[^,;:.()]*")
_AFTER = frozenset({"after", "before", "until", "since", "when", "while"})
"""Words before a clause whose first people the tree takes for their object."""
_HUNG = frozenset({"appos", "conj", "npadvmod", "dep"})
"""How the tree hangs people on the place or the day before them: "in Gao, at Lafia, a driver and his passenger were killed"."""


def adjoining(sentence: Span, found: Sequence[Harm], quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """The harms of people told of beside those found."""
    text = text_of(sentence.doc)
    taken = [(h.people.start, h.people.end) for h in found]
    leads = [h for h in found if h.part_of is None and not (h.total or h.given) and h.quantity is not None and h.quantity.best]
    for noun in sentence:
        if any(start <= noun.idx < end for start, end in taken) or not _are_people(noun):
            continue
        start, end = sentence.doc[first_token(noun)].idx, noun.idx + len(noun)
        beside = next((h for h in leads if _stand_beside(text, sentence, h, noun, (start, end), leads)), None)
        cue = sentence.doc[beside.cue] if beside is not None else noun
        harm = harm_of(sentence, beside.outcome, noun, cue, quantities, is_owned(noun)) if beside is not None else None
        if harm is not None and harm.quantity is not None and harm.quantity.best is not None:
            yield replace(harm, start=harm.people.start, end=harm.people.end)


def _are_people(noun: Token) -> bool:
    """Whether a noun with a number, an article for one or an owner names people, or a number counts some of somebody's."""
    if noun.pos_ == "NUM":
        of = next((c for c in noun.rights if c.lower_ == "of" and c.i == noun.i + 1), None)
        return of is not None and any(is_owned(c) for c in of.children)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    counted = any(c.dep_ == "nummod" for c in noun.lefts)
    one = noun.tag_ == "NN" and (is_owned(noun) or any(c.lower_ in ("a", "an") for c in noun.lefts))
    known = category_of(noun, [c.lower_ for c in noun.lefts]) != "unknown" or noun.lemma_.lower() in group_words("kin")
    return (counted or one) and (known or is_owned(noun))


def _stand_beside(text: str, sentence: Span, harm: Harm, noun: Token, at: tuple[int, int], leads: Sequence[Harm]) -> bool:
    """Whether a noun phrase goes on with the people of a harm, or opens or fills the list of which they are one."""
    start, end = at
    cue = sentence.doc[harm.cue]
    if harm.people.end <= start:
        if _THEN.fullmatch(text, harm.people.end, start) is not None:
            own = noun.dep_ in SUBJECT and noun.head.i != harm.cue  # "killed a judge, and two guards were arrested"
            return not own if cue.idx < harm.people.start else _reaches(text, end, cue)
        later = (h for h in leads if h.cue == harm.cue and h.people.start >= end)
        comma = text[harm.people.end : start].strip() == ","
        return comma and any(_GOES_ON.fullmatch(text, end, h.people.start) is not None for h in later)
    before = _JOINED.fullmatch(text, end, harm.people.start) is not None and harm.people.end <= cue.idx
    if not before or not _reaches(text, harm.people.end, cue):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ in _AFTER:
        return bool(sentence.doc[harm.people.head].conjuncts)
    return noun.dep_ in _HUNG and noun.head.pos_ == "PROPN" and "and" in text[end : harm.people.start]


def _reaches(text: str, end: int, cue: Token) -> bool:
    """Whether nothing parts the end of people from the word of harm behind them."""
    return end <= cue.idx and _TO_THE_VERB.fullmatch(text, end, cue.idx) is not None
