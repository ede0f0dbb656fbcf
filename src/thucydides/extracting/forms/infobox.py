"""Infobox: the casualty lines of a conflict's infobox as aggregates, with who counts them.

Invariant: an infobox line counts over the whole conflict, so it is an aggregate marked `summary`, never a mention.
"""

import re

from thucydides.extracting.quantities import find_quantities
from thucydides.grounding.actors.actors import demonym_country
from thucydides.grounding.places import ground_places
from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.nouns import Aggregate, Block, DateRange, Document, Passage, Place, Quantity
from thucydides.vocabulary import mapping

_PER = re.compile(r"(?:\b(?:as\s+)?per|according\s+to|claimed\s+by)\s+(?P<who>[^:,]+):?", re.IGNORECASE)
_CLAIM = re.compile(r"(?P<who>[A-Z][\w\s]+?)\s+claim:", re.IGNORECASE)
_KILLED = re.compile(r"\b(?:killed|dead|deaths?|fatalit\w+|kia)\b", re.IGNORECASE)
_INJURED = re.compile(r"\b(?:injured|wounded|wia|hurt|injuries)\b", re.IGNORECASE)
_PIECE = re.compile(r"[^,;\n]+")


def _piece(text: str) -> tuple[str, Quantity, str] | None:
    spans = find_quantities(text)
    outcome = "killed" if _KILLED.search(text) else "injured" if _INJURED.search(text) else None
    if outcome is None or not spans or spans[0].quantity.rule == "toll.none":
        return None
    rest = text[spans[0].end :]
    group = re.split(_KILLED if outcome == "killed" else _INJURED, rest, maxsplit=1)[0].strip()
    return outcome, spans[0].quantity, group


def _category(group: str) -> str:
    table = {w: c for c, words in mapping("groups")["groups"].items() for w in words}
    return next((table[k] for w in reversed(group.lower().split()) for k in (w, w.rstrip("s")) if k in table), "unknown")


def _conflict(document: Document) -> tuple[DateRange | None, Passage | None, Place | None]:
    window, where, area = None, None, None
    for block in document.blocks:
        if block.kind != "infobox":
            continue
        key = block.key.lower()
        if key == "date" and window is None:
            times = find_times(document.text[block.start : block.end])
            if times:
                window = resolve(times[0], Anchor(document=document.published, incident=None))
                where = Passage(document.id, block.start + times[0].start, block.start + times[0].end)
        elif key == "place" and area is None:
            area = next(
                (r.place for r in ground_places(document) if block.start <= r.passage.start < block.end and r.place is not None),
                None,
            )
    return window, where, area


def infobox_aggregates(document: Document) -> tuple[Aggregate, ...]:
    """An aggregate for each counted group of the casualty lines; deaths and injured of one group are one aggregate."""
    lines = [b for b in document.blocks if b.kind == "infobox" and b.key.lower().startswith("casualt")]
    if not lines:
        return ()
    window, where, area = _conflict(document)
    found: dict[tuple[int, str, str], Aggregate] = {}
    for line in lines:
        counter: str | None = None
        for match in _PIECE.finditer(document.text, _value_start(document, line), line.end):
            piece = match.group()
            named = _PER.search(piece) or _CLAIM.search(piece)
            if named is not None:
                counter = named["who"].strip()
            read = _piece(piece)
            if read is None:
                continue
            outcome, quantity, group = read
            start = match.start() + len(piece) - len(piece.lstrip())
            nationality = next((c for w in group.split() if (c := demonym_country(w)) is not None), None)
            key = (line.start, counter or "", group.lower())
            old = found.get(key)
            begin, end = (old.passage.start, match.end()) if old is not None else (start, match.end())
            found[key] = Aggregate(
                id=old.id if old is not None else f"{document.id}:{start}:infobox",
                document=document.id,
                passage=Passage(document.id, begin, end),
                kind="tally",
                deaths=quantity if outcome == "killed" else old.deaths if old is not None else None,
                injured=quantity if outcome == "injured" else old.injured if old is not None else None,
                window=window,
                window_passage=where,
                area=area,
                counter=counter,
                nationality=nationality,
                category=_category(group),
                group=group,
                summary=True,
            )
    return tuple(found[k] for k in sorted(found))


def _value_start(document: Document, line: Block) -> int:
    colon = document.text.find(":", line.start, line.end)
    return colon + 1 if 0 <= colon - line.start <= 40 else line.start
