"""The suite `ecbplus`: event words of ECB+ (Cybulska and Vossen 2014) grouped by what they tell of, given the words themselves.

Data: the JSON of event mentions, gzipped or not, as `dev-event-mentions.json.gz`. The score is the CoNLL F1 (`chains`). Two settings:
"within subtopics" compares only words of one coded subtopic, as the usual same-lemma baseline does, which stands beside it; without it
the program finds for itself which reports are of one subject. The clustering is that of linking; the weights were learned on ECB+ train
(`scripts/learn_ecbplus.py`).
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from thucydides.evaluating.chains import conll
from thucydides.evaluating.ecbplus_pairs import EventWord, Met, Told, pairs, read_words
from thucydides.evaluating.outcome import Cut, Outcome
from thucydides.evaluating.slices import select
from thucydides.linking.clustering import cluster
from thucydides.linking.scoring import Compared


class PairWeights(msgspec.Struct, frozen=True):
    """What each thing met says for or against one event, in bits; `start` is where every pair starts, `threshold` where two are joined."""

    provenance: str
    start: float
    threshold: float
    bits: Mapping[str, float]


@cache
def pair_weights() -> PairWeights:
    """The weights that ship with the program."""
    return msgspec.json.decode((files("thucydides.evaluating") / "ecbplus_weights.json").read_bytes(), type=PairWeights)


def weigh(met: Sequence[Met], weights: PairWeights) -> float:
    """All that two words meet, in bits."""
    return weights.start + sum(weights.bits.get(" | ".join(one), 0.0) for one in met)


def grouped(told: Told, weights: PairWeights, apart: Callable[[EventWord, EventWord], bool]) -> list[frozenset[str]]:
    """The words in groups, by id; `apart` says which are not compared."""
    import numpy as np

    words = told.words
    found = sorted((i, j, weigh(met, weights)) for i, j, met in pairs(told) if not apart(words[i], words[j]))
    left, right, bits = (np.array(column) for column in zip(*found, strict=True)) if found else (np.zeros(0, np.int64),) * 3
    nothing = np.zeros(len(left), np.int64)
    compared = Compared(len(words), left, right, bits.astype(float).round(4), nothing)
    return [frozenset(words[n].id for n in members) for members in cluster(compared, weights.threshold)]


def by(words: Sequence[EventWord], key: Callable[[EventWord], Hashable]) -> list[frozenset[str]]:
    """The words grouped by a key."""
    groups: dict[Hashable, set[str]] = defaultdict(set)
    for word in words:
        groups[key(word)].add(word.id)
    return [frozenset(group) for group in groups.values()]


def read_coded(path: Path) -> list[dict[str, Any]]:
    """The coded event words of a file; ValueError with one line where it holds none."""
    raw = path.read_bytes()
    try:
        coded = json.loads(gzip.decompress(raw) if path.suffix == ".gz" else raw)
        if not coded or not {"mention_id", "mention_context", "coref_chain"} <= coded[0].keys():
            raise ValueError("no event mentions")
    except (OSError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise ValueError(f"{path} cannot be read ({error}); give the JSON of ECB+ event mentions") from error
    return list(coded)


def evaluate_ecbplus(data: Path, cut: Cut | None = None) -> Outcome:
    """Group the event words of a file, or of a cut of its subtopics, and score the groups."""
    cut = cut or Cut()
    coded = read_coded(data)
    topics = set(select({m["topic_id"] for m in coded}, Cut(cut.half)))
    reports = set(select({m["doc_id"] for m in coded if m["topic_id"] in topics}, Cut("", cut.limit)))
    told = read_words([m for m in coded if m["doc_id"] in reports])
    if not told.words:
        raise ValueError(f"{data} has no event word of that half; take the other, or all of it")
    gold, weights = by(told.words, lambda w: w.chain), pair_weights()
    within = conll(gold, grouped(told, weights, lambda p, q: p.topic != q.topic))
    scores = {f"{name}, within subtopics": score for name, score in within.items()}
    scores |= conll(gold, grouped(told, weights, lambda p, q: False))
    lemma = conll(gold, by(told.words, lambda w: (w.topic, w.lemma)))
    return Outcome({**scores, "same lemma within subtopics, CoNLL F1": lemma["CoNLL F1"]}, len(reports), {"CoNLL F1": len(told.words)})
