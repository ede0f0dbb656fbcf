"""Learn the weights that judge whether a name is a place's, from annotated corpora, and write the vocabulary file.

Usage: python scripts/learn_place_weights.py LGL.xml TR-News.xml

Only the tuned halves are used (see thucydides.evaluating.geoparsing). Logistic regression with an L2 penalty, by Newton's method;
no randomness: same corpora and gazetteer, same weights.
"""

import sys
from pathlib import Path

import numpy as np

from thucydides.evaluating.geoparsing import articles
from thucydides.grounding.places import open_gazetteer, resolving
from thucydides.grounding.places.grounder import Reading
from thucydides.grounding.places.judging import features

TARGET = Path(__file__).resolve().parents[1] / "src/thucydides/vocabularies/places_weights.yaml"
PENALTY = 2.0


def examples(paths: list[Path], half: str) -> tuple[list[dict[str, float]], list[int]]:
    rows: list[dict[str, float]] = []
    labels: list[int] = []
    kept: list[object] = []

    def spy(name, entry, context, own):  # type: ignore[no-untyped-def]
        kept.append((name, features(name, entry, context, own)))
        return 1.0

    resolving.judge = spy
    for path in paths:
        for document, toponyms, own in articles(path):
            if own != half:
                continue
            kept.clear()
            reading = Reading(document, open_gazetteer())
            for name, found in kept:  # type: ignore[misc]
                a, b = reading.tokens[name.core_first].start, reading.tokens[name.core].end
                rows.append(found)
                labels.append(int(any(a < t.end and t.start < b for t in toponyms)))
    return rows, labels


def fit(rows: list[dict[str, float]], labels: list[int]) -> dict[str, float]:
    words = sorted({word for row in rows for word in row})
    x = np.zeros((len(rows), len(words) + 1))
    for i, row in enumerate(rows):
        for word, value in row.items():
            x[i, words.index(word)] = value
        x[i, -1] = 1.0
    y = np.array(labels, dtype=float)
    penalty = np.full(len(words) + 1, PENALTY)
    penalty[-1] = 0.01
    w = np.zeros(len(words) + 1)
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    return {word: round(float(v), 3) for word, v in zip([*words, "bias"], w, strict=True)}


def main() -> None:
    paths = [Path(p) for p in sys.argv[1:]]
    rows, labels = examples(paths, "tuned")
    learned = fit(rows, labels)
    text = (
        "source: >-\n"
        "  Logistic regression on the tuned halves of the Local-Global Lexicon (Lieberman, Samet and Sankaranarayanan 2010) and of\n"
        "  TR-News (Kamalloo and Rafiei 2018), learned by scripts/learn_place_weights.py; a weight is a log-odds for one feature of\n"
        f"  thucydides.grounding.places.judging. {len(rows)} names, {sum(labels)} of them places.\nweights:\n"
    )
    text += "".join(f"  {word!r}: {value}\n" for word, value in sorted(learned.items()))
    TARGET.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main()
