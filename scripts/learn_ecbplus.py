"""Learn the weights of the suite `ecbplus`: python scripts/learn_ecbplus.py TRAIN.json.gz [--write]

TRAIN is the JSON of event mentions of ECB+ train. A logistic regression with a penalty over what the pairs meet (`ecbplus_pairs`); what
fewer than 30 pairs meet is left out, a pair of two different words where fewer than three pairs of one event hold it. The threshold is
the best of a few on train. With --write the result goes to src/thucydides/evaluating/ecbplus_weights.json.
"""

import argparse
import math
from collections import Counter
from pathlib import Path

import msgspec
import numpy as np

import thucydides.evaluating
from thucydides.evaluating.chains import conll
from thucydides.evaluating.ecbplus import PairWeights, by, grouped, read_coded
from thucydides.evaluating.ecbplus_pairs import Met, pairs, read_words

PROVENANCE = "ECB+ train (Cybulska and Vossen 2014, CC BY 3.0), by scripts/learn_ecbplus.py. Statistics only; no text."
LEAST_PAIRS, LEAST_ONE, PENALTY, TURNS = 30, 3, 1.0, 600


def fit(rows: Counter[tuple[tuple[Met, ...], bool]]) -> tuple[dict[str, float], float]:
    """Bits of what is met, and the start, by Adam over the whole batch."""
    met, one = Counter[Met](), Counter[Met]()
    for (found, same), n in rows.items():
        for name in found:
            met[name] += n
            one[name] += n * same
    names = sorted(m for m, n in met.items() if (one[m] >= LEAST_ONE if m[0] == "words" else n >= LEAST_PAIRS))
    at = {name: n for n, name in enumerate(names)}
    patterns = sorted({tuple(sorted(at[m] for m in found if m in at)) for found, _ in rows})
    where = {p: n for n, p in enumerate(patterns)}
    yes, total = np.zeros(len(patterns)), np.zeros(len(patterns))
    for (found, same), n in rows.items():
        row = where[tuple(sorted(at[m] for m in found if m in at))]
        total[row] += n
        yes[row] += n * same
    columns = np.array([c for p in patterns for c in p])
    owner = np.repeat(np.arange(len(patterns)), [len(p) for p in patterns])
    weights, first, second = np.zeros(len(names) + 1), np.zeros(len(names) + 1), np.zeros(len(names) + 1)
    weights[-1] = -4
    for turn in range(1, TURNS + 1):
        score = weights[-1] + np.bincount(owner, weights[columns], len(patterns))
        rest = yes - total / (1 + np.exp(-np.clip(score, -30, 30)))
        slope = np.append(np.bincount(columns, rest[owner], len(names)) - PENALTY * weights[:-1], rest.sum())
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        step = (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.999**turn)) + 1e-9)
        weights = weights + (0.1 if turn < TURNS // 2 else 0.03) * step
    bits = {" | ".join(name): round(float(w) / math.log(2), 3) for name, w in zip(names, weights, strict=False)}
    return bits, round(float(weights[-1]) / math.log(2), 3)


def main() -> None:
    """Learn, choose the threshold on what was learned from, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    told = read_words(read_coded(args.train))
    rows = Counter((met, told.words[i].chain == told.words[j].chain) for i, j, met in pairs(told))
    bits, start = fit(rows)
    gold = by(told.words, lambda w: w.chain)
    scored = []
    for threshold in (-2.5, -2.0, -1.5, -1.0):
        weights = PairWeights(PROVENANCE, start, threshold, bits)
        scored.append((conll(gold, grouped(told, weights, lambda p, q: p.topic != q.topic))["CoNLL F1"], threshold))
        print(f"threshold {threshold}: CoNLL F1 on train, within subtopics, {scored[-1][0]:.4f}")
    result = PairWeights(PROVENANCE, start, max(scored)[1], bits)
    if args.write:
        path = Path(thucydides.evaluating.__file__).parent / "ecbplus_weights.json"
        path.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=0) + b"\n")
        print(f"written: {path}")


if __name__ == "__main__":
    main()
