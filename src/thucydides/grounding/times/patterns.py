"""Patterns: the little language of the grammar's rules, compiled to regular expressions over class codes.

A rule is words of classes with `( )`, `|`, `?` and `*`: "the? day of? anymonth (comma? year)?". A name with a digit behind it
("day1") is the same class; every name used once is bound to its token. Matching depends on the codes alone, so its results are
kept by code string: the same few hundred strings make up most of any newspaper.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from thucydides.grounding.times.codes import ALIASES, CODES, NAMES, Token
from thucydides.grounding.times.forms import Form

_PIECE = re.compile(r"[a-z_]+\d?|[()|?*]")
_KEEP = 1 << 15


class Made(Struct, gc=False):
    """What a rule's builder made: the form, how long a time it is, what else the words say, and where it ends if not at the match.

    `kind` is a made class ("dated", "spell" or "shift"); `last` the index of the last token taken, -1 for all of the match.
    """

    form: Form
    kind: str = "dated"
    window: bool = False
    approximate: bool = False
    daypart: str = ""
    clock: str = ""
    event: bool = False
    future: bool = False
    last: int = -1
    alone: bool = True


class Bound:
    """A rule's match: its tokens by name (counted from `first`), the tokens around them, and the text for what codes do not tell
    (capitals, what follows)."""

    __slots__ = ("first", "last", "lower", "names", "text", "tokens")

    def __init__(self, tokens: Sequence[Token], first: int, last: int, names: Mapping[str, int], text: str, lower: str) -> None:
        self.tokens, self.first, self.last, self.names, self.text, self.lower = tokens, first, last, names, text, lower

    def __getitem__(self, name: str) -> Any:
        """The value of the token bound to `name`, or None where the rule's option was not taken."""
        index = self.names.get(name)
        return None if index is None else self.tokens[self.first + index].value

    def made(self, name: str) -> Made:
        """What the grammar made of the words bound to `name`."""
        found: Made = self.token(name).value
        return found

    def at(self, name: str) -> int:
        """Where among the tokens the one bound to `name` stands; KeyError where the option was not taken."""
        return self.first + self.names[name]

    def token(self, name: str) -> Token:
        """The token bound to `name`; KeyError where the option was not taken."""
        return self.tokens[self.at(name)]

    def has(self, name: str) -> bool:
        """Whether the option was taken."""
        return name in self.names

    def before(self, steps: int = 1) -> str:
        """The class of the token that many places before the match, "" where there is none or it is no time word."""
        index = self.first - steps
        return NAMES[self.tokens[index].kind] if index >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """The class of the token that many places behind the match, "" where there is none."""
        index = self.last + steps
        return NAMES[self.tokens[index].kind] if index < len(self.tokens) else ""

    def rest(self, length: int = 24) -> str:
        """The lower-case text behind the match."""
        end = self.tokens[self.last].end
        return self.lower[end : end + length]

    def capital(self, name: str) -> bool:
        """Whether the token bound to `name` is written with a capital."""
        return self.text[self.token(name).start].isupper()


Builder = Callable[[Bound], Made | Sequence[tuple[int, int, Made]] | None]


class Rule(Struct, frozen=True):
    """A pattern and what is made of its match; a builder that answers None gives way to the next longest match."""

    pattern: str
    build: Builder


class Match(Struct, frozen=True, gc=False):
    """What a rule matched at the beginning of a code string: how many tokens, and the indices bound to its names."""

    rule: Rule
    size: int
    names: dict[str, int]


def classes(names: str) -> frozenset[str]:
    """A set of classes of time words by their names; ValueError for one that does not exist."""
    found = frozenset(names.split())
    if unknown := sorted(found - CODES.keys()):
        raise ValueError(f"no class of time words is called {', '.join(unknown)}")
    return found


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
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


def _openings(pattern: str) -> frozenset[str]:
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


Matches = tuple[tuple[Match, ...], ...]
"""For each position of a code string every rule's match there, longest first."""


class Grammar:
    """A set of rules tried at each token, longest match first; rules given first win among equals."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
        for rule in rules:
            compiled = _compiled(rule.pattern)
            for code in sorted(_openings(rule.pattern)):
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
