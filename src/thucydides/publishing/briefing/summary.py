"""Summary: the bullets that stand first: how many were harmed, the worst incident, who is blamed, what is disputed, what is missing."""

from collections.abc import Iterator

from thucydides.nouns import Incident
from thucydides.publishing import days, sums, words
from thucydides.publishing.briefing.citing import Citing
from thucydides.publishing.briefing.disputes import blamed, contested, ranked
from thucydides.publishing.briefing.events import happened
from thucydides.publishing.briefing.parts import Line
from thucydides.publishing.briefing.referring import reference
from thucydides.publishing.briefing.working import added, listed
from thucydides.publishing.groups import whom
from thucydides.publishing.index import Index
from thucydides.publishing.lead import countries, extent, short_of

MOST_COUNTRIES = 4


def summary(index: Index, citing: Citing, told: tuple[Incident, ...]) -> Iterator[Line | None]:
    """The bullets, most important first."""
    force = sums.force(index.record)
    if not force:
        return
    yield from _toll(index, citing)
    yield _worst(index, citing, told)
    yield _blame(index, citing, told)
    yield _counts(index, citing, told)
    yield _disputed(index, citing)


def _toll(index: Index, citing: Citing) -> Iterator[Line | None]:
    force = sums.force(index.record)
    first, last = extent(force)
    names = list(countries(index))
    rest = len(names) - MOST_COUNTRIES
    place = words.listing([*names[:MOST_COUNTRIES], words.count(rest, "other country", "other countries")] if rest > 0 else names)
    span = f" between {days.day(first)} and {days.day(last)}" if first and last and first != last else ""
    span = f" on {days.day(first)}" if first and first == last else span
    killed, injured = sums.total(force, "killed"), sums.total(force, "injured")
    told = f"The documents tell of {words.count(len(force), 'incident')}{span}{' in ' + place if place else ''}"
    parts: list[str] = []
    for total, outcome in ((killed, "killed"), (injured, "injured")):
        if total.counted:
            verb = "was reported" if total.words == "1" else "were reported"
            who = f"{total.people} {verb}" if not parts else total.words
            share = f"for all {total.counted:,}" if not total.unknown else f"for {total.counted:,}"
            parts.append(f"{who} {outcome} (a number is given {share} of them)" if not parts else f"{who} {outcome} ({share})")
    text = f"{told}. {words.sentence_case(' and '.join(parts))}." if parts else f"{told}. None gives a number of killed or injured."
    counted = [i for i in force if sums.toll(i, "killed") or sums.toll(i, "injured")]
    working = " ".join(added(force, o) for o, t in (("killed", killed), ("injured", injured)) if t.counted and t.high)
    claims = [c for i in counted for a in i.assessments if a.attribute in ("killed", "injured") for c in a.claims_for]
    yield citing.line(text, claims=claims, working=working or listed(force), incidents=[i.id for i in force])


def _worst(index: Index, citing: Citing, told: tuple[Incident, ...]) -> Line | None:
    """The incident with most dead, where there is one and another beside it."""
    deadly = [(q.best or q.low or 0, i) for i in told if (q := sums.toll(i, "killed")) is not None]
    if len(told) < 2 or not deadly or max(n for n, _ in deadly) < 1:
        return None
    most = max(n for n, _ in deadly)
    worst = [i for n, i in deadly if n == most]
    if len(worst) > 1:
        return None
    sentence = happened(index, worst[0])
    quantity = sums.toll(worst[0], "killed")
    if quantity is None:
        return None
    text = f"The deadliest of those told below is {reference(index, worst[0])}: {whom(worst[0], 'killed', quantity)} killed."
    return citing.line(text, sentence.passages, claims=sentence.claims, most=2)


def _blame(index: Index, citing: Citing, told: tuple[Incident, ...]) -> Line | None:
    """Of how many incidents told below somebody is held responsible, admits it, or who did it is in dispute."""
    held = [(i, b) for i in told if (b := blamed(index, i)) is not None]
    if not held:
        return None
    claimed = [i for i, b in held if b.admitted]
    disputed = [i for i, _ in held if contested(index, i)]
    parts = []
    if disputed:
        parts.append(f"who did it is in dispute for {_refs(index, disputed)}")
    if claimed:
        parts.append(f"responsibility was claimed or admitted for {_refs(index, claimed)}")
    if not parts:
        return None
    passages = [p for i, b in held if i in disputed or i in claimed for p in b.passages[:2]]
    claims = [c for i, b in held if i in disputed or i in claimed for c in b.claims]
    return citing.line(words.sentence_case("; ".join(parts)) + ".", passages, claims=claims)


def _refs(index: Index, incidents: list[Incident]) -> str:
    most = 3
    named = [reference(index, i) for i in incidents[:most]]
    rest = len(incidents) - most
    return words.listing([*named, f"{rest} more"] if rest > 0 else named)


def _counts(index: Index, citing: Citing, told: tuple[Incident, ...]) -> Line | None:
    """The count over many incidents, some of them told below, that spans most of them and that the record falls short of."""
    within, found = {i.id for i in told}, []
    for a in index.record.aggregates:
        check = index.checks.get(a.id)
        if check is None or check.verdict != "short" or a.deaths is None or a.summary or check.recorded_deaths is None:
            continue
        if (check.residual_deaths[0] or 0) > 0 and within & set(check.incidents):
            found.append((len(check.incidents), a.deaths.best or 0, a.id, a, check))
    if not found:
        return None
    aggregate, check = max(found, key=lambda f: f[:3])[3:]
    counted = [index.incidents[i] for i in check.incidents if i in index.incidents]
    working = f"The record’s incidents in that time: {listed(counted)}."
    return citing.line(
        short_of(index, aggregate, check), [aggregate.passage], working=working, incidents=check.incidents, grounds=[aggregate.id]
    )


def _disputed(index: Index, citing: Citing) -> Line | None:
    found = ranked(index)
    gaps = index.record.gaps
    if not found and not gaps:
        return None
    points = words.count(len(found), "point")
    one = f"The documents contradict one another or themselves on {points}" if found else "No contradiction of weight was found"
    two = f"{words.count(len(gaps), 'question')} {'stays' if len(gaps) == 1 else 'stay'} open" if gaps else "no question stays open"
    passages = [d.values[0].passage for d in found[:1] if d.values] + [g.passage for g in gaps[:1]]
    return citing.line(f"{one}; {two}.", passages, grounds=[*(d.id for d in found), *(g.id for g in gaps)])
