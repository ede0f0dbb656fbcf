"""CEAF-REE: the entities of each role over a whole text, whatever template they stand in (Du, Rush and Cardie 2021, "GRIT").

Entities of one text and role that share a wording are one. An entity of ours is right where all its wordings are among those of one of
the key; of ours and the key's each counts once, paired so that most are right. Templates and types do not matter, so it tells who took
part from how well incidents are told apart.
"""

from collections.abc import Mapping, Sequence

from thucydides.evaluating.muc4.data import Cast
from thucydides.evaluating.muc4.keys import Template
from thucydides.evaluating.muc4.roles import ROLES, Entities, Hits, Scene, of_answer, of_key


def merged(scenes: Sequence[Scene], role: str) -> Entities:
    """The entities of a role over all templates of a text, those that share a wording as one, in order."""
    groups: list[frozenset[str]] = []
    for entity in (e for s in scenes for e in s.entities[role]):
        shared = [g for g in groups if g & entity]
        groups = [g for g in groups if not g & entity] + [frozenset().union(entity, *shared)]
    return tuple(groups)


def paired(keys: Entities, ours: Entities) -> int:
    """The most entities of ours that can each be right by an entity of the key of its own."""
    holder: dict[int, int] = {}

    def place(j: int, tried: set[int]) -> bool:
        for i, key in enumerate(keys):
            if ours[j] <= key and i not in tried:
                tried.add(i)
                if i not in holder or place(holder[i], tried):
                    holder[i] = j
                    return True
        return False

    return sum(place(j, set()) for j in range(len(ours)))


def entity_scores(casts: Mapping[str, Cast], answers: Mapping[str, Sequence[Template]]) -> dict[str, Hits]:
    """The hits by role over the texts of the cut."""
    out = dict.fromkeys(ROLES, Hits())
    for name in sorted(casts):
        keys, ours = of_key(casts[name]), [of_answer(t) for t in answers.get(name, ())]
        for role in ROLES:
            asked, given = merged(keys, role), merged(ours, role)
            right = paired(asked, given)
            out[role] += Hits(right, len(given), right, len(asked))
    return out
