"""Parties named or described in a text, each with offsets: the look-up that the rest of the program uses.

`find_actors` gives named parties (longest match over the listed names and aliases), descriptions with or without nationality
("Tajik border guards", "gunmen", the forces of "a Russian drone"), and, marked as metonyms, countries and capitals that may stand
for their governments.
"""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from thucydides.grounding.actors.bands import bands
from thucydides.grounding.actors.countries import demonym_countries, demonym_country
from thucydides.grounding.actors.list import actor, all_actors, kind_on, related, state_actor_id
from thucydides.grounding.actors.parties import Party, describe, members_start, named_party
from thucydides.grounding.actors.scanning import compounds_of, scan
from thucydides.grounding.actors.shared_heads import shared_heads
from thucydides.grounding.actors.standing import arms, countries_standing
from thucydides.grounding.actors.tokens import Tokens, tokens
from thucydides.grounding.actors.unlisted import of_a_group, unlisted_groups
from thucydides.nouns.actor import ActorKind

__all__ = [
    "ActorMatch", "actor", "all_actors", "as_of", "demonym_countries", "demonym_country", "find_actors", "kind_on", "military_of",
    "related",
]  # fmt: skip


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
    scene = scan(t)
    heads = tuple(scene.heads_to.values())
    compounds = compounds_of(t, heads)
    parties = bands(scene, compounds) + [p for c in compounds if (p := describe(scene, c)) is not None]
    parties += shared_heads(scene, parties)
    parties += [named_party(t, name, members_start(scene, name), name.last) for name in scene.names_from.values()]
    groups = unlisted_groups(scene)
    parties = [p for p in parties if not of_a_group(p, groups)] + groups
    parties += arms(scene)
    parties += countries_standing(scene)
    return tuple(_match(t, party) for party in _without_overlap(parties))


def military_of(match: ActorMatch) -> ActorMatch:
    """The military of the country that a metonym names, over the same words; the match itself where it names none."""
    if not match.metonym or match.country is None:
        return match
    meant = actor(state_actor_id(match.country, "military-forces"))
    return ActorMatch(match.start, match.end, meant.id, meant.name, meant.kind, match.country, generic=True)


def as_of(match: ActorMatch, day: date | None) -> ActorMatch:
    """The party as the kind that it was on a day (rule `actor.kind-then`); as it is where no day is known."""
    if match.actor_id is None or day is None:
        return match
    kind = kind_on(match.actor_id, day)
    return match if kind == match.kind else replace(match, kind=kind)


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
