"""Dated: documents without a date of their own get the range that the other documents allow, before their tellings are linked and after.

Invariants: a pure function of documents, extracts and clusters; a document with a date of its own is never touched; what links say only
makes narrower what was estimated without them, and never brings two tellings together.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta

from msgspec.structs import replace

from thucydides.grounding.anchoring import anchor_documents, re_anchor
from thucydides.grounding.known_dates import Alike, Dated, Linked, Neighbours
from thucydides.grounding.seasons import Seasons, in_season
from thucydides.keeping.corpus import Corpus
from thucydides.nouns import DateRange, Document, Extract, Mention

Read = tuple[tuple[Document, ...], tuple[Extract, ...]]


def dated(corpus: Corpus) -> Corpus:
    """The corpus as `anchored` leaves it; nothing is read of it where no document lacks a date and no list was reckoned."""
    if all(_bounded(d.published) for d in corpus.headers.values()) and not any(g.reckoned for g in corpus.gists.values()):
        return corpus
    given = _read(corpus)
    return _as_found(corpus, given, anchored(*given))


def dated_by_links(corpus: Corpus, before: Corpus, clusters: Iterable[Sequence[str]]) -> Corpus:
    """The corpus as `anchored_by_links` leaves it, of which `before` is what `dated` left."""
    if not any(_open(d.published) and _open(before.headers[name].published) for name, d in corpus.headers.items()):
        return before
    stood = _read(before)
    return _as_found(before, stood, anchored_by_links(*_read(corpus), stood, clusters))


def settled(corpus: Corpus, some: Collection[str]) -> Corpus:
    """The corpus with the lists of some documents in the years that other documents give their deeds."""
    if not any(corpus.gists[name].reckoned for name in some):
        return corpus
    given = _read(corpus)
    lists = tuple(new if new.document in some else old for old, new in zip(given[1], _settled(*given), strict=True))
    return _as_found(corpus, given, (given[0], lists))


def _read(corpus: Corpus) -> Read:
    """All documents and all that they tell."""
    return tuple(corpus.documents.values()), tuple(corpus.extract(name) for name in corpus.documents)


def _as_found(corpus: Corpus, given: Read, found: Read) -> Corpus:
    """The corpus with what was found of what was given."""
    documents = [new for old, new in zip(given[0], found[0], strict=True) if old is not new]
    return corpus.with_changed(documents, [new for old, new in zip(given[1], found[1], strict=True) if old is not new])


def _bounded(days: DateRange | None) -> bool:
    return days is not None and days.earliest is not None and days.latest is not None


def anchored(documents: Sequence[Document], extracts: Sequence[Extract]) -> Read:
    """The documents and extracts, those without a date dated by what the others tell that is like theirs, and lists settled."""
    extracts = _settled(documents, extracts)
    return _with(documents, extracts, anchor_documents(documents, extracts))


def anchored_by_links(
    documents: Sequence[Document], extracts: Sequence[Extract], before: Read, clusters: Iterable[Sequence[str]]
) -> Read:
    """`before` (what `anchored` gave for documents and extracts), with those that it left open or wide dated by linked tellings (rule
    `anchor.linked`), else, where nothing bounds them at all, by other deeds of those weeks in the same country (`anchor.neighbours`)."""
    estimated = {d.id: d.published for d in before[0]}
    open_still = {d.id for d in documents if _open(d.published) and _open(estimated[d.id])}
    if not open_still:
        return before
    extracts = _settled(documents, extracts)
    told = {m.id: m for e in before[1] for m in e.mentions}
    whole = Dated.whole(m for m in told.values() if m.document not in open_still or (m.date and m.date.basis in ("stated", "text")))
    linked = Linked((c for c in clusters if any(told[m].document in open_still for m in c)), told, whole)
    found: dict[str, DateRange] = {}
    published = {d.id: d.published.earliest for d in documents if d.id not in open_still and d.published and d.published.precision == "day"}
    near = Neighbours((m for m in whole if _firm(m, open_still)), told.values(), published)
    unknown = {i for i in open_still if not _known(estimated[i])}
    passes: tuple[tuple[Alike, str, set[str]], ...] = ((linked, "anchor.linked", open_still), (near, "anchor.neighbours", unknown))
    for known, rule, wanting in passes:
        for i, days in anchor_documents([d for d in documents if d.id in wanting - {*found}], extracts, known).items():
            if days.rule == "anchor.relative" and _narrower(days, estimated[i]):
                found[i] = replace(days, rule=rule)
    if not found:
        return _in_season(before, open_still, whole)
    read = dict(zip((e.document for e in before[1]), before[1], strict=True))
    mended = _with([d for d in documents if d.id in found], [e for e in extracts if e.document in found], found)
    by_id = {d.id: d for d in mended[0]}
    read |= {e.document: e for e in mended[1]}
    after = tuple(by_id.get(d.id, d) for d in before[0]), tuple(read[e.document] for e in before[1])
    return _in_season(after, open_still, whole)


def _in_season(read: Read, open_still: Collection[str], whole: Sequence[Mention]) -> Read:
    """What was read, the days that undated documents still tell without a year in the year of their season (rule `anchor.season`)."""
    return read[0], in_season(read[1], open_still, Seasons(m for m in whole if _firm(m, open_still)))


def _settled(documents: Sequence[Document], extracts: Sequence[Extract]) -> tuple[Extract, ...]:
    """The extracts with lists that say no year in the years that other documents give their deeds."""
    from thucydides.extracting.filling.settling import with_settled_lists

    return with_settled_lists(documents, extracts)


def _firm(mention: Mention, open_still: Collection[str]) -> bool:
    """Whether the date of a mention rests on a document with a date of its own, or on a day written in full."""
    return mention.document not in open_still or (mention.date is not None and mention.date.basis == "stated")


def _known(days: DateRange | None) -> bool:
    """Whether anything bounds when a document was written."""
    return days is not None and days.earliest is not None


def _open(days: DateRange | None) -> bool:
    """Whether a document's date is unknown, or estimated so widely that a weekday or a month could be any."""
    if days is None or days.earliest is None or days.latest is None:
        return True
    return days.basis in ("collection", "text") and days.latest - days.earliest > WIDE


WIDE = timedelta(days=31)
"""An estimate wider than this may still be made narrower by linked tellings."""


def _narrower(days: DateRange, other: DateRange | None) -> bool:
    if days.earliest is None or days.latest is None:
        return False
    if other is None or other.earliest is None or other.latest is None:
        return True
    return days.latest - days.earliest < other.latest - other.earliest


def _with(documents: Sequence[Document], extracts: Sequence[Extract], found: Mapping[str, DateRange]) -> Read:
    """The documents with the ranges found for them, and what they tell read against those."""
    if not found:
        return tuple(documents), tuple(extracts)
    from thucydides.extracting.filling.day_of_report import with_day_of_report
    from thucydides.extracting.filling.unsaid import with_report_date

    by_document: Mapping[str, Extract] = {e.document: e for e in extracts}
    dated = tuple(replace(d, published=found[d.id]) if d.id in found else d for d in documents)
    extracts = tuple(
        with_day_of_report(d, with_report_date(d, re_anchor(d, by_document[d.id], found[d.id]))) if d.id in found else by_document[d.id]
        for d in dated
    )
    return dated, extracts
