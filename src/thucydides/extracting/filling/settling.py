"""Settling: a list of which no head says a year takes its years from where other documents date its deeds.

Pure, and independent of the order of documents: each list is held against the days that others give whole, never against another list
that was reckoned. A list moves as a whole; what lies behind a turn of its days may be later still, for a turn says one year at least.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.filling.listing import Listed, listed, stretch_at
from thucydides.grounding.anchor_clues import lacking
from thucydides.grounding.known_dates import Dated
from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve
from thucydides.grounding.times.forms import Day
from thucydides.grounding.times.needs import is_open
from thucydides.nouns import DateRange, Document, Extract

RULE = "date.listed"
"""The rule of a day whose year follows from its list; with the basis "document" where nothing but the report's own day anchors that."""
LEAST = 2
"""So many deeds of a list must be dated otherwise alike for it to move."""


class Vote(Struct, frozen=True):
    """What another document says of a list: a deed behind so many turns is of that year."""

    turned: int
    year: int


def with_settled_lists(documents: Sequence[Document], extracts: Sequence[Extract]) -> tuple[Extract, ...]:
    """The extracts, the lists without a year among them dated by what others tell of their deeds (rule `date.list-settled`)."""
    by_id = {d.id: d for d in documents}
    lists = {e.document: found for e in extracts if e.document in by_id and (found := unsettled(by_id[e.document], e))}
    if not lists:
        return tuple(extracts)
    known = Dated(m for e in extracts for m in e.mentions if m.date is not None and not _unsettled(m.date))
    return tuple(_settled(e, lists[e.document], known) if e.document in lists else e for e in extracts)


def unsettled(document: Document, extract: Extract) -> Sequence[Listed]:
    """The stretches of a document's list whose days may be of other years; none where it has no such list."""
    if sum(_unsettled(m.date) for m in extract.mentions) < LEAST:
        return ()
    stretches = listed(document, document.published.latest if document.published is not None else None)
    return stretches if any(s.turned is not None for s in stretches) else ()


def _unsettled(when: DateRange | None) -> bool:
    """Whether a time is of a year that nothing but the report's own day says, or of none."""
    return when is not None and ((when.rule == RULE and when.basis == "document") or lacking(when) is not None)


def _settled(extract: Extract, stretches: Sequence[Listed], known: Dated) -> Extract:
    """The extract of a document with the days of its list in the years that others say."""
    years = _years(stretches, list(_votes(extract, stretches, known)))

    def filled(when: DateRange | None, start: int) -> DateRange | None:
        time = _yearless(when)
        stretch = stretch_at(stretches, start)
        year = years.get(stretch.turned) if stretch is not None and stretch.turned is not None else None
        if when is None or time is None or stretch is None or year is None:
            return when
        anchor = stretch.of_year(year)
        found = resolve(time, Anchor(anchor))
        return when if found is None else replace(found, basis=anchor.basis, rule="date.list-settled", wording=when.wording)

    return replace(
        extract,
        mentions=tuple(replace(m, date=filled(m.date, m.passages[0].start)) for m in extract.mentions),
        claims=tuple(
            replace(c, date=filled(c.date, c.passage.start), said_on=filled(c.said_on, c.passage.start)) for c in extract.claims
        ),
        aggregates=tuple(replace(a, window=filled(a.window, a.passage.start)) for a in extract.aggregates),
    )


def _yearless(when: DateRange | None) -> TimeExpression | None:
    """The one day or month without its year that an unsettled time is written with."""
    found = find_times(when.wording) if when is not None and when.wording and _unsettled(when) else ()
    return found[0] if len(found) == 1 and is_open(found[0].form) else None


def _votes(extract: Extract, stretches: Sequence[Listed], known: Dated) -> Iterator[Vote]:
    """The years in which other documents tell of the deeds of a list's entries."""
    for mention in extract.mentions:
        time, stretch = _yearless(mention.date), stretch_at(stretches, mention.passages[0].start)
        if time is None or stretch is None or stretch.turned is None:
            continue
        others = known.beside(mention, time.form) if isinstance(time.form, Day) else known.like(mention, time)
        for year in sorted({o.earliest.year for o in others if o.earliest is not None}):
            yield Vote(stretch.turned, year)


def _years(stretches: Sequence[Listed], votes: Sequence[Vote]) -> Mapping[int, int]:
    """The year behind each number of turns, for those that move: all by what most say, then those alone whose deeds are of a year that
    the turns leave room for."""
    turns = list(dict.fromkeys(s.turned for s in stretches if s.turned is not None))
    way = stretches[-1].way
    was = next((_year(s) - s.turned for s in stretches if s.turned is not None and s.until is not None), None)
    starts = Counter(v.year - v.turned for v in votes)
    start = max(starts, key=lambda s: (starts[s], -s), default=None)
    if start is None or starts[start] < LEAST or (was is not None and starts[start] <= starts[was]):
        start = was
    if start is None:
        return {}
    years = {t: start + t for t in turns}
    for turn in turns if way > 0 else reversed(turns):
        said = Counter(v.year for v in votes if v.turned == turn)
        year = max(said, key=lambda y: (said[y], -y), default=years[turn])
        others = [(t, y) for t, y in years.items() if t != turn]
        if others and said[year] > said[years[turn]] and all((year - y) * (turn - t) >= (turn - t) ** 2 for t, y in others):
            years[turn] = year
    return years if start != was or any(years[t] != start + t for t in turns) else {}


def _year(stretch: Listed) -> int:
    """The year that an entry was reckoned to be of."""
    if stretch.until is None:
        raise ValueError("an open stretch has no year")
    late = (stretch.until.month, stretch.until.day) < (stretch.entry.month, stretch.entry.day or 1)
    return stretch.until.year - late
