"""Grammars: sets of rules tried at each token, and grammars one after another over what the one before made.

Invariants: the longest match goes first, the rule given first among equals; matching depends on the codes alone, so its results are kept by
code string: the same few hundred strings make up most of any newspaper.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from thucydides.grounding.times.codes import CODES, Token
from thucydides.grounding.times.patterns import openings, regex_of
from thucydides.grounding.times.rules import Bound, Made, Rule

_KEEP = 1 << 15
"""Code strings of which the matches are kept."""


class Match(Struct, frozen=True, gc=False):
    """What a rule matched at the beginning of a code string: how many tokens, and the indices bound to its names."""

    rule: Rule
    size: int
    names: dict[str, int]


Matches = tuple[tuple[Match, ...], ...]
"""For each position of a code string every rule's match there, longest first."""


class Grammar:
    """A set of rules tried at each token, longest match first; rules given first win among equals."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
        for rule in rules:
            compiled = regex_of(rule.pattern)
            for code in sorted(openings(rule.pattern)):
                self._rules.setdefault(code, []).append((rule, compiled))
        self._here = lru_cache(_KEEP)(self._matches_here)

    def matches(self, codes: str) -> Matches | None:
        """Every match of the rules within a code string; None where no rule matches anywhere."""
        rules, here = self._rules, self._here
        found = [here(codes[first:]) if code in rules else () for first, code in enumerate(codes)]
        return tuple(found) if any(found) else None

    def _matches_here(self, codes: str) -> tuple[Match, ...]:
        """Every rule's match at the beginning of a code string, longest first."""
        found = []
        for rule, compiled in self._rules[codes[0]]:
            match = compiled.match(codes)
            if match and match.end():
                found.append(Match(rule, match.end(), {name: match.start(name) for name, value in match.groupdict().items() if value}))
        found.sort(key=lambda m: -m.size)
        return tuple(found)

    def apply(self, matches: Matches, tokens: Sequence[Token], text: str, lower: str) -> list[Token]:
        """The tokens with every match, as `matches` found them, replaced by what its rule made of it, from left to right."""
        out: list[Token] = []
        index = 0
        while index < len(tokens):
            for match in matches[index]:
                end = index + match.size - 1
                made = match.rule.build(Bound(tokens, index, end, match.names, text, lower))
                if made is None:
                    continue
                if isinstance(made, Made):
                    last = end if made.last < 0 else made.last
                    out.append(Token(CODES[made.kind], made, tokens[index].start, tokens[last].end))
                    index = last + 1
                else:
                    for first, last, one in made:
                        out.append(Token(CODES[one.kind], one, tokens[first].start, tokens[last].end))
                    index = end + 1
                break
            else:
                out.append(tokens[index])
                index += 1
        return out


class Passes:
    """Grammars one after another, each over what the one before made; those that match nothing are passed over at once."""

    def __init__(self, *grammars: Grammar) -> None:
        self._grammars = grammars
        self._first = lru_cache(_KEEP)(self._next)

    def _next(self, codes: str, since: int) -> tuple[int, Matches] | None:
        """The first grammar from that one on which has a rule that matches within the codes, with its matches; None where none has."""
        for at in range(since, len(self._grammars)):
            matches = self._grammars[at].matches(codes)
            if matches is not None:
                return at, matches
        return None

    def parse(self, tokens: list[Token], text: str, lower: str) -> list[Token]:
        """What all the grammars make of the tokens."""
        found = self._first("".join([token.kind for token in tokens]), 0)
        while found is not None:
            at, matches = found
            tokens = self._grammars[at].apply(matches, tokens, text, lower)
            found = self._first("".join([token.kind for token in tokens]), at + 1)
        return tokens
