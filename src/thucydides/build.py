"""Build: sources and what stands in a record become its next revision; one direction, one step after another.

Invariants: the result is the same for any order of the sources and whether they are given at once or one by one; only one
build writes a record at a time; whatever stops a build, the last whole revision stands.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec

from thucydides.nouns import Claim, Document, Extract, Incident, Mention, Record, Ruling, Unread
from thucydides.record import MissingError, Store
from thucydides.shelf import Shelf

Progress = Callable[[str, int, int], None]
"""Told of each step: its name, how much of it is done, and how much there is."""

DEFAULT_RULE = "assess.origins"
SAME_REPORT = 0.5
"""Two texts of one file name are one report, read again, where they share so much of the shorter one's runs of five words."""
KEEP_EVERY = 200
"""After so many documents read, their extracts are kept, so that a long build that was stopped goes on from there."""


def build(
    sources: Sequence[Path | str], store: Store, progress: Progress | None = None, title: str | None = None,
    rule: str = DEFAULT_RULE, warn: Callable[[str], None] | None = None,
) -> Record:  # fmt: skip
    """Read the sources, add them to what stands in the store, and save the record that all of it makes.

    `title` names the conflict from now on; without one the name given before stands, else it is made from the incidents. Where
    nothing changed, the latest revision is given back as it is. `warn` is told what a person should know, a line each. Raises
    MissingError where there is nothing to build from.
    """
    return extend(sources, store, progress, title, rule, warn)[1]


def extend(
    sources: Sequence[Path | str], store: Store, progress: Progress | None = None, title: str | None = None,
    rule: str = DEFAULT_RULE, warn: Callable[[str], None] | None = None,
) -> tuple[Record | None, Record]:  # fmt: skip
    """The same as `build`, with the revision that stood before it, None where there was none."""
    from thucydides.reconciling.answering import answered
    from thucydides.record.making import making
    from thucydides.reviewing.fitting import unfit

    tell = progress or (lambda step, done, total: None)
    with store.writing():
        revisions = store.revisions()
        last = revisions[-1] if revisions else None
        title = title or (last.given_title if last else None)
        shelf = store.shelf()
        documents, unread = gather(sources, store.documents_as_read(), store.unread(), tell, shelf)
        rulings = store.rulings()
        made = making(documents, rulings, rule, title, [f"{u.path}: {u.reason}" for u in unread])
        if last and (last.inputs, last.program, last.engine) == (made.inputs, made.program, made.engine):
            standing = store.revision(last.number)
            return standing, standing
        if not documents and last is None:
            raise MissingError(_nothing(sources, unread))
        extracts = extract(documents, made.keys(), store, tell, warn)
        record = derive(documents, tuple(extracts.values()), rulings, rule, title, tell, shelf)
        if warn:
            for one in unfit(record):
                warn(f"{one.words}; to withdraw it: thucydides rule undo {store.name} {one.ruling.number}")
        tell("saving", 0, 1)
        record = msgspec.structs.replace(record, unread=unread)
        draft, before = store.compared(record, made)
        record = msgspec.structs.replace(record, answers=answered(before, record))
        lawful = last is not None and last.engine == made.engine
        saved = store.save(record, extracts, made, lawful, draft)
        tell("saving", 1, 1)
        return before, saved


def gather(
    sources: Sequence[Path | str], standing: Sequence[Document], unread: Sequence[Unread], tell: Progress, shelf: Shelf | None = None
) -> tuple[tuple[Document, ...], tuple[Unread, ...]]:
    """The documents that stand and those of the sources, numbered as if read at once, and all that could not be read.

    What the `shelf` keeps of an earlier record saves time and changes nothing.
    """
    from thucydides.reading import read_sources
    from thucydides.reading.copies import marked, numbered
    from thucydides.record.laws import document_faults

    read, refused = read_sources(list(sources), lambda done, total: tell("reading", done, total)) if sources else ((), ())
    found: dict[bytes, Document] = {}
    unfit: list[Unread] = []
    for document in (*_without_old_readings(standing, read), *read):
        fault = next(document_faults(document), None)
        if fault is None:
            plain = msgspec.structs.replace(document, id=document.sha256[:12], copy_of=None)
            found.setdefault(msgspec.json.encode(plain), plain)
        else:
            unfit.append(Unread(ascii(document.path)[1:-1], f"{fault}; save its text again as plain UTF-8"))
    given = [str(Path(source)) for source in sources]
    kept = (u for u in unread if not any(u.path == g or u.path.startswith(f"{g}/") for g in given))
    return marked(numbered(tuple(found.values())), shelf), tuple(sorted({*kept, *refused, *unfit}, key=lambda u: (u.path, u.reason)))


def _without_old_readings(standing: Sequence[Document], read: Sequence[Document]) -> list[Document]:
    """The documents that stand, save those that were read again: same name, and the same text or much of it.

    A corrected report takes the place of the old one, and so does one that a newer program reads otherwise.
    """
    from thucydides.reading.sketches import runs

    def alike(old: Document, new: Document) -> bool:
        one, other = runs(old.text), runs(new.text)
        return old.sha256 == new.sha256 or len(one & other) >= SAME_REPORT * max(1, min(len(one), len(other)))

    named: dict[str, list[Document]] = {}
    for document in read:
        named.setdefault(document.path, []).append(document)
    return [old for old in standing if not any(alike(old, new) for new in named.get(old.path, ()))]


def extract(
    documents: Sequence[Document], keys: Mapping[str, str], store: Store, tell: Progress, warn: Callable[[str], None] | None = None
) -> dict[str, Extract]:
    """The extract of every document by its cache key, in order of the documents; only what is new is read.

    What breaks a law of the record (a value whose passage does not re-read) does not come in, nor what a fault of the program kept
    from being read: the document then tells nothing, which is said to `warn`; with nobody to tell, a fault ends the build.
    """
    from thucydides.record.laws import extract_faults

    known = store.cached_extracts(set(keys.values()))
    new = [document for document in documents if keys[document.id] not in known]
    if new:
        from thucydides.extracting import extract_documents

        tell("extracting", 0, len(new))
        fresh: dict[str, Extract] = {}
        read = {document.id: document for document in new}
        wanting = partial(_wanting, warn) if warn else None
        for count, one in enumerate(extract_documents(new, failed=wanting), 1):
            fault = next(extract_faults(read[one.document], one), None)
            if fault is not None and warn:
                warn(f"{read[one.document].path} is kept, but nothing that was read from it: {fault}; please report this")
            fresh[keys[one.document]] = one if fault is None else Extract(one.document)
            tell("extracting", count, len(new))
            if len(fresh) >= KEEP_EVERY:
                store.keep_extracts(fresh)
                known |= fresh
                fresh = {}
        known |= fresh
    return {keys[document.id]: known[keys[document.id]] for document in documents}


def _wanting(warn: Callable[[str], None], document: Document, error: Exception) -> None:
    """Say that a report tells nothing for a fault of the program; where the fault itself is asked for, it goes on."""
    if os.environ.get("THUCYDIDES_TRACEBACK"):
        raise error
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    warn(f"{document.path} is kept, but nothing is read from it: {what}; a fault of the program, please report it")


def derive(
    documents: Sequence[Document], extracts: Sequence[Extract], rulings: tuple[Ruling, ...], rule: str, title: str | None,
    tell: Progress, shelf: Shelf | None = None,
) -> Record:  # fmt: skip
    """The record that documents, their extracts and rulings make, not yet numbered: a pure function of them.

    What the `shelf` keeps of an earlier record saves time and changes nothing.
    """
    from thucydides.dated import anchored, anchored_by_links
    from thucydides.linking import link
    from thucydides.reconciling import reconcile

    read = anchored(documents, extracts)
    mentions, claims = told(read[1])
    tell("linking", 0, 1)
    linked = link(mentions, read[0], claims, rulings, shelf=shelf)
    tell("linking", 1, 1)
    documents, extracts = anchored_by_links(documents, extracts, read, linked.clusters)
    mentions, claims = told(extracts)
    citations = tuple(c for e in extracts for c in e.citations)
    aggregates = tuple(a for e in extracts for a in e.aggregates)
    figures = tuple(f for e in extracts for f in e.figures)
    tell("reconciling", 0, 1)
    found = reconcile(
        documents, mentions, claims, citations, aggregates, figures, linked.clusters, linked.pairs, rulings, rule, shelf
    )  # fmt: skip
    tell("reconciling", 1, 1)
    return Record(
        title=title or name(found.incidents), revision=0, documents=tuple(documents), mentions=mentions, claims=found.claims,
        citations=citations, incidents=found.incidents, aggregates=aggregates, checks=found.checks,
        discrepancies=found.discrepancies, gaps=found.gaps, figures=figures, actors=found.actors, places=found.places,
        rulings=rulings, ranges=found.ranges,
    )  # fmt: skip


def told(extracts: Iterable[Extract]) -> tuple[tuple[Mention, ...], tuple[Claim, ...]]:
    """The mentions and the claims of extracts, in order."""
    read = tuple(extracts)
    return tuple(m for e in read for m in e.mentions), tuple(c for e in read for c in e.claims)


def name(incidents: Iterable[Incident]) -> str:
    """A name for a conflict that nobody named: the country of most incidents, others of a third as many, and the years.

    "Tajikistan and Afghanistan, 2022-2026"; "Unnamed conflict" where no incident has a country.
    """
    from thucydides.vocabulary import table

    force = [i for i in incidents if i.kind == "incident"]
    places = (i.assessed("place") for i in force)
    countries = Counter(p.place.country for p in places if p and p.place and p.place.country)
    if not countries:
        return "Unnamed conflict"
    most = max(countries.values())
    names = {row["code"]: row["name"] for row in table("demonyms")}
    named = [names.get(c, c) for c, n in sorted(countries.items(), key=lambda item: (-item[1], item[0])) if 3 * n >= most][:3]
    dates = [d.date for i in force if (d := i.assessed("date")) and d.date and d.date.earliest and d.date.latest]
    years = sorted({y for d in dates if d.earliest and d.latest for y in (d.earliest.year, d.latest.year)})
    span = f", {years[0]}" if len(years) == 1 else f", {years[0]}-{years[-1]}" if years else ""
    return f"{' and '.join([', '.join(named[:-1]), named[-1]] if named[1:] else named)}{span}"


def _nothing(sources: Sequence[Path | str], unread: Sequence[Unread]) -> str:
    """Why there is nothing to build from, in one line."""
    if not sources:
        return "no sources were given and the record is empty; name files or folders of reports"
    reason = f" ({unread[0].path}: {unread[0].reason})" if unread else ""
    return f"none of the sources could be read{reason}; give text, HTML, Markdown, wiki or JSON files of reports"
