"""Versions: what a statement says that a deed was, by its words: a place taken or held, a fight or an execution, an accident or an attack.

Rule `claim.version`; the words stand in `vocabularies/versions.yaml`. Invariant: pure functions of words.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from thucydides.vocabulary import filled, mapping


class Version(Struct, frozen=True):
    """One version of a deed: its `name`, as told in a sentence, the kind of discrepancy it makes, the names of those that it cannot be
    together with, and whether it tells of the means only."""

    name: str
    words: str
    kind: str
    against: frozenset[str]
    means: bool
    patterns: tuple[re.Pattern[str], ...]


@cache
def all_versions() -> dict[str, Version]:
    """The versions of the vocabulary by name."""
    return {name: _version(name, entry) for name, entry in mapping("versions")["versions"].items()}


def _version(name: str, entry: dict[str, Any]) -> Version:
    means = entry.get("means", "")
    told = [w.replace("<means>", means) for w in mapping("versions")["means_told"]] if means else []
    wordings = (*told, *entry.get("patterns", ()))
    patterns = tuple(re.compile(filled("versions", w)) for w in wordings)
    return Version(name, entry["words"], entry["kind"], frozenset(entry["against"]), bool(means), patterns)


def versions_in(statement: str) -> Iterator[tuple[Version, int, int]]:
    """The versions that a statement gives, each with the characters that say so, in the order of the vocabulary."""
    lower = statement.lower()
    other = _pattern("means_other").search(lower) is not None
    for version in all_versions().values():
        if version.means and other:
            continue
        match = next((m for p in version.patterns if (m := p.search(lower)) is not None), None)
        if match is not None:
            yield version, match.start(), match.end()


def takes_up_what_was_told(statement: str) -> bool:
    """Whether a statement begins with what was told before ("the claim", "it", "reports of a raid"), which it then refutes."""
    return _pattern("told").match(statement.lower()) is not None


def takes_up_the_deed(statement: str) -> bool:
    """Whether a statement begins with the deed told before ("it", "the attack", "the battle")."""
    return _taken_up().match(statement.lower()) is not None


@cache
def _taken_up() -> re.Pattern[str]:
    deed = r"(?:<deeds>|<fight>|shooting|ambush|blast|deaths?|murder|arrests?)"
    return re.compile(filled("versions", rf"^(?:that )?(?:it|this|the (?:\w+ ){{0,2}}?{deed})\b"))


def of_those_harmed(statement: str) -> int:
    """Where a statement that tells who those harmed were goes on behind them ("they", "all of the dead"), 0 where it tells of others."""
    match = _harmed().match(statement.lower())
    return match.end() if match is not None else 0


@cache
def _harmed() -> re.Pattern[str]:
    return re.compile(filled("versions", r"<harmed>(?=\s+(?:was|were|are|is|had\s+been|belong(?:ed|s)?\s+to)\b)"))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(filled("versions", mapping("versions")[name]))


def exclude(one: str, other: str) -> bool:
    """Whether two versions cannot be told of one deed together."""
    table = all_versions()
    return other in table[one].against or one in table[other].against
