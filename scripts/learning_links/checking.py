"""Checking: how well documents are grouped with given weights, and which prior joins no more wrongly."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import Any

from learning_links.corpus import Corpus
from thucydides.linking import link
from thucydides.linking.weights import Weights

PRIORS = tuple(step / 4 for step in range(-30, -17))
"""The priors in bits tried for what ships: from -7.5 to -4.5."""
MARGIN = 1.0
"""Bits kept from the prior at which more begins to be joined wrongly: of a war few mentions are known, the others are not seen."""


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
