"""Missing: what no document of the record tells, and what rests on little."""

from collections.abc import Iterator

from thucydides.nouns import Gap, Incident
from thucydides.publishing import sums, words
from thucydides.publishing.briefing.citing import Citing
from thucydides.publishing.briefing.parts import Line
from thucydides.publishing.briefing.working import listed
from thucydides.publishing.index import Index, by_time

MOST_GAPS = 4


def missing(index: Index, citing: Citing) -> Iterator[Line | None]:
    """Open questions first, then what is unknown and what rests on a single origin."""
    gaps = sorted(index.record.gaps, key=lambda g: (not g.likely, not _held(index, g), -((g.deaths[0] or 0) + (g.incidents[0] or 0)), g.id))
    gaps = [g for g in gaps if g.likely or _held(index, g)] or gaps
    for gap in gaps[:MOST_GAPS]:
        tail = f" Likely: {gap.likely.partition(':')[0].rstrip('.')}." if gap.likely else ""
        yield citing.line(f"{gap.question}{tail}", [gap.passage], grounds=[gap.id, gap.aggregate])
    force = sums.force(index.record)
    unknown = [i for i in force if sums.toll(i, "killed") is None]
    yield _of(citing, unknown, len(force), "no document says how many were killed, if anybody")
    yield _of(citing, [i for i in force if i.origins <= 1], len(force), "there is a single origin, and nothing to hold it against")
    yield _of(citing, [i for i in force if not _blamed(index, i)], len(force), "no party is named")


def _held(index: Index, gap: Gap) -> bool:
    """Does the record tell of any incident that the count runs over?"""
    check = index.checks.get(gap.aggregate)
    return bool(check and check.incidents)


def _blamed(index: Index, incident: Incident) -> bool:
    return bool(index.claims_on(incident, "responsibility")) or any(role in ("party", "perpetrator") for _, _, role in incident.actors)


def _of(citing: Citing, some: list[Incident], every: int, what: str) -> Line | None:
    if not some:
        return None
    ordered = sorted(some, key=by_time)
    share = f"all {every:,}" if len(some) == every and every > 1 else f"{len(some):,} of {every:,}"
    return citing.line(
        f"For {share} {'incident' if every == 1 else 'incidents'} {what}.",
        working=f"{words.sentence_case(listed(ordered))}.",
        incidents=[i.id for i in ordered],
    )
