"""Same people: the numbers that a telling gives of people whom a draft counts too.

Invariant: a number of many people is hardly that of others; a small one is, where the two are told of by nouns of other kinds.
"""

from collections.abc import Iterable

from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.harm import Harm
from thucydides.extracting.people.sides import group_words

MANY = 5
"""So many people are hardly those of two deeds by chance."""


def counted_in_both(draft: Draft, item: Dated) -> frozenset[tuple[str, int]]:
    """The people whom a telling and a draft both count: (outcome, how many), none of which they tell as of two kinds of people: "two
    brothers were shot. Two soldiers were hurt" (rule `extract.same-people`)."""
    return frozenset((o, n) for o, n in item.counts & draft.anew if same_number(draft, item, o, n))


def same_number(draft: Draft, item: Dated, outcome: str, number: int) -> bool:
    """Whether a number that a telling and a draft both give for an outcome may be of the same people."""
    return number >= MANY or not _of_other_people(draft, item, outcome, number)


def _of_other_people(draft: Draft, item: Dated, outcome: str, number: int) -> bool:
    mine = [*_counting(item.telling.harms, outcome, number)]
    its = [h for d in draft.items for h in _counting(d.telling.harms, outcome, number)]
    return bool(mine and its) and all(_others(a, b) for a in mine for b in its)


def _counting(harms: Iterable[Harm], outcome: str, number: int) -> Iterable[Harm]:
    return (h for h in harms if h.outcome == outcome and h.quantity is not None and h.quantity.best == number)


def _others(a: Harm, b: Harm) -> bool:
    nouns = {a.people.noun, b.people.noun}
    said = "" not in nouns and nouns.isdisjoint(group_words("generic"))
    return said and len(nouns) == 2 and a.people.category != b.people.category
