"""Gaps: what aggregates imply and no document tells, as open questions; never an incident.

Rule `gap.residual`: an aggregate that the record's incidents do not reach under the reading that fits best leaves a question:
how many deaths and incidents are told nowhere, when and where they must be looked for, and which of the people it names no
recorded incident has.
"""

import re
from collections.abc import Iterable, Sequence

from thucydides.nouns import Aggregate, AggregateCheck, Gap, Passage, Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates import Checked
from thucydides.reconciling.aggregates.entries import Entry
from thucydides.reconciling.context import Context
from thucydides.reconciling.groups import category_of, head, singular
from thucydides.reconciling.naming import document_name, listed, sentence
from thucydides.reconciling.voices import country_of
from thucydides.reconciling.words import words

_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SPELLED_WITH_VOWEL = "AEFHILMNORSX"
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PLACE_OF = re.compile(r"\s+(?:in|of|from|at|for)\s+")
_GENERAL = frozenset({"national", "citizen", "worker", "employee"})
_LEADS = frozenset(
    {"since", "in", "within", "over", "during", "between", "from", "this", "last", "so", "until", "by", "throughout"}
)


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
    parts = [_question(context, aggregate, check)]
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


def _question(context: Context, aggregate: Aggregate, check: AggregateCheck) -> str:
    who, verb = _counter(context, aggregate)
    said = window_words(context, aggregate)
    window = f" {said}" if said else ""
    if aggregate.kind == "ordinal" and aggregate.incidents is not None:
        held = counts.number(check.recorded_incidents) if check.recorded_incidents else "none"
        nth = _ordinal(aggregate.incidents.best or 0)
        return f"{who} {verb} it as the {nth} of its kind{window}; the record holds {held}: {_missing(check)}."
    record = _record(aggregate, check)
    return f"{who} {verb} {_counted(aggregate)}{window}; the record holds {record}: {_missing(check)}."


def window_words(context: Context, aggregate: Aggregate) -> str:
    """The window as the text words it, fit to stand in a sentence: "since November", "in late November and early December"."""
    said = (aggregate.window.wording if aggregate.window is not None else "") or context.text(aggregate.window_passage)
    said = " ".join(said.split())
    if not said:
        return ""
    return said[:1].lower() + said[1:] if said.split()[0].casefold() in _LEADS else f"in {said}"


def _counted(aggregate: Aggregate) -> str:
    parts = []
    if aggregate.deaths is not None:
        parts.append(
            f"{_figure(aggregate.deaths)} {'death' if aggregate.deaths.best == 1 and counts.exact(aggregate.deaths) else 'deaths'}"
        )
    elif aggregate.injured is not None:
        parts.append(f"{_figure(aggregate.injured)} injured")
    if aggregate.incidents is not None:
        word = counts.noun(aggregate.incidents.best, "incident", "incidents")
        parts.append(f"{'in ' if parts else ''}{counts.say(aggregate.incidents)} {word}")
    return " ".join(parts)


def _figure(quantity: Quantity) -> str:
    return (
        str(quantity.best)
        if counts.exact(quantity)
        else quantity.wording.lower()
        if quantity.rule == "toll.more-than" and quantity.wording
        else counts.say(quantity)
    )


def _record(aggregate: Aggregate, check: AggregateCheck) -> str:
    deaths = check.recorded_deaths.best if check.recorded_deaths is not None and aggregate.deaths is not None else None
    incidents = counts.noun(check.recorded_incidents, "incident", "incidents")
    if deaths is None:
        return f"{counts.number(check.recorded_incidents) if check.recorded_incidents else 'no'} {incidents}"
    return (
        f"{deaths} in {check.recorded_incidents}"
        if aggregate.incidents is not None
        else f"{deaths} in {check.recorded_incidents} {incidents}"
    )


def _missing(check: AggregateCheck) -> str:
    """ "2 deaths and at least one incident are told nowhere"."""
    parts, single = [], False
    least, most = check.residual_deaths
    if least or most:
        said = (
            f"at least {least}"
            if most is None
            else str(least)
            if least == most
            else f"{least} to {most}"
            if least
            else f"up to {most}"
        )
        parts.append(f"{said} {counts.noun(most if least == most else None, 'death', 'deaths')}")
        single = least == most == 1
    least, most = check.residual_incidents
    if not parts and not least and most:
        parts.append(f"up to {counts.number(most)} {counts.noun(most, 'incident', 'incidents')}")
    if least:
        said = counts.number(least) if least == most else f"at least {counts.number(least)}"
        parts.append(f"{said} {counts.noun(least, 'incident', 'incidents')}")
        single = least == 1 and len(parts) == 1
    if not parts:
        return "some may be told nowhere"
    return f"{' and '.join(parts)} {'is' if single and len(parts) == 1 else 'are'} told nowhere"


def _counter(context: Context, aggregate: Aggregate) -> tuple[str, str]:
    """Who counts, and the verb that goes with it."""
    counter = (aggregate.counter or "").strip()
    if counter.isupper() and len(counter.split()) == 1:
        return f"{'An' if counter[0] in _SPELLED_WITH_VOWEL else 'A'} {counter} tally", "counts"
    if counter:
        return f"{counter[:1].upper()}{counter[1:]}", "count" if _plural(counter) else "counts"
    name = document_name(context.documents.get(aggregate.document))
    return f"{name[:1].upper()}{name[1:]}", "counts"


def _plural(counter: str) -> bool:
    """Whether a counter is several people ("officials in Dushanbe", "Tajik authorities")."""
    noun = _PLACE_OF.split(counter.casefold())[0].split()[-1:]
    return bool(noun) and singular(noun[0]) != noun[0]


def _ordinal(value: int) -> str:
    if 0 < value < len(_ORDINALS):
        return _ORDINALS[value]
    return f"{value}{'th' if value % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


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
