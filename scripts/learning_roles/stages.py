"""Stages: the models that score a text, its sentences, its noun phrases and the deeds these suffered, each fed by those before it.

What a stage hands on are scores by models that were not learned from the text they score.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from learning_roles.labels import SLOT_PART, TARGET_SLOTS, Label, deed
from learning_roles.regression import FOLDS, apply, crossed, fit
from learning_roles.text import Text
from thucydides.extracting.roles import layer
from thucydides.extracting.roles.features import sentence_features
from thucydides.extracting.roles.model import Head
from thucydides.extracting.roles.proposals import DEEDS, PARTS

KINDS = ("any", *DEEDS)
WEAKER = 1.0
"""A naming whose score lies this far below the best naming of the same filler is not learned from."""
Index = list[tuple[int, int]]
"""(text, noun phrase) of each row."""
Scores = Mapping[tuple[int, int], np.ndarray]


def documents(texts: Sequence[Text]) -> tuple[Head, np.ndarray]:
    """Whether a text tells of an incident, and of which kinds: the model, and scores of each text."""
    told = np.array([[bool(t.templates), *(d in map(deed, t.templates) for d in DEEDS)] for t in texts])
    rows: list[Sequence[str]] = [t.document for t in texts]
    return fit(rows, told, KINDS, 0.03, 3), crossed(rows, told, np.arange(len(texts)), KINDS, 0.03, 3)


def sentences(texts: Sequence[Text], document: np.ndarray) -> tuple[Head, list[np.ndarray]]:
    """Whether a sentence names a target, and of which deeds: the model, and scores of the sentences of each text."""
    rows: list[Sequence[str]] = []
    marks, owners = [], []
    for i, t in enumerate(texts):
        hit = np.zeros((len(t.reading.sentences), len(KINDS)), bool)
        for c, labels in zip(t.found, t.labels, strict=True):
            for number, slot, _, fits in labels:
                if slot in TARGET_SLOTS and fits == 2:
                    hit[c.sentence, 0] = True
                    if deed(t.templates[number]) in DEEDS:
                        hit[c.sentence, 1 + DEEDS.index(deed(t.templates[number]))] = True
        rows += [sentence_features(t.reading, k) + layer.scored_features("D", document[i]) for k in range(len(hit))]
        marks.append(hit)
        owners += [i] * len(hit)
    targets, owner = np.concatenate(marks), np.array(owners)
    scored = crossed(rows, targets, owner, KINDS, 0.03, 3)
    return fit(rows, targets, KINDS, 0.03, 3), [scored[owner == i] for i in range(len(texts))]


def parts(texts: Sequence[Text], document: np.ndarray, sentences: Sequence[np.ndarray]) -> tuple[Head, Scores]:
    """What part a noun phrase plays: the model, and scores of each noun phrase that was looked at."""
    rows: list[Sequence[str]] = []
    marks, owners, index = [], [], Index()
    for i, t in enumerate(texts):
        for k, (c, labels) in enumerate(zip(t.found, t.labels, strict=True)):
            if sentences[i][c.sentence][0] > layer.IDLE:
                rows.append(layer.candidate_inputs(t.features[k], c.sentence, document[i], sentences[i]))
                marks.append([any(SLOT_PART[slot] == p for _, slot, _, _ in labels) for p in range(len(PARTS))])
                owners.append(i)
                index.append((i, k))
    targets, owner = np.array(marks), np.array(owners)
    kept = telling(index, crossed(rows, targets, owner, PARTS, 0.1, 4), targets, texts)
    scored = crossed(rows, targets, owner, PARTS, 0.1, 4, kept, deep=True)
    return fit(rows, targets, PARTS, 0.1, 4, kept, deep=True), dict(zip(index, scored, strict=True))


def telling(index: Index, scores: np.ndarray, parts: np.ndarray, texts: Sequence[Text]) -> np.ndarray:
    """Which rows to learn each part from: a key marks a filler, not where the text says so, so of its namings those that tell least
    are left out (neither for nor against)."""
    best: dict[tuple[int, int, int, int], float] = {}
    for row, (i, k) in enumerate(index):
        for number, slot, place, _ in texts[i].labels[k]:
            key = (i, number, slot, place)
            best[key] = max(best.get(key, -99.0), float(scores[row, SLOT_PART[slot]]))
    kept = np.ones(parts.shape, bool)
    for row, (i, k) in enumerate(index):
        for part in np.flatnonzero(parts[row]):
            score = float(scores[row, part])
            bests = [best[i, n, slot, place] for n, slot, place, _ in texts[i].labels[k] if SLOT_PART[slot] == part]
            kept[row, part] = score > -0.5 or any(score >= b - WEAKER for b in bests)
    return kept


def deeds(texts: Sequence[Text], document: np.ndarray, sentences: Sequence[np.ndarray], part: Scores) -> tuple[Head, Scores]:
    """Which deed a target suffered, learned from targets of the key: the model, and scores of each likely target."""
    rows: list[Sequence[str]] = []
    marks, owners, index = [], [], Index()
    for (i, k), score in part.items():
        t = texts[i]
        suffered = {deed(t.templates[n]) for n, slot, _, _ in t.labels[k] if slot in TARGET_SLOTS}
        if suffered or score[2] > layer.LEAST or score[3] > layer.LEAST:
            rows.append(layer.deed_inputs(t.features[k], t.found[k].sentence, document[i], sentences[i]))
            marks.append([d in suffered for d in DEEDS])
            owners.append(i)
            index.append((i, k))
    targets, owner = np.array(marks), np.array(owners)
    known = targets.any(axis=1)
    scored = np.zeros(targets.shape)
    for fold in range(FOLDS):
        here = owner % FOLDS == fold
        scored[here] = apply(_learned(rows, targets, known & ~here), [r for r, h in zip(rows, here, strict=True) if h])
    return _learned(rows, targets, known), dict(zip(index, scored, strict=True))


def _learned(rows: Sequence[Sequence[str]], targets: np.ndarray, used: np.ndarray) -> Head:
    return fit([r for r, u in zip(rows, used, strict=True) if u], targets[used], DEEDS, 0.1, 3)


def proposals(
    texts: Sequence[Text], part: Scores, deed: Scores
) -> list[tuple[list[layer.Proposal], dict[tuple[int, int], list[Label]]]]:
    """For each text its proposals, as the layer would make them, and the labels of each by its characters."""
    out: list[tuple[list[layer.Proposal], dict[tuple[int, int], list[Label]]]] = [([], {}) for _ in texts]
    for (i, k), score in part.items():
        if score.max() > layer.LEAST:
            c, suffered = texts[i].found[k], deed.get((i, k))
            told = layer.NOTHING if suffered is None else suffered.tolist()
            out[i][0].append(layer.proposal(c, texts[i].features[k], score.tolist(), told))
            out[i][1][c.start, c.end] = texts[i].labels[k]
    return out
