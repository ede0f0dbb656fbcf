"""Day of report: the day of a deed told without any, in a report of which all other deeds, or most of them, are of one day.

Invariants: a deed with any date of its own is never touched; the day is marked as one that may not be the deed's, so that it yields to
every day told and sets no two tellings apart by itself.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from thucydides.extracting.filling.unsaid import tells_of_aftermath
from thucydides.nouns import DateRange, Document, Extract, Mention

RULE = "date.of-report"
NEWS = timedelta(days=10)
"""Days before its report within which the deed that a report is about is news, and what it tells beside it is most likely of that day."""

FRESH = timedelta(days=3)
"""How long before its report a deed lies at most that is its news."""
FEWEST, MOST = 2, 0.6
"""So many deeds of one day, and such a share of all that have a day, make a report one of that day."""


def with_day_of_report(document: Document, extract: Extract) -> Extract:
    """The extract, its deeds without a day dated by the day of all the others, or of most of the news (rule `date.of-report`)."""
    told = [m for m in extract.mentions if m.kind == "incident"]
    without = [m for m in told if m.date is None and not m.background]
    main = _of_all(document, told) or _of_most(document, told)
    if not without or main is None or main.date is None:
        return extract
    taken = replace(main.date, rule=RULE, alternatives=())
    dated = {m.id: replace(m, date=taken, date_passage=main.date_passage, date_is_report=True) for m in without}
    return replace(extract, mentions=tuple(dated.get(m.id, m) for m in extract.mentions))


def _of_all(document: Document, told: Sequence[Mention]) -> Mention | None:
    """The deed by whose one day all the others of a report are, of which it is mostly; None where they are of several."""
    days = {(m.date.earliest, m.date.latest) for m in told if m.date is not None and not m.background}
    firm = [m for m in told if _firm(m)]
    if not firm or len(days) != 1 or any(m.background for m in told):
        return None
    main = min(firm, key=lambda m: (-len(m.passages), m.passages[0].start))
    return None if main.date is None or _looks_back(document.published, main.date) else main


def _of_most(document: Document, told: Sequence[Mention]) -> Mention | None:
    """The first deed of the day of which most deeds of a report are, where that is one of the last before it; None where there is none."""
    published = document.published.latest if document.published is not None else None
    if published is None or tells_of_aftermath(document):
        return None
    news = [m for m in told if _firm(m) and not m.background and m.date and m.date.latest and published - m.date.latest <= FRESH]
    days = Counter(m.date.earliest for m in news if m.date is not None)
    day, times = max(days.items(), key=lambda d: (d[1], d[0]), default=(None, 0))
    first = next((m for m in sorted(news, key=lambda m: m.passages[0].start) if m.date and m.date.earliest == day), None)
    firm = [m for m in told if _firm(m)]
    return first if times >= max(FEWEST, MOST * len(firm)) else None


def _firm(mention: Mention) -> bool:
    """Whether a deed has one day, by its own words and no statement's."""
    when = mention.date
    return when is not None and when.earliest is not None and when.earliest == when.latest and not mention.date_is_report


def _looks_back(published: DateRange | None, day: DateRange) -> bool:
    """Whether a report came out long after a day: then it tells of a time and not of that day."""
    if published is None or published.earliest is None or day.latest is None:
        return False
    return published.earliest - day.latest > NEWS
