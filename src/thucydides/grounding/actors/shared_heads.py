"""Shared heads: the nationalities of a list that has one word for its people: "Tajikistani and Uzbek officials".

Invariant: a nationality becomes a party only where the list's last one is a party of a country's service.
"""

import re

from thucydides.grounding.actors.descriptions import CountryMatch
from thucydides.grounding.actors.list import actor, state_actor_id
from thucydides.grounding.actors.parties import Party, one_country
from thucydides.grounding.actors.walks import Scene

_LIST_GAP = re.compile(r"\s*,\s*\Z|\s*,?\s*(?:and|or|nor|&)\s+\Z", re.IGNORECASE)
"""What stands between two nationalities of a list."""


def shared_heads(scene: Scene, parties: list[Party]) -> list[Party]:
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
