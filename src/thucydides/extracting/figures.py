"""Figures: background quantities with their units: how long a border is, how many posts stand on it, how strong a force is.

Invariants: a figure is never a toll; the value re-reads from its passage; the value in SI follows from the units table alone.
"""

import re
from collections import Counter
from functools import cache

from msgspec.structs import replace

from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.nouns import Block, Document, Figure, Passage
from thucydides.vocabulary import mapping

_NUMBER = r"(?P<value>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_APPROXIMATE = re.compile(
    r"\b(?:about|around|almost|nearly|roughly|approximately|some|over|more than|an estimated|close to)\s+$", re.IGNORECASE
)
_SINCE = re.compile(r"\bsince\b[^.,;()]{3,60}")
_DISTANCE = re.compile(
    r"\s*\)?\s*(?:\([^)]{0,25}\)\s*)?(?:from|north|south|east|west|away|off|deep|inside|wide|inland)", re.IGNORECASE
)
"""Words behind a length that is how far off something lies, and not how long it is; the same in another unit may come first."""
_CLAUSE = 90
"""Characters to each side within which the noun that a length belongs to must stand."""


@cache
def _units() -> dict[str, tuple[str, float, str, str]]:
    """Unit word -> (unit name, SI units in one, SI unit, dimension)."""
    table = {}
    for name, unit in mapping("units")["units"].items():
        for word in unit["words"]:
            table[str(word).lower()] = (name, float(unit["factor"]), str(unit["si"]), str(unit["dimension"]))
    return table


@cache
def _length() -> re.Pattern[str]:
    words = sorted((w for w, u in _units().items() if u[3] == "length" and len(w) > 1), key=len, reverse=True)
    return re.compile(
        rf"(?<![\w.,]){_NUMBER}[\s-]?(?P<unit>{'|'.join(map(re.escape, words))})\b(?P<long>[-\s]long)?", re.IGNORECASE
    )


@cache
def _counts() -> re.Pattern[str]:
    figures = mapping("figures")["figures"]
    words = sorted({w for name in ("posts", "strength") for w in figures[name]["words"]}, key=lambda w: (-len(w), w))
    number = rf"(?:{_NUMBER}|(?P<word>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds|thousands))"
    return re.compile(
        rf"(?<![\w.,$€£-]){number}\s+(?:(?:new|other|additional|more|border|military|armed|well-armed)\s+){{0,3}}"
        rf"(?P<noun>{'|'.join(map(re.escape, words))})s?\b",
        re.IGNORECASE,
    )


def _nouns(name: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, mapping("figures")["figures"][name]["words"])) + r")s?\b", re.IGNORECASE)


def _subject(around: Surroundings, start: int) -> str:
    """What a border figure belongs to: the border named nearest to it, else the two countries named nearest, by their codes in order."""
    borders = [p.ref for p in around.places if p.ref.place is not None and p.ref.place.kind == "border"]
    for ref in sorted(borders, key=lambda r: (abs(r.passage.start - start), r.passage.start)):
        codes = re.findall(r"\b[A-Z]{2}\b", (ref.place.gazetteer_id or "") if ref.place is not None else "")
        if len(codes) == 2:
            return "–".join(sorted(codes)) + " border"
    # where things happen tells more of a border than whose people are spoken of
    scenes = [p.ref.place.country for p in around.places if p.ref.place is not None and p.ref.role not in ("mentioned", "origin")]
    spoken = [p.ref.place.country for p in around.places if p.ref.place is not None]
    countries = [c for c, _ in Counter(c for c in scenes if c).most_common()]
    countries += [c for c, _ in Counter(c for c in spoken if c).most_common() if c not in countries]
    return "–".join(sorted(countries[:2])) + " border" if countries else "border"


def _lengths(document: Document, around: Surroundings, block: Block) -> list[Figure]:
    text = document.text
    found: list[Figure] = []
    for match in _length().finditer(text, block.start, block.end):
        left, right = max(block.start, match.start() - _CLAUSE), min(block.end, match.end() + _CLAUSE)
        name = next((n for n in ("front length", "border length") if _nouns(n).search(text, left, right)), None)
        if name is None or _DISTANCE.match(text, match.end()):
            continue
        unit, factor, si_unit, _ = _units()[match["unit"].lower()]
        value = float(match["value"].replace(",", ""))
        figure = Figure(
            id=f"{document.id}:{match.start()}:figure",
            document=document.id,
            passage=Passage(document.id, match.start(), match.end()),
            name=name,
            subject=_subject(around, match.start()) if name == "border length" else "front line",
            value=value,
            unit=unit,
            si_value=round(value * factor, 3),
            si_unit=si_unit,
            approximate=bool(_APPROXIMATE.search(text[max(0, match.start() - 20) : match.start()])),
            wording=match.group(),
        )
        between = text[found[-1].passage.end : match.start()] if found else "x"
        if found and len(between) <= 24 and "(" in between and found[-1].name == name:
            figure = replace(figure, same_as=found[-1].id, subject=found[-1].subject)
        found.append(figure)
    return found


def _window(around: Surroundings, text: str, start: int, end: int) -> str:
    sentence_start = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    stop = min((i for i in (text.find(". ", end), text.find("\n", end)) if i >= 0), default=len(text))
    windows = [t for t in around.times_in(sentence_start, stop) if t.window]
    if windows:
        return windows[0].wording
    since = _SINCE.search(text, sentence_start, stop)
    return since.group().strip() if since else ""


def _counted(document: Document, around: Surroundings, block: Block) -> list[Figure]:
    from thucydides.extracting.quantities import find_quantities

    text, found = document.text, []
    for match in _counts().finditer(text, block.start, block.end):
        posts = bool(_nouns("posts").search(match.group()))
        if not posts:
            cues = mapping("figures")["strength_cues"]
            before = text[max(block.start, match.start() - 60) : match.start()].lower()
            strong = (block.kind == "infobox" and block.key.lower().startswith("strength")) or re.match(
                r"[-\s]strong", text[match.end() : match.end() + 8]
            )
            if (not strong and not any(re.search(rf"\b{re.escape(c)}\b", before) for c in cues)) or re.search(
                r"\b(?:kill|wound|injur|captur|neutrali|dead|die|death)",
                text[max(block.start, match.start() - 60) : match.end() + 40],
                re.IGNORECASE,
            ):
                continue
        value = match["value"]
        number = (
            float(value.replace(",", ""))
            if value
            else next((float(q.quantity.best or 0) for q in find_quantities(match["word"])), 0.0)
        )
        if number < 2:
            continue
        noun = match["noun"].lower()
        found.append(
            Figure(
                id=f"{document.id}:{match.start()}:figure",
                document=document.id,
                passage=Passage(document.id, match.start(), match.end()),
                name="posts" if posts else "strength",
                subject=("new " if re.search(r"\bnew\b", match.group(), re.IGNORECASE) and number < 20 else "")
                + ("posts" if posts else noun),
                value=number,
                unit="count",
                si_value=number,
                si_unit="1",
                approximate=bool(_APPROXIMATE.search(text[max(0, match.start() - 20) : match.start()])),
                wording=match.group(),
                window=_window(around, text, match.start(), match.end()),
            )
        )
    return found


def find_figures(document: Document, around: Surroundings) -> tuple[Figure, ...]:
    """The figures of a document in order of their passages."""
    found: list[Figure] = []
    for block in document.blocks or (Block(0, len(document.text), "paragraph"),):
        if block.kind not in ("byline", "caption"):
            found += _lengths(document, around, block) + _counted(document, around, block)
    return tuple(sorted(found, key=lambda f: (f.passage.start, f.id)))
