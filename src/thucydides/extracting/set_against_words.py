"""Words that set a number against a count: who says it, by which verb, and what may close it.

Invariant: patterns of wording alone, from `vocabularies/set_against.yaml`; each names who speaks, `who`, and the words that say so, `cue`.
"""

import re
from functools import cache

from thucydides.vocabulary import filled, mapping


@cache
def wording(name: str) -> re.Pattern[str]:
    """A pattern of the vocabulary; a blank in it is any white space."""
    return re.compile(part(mapping("set_against")["patterns"][name]))


def part(words: str) -> str:
    """A pattern put together from parts of the vocabulary: "<says>" is any way of saying a number."""
    return filled("set_against", words).replace(" ", r"\s+")


@cache
def before() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """What may stand before a number and say whose it is, in the order in which it is tried; and whether the pattern takes any words before
    a verb of saying for who says it, so that `somebody` has to tell whether they are."""
    table = mapping("set_against")
    return tuple((wording(name), name in table["open"]) for name in table["before"])


def somebody(who: str) -> int:
    """How many characters of what stands before a verb of saying name who says it, without what they did ("soldiers who took part"); 0
    where they name nobody who counts."""
    cut = wording("did").search(who)
    head = who[: cut.start()] if cut is not None else who
    return len(head) if wording("somebody").match(wording("where").sub("", head)) else 0
