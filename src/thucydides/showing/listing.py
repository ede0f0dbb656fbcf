"""Listing: the incidents and acts of a record as a table, one a line, in the order of time."""

import sys
import textwrap
from collections.abc import Iterable

from thucydides.nouns import Incident, Record
from thucydides.publishing import sums, words
from thucydides.publishing.index import Index, by_time, country
from thucydides.showing.documents import called
from thucydides.showing.lines import columns

_NAMES: tuple[str, ...] = ("incident", "date", "place", "type", "killed", "injured", "accounts", "harm", "responsibility")
_WIDEST, _NARROWEST = 44, 14
"""Letters of a place or type shown on a terminal where not all fit, on a wide and on a narrow one."""
_GRADED = 24
"""Letters below which the grades give up their columns before a place or type is cut further."""
_STEPS = (*((n, True) for n in range(_WIDEST, _GRADED - 1, -2)), *((n, False) for n in range(_WIDEST, _NARROWEST - 1, -2)))
_LEGEND = 'Of people, "?" is unknown, which is not zero.'
_GRADES = (
    "Harm and responsibility are graded by how well they are borne out: confirmed, fair, weak, contested or discounted."
)


def listed(record: Record, width: int | None = None) -> list[str]:
    """The record's name and size, its incidents, and its acts; places and types are cut to keep to `width` where one is given."""
    lines = _listed(record, None)
    for widest, graded in _STEPS:
        if width is None or max(map(len, lines[1:]), default=0) <= width:
            break
        lines = _listed(record, widest, graded)
    legend = f"{_LEGEND} {_GRADES}" if any(line.endswith("responsibility") for line in lines) else _LEGEND
    return [*lines, "", *textwrap.wrap(legend, width or sys.maxsize)] if sums.force(record) else lines


def _listed(record: Record, widest: int | None, graded: bool = True) -> list[str]:
    index = Index(record)
    force, acts = sorted(sums.force(record), key=by_time), sorted(sums.acts(record), key=by_time)
    lines = [
        f"{record.title}: revision {record.revision}, {words.count(len(record.documents), 'document')}, "
        f"{words.count(len(force), 'incident')}, {words.count(len(acts), 'act')}, "
        f"{words.count(len(record.discrepancies), 'discrepancy', 'discrepancies')}, "
        f"{words.count(len(record.gaps), 'open question')}"
    ]
    if force:
        names = _NAMES if graded else _NAMES[:-2]
        lines += ["", *columns([_row(index, i, widest)[: len(names)] for i in force], names, frozenset({4, 5, 6}))]
    if acts:
        head = ("act", "date", "place", "type", "accounts")
        lines += ["", *columns([(*_row(index, i, widest)[:4], _row(index, i, widest)[6]) for i in acts], head, frozenset({4}))]
    return lines


def _row(index: Index, incident: Incident, widest: int | None) -> tuple[str, ...]:
    place = incident.assessed("place")
    where = place.place if place else None
    named = [where.name, country(where.country)] if where else [words.UNKNOWN]
    return (
        incident.id,
        _date(incident),
        _short(", ".join(dict.fromkeys(n for n in named if n)), widest),
        _short(words.kind(incident.type), widest),
        words.short(sums.toll(incident, "killed")),
        words.short(sums.toll(incident, "injured")),
        str(len(documents(index, incident))),
        incident.harm.grade if incident.harm else "",
        incident.responsibility.grade if incident.responsibility else "",
    )


def documents(index: Index, incident: Incident) -> tuple[str, ...]:
    """The ids of the documents that tell of an incident."""
    return tuple(sorted({index.mentions[m].document for m in incident.mentions if m in index.mentions}))


def _date(incident: Incident) -> str:
    """The date as EDTF, which sorts; what has no date is marked."""
    assessed = incident.assessed("date")
    found = assessed.date if assessed else None
    return found.edtf if found and found.edtf else "?"


def _short(text: str, widest: int | None) -> str:
    return text if widest is None or len(text) <= widest else f"{text[: widest - 1]}…"


def outlets(index: Index, ids: Iterable[str]) -> str:
    """Documents by their outlets: "AFP, Eurasianet (2)"."""
    counts: dict[str, int] = {}
    for one in ids:
        counts[called(index, one)] = counts.get(called(index, one), 0) + 1
    return ", ".join(name + (f" ({n})" if n > 1 else "") for name, n in sorted(counts.items()))
