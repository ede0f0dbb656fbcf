"""Tally: a count over many incidents as the page shows it, held against the record."""

from msgspec import Struct

from thucydides.nouns import Aggregate, AggregateCheck
from thucydides.publishing import days, words
from thucydides.publishing.assets import mapping
from thucydides.publishing.evidence import Evidence, Ref
from thucydides.publishing.index import Index
from thucydides.publishing.lead import residue
from thucydides.publishing.pages.incident import named
from thucydides.publishing.reader import slug


class Tally(Struct, frozen=True):
    """A count over many incidents against the record: what it states, what the record has, what is missing, in words and bars."""

    anchor: str
    who: str
    ref: Ref | None
    states: str
    window: str
    reading: str
    holds: str
    verdict: str
    sentence: str
    missing: str
    recorded: int
    stated: int
    incidents: tuple[tuple[str, str, str], ...]
    other: tuple[tuple[str, str], ...]
    categories: str
    short: bool
    met: bool


def ranked(index: Index) -> list[Aggregate]:
    """Counts with the worst verdicts first, then as the record has them."""
    order = {"short": 0, "exceeded": 1, "met": 2, "not comparable": 3}
    checks = index.checks
    return sorted(index.record.aggregates, key=lambda a: (order[checks[a.id].verdict] if a.id in checks else 4, a.summary))


def tally(index: Index, evidence: Evidence, value: Aggregate) -> Tally:
    check = index.checks.get(value.id)
    recorded = check.recorded_deaths.best if check and check.recorded_deaths and check.recorded_deaths.best is not None else 0
    stated = value.deaths.best or value.deaths.low or 0 if value.deaths else 0
    return Tally(
        anchor=f"a-{slug(value.id)}",
        who=words.sentence_case(value.counter or index.source(value.document)),
        ref=evidence.ref(value.passage),
        states=_states(value),
        window=days.when(value.window) if value.window else "no period given",
        reading=check.reading if check else "",
        holds=_holds(check) if check else "",
        verdict=mapping("phrases")["verdicts"][check.verdict] if check else "Not held against the record.",
        sentence=_missing(check),
        missing=residue(check.residual_deaths, check.residual_incidents) if check else "",
        recorded=recorded if value.deaths and check else 0,
        stated=stated if check else 0,
        incidents=tuple(named(evidence, index.incidents[i]) for i in check.incidents if i in index.incidents) if check else (),
        other=tuple((o.reading, f"{_holds(o)}. {_missing(o)}") for o in check.other) if check else (),
        categories=words.listing(value.categories),
        short=bool(check and check.verdict == "short"),
        met=bool(check and check.verdict == "met"),
    )


def _states(value: Aggregate) -> str:
    parts = [
        f"{words.quantity(value.deaths)} {'death' if value.deaths.best == 1 else 'deaths'}" if value.deaths else "",
        f"{words.quantity(value.injured)} injured" if value.injured else "",
        f"{words.quantity(value.incidents)} {'incident' if value.incidents.best == 1 else 'incidents'}"
        if value.incidents
        else "",
    ]
    return words.listing([p for p in parts if p]) or words.UNKNOWN


def _holds(check: AggregateCheck) -> str:
    incidents = words.count(check.recorded_incidents, "incident")
    deaths = f"{words.quantity(check.recorded_deaths)} killed in " if check.recorded_deaths else ""
    return f"{deaths}{incidents}"


def _missing(check: AggregateCheck | None) -> str:
    if check is None:
        return ""
    missing = residue(check.residual_deaths, check.residual_incidents)
    return f"Unaccounted for: {missing}." if missing else mapping("phrases")["verdicts"][check.verdict]
