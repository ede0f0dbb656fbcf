"""Dates: the day of an incident from what its tellings say, never finer than one of them says.

Rule `assess.date`: the finest range that the most origins allow, a month that holds a day speaking for the day; the day of a
statement yields to a day of the deed, and what a report only sets against its own day to that; ties go to the range that more origins
give as it stands, then to the finer, then to that of more reports, then to the earlier. A date without a year goes with the years of the
others.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from thucydides.nouns import Assessment, DateRange, Passage
from thucydides.reconciling.context import Case
from thucydides.reconciling.origins import Chain, chain, origins
from thucydides.reconciling.spans import allows, days, month_and_day, readings, span
from thucydides.reconciling.words import words

RULE = "assess.date"


class Dated(Struct, frozen=True, gc=False):
    """One telling of the date: the range, whether it is the day of the statement, who says so; `aside` where a report sets it against
    the day that it gives itself."""

    mention: str
    when: DateRange
    report: bool
    chain: Chain
    passage: Passage
    claims: tuple[str, ...] = ()
    origin: str = ""
    aside: bool = False


def dated(case: Case, copies: dict[str, str]) -> tuple[Dated, ...]:
    """Every date told of an incident: the mention's own, and those of claims that give another."""
    found: list[Dated] = []
    for mention in case.mentions:
        claims = [
            c
            for c in case.context.claims_of.get(mention.id, ())
            if c.attribute == "date" and c.date is not None and c.stance != "denies"
        ]
        if mention.date is not None and (mention.date.earliest is not None or month_and_day(mention.date.edtf)):
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
                        claim.date_is_report or mention.date_is_report,
                        chain(case.context, claim.passage, claim),
                        claim.passage,
                        (claim.id,),
                        aside=mention.date is not None,
                    )
                )
    keys = origins([d.chain for d in found], [span(d.when) for d in found], copies)
    return tuple(
        Dated(d.mention, d.when, d.report, d.chain, d.passage, d.claims, key, d.aside) for d, key in zip(found, keys, strict=True)
    )


def assess_date(incident: str, tellings: Sequence[Dated]) -> Assessment | None:
    """The date by this rule; None where no telling gives one."""
    own = [d for d in tellings if not d.aside] or list(tellings)
    deeds = [d for d in own if not d.report] or own
    candidates: dict[tuple[date | None, date | None, str], DateRange] = {}
    for telling in sorted(deeds, key=lambda d: (d.when.precision != "day", d.when.edtf, d.passage)):
        for reading in readings(telling.when):
            candidates.setdefault(span(reading), reading)
    if not candidates:
        return None

    def rank(key: tuple[date | None, date | None, str]) -> tuple[int, int, int, int, date, str]:
        when = candidates[key]
        support = len({d.origin for d in deeds if allows(d.when, when)})
        direct = len({d.origin for d in deeds if span(d.when) == key})
        reports = len({d.passage.document for d in deeds if span(d.when) == key})
        return (-support, -direct, days(when), -reports, when.earliest or date.max, key[2])

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
