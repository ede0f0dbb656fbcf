"""link: from mentions to incidents, with the reasons kept."""

from collections.abc import Sequence

from thucydides.keeping.corpus import Corpus, corpus
from thucydides.keeping.shelf import Shelf
from thucydides.linking.inside import by_cluster
from thucydides.linking.keeping import stands
from thucydides.linking.linked import Joined, Linked
from thucydides.linking.reasons import every_pair, reasons
from thucydides.linking.standing import Standing
from thucydides.linking.weights import Weights, weights
from thucydides.nouns import Claim, Document, Mention, Ruling


def link(
    mentions: Sequence[Mention], documents: Sequence[Document], claims: Sequence[Claim] = (), rulings: Sequence[Ruling] = (),
    figures: Weights | None = None, shelf: Shelf | None = None,
) -> Linked:  # fmt: skip
    """Which mentions tell of the same incident or act, and why; `figures` are the weights to use, by default those that ship.

    Only what is said to have happened is linked, acts with acts and incidents with incidents. The order of the input plays no part, nor
    what the `shelf` keeps of an earlier link: that only saves time.
    """
    return linked(_stands(corpus(documents, mentions, claims), rulings, figures, shelf))


def link_corpus(told: Corpus, rulings: Sequence[Ruling] = (), figures: Weights | None = None, shelf: Shelf | None = None) -> Joined:
    """The clusters of a corpus, of which only that is read which `shelf` does not keep."""
    standing = _stands(told, rulings, figures, shelf)
    clusters = _clusters(standing)
    return Joined(tuple(clusters), reasons(standing, list(clusters.values())), standing.decided.unfit)


def linked(standing: Standing) -> Linked:
    """What stands, with the clusters that rulings make of it and the pairs worth keeping."""
    clusters = _clusters(standing)
    return Linked(tuple(clusters), every_pair(standing, list(clusters.values())), standing.decided.unfit)


def _stands(told: Corpus, rulings: Sequence[Ruling], figures: Weights | None, shelf: Shelf | None) -> Standing:
    if shelf is not None:
        return stands(shelf, told, rulings, figures or weights())
    standing, every = Standing(figures), [told.extract(name) for name in told.digests]
    standing.change(told.documents.values(), [m for e in every for m in e.mentions], [c for e in every for c in e.claims], rulings)
    return standing


def _clusters(standing: Standing) -> dict[tuple[str, ...], list[int]]:
    """The clusters that rulings make of what stands, in order: their mentions and their units."""
    units = standing.units
    found = {
        tuple(sorted(m for n in members for m in units[n].members)): members
        for members in standing.decided.applied(by_cluster(standing.layers.clusters))
    }
    return {mentions: found[mentions] for mentions in sorted(found)}
