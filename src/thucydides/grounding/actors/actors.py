"""Parties named or described in a text, each with offsets: the look-up that the rest of the program uses.

`find_actors` gives named parties (longest match over the listed names and aliases), descriptions with or without nationality
("Tajik border guards", "gunmen", the forces of "a Russian drone"), and, marked as metonyms, countries and capitals that may stand
for their governments.
"""

import re

from msgspec import Struct

from thucydides.grounding.actors.bands import bands
from thucydides.grounding.actors.countries import demonym_countries, demonym_country
from thucydides.grounding.actors.descriptions import CountryMatch, HeadMatch, country_at, head_at, is_number, phrases_of, words_of
from thucydides.grounding.actors.list import actor, all_actors, kind_on, related, state_actor_id
from thucydides.grounding.actors.names import find_names, mentioned_countries
from thucydides.grounding.actors.parties import Party, as_armed, describe, group_kind, members_start, named_party, one_country
from thucydides.grounding.actors.tokens import Tokens, tokens
from thucydides.grounding.actors.walks import Scene
from thucydides.nouns.actor import ActorKind

__all__ = [
    "ActorMatch", "actor", "all_actors", "demonym_countries", "demonym_country", "find_actors", "kind_on", "military_of", "related",
]  # fmt: skip

_GROUP_JOINS = frozenset({"of", "the", "for", "and", "de", "del", "la", "al", "e", "i", "ul", "wal"})
_LIST_GAP = re.compile(r"\s*,\s*\Z|\s*,?\s*(?:and|or|nor|&)\s+\Z", re.IGNORECASE)


class ActorMatch(Struct, frozen=True):
    """Characters `[start, end)` of a text name or describe a party.

    `actor_id` is None for a description without a party of its own ("gunmen") and for a name that several parties bear. `name` is
    the canonical name ("Border Forces of Tajikistan", "Unidentified Armed Group (Afghanistan)"), `country` ISO alpha-2. `metonym`
    marks a country or capital, which is a party only as the subject of saying or doing ("Dushanbe accused ..."); `generic` a description.
    """

    start: int
    end: int
    actor_id: str | None
    name: str
    kind: ActorKind
    country: str | None
    metonym: bool = False
    generic: bool = False


def find_actors(text: str) -> tuple[ActorMatch, ...]:
    """The parties in a text, in order and without overlap; linear in its length, "" gives ().

    Text in capitals is read without regard to case. Give a whole document where possible: what it names elsewhere settles acronyms
    and demonyms that several parties or countries share.
    """
    t = tokens(text)
    if not t.folded:
        return ()
    scene = _scene(t)
    heads = tuple(scene.heads_to.values())
    compounds = _compounds(t, heads)
    parties = bands(scene, compounds) + [p for c in compounds if (p := describe(scene, c)) is not None]
    parties += _shared_heads(scene, parties)
    parties += [named_party(t, name, members_start(scene, name), name.last) for name in scene.names_from.values()]
    groups = _unlisted_groups(scene)
    parties = [p for p in parties if not _of_a_group(p, groups)] + groups
    parties += _arms(scene)
    parties += _countries(scene)
    return tuple(_match(t, party) for party in _without_overlap(parties))


def military_of(match: ActorMatch) -> ActorMatch:
    """The military of the country that a metonym names, over the same words; the match itself where it names none."""
    if not match.metonym or match.country is None:
        return match
    meant = actor(state_actor_id(match.country, "military-forces"))
    return ActorMatch(match.start, match.end, meant.id, meant.name, meant.kind, match.country, generic=True)


def _scene(t: Tokens) -> Scene:
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


def _compounds(t: Tokens, heads: tuple[HeadMatch, ...]) -> list[tuple[HeadMatch, ...]]:
    """Heads in runs of neighbours: "foreign ministry" + "spokesman" is one description."""
    runs: list[tuple[HeadMatch, ...]] = []
    for head in heads:
        if runs and runs[-1][-1].last == head.first and t.joined[head.first] and t.gap(head.first).strip() == "":
            runs[-1] = (*runs[-1], head)
        else:
            runs.append((head,))
    return runs


def _shared_heads(scene: Scene, parties: list[Party]) -> list[Party]:
    """Rule `actor.list`: the further nationalities of a list that shares one head: "Tajikistani" in "Tajikistani and Uzbek officials"."""
    out = []
    for party in parties:
        first = party.first
        while party.service and party.actor_id and (found := _listed_before(scene, first)) is not None:
            code = one_country(found.word.countries, scene.mentioned)
            if code is not None:
                shared = actor(state_actor_id(code, party.service))
                out.append(Party(found.first, found.last, shared.id, shared.name, shared.kind, code, generic=True))
            first = found.first
    return out


def _listed_before(scene: Scene, first: int) -> CountryMatch | None:
    """The demonym before token `first` with a comma or "and" between them."""
    t = scene.t
    for end in (first, first - 1):
        found = scene.countries_to.get(end)
        if found is not None and found.word.kind == "demonym" and _LIST_GAP.match(t.text[t.ends[end - 1] : t.starts[first]]):
            return found
    return None


def _unlisted_groups(scene: Scene) -> list[Party]:
    """Rule `actor.unlisted`: capitalised names that their own words make a group's; never from a line in capitals."""
    t, out, i, size = scene.t, [], 0, len(scene.t.folded)
    while i < size:
        if not t.capital[i] or t.shouted[i] or i in scene.names_from:
            i += 1
            continue
        last = end = i + 1
        while end < size and t.joined[end] and end not in scene.names_from and (t.capital[end] or t.folded[end] in _GROUP_JOINS):
            end += 1
            if t.capital[end - 1]:
                last = end
        first = i + 1 if t.folded[i] in ("the", "a", "an") or is_number(t, i) else i
        kind = group_kind(t, first, last)
        if kind is not None:
            out.append(Party(first, last, None, t.text[t.starts[first] : t.ends[last - 1]], kind, None))
        i = max(end, i + 1)
    return out


def _of_a_group(party: Party, groups: list[Party]) -> bool:
    """Whether a description of nobody's forces is a word of a rebel group's name: "Army" of "the Liberation Army"."""
    loose = party.actor_id is None and party.generic and party.country is None
    return loose and any(g.kind == "rebel group" and g.first <= party.first and party.last <= g.last for g in groups)


def _arms(scene: Scene) -> list[Party]:
    """Rule `actor.arms`: a nationality or a country's name right before what only forces use or do: "Israeli air strikes", "a US drone"."""
    t, out = scene.t, []
    for found in scene.countries_from.values():
        code = one_country(found.word.countries, scene.mentioned)
        longest = max((n for n in range(1, _ARMS + 1) if _joined(t, found.last, n) in phrases_of("arms")), default=0)
        if code is None or found.word.kind == "people" or not longest:
            continue
        place = found.word.kind == "seat" and not found.word.always and not t.possessive[found.last - 1]
        if place or (found.word.kind == "name" and t.folded[found.last + longest - 1] in words_of("struck_places")):
            continue  # "the Bamako bombings", "Mali gunfire": where it was
        if found.first and t.joined[found.first] and t.folded[found.first - 1] in words_of("not_country_before"):
            continue
        meant = actor(state_actor_id(code, "military-forces"))
        out.append(Party(found.first, found.last, meant.id, meant.name, meant.kind, code, generic=True))
    return out


_ARMS = 2
"""Words of the longest wording for arms."""


def _joined(t: Tokens, first: int, length: int) -> tuple[str, ...]:
    """The words from a token on, where nothing but blanks or hyphens stands between them; nothing where they are not joined."""
    last = first + length
    if last > len(t.folded) or not all(t.joined[first:last]):
        return ()
    return tuple(t.folded[first:last])


def _countries(scene: Scene) -> list[Party]:
    """Rule `actor.metonym`: peoples as civilians ("Afghans"), seats of government, and countries and capitals as possible metonyms."""
    t, out = scene.t, []
    for found in scene.countries_from.values():
        word = found.word
        code = one_country(word.countries, scene.mentioned)
        if word.kind == "demonym" or code is None:
            continue
        if found.first and t.folded[found.first - 1] in words_of("not_country_before") and t.joined[found.first]:
            continue
        if found.last < len(t.folded) and t.gap(found.last) == "-" and t.folded[found.last] in words_of("suffixes"):
            continue  # "the Pakistan-based group" is not Pakistan
        identity = state_actor_id(code, "civilians" if word.kind == "people" else "government")
        meant = actor(identity)
        metonym = word.kind != "people" and not word.always
        party = Party(found.first, found.last, identity, meant.name, meant.kind, code, metonym, word.kind == "people")
        out.append(as_armed(t, party) if word.kind == "people" else party)
    return out


def _without_overlap(parties: list[Party]) -> list[Party]:
    """In order; where two share a word, the one found by a more telling rule stands (descriptions, names, groups, countries)."""
    taken: set[int] = set()
    kept = []
    for party in parties:
        span = set(range(party.first, party.last))
        if span and not span & taken:
            taken |= span
            kept.append(party)
    return sorted(kept, key=lambda p: p.first)


def _match(t: Tokens, p: Party) -> ActorMatch:
    return ActorMatch(t.starts[p.first], t.ends[p.last - 1], p.actor_id, p.name, p.kind, p.country, p.metonym, p.generic)
