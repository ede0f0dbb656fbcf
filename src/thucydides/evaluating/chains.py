"""Chains: how well mentions grouped into chains agree with gold chains: MUC, B3, CEAFe and their mean, the CoNLL score.

Sources: MUC after Vilain et al. (1995), B3 after Bagga and Baldwin (1998), CEAFe after Luo (2005), their mean after Pradhan et al. (2012).
Every mention stands in exactly one chain of either side.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from thucydides.evaluating.measures import best_pairs, f1, ratio

M = TypeVar("M", bound=Hashable)
Chains = Sequence[frozenset[M]]


def conll(gold: "Chains[M]", ours: "Chains[M]") -> dict[str, float]:
    """The four scores by name."""
    scores = {"MUC F1": muc(gold, ours), "B3 F1": b3(gold, ours), "CEAFe F1": ceafe(gold, ours)}
    return {"CoNLL F1": sum(scores.values()) / 3, **scores}


def muc(gold: "Chains[M]", ours: "Chains[M]") -> float:
    """F1 of links: how many chains of one side each chain of the other is cut into."""
    return f1(_links(ours, _holder(gold)), _links(gold, _holder(ours)))


def b3(gold: "Chains[M]", ours: "Chains[M]") -> float:
    """F1 over mentions: the share of a mention's chain that is right."""
    right, said = _holder(gold), _holder(ours)
    both = {m: len(gold[right[m]] & ours[said[m]]) for m in right}
    precision = ratio(sum(n / len(ours[said[m]]) for m, n in both.items()), len(both))
    return f1(precision, ratio(sum(n / len(gold[right[m]]) for m, n in both.items()), len(both)))


def ceafe(gold: "Chains[M]", ours: "Chains[M]") -> float:
    """F1 of the best pairing of chains, each pair worth what the two share of both."""
    right = _holder(gold)
    worth = {
        (str(n), str(k)): 2 * len(chain & gold[k]) / (len(chain) + len(gold[k]))
        for n, chain in enumerate(ours) for k in sorted({right[m] for m in chain})
    }  # fmt: skip
    found = sum(worth[pair] for pair in best_pairs(worth).items())
    return f1(ratio(found, len(ours)), ratio(found, len(gold)))


def _holder(chains: "Chains[M]") -> Mapping[M, int]:
    return {m: n for n, chain in enumerate(chains) for m in chain}


def _links(chains: "Chains[M]", at: Mapping[M, int]) -> float:
    """The share of the links of some chains that the other side's chains hold."""
    links = sum(len(chain) - 1 for chain in chains)
    return sum(len(chain) - len({at[m] for m in chain}) for chain in chains) / links if links else 0.0
