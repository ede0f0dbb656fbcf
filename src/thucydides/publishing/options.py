"""Options: what of a record an export holds, and how much of its documents it quotes.

Invariants: every output is given the same options and says in itself which part of the record it holds; documents' texts are not
published again unless that is asked for.
"""

from msgspec import Struct

from thucydides.nouns import Record
from thucydides.nouns.incident import GradeName
from thucydides.publishing.quoting import MOST_WORDS

GRADES: tuple[GradeName, ...] = ("confirmed", "fair", "weak", "contested", "discounted")
"""Grades from the best borne out to the least."""
UNCUT = 1_000_000_000
"""Words of a quotation where passages are given in full."""


class Options(Struct, frozen=True):
    """What is asked of an export: the least grade published (None: the format's own), or all of it, and whether texts go with it.

    `withheld` and `held` are filled in by the frame before a format sees them: how many incidents and acts the grade leaves out, and
    how many are exported.
    """

    grade: GradeName | None = None
    all: bool = False
    full_text: bool = False
    withheld: int = 0
    held: int = 0
    before: Record | None = None

    @property
    def words(self) -> int:
        """Words that one quotation may hold."""
        return UNCUT if self.full_text else MOST_WORDS

    @property
    def status(self) -> str:
        """What part of the record the output holds, in one or two sentences that every output carries."""
        if self.all or self.grade in (None, GRADES[-1]):
            asked = " (exported with --all)" if self.all else ""
            part = f"Everything in the record is here, whatever its grade{asked}: {_events(self.held)}."
        else:
            part = f"Only what is graded {self.grade} or better is here: {_events(self.held)}; {_left_out(self.withheld)}."
        texts = "Passages are given in full (exported with --full-text)." if self.full_text else ""
        return f"{part} {texts}".strip()


def _events(n: int) -> str:
    return f"{n:,} {'incident or act' if n == 1 else 'incidents and acts'}"


def _left_out(n: int) -> str:
    return "none is left out" if not n else f"{n:,} {'is' if n == 1 else 'are'} left out"
