"""Listed years: a list whose years were only reckoned from its report's day moves as a whole to where other documents date its deeds.

Pure, and independent of the order of documents: each list is held against the days that others give whole, never against another list
that was reckoned.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from thucydides.grounding.known_dates import Dated
from thucydides.grounding.times import find_times
from thucydides.nouns import DateRange, Extract

_YEAR = re.compile(r"(?<![\d-])\d{4}(?=-)")
RULE = "date.listed"
"""The rule of a day whose year follows from its list; with the basis "document" where nothing but the report's own day anchors that."""
LEAST = 2
"""So many deeds of a list must be dated otherwise alike for it to move."""


def with_settled_lists(extracts: Sequence[Extract]) -> tuple[Extract, ...]:
    """The extracts, the lists of reckoned years among them moved by the years that most of what others tell of their deeds says (rule
    `date.list-settled`)."""
    guessed = [e for e in extracts if sum(_reckoned(m.date) for m in e.mentions) >= LEAST]
    if not guessed:
        return tuple(extracts)
    known = Dated(m for e in extracts for m in e.mentions if m.date is not None and not _reckoned(m.date))
    moved = {e.document: _moved(e, by) for e in guessed if (by := _years_off(e, known)) != 0}
    return tuple(moved.get(e.document, e) for e in extracts)


def _reckoned(when: DateRange | None) -> bool:
    return when is not None and when.rule == RULE and when.basis == "document" and when.earliest is not None


def _years_off(extract: Extract, known: Dated) -> int:
    """By how many years the list of a document is off, 0 where too few others say so."""
    votes: Counter[int] = Counter()
    for mention in extract.mentions:
        when = mention.date
        found = find_times(when.wording) if when is not None and _reckoned(when) else ()
        if when is None or when.earliest is None or len(found) != 1:
            continue
        others = {o.earliest.year - when.earliest.year for o in known.like(mention, found[0]) if o.earliest is not None}
        votes.update(others)
    most = max(votes, key=lambda by: (votes[by], -abs(by)), default=0)
    return most if votes[most] >= LEAST and votes[most] > votes[0] else 0


def _moved(extract: Extract, by: int) -> Extract:
    """The extract of a document with all days of its list moved by some years."""

    def moved(when: DateRange | None) -> DateRange | None:
        if when is None or not _reckoned(when):
            return when
        first, last = _in_year(when.earliest, by), _in_year(when.latest, by)
        if first is None or last is None:
            return when
        edtf = _YEAR.sub(lambda year: f"{int(year[0]) + by:04d}", when.edtf)
        return replace(when, edtf=edtf, earliest=first, latest=last, basis="collection", rule="date.list-settled")

    return replace(
        extract,
        mentions=tuple(replace(m, date=moved(m.date)) for m in extract.mentions),
        claims=tuple(replace(c, date=moved(c.date), said_on=moved(c.said_on)) for c in extract.claims),
        aggregates=tuple(replace(a, window=moved(a.window)) for a in extract.aggregates),
    )


def _in_year(day: date | None, by: int) -> date | None:
    """A day some years on; the last of February for its 29th where that year has none."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + by)
    except ValueError:
        return day.replace(year=day.year + by, day=28)
