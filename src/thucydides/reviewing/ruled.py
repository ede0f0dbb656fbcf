"""Ruled: what persons have answered already, so that it is not asked again (`review.ruled`)."""

from collections.abc import Iterable, Sequence

from thucydides.nouns import Mention, Ruling
from thucydides.reconciling.overruling import in_force, rejected, settings
from thucydides.reviewing.item import Item


class Ruled:
    """The rulings in force, looked up by the mentions that they speak of."""

    def __init__(self, rulings: Sequence[Ruling], mentions: Iterable[Mention]) -> None:
        standing = in_force(rulings)
        documents: dict[str, set[str]] = {}
        for mention in mentions:
            documents.setdefault(mention.document, set()).add(mention.id)
        self._set = {(anchor, attribute) for anchor, some in settings(standing).items() for attribute, _, _ in some}
        self._out = rejected(standing)
        linked = [
            (r.verb, [{m for name in group.split(",") for m in documents.get(name.strip(), {name.strip()})} for group in r.arguments])
            for r in standing if r.verb in ("merge", "different", "split")
        ]  # fmt: skip
        self._one = _united([set().union(*groups) for verb, groups in linked if verb == "merge"])
        self._apart = [[self._with_fellows(g) for g in groups] for verb, groups in linked if verb != "merge"]

    def _with_fellows(self, group: set[str]) -> set[str]:
        """A group of mentions with those that were ruled one with any of them."""
        return group.union(*(one for one in self._one if one & group))

    def void(self, ids: Iterable[str]) -> bool:
        """Whether a person voided any of some claims: the record has not been made anew since, and what it will say is open."""
        return not self._out.isdisjoint(ids)

    def answers(self, item: Item) -> bool:
        """Whether a ruling in force has settled the question."""
        if self._out.intersection(item.incidents) or self._out.issuperset(item.left) or (item.right and self._out.issuperset(item.right)):
            return True
        if item.attribute:
            return any((anchor, item.attribute) in self._set for anchor in (*item.left, *item.incidents))
        if item.right:
            left, right = set(item.left), set(item.right)
            return any(one & left and one & right for one in self._one) or any(_across(groups, left, right) for groups in self._apart)
        return any((anchor, "status") in self._set for anchor in item.left)


def _united(groups: Sequence[set[str]]) -> list[set[str]]:
    """The groups with those put together that share a mention."""
    found: list[set[str]] = []
    for group in groups:
        meeting = [one for one in found if one & group]
        found = [one for one in found if not one & group] + [group.union(*meeting)]
    return found


def _across(groups: Sequence[set[str]], left: set[str], right: set[str]) -> bool:
    """Whether a mention of the one side and one of the other were ruled to be of different incidents."""
    return any(one & left and other & right for n, one in enumerate(groups) for m, other in enumerate(groups) if n != m)
