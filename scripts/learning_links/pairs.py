"""Pairs: labelled mentions of two documents with the levels that they met."""

import random
from collections import Counter
from itertools import combinations

import numpy as np

from learning_links.corpus import Corpus
from thucydides.linking.blocking import State, block
from thucydides.linking.columns import table
from thucydides.linking.commons import commons
from thucydides.linking.comparisons import LEVELS
from thucydides.linking.features import features
from thucydides.linking.numbers import Numbers, Words
from thucydides.linking.scoring import levels as levels_met
from thucydides.linking.scoring import score
from thucydides.linking.unit import units
from thucydides.linking.weights import Weights

Labelled = list[tuple[tuple[int, ...], bool]]


def compared(corpus: Corpus, figures: Weights, how: str) -> Labelled:
    """Pairs of labelled mentions of different documents with the levels they met: `blocked`, `same` event, or `random`."""
    told = [m for e in corpus.extracts for m in e.mentions if how == "blocked" or m.id in corpus.events]
    tellings = units(told, corpus.documents)
    words, numbers = Words(), Numbers()
    rows = table(features(tellings, [c for e in corpus.extracts for c in e.claims], corpus.documents), words, numbers)
    event, size, common = [corpus.events.get(u.mention.id) for u in tellings], len(tellings), commons(rows, words)
    if how == "same":
        holders: dict[str, list[int]] = {}
        for n, e in enumerate(event):
            if e:
                holders.setdefault(e, []).append(n)
        chosen = {a * size + b for own in holders.values() for a, b in combinations(own, 2)}
    elif how == "random":
        dice, chosen = random.Random(0), set()
        for _ in range(6):
            order = list(range(size))
            dice.shuffle(order)
            for at in range(0, size, 40):
                chosen |= {a * size + b for a, b in combinations(sorted(order[at : at + 40]), 2)}
    else:
        chosen = set(block(State(rows, common, words, numbers, figures.impossible_days)).tolist())
    pairs = score(rows, common, words, figures, np.array(sorted(chosen), np.int64), -1e6)
    every = zip(pairs.left.tolist(), pairs.right.tolist(), pairs.met.tolist(), strict=True)
    return [
        (levels_met(met), event[a] == event[b]) for a, b, met in every
        if event[a] and event[b] and tellings[a].document != tellings[b].document
    ]  # fmt: skip


def met_by(pairs: Labelled, comparison: str, level: str) -> str:
    """How many pairs that are one, and that are not, met a level."""
    column, at = list(LEVELS).index(comparison), list(LEVELS[comparison]).index(level)
    met = Counter(same for levels, same in pairs if levels[column] == at)
    return f"{met[True]} one, {met[False]} not"
