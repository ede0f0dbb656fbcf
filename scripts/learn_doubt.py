"""Learn how much each sign says on whether a mention of force tells of a deed (`vocabularies/doubt.yaml`).

The mentions (`scripts/doubt_mentions.csv`, a row a mention: the report, whether it tells of a deed, its weight, and the signs that the
program saw) are 402 of some 350 newspaper articles on the wars of Iraq, Libya and Syria, read by a person, and those of some 130 sets of
reports of wars that a person coded, which tell of a coded deed. These count less (`weight`), for their reports were chosen for their deeds.

usage: python scripts/learn_doubt.py
"""

import csv
import math
from pathlib import Path

import numpy as np
from learning_signs import learned, left_out

MENTIONS = Path(__file__).with_name("doubt_mentions.csv")
WRITTEN = Path(__file__).parent.parent / "src/thucydides/vocabularies/doubt.yaml"


def main() -> None:
    """Learn, say what mentions of reports left out get, and write the weights."""
    rows = list(csv.DictReader(MENTIONS.open(encoding="utf-8")))
    names = sorted({sign for row in rows for sign in row["signs"].split()})
    seen = np.array([[name in row["signs"].split() for name in names] for row in rows], float)
    deed = np.array([row["deed"] == "1" for row in rows], float)
    weight = np.array([float(row["weight"]) for row in rows])
    chance = left_out(seen, deed, weight, [row["report"] for row in rows])
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
