"""Rules: a pattern over classes of time words, and what is made of the words that it matches.

Invariants: a builder reads only its match, the classes of the tokens around it and the text behind it; the same match makes the same form.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from thucydides.grounding.times.codes import NAMES, Token
from thucydides.grounding.times.forms import Form


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
