"""Seasons: the year of days that a document without a date tells without one, by when dated documents tell of deeds in the same country.

Rule `anchor.season`. Invariants: only where the dated deeds of that country lie within little more than a year, so that a month and day is
of one year alone; the document itself stays without a date, and what it tells gives no year to others.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from thucydides.grounding.anchor_clues import lacking
from thucydides.grounding.known_dates import country_of
from thucydides.grounding.times import Anchor, resolve
from thucydides.grounding.times.forms import Day, Month
from thucydides.nouns import DateRange, Extract, Mention

RULE = "anchor.season"
FEWEST = 3
"""Dated deeds of other documents in a country from which on they tell of which year a report of it is."""
WITHIN = timedelta(days=400)
"""How far apart the first and the last of these lie at most."""
SEASON = timedelta(days=60)
"""How far beyond them a day may lie."""


class Seasons:
    """When the dated deeds of each country were, by the documents that tell of them."""

    def __init__(self, whole: Iterable[Mention]) -> None:
        self._days: dict[str, list[tuple[str, date]]] = defaultdict(list)
        for mention in whole:
            country, when = country_of(mention), mention.date
            if country and when is not None and when.earliest is not None and when.earliest == when.latest:
                self._days[country].append((mention.document, when.earliest))

    def year(self, mention: Mention, form: Day | Month) -> int | None:
        """The one year in which a month, or a day of it, lies among the deeds of the mention's country; None where it is open."""
        days = [day for document, day in self._days.get(country_of(mention) or "", ()) if document != mention.document]
        if len(days) < FEWEST or max(days) - min(days) > WITHIN:
            return None
        first, last = min(days) - SEASON, max(days) + SEASON
        years = [y for y in range(first.year, last.year + 1) if _meets(form, y, first, last)]
        return years[0] if len(years) == 1 else None


def _meets(form: Day | Month, year: int, first: date, last: date) -> bool:
    try:
        day = date(year, form.month, form.day if isinstance(form, Day) else 15)
    except ValueError:
        return False
    agrees = not isinstance(form, Day) or form.weekday is None or day.weekday() == form.weekday
    return first <= day <= last and agrees


def in_season(extracts: Sequence[Extract], undated: Collection[str], seasons: Seasons) -> tuple[Extract, ...]:
    """The extracts, the days without a year in those of undated documents with the year of their season."""
    return tuple(_filled(e, seasons) if e.document in undated else e for e in extracts)


def _filled(extract: Extract, seasons: Seasons) -> Extract:
    mentions = tuple(replace(m, date=_dated(m, seasons)) for m in extract.mentions)
    return replace(extract, mentions=mentions) if mentions != extract.mentions else extract


def _dated(mention: Mention, seasons: Seasons) -> DateRange | None:
    expression = lacking(mention.date)
    form = expression.form if expression is not None else None
    if expression is None or mention.date is None or not isinstance(form, Day | Month):
        return mention.date
    year = seasons.year(mention, form)
    if year is None:
        return mention.date
    until = date(year, 12, 31)
    found = resolve(expression, Anchor(DateRange(until.isoformat(), until, until)))
    if found is None or found.earliest is None or found.earliest.year != year:
        return mention.date
    return replace(found, basis="collection", rule=RULE, wording=mention.date.wording)
