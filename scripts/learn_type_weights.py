"""Learn the weights of `extracting/kinds/weighing.py`: python scripts/learn_type_weights.py [SNIPPETS.tsv] [--cross N]

Sentences of our own (scripts/type_sentences.yaml) and, where given, the tune half of CASE 2021 task 2 (it has no training set) teach a
linear layer over the signs of `extracting/kinds/signs.py` by ridge regression: all examples of equal weight, no randomness. With
`--cross N` it prints the accuracy on N folds of the tune half instead of writing weights.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from thucydides.evaluating.case2021 import class_scores, read_snippets, report
from thucydides.evaluating.slices import half_of
from thucydides.extracting.forms.told_sentences import all_features, sentences_of
from thucydides.extracting.kinds.weighing import counted
from thucydides.extracting.parsing import parse
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.told_by_rules import told_by_rules
from thucydides.vocabulary import mapping

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/thucydides/extracting/kinds/type_weights.json"
PENALTY, LEAST, SMALL = 10.0, 2, 0.01
Example = tuple[str, str, dict[str, float]]
Matrix = NDArray[np.float64]


def examples(rows: Sequence[tuple[str, str, str]]) -> list[Example]:
    """(id, type, features) of (id, type, text) rows."""
    found: list[Example] = []
    parsed = parse(report(name, text) for name, _, text in rows)
    for (name, kind, _), (document, paragraphs) in zip(rows, parsed, strict=True):
        around = Surroundings(document)
        told = told_by_rules(document, paragraphs, around)
        found.append((name, kind, counted(all_features(sentences_of(paragraphs, around), told.incidents, told.acts))))
    return found


def own() -> list[Example]:
    """The project's own sentences."""
    told = yaml.safe_load((ROOT / "scripts/type_sentences.yaml").read_text())["sentences"]
    return examples([(f"{kind} {i}", kind, text) for kind, texts in told.items() for i, text in enumerate(texts)])


def tune_half(path: Path) -> list[Example]:
    """The tune half of the task's texts."""
    codes = mapping("case2021_types")
    names = codes["types"] | codes["classes"]
    return examples([(i, names[code], text) for i, (text, code) in read_snippets(path).items() if half_of(i) == "tune"])


def matrix(rows: Sequence[Example], columns: dict[str, int]) -> Matrix:
    """Features as a matrix with a last column of ones."""
    table = np.zeros((len(rows), len(columns) + 1))
    table[:, -1] = 1.0
    for i, (_, _, found) in enumerate(rows):
        for feature, value in found.items():
            if feature in columns:
                table[i, columns[feature]] = value
    return table


def fit(table: Matrix, truth: NDArray[np.int64], kinds: int) -> Matrix:
    """Weights by ridge regression on whether an example is of a type: one solution, in closed form."""
    alike = table @ table.T + PENALTY * np.eye(len(table))
    return np.asarray(table.T @ np.linalg.solve(alike, np.eye(kinds)[truth]))


def learn(rows: Sequence[Example]) -> tuple[list[str], dict[str, int], Matrix]:
    """(types, columns, weights)."""
    seen = Counter(f for _, _, found in rows for f in found)
    columns = {f: i for i, f in enumerate(sorted(f for f, n in seen.items() if n >= LEAST))}
    kinds = sorted({kind for _, kind, _ in rows})
    truth = np.array([kinds.index(kind) for _, kind, _ in rows])
    return kinds, columns, fit(matrix(rows, columns), truth, len(kinds))


def cross(mine: list[Example], tune: list[Example], folds: int) -> None:
    """Print the scores over folds of the tune half, and every wrong answer."""
    answers: dict[str, str] = {}
    fold = {name: int(sha256(name.encode()).hexdigest(), 16) // 7 % folds for name, _, _ in tune}
    for k in range(folds):
        kinds, columns, weights = learn(mine + [row for row in tune if fold[row[0]] != k])
        held = [row for row in tune if fold[row[0]] == k]
        for row, best in zip(held, (matrix(held, columns) @ weights).argmax(axis=1), strict=True):
            answers[row[0]] = kinds[best]
    acled = [row for row in tune if row[1] in set(mapping("case2021_types")["types"].values())]
    print(class_scores([row[1] for row in acled], [answers[row[0]] for row in acled]))
    print(class_scores([row[1] for row in tune], [answers[row[0]] for row in tune]))
    for name, kind, _ in tune:
        if answers[name] != kind:
            print(f"{name:6} {kind} -> {answers[name]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("snippets", nargs="?", type=Path)
    parser.add_argument("--cross", type=int, default=0)
    chosen = parser.parse_args()
    mine, tune = own(), tune_half(chosen.snippets) if chosen.snippets else []
    if chosen.cross:
        cross(mine, tune, chosen.cross)
        return
    kinds, columns, weights = learn(mine + tune)
    kept = {
        f: {kinds[k]: round(float(weights[i, k]), 3) for k in range(len(kinds)) if abs(weights[i, k]) >= SMALL} for f, i in columns.items()
    }
    source = f"{len(mine)} sentences of our own (scripts/type_sentences.yaml)"
    if tune:
        source += f"; {len(tune)} texts of CASE 2021 task 2, the tune half (odd SHA-256 of the id), in words of which none is kept"
    shipped = {
        "provenance": {"learned": f"Ridge regression by scripts/learn_type_weights.py, penalty {PENALTY:g}.", "data": source},
        "types": kinds,
        "bias": [round(float(b), 3) for b in weights[-1]],
        "features": {f: held for f, held in sorted(kept.items()) if held},
    }
    lines = json.dumps(shipped, ensure_ascii=False, indent=0).replace(",\n\"", ",\n \"")
    TARGET.write_text(lines + "\n", encoding="utf-8")
    print(f"{len(kept)} features, {TARGET.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
