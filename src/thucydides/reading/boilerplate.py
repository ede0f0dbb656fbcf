"""Boilerplate: what a page puts around a report (menus, cookie notices, calls to share and subscribe, lists of other reports) goes.

Invariant: a sentence with a number and a word of harm, force or politics is never taken away, wherever it stands; what goes is
named in the vocabulary `boilerplate`. A line is taken apart only where one of its phrases occurs in it.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from msgspec import structs

from thucydides.reading.facts import holds_facts, is_sentence
from thucydides.reading.page import Line
from thucydides.vocabulary import mapping

RELATED_LINES = 15
"""A list of other reports is taken to be no longer than so many lines."""
PHRASE = 600
"""A longer sentence is no phrase of a page's."""
HEADLINE_WORDS = 25
"""A line with more words is no headline, so it ends such a list."""

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
_SPLIT = re.compile(
    r"(?<=[.!?])(?<![ .][A-Z]\.)(?<!\b(?:Mr|Dr|Ms|St|Lt)\.)(?<!\b(?:Mrs|Sgt|Gen|Col|Gov|Inc|Cpl)\.)[\"'”’)\]]*\s+(?=[\"'“‘(\[A-Z0-9>©@])"
)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"\s+")
_LISTED = re.compile(r"^\^|\b(?:Retrieved|Archived|Accessed)\b|\bISBN\b|\bdoi:|[\"“][^\"”]{8,}[\"”]\.? \S", re.I)
"""A line of a list of sources: marked, with a title in quotation marks, or with the words of citation styles."""
_WORD = re.compile(r"[^\W_]")


class _Phrases(NamedTuple):
    whole: frozenset[str]
    edges: frozenset[str]
    related: frozenset[str]
    tails: frozenset[str]
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
def _phrases() -> _Phrases:
    vocabulary = mapping("boilerplate")
    shapes = []
    for shape in vocabulary["shapes"]:
        for slot, pattern in _SLOTS.items():
            shape = shape.replace(slot, pattern)
        shapes.append(shape)
    openings = _alternatives(vocabulary["openings"])
    return _Phrases(
        frozenset(bare(one) for one in vocabulary["whole"]),
        frozenset(bare(one) for one in vocabulary["edges"]),
        frozenset(bare(one) for one in vocabulary["related"]),
        frozenset(bare(one) for one in vocabulary["tails"]),
        frozenset(bare(one) for one in mapping("reading_wikitext")["tails"]),
        re.compile(rf"[\W_]*(?:{openings})", re.I),
        re.compile(rf"[\s*|•]*(?:{'|'.join(shapes)})[\s.|]*$", re.I),
        tuple(sorted({*(one.casefold() for one in vocabulary["openings"]), *vocabulary["cues"]})),
        re.compile(rf"\W*(?:{_alternatives(vocabulary['heads'])})[\s:.|–—-]*", re.I),
        re.compile(rf"(?<=[\w.,;:!?”\"'’)])\[(?:\d{{1,3}}|[a-z]|(?:note|nb) \d+|{_alternatives(vocabulary['notes'])})\]", re.I),
    )


def bare(text: str) -> str:
    """A line for comparison: lower case, no marks at its ends, no commas, colons or bars, single spaces; "" for a long line."""
    if len(text) > PHRASE:
        return ""
    return _SPACES.sub(
        " ", _EDGES.sub("", text.casefold()).replace(",", " ").replace("|", " ").replace(":", " ").replace("’", "'")
    ).strip()


def cleaned(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that belong to the report, each without the furniture in it; order stands."""
    kept: list[Line] = []
    gap = False
    related = 0
    tail = False
    closing = 0
    phrases = _phrases()
    everything = _folded("\n".join(line.text for line in lines))
    cues = [cue for cue in phrases.cues if cue in everything]
    for line in lines:
        gap = gap or line.gap
        text = _stripped(line, cues)
        words = bare(text)
        if line.kind == "heading" and line.level:
            closing = line.level if words in phrases.closings else closing if line.level > closing else 0
            if words in phrases.closings:
                continue
        if closing and (_LISTED.search(text) or not (is_sentence(text) and holds_facts(text))):
            continue
        if line.kind not in ("infobox", "table"):
            if words in phrases.tails or words in phrases.related:
                tail = tail or words in phrases.tails
                related = RELATED_LINES
                continue
            if tail and not (is_sentence(text) and holds_facts(text)):
                continue
            if (
                related
                and line.kind not in ("heading", "caption")
                and not is_sentence(text)
                and len(text.split()) <= HEADLINE_WORDS
            ):
                related -= 1
                continue
        related = 0
        if text:
            kept.append(structs.replace(line, text=text, gap=gap))
            gap = False
    return _trimmed(kept)


def furniture(sentence: str) -> bool:
    """Whether a sentence or line standing alone is the page's and not the report's."""
    phrases = _phrases()
    if len(sentence) > PHRASE:
        return False
    if bare(sentence) in phrases.whole:
        return True
    if is_sentence(sentence) and holds_facts(sentence):
        return False
    return bool(phrases.openings.match(sentence) or phrases.shapes.match(sentence))


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'")


def _stripped(line: Line, cues: Sequence[str]) -> str:
    """The line's text without furniture; "" where nothing else is in it. Only a line with one of the cues is taken apart."""
    phrases = _phrases()
    text = line.text.strip()
    if not _WORD.search(text) or bare(text) in phrases.whole:
        return "" if line.kind != "table" else text
    if line.kind in ("infobox", "table"):
        return phrases.notes.sub("", text)
    if head := phrases.heads.match(text):
        text = text[head.end() :]
    if "[" in text:
        text = phrases.notes.sub("", text)
    folded = _folded(text)
    if not any(cue in folded for cue in cues):
        return "" if len(text) <= PHRASE and not _SPLIT.search(text) and furniture(text) else text
    if not _SPLIT.search(text):
        return "" if furniture(text) else text
    sentences = _SPLIT.split(text)
    wanted = [sentence for sentence in sentences if not furniture(sentence)]
    return text if len(wanted) == len(sentences) else " ".join(wanted).strip()


def _trimmed(lines: list[Line]) -> tuple[Line, ...]:
    """Without the labels that stand before the first and after the last sentence."""
    edges = _phrases().edges
    sentences = [at for at, line in enumerate(lines) if is_sentence(line.text) or line.kind in ("infobox", "table")]
    first, last = (sentences[0], sentences[-1]) if sentences else (len(lines), -1)
    return tuple(
        line for at, line in enumerate(lines)
        if first <= at <= last or line.kind in ("heading", "bullet") or bare(line.text) not in edges
    )  # fmt: skip
