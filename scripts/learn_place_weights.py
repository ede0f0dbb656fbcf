"""Learn what the choice among places of one name and the judgement whether a name is a place's rest on, and write the vocabulary file.

Usage: python scripts/learn_place_weights.py LGL.xml TR-News.xml

Only the tuned halves are used (see thucydides.evaluating.geoparsing). Both are maximum likelihood with a Gaussian prior, by Newton's
method: the ranking is a conditional logit over the candidates of a name, its prior centred on `BELIEVED`, what was held before any
corpus was looked at (two corpora of American and world news must not unlearn what holds in the rest of the world); the judgement is a
logistic regression. The ranking is learned in rounds, since what a document tells of a name depends on how its other names were read.
No randomness: same corpora and gazetteer, same weights.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from thucydides.evaluating.geoparsing import Toponym, articles
from thucydides.grounding.places import candidates, judging, open_gazetteer, priors, ranking
from thucydides.grounding.places.entry import outline_of
from thucydides.grounding.places.footprints import NOTHING
from thucydides.grounding.places.geometry import haversine
from thucydides.grounding.places.reading import Reading

TARGET = Path(__file__).resolve().parents[1] / "src/thucydides/vocabularies/places_weights.yaml"
JUDGING_PENALTY, RANKING_PENALTY = 2.0, 6.0
ROUNDS = 4
NEAR_KM, FAR_KM = 40.0, 161.0  # a candidate is right within the first of the annotators' point, else, where none is, within the second

BELIEVED = {
    "is country": 10.5, "people of country": 0.7, "is admin1": 6.2, "is small admin1": 5.0, "is admin2": 2.2, "people of admin2": 0.35,
    "untyped admin2": -1.0, "is region": 11.0, "is continent": 11.0, "is water": 4.2, "is mountain": 3.8, "is island": 3.8,
    "is border": 5.0, "is crossing": 4.0, "is site": 3.5, "people": 1.0, "people unknown": 0.0, "metropolis": 1.5, "capital of speech": 3.0,
    "weak point": -0.4, "other name": -1.2, "other name of unit": -0.5, "typed": 3.0, "typed second": 2.2, "typed third": 1.6,
    "typed fourth": 1.2, "typed otherwise": -3.0, "longer name": -0.5, "outlet": 2.0, "dateline": 2.0,
    **{f"{tie}, {klass}": value for klass in ("town", "small", "wide", "country") for tie, value in {
        "named country": 2.6, "main country": 0.0, "country of names": 0.0, "local": 0.8, "province": 1.1 if klass != "country" else 0.0,
        "province named": 0.0, "near": 1.1 if klass in ("town", "small") else 0.0}.items()},
}  # fmt: skip


def readings(paths: list[Path]) -> Iterator[tuple[Reading, tuple[Toponym, ...]]]:
    """The documents of the tuned halves as they are read now, with the annotators' names."""
    for path in paths:
        for document, toponyms, own in articles(path):
            if own == "tuned":
                yield Reading(document, open_gazetteer()), toponyms


def choices(paths: list[Path]) -> list[tuple[list[dict[str, float]], list[bool]]]:
    """For each name that the annotators gave a point: what is known of each candidate, and which of them are right."""
    found = []
    for reading, toponyms in readings(paths):
        tokens = reading.tokens
        for name in reading.names:
            if name.kind != "place" or name.container is not None or name.fixed >= 0:
                continue
            a, b = tokens.starts[name.core_first], tokens.end(name.last)
            gold = next((t for t in toponyms if a < t.end and t.start < b), None)
            options = candidates.candidates(open_gazetteer(), name)
            if gold is None or len(options) < 2:
                continue
            gaps = [haversine(gold.latitude, gold.longitude, c.entry.latitude, c.entry.longitude) for c in options]
            least = NEAR_KM if min(gaps) <= NEAR_KM else FAR_KM
            right = [gap <= least for gap in gaps]
            if not any(right) or all(right):
                continue
            own = reading.choosing.prints.get(name.key, NOTHING)
            rows = []
            for candidate in options:
                row = priors.traits(priors.facts(outline_of(candidate.entry), candidate.entry.key, name.key), name.types)
                row.update(ranking.tied(candidate, reading.context, own, name.key))
                rows.append(row)
            found.append((rows, right))
    return found


def judgements(paths: list[Path]) -> tuple[list[dict[str, float]], list[int]]:
    """What is known of each name that the gazetteer holds, and whether the annotators marked it."""
    rows: list[dict[str, float]] = []
    labels: list[int] = []
    for reading, toponyms in readings(paths):
        for name in reading.names:
            if name.choice is None:
                continue
            own = reading.choosing.prints.get(name.key, NOTHING)
            a, b = reading.tokens.starts[name.core_first], reading.tokens.end(name.core)
            rows.append(judging.features(name, name.choice, reading.context, own))
            labels.append(int(any(a < t.end and t.start < b for t in toponyms)))
    return rows, labels


def fit_ranking(found: list[tuple[list[dict[str, float]], list[bool]]]) -> dict[str, float]:
    """The weights under which the right candidates are likeliest."""
    words = sorted(BELIEVED)
    at = {word: i for i, word in enumerate(words)}
    centre = np.array([BELIEVED[word] for word in words])
    names = []
    for rows, right in found:
        x = np.zeros((len(rows), len(words)))
        for i, row in enumerate(rows):
            for word, value in row.items():
                x[i, at[word]] = value
        names.append((x, np.array(right)))
    w = centre.copy()
    for _ in range(40):
        gradient, hessian = RANKING_PENALTY * (w - centre), np.diag(np.full(len(words), RANKING_PENALTY))
        for x, right in names:
            score = x @ w
            p = np.exp(score - score.max())
            p /= p.sum()
            q = np.where(right, p, 0.0) + 1e-12 * right
            q /= q.sum()
            mean = p @ x
            gradient += mean - q @ x
            hessian += (x * p[:, None]).T @ x - np.outer(mean, mean)
        step = np.linalg.solve(hessian, gradient)
        w -= 0.7 * step
        if np.abs(step).max() < 1e-6:
            break
    return {word: round(float(v), 3) for word, v in zip(words, w, strict=True)}


def fit_judging(rows: list[dict[str, float]], labels: list[int]) -> dict[str, float]:
    words = sorted({word for row in rows for word in row})
    x = np.zeros((len(rows), len(words) + 1))
    for i, row in enumerate(rows):
        for word, value in row.items():
            x[i, words.index(word)] = value
        x[i, -1] = 1.0
    y = np.array(labels, dtype=float)
    penalty = np.full(len(words) + 1, JUDGING_PENALTY)
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


def use(part: Any, weights: dict[str, float]) -> None:
    """Let the program work with these weights from here on."""
    part().clear()
    part().update(weights)
    priors.forget()
    open_gazetteer().ranked.clear()


def main() -> None:
    paths = [Path(p) for p in sys.argv[1:]]
    ranked = dict(BELIEVED)
    use(priors.ranking_weights, ranked)
    count = 0
    for _ in range(ROUNDS):
        found = choices(paths)
        count = len(found)
        ranked = fit_ranking(found)
        use(priors.ranking_weights, ranked)
    rows, labels = judgements(paths)
    judged = fit_judging(rows, labels)
    text = (
        "source: >-\n"
        "  Learned by scripts/learn_place_weights.py on the tuned halves of the Local-Global Lexicon (Lieberman, Samet and\n"
        "  Sankaranarayanan 2010) and of TR-News (Kamalloo and Rafiei 2018). `judging` are log-odds that a name is a place's, a weight\n"
        f"  for each feature of thucydides.grounding.places.judging, from {len(rows)} names, {sum(labels)} of them places. `ranking` are\n"
        "  the weights of a conditional logit among the places of one name, for the traits of thucydides.grounding.places.priors\n"
        "  and the ties of thucydides.grounding.places.ranking (a tie is weighed by what the candidate is), from\n"
        f"  {count} names with several.\n"
    )
    for title, learned in (("judging", judged), ("ranking", ranked)):
        text += f"{title}:\n" + "".join(f"  {word!r}: {value}\n" for word, value in sorted(learned.items()) if value)
    TARGET.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main()
