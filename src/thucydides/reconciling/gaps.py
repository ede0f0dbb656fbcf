"""Gaps: what aggregates imply and no document tells, as open questions; never an incident.

Rule `gap.residual`: an aggregate that the record's incidents do not reach under the reading that fits best leaves a question:
how many deaths and incidents are told nowhere, when and where they must be looked for, and which of the people it names no
recorded incident has.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from thucydides.nouns import Aggregate, Gap
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates import Checked
from thucydides.reconciling.aggregates.entries import Entry
from thucydides.reconciling.aggregates.register import Register
from thucydides.reconciling.aggregates.whom import limits
from thucydides.reconciling.asking import figure, question
from thucydides.reconciling.context import Context
from thucydides.reconciling.groups import category_of, head, singular
from thucydides.reconciling.looking import looks, question_window
from thucydides.reconciling.naming import day, listed, sentence
from thucydides.reconciling.voices import country_of
from thucydides.reconciling.words import words

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PEOPLE = frozenset({"", "civilians"})
"""Whom a count of a war's dead counts, whether it says people or civilians."""
_SHOWN = 4
"""Earlier states of a growing count that are told."""
_GROWN = 1.1
"""A state is told where it is larger than the last by a tenth."""
_SAME_START = 31
"""Days within which two counts that run on begin at one time."""
_GENERAL = frozenset({"national", "citizen", "worker", "employee"})


def find_gaps(context: Context, checked: Iterable[Checked], register: Register) -> tuple[Gap, ...]:
    """The open questions, one for each aggregate that is not reached; a count that is repeated, or goes on growing from report to
    report, asks once.
    """
    by_id = {e.id: e for e in register.entries}
    found: dict[tuple[object, ...], list[tuple[tuple[object, ...], Checked]]] = {}
    for one in checked:
        aggregate, check = one.aggregate, one.check
        if check.verdict == "short" and not aggregate.summary and _asks(one, register):
            rank = (aggregate.incidents is None, not aggregate.categories, aggregate.passage)
            key = (context.root(aggregate.document), aggregate.kind == "ordinal", check.incidents, check.residual_deaths)
            found.setdefault(key, []).append((rank, one))
    asked = [min(some, key=lambda pair: pair[0])[1] for some in found.values()]
    return tuple(
        sorted(
            (_gap(context, one, before, [by_id[i] for i in one.check.incidents if i in by_id]) for one, before in _grown(context, asked)),
            key=lambda g: g.id,
        )
    )


def _grown(context: Context, asked: Sequence[Checked]) -> Iterator[tuple[Checked, tuple[Checked, ...]]]:
    """Each count that stands for itself, with the earlier ones of which it is a later state (rule `gap.growing`): all run from
    about one day to the day of their reports, and count the same people.
    """
    chains: list[list[Checked]] = []
    for one in sorted(asked, key=lambda c: _order(context, c)):
        chain = next((some for some in chains if _same_count(some[0], one)), None)
        if chain is None:
            chains.append([one])
        else:
            chain.append(one)
    for chain in chains:
        newest = chain[-1] if _plain(chain[-1]) or not any(map(_plain, chain)) else [c for c in chain if _plain(c)][-1]
        yield newest, tuple(c for c in chain if c is not newest)


def _plain(one: Checked) -> bool:
    """Whether a count gives a number, and no vague word ("hundreds")."""
    return one.aggregate.deaths is None or not counts.indefinite(one.aggregate.deaths)


def _order(context: Context, one: Checked) -> tuple[date, int, str]:
    deaths = one.aggregate.deaths
    return _until(context, one), counts.low(deaths) if deaths is not None else 0, one.aggregate.id


def _until(context: Context, one: Checked) -> date:
    """The day up to which a count counts: the end of its window, and not after the day of its report."""
    last = one.reading.last if one.reading is not None else None
    days = [d for d in (last, context.published(one.aggregate.document)) if d is not None]
    return min(days, default=date.min)


def _same_count(one: Checked, other: Checked) -> bool:
    a, b = one.reading, other.reading
    if a is None or b is None or one.aggregate.deaths is None or other.aggregate.deaths is None:
        return False
    one_window = a.first is not None and (a.first, a.last) == (b.first, b.last)
    if not (a.since and b.since) and not one_window:
        return False
    mine, its = limits(one.aggregate), limits(other.aggregate)
    people = mine[0] == its[0] or {mine[0], its[0]} <= _PEOPLE
    if not people or mine[1:] != its[1:]:
        return False
    return one_window or a.first is None or b.first is None or abs((a.first - b.first).days) <= _SAME_START


def _asks(one: Checked, register: Register) -> bool:
    """Whether a count leaves a question: something is surely missing, or something may be where part of it is recorded.

    A vague count of incidents alone asks nothing, nor does a count of lands that the record does not tell of.
    """
    aggregate, check = one.aggregate, one.check
    if (aggregate.window is None and not aggregate.members and not (one.reading and one.reading.since)) or one.reading is None:
        return False
    vague = aggregate.incidents is None or counts.indefinite(aggregate.incidents)
    if aggregate.deaths is None and aggregate.injured is None and vague:
        return False
    if not check.incidents and aggregate.area is None and not register.at_home(aggregate.document):
        return False
    return bool(check.residual_deaths[0] or check.residual_incidents[0]) or (
        check.recorded_incidents > 0 and aggregate.deaths is not None
    )


def _gap(context: Context, one: Checked, before: Sequence[Checked], counted: Sequence[Entry]) -> Gap:
    aggregate, check = one.aggregate, one.check
    unmet = unmet_categories(aggregate, counted)
    parts = [question(context, aggregate, check, question_window(context, one))]
    if unmet:
        parts.append(sentence(f"the count names {listed(unmet)}; no recorded incident has any"))
    likely = looks(context, one, unmet)
    earlier = _states(context, [c for c in before if _grew(c, one)])
    if earlier:
        parts.append(f"The count has grown from report to report: {listed(earlier)}.")
    unknown = [e for e in counted if e.killed is None or e.killed.best is None]
    if unknown:
        parts.append("Some of the incidents counted have no known toll and may hold what is missing.")
    said = question_window(context, one).casefold()
    plain = {said, said.removeprefix("in "), said.removeprefix("on ")}
    if check.reading and not check.reading.startswith("since the violence began") and check.reading.casefold() not in plain:
        parts.append(sentence(f"the window is taken as {check.reading}"))
    return Gap(
        f"gap:{aggregate.id}",
        aggregate.id,
        " ".join(parts),
        aggregate.passage,
        check.residual_deaths,
        check.residual_incidents,
        check.reading,
        likely,
    )


def _grew(earlier: Checked, newest: Checked) -> bool:
    """Whether a later state of a count is larger."""
    a, b = earlier.aggregate.deaths, newest.aggregate.deaths
    return a is not None and b is not None and counts.low(b) > counts.low(a) * _GROWN


def _states(context: Context, before: Sequence[Checked]) -> list[str]:
    """Earlier states of a growing count, those that are larger than all before: "1,700 by 15 August 2011"."""
    found: list[str] = []
    most = 0
    for one in before:
        deaths = one.aggregate.deaths
        if deaths is not None and counts.low(deaths) > most * _GROWN:
            most = counts.low(deaths)
            found.append(f"{figure(deaths)} by {day(_until(context, one))}")
    return found if len(found) <= _SHOWN else [*found[: _SHOWN - 1], found[-1]]


def unmet_categories(aggregate: Aggregate, counted: Sequence[Entry]) -> tuple[str, ...]:
    """The groups that an aggregate names and that no counted incident has among its dead, each by its noun or nationality."""
    groups = [g for e in counted for g in e.killed_groups]
    found = []
    for label in aggregate.categories:
        words_ = _TOKEN.findall(label)
        known = [w for w in words_ if category_of(singular(w.casefold()))]
        noun, country = singular(known[-1].casefold()) if known else head(label), country_of(label)
        category = category_of(noun)
        general = noun in words("whole") or noun in _GENERAL or not category
        if country is not None and general:
            met, name = any(g.nationality == country[0] for g in groups), label
        else:
            met = any(head(g.group) == noun or (bool(category) and g.category == category) for g in groups)
            name = known[-1] if known else label
        if not met:
            found.append(name.strip("“”\"' "))
    return tuple(dict.fromkeys(found))
