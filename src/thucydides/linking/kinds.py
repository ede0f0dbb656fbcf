"""Kinds: which types of incident can be two tellings of one occurrence."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from thucydides.linking.folding import fold
from thucydides.nouns import Mention
from thucydides.vocabulary import mapping

DEGREES = ("close", "possible")


_DEVELOPED = frozenset({"Agreement", "Change to group/activity"})


def sort_of(mention: Mention) -> int:
    """What a telling is of: force (0), an act (1), or a development without force (2); those of two sorts are never one."""
    return 1 if mention.kind == "act" else 2 if mention.type in _DEVELOPED else 0


@cache
def compatible() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """For each type (folded), the other types that tell of the same occurrence often (`close`) or now and then (`possible`)."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for degree in DEGREES:
        for pair in mapping("type_compatibility")[degree]:
            left, right = (fold(t) for t in pair["types"])
            found[left][degree].add(right)
            found[right][degree].add(left)
    return {t: {degree: tuple(sorted(others)) for degree, others in degrees.items()} for t, degrees in found.items()}
