"""Linked and Joined: which mentions tell of the same incident, the pairs that were compared, and the rulings that found nothing."""

from msgspec import Struct

from thucydides.keeping.parcel import Parcel
from thucydides.nouns import Pair, Ruling


class Linked(Struct, frozen=True):
    """The answer of the step: every linked mention stands in exactly one cluster, and every judgement can be looked up.

    `clusters` hold mention ids, each cluster sorted, the clusters sorted by their first id. `pairs` are the compared pairs that
    came near to being one and all compared pairs inside a cluster, sorted by (left, right) with left < right. `unfit` are the rulings
    that name no mention any more or that a later ruling contradicts; they are reported, never dropped.
    """

    clusters: tuple[tuple[str, ...], ...] = ()
    pairs: tuple[Pair, ...] = ()
    unfit: tuple[Ruling, ...] = ()


class Joined(Struct, frozen=True):
    """The same of a record that grows: of each cluster a parcel of the pairs inside it."""

    clusters: tuple[tuple[str, ...], ...]
    reasons: tuple[Parcel, ...]
    unfit: tuple[Ruling, ...]
