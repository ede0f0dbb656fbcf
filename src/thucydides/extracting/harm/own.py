"""Own: counts that a party gives of its own side's harm ("Chad said that five of its soldiers were killed", "gave its losses as 41").

Rule `toll.own-side`: they are of that country's people, so that what the other side counts of its own stands beside them.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm
from thucydides.extracting.texts import text_of
from thucydides.grounding.actors.countries import country_of_name, demonym_country, seat_country

_ITS = re.compile(r"(?:\d[\d,]*\s+of\s+|^)(?:its|their|our)\b", re.IGNORECASE)
_SIDE = re.compile(r"(?:\s+(?!and\b|but\b|while\b)\w+){0,5}\s+on\s+(?:its|their|our)\s+(?:own\s+)?side\b", re.IGNORECASE)
_THAT_SIDE = re.compile(r"\s+on\s+the\s+(?P<who>[A-Z][\w-]+)\s+side\b")
_HAS = re.compile(r"\b(?P<who>[A-Z][\w-]+)\s+side\s+(?:has|had|counts|counted|lost|suffered)\s+(?:\w+\s+){0,2}$")
_ON_SIDE = re.compile(
    r"\b[Oo]n\s+(?:the\s+)?(?P<who>[A-Z][\w-]+?)(?:['’]s)?\s+side\b(?:(?!\b(?:while|but|whereas|side)\b)[^;])*$"
)
"""Whose side the counts behind it are of: "On the Afghan side, at least 45 deaths were reported"."""
_BARE = frozenset({"deaths", "dead", "killed", "casualties", "fatalities", "losses", "wounded", "injured"})


def country_word(word: str) -> str | None:
    """The country that a word names, by its name, people or seat of government, else None."""
    return country_of_name(word) or demonym_country(word) or seat_country(word) if word[:1].isupper() else None


def _teller(sentence: Span, cue: Token) -> str | None:
    """The country of the subject of the nearest verb above a word of harm that is not the harm's own, else None."""
    climbed = cue
    while climbed.head != climbed:
        climbed = climbed.head
        if climbed.pos_ != "VERB" or climbed.i == cue.i:
            continue
        subject = next((c for c in climbed.children if c.dep_ == "nsubj" and c.i < climbed.i), None)
        if subject is not None and any(c.dep_ in ("ccomp", "dobj", "prep") for c in climbed.children):
            found = (country_word(t.text) for t in sentence.doc[subject.left_edge.i : subject.i + 1])
            country = next((c for c in found if c is not None), None)
            if country is not None:
                return country
    return None


def _owner(sentence: Span, harm: Harm) -> str | None:
    """The country whose own harm a count tells, by its words; None where they do not say."""
    text, people = text_of(sentence.doc), harm.people
    before = text[sentence.start_char : people.start]
    named = _THAT_SIDE.match(text, people.end) or _THAT_SIDE.match(text, harm.end) or _HAS.search(before) or _ON_SIDE.search(before)
    if named is not None:
        return country_word(named["who"])
    if _ITS.match(people.group) or _SIDE.match(text, people.end) or _SIDE.match(text, harm.end):
        return _teller(sentence, sentence.doc[harm.cue])
    return None


def with_owners(sentence: Span, harms: Sequence[Harm]) -> Iterator[Harm]:
    """The harms with the country of those who count their own; a bare number of deaths that another country reports beside is its own."""
    owned: set[str] = set()
    for harm in sorted(harms, key=lambda h: (h.start, h.end)):
        people = harm.people
        if not people.counted or people.nationality is not None:
            yield harm
            continue
        owner = _owner(sentence, harm)
        if owner is None and owned and people.group.lower().split(" ")[-1] in _BARE:
            teller = _teller(sentence, sentence.doc[harm.cue])
            owner = teller if teller not in owned else None
        if owner is not None:
            owned.add(owner)
            category = "state forces" if people.group.lower().startswith("military") else people.category
            harm = replace(harm, people=replace(people, nationality=owner, category=category))
        yield harm


def of_two_sides(sentence: Span, one: Harm, other: Harm) -> bool:
    """Whether two counts are of the people of two countries, or the other is what a country tells of its own."""
    first, second = one.people.nationality, other.people.nationality
    return second is not None and first != second and (first is not None or _owner(sentence, other) is not None)
