"""Read again: reports whose day only other reports told are read once more, as reports of that day.

Invariants: a report is read again only where one day was found for it, and but once; what that tells of other reports' days is not
asked, so that no estimate rests on another.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from thucydides.dated import settled
from thucydides.keeping.corpus import Corpus
from thucydides.nouns import DateRange, Document, Extract

Reader = Callable[[Sequence[Document]], Sequence[Extract]]
"""What reads documents: the extract of each, in their order."""


def read_again(given: Corpus, dated: Corpus, read: Reader) -> Corpus:
    """The corpus `dated`, the reports that it gives a day and `given` gave none read as of that day.

    A weekday, "a day earlier" or a date without its year then part or join deeds as in any report with a date line; the basis of what is
    counted from the report's day is that of the day.
    """
    before = given.headers
    names = [n for n, d in dated.headers.items() if d is not before[n] and _found(before[n].published, d.published)]
    changed = [dated.documents[name] for name in names]
    if not names:
        return dated
    told = [_on_that_basis(document, extract) for document, extract in zip(changed, read(changed), strict=True)]
    return settled(dated.with_changed((), told), set(names))


def _found(before: DateRange | None, after: DateRange | None) -> bool:
    """Whether a day was found where there was none."""
    one = after is not None and after.earliest is not None and after.earliest == after.latest
    return one and (before is None or before.latest is None)


def _on_that_basis(document: Document, extract: Extract) -> Extract:
    """The extract with the basis of the report's day for all that is counted from it."""
    assert document.published is not None
    basis = document.published.basis

    def based(when: DateRange | None) -> DateRange | None:
        return replace(when, basis=basis) if when is not None and when.basis == "document" else when

    return replace(
        extract,
        mentions=tuple(replace(m, date=based(m.date)) for m in extract.mentions),
        claims=tuple(replace(c, date=based(c.date), said_on=based(c.said_on)) for c in extract.claims),
        aggregates=tuple(replace(a, window=based(a.window)) for a in extract.aggregates),
        citations=tuple(replace(c, date=based(c.date)) for c in extract.citations),
    )
