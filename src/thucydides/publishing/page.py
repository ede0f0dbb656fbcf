"""The page as data: every section of the HTML page, ready for its template.

Invariant: all that the template shows comes from here as text, numbers and addresses within the page; the only addresses that lead
elsewhere are documents' own, and only where they are http or https.
"""

from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from thucydides import __version__
from thucydides.nouns import Aggregate, AggregateCheck, Discrepancy, Document, Gap, Incident, Record
from thucydides.publishing import basemap, rules, sums, words
from thucydides.publishing.assets import mapping
from thucydides.publishing.chart import chart, summary
from thucydides.publishing.evidence import Cell, Evidence, Ref
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.lead import lead, residue
from thucydides.publishing.map import picture, placed
from thucydides.publishing.page_incident import Entry, Line, address, entry
from thucydides.publishing.reader import Paragraph, paragraphs, slug
from thucydides.publishing.said import says

MOST_MATRIX = 40
"""Incidents up to which the page shows the table of documents against incidents."""
SELF_SAID = ("date", "place", "method", "responsibility", "report date", "number of incidents")
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
    sides: tuple[Cell, ...]
    explanation: str
    meaning: str


class Tally(Struct, frozen=True):
    """A count over many incidents against the record: what it states, what the record has, what is missing, in words and bars."""

    anchor: str
    who: str
    ref: Ref | None
    states: str
    window: str
    reading: str
    holds: str
    verdict: str
    sentence: str
    missing: str
    recorded: int
    stated: int
    incidents: tuple[tuple[str, str, str], ...]
    other: tuple[tuple[str, str], ...]
    categories: str
    short: bool


class Source(Struct, frozen=True):
    """A document as shown: its letter, names, date with basis, what it cites, and its text with passages marked."""

    anchor: str
    tag: str
    name: str
    title: str
    author: str
    path: str
    published: str
    basis: str
    language: str
    url: str
    copy_of: str
    cites: tuple[str, ...]
    words: str
    sha256: str
    incidents: tuple[int, ...]
    notes: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]


def page(record: Record) -> dict[str, Any]:
    """Everything that the template needs, by name."""
    index = Index(record)
    evidence = Evidence(index)
    ordered = sorted(record.incidents, key=by_time)
    entries = {i.id: entry(index, evidence, i) for i in ordered}
    force = [entries[i.id] for i in ordered if i.kind == "incident"]
    coarse, nowhere = placed(record)[1:]
    charts = [c for size in ((760, 230), (360, 210)) if (c := chart(record, *size))]
    found: dict[str, Any] = {
        "record": record,
        "version": __version__,
        "headlines": headlines(record),
        "lead": [Line(s.text, evidence.refs(s.passages)) for s in lead(index, harm=False)],
        "maps": [p for size in ((840.0, 0.62), (380.0, 1.05)) if (p := picture(index, *size))],
        "coarse": [_named(index, i) for i in coarse],
        "nowhere": [_named(index, i) for i in nowhere],
        "charts": charts,
        "chart_words": summary(charts[0]) if charts else "",
        "unplaced": [_named(index, i) for i in charts[0].unplaced] if charts else [],
        "years": _years(entries, ordered),
        "entries": force,
        "acts": [entries[i.id] for i in ordered if i.kind == "act"],
        "types": sorted({e.type for e in force}),
        "countries": sorted({e.country for e in force if e.country}),
        "disputes": [_dispute(index, evidence, d) for d in sorted(record.discrepancies, key=lambda d: (-d.weight, d.id))],
        "tallies": [_tally(index, evidence, a) for a in _ranked(index)],
        "gaps": [_gap(evidence, g) for g in record.gaps],
        "says": [(s, [_named(index, index.incidents[i]) for i in s.incidents], evidence.refs(s.passages)) for s in says(index)],
        "figures": [(f, evidence.cell(f.wording or f"{f.value:,g} {f.unit}", f.passage)) for f in record.figures],
        "actors": [a for a in record.actors if a.kind != "outlet"],
        "rules": rules.used(record),
        "phrases": mapping("phrases"),
        "precisions": words.PRECISIONS,
        "basemap": basemap.source(),
        "matrix": len(force) <= MOST_MATRIX,
        "words": words,
        "number": words.short,
        "quantity": words.quantity,
    }
    found["sources"] = _sources(index, evidence, entries)
    return found


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


def _named(index: Index, incident: Incident) -> tuple[str, str, str]:
    """An incident's number, title and address within the page."""
    return str(index.numbers[incident.id]), incident.title, f"#{address(incident.id)}"


def _years(entries: dict[str, Entry], ordered: list[Incident]) -> list[tuple[str, list[Entry]]]:
    years: dict[str, list[Entry]] = {}
    for incident in ordered:
        at = sums.year(incident)
        years.setdefault(str(at) if at else "No single year", []).append(entries[incident.id])
    return list(years.items())


def _dispute(index: Index, evidence: Evidence, value: Discrepancy) -> Dispute:
    phrases = mapping("phrases")
    return Dispute(
        anchor=f"x-{slug(value.id)}",
        kind=phrases["kinds"].get(value.kind, value.kind),
        attribute="" if value.kind in SELF_SAID else phrases["attributes"].get(value.attribute, value.attribute),
        incidents=tuple(_named(index, index.incidents[i]) for i in value.incidents if i in index.incidents),
        sides=tuple(evidence.cell(v.value, v.passage, note=index.source(v.passage.document)) for v in value.values),
        explanation=value.explanation,
        meaning=rules.meaning(value.rule),
    )


def _ranked(index: Index) -> list[Aggregate]:
    """Counts with the worst verdicts first, then as the record has them."""
    order = {"short": 0, "exceeded": 1, "met": 2, "not comparable": 3}
    checks = index.checks
    return sorted(index.record.aggregates, key=lambda a: (order[checks[a.id].verdict] if a.id in checks else 4, a.summary))


def _tally(index: Index, evidence: Evidence, value: Aggregate) -> Tally:
    check = index.checks.get(value.id)
    recorded = check.recorded_deaths.best if check and check.recorded_deaths and check.recorded_deaths.best is not None else 0
    stated = value.deaths.best or value.deaths.low or 0 if value.deaths else 0
    return Tally(
        anchor=f"a-{slug(value.id)}",
        who=words.sentence_case(value.counter or index.source(value.document)),
        ref=evidence.ref(value.passage),
        states=_states(value),
        window=words.when(value.window) if value.window else "no period given",
        reading=check.reading if check else "",
        holds=_holds(check) if check else "",
        verdict=mapping("phrases")["verdicts"][check.verdict] if check else "Not held against the record.",
        sentence=_missing(check),
        missing=residue(check.residual_deaths, check.residual_incidents) if check else "",
        recorded=recorded if value.deaths and check else 0,
        stated=stated if check else 0,
        incidents=tuple(_named(index, index.incidents[i]) for i in check.incidents if i in index.incidents) if check else (),
        other=tuple((o.reading, f"{_holds(o)}. {_missing(o)}") for o in check.other) if check else (),
        categories=words.listing(value.categories),
        short=bool(check and check.verdict == "short"),
    )


def _states(value: Aggregate) -> str:
    parts = [
        f"{words.quantity(value.deaths)} {'death' if value.deaths.best == 1 else 'deaths'}" if value.deaths else "",
        f"{words.quantity(value.injured)} injured" if value.injured else "",
        f"{words.quantity(value.incidents)} {'incident' if value.incidents.best == 1 else 'incidents'}" if value.incidents else "",
    ]
    return words.listing([p for p in parts if p]) or words.UNKNOWN


def _holds(check: AggregateCheck) -> str:
    incidents = words.count(check.recorded_incidents, "incident")
    deaths = f"{words.quantity(check.recorded_deaths)} killed in " if check.recorded_deaths else ""
    return f"{deaths}{incidents}"


def _missing(check: AggregateCheck | None) -> str:
    if check is None:
        return ""
    missing = residue(check.residual_deaths, check.residual_incidents)
    return f"Unaccounted for: {missing}." if missing else mapping("phrases")["verdicts"][check.verdict]


def _gap(evidence: Evidence, value: Gap) -> dict[str, Any]:
    return {
        "anchor": f"g-{slug(value.id)}",
        "question": value.question,
        "missing": residue(value.deaths, value.incidents),
        "reading": value.reading,
        "likely": value.likely,
        "ref": evidence.ref(value.passage),
    }


def _sources(index: Index, evidence: Evidence, entries: dict[str, Entry]) -> list[Source]:
    """Last of all, so that every passage that the page refers to is known and marked."""
    ends: dict[str, list[tuple[int, int, str]]] = {}
    told: dict[str, set[int]] = {}
    for incident in index.record.incidents:
        for mention in (index.mentions[m] for m in incident.mentions if m in index.mentions):
            number = entries[incident.id].number
            told.setdefault(mention.document, set()).add(number)
            for passage in mention.passages[:1]:
                evidence.ref(passage)
                ends.setdefault(mention.document, []).append((passage.end, number, address(incident.id)))
    return [_source(index, evidence, d, ends.get(d.id, []), told.get(d.id, set())) for d in index.record.documents]


def _source(index: Index, evidence: Evidence, d: Document, ends: list[tuple[int, int, str]], told: set[int]) -> Source:
    return Source(
        anchor=f"d-{slug(d.id)}",
        tag=evidence.tags[d.id],
        name=index.source(d.id),
        title=d.title or "",
        author=d.author or "",
        path=d.path,
        published=words.when(d.published) if d.published else "no date of publication",
        basis=mapping("phrases")["bases"].get(d.published.basis, "") if d.published else "",
        language=d.language or "",
        url=safe(d.url),
        copy_of=index.source(d.copy_of) if d.copy_of else "",
        cites=tuple(dict.fromkeys(c.outlet for c in index.citations_of.get(d.id, ()))),
        words=f"{len(d.text.split()):,}",
        sha256=d.sha256,
        incidents=tuple(sorted(told)),
        notes=d.notes,
        paragraphs=paragraphs(d, evidence.passages[d.id], ends),
    )


def safe(url: str | None) -> str:
    """A document's address where a page may link to it (http, https with a host); empty else."""
    try:
        parts = urlsplit((url or "").strip())
        return parts.geturl() if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""
