"""Mutual blame: "Turkey and Syria accused each other", "both sides blame the other" as what each of the two says of the other.

Rule `claim.mutual`. Invariant: two parties that are told, in the words of the sentence or as the only two sides of the incident, or nobody.
"""

from collections.abc import Sequence

from msgspec import Struct

from thucydides.extracting.attributing.spoken import Said
from thucydides.extracting.attributing.voices import Voices
from thucydides.nouns import Mention
from thucydides.nouns.actor import SIDES
from thucydides.vocabulary import mapping

RECIPROCAL: frozenset[str] = frozenset(mapping("reconciling")["reciprocal"])
"""Words by which those who speak name one another."""
_SIDES = frozenset(SIDES) - {"protesters"} | {"government"}


class Side(Struct, frozen=True):
    """Who blames or is blamed: as named, the actor's id if any, and what kind of party it is, "" where that is not told."""

    name: str
    actor: str | None
    kind: str


def sides(voices: Voices, said: Said, mentions: Sequence[Mention]) -> tuple[Side, Side] | None:
    """The two who blame each other in a statement: those it names, else the only two sides of the incidents it speaks of."""
    named: dict[str, Side] = {}
    for party in voices.around.actors_in(*said.source) if said.source is not None else ():
        key = party.country or party.actor_id
        if key is not None and party.kind in _SIDES:
            named.setdefault(key, Side(voices.document.text[party.start : party.end], party.actor_id, party.kind))
    if not named:
        for actor in (a for m in mentions for a in m.actors if a.role != "mentioned" and a.kind in _SIDES):
            key = actor.country or actor.actor
            if key is not None:
                named.setdefault(key, Side(actor.name, actor.actor, actor.kind))
    found = tuple(named.values())
    return (found[0], found[1]) if len(found) == 2 else None
