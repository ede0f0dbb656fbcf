"""Learn how much each sign says on whether a mention of force tells of a deed (`vocabularies/doubt.yaml`).

The mentions (`scripts/doubt_mentions.csv`, a row a mention: the report, whether it tells of a deed, its weight, and the signs that the
program saw) are 402 of some 350 newspaper articles on the wars of Iraq, Libya and Syria, read by a person, and those of some 130 sets of
reports of wars that a person coded, which tell of a coded deed. These count less (`weight`), for their reports were chosen for their deeds.

usage: python scripts/learn_doubt.py
"""

import csv
import hashlib
import math
from pathlib import Path

import numpy as np

MENTIONS = Path(__file__).with_name("doubt_mentions.csv")
WRITTEN = Path(__file__).parent.parent / "src/thucydides/vocabularies/doubt.yaml"
RIDGE = 1.0
FOLDS = 10
STEPS = 60


def learned(seen: np.ndarray, deed: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """The weights of a logistic regression held to nought by a ridge, the start last."""
    rows = np.c_[seen, np.ones(len(seen))]
    weights, ridge = np.zeros(rows.shape[1]), np.full(rows.shape[1], RIDGE)
    ridge[-1] = 0.01
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge)
        weights -= np.linalg.solve(slope, rows.T @ (weight * (chance - deed)) + ridge * weights)
    return weights


def main() -> None:
    """Learn, say what mentions of reports left out get, and write the weights."""
    rows = list(csv.DictReader(MENTIONS.open(encoding="utf-8")))
    names = sorted({sign for row in rows for sign in row["signs"].split()})
    seen = np.array([[name in row["signs"].split() for name in names] for row in rows], float)
    deed = np.array([row["deed"] == "1" for row in rows], float)
    weight = np.array([float(row["weight"]) for row in rows])
    fold = np.array([int(hashlib.sha256(row["report"].encode()).hexdigest(), 16) % FOLDS for row in rows])
    chance = np.zeros(len(rows))
    for left_out in range(FOLDS):
        told, asked = fold != left_out, fold == left_out
        chance[asked] = 1 / (1 + np.exp(-np.c_[seen[asked], np.ones(asked.sum())] @ learned(seen[told], deed[told], weight[told])))
    read = weight == 1
    log = float(np.mean(np.log(np.where(deed == 1, chance, 1 - chance))[read]))
    print(f"{int(read.sum())} mentions read, {int(deed[read].sum())} of deeds; left out by reports: mean log-likelihood {log:.3f}")
    for bar in (0.2, 0.3, 0.4, 0.5, 0.6):
        under, lost = (chance < bar) & read, int(((chance < bar) & ~read).sum())
        print(f"  below {bar}: {int(under.sum())}, {int(deed[under].sum())} of deeds; of {int((~read).sum())} of coded sets {lost}")
    weights = learned(seen, deed, weight) / math.log(2)
    source = (
        f"Bits by which each sign speaks for a mention telling of a deed; learned by scripts/learn_doubt.py from {len(rows)} mentions "
        f"(scripts/doubt_mentions.csv); log-likelihood of mentions read, their reports left out, {log:.3f}."
    )
    bits = "".join(f"  {name}: {weight:.2f}\n" for name, weight in zip(names, weights, strict=False))
    WRITTEN.write_text(f"source: {source}\nstart: {weights[-1]:.2f}\nbits:\n{bits}", encoding="utf-8")


if __name__ == "__main__":
    main()
