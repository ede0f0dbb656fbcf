"""iCalendar (RFC 5545): an all-day entry for each dated incident and act.

No clock is read: DTSTAMP is the day on which the newest document was published. An entry blocks no time, and is tentative where the harm is
graded weak or worse.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from thucydides import __version__
from thucydides.nouns import Incident
from thucydides.publishing import words
from thucydides.publishing.index import Index, by_time, country
from thucydides.publishing.notes import credit
from thucydides.publishing.selection import standing
from thucydides.publishing.sentences import told
from thucydides.publishing.sums import when

FIRM = ("confirmed", "fair")
CERTAIN = 2
"""Largest where_prec class of a place whose point is given: of an area the middle is no place."""
LINE = 75
"""Octets of a line at most (RFC 5545, 3.1)."""


def calendar(index: Index) -> bytes:
    """The calendar."""
    record = index.record
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Thucydides//thucydides {__version__}//EN", "CALSCALE:GREGORIAN"]
    lines += [f"X-WR-CALNAME:{_escaped(record.title)}", f"X-WR-CALDESC:{_escaped(index.options.status)}"]
    stamp = f"{_newest(index):%Y%m%d}T000000Z"
    for incident in sorted(record.incidents, key=by_time):
        lines += _entry(index, incident, stamp)
    lines.append("END:VCALENDAR")
    return "".join(folded + "\r\n" for line in lines for folded in _folded(line)).encode()


def _newest(index: Index) -> date:
    told = (d.published.latest for d in index.record.documents if d.published and d.published.latest)
    return max(told, default=date(1970, 1, 1))


def _entry(index: Index, incident: Incident, stamp: str) -> list[str]:
    value = when(incident)
    if value is None or value.earliest is None or value.latest is None:
        return []
    place = incident.assessed("place")
    where = place.place if place else None
    documents = sorted({index.mentions[m].document for m in incident.mentions if m in index.mentions})
    text = [*(s.text for s in told(index, incident)), "Sources: " + "; ".join(credit(index, d) for d in documents) + "."]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_escaped(incident.id)}@thucydides",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{value.earliest:%Y%m%d}",
        f"DTEND;VALUE=DATE:{value.latest + timedelta(1):%Y%m%d}",
        f"SUMMARY:{_escaped(incident.title)}",
        f"DESCRIPTION:{_escaped(' '.join(text))}",
        f"CATEGORIES:{_escaped(incident.event_type)},{_escaped(incident.type)}",
        f"STATUS:{'CONFIRMED' if standing(incident) in FIRM else 'TENTATIVE'}",
        "TRANSP:TRANSPARENT",
    ]
    if where is not None:
        lines.append(f"LOCATION:{_escaped(words.where(where, country(where.country)))}")
        if where.latitude is not None and where.longitude is not None and where.coarseness <= CERTAIN:
            lines.append(f"GEO:{where.latitude:.6f};{where.longitude:.6f}")
    return [*lines, "END:VEVENT"]


def _escaped(text: str) -> str:
    """A text on one line with the marks of the format escaped (RFC 5545, 3.3.11)."""
    plain = " ".join(text.split())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, none cut within a letter, all but the first led by a blank."""
    piece, room = "", LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield piece
            piece, room = " ", LINE - 1
        piece += letter
        room -= size
    yield piece
