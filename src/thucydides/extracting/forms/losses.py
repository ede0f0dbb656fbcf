"""Losses: what a line of losses in an infobox counts, piece by piece: "12 soldiers killed, 26 wounded; per the ministry: 30 killed".

Invariant: who counts holds for the pieces after it, within its line; in brackets behind a count, for that count alone.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from thucydides.extracting.quantities import add, find_quantities
from thucydides.nouns import Block, Document, Quantity
from thucydides.nouns.toll import Category, Outcome
from thucydides.vocabulary import mapping

_PER = re.compile(r"(?:\b(?:as\s+)?per|according\s+to|claimed\s+by)\s+(?P<who>[^:,)]+)[:)]?", re.IGNORECASE)
_CLAIM = re.compile(r"(?P<who>[A-Z][\w\s]+?)\s+claim:", re.IGNORECASE)
_BEHIND = re.compile(
    r"\((?:the\s+)?(?P<who>[^(),]+?)(?:['’]s?)?\s+(?:claims?|figures?|estimates?|counts?|tally|sources?|accounts?)\)", re.IGNORECASE
)
_PIECE = re.compile(r"(?:[^,;\n]|,(?=\d{3}\b))+")
_OUTCOMES: dict[Outcome, re.Pattern[str]] = {
    "killed": re.compile(r"\b(?:killed|dead|deaths?|fatalit\w+|kia)\b", re.IGNORECASE),
    "injured": re.compile(r"\b(?:injured|wounded|wia|hurt|injuries)\b", re.IGNORECASE),
    "captured": re.compile(r"\b(?:captured|arrested|detained|prisoners|pow)\b", re.IGNORECASE),
    "missing": re.compile(r"\b(?:missing|mia)\b", re.IGNORECASE),
}


_AND = re.compile(r"\band\s+$", re.IGNORECASE)
_NUMBER = re.compile(r"\d+$")


class Loss(Struct, frozen=True):
    """One counted group of a line of losses, `[start, end)` its words in the document; `counter` says who counts where the line does."""

    start: int
    end: int
    outcome: Outcome
    quantity: Quantity
    group: str
    category: Category
    counter: str | None = None


def losses(document: Document, line: Block) -> Iterator[Loss]:
    """The counted groups of one line, in order; bare numbers are of the people of the side whose line it is."""
    counter: str | None = None
    side = _side(document, line)
    colon = document.text.find(":", line.start, line.end)
    first = colon + 1 if 0 <= colon - line.start <= 40 else line.start
    for match in _PIECE.finditer(document.text, first, line.end):
        piece = match.group()
        named = _PER.search(piece) or _CLAIM.search(piece)
        if named is not None:
            counter = named["who"].strip()
        read = _read(piece)
        if read is not None:
            outcome, quantity, group = read
            start = match.start() + len(piece) - len(piece.lstrip())
            behind = _BEHIND.search(piece)  # "30 killed (rebel claim)"
            own = behind["who"].strip() if behind is not None else counter
            yield Loss(start, match.end(), outcome, quantity, group, category_of(group) if group else side, own)


def _read(piece: str) -> tuple[Outcome, Quantity, str] | None:
    labelled = piece.rfind(":") + 1  # "September 2021: 202 soldiers killed"
    piece = piece[labelled:] if find_quantities(piece[labelled:]) else piece
    spans = find_quantities(piece)
    outcome = next((name for name, pattern in _OUTCOMES.items() if pattern.search(piece)), None)
    if outcome is None or not spans or spans[0].quantity.rule == "toll.none":
        return None
    group = _OUTCOMES[outcome].split(piece[spans[0].end :], maxsplit=1)[0].strip()
    beside = [s for s in spans[1:] if _AND.search(piece[: s.start]) and s.end < spans[0].end + len(group)]
    if beside:  # "3 soldiers and 18 civilians killed"
        return outcome, add([s.quantity for s in (spans[0], *beside)]), ""
    return outcome, spans[0].quantity, group


def _side(document: Document, line: Block) -> Category:
    """The category of the side whose losses a line gives, by the party that the box names in the same place."""
    number = _NUMBER.search(line.key)
    if number is None:
        return "unknown"
    parties = (b for b in document.blocks if b.kind == "infobox" and b.key == f"combatant{number[0]}")
    return next((category_of(document.text[b.start : b.end]) for b in parties), "unknown")


def category_of(group: str) -> Category:
    """The category of a group's words, by the table of groups; "unknown" where none of them is in it."""
    table: dict[str, Category] = {w: c for c, words in mapping("groups")["groups"].items() for w in words}
    return next((table[k] for w in reversed(group.lower().split()) for k in (w, w.rstrip("s")) if k in table), "unknown")
