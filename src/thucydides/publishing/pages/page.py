"""The page as data: every section of the HTML page, ready for its template.

Invariant: all that the template shows comes from here as text, numbers and addresses within the page; the only addresses that lead
elsewhere are documents' own, and only where they are http or https.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from thucydides import __version__
from thucydides.nouns import Discrepancy, Gap, Incident, Record
from thucydides.publishing import rules, sums, words
from thucydides.publishing.assets import mapping
from thucydides.publishing.briefing.choosing import period, within
from thucydides.publishing.chart import chart, summary
from thucydides.publishing.evidence import Evidence, Side
from thucydides.publishing.index import Index, by_time, subject
from thucydides.publishing.lead import lead, residue
from thucydides.publishing.maps import basemap
from thucydides.publishing.maps.frame import placed
from thucydides.publishing.maps.map import Picture, picture
from thucydides.publishing.options import Options
from thucydides.publishing.pages.incident import Entry, Line, entry, named
from thucydides.publishing.pages.sources import sources
from thucydides.publishing.pages.tally import ranked, tally
from thucydides.publishing.reader import slug
from thucydides.publishing.said import says

MOST_MATRIX = 40
"""Incidents up to which the page shows the table of documents against incidents."""
SELF_SAID = ("date", "place", "method", "nature", "responsibility", "report date", "number of incidents")
"""Kinds of discrepancy whose name says what they are about."""


class Headline(Struct, frozen=True):
    """A number of the header: the figure, what it counts, and what must be said with it."""

    figure: str
    name: str
    note: str
    words: str


class Dispute(Struct, frozen=True):
    """A discrepancy as shown."""

    anchor: str
    kind: str
    attribute: str
    incidents: tuple[tuple[str, str, str], ...]
    sides: tuple[Side, ...]
    explanation: str
    meaning: str


def page(record: Record, options: Options) -> dict[str, Any]:
    """Everything that the template of the one page needs, by name."""
    return contents(Evidence(Index(record, options)))


def _yeared(incident: Incident) -> bool:
    """Whether an incident has a date with its year; one without lies neither within a time nor long before or after it."""
    found = sums.when(incident)
    return found is not None and found.earliest is not None


def contents(evidence: Evidence) -> dict[str, Any]:
    """Everything that is shown of a record, by name; every passage shown has its way to where the document shows it."""
    index = evidence.index
    record, options = index.record, index.options
    ordered = sorted(record.incidents, key=by_time)
    entries = {i.id: entry(index, evidence, i) for i in ordered}
    force = [entries[i.id] for i in ordered if i.kind == "incident"]
    coarse, nowhere = placed(record)[1:]
    maps = [_linked(evidence, p) for size in ((840.0, 0.62), (380.0, 1.05)) if (p := picture(index, *size))]
    main = tuple(i for i in record.incidents if not _yeared(i) or within(i, *period(sums.force(record))))
    charts = [c for size in ((760, 230), (360, 210)) if (c := chart(replace(record, incidents=main), *size))]
    found: dict[str, Any] = {
        "record": record,
        "version": __version__,
        "status": options.status,
        "excerpted": not options.full_text,
        "headlines": headlines(record),
        "lead": [Line(s.text, evidence.refs(s.passages)) for s in lead(index, harm=False)],
        "maps": maps,
        "coarse": [named(evidence, i) for i in coarse],
        "nowhere": [named(evidence, i) for i in nowhere],
        "outside": [named(evidence, i) for i in maps[0].outside] if maps else [],
        "charts": charts,
        "beyond": sum(i.kind == "incident" for i in record.incidents) - sum(i.kind == "incident" for i in main),
        "chart_words": summary(charts[0]) if charts else "",
        "unplaced": [named(evidence, i) for i in charts[0].unplaced] if charts else [],
        "years": _years(entries, ordered),
        "entries": force,
        "acts": [entries[i.id] for i in ordered if i.kind == "act"],
        "types": sorted({e.type for e in force}),
        "countries": sorted({e.country for e in force if e.country}),
        "disputes": [_dispute(index, evidence, d) for d in sorted(record.discrepancies, key=lambda d: (-d.weight, d.id))],
        "tallies": [tally(index, evidence, a) for a in ranked(index)],
        "gaps": [_gap(evidence, g) for g in record.gaps],
        "answers": [(a, evidence.ref(a.passage)) for a in record.answers],
        "says": [(s, [named(evidence, index.incidents[i]) for i in s.incidents], evidence.refs(s.passages)) for s in says(index)],
        "figures": [(f, evidence.cell(f.wording or f"{words.amount(f.value)} {f.unit}", f.passage)) for f in record.figures],
        "actors": sorted((a for a in record.actors if a.kind != "outlet"), key=lambda a: (a.name, a.id)),
        "rules": rules.used(record),
        "phrases": mapping("phrases"),
        "precisions": words.PRECISIONS,
        "basemap": basemap.source(),
        "matrix": len(force) <= MOST_MATRIX,
        "words": words,
        "subject": subject,
        "number": words.short,
        "quantity": words.quantity,
    }
    found["sources"] = sources(index, evidence, {name: e.number for name, e in entries.items()})
    return found


def _linked(evidence: Evidence, drawn: Picture) -> Picture:
    """The map with the ways to its incidents."""
    return replace(drawn, chips=tuple(replace(c, href=evidence.addresses.incident(c.incident)) for c in drawn.chips))


def headlines(record: Record) -> tuple[Headline, ...]:
    """The numbers of the header, each with what is unknown about it."""
    force = sums.force(record)
    found = []
    for outcome in ("killed", "injured"):
        total = sums.total(force, outcome)
        note = f"no figure in {total.unknown:,} of {len(force):,} incidents" if total.unknown else ""
        best = f"best figure {total.best:,}" if total.counted and total.low != total.high else ""
        said = f"{total.words} {outcome}"
        found.append(Headline(total.short, outcome, "; ".join(n for n in (best, note) if n), said))
    counts = (
        (len(force), "incident", "incidents"),
        (len(record.documents), "document", "documents"),
        (len(record.discrepancies), "discrepancy", "discrepancies"),
        (len(record.gaps), "open question", "open questions"),
    )
    return (*found, *(Headline(f"{n:,}", one if n == 1 else many, "", f"{n:,}") for n, one, many in counts))


def _years(entries: dict[str, Entry], ordered: list[Incident]) -> list[tuple[str, list[Entry]]]:
    years: dict[str, list[Entry]] = {}
    for incident in ordered:
        at = sums.year(incident)
        years.setdefault(str(at) if at else "No single year known", []).append(entries[incident.id])
    return list(years.items())


def _dispute(index: Index, evidence: Evidence, value: Discrepancy) -> Dispute:
    phrases = mapping("phrases")
    return Dispute(
        anchor=f"x-{slug(value.id)}",
        kind=phrases["kinds"].get(value.kind, value.kind),
        attribute="" if value.kind in SELF_SAID else phrases["attributes"].get(value.attribute, value.attribute),
        incidents=tuple(named(evidence, index.incidents[i]) for i in value.incidents if i in index.incidents),
        sides=evidence.sides(value),
        explanation=value.explanation,
        meaning=rules.meaning(value.rule),
    )


def _gap(evidence: Evidence, value: Gap) -> dict[str, Any]:
    return {
        "anchor": f"g-{slug(value.id)}",
        "question": value.question,
        "missing": residue(value.deaths, value.incidents),
        "reading": value.reading,
        "likely": value.likely,
        "ref": evidence.ref(value.passage),
    }
