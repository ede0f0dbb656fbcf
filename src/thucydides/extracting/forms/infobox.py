"""Infobox: the casualty lines of a conflict's infobox as aggregates, with who counts them.

Invariant: an infobox line counts over the whole conflict, so it is an aggregate marked `summary`, never a mention.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from thucydides.extracting.forms.losses import losses
from thucydides.extracting.quantities import find_quantities
from thucydides.extracting.spans import days_wide
from thucydides.grounding.actors.actors import demonym_country
from thucydides.grounding.places import ground_places
from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.grounding.times.shifts import by_length
from thucydides.nouns import Aggregate, DateRange, Document, Passage, Place, Quantity
from thucydides.vocabulary import mapping


def _conflict(document: Document) -> tuple[DateRange | None, Passage | None, Place | None]:
    names = mapping("reading_records")["fields"]
    window, where, area = None, None, None
    for block in document.blocks:
        if block.kind != "infobox":
            continue
        key = block.key.lower()
        if key in names["date"] and window is None:
            times = find_times(document.text[block.start : block.end])
            if times:
                window = _span([resolve(t, Anchor(document=document.published, incident=None)) for t in times])
                where = Passage(document.id, block.start + times[0].start, block.start + times[-1].end)
        elif key in names["place"] and area is None:
            area = next(
                (r.place for r in ground_places(document) if block.start <= r.passage.start < block.end and r.place is not None),
                None,
            )
    return window, where, area


def _span(days: Sequence[DateRange | None]) -> DateRange | None:
    """From the first to the last of the days of a field ("27 January, 3 June and 14-20 September 2022"); the first where all are of one."""
    known = [(d.earliest, d.latest, d) for d in days if d is not None and d.earliest is not None and d.latest is not None]
    if not known or len({(first, last) for first, last, _ in known}) == 1:
        return days[0]
    earliest, latest = min(k[0] for k in known), max(k[1] for k in known)
    edtf = f"{earliest.isoformat()}/{latest.isoformat()}"
    return replace(known[0][2], edtf=edtf, earliest=earliest, latest=latest, precision=by_length(earliest, latest))


def infobox_aggregates(document: Document) -> tuple[Aggregate, ...]:
    """An aggregate for each counted group of the casualty lines; deaths and injured of one group are one aggregate.

    The infobox of one incident gives its toll instead (`boxed`).
    """
    lines = [b for b in document.blocks if b.kind == "infobox" and b.key.lower().startswith("casualt")]
    window, where, area = _conflict(document)
    if not lines:
        return tuple(_deaths(document, window, where, area))
    found: dict[tuple[int, str, str], Aggregate] = {}
    for line in lines:
        for loss in losses(document, line):
            if loss.outcome not in ("killed", "injured"):
                continue
            group = loss.group
            nationality = next((c for w in group.split() if (c := demonym_country(w)) is not None), None)
            key = (line.start, loss.counter or "", group.lower())
            old = found.get(key)
            begin = old.passage.start if old is not None else loss.start
            found[key] = Aggregate(
                id=old.id if old is not None else f"{document.id}:{loss.start}:infobox",
                document=document.id,
                passage=Passage(document.id, begin, loss.end),
                kind="tally",
                deaths=loss.quantity if loss.outcome == "killed" else old.deaths if old is not None else None,
                injured=loss.quantity if loss.outcome == "injured" else old.injured if old is not None else None,
                incidents=_incidents(document.text[loss.start : loss.end]),
                window=window,
                window_passage=where,
                area=area,
                counter=loss.counter,
                nationality=nationality,
                category=loss.category,
                group=group,
                summary=True,
            )
    return tuple(found[k] for k in sorted(found))


_IN_INCIDENTS = re.compile(
    r"\b(?:in|over|across)\s+(?P<count>[\w,-]+)\s+(?:\w+\s+)?(?:incidents|attacks|clashes|events|raids)\b", re.IGNORECASE
)


def _incidents(words: str) -> Quantity | None:
    """In how many incidents those of a line died: "322 killed in 535 incidents"."""
    told = _IN_INCIDENTS.search(words)
    found = find_quantities(told["count"]) if told is not None else ()
    return found[0].quantity if found and (found[0].quantity.best or 0) > 1 else None


def _deaths(document: Document, window: DateRange | None, where: Passage | None, area: Place | None) -> Iterator[Aggregate]:
    """The number of the dead in a field of its own ("Deaths: more than 1,200"), in the infobox of what lasted for weeks."""
    lasts = window is not None and (days_wide(window) > LASTS or window.latest is None)
    keys = mapping("reading_records")["fields"]["killed"]
    for block in document.blocks if lasts else ():
        if block.kind != "infobox" or block.key.lower().strip() not in keys:
            continue
        value = document.text.find(":", block.start, block.end) + 1 or block.start
        for span in find_quantities(document.text[value : block.end])[:1]:
            if span.quantity.best:
                yield Aggregate(
                    id=f"{document.id}:{value + span.start}:infobox",
                    document=document.id,
                    passage=Passage(document.id, block.start, value + span.end),
                    deaths=span.quantity,
                    window=window,
                    window_passage=where,
                    area=area,
                    summary=True,
                )
        return


LASTS = 8
"""Days from which on what an infobox is of is no one incident."""
