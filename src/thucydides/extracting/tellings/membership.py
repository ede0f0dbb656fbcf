"""Membership: people counted as members of a party are of its side: "three members of the Liberation Army" are rebels.

Invariant: words that say themselves of which side their people are keep their side.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.harm import Harm
from thucydides.grounding.actors.actors import ActorMatch
from thucydides.nouns.actor import SIDES


def with_sides(text: str, harms: Sequence[Harm], actors: Sequence[ActorMatch], shift: int) -> list[Harm]:
    """The harms with group and side of those who are told as members of a named party (rule `toll.members`); `text` is the document's."""
    return [_sided(text, harm, actors, shift) for harm in harms]


def _sided(text: str, harm: Harm, actors: Sequence[ActorMatch], shift: int) -> Harm:
    people, end = harm.people, harm.people.end + shift
    own = next((a for a in actors if a.end == end and people.start + shift <= a.start and not a.metonym), None)
    if own is not None and own.kind in _RANKS and people.category in ("unknown", "civilians") and _of_men(text[own.start : own.end]):
        return replace(harm, people=replace(people, category=SIDES[own.kind]))  # "two men of the Front" and "two Front men" alike
    if people.category != "unknown" or people.name or not people.group:
        return harm
    party = next((a for a in actors if a.start <= people.start + shift and end < a.end and not a.metonym), None)
    behind = text[end : party.end] if party is not None else ""
    if party is None or party.kind not in SIDES or not behind.startswith((" of ", " from ")):
        return harm
    return replace(harm, people=replace(people, category=SIDES[party.kind], group=people.group + behind))


_RANKS = frozenset({"rebel group", "political militia", "criminal group"})
"""Groups whose men are its fighters; a militia of a people bears the name of those who do not fight too."""


def _of_men(wording: str) -> bool:
    """Whether a name ends in what a party's members are: "three ELN men"."""
    *name, last = wording.split()
    return bool(name) and last.lower() in ("men", "man", "members", "member")
