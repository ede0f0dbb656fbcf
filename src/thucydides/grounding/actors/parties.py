"""One description of a party read out: which words belong to it, and whom they tell.

Rules `actor.description` (head noun with nationality or party), `actor.link` ("militants from X", "forces of Ukraine"),
`actor.prefix` ("US-backed", "pro-Russian" name no party): see `vocabularies/rules/claim.yaml`.
"""

from typing import cast

import msgspec
from msgspec import Struct

from thucydides.grounding.actors.countries import country_names
from thucydides.grounding.actors.descriptions import CountryMatch, Head, HeadMatch, is_number, phrase_at, phrases_of, words_of
from thucydides.grounding.actors.list import actor, state_actor_id
from thucydides.grounding.actors.names import NameMatch
from thucydides.grounding.actors.tokens import Tokens
from thucydides.grounding.actors.walks import Scene, before_noun, person_end, walk_left, walk_right
from thucydides.nouns.actor import ActorKind
from thucydides.vocabulary import mapping


class Party(Struct, frozen=True):
    """Tokens `[first, last)` and whom they tell: an actor's id where one is meant for certain, a name, kind and country."""

    first: int
    last: int
    actor_id: str | None
    name: str
    kind: ActorKind
    country: str | None
    metonym: bool = False
    generic: bool = False
    service: str = ""


ANYBODY = "Unidentified Armed Group"
"""The name of doers of whom a text says neither who they are nor whence they come: "gunmen"."""


def one_country(codes: tuple[str, ...], mentioned: frozenset[str]) -> str | None:
    """The country meant by a wording: its only one, or the only one of them that the text names otherwise."""
    if len(codes) == 1:
        return codes[0]
    known = [code for code in codes if code in mentioned]
    return known[0] if len(known) == 1 else None


def describe(scene: Scene, compound: tuple[HeadMatch, ...]) -> Party | None:
    """The party that a run of adjacent heads tells ("Taliban foreign ministry spokesman"), None where it tells nobody."""
    t, main = scene.t, compound[-1]
    head = main.head
    if head.title and len(compound) > 1:
        head = Head(head.words, compound[-2].head.kind, compound[-2].head.service, compound[-2].head.name, False, True)
    left = walk_left(scene, compound[0].first, head.kind)
    last, name, country = walk_right(scene, main, left, head)
    person = person_end(t, last) if main.head.title else last
    adjective = main.head.words[-1] in words_of("adjectival") and before_noun(t, main.last) and person == main.last
    if adjective and not (head.kind in _FORCES and _before_arms(t, main.last)):
        return None
    owned = len(compound) > 1 and compound[-2].head.kind in _OWNERS  # "government jets", "army helicopters"
    if head.needs and not (name or country or left.limited or owned or person > last):
        return None
    party = _party(scene, left.first, person, head, name, country)
    return None if head.words == ("people",) and party.country is None else as_armed(t, party)


_FORCES = frozenset({"state forces", "government"})
_OWNERS = _FORCES | {"rebel group", "political militia"}


def _before_arms(t: Tokens, last: int) -> bool:
    """Whether what only forces use or do stands behind: "military drones", "government shelling"."""
    return phrase_at(t, last, phrases_of("arms")) > last and all(t.joined[last : last + 1])


def as_armed(t: Tokens, party: Party) -> Party:
    """Rule `actor.armed`: civilians told of as armed or masked ("armed Serbs", "armed villagers") are an armed group not named."""
    first = party.first - (party.first > 0 and t.joined[party.first] and t.folded[party.first - 1] in words_of("bearing"))
    if party.kind != "civilians" or not any(word in words_of("bearing") for word in t.folded[first : party.last]):
        return party
    name = f"{ANYBODY} ({country_names()[party.country]})" if party.country else ANYBODY
    return Party(first, party.last, None, name, "unidentified", party.country, generic=True)


def _party(scene: Scene, first: int, last: int, head: Head, name: NameMatch | None, country: CountryMatch | None) -> Party:
    t = scene.t
    if name is not None:
        return msgspec.structs.replace(named_party(t, name, first, last), service=head.service)
    code = one_country(country.word.countries, scene.mentioned) if country else None
    generic_name = head.name
    if code is None:
        if country is not None:
            generic_name = f"{head.name} ({t.text[t.starts[country.first] : t.ends[country.last - 1]]})"
        return Party(first, last, None, generic_name, head.kind, None, generic=True)
    if head.service:
        identity = state_actor_id(code, head.service)
        return Party(first, last, identity, actor(identity).name, head.kind, code, generic=True, service=head.service)
    return Party(first, last, None, f"{head.name} ({country_names()[code]})", head.kind, code, generic=True)


def named_party(t: Tokens, name: NameMatch, first: int, last: int) -> Party:
    """The party of a listed name over the tokens given; without an id where the name may be several parties'."""
    if len(name.actors) == 1:
        meant = actor(name.actors[0])
        return Party(first, last, meant.id, meant.name, meant.kind, meant.country)
    kinds = {actor(i).kind for i in name.actors}
    wording = t.text[t.starts[name.first] : t.ends[name.last - 1]]
    return Party(first, last, None, wording, kinds.pop() if len(kinds) == 1 else "unidentified", None)


def members_start(scene: Scene, name: NameMatch) -> int:
    """The token where "three members of the X" begins, or the name's own first token."""
    t = scene.t
    i = name.first
    if i and t.joined[i] and t.folded[i - 1] == "the":
        i -= 1
    for length in range(4, 0, -1):
        j = i - length
        if j > 0 and t.folded[j:i] in phrases_of("links") and all(t.joined[j : i + 1]) and t.folded[j - 1] in words_of("members"):
            return _modifiers_start(t, j - 1)
    return _modifiers_start(t, name.first)


def _modifiers_start(t: Tokens, k: int) -> int:
    while (
        k > 0
        and t.joined[k]
        and t.folded[k - 1] not in words_of("suffixes")
        and (t.folded[k - 1] in words_of("modifiers") or is_number(t, k - 1))
    ):
        k -= 1
    return k


def group_kind(t: Tokens, first: int, last: int) -> ActorKind | None:
    """The kind that an unlisted group's own name tells ("Popular Resistance Front"), None where the words are no group's name."""
    words = t.folded[first:last]
    if last - first < 2 or any(words[i : i + len(stop)] == stop for stop in phrases_of("group_stop") for i in range(len(words))):
        return None
    kinds: dict[str, list[str]] = mapping("actor_words")["group_words"]
    if "army" in words and words_of("risen_armies").intersection(words):
        return "rebel group"
    for kind, heads in kinds.items():
        before_link = {words[i] for i in range(last - first - 1) if words[i + 1] in ("of", "for")}
        if words[-1] in heads or words[0] in heads or before_link.intersection(heads):
            return cast(ActorKind, kind)
    return None
