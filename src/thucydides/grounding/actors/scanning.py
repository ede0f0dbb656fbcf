"""Scanning: one pass over a text's tokens for names, countries and words for parties, before any of them is read as a party.

Invariants: no token is of two finds; a name goes before a country, a country before a word for people; linear in the text.
"""

from thucydides.grounding.actors.descriptions import CountryMatch, HeadMatch, country_at, head_at
from thucydides.grounding.actors.names import find_names, mentioned_countries
from thucydides.grounding.actors.tokens import Tokens
from thucydides.grounding.actors.walks import Scene


def scan(t: Tokens) -> Scene:
    """What a text names and describes, by where each begins or ends among its tokens."""
    names = find_names(t)
    taken = {i for name in names for i in range(name.first, name.last)}
    countries: list[CountryMatch] = []
    heads: list[HeadMatch] = []
    i = 0
    while i < len(t.folded):
        country = None if i in taken else country_at(t, i)
        if country is not None and not taken.intersection(range(i, country.last)):
            countries.append(country)
            i = country.last
            continue
        head = None if i in taken else head_at(t, i)
        if head is not None and not taken.intersection(range(i, head.last)):
            heads.append(head)
            i = head.last
            continue
        i += 1
    return Scene(
        t,
        {n.first: n for n in names},
        {n.last: n for n in names},
        {c.first: c for c in countries},
        {c.last: c for c in countries},
        {h.last: h for h in heads},
        mentioned_countries(t),
    )


def compounds_of(t: Tokens, heads: tuple[HeadMatch, ...]) -> list[tuple[HeadMatch, ...]]:
    """Heads in runs of neighbours: "foreign ministry" + "spokesman" is one description."""
    runs: list[tuple[HeadMatch, ...]] = []
    for head in heads:
        if runs and runs[-1][-1].last == head.first and t.joined[head.first] and t.gap(head.first).strip() == "":
            runs[-1] = (*runs[-1], head)
        else:
            runs.append((head,))
    return runs
