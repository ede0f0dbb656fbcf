"""Phrases: the words by which pages are known to be pages, out of the vocabulary `boilerplate`, as sets and patterns."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from thucydides.vocabulary import mapping

WHOLE = 120
"""No phrase that stands for a whole line is longer."""
PHRASE = 600
"""A longer sentence is no phrase of a page's."""

_SLOTS = {
    "{name}": (
        r"(?-i:(?:[A-Z0-9][\w.'’&/+-]*|of|and|the|a|by|for|in|division|de|la|del|des|et|y|&|[/|,-]|\([A-Z][\w. ]*\))"
        r"(?:,?\s+|(?=[|/).])|$)){1,12}\.?"
    ),
    "{year}": r"(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)",
    "{site}": r"(?:(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co|tv|info|news|uk|us|eu|de|fr|ru|ua)\b)",
    "{contact}": r"(?:[\w.+-]{0,64}@[\w.-]{2,64}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|https?://[^\s;,|]+)",
    "{any}": r"(?:[^\d.!?]{0,60})",
}
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"\s+")


class Phrases(NamedTuple):
    whole: frozenset[str]
    edges: frozenset[str]
    related: frozenset[str]
    tails: frozenset[str]
    remarks: re.Pattern[str]
    closings: frozenset[str]
    openings: re.Pattern[str]
    shapes: re.Pattern[str]
    cues: tuple[str, ...]
    heads: re.Pattern[str]
    notes: re.Pattern[str]


def _alternatives(phrases: Sequence[str]) -> str:
    """A pattern of any of the phrases, the longest first, as whole words."""
    ends = {True: r"(?!\w)", False: ""}
    return "|".join(
        re.escape(phrase).replace("\\ ", r"\s+").replace("'", "['’]") + ends[phrase[-1].isalnum()]
        for phrase in sorted(phrases, key=lambda one: (-len(one), one))
    )


@cache
def phrases() -> Phrases:
    vocabulary = mapping("boilerplate")
    shapes = []
    for shape in vocabulary["shapes"]:
        for slot, pattern in _SLOTS.items():
            shape = shape.replace(slot, pattern)
        shapes.append(shape)
    openings = _alternatives(vocabulary["openings"])
    return Phrases(
        frozenset(bare(one) for one in vocabulary["whole"]),
        frozenset(bare(one) for one in vocabulary["edges"]),
        frozenset(bare(one) for one in vocabulary["related"]),
        frozenset(bare(one) for one in vocabulary["tails"]),
        re.compile(rf"\W*(?:\d+ )?(?:{_alternatives(vocabulary['remarks'])})", re.I),
        frozenset(bare(one) for one in mapping("reading_wikitext")["tails"]),
        re.compile(rf"[\W_]*(?:{openings})", re.I),
        re.compile(rf"[\s*|•]*(?:{'|'.join(shapes)})[\s.|]*$", re.I),
        tuple(sorted({*(one.casefold() for one in vocabulary["openings"]), *vocabulary["cues"]})),
        re.compile(rf"\W*(?:{_alternatives(vocabulary['heads'])})[\s:.|–—-]*", re.I),
        re.compile(rf"(?<=[\w.,;:!?\]”\"'’)])\[(?:\d{{1,3}}|[a-z]|(?:note|nb) \d+|{_alternatives(vocabulary['notes'])})\]", re.I),
    )


def bare(text: str) -> str:
    """A line for comparison: lower case, no marks at its ends, no commas, colons or bars, single spaces; "" for a long line."""
    if len(text) > WHOLE:
        return ""
    return _SPACES.sub(
        " ", _EDGES.sub("", text.casefold()).replace(",", " ").replace("|", " ").replace(":", " ").replace("’", "'")
    ).strip()


def folded(text: str) -> str:
    """A text for the search of phrases: lower case, straight apostrophes."""
    return text.casefold().replace("’", "'")
