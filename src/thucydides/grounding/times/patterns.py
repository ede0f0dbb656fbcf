"""Patterns: the little language of the grammar's rules, compiled to regular expressions over class codes.

A rule is words of classes with `( )`, `|`, `?` and `*`: "the? day of? anymonth (comma? year)?". A name with a digit behind it
("day1") is the same class; every name used once is bound to its token.
"""

import re
from functools import cache

from thucydides.grounding.times.codes import ALIASES, CODES

_PIECE = re.compile(r"[a-z_]+\d?|[()|?*]")


def classes(names: str) -> frozenset[str]:
    """A set of classes of time words by their names; ValueError for one that does not exist."""
    found = frozenset(names.split())
    if unknown := sorted(found - CODES.keys()):
        raise ValueError(f"no class of time words is called {', '.join(unknown)}")
    return found


@cache
def regex_of(pattern: str) -> re.Pattern[str]:
    """The regular expression over codes for a rule's pattern; ValueError for a class that does not exist."""
    names = _PIECE.findall(pattern)
    once = {name for name in names if names.count(name) == 1}
    parts = []
    for piece in names:
        if piece in "()|?*":
            parts.append("(?:" if piece == "(" else piece)
            continue
        name = piece.rstrip("0123456789")
        members = ALIASES.get(name, (name,))
        if not all(member in CODES for member in members):
            raise ValueError(f"no class of time words is called {piece!r} in the rule {pattern!r}")
        codes = "".join(CODES[member] for member in members)
        symbol = f"[{codes}]" if len(members) > 1 else codes
        parts.append(f"(?P<{piece}>{symbol})" if piece in once else symbol)
    return re.compile("".join(parts))


def openings(pattern: str) -> frozenset[str]:
    """The codes that a match of a rule's pattern may begin with."""
    pieces = [*_PIECE.findall(pattern), ")"]

    def group(at: int) -> tuple[set[str], bool, int]:
        """For the alternatives from `at` to their closing bracket: what they may begin with, whether one may be empty, where they end."""
        found: set[str] = set()
        may_be_empty, empty = False, True  # of the group, and of the alternative so far
        while True:
            piece, at = pieces[at], at + 1
            if piece in "|)":
                may_be_empty, empty = may_be_empty or empty, True
                if piece == ")":
                    return found, may_be_empty, at
                continue
            if piece == "(":
                begins, skipped, at = group(at)
            else:
                name = piece.rstrip("0123456789")
                begins, skipped = {CODES[member] for member in ALIASES.get(name, (name,))}, False
            if at < len(pieces) and pieces[at] in "?*":
                skipped, at = True, at + 1
            if empty:
                found |= begins
                empty = skipped

    return frozenset(group(0)[0])
