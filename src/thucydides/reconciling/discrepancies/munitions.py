"""Munitions: what was fired or went off, where two accounts of one deed each name another kind of it ("Grad rockets", "mortar shells").

Rule `discrepancy.munitions`. Invariants: a word that holds both ("shelling", "a bomb", "an air strike") names neither; who names two
leaves room for either.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from thucydides.nouns import Passage
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.context import Context
from thucydides.reconciling.discrepancies.apart import Pair
from thucydides.reconciling.discrepancies.common import Side
from thucydides.reconciling.types import Typed
from thucydides.vocabulary import mapping


@cache
def _kinds() -> tuple[dict[str, re.Pattern[str]], ...]:
    """The families of munitions, each with its kinds by name."""
    families = mapping("reconciling")["munitions"]
    return tuple({name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in family.items()} for family in families)


def munitions_apart(context: Context, one: Assessed, ties: frozenset[Pair]) -> list[Side]:
    """The sides of two tied tellings that name kinds of one family and none that both name."""
    for family in _kinds():
        told = [(t, named) for t in one.types if (named := dict(_named(context, one, t, family)))]
        for (a, mine), (b, its) in combinations(told, 2):
            if frozenset((a.mention, b.mention)) in ties and not mine.keys() & its.keys():
                return [*_sides(a, mine), *_sides(b, its)]
    return []


def _named(context: Context, one: Assessed, telling: Typed, family: dict[str, re.Pattern[str]]) -> Iterator[tuple[str, Passage]]:
    """The kinds that the sentences of a telling name, each with where it first does."""
    mention = next(m for m in one.case.mentions if m.id == telling.mention)
    for name, words in family.items():
        for passage in mention.passages:
            found = words.search(context.text(passage))
            if found is not None:
                yield name, Passage(passage.document, passage.start + found.start(), passage.start + found.end())
                break


def _sides(telling: Typed, named: dict[str, Passage]) -> list[Side]:
    return [Side(name, passage, passage.document, telling.chain) for name, passage in named.items()]
