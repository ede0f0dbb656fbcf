"""Quoting: a passage or the sentence around it in few words, so that outputs quote and do not republish."""

import re

from thucydides.nouns import Passage
from thucydides.sentences import ends

MOST_WORDS = 40
"""Words of a document that one quotation may hold."""
SPACES = re.compile(r"\s+")
WORD = re.compile(r"\S+")
REACH = 600
"""Characters before a passage in which its sentence may begin."""


def bounds(text: str, passage: Passage) -> tuple[int, int]:
    """The characters of the sentence or line that a passage stands in."""
    before = ends(text, max(0, passage.start - REACH), passage.start + 4)
    start = max((behind for _, behind in before if behind <= passage.start), default=0)
    end = next((behind for _, behind in ends(text, max(passage.start, passage.end - 1))), len(text))
    return max(start, passage.start - REACH), max(passage.end, end)


def sentence(text: str, passage: Passage, words: int = MOST_WORDS) -> str:
    """That sentence in at most `words` words, white space made even, so cut that it still holds the passage."""
    start, end = bounds(text, passage)
    whole = SPACES.sub(" ", text[start:end]).strip()
    if len(whole.split()) <= words:
        return whole
    inside = text[passage.start : passage.end].split()
    before, after = text[start : passage.start].split(), text[passage.end : end].split()
    if len(inside) >= words:
        return cut(" ".join(inside), words)
    room = words - len(inside)
    left = min(len(before), max(room // 2, room - len(after)))
    right = room - left
    shown = _last(text[start : passage.start], left) + text[passage.start : passage.end] + _first(text[passage.end : end], right)
    return ("… " if left < len(before) else "") + SPACES.sub(" ", shown).strip() + (" …" if right < len(after) else "")


def window(text: str, passage: Passage, words: int = MOST_WORDS) -> tuple[int, int]:
    """The characters of a passage's sentence, or of so many words of it that hold the passage or its beginning."""
    start, end = bounds(text, passage)
    spans = [(start + m.start(), start + m.end()) for m in WORD.finditer(text[start:end])]
    if len(spans) <= words:
        return (spans[0][0], spans[-1][1]) if spans else (passage.start, passage.end)
    first = next((n for n, (_, e) in enumerate(spans) if e > passage.start), 0)
    last = max(n for n, (s, _) in enumerate(spans) if s < passage.end)
    inside = last - first + 1
    if inside >= words:
        return spans[first][0], spans[first + words - 1][1]
    room = words - inside
    left = min(first, max(room // 2, room - (len(spans) - 1 - last)))
    return spans[first - left][0], spans[min(len(spans) - 1, last + room - left)][1]


def _last(text: str, words: int) -> str:
    """A text's last words with the white space around them."""
    starts = [m.start() for m in WORD.finditer(text)]
    return text[starts[-words] :] if 0 < words <= len(starts) else ""


def _first(text: str, words: int) -> str:
    """A text's first words with the white space around them."""
    ends = [m.end() for m in WORD.finditer(text)]
    return text[: ends[words - 1]] if 0 < words <= len(ends) else ""


def cut(text: str, words: int = MOST_WORDS) -> str:
    """A text's first words, white space made even, with "…" where more follows."""
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
