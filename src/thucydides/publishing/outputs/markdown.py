"""markdown: a brief to read and to paste: lead, infobox, timeline, who says what, discrepancies, open questions, sources.

Every sentence of the timeline has footnotes that name the document and quote it in at most 40 words. Text of documents is
escaped, so that it cannot become markup or a link.
"""

from collections.abc import Iterable

from thucydides.nouns import Incident, Record
from thucydides.publishing import days, sums, words
from thucydides.publishing.assets import mapping
from thucydides.publishing.escaping import markdown as escape
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.lead import countries, extent, lead, missing_words
from thucydides.publishing.notes import Note, Notes, credit
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.said import says
from thucydides.publishing.sentences import Sentence, told

INFO = FormatInfo(
    "markdown",
    ".md",
    "A brief with footnotes: lead, infobox, timeline, who says what, discrepancies, questions.",
    standard="GitHub Flavored Markdown with footnotes",
    grade="contested",
)


def write(record: Record, options: Options) -> bytes:
    """The record as Markdown with footnotes (GitHub's and Pandoc's form)."""
    index = Index(record, options)
    notes = Notes(index)
    parts = [
        f"# {escape(record.title)}\n",
        " ".join(sentence(notes, s) for s in lead(index)) + "\n",
        f"*{escape(options.status)}*\n",
        _infobox(index),
        *_timeline(index, notes),
        *_says(index, notes),
        *_discrepancies(index, notes),
        *_open(index, notes),
        *_sources(index),
        *(_note(index, n) for n in notes.all),
    ]
    return "\n".join(parts).encode() + (b"" if parts[-1].endswith("\n") else b"\n")


def marks(notes: Iterable[Note]) -> str:
    """The references to notes: "[^1][^2]"."""
    return "".join(f"[^{n.number}]" for n in notes)


def sentence(notes: Notes, value: Sentence) -> str:
    """A sentence with its footnotes."""
    return escape(value.text) + marks(notes.cite(value.passages))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _infobox(index: Index) -> str:
    force = sums.force(index.record)
    first, last = extent(force)
    dates = " to ".join(dict.fromkeys(days.day(d) for d in (first, last) if d)) or days.NO_DATE
    parties = dict.fromkeys(name for i in force for _, name, role in i.actors if role in ("party", "perpetrator", "target"))
    rows = [("Conflict", index.record.title), ("Date", dates), ("Place", words.listing(countries(index)) or words.NO_PLACE)]
    rows += [("Parties named", words.listing(list(parties)) or words.UNKNOWN), ("Incidents", f"{len(force):,}")]
    for outcome in words.OUTCOMES:
        total = sums.total(force, outcome)
        if total.counted:
            spread = f" (in {total.counted:,} of {len(force):,} incidents; unknown in {total.unknown:,})"
            rows.append((words.sentence_case(outcome), total.words + (spread if total.unknown else "")))
    rows.append(("Documents", f"{len(index.record.documents):,}, revision {index.record.revision:,} of the record"))
    body = "\n".join(_row((f"**{name}**", escape(value))) for name, value in rows)
    return f"| | |\n|---|---|\n{body}\n"


def _timeline(index: Index, notes: Notes) -> list[str]:
    years: dict[str, list[Incident]] = {}
    for incident in sorted(index.record.incidents, key=by_time):
        at = sums.year(incident)
        years.setdefault(str(at) if at else "Year unknown or more than one", []).append(incident)
    parts = ["## Timeline\n"]
    for year, incidents in years.items():
        parts.append(f"### {year}\n")
        parts += [f"- {' '.join(sentence(notes, s) for s in told(index, i))}" for i in incidents]
        parts.append("")
    return parts


def _says(index: Index, notes: Notes) -> list[str]:
    found = says(index)
    if not found:
        return []
    rows = [_row((*map(escape, (s.who, s.through, s.what, s.of)), marks(notes.cite(s.passages)))) for s in found]
    return ["## Who says what\n", _row(("Who", "Through", "Says", "Of", "Where")), "|---|---|---|---|---|", *rows, ""]


def _discrepancies(index: Index, notes: Notes) -> list[str]:
    found = sorted(index.record.discrepancies, key=lambda d: (-d.weight, d.id))
    if not found:
        return []
    parts = ["## Discrepancies\n"]
    for d in found:
        sides = "; ".join(
            f"{escape(v.value)} ({escape(index.source(v.passage.document))}){marks(notes.cite([v.passage]))}" for v in d.values
        )
        kind = mapping("phrases")["kinds"].get(d.kind, d.kind)
        of = words.listing([index.incidents[i].title for i in d.incidents if i in index.incidents][:3])
        subject = escape(d.attribute) + (f" ({escape(of)})" if of else "")
        parts.append(f"- **{escape(kind)}** on {subject}: {sides}. {escape(d.explanation)}")
    return [*parts, ""]


def _open(index: Index, notes: Notes) -> list[str]:
    parts = ["## Open questions\n"] if index.record.gaps else []
    for gap in index.record.gaps:
        missing = missing_words(gap)
        tail = [f"Missing here: {missing}." if missing else "", f"Time taken: {gap.reading}." if gap.reading else "",
                f"Look for {gap.likely}." if gap.likely else ""]
        parts.append(" ".join([f"- {escape(gap.question)}{marks(notes.cite([gap.passage]))}", *(escape(t) for t in tail if t)]))
    if index.record.answers:
        parts.append("\n## Questions answered\n")
    for answer in index.record.answers:
        asked = f"Revision {answer.asked} asked: {answer.question}"
        parts.append(f"- {escape(asked)}{marks(notes.cite([answer.passage]))} {escape(answer.words)}")
    return [*parts, ""] if parts else []


def _sources(index: Index) -> list[str]:
    parts = ["## Sources\n"]
    for d in index.record.documents:
        basis = mapping("phrases")["bases"][d.published.basis] if d.published else ""
        published = f"{days.published(d.published)} ({basis})" if d.published else "no date"
        title = f"“{d.title}”" if d.title else None
        named = ", ".join(escape(x) for x in (d.author, d.outlet, title, published, d.path) if x)
        parts.append(f"- {named}" + (f"; a copy of {escape(index.source(d.copy_of))}" if d.copy_of else ""))
    parts += [f"- not read: {escape(u.path)}: {escape(u.reason)}" for u in index.record.unread]
    return [*parts, ""]


def _note(index: Index, note: Note) -> str:
    return f"[^{note.number}]: {escape(credit(index, note.passage.document))}: “{escape(note.quote)}”"
