"""Day of report: the day of a deed told without any, in a report of which all other deeds are of one day.

Invariants: a deed with any date of its own is never touched; the day is marked as one that may not be the deed's, so that it yields to
every day told and sets no two tellings apart by itself.
"""

from datetime import timedelta

from msgspec.structs import replace

from thucydides.nouns import DateRange, Document, Extract, Mention

RULE = "date.of-report"
NEWS = timedelta(days=10)
"""Days before its report within which the deed that a report is about is news, and what it tells beside it is most likely of that day."""


def with_day_of_report(document: Document, extract: Extract) -> Extract:
    """The extract, its deeds without a day dated by the one day of all the others (rule `date.of-report`)."""
    told = [m for m in extract.mentions if m.kind == "incident"]
    without = [m for m in told if m.date is None]
    days = {(m.date.earliest, m.date.latest) for m in told if m.date is not None and not m.background}
    firm = [m for m in told if _firm(m)]
    if not without or not firm or len(days) != 1 or any(m.background for m in told):
        return extract
    main = min(firm, key=lambda m: (-len(m.passages), m.passages[0].start))
    day = main.date
    if day is None or _looks_back(document.published, day):
        return extract
    taken = replace(day, rule=RULE, alternatives=())
    dated = {m.id: replace(m, date=taken, date_passage=main.date_passage, date_is_report=True) for m in without}
    return replace(extract, mentions=tuple(dated.get(m.id, m) for m in extract.mentions))


def _firm(mention: Mention) -> bool:
    """Whether a deed has one day, by its own words and no statement's."""
    when = mention.date
    return when is not None and when.earliest is not None and when.earliest == when.latest and not mention.date_is_report


def _looks_back(published: DateRange | None, day: DateRange) -> bool:
    """Whether a report came out long after a day: then it tells of a time and not of that day."""
    if published is None or published.earliest is None or day.latest is None:
        return False
    return published.earliest - day.latest > NEWS
