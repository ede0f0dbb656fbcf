"""Learn how much each sign says on whether two incidents of one report are one deed told again (`vocabularies/retold.yaml`).

The pairs (`scripts/retold_pairs.csv`, a row a pair: the set of reports that it is of, whether the two are one deed, and the signs that the
program saw) are those of 446 reports of some 100 incidents of wars, gathered from many outlets and coded by hand: which incident each
report tells, with its day, place and toll. A pair was held against these codes by a script, and read by a person where they say nothing.

usage: python scripts/learn_retold.py
"""

import csv
import math
from pathlib import Path

import numpy as np
from learning_signs import learned, left_out

PAIRS = Path(__file__).with_name("retold_pairs.csv")
WRITTEN = Path(__file__).parent.parent / "src/thucydides/vocabularies/retold.yaml"


def main() -> None:
    rows = list(csv.DictReader(PAIRS.open(encoding="utf-8")))
    names = sorted({sign for row in rows for sign in row["signs"].split()})
    seen = np.array([[name in row["signs"].split() for name in names] for row in rows], float)
    one = np.array([row["one"] == "1" for row in rows], float)
    chance = left_out(seen, one, np.ones(len(one)), [row["set"] for row in rows])
    log = float(np.mean(np.log(np.where(one == 1, chance, 1 - chance))))
    print(f"{len(rows)} pairs, {int(one.sum())} of one deed; left out by sets: mean log-likelihood {log:.3f}")
    for bar in (0.2, 0.4, 0.55, 0.7):
        over = chance > bar
        print(f"  above {bar}: {int(one[over].sum())} of {int(over.sum())} are one; below: {int(one[~over].sum())} of {int((~over).sum())}")
    weights = learned(seen, one, np.ones(len(one))) / math.log(2)
    source = (
        "Bits by which each sign speaks for two incidents of one report being one deed told again; learned by scripts/learn_retold.py from "
        f"{len(rows)} pairs of 446 reports of wars coded by hand (scripts/retold_pairs.csv); log-likelihood of pairs left out {log:.3f}."
    )
    bits = "".join(f"  {name}: {weight:.2f}\n" for name, weight in zip(names, weights, strict=False))
    WRITTEN.write_text(f"source: {source}\nstart: {weights[-1]:.2f}\nbits:\n{bits}", encoding="utf-8")


if __name__ == "__main__":
    main()
