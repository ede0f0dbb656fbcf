"""Attributions by the form of a line: headlines ("Five killed - police"), dialogue ("NAME: words") and fields ("Per X: ...")."""

import re
from typing import TYPE_CHECKING

from thucydides.extracting.attributing.spans import Found, trimmed
from thucydides.extracting.attributing.words import words
from thucydides.extracting.texts import text_of
from thucydides.grounding.actors.actors import find_actors
from thucydides.grounding.outlets import outlet

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SPEAKER_LINE = re.compile(r"^\s*([A-Z][\w.’'-]*(?: [A-Z(][\w.’')-]*){0,4})(:)\s+(?=\S)")
_PER_LINE = re.compile(r"\b(?:[Aa]s )?([Pp]er) ([A-Z][\w’' -]{1,40}?):,? ?")
_HEADLINE_SAYS = re.compile(
    r"^\s*(.{12,}?),? ?[,–—-] (?P<source>[A-Z][^,–—:.!?]{1,40}?) (?P<cue>says?|said|reports?|claims?|warns?)$"
)
_HEADLINE_DASH = re.compile(r"^\s*(.{12,}?) (?P<cue>[–—-]) (?P<source>[A-Z][^,–—:.!?]{1,40})$")
_HEADLINE_COLON = re.compile(r"^\s*(?P<source>[A-Z][^,–—:.!?]{1,40})(?P<cue>:) (.{12,}[^.!?])$")
_SENTENCE_ENDS = tuple(".!?…\"'”’)]:")
_MIN_DIALOGUE = 5
_TOWN_WORDS = 2
_TOLD = re.compile(r",\s+(?:\w+\s+){1,4}(?:said|told|announced|reported|confirmed)\b|\baccording to\b")
"""What a report says of those it has its news from, and a speaker hardly of others."""
_MAX_HEADLINE = 30


def headline(doc: "Doc") -> list[Found]:
    """Rule `claim.headline`: a line without a full stop that ends in "– X", ", X says" or begins with "X:", X a party or an outlet."""
    if len(doc) > _MAX_HEADLINE:
        return []
    text = text_of(doc).rstrip()
    for pattern in (_HEADLINE_SAYS, _HEADLINE_DASH, _HEADLINE_COLON):
        match = pattern.match(text)
        if match is None or not _is_party(match.group("source")):
            continue
        if pattern is _HEADLINE_COLON and any(m.metonym for m in find_actors(match.group("source"))):
            continue  # "Libya: 28 dead in raid" names where it was
        source = {t.i for t in doc if match.start("source") <= t.idx < match.end("source")}
        cue = {t.i for t in doc if match.start("cue") <= t.idx < match.end("cue")}
        content = {t.i for t in doc if not match.start("source") <= t.idx < match.end("source")} - cue
        if source and cue and content:
            return [Found(source, cue, trimmed(doc, content), "asserts", "claim.headline", min(cue))]
    return []


def _is_party(wording: str) -> bool:
    """Whether a wording is a listed outlet's name or a party's, from end to end."""
    bare = wording.strip()
    return outlet(bare) is not None or any(m.start <= 4 and m.end >= len(bare) for m in find_actors(bare))


def dialogue(doc: "Doc") -> list[Found]:
    """Rule `claim.dialogue`: a paragraph "NAME: words" is what NAME says; field names and headings are nobody's words."""
    match = _SPEAKER_LINE.match(text_of(doc))
    if match is None or len(doc) < _MIN_DIALOGUE:
        return []
    source = {t.i for t in doc if match.start(1) <= t.idx < match.end(1)}
    colon = {t.i for t in doc if t.idx == match.start(2)}
    first = doc[min(source)].lower_ if source else ""
    named = all(doc[i].pos_ == "PROPN" or doc[i].is_punct for i in source)
    shouted = match.group(1).isupper() and len(match.group(1)) > 2
    if text_of(doc).rstrip()[-1:] not in _SENTENCE_ENDS:
        return []  # "Mopti: Governor buries 40 villagers" is a headline, and the name its place
    if len(match.group(1).split()) <= _TOWN_WORDS and _TOLD.search(text_of(doc), match.end()):
        return []  # "Mopti: At least 15 people died, officials said": where it was written
    if match.group(1).split()[-1].lower() in words("line_topics") or any(m.metonym for m in find_actors(match.group(1))):
        return []  # "Gaza war: ..." and "Lebanon: ..." name what is told of and where
    if first in words("line_heads") or not colon or not (shouted or (named and len(doc) > 2 * _MIN_DIALOGUE)):
        return []
    content = {t.i for t in doc if t.idx >= match.end()}
    return (
        [Found(source, colon, content, "asserts", "claim.dialogue", min(colon), quoting=True)]
        if len(content) >= _MIN_DIALOGUE
        else []
    )


def per_lines(doc: "Doc") -> list[Found]:
    """Rule `claim.per`: in fields of boxes "Per X: ..." attributes what follows, up to the next "Per", to X."""
    marks = list(_PER_LINE.finditer(text_of(doc)))
    out = []
    for i, match in enumerate(marks):
        end = marks[i + 1].start() if i + 1 < len(marks) else len(text_of(doc))
        cue = {t.i for t in doc if match.start(1) <= t.idx < match.end(1)}
        source = {t.i for t in doc if match.start(2) <= t.idx < match.end(2)}
        content = trimmed(doc, {t.i for t in doc if match.end() <= t.idx < end})
        if cue and source and content:
            out.append(Found(source, cue, content, "asserts", "claim.per", min(cue)))
    return out
