"""Names: the stretches of a text that may name a place, in order. No choice is made here."""

from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.lexicon import Lexicon, lexicon
from thucydides.grounding.places.matches import HYPHENS, JOINERS, UNKNOWN, longer_match, meaning_of, single_match
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.token import NOTHING
from thucydides.grounding.places.tokens import Tokens, tokens_of
from thucydides.grounding.places.type_words import take_type_words
from thucydides.grounding.places.unknowns import unknown_name


def scan(text: str, gazetteer: Gazetteer) -> tuple[Tokens, list[Name]]:
    """The tokens of a text and its names in order, longest match first, non-overlapping."""
    words = lexicon()
    tokens = tokens_of(text)
    gaps, alone = tokens.gaps, gazetteer.meanings[True]
    names: list[Name] = []
    free, beyond = 0, len(tokens) - 1  # the first token that no name has taken; the last of all
    for at, token in tokens.heads:
        if at < free:
            continue
        gap, nxt = gaps[at + 1], tokens[at + 1] if at < beyond else NOTHING
        name = _abbreviation(tokens, at, words, names) if token.short else None
        if name is None and gap in _WITHIN and (nxt.joins or gap in HYPHENS):
            name = longer_match(tokens, at, gazetteer, words)
        if name is None and token.cap and (gap == ", " or not token.barred):
            meaning = alone.get(token.key, UNKNOWN)
            if meaning is UNKNOWN:
                meaning = meaning_of(token.key, True, gazetteer, words)
            if meaning is not None:
                name = single_match(tokens, at, nxt, meaning, gazetteer)
        if name is None:
            brought = at and tokens[at - 1].brings
            if token.never or not (brought or nxt.unit or (nxt.cap and _unit_follows(tokens, at + 1))):
                continue
            name = unknown_name(tokens, at, words)
            if name is None:
                continue
        if token.lower in _MONTHS and nxt.text.isdigit() and not gap.strip(". "):
            continue  # "in Yala province, Nov. 6"
        if name.last == at + 1 and token.lower == "the":
            inner = longer_match(tokens, at + 1, gazetteer, words)
            name = inner if inner is not None and inner.last > name.last else name  # "The Rock Hill school": not The Rock
        take_type_words(tokens, name, words, gazetteer, free - 1)
        if name.kind == "unknown" and name.type_word and (whole := gazetteer.find(f"{name.key} {name.type_word}")):
            name.kind, name.numbers = "place", whole  # known by its word only: "Kudus regency"
        names.append(name)
        free = name.last + 1
    return tokens, names


_WITHIN = JOINERS | {". "}  # what may stand between two words of a name
_MONTHS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
"""Months cut short, which are names of places too."""


def _unit_follows(tokens: Tokens, at: int) -> bool:
    """Whether a word of a kind of place comes next, or after a few more words with capitals."""
    for token in tokens[at + 1 : at + 5]:
        if token.unit:
            return True
        if not token.cap:
            return False
    return False


def _abbreviation(tokens: Tokens, at: int, words: Lexicon, names: list[Name]) -> Name | None:
    """A state's short form after a comma or bracket: "Rocky Mount, N.C.", "Rocky Mount (NC)"; dotted ones also alone, and with one
    point where a small word follows ("an Ill. man")."""
    token = tokens[at]
    if token.text == "W":
        if at + 1 == len(tokens) or tokens[at + 1].text != "Va":
            return None
        name = Name("abbreviation", at, at + 1, token.key, at, at + 1)
        name.abbreviation = ("US", "West Virginia")
        return name
    end = tokens.end(at)
    pointed = "." in token.text or tokens.text[end : end + 1] == "."
    form = token.text + "." if pointed and "." not in token.text else token.text
    found = words.abbreviations.get(form) or words.abbreviations.get(token.text)
    if not found:
        return None
    next_to = bool(names) and names[-1].last == at - 1
    if token.text in ("D.C.", "DC") and next_to and names[-1].key == "washington":
        return None
    alone = pointed and form in words.abbreviations and at + 1 < len(tokens) and tokens.gaps[at + 1] == ". " and not tokens[at + 1].heads
    if token.text.count(".") < 2 and not alone and not (next_to and tokens.gaps[at].strip() in (",", "(")):
        return None
    name = Name("abbreviation", at, at, token.key, at, at)
    name.abbreviation = found
    return name
