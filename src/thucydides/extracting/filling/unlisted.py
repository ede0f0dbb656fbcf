"""Unlisted: the name by which an incident's own sentences tell its place, where no gazetteer entry was found for that name.

Invariants: a name that the gazetteer gave a meaning is not looked at again; what lies behind the name stays the place that was found
without it, and the reason says so; names of roads, buildings, bodies and times are no places here.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.forms.heads_within import Head, after_day, head_before, heads_within
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.nouns import Document, Passage, PlaceRef
from thucydides.vocabulary import mapping

COARSE = 3
"""The precision class from which on a place is wide enough for a name inside it to say more."""
STANDS_FOR = 2
"""The precision of a place that a name which no gazetteer holds is taken to lie in or by."""
APPOSED = 12
"""Characters between a name and a place that it is told with."""
NEAR = 60
"""Characters between a name and the place that it is told as near."""
REACH = 160
"""Characters between the word of the deed and a name told with it at most."""
_KIND = (
    r"(?:(?:town|village|city|hamlet|community|suburb|township|outskirts|settlement|neighbou?rhood|area|section|district)s? of )"
)
_WORD = r"(?:[A-Z][\w’'-]*[a-z][\w’'-]*|(?:al|el|an|ash|ad|ar|at)-[A-Z][\w’'-]+)"
_NAME = rf"(?:(?:St|Ste|Mt|Ft)\. )?{_WORD}(?:\s(?:{_WORD}|de|del|la)){{0,3}}"
_AT = re.compile(rf"\b(?:in|near|outside|around)\s+(?:the\s+)?{_KIND}?({_NAME})(?![\w’'-])(?! \w+(?<!\bwa)(?<!\bi)(?<!\bha)(?<!\ba)s\b)")
_DAY = re.compile(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*")
_BY = re.compile(r"\b(?:near|of|from|outside|close to)\b")
_HEAD = re.compile(rf"({_NAME})(?:\s?\([^()\n]{{2,40}}\))?\s*[:–—]\s")
HEAD = 60
"""Characters in which the head of an entry stands."""
_OF_BODY = re.compile(rf"({_NAME}) (?:police|officials|authorities|residents|villagers|firefighters|deputies)\b")


@cache
def _no_places() -> frozenset[str]:
    words = mapping("places")["unlisted_never"]
    return frozenset(str(w).lower() for w in words)


def _may_be(words: list[str]) -> bool:
    """Whether capitalised words can name a place."""
    plain = words[1:] if words[0].endswith(".") else words
    owner = words[-1].endswith(("'s", "’s"))  # "in Garza's death"
    return not owner and not any(w.lower() in _no_places() for w in plain) and words[-1].lower() not in ("de", "del", "la")


def by_name(document: Document, draft: Draft, found: PlaceRef | None, around: Surroundings) -> PlaceRef | None:
    """The place told by an unlisted name (rule `place.unlisted`), else `found` as it is.

    A name counts where `found` was not said of the deed itself or is wide; another naming of it that was understood gives its place.
    """
    told = any(item.at is not None and item.at.place is not None for item in draft.items)
    if told and found is not None and found.role == "near" and (before := _before(document, found, around)) is not None:
        passage, wording = before
        return PlaceRef(passage, wording, "near", found.place, f"place.unlisted: told as near {found.wording}")
    if told and found is not None and found.place is not None and (found.place.precision or 7) < COARSE:
        return found
    named = _nearest(document, draft, around)
    if named is None and not told:
        named = _at_head(document, draft, around)
    if named is None and found is None:
        named = _of_body(document, draft, around)
    if named is None or (told and found is not None and _beside(document, found, named[0])):
        return found
    passage, wording = named
    same = next(
        (
            p.ref
            for p in around.places
            if p.ref.place is not None and p.ref.wording.partition(",")[0].casefold() == wording.casefold()
        ),
        None,
    )
    if same is not None and same.place is not None:
        return PlaceRef(
            passage, wording, "at", replace(same.place, reason=f"place.unlisted: named so elsewhere; {same.place.reason}")
        )
    if found is None or found.place is None:
        return PlaceRef(passage, wording, "at", None, f"place.unlisted: no {wording} is in the gazetteer")
    place = replace(
        found.place,
        precision=max(found.place.precision or STANDS_FOR, STANDS_FOR),
        reason=f"place.unlisted: no {wording} is in the gazetteer; the report speaks of {found.place.name}",
    )
    return PlaceRef(passage, wording, "at", place, found.reason)


def _beside(document: Document, found: PlaceRef, named: Passage) -> bool:
    """Whether a name stands right before or behind the place found: "near Hat Nam, Nam Yuen district" is told by the district."""
    first, last = sorted((found.passage, named))
    return last.start - first.end <= APPOSED and "." not in document.text[first.end : last.start]


def _apart(start: int, cue: int, document: Document, around: Surroundings) -> bool:
    """Whether a name before the word of a deed belongs to another deed of the sentence, which ends or is dated between the two."""
    return start < cue and (";" in document.text[start:cue] or bool(around.times_in(start, cue)))


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
    return [(x.start, x.end) for items in (around.places, around.times, around.actors) for x in items]


def _nearest(document: Document, draft: Draft, around: Surroundings) -> tuple[Passage, str] | None:
    """The unlisted name told nearest to the word of the deed, in the first sentence that has one."""
    taken = _taken(around)
    for item in sorted(draft.items, key=lambda i: (i.telling.kind == "title", i.telling.order)):
        telling = item.telling
        names = _names(_AT, document, telling.start, telling.end, taken)
        cue = telling.cue[0]
        near = [
            (start < cue, abs(start - cue), start, end)
            for start, end in names
            if abs(start - cue) <= REACH and not _apart(start, cue, document, around)
        ]
        if near:
            *_, start, end = min(near)
            return Passage(document.id, start, end), document.text[start:end]
    return None


def _at_head(document: Document, draft: Draft, around: Surroundings) -> tuple[Passage, str] | None:
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


def _before(document: Document, found: PlaceRef, around: Surroundings) -> tuple[Passage, str] | None:
    """The unlisted name that is told as near a place: "in Qwarbeen, south of Aleppo"."""
    start = max(0, found.passage.start - NEAR)
    for first, last in reversed(_names(_AT, document, start, found.passage.start, _taken(around))):
        between = document.text[last : found.passage.start]
        if _BY.search(between) and not {".", ";"} & set(between):
            return Passage(document.id, first, last), document.text[first:last]
    return None


def _of_body(document: Document, draft: Draft, around: Surroundings) -> tuple[Passage, str] | None:
    """The unlisted name that police or residents bear in an incident's sentences: "Qwarbeen residents said"."""
    for item in sorted(draft.items, key=lambda i: i.telling.order):
        for first, last in _names(_OF_BODY, document, item.telling.start, item.telling.end, _taken(around)):
            return Passage(document.id, first, last), document.text[first:last]
    return None
