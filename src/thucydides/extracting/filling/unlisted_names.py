"""Unlisted names: the capitalised names with the words of a deed, at the head of its entry or before a place, that were not understood.

Invariant: names of roads, buildings, bodies and times are none, nor is a name that the gazetteer gave a meaning; a stray is one again.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.forms.heads_within import Head, after_day, head_before, heads_within
from thucydides.extracting.tellings.strays import RULE as STRAY
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import Document, Passage, PlaceRef
from thucydides.vocabulary import mapping

NEAR = 60
"""Characters between a name and the place that it is told as near."""
REACH = 160
"""Characters between the word of the deed and a name told with it at most."""
_KIND = (
    r"(?:(?:town|village|city|hamlet|community|suburb|township|outskirts|settlement|neighbou?rhood|area|section|district)s? of )"
)
_WORD = r"(?:[A-Z][\w’'-]*[a-z][\w’'-]*|(?:al|el|an|ash|ad|ar|at)-[A-Z][\w’'-]+)"
_NAME = rf"(?:(?:St|Ste|Mt|Ft)\. )?{_WORD}(?:\s(?:{_WORD}|de|del|la)){{0,3}}"
_INTO = "stormed|raided|invaded|overran|shelled|ransacked|sacked|looted|besieged|entered"
AT = re.compile(
    rf"\b(?:(?:in|near|outside|around|{_INTO})\s+(?:the\s+)?{_KIND}?|the\s+{_KIND})({_NAME})"
    r"(?![\w’'-])(?! \w+(?<!\bwa)(?<!\bi)(?<!\bha)(?<!\ba)s\b)"
)
KNOWN_AT = re.compile(rf"\b(?:in|near|outside|around|at|inside|between)\s+(?:the\s+)?{_KIND}?({_NAME})(?![\w’'-]|\s[‘'ʻ`]?[A-Z])")
_BRACKETED = re.compile(rf"({_NAME}) \(([^()\n]{{6,160}})\)")
_DAY = re.compile(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*")
_BY = re.compile(r"\b(?:near|of|from|outside|close to)\b")
_HEAD = re.compile(rf"({_NAME})(?:\s?\([^()\n]{{2,40}}\))?\s*[:–—]\s")
HEAD = 60
"""Characters in which the head of an entry stands."""
_OF_BODY = re.compile(rf"({_NAME}) (?:police|officials|authorities|residents|villagers|firefighters|deputies|inhabitants|locals)\b")
_PEOPLE_OF = re.compile(
    rf"\b(?:residents|villagers|inhabitants|locals|townspeople|people|elders|survivors|farmers|police|officials|authorities)"
    rf" (?:of|from|in|living in) (?:the )?{_KIND}?({_NAME})(?:,| said\b| told\b| say\b| reported\b| recounted\b)"
)


@cache
def _no_places() -> frozenset[str]:
    words = mapping("places")["unlisted_never"]
    return frozenset(str(w).lower() for w in words)


def _may_be(words: list[str]) -> bool:
    """Whether capitalised words can name a place."""
    plain = words[1:] if words[0].endswith(".") else words
    owner = words[-1].endswith(("'s", "’s"))  # "in Garza's death"
    return not owner and not any(w.lower() in _no_places() for w in plain) and words[-1].lower() not in ("de", "del", "la")


def _apart(start: int, cue: int, document: Document, around: Surroundings, own: TimeExpression | None) -> bool:
    """Whether a name before the word of a deed belongs to another deed of the sentence, which ends or is dated between the two; the deed's
    `own` time parts them not."""
    return start < cue and (";" in document.text[start:cue] or any(t != own for t in around.times_in(start, cue)))


def _names(
    pattern: re.Pattern[str], document: Document, start: int, end: int, taken: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The characters of the names that a pattern finds in `[start, end)`, a day behind them left out, and none that was understood."""
    found = []
    for match in pattern.finditer(document.text, start, end):
        name = _DAY.sub("", match[1])
        first, last = match.start(1), match.start(1) + len(name)
        if _may_be(name.split()) and not any(a < last and first < b for a, b in taken):
            found.append((first, last))
    return found


def _taken(around: Surroundings) -> list[tuple[int, int]]:
    known = [p for p in around.places if p.ref.place is not None or not p.ref.reason.startswith((STRAY, "no "))]
    return [(x.start, x.end) for items in (known, around.times, around.actors) for x in items]


def told_at(document: Document, draft: Draft, around: Surroundings, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, str]]:
    """The unlisted names with the words of the deed, the nearest to it first, sentence by sentence."""
    taken = _taken(around)
    for item in sorted(draft.items, key=lambda i: (i.telling.kind == "title", i.telling.order)):
        telling = item.telling
        names = _names(pattern, document, telling.start, telling.end, taken)
        cue = telling.cue[0]
        near = sorted(
            (start < cue, abs(start - cue), start, end)
            for start, end in names
            if abs(start - cue) <= REACH and not _apart(start, cue, document, around, telling.time)
        )
        for *_, start, end in near:
            yield Passage(document.id, start, end), document.text[start:end]


def at_head(document: Document, draft: Draft, around: Surroundings) -> tuple[Passage, str] | None:
    """The unlisted name with which the entry opens that tells of a deed: "• Zangba: attack of 4 May"."""
    for item in sorted(draft.items, key=lambda i: i.telling.order):
        block = next((b for b in document.blocks if b.start <= item.telling.start < b.end), None)
        if block is None or block.kind not in ("bullet", "paragraph"):
            continue
        opened = after_day(document, block, around)
        heads = [Head(opened, block.end), *heads_within(document, block, around)]
        head = head_before(heads, max(item.telling.start, opened))
        if head is not None:
            for first, last in _names(_HEAD, document, head.start, min(block.end, head.start + HEAD), _taken(around)):
                if first == head.start:
                    return Passage(document.id, first, last), document.text[first:last]
    return None


def bracketed(document: Document, draft: Draft, around: Surroundings) -> Iterator[tuple[Passage, str]]:
    """The unlisted names behind which the deed is told in brackets: "at Seyfa (4 May, 31 dead) and Barro (9 May, 12 dead)"."""
    taken = _taken(around)
    for item in sorted(draft.items, key=lambda i: i.telling.order):
        for match in _BRACKETED.finditer(document.text, item.telling.start, item.telling.end):
            first, last = match.span(1)
            known = any(a < last and first < b for a, b in taken)
            if match.start(2) <= item.telling.cue[0] < match.end(2) and _may_be(match[1].split()) and not known:
                yield Passage(document.id, first, last), match[1]


def before_place(document: Document, found: PlaceRef, around: Surroundings) -> tuple[Passage, str] | None:
    """The unlisted name that is told as near a place: "in Qwarbeen, south of Aleppo"."""
    start = max(0, found.passage.start - NEAR)
    for first, last in reversed(_names(AT, document, start, found.passage.start, _taken(around))):
        between = document.text[last : found.passage.start]
        if _BY.search(between) and not {".", ";"} & set(between):
            return Passage(document.id, first, last), document.text[first:last]
    return None


def of_body(document: Document, draft: Draft, around: Surroundings) -> tuple[Passage, str] | None:
    """The unlisted name that police or residents bear in an incident's sentences: "Qwarbeen residents said"."""
    for item in sorted(draft.items, key=lambda i: i.telling.order):
        start, end, taken = item.telling.start, item.telling.end, _taken(around)
        for first, last in (*_names(_OF_BODY, document, start, end, taken), *_names(_PEOPLE_OF, document, start, end, taken)):
            return Passage(document.id, first, last), document.text[first:last]
    return None
