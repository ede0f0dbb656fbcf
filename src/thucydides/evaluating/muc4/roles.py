"""The five-role cut of MUC-4 (Du, Rush and Cardie 2021): who did it, for which organisation, on what and whom, with what.

A template is a type and, for each role, entities; an entity of ours is right where all its wordings are among those of one entity of
the key. Templates are mapped one to one so that the F1 of the text is greatest; types must agree. The F1 is over types and entities of
all texts. Simplification: where a text has more templates than `MOST`, the mapping is taken greedily instead of tried in full.
"""

import re
import string
from collections.abc import Mapping, Sequence
from itertools import permutations

from msgspec import Struct

from thucydides.evaluating.muc4.data import Cast
from thucydides.evaluating.muc4.keys import Template

ROLES = ("perp_ind", "perp_org", "target", "victim", "weapon")
SLOT_OF = {"perp_ind": 9, "perp_org": 10, "target": 12, "victim": 18, "weapon": 6}
MOST = 7
_ARTICLE = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)

Entities = tuple[frozenset[str], ...]


class Scene(Struct, frozen=True):
    """One template: its type and entities by role."""

    type: str
    entities: dict[str, Entities]


class Hits(Struct, frozen=True):
    """Answers that are right, answers, key entities found, key entities."""

    right: int = 0
    given: int = 0
    found: int = 0
    asked: int = 0

    def __add__(self, other: "Hits") -> "Hits":
        return Hits(self.right + other.right, self.given + other.given, self.found + other.found, self.asked + other.asked)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 where either is."""
        p = self.right / self.given if self.given else 0.0
        r = self.found / self.asked if self.asked else 0.0
        return 2 * p * r / (p + r) if p + r else 0.0


def plain(wording: str) -> str:
    """A wording in small letters without punctuation and articles."""
    return " ".join(_ARTICLE.sub(" ", wording.lower().translate(_PUNCTUATION)).split())


def of_key(cast: Cast) -> tuple[Scene, ...]:
    """The templates of a text of the cut, each once."""
    out = []
    for role in cast.templates:
        entities = {r: tuple(frozenset(plain(w) for w, _ in entity) for entity in getattr(role, r) if entity) for r in ROLES}
        scene = Scene(role.incident_type, entities)
        if scene not in out:
            out.append(scene)
    return tuple(out)


def of_answer(template: Template) -> Scene:
    """A template of ours in the cut: each filler an entity of one wording."""
    kind = template.fillers(4)[0].options[0].value.lower() if template.fillers(4) else "attack"
    entities = {
        r: tuple(dict.fromkeys(frozenset([plain(f.options[0].value)]) for f in template.fillers(s))) for r, s in SLOT_OF.items()
    }
    return Scene(kind, entities)


def _pair(key: Scene | None, ours: Scene | None) -> dict[str, Hits]:
    out = {
        "type": Hits(
            *((1, 1) if key and ours else (0, int(ours is not None))), *((1, 1) if key and ours else (0, int(key is not None)))
        )
    }
    for role in ROLES:
        theirs = key.entities[role] if key else ()
        mine = ours.entities[role] if ours else ()
        right = sum(any(m <= t for t in theirs) for m in mine)
        found = sum(any(m <= t for m in mine) for t in theirs)
        out[role] = Hits(right, len(mine), found, len(theirs))
    return out


def _sum(all_hits: Sequence[dict[str, Hits]]) -> dict[str, Hits]:
    return {role: sum((h[role] for h in all_hits), Hits()) for role in ("type", *ROLES)}


def score_text(keys: Sequence[Scene], ours: Sequence[Scene]) -> dict[str, Hits]:
    """The hits by role of one text under the mapping of the greatest F1, the first of equals."""
    best: dict[str, Hits] | None = None
    best_f = -1.0
    for mapping in _mappings(keys, ours):
        pairs = [(j, i) for i, j in enumerate(mapping) if j is not None and ours[i].type in keys[j].type]
        taken = {j for j, _ in pairs}
        given = {i for _, i in pairs}
        hits = _sum(
            [_pair(keys[j], ours[i]) for j, i in pairs]
            + [_pair(keys[j], None) for j in range(len(keys)) if j not in taken]
            + [_pair(None, ours[i]) for i in range(len(ours)) if i not in given]
        )
        total = sum(hits.values(), Hits()).f1
        if total > best_f:
            best, best_f = hits, total
    return best if best is not None else _sum([])


def _mappings(keys: Sequence[Scene], ours: Sequence[Scene]) -> Sequence[tuple[int | None, ...]]:
    if not ours:
        return [()]
    if len(keys) > MOST or len(ours) > MOST:
        used: set[int] = set()
        mapping: list[int | None] = []
        for scene in ours:
            fits = [
                (sum((h.right for h in _pair(k, scene).values()), 0), -j)
                for j, k in enumerate(keys)
                if j not in used and scene.type in k.type
            ]
            chosen = -max(fits)[1] if fits else None
            mapping.append(chosen)
            used |= {chosen} if chosen is not None else set()
        return [tuple(mapping)]
    places: list[int | None] = [*range(len(keys)), *([None] * len(ours))]
    return list(dict.fromkeys(permutations(places, len(ours))))


def cut_scores(casts: Mapping[str, Cast], answers: Mapping[str, Sequence[Template]]) -> dict[str, Hits]:
    """The hits by role over the texts of the cut that were answered."""
    hits = []
    for name in sorted(casts):
        ours: list[Scene] = []
        for template in answers.get(name, ()):
            scene = of_answer(template)
            if scene not in ours:
                ours.append(scene)
        hits.append(score_text(of_key(casts[name]), ours))
    return _sum(hits)
