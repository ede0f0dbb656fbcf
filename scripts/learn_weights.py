"""Learn the weights of linking from annotated reports: python scripts/learn_weights.py DATA [--war DATA] [--extracts FOLDER] [--write]

DATA is a folder with documents.jsonl.gz (one document a line) and gold.json, whose events name the documents that tell of them: either
`mentions` with `page` and `role` (one incident a report) or `told_in` with days, place and deaths (wars, where a report tells of many).

What is done, on the half of the events that `thucydides evaluate --half tune` takes:
1. u, how often a level is met by chance, is counted over random pairs of the reports' main mentions; m over pairs of one event.
2. The weights are fitted to all blocked pairs by logistic regression, held to the reasoned values by a penalty, for comparisons are not
   independent of one another and plain counts would count the same evidence twice. A level that speaks for one incident never gets to
   speak against it, nor the other way round. Comparisons that single shootings of one country cannot teach (type, actors, victims,
   weapons) stay as reasoned, and the bounds below keep the rest right for wars, where one place is struck day after day.
3. The prior that ships is chosen on the same half: `MARGIN` below the highest of `PRIORS` that joins no more pairs wrongly than the lowest
   of them does, of documents grouped by their main incident and of the mentions of the war that are known to tell of an event, together.
4. The other half is the check: documents grouped by their main incident, B3 and pair F1, as printed.
With --write the result goes to src/thucydides/linking/weights.json. --extracts keeps what extraction gave, so that a second run is quick.
"""

import argparse
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from thucydides.evaluating.outcome import Cut
from thucydides.evaluating.slices import HALVES, select_events
from thucydides.linking import link
from thucydides.linking.blocking import State, block
from thucydides.linking.columns import table
from thucydides.linking.commons import commons
from thucydides.linking.comparisons import LEVELS
from thucydides.linking.features import features
from thucydides.linking.numbers import Numbers, Words
from thucydides.linking.scoring import levels as levels_met
from thucydides.linking.scoring import score
from thucydides.linking.unit import units
from thucydides.linking.weights import Level, Weights, weights
from thucydides.nouns import Document, Extract, Mention

REASONED = ("type", "actors", "victims", "weapons", "document")
BOUNDS: Mapping[tuple[str, str], tuple[float, float]] = {
    ("date", "same-day"): (6, 8), ("date", "same-month"): (0, 2), ("date", "just-published"): (2, 4.6),
    ("date", "next-day"): (-1.5, -0.5), ("date", "days-apart"): (-4, -2.5), ("date", "week-apart"): (-5, -1),
    ("date", "apart-other-toll"): (-6, -4.2), ("date", "busy-apart-other-toll"): (-8, -5), ("date", "looked-back"): (-8, -3),
    ("date", "busy-looked-back"): (-9, -7), ("date", "far-apart"): (-9, -2.5), ("date", "told-before"): (-9, -3),
    ("date", "busy-same-day"): (2.5, 4.5), ("killed", "rival"): (-1.5, 0),
    ("date", "busy-same-days"): (1.5, 3), ("date", "busy-next-day"): (-4, -1.5), ("date", "busy-days-apart"): (-6, -3),
    ("date", "busy-week-apart"): (-8, -5), ("date", "busy-far-apart"): (-10, -7), ("date", "busy-just-published"): (1, 3),
    ("place", "same-rare-spot"): (5.2, 7), ("place", "same-spot"): (3, 5), ("place", "within-reach"): (3, 5),
    ("place", "same-district"): (2, 5), ("place", "in-the-province"): (1, 3), ("place", "neighbouring"): (-2, 0.2),
    ("place", "elsewhere"): (-8, -2.5), ("place", "abroad"): (-8, -3), ("place", "same-province"): (-4, -1.5),
    ("place", "along-the-line"): (1, 3), ("killed", "same-several"): (4.5, 6), ("killed", "same-one"): (0.5, 1.5),
    ("killed", "one-off"): (-2, -1), ("killed", "other"): (-3, 0), ("killed", "far"): (-5, -1.5),
    ("killed", "another-size"): (-8, -4), ("injured", "same-one"): (0.3, 1.5), ("injured", "same-few"): (0.8, 2.5),
    ("persons", "same-victim"): (5, 9), ("persons", "same-doer"): (1, 4), ("persons", "same-person"): (0, 3),
    ("persons", "other-victims"): (-8, -5), ("persons", "others"): (-1, 0), ("ages", "same-age"): (0, 2),
    ("ages", "others"): (-1.2, 0), ("names", "many"): (5.2, 8), ("names", "several"): (3, 6), ("names", "few"): (2, 4),
    ("names", "none"): (-0.5, -0.2), ("words", "few"): (-1, -0.4), ("words", "none"): (-3.5, -2.2),
    ("killed", "one-or-two"): (-1.5, -0.3), ("date", "same-days"): (3, 4.2), ("killed", "part-of"): (0.5, 1.7),
    ("killed", "can-be-same"): (0.5, 1), ("place", "same-common-spot"): (0.5, 1.5), ("place", "named-too"): (1, 2.1),
    ("place", "same-name"): (0.5, 2),
    ("date", "also-told"): (-4, -0.5), ("date", "about-then"): (1.5, 3.2), ("date", "busy-about-then"): (0, 1.5),
    ("uncommon", "few"): (0, 2), ("uncommon", "hardly-any"): (0, 0),
    ("words", "third"): (3.5, 7), ("words", "fifth"): (2, 5), ("words", "tenth"): (0.8, 3),
}  # fmt: skip
"""Least and greatest weight in bits, reasoned: what holds for wars and a corpus of single shootings does not show."""
PRIOR, PENALTY = -7.0, 8.0
"""The prior in bits that the weights are fitted to, and how firmly they are held to the reasoned ones: eight pairs' worth. What wars
ask is held by the bounds."""
PRIORS = tuple(step / 4 for step in range(-30, -17))
"""The priors in bits tried for what ships: from -7.5 to -4.5."""
MARGIN = 1.0
"""Bits kept from the prior at which more begins to be joined wrongly: of a war few mentions are known, the others are not seen."""
PROVENANCE = (
    "m and u of date, place, killed, injured, persons, ages, names, words, report and uncommon by scripts/learn_weights.py, held to the "
    "reasoned figures and bounded so that they stay right for wars; type, actors, victims, weapons and document stay as reasoned. "
)
Labelled = list[tuple[tuple[int, ...], bool]]


class Corpus(msgspec.Struct):
    """Documents with their extracts, by mention id the event that a mention tells of, and by document id its one event;
    `halves` gives the half of each event.
    """

    documents: Sequence[Document]
    extracts: Sequence[Extract]
    events: Mapping[str, str]
    reports: Mapping[str, str]
    halves: Mapping[str, str]


def read(folder: Path, kept: Path | None) -> Corpus:
    """The documents of a folder, extracted (or as kept from a former run), and the events of their mentions."""
    store = kept / f"{folder.resolve().name}.json" if kept else None
    if store and store.exists():
        documents, extracts = msgspec.json.decode(store.read_bytes(), type=tuple[tuple[Document, ...], tuple[Extract, ...]])
    else:
        from thucydides.extracting import extract_documents
        from thucydides.reading import read_sources

        documents, _ = read_sources([folder / "documents.jsonl.gz"])
        extracts = tuple(extract_documents(documents))
        if store:
            store.parent.mkdir(parents=True, exist_ok=True)
            store.write_bytes(msgspec.json.encode((documents, extracts)))
    gold = json.loads((folder / "gold.json").read_text())["events"]
    told = {e["id"]: [m["page"] for m in e.get("mentions", ())] or e.get("told_in") or [] for e in gold}
    halves = {e: half for half in HALVES for e in select_events(told, Cut(half=half))[0]}
    if "mentions" not in gold[0]:
        return Corpus(documents, extracts, of_wars(gold, documents, extracts), {}, halves)
    reports = of_reports(gold, documents)
    mains = {e.document: main for e in extracts if (main := main_mention(e.mentions))}
    return Corpus(documents, extracts, {mains[d].id: event for d, event in reports.items() if d in mains}, reports, halves)


def of_reports(gold: Sequence[dict[str, Any]], documents: Sequence[Document]) -> dict[str, str]:
    """The event of each report that tells of one event mainly."""
    pages: dict[str, set[str]] = defaultdict(set)
    for event in gold:
        for mention in event["mentions"]:
            pages[mention["page"]].add(event["id"])
    return {d.id: min(pages[d.path]) for d in documents if len(pages.get(d.path, ())) == 1}


def of_wars(gold: Sequence[dict[str, Any]], documents: Sequence[Document], extracts: Sequence[Extract]) -> dict[str, str]:
    """Many events a report: the mention that agrees best in day, place and deaths with an event that the report is known to tell."""
    of = {e.document: e for e in extracts}
    by_path = {d.path: of[d.id] for d in documents}
    events: dict[str, str] = {}
    for event in gold:
        for page in event.get("told_in", ()):
            ranked = [(fit, m.id) for m in by_path[page].mentions if (fit := _agrees(m, event)) >= 2.5] if page in by_path else []
            if ranked:
                events.setdefault(max(ranked, key=lambda r: (r[0], r[1]))[1], event["id"])
    return events


def _agrees(mention: Mention, event: Mapping[str, Any]) -> float:
    if mention.kind != "incident" or mention.status not in ("happened", "foiled"):
        return 0.0
    fit, said = 0.0, mention.date
    if said and said.earliest and said.latest:
        first, last = date.fromisoformat(event["date_start"]), date.fromisoformat(event["date_end"])
        gap = max((said.earliest - last).days, (first - said.latest).days, 0)
        if gap > 2:
            return 0.0
        fit += 0.5 if gap else 2.0 if (said.latest - said.earliest).days < 4 else 1.0
    place = mention.place.place if mention.place else None
    if place and place.latitude is not None and place.longitude is not None and event.get("lat") is not None:
        fit += 2.0 * (abs(place.latitude - event["lat"]) < 0.3 and abs(place.longitude - event["lon"]) < 0.3)
    deaths = event["deaths"].get("best")
    return fit + 2.0 * bool(deaths and deaths in {t.quantity.best for t in mention.toll if t.outcome == "killed"})


def main_mention(mentions: Sequence[Mention]) -> Mention | None:
    """What a report is mainly about."""
    told = [m for m in mentions if m.kind == "incident" and m.status == "happened"]
    return min(told, key=lambda m: (-len(m.passages), m.passages[0].start, m.id), default=None)


def part(corpus: Corpus, half: str) -> Corpus:
    """The documents whose event is of the half asked for."""
    events = {m: e for m, e in corpus.events.items() if corpus.halves[e] == half}
    chosen = {m.rsplit(":", 1)[0] for m in events}
    return Corpus(corpus.documents, [e for e in corpus.extracts if e.document in chosen], events, corpus.reports, corpus.halves)


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


def fit(pairs: Labelled, figures: Weights) -> dict[tuple[str, str], float]:
    """The weight of each level in bits by bounded, penalised logistic regression."""
    names = [(c, level) for c, levels in LEVELS.items() for level in levels]
    at = {name: n for n, name in enumerate(names)}
    counts = Counter(pairs)
    rows = sorted({levels for levels, _ in counts})
    design = np.zeros((len(rows), len(names)))
    for r, levels in enumerate(rows):
        for (comparison, its), level in zip(LEVELS.items(), levels, strict=True):
            if level >= 0:
                design[r, at[comparison, list(its)[level]]] = 1
    yes = np.array([counts[r, True] for r in rows], float)
    total = yes + np.array([counts[r, False] for r in rows], float)
    reasoned = np.array([math.log2(m / u) for m, u in (first(figures, *name) for name in names)])
    low, high = np.full(len(names), -99.0), np.full(len(names), 99.0)
    for name, n in at.items():
        low[n], high[n] = BOUNDS.get(name, (0.0 if reasoned[n] >= 0.5 else -99.0, 0.0 if reasoned[n] <= -0.5 else 99.0))
        if name[0] in REASONED:
            low[n] = high[n] = reasoned[n]
    start = np.clip(reasoned, low, high) * math.log(2)
    low, high = low * math.log(2), high * math.log(2)
    penalty = np.full(len(names), PENALTY)
    theta = start.copy()
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(design @ theta + PRIOR * math.log(2), -40, 40)))
        slope = design.T @ (yes - total * chance) - penalty * (theta - start)
        free = ~(((theta <= low + 1e-9) & (slope < 0)) | ((theta >= high - 1e-9) & (slope > 0)))
        curve = (design.T * (total * chance * (1 - chance))) @ design + np.diag(penalty)
        step = np.zeros_like(theta)
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        moved = np.clip(theta + step * min(1.0, 2 / max(np.abs(step).max(), 1e-9)), low, high)
        if np.abs(moved - theta).max() < 1e-6:
            break
        theta = moved
    return dict(zip(names, (float(x) / math.log(2) for x in theta), strict=True))


def met_by(pairs: Labelled, comparison: str, level: str) -> str:
    """How many pairs that are one, and that are not, met a level."""
    column, at = list(LEVELS).index(comparison), list(LEVELS[comparison]).index(level)
    met = Counter(same for levels, same in pairs if levels[column] == at)
    return f"{met[True]} one, {met[False]} not"


def first(figures: Weights, comparison: str, level: str) -> tuple[float, float]:
    """The m and u that were set by hand."""
    known = figures.comparisons[comparison][level]
    return known.reasoned or (known.m, known.u)


def learned(figures: Weights, bits: Mapping[tuple[str, str], float], chance: Labelled, prior: float) -> Weights:
    """The weights with u as counted over random pairs (with 100 pairs' worth of the reasoned u) and m as the fitted weight asks."""
    comparisons: dict[str, dict[str, Level]] = {}
    for n, (comparison, levels) in enumerate(LEVELS.items()):
        met = Counter(levels_met[n] for levels_met, same in chance if not same)
        said = sum(count for level, count in met.items() if level >= 0)
        comparisons[comparison] = {}
        for at, level in enumerate(levels):
            m, u = reasoned = first(figures, comparison, level)
            if comparison not in REASONED:
                u = (met[at] + 100 * u) / (said + 100)
                m = u * 2 ** bits[comparison, level]
                m, u = (0.95, u * 0.95 / m) if m > 0.95 else (m, u)
            comparisons[comparison][level] = Level(float(f"{m:.4g}"), float(f"{u:.4g}"), reasoned)
    return msgspec.structs.replace(figures, comparisons=comparisons, prior=prior)


def grouped(corpus: Corpus, figures: Weights) -> dict[str, str]:
    """All documents linked together: the number of the main incident of each; one in which no incident was found stands alone."""
    mentions = [m for e in corpus.extracts for m in e.mentions]
    linked = link(mentions, corpus.documents, [c for e in corpus.extracts for c in e.claims], figures=figures)
    at = {m: n for n, members in enumerate(linked.clusters) for m in members}
    told: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for m in mentions:
        if m.id in at and m.kind == "incident":
            told[m.document][at[m.id]] += [p.start for p in m.passages]
    return {d: str(min((-len(p), min(p), n) for n, p in told[d].items())[2]) if d in told else d for d in corpus.reports}


def several(corpus: Corpus, half: str) -> list[str]:
    """The documents of a half whose event two or more tell of."""
    many = Counter(corpus.reports.values())
    return sorted(d for d, e in corpus.reports.items() if corpus.halves[e] == half and many[e] > 1)


def check(corpus: Corpus, said: Mapping[str, str], half: str) -> str:
    """How well documents are grouped, scored on the events with two or more documents."""
    gold, items = corpus.reports, several(corpus, half)
    groups: dict[str, set[str]] = defaultdict(set)
    wanted: dict[str, set[str]] = defaultdict(set)
    for d in items:
        groups[said[d]].add(d)
        wanted[gold[d]].add(d)
    both = [len(groups[said[d]] & wanted[gold[d]]) for d in items]
    precision = sum(n / len(groups[said[d]]) for n, d in zip(both, items, strict=True)) / len(items)
    recall = sum(n / len(wanted[gold[d]]) for n, d in zip(both, items, strict=True)) / len(items)
    hit = sum(said[a] == said[b] and gold[a] == gold[b] for a, b in combinations(items, 2))
    of = [sum(len(g) * (len(g) - 1) // 2 for g in sets.values()) for sets in (groups, wanted)]
    f1 = 2 * precision * recall / (precision + recall)
    return (f"documents {len(items)}, B3 precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}, "
            f"pair precision {hit / max(of[0], 1):.3f} recall {hit / max(of[1], 1):.3f} F1 {2 * hit / sum(of):.3f}")  # fmt: skip


def joins(gold: Mapping[str, str], said: Mapping[str, Any], items: Sequence[str]) -> tuple[int, int, int]:
    """How many pairs of items are rightly together, missed, and wrongly together."""
    met = Counter((gold[a] == gold[b], said[a] == said[b]) for a, b in combinations(items, 2))
    return met[True, True], met[True, False], met[False, True]


def joined_war(corpus: Corpus, figures: Weights, half: str = "") -> tuple[int, int, int]:
    """The same of mentions that are known to tell of an event, of one half or of both."""
    mentions = [m for e in corpus.extracts for m in e.mentions]
    linked = link(mentions, corpus.documents, [c for e in corpus.extracts for c in e.claims], figures=figures)
    at = {m: n for n, members in enumerate(linked.clusters) for m in members}
    return joins(corpus.events, at, sorted(m for m, e in corpus.events.items() if half in ("", corpus.halves[e])))


def chosen(corpus: Corpus, war: Corpus | None, weighed: Callable[[float], Weights]) -> float:
    """The prior that ships, given the weights with each prior; prints what each scores."""
    wrong = dict[float, int]()
    items = several(corpus, "tune")
    for prior in PRIORS:
        figures = weighed(prior)
        every = [joins(corpus.reports, grouped(corpus, figures), items), *([joined_war(war, figures, "tune")] if war else [])]
        wrong[prior] = sum(false for *_, false in every)
        print(f"prior {prior:5.2f}: together rightly, missed, wrongly: {every}")
    return max(prior for prior in PRIORS if wrong[prior] <= wrong[PRIORS[0]]) - MARGIN


def main() -> None:
    """Learn, print what the halves score before and after, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--war", type=Path)
    parser.add_argument("--extracts", type=Path)
    parser.add_argument("--prior", type=float, help="bits of the prior that ships; chosen as said above where it is not given")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--weights", type=Path, help="write to this file, not to the one that ships")
    args = parser.parse_args()
    figures = weights()
    corpus = read(args.data, args.extracts)
    war = read(args.war, args.extracts) if args.war else None
    half = part(corpus, "tune")
    chance = compared(half, figures, "random")
    pairs = compared(half, figures, "blocked")
    if war:
        fought = part(war, "tune")
        pairs += compared(fought, figures, "same") + compared(fought, figures, "blocked")
    print(f"pairs learned from: {len(pairs)}, one incident: {sum(same for _, same in pairs)}; random pairs: {len(chance)}")
    bits = fit(pairs, figures)
    prior = args.prior if args.prior is not None else chosen(corpus, war, lambda p: learned(figures, bits, chance, p))
    result = learned(figures, bits, chance, prior)
    for (comparison, level), fitted in bits.items():
        m, u = first(figures, comparison, level)
        met = met_by(pairs, comparison, level)
        print(f"{comparison:10s} {level:22s} reasoned {math.log2(m / u):6.2f}  learned {fitted:6.2f}  pairs {met}")
    groups = grouped(corpus, result)
    for name in HALVES:
        print(f"{name} half: {check(corpus, groups, name)}")
    if war:
        print("war: joined rightly {}, missed {}, joined wrongly {}".format(*joined_war(war, result)))
    if args.write or args.weights:
        how = "was given." if args.prior is not None else (
            f"is {MARGIN} below the highest of {PRIORS[0]} to {PRIORS[-1]} that joins no more wrongly than the lowest, "
            "on the half learned from."
        )  # fmt: skip
        result = msgspec.structs.replace(result, provenance={**figures.provenance, "learned": f"{PROVENANCE}The prior {how}"})
        path = args.weights or Path(sys.modules["thucydides.linking"].__file__ or "").parent / "weights.json"
        path.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n")
        print(f"written: {path}")


if __name__ == "__main__":
    main()
