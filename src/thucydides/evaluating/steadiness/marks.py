"""Marks: straight quotation marks and apostrophes for curly ones, long dashes for short, and the other way round."""

import re
from collections.abc import Iterator

from thucydides.evaluating.steadiness.edits import Edit

_MARK = re.compile(r"[\"'“”‘’]|(?<= )[-–—](?= )|(?<=\w)—(?=\w)")
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
_DASHES = {"-": "–", "–": "—", "—": "-"}


def exchanged(text: str) -> Iterator[Edit]:
    """The edits that turn every quotation mark and every dash with room around it into another of its kind."""
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark in _DASHES:
            spaced = text[at - 1 : at].isspace()
            yield Edit(at, at + 1, _DASHES[mark] if spaced else " – ")
        elif mark in _STRAIGHT:
            yield Edit(at, at + 1, _STRAIGHT[mark])
        else:
            opens = at == 0 or text[at - 1] in " (["
            yield Edit(at, at + 1, ("“" if opens else "”") if mark == '"' else ("‘" if opens else "’"))
