"""Boilerplate: what a page puts around a report (menus, cookie notices, calls to share and subscribe, lists of other reports) goes.

Invariant: a sentence with a number and a word of harm, force or politics is never taken away, wherever it stands; what goes is
named in the vocabulary `boilerplate`. A line is taken apart only where one of its phrases occurs in it.
"""

import re
from collections.abc import Sequence

from msgspec import structs

from thucydides.reading.facts import holds_facts, is_sentence
from thucydides.reading.page import Line
from thucydides.reading.phrases import PHRASE, bare, folded, phrases
from thucydides.sentences import split

TAIL_FROM = 0.4
"""A page's foot (comments, privacy notices) begins no earlier than after so much of its lines."""
RELATED_LINES = 15
"""A list of other reports is taken to be no longer than so many lines."""
REMARKS_FROM = 0.25
"""The share of a page's lines behind which its readers may speak."""
HEADLINE_WORDS = 25
"""A line with more words is no headline, so it ends such a list."""

_BARS = re.compile(r"\s+[|·•»›]\s+|\s*\|\s*")
MENU_WORDS = 3
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
"""A year, which no menu names: "Security | 16-04-2017, 18:55" dates the report."""
_LISTED = re.compile(r"^\^|\b(?:Retrieved|Archived|Accessed)\b|\bISBN\b|\bdoi:|[\"“][^\"”]{8,}[\"”]\.? \S", re.I)
"""A line of a list of sources: marked, with a title in quotation marks, or with the words of citation styles."""
_WORD = re.compile(r"[^\W_]")


def cleaned(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that belong to the report, each without the furniture in it; order stands."""
    kept: list[Line] = []
    gap = False
    related = 0
    tail = False
    closing = 0
    known = phrases()
    everything = folded("\n".join(line.text for line in lines))
    cues = [cue for cue in known.cues if cue in everything]
    for at, line in enumerate(lines):
        if at >= REMARKS_FROM * len(lines) and known.remarks.match(line.text):
            break  # rule `read.remarks`
        gap = gap or line.gap
        text = _stripped(line, cues)
        words = bare(line.text)
        if line.kind == "heading" and line.level:
            closing = line.level if words in known.closings else closing if line.level > closing else 0
            if words in known.closings:
                continue
        if closing and (_LISTED.search(text) or not (is_sentence(text) and holds_facts(text))):
            continue
        if line.kind not in ("infobox", "table"):
            if words in known.tails or words in known.related:
                tail = tail or (words in known.tails and at >= TAIL_FROM * len(lines))
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
    known = phrases()
    if len(sentence) > PHRASE:
        return False
    if bare(sentence) in known.whole:
        return True
    if not known.openings.match(sentence) and not known.shapes.match(sentence):
        return False
    return not (is_sentence(sentence) and holds_facts(sentence))


_FOOTNOTE = re.compile(r"(?:\d{1,3}\.?\s*)?[\^↑]\s*(?=[\"“‘'\w\[(])")
"""How a footnote of an encyclopedia's page begins, with its way back to the text: '1. ^ "Blast kills 12". Agency.'"""


def _stripped(line: Line, cues: Sequence[str]) -> str:
    """The line's text without furniture; "" where nothing else is in it. Only a line with one of the cues is taken apart."""
    known = phrases()
    text = line.text.strip()
    if _FOOTNOTE.match(text):
        return ""
    if not _WORD.search(text) or bare(text) in known.whole:
        return "" if line.kind != "table" else text
    if line.kind in ("infobox", "table"):
        return known.notes.sub("", text)
    if _menu(text):
        return ""
    if head := known.heads.match(text):
        text = text[head.end() :]
    if "[" in text:
        text = known.notes.sub("", text)
    lower = folded(text)
    if not any(cue in lower for cue in cues):
        return "" if len(text) <= PHRASE and furniture(text) and len(split(text)) == 1 else text
    sentences = split(text)
    if len(sentences) == 1:
        return "" if furniture(text) else text
    wanted = [sentence for sentence in sentences if not furniture(sentence)]
    return text if len(wanted) == len(sentences) else " ".join(wanted).strip()


def _menu(text: str) -> bool:
    """Whether a line is a menu: short labels between bars or dots, half of them at least words that pages have in their menus."""
    parts = [bare(part) for part in _BARS.split(text) if part.strip()]
    if len(parts) < 2 or any(len(part.split()) > MENU_WORDS for part in parts) or _DATED.search(text):
        return False
    known = phrases()
    return 2 * sum(part in known.whole or part in known.edges for part in parts) >= len(parts)


def _trimmed(lines: list[Line]) -> tuple[Line, ...]:
    """Without the labels that stand before the first and after the last sentence."""
    edges = phrases().edges
    sentences = [at for at, line in enumerate(lines) if is_sentence(line.text) or line.kind in ("infobox", "table")]
    first, last = (sentences[0], sentences[-1]) if sentences else (len(lines), -1)
    return tuple(
        line for at, line in enumerate(lines)
        if first <= at <= last or line.kind in ("heading", "bullet") or bare(line.text) not in edges
    )  # fmt: skip
