"""Compose: a brief put together from a record, in the order in which an analyst reads."""

from collections.abc import Iterable

from thucydides.nouns import Record
from thucydides.publishing import days, words
from thucydides.publishing.briefing.changed import changed
from thucydides.publishing.briefing.choosing import principal
from thucydides.publishing.briefing.citing import Citing
from thucydides.publishing.briefing.disputes import disputes
from thucydides.publishing.briefing.events import events
from thucydides.publishing.briefing.missing import missing
from thucydides.publishing.briefing.parts import Brief, Line, Section
from thucydides.publishing.briefing.summary import summary
from thucydides.publishing.briefing.voices import voices
from thucydides.publishing.index import Index
from thucydides.publishing.options import Options


def compose(record: Record, options: Options | None = None) -> Brief:
    """The brief of a record; what changed is told where the options bring the revision before."""
    index = Index(record, options)
    citing = Citing(index)
    chosen = principal(index)
    parts = (
        ("Summary", summary(index, citing, chosen)),
        ("What happened", events(index, citing, chosen)),
        ("Who says what", voices(index, citing, chosen)),
        ("What is disputed", disputes(index, citing, chosen)),
        ("What is missing", missing(index, citing)),
        ("What changed", changed(index, citing)),
    )
    sections = tuple(s for heading, lines in parts if (s := _section(heading, lines)).lines)
    return Brief(record.title, _scope(index), sections, citing.notes, citing.sources)


def _section(heading: str, lines: Iterable[Line | None]) -> Section:
    return Section(heading, tuple(line for line in lines if line is not None))


def _scope(index: Index) -> str:
    """What the brief is made from, and which part of the record it tells."""
    record = index.record
    published = [d.published for d in record.documents if d.published and d.published.earliest and d.published.latest]
    text = f"From {words.count(len(record.documents), 'document')}"
    if published:
        first = min(p.earliest for p in published if p.earliest)
        last = max(p.latest for p in published if p.latest)
        text += f" of {days.day(first)}" + (f" to {days.day(last)}" if first != last else "")
    return f"{text}, revision {record.revision:,} of the record. {index.options.status}"
