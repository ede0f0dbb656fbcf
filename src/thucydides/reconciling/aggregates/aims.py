"""Aims: what a count is restricted to by what was hit: "the 67th attack on health care this year" counts no attack on a market.

Rule `aggregate.aim`: a count of attacks on a class of `aims.yaml` takes in the incidents that are told with a word of that class.
"""

import re
from collections.abc import Iterable
from functools import cache

from thucydides.nouns import Mention
from thucydides.reconciling.groups import singular
from thucydides.vocabulary import mapping

_ON = re.compile(
    r"\b(?:attack|strike|raid|assault|bombing|incident|shelling|hit|violence|airstrike|drone strike)s?\s+(?:\w+ly\s+)?"
    r"(?:on|against|at|targeting|affecting|involving)\s+(?P<what>(?:[\w’'-]+\s+){0,4}[\w’'-]+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_STOPS = frozenset({"in", "since", "this", "that", "by", "which", "who", "was", "were", "have", "has", "verified", "recorded", "during"})


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {name: frozenset(entry["named"]) for name, entry in mapping("aims")["aims"].items()}


@cache
def _told() -> dict[str, frozenset[str]]:
    return {name: frozenset(entry["told"]) for name, entry in mapping("aims")["aims"].items()}


def aims_of(text: str) -> frozenset[str]:
    """The classes that a count of attacks names as what was hit; nothing where it names none."""
    found: set[str] = set()
    for match in _ON.finditer(text):
        for word in _WORD.findall(match["what"]):
            if word.casefold() in _STOPS:
                break
            found |= {name for name, named in _classes().items() if singular(word.casefold()) in named}
    return frozenset(found)


def hit(mentions: Iterable[Mention]) -> frozenset[str]:
    """The classes of which an incident's tellings speak."""
    words = {w for m in mentions for w in m.words} | {singular(w.casefold()) for m in mentions for t, _ in m.targets for w in t.split()}
    return frozenset(name for name, told in _told().items() if told & words)
