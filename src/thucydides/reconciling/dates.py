"""Dates: the day of an incident from what its tellings say, never finer than one of them says.

Rule `assess.date`: the finest range that the most origins allow, a month that holds a day speaking for the day; the day of a
statement yields to a day of the deed; ties go to the range that more origins give as it stands, then to the earlier. A date
without a year goes with the years of the others.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from msgspec import Struct

from thucydides.nouns import Assessment, DateRange, Passage
from thucydides.reconciling.context import Case
from thucydides.reconciling.origins import Chain, chain, origins
from thucydides.reconciling.words import words

RULE = "assess.date"
_YEARLESS = re.compile(r"^XXXX-(\d\d)(?:-(\d\d))?$")
_GRAIN = {"day": 1, "days": 4, "week": 7, "month": 31, "months": 92, "season": 92, "year": 366, "years": 1000, "unknown": 9999}


class Dated(Struct, frozen=True, gc=False):
    """One telling of the date: the range, whether it is the day of the statement, who says so."""

    mention: str
    when: DateRange
    report: bool
    chain: Chain
    passage: Passage
    claims: tuple[str, ...] = ()
    origin: str = ""


def dated(case: Case, copies: dict[str, str]) -> tuple[Dated, ...]:
    """Every date told of an incident: the mention's own, and those of claims that give another."""
    found: list[Dated] = []
    for mention in case.mentions:
        claims = [
            c
            for c in case.context.claims_of.get(mention.id, ())
            if c.attribute == "date" and c.date is not None and c.stance != "denies"
        ]
        if mention.date is not None and (mention.date.earliest is not None or _YEARLESS.match(mention.date.edtf)):
            passage = mention.date_passage or mention.passages[0]
            mine = [c for c in claims if c.date is not None and span(c.date) == span(mention.date)]
            found.append(
                Dated(
                    mention.id,
                    mention.date,
                    mention.date_is_report or mention.date.rule in words("inferred"),
                    chain(case.context, passage, mine[0] if mine else None),
                    passage,
                    tuple(c.id for c in mine),
                )
            )
        for claim in claims:
            if (
                claim.date is not None
                and claim.date.earliest is not None
                and (mention.date is None or span(claim.date) != span(mention.date))
            ):
                found.append(
                    Dated(
                        mention.id,
                        claim.date,
                        claim.date_is_report,
                        chain(case.context, claim.passage, claim),
                        claim.passage,
                        (claim.id,),
                    )
                )
    keys = origins([d.chain for d in found], [span(d.when) for d in found], copies)
    return tuple(
        Dated(d.mention, d.when, d.report, d.chain, d.passage, d.claims, key) for d, key in zip(found, keys, strict=True)
    )


@cache
def _yearless(edtf: str) -> tuple[int, int | None] | None:
    match = _YEARLESS.match(edtf)
    return (int(match[1]), int(match[2]) if match[2] else None) if match else None


def span(when: DateRange) -> tuple[date | None, date | None, str]:
    """What makes two ranges the same: their ends, or the EDTF where the year is unknown."""
    return when.earliest, when.latest, when.edtf if when.earliest is None else ""


def readings(when: DateRange) -> Iterator[DateRange]:
    """The range and its other readings."""
    yield when
    yield from when.alternatives


def allows(outer: DateRange, inner: DateRange) -> bool:
    """Whether a wording can speak of a range: it holds the range, by any of its readings."""
    return any(_holds(reading, inner) for reading in readings(outer))


def _holds(outer: DateRange, inner: DateRange) -> bool:
    yearless = _yearless(outer.edtf) if outer.earliest is None else None
    if yearless is not None and inner.earliest is not None and inner.latest is not None:
        month, day = yearless
        return (
            inner.earliest.month == inner.latest.month == month
            and (day is None or inner.earliest.day == inner.latest.day == day)
            and inner.earliest.year == inner.latest.year
        )
    if yearless is not None:
        return outer.edtf == inner.edtf or (inner.earliest is None and inner.edtf.startswith(outer.edtf))
    if outer.earliest is None or outer.latest is None or inner.earliest is None or inner.latest is None:
        return False
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def meet(one: DateRange, other: DateRange) -> bool:
    """Whether one day can be true of both wordings."""
    for a in readings(one):
        for b in readings(other):
            if _holds(a, b) or _holds(b, a):
                return True
            if a.earliest and a.latest and b.earliest and b.latest and a.earliest <= b.latest and b.earliest <= a.latest:
                return True
            if _in_some_year(a, b) or _in_some_year(b, a):
                return True
    return False


def _in_some_year(yearless: DateRange, when: DateRange) -> bool:
    """Whether a day or month without a year falls into a range in some year."""
    found = _yearless(yearless.edtf) if yearless.earliest is None else None
    if found is None or when.earliest is None or when.latest is None:
        return False
    month, number = found
    for year in range(when.earliest.year, when.latest.year + 1):
        last = monthrange(year, month)[1]
        first = date(year, month, min(number or 1, last))
        if first <= when.latest and when.earliest <= date(year, month, min(number or last, last)):
            return True
    return False


def days(when: DateRange) -> int:
    """How many days a range spans; yearless ranges come after all others of their grain."""
    if when.earliest is None or when.latest is None:
        return 10000 + _GRAIN[when.precision]
    return (when.latest - when.earliest).days + 1


def assess_date(incident: str, tellings: Sequence[Dated]) -> Assessment | None:
    """The date by this rule; None where no telling gives one."""
    deeds = [d for d in tellings if not d.report] or list(tellings)
    candidates: dict[tuple[date | None, date | None, str], DateRange] = {}
    for telling in sorted(deeds, key=lambda d: (d.when.precision != "day", d.when.edtf, d.passage)):
        for reading in readings(telling.when):
            candidates.setdefault(span(reading), reading)
    if not candidates:
        return None

    def rank(key: tuple[date | None, date | None, str]) -> tuple[int, int, int, date, str]:
        when = candidates[key]
        support = len({d.origin for d in deeds if allows(d.when, when)})
        direct = len({d.origin for d in deeds if span(d.when) == key})
        return (-support, -direct, days(when), when.earliest or date.max, key[2])

    best = min(candidates, key=rank)
    when = candidates[best]
    held = [d for d in deeds if allows(d.when, when)]
    supporting = len({d.origin for d in held})
    reason = f"{supporting} of {len({d.origin for d in deeds})} origins that date the deed allow it"
    if any(d.report for d in tellings) and any(not d.report for d in tellings):
        reason += "; days of statements are left aside"
    elif all(d.report for d in tellings):
        reason += "; only the day of a statement is given"
    against = tuple(sorted({c for d in tellings if d not in held for c in d.claims}))
    return Assessment(
        incident,
        "date",
        RULE,
        when.edtf,
        date=when,
        claims_for=tuple(sorted({c for d in held for c in d.claims})),
        claims_against=against,
        origins=supporting,
        reason=reason,
    )
