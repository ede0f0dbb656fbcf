"""Heads within: places and days with a colon that open an entry amid a paragraph: "... seven dead. Inanda: nine houses looted."

Invariant: only in a paragraph that opens as an entry does itself, or that has two such heads; elsewhere a name before a colon speaks.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.nouns import Block, Document

LEAST = 2
"""So many heads make entries of a paragraph."""
_NAME = r"[A-Z][\w’'-]*(?:\s(?:[A-Z][\w’'-]*|de|da|do|del|la|el|al|of|the)){0,3}"
_DAY = r"(?:(?:[Tt]he\s)?(?:[Ss]ame|[Nn]ext|[Ff]ollowing)\s(?:day|night|evening|morning|afternoon)|[Tt]hat\s(?:night|evening|afternoon))"
_HEAD = re.compile(rf"(?:(?<=[.;!?)]\s)|^)(?P<head>{_DAY}|{_NAME}(?:\s?\([^()\n]{{2,40}}\)|,\s[\w ]{{2,24}})?):\s(?=\S)")


_NUMBER = re.compile(r"\W*(?:\d{1,3}(?:[.)]|(?:\.\d{1,2})+[.)]?)\s+)?")
"""The bullet or the number of an entry: "3. ", "2.3 "."""
_DASH = re.compile(r"\s*[–—:,|-]\s+")
LONGEST = 120
"""Characters within which the day of an entry stands."""


class Head(Struct, frozen=True):
    """The head of an entry: where it starts and ends in the document, before its colon."""

    start: int
    end: int


def heads_within(document: Document, block: Block, around: Surroundings) -> list[Head]:
    """The heads of entries in a block, in order."""
    if block.kind not in ("paragraph", "bullet"):
        return []
    found = [Head(m.start("head"), m.end("head")) for m in _HEAD.finditer(document.text[block.start : block.end])]
    found = [Head(h.start + block.start, h.end + block.start) for h in found]
    told = [h for h in found if around.places_in(h.start, h.end) or around.times_in(h.start, h.end)]
    if len(told) >= LEAST or (told and found[0].start == block.start):
        return told
    opened = next((t.start - block.start for t in around.times_in(block.start, block.end)), None)
    return found if opened is not None and opened <= OPENING else []


OPENING = 6
"""Characters from the start of a paragraph within which the day stands that it opens with."""


def head_before(heads: Sequence[Head], start: int) -> Head | None:
    """The head of the entry in which a character stands."""
    return next((h for h in reversed(heads) if h.start <= start), None)


def after_day(document: Document, block: Block, around: Surroundings) -> int:
    """Where an entry goes on behind the day that opens it, with its number and dash ("• 3 March – ")."""
    number = _NUMBER.match(document.text, block.start, block.end)
    first = number.end() if number is not None else block.start
    day = next((t for t in around.times_in(first, min(first + LONGEST, block.end)) if t.start == first), None)
    dash = _DASH.match(document.text, day.end, block.end) if day is not None else None
    return dash.end() if dash is not None else first
