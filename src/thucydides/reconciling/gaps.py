"""Gaps: what aggregates imply and no document tells, as open questions; never an incident.

Rule `gap.residual`: an aggregate that the record's incidents do not reach under the reading that fits best leaves a question:
how many deaths and incidents are told nowhere, when and where they must be looked for, and which of the people it names no
recorded incident has.
"""

import re
from collections.abc import Iterable, Sequence

from thucydides.nouns import Aggregate, AggregateCheck, Gap, Passage
from thucydides.reconciling.aggregates import Checked
from thucydides.reconciling.aggregates.entries import Entry
from thucydides.reconciling.asking import question, window_words
from thucydides.reconciling.context import Context
from thucydides.reconciling.groups import category_of, head, singular
from thucydides.reconciling.naming import listed, sentence
from thucydides.reconciling.voices import country_of
from thucydides.reconciling.words import words

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_GENERAL = frozenset({"national", "citizen", "worker", "employee"})


def find_gaps(context: Context, checked: Iterable[Checked], entries: Sequence[Entry]) -> tuple[Gap, ...]:
    """The open questions, one for each aggregate that is not reached; repetitions of one count in one document ask once."""
    by_id = {e.id: e for e in entries}
    found: dict[tuple[object, ...], tuple[tuple[bool, bool, Passage], Gap]] = {}
    for one in checked:
        aggregate, check = one.aggregate, one.check
        if check.verdict != "short" or aggregate.summary or not _asks(aggregate, check):
            continue
        key = (context.root(aggregate.document), aggregate.kind == "ordinal", check.incidents, check.residual_deaths)
        rank = (aggregate.incidents is None, not aggregate.categories, aggregate.passage)
        if key not in found or rank < found[key][0]:
            found[key] = (rank, _gap(context, one, [by_id[i] for i in check.incidents if i in by_id]))
    return tuple(sorted((gap for _, gap in found.values()), key=lambda g: g.id))


def _asks(aggregate: Aggregate, check: AggregateCheck) -> bool:
    """Whether a count leaves a question: something is surely missing, or something may be where part of it is recorded."""
    if aggregate.window is None and not aggregate.members:
        return False
    return bool(check.residual_deaths[0] or check.residual_incidents[0]) or (
        check.recorded_incidents > 0 and aggregate.deaths is not None
    )


def _gap(context: Context, one: Checked, counted: Sequence[Entry]) -> Gap:
    aggregate, check = one.aggregate, one.check
    unmet = unmet_categories(aggregate, counted)
    parts = [question(context, aggregate, check)]
    likely = ""
    if unmet:
        parts.append(sentence(f"the count names {listed(unmet)}; no recorded incident has any"))
        likely = f"an incident in which {listed(unmet)} came to harm: the count names them and no recorded incident has any"
    unknown = [e for e in counted if e.killed is None or e.killed.best is None]
    if unknown:
        parts.append("Some of the incidents counted have no known toll and may hold what is missing.")
    said = window_words(context, aggregate).removeprefix("in ")
    if check.reading and check.reading.casefold() not in (said.casefold(), f"in {said}".casefold()):
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
