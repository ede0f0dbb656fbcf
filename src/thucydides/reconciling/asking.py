"""Asking: an open question in words a colleague would use ("An AFP tally counts 16 deaths in at least five incidents ...")."""

import re

from thucydides.nouns import Aggregate, AggregateCheck, Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates.whom import limits
from thucydides.reconciling.context import Context
from thucydides.reconciling.groups import EVERYBODY
from thucydides.reconciling.naming import document_name, plural

_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_DEATHS = ("deaths", "killings", "murders", "fatalities")
_SPELLED_WITH_VOWEL = "AEFHILMNORSX"
_OF = ("dozens", "scores", "hundreds", "thousands")
_LEADS = frozenset(
    {"since", "earlier", "later", "in", "within", "over", "during", "between", "from", "this", "last", "so", "until", "by", "throughout",
     "after", "before", "till", "up", "as", "at", "on", "for", "through", "around", "overnight", "today", "yesterday", "tonight"}
)  # fmt: skip
_POINT = re.compile(r"(?:the\s+)?(?:end|beginning|start|turn|close|outset)\b", re.IGNORECASE)
"""The words for a time that one says "at" of."""


def question(context: Context, aggregate: Aggregate, check: AggregateCheck, window: str | None = None) -> str:
    """Who counts what in which window (`window` where the text's own words will not do), what the record holds, and what is told
    nowhere.
    """
    who, verb = _counter(context, aggregate)
    said = window_words(context, aggregate) if window is None else window
    window = f" {said}" if said else ""
    if aggregate.kind == "ordinal" and aggregate.incidents is not None:
        held = counts.number(check.recorded_incidents) if check.recorded_incidents else "none"
        nth = _ordinal(aggregate.incidents.best or 0)
        return f"{who} {verb} an incident as the {nth} of its kind{window}; the record holds {held}: {_missing(check)}."
    record = _record(aggregate, check)
    return f"{who} {verb} {_counted(aggregate)}{window}; the record holds {record}: {_missing(check)}."


def window_words(context: Context, aggregate: Aggregate) -> str:
    """The window as the text words it, fit to stand in a sentence: "since November", "in late November and early December"."""
    said = (aggregate.window.wording if aggregate.window is not None else "") or context.text(aggregate.window_passage)
    said = " ".join(said.split())
    if not said:
        return ""
    if said.split()[0].casefold() in _LEADS or said.casefold().endswith(" ago"):
        return said[:1].lower() + said[1:]
    if " on " in said:
        return said[:1].lower() + said[1:]  # "late on August 1"
    if _POINT.match(said):
        return f"at {'' if said.casefold().startswith('the ') else 'the '}{said[:1].lower() + said[1:]}"
    if aggregate.window is not None and aggregate.window.precision == "days" and said[0].isdigit():
        return f"over {said}"
    return f"{'on' if aggregate.window is not None and aggregate.window.precision == 'day' else 'in'} {said}"


def _counted(aggregate: Aggregate) -> str:
    parts = []
    if aggregate.deaths is not None:
        number = figure(aggregate.deaths)
        of = "of " if number.split()[-1] in _OF else ""
        parts.append(
            f"{number} {of}{'death' if aggregate.deaths.best == 1 and counts.exact(aggregate.deaths) else 'deaths'}"
        )
        if limits(aggregate) != EVERYBODY and aggregate.group:
            own = aggregate.group.casefold().endswith((*_DEATHS, "executions", "assassinations"))  # "203 civilian deaths"
            parts[-1] = f"{figure(aggregate.deaths)} {aggregate.group}" if own else f"{parts[-1]} of {aggregate.group}"
    elif aggregate.injured is not None:
        parts.append(f"{figure(aggregate.injured)} injured")
    if aggregate.incidents is not None:
        word = counts.noun(aggregate.incidents.best, "incident", "incidents")
        parts.append(f"{'in ' if parts else ''}{counts.say(aggregate.incidents)} {word}")
    return " ".join(parts)


def figure(quantity: Quantity) -> str:
    """A number of people as the count words it: "16", "more than 5,000", "at least five"."""
    return (
        f"{quantity.best:,}"
        if counts.exact(quantity)
        else quantity.wording.lower()
        if quantity.rule == "toll.more-than" and quantity.wording and "+" not in quantity.wording
        else counts.say(quantity)
    )


def _record(aggregate: Aggregate, check: AggregateCheck) -> str:
    deaths = check.recorded_deaths.best if check.recorded_deaths is not None and aggregate.deaths is not None else None
    incidents = counts.noun(check.recorded_incidents, "incident", "incidents")
    if not check.recorded_incidents:
        return "none" if aggregate.incidents is None else "no incident"
    if deaths is None:
        return f"{counts.number(check.recorded_incidents)} {incidents}"
    return (
        f"{deaths:,} in {check.recorded_incidents}"
        if aggregate.incidents is not None
        else f"{deaths:,} in {check.recorded_incidents} {incidents}"
    )


def _missing(check: AggregateCheck) -> str:
    """ "2 deaths and at least one incident are told nowhere"."""
    parts, single = [], False
    least, most = check.residual_deaths
    if least or most:
        said = (
            f"at least {least:,}"
            if most is None
            else f"{least:,}"
            if least == most
            else f"{least:,} to {most:,}"
            if least
            else f"up to {most:,}"
        )
        parts.append(f"{said} {counts.noun(least if most in (None, least) else None, 'death', 'deaths')}")
        single = least == 1 and most in (None, 1)
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
        return f"{counter[:1].upper()}{counter[1:]}", "count" if plural(counter) else "counts"
    name = document_name(context.documents.get(aggregate.document))
    return f"{name[:1].upper()}{name[1:]}", "counts"


def _ordinal(value: int) -> str:
    if 0 < value < len(_ORDINALS):
        return _ORDINALS[value]
    return f"{value}{'th' if value % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"
