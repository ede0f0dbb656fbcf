"""Joints: the models of two targets being of one incident, of others taking part in it, and of an incident being one at all."""

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec.structs import replace

from learning_roles.labels import PART_SLOTS, Label
from learning_roles.regression import fit
from thucydides.evaluating.muc4.learned import BARS, scenes_of
from thucydides.extracting.roles import scenes
from thucydides.extracting.roles.model import Head
from thucydides.extracting.roles.proposals import Entity, Proposal, entities

BAR = -2.0
Found = Sequence[tuple[Sequence[Proposal], Mapping[tuple[int, int], list[Label]]]]
Places = Sequence[Sequence[str]]


def joints(found: Found, places: Places) -> dict[str, Head]:
    """The models that tie entities together, from the entities of each text and what its key says of them."""
    pair_rows: list[Sequence[str]] = []
    join_rows: list[Sequence[str]] = []
    paired, joined = [], []
    for (proposals, labels), where in zip(found, places, strict=True):
        targets = [e for part in ("thing", "person") for e in entities(proposals, part, BAR)]
        others = [e for part in ("individual", "organisation", "instrument") for e in entities(proposals, part, BAR)]
        gold = {id(e): incidents(e, labels) for e in [*targets, *others]}
        for a, one in enumerate(targets):
            for two in targets[a + 1 :]:
                if gold[id(one)] and gold[id(two)]:
                    pair_rows.append(scenes.pair_features(one, two, where))
                    paired.append([bool(gold[id(one)] & gold[id(two)])])
        for other in others:
            for target in targets:
                if gold[id(target)]:
                    join_rows.append(scenes.pair_features(other, target, where))
                    joined.append([bool(gold[id(other)] & gold[id(target)])])
    return {
        "pair": fit(pair_rows, np.array(paired), ["same"], 0.3, 3),
        "join": fit(join_rows, np.array(joined), ["takes part"], 0.3, 3),
    }


def incident(heads: Mapping[str, Head], found: Found, places: Places, document: np.ndarray, sentences: Sequence[np.ndarray]) -> Head:
    """The model of a scene being an incident that the key has: one of its targets is one of the key's."""
    rows: list[Sequence[str]] = []
    good = []
    wide = replace(BARS, scene=-9.0)
    for i, ((proposals, labels), where) in enumerate(zip(found, places, strict=True)):
        made = scenes_of(tuple(proposals), where, heads, wide)
        for scene in made:
            rows.append(scenes.scene_features(scene, made, document[i].tolist(), sentences[i].tolist()))
            good.append([any(incidents(t, labels) for t in scene.targets)])
    return fit(rows, np.array(good), ["told"], 0.03, 3)


def incidents(entity: Entity, labels: Mapping[tuple[int, int], list[Label]]) -> set[int]:
    """The templates whose fillers an entity names."""
    return {n for p in entity.proposals for n, slot, _, _ in labels.get((p.start, p.end), []) if slot in PART_SLOTS[entity.part]}
