"""Verbless: the dead of an entry that names a deed and behind it whom it cost, without a word of harm ("Massacre in Argelia: 4 victims",
"Drone strike on a minibus: 12 civilians, five of them children", "Oursi ambush: 41 gendarmes (44 by other counts)").

Invariant: only where nobody else in the sentence is told of as harmed, and the count ends what is told (rule `toll.verbless`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, outcome_of
from thucydides.extracting.people import People
from thucydides.extracting.people.sides import category_of, group_words
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.vocabulary import mapping

_OPENS = re.compile(r"(?::|\||\s[–—-])\s*$")
_ENDS = re.compile(r"\s*(?:[.;]|$|\(|,\s+(?:all|mostly|most|including|among|(?:[\w-]+)\s+(?:of\s+(?:them|whom)\b|an?\s)))", re.IGNORECASE)
_NOUN = 4
"""Tokens from a number to its noun."""
_DEEDS = ("air", "shelling", "suicide", "bomb", "grenade", "chemical", "attack")


@cache
def _deeds() -> frozenset[str]:
    families = mapping("triggers")["families"]
    words = {w for f in _DEEDS for kind in ("nouns", "verbs") for w in families[f][kind] if " " not in w}
    return frozenset((*words, "ambush")) - {"violence", "bloodshed", "kidnap"}


def find_verbless(sentence: Span, quantities: Sequence[QuantitySpan], known: Sequence[Harm]) -> Iterator[Harm]:
    """The count behind the colon of such an entry, where the sentence tells of no other harm."""
    if known:
        return
    text = text_of(sentence.doc)
    for number in quantities:
        before = text[sentence.start_char : number.start]
        if not number.quantity.best or number.quantity.weak or not _OPENS.search(before):
            continue
        opening = [t for t in sentence if t.idx < number.start]
        deadly = any(outcome_of("nouns").get(t.lemma_.lower()) == "killed" for t in opening if t.pos_ in ("NOUN", "PROPN"))
        if not deadly and not any(t.lemma_.lower() in _deeds() for t in opening):
            continue
        noun = next((t for t in [t for t in sentence if t.idx >= number.end][:_NOUN] if _are_people(t, deadly)), None)
        if noun is None or not _ENDS.match(text, noun.idx + len(noun), sentence.end_char) or "," in text[number.end : noun.idx]:
            continue
        end = noun.idx + len(noun)
        group = text[number.end : end].strip()
        people = People(number.start, end, noun.i, number.quantity, group, category_of(noun, []), counted=True)
        yield Harm("killed", people, noun.i, number.start, end, number.quantity)
        return


def _are_people(noun: Token, deadly: bool) -> bool:
    """Whether a noun is of people who may have been hit: victims, civilians, soldiers, but not the gunmen of a raid."""
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or lemma in group_words("never"):
        return False
    hit = lemma == "victim" or category_of(noun, []) not in ("unknown", "rebels", "criminals")
    return hit or (deadly and lemma in group_words("generic"))
