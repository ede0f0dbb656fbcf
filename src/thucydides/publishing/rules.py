"""Rules: which rules a record used, and what each means, for its methodology."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from msgspec import Struct

from thucydides.nouns import DateRange, Quantity, Record
from thucydides.vocabulary import mapping

STEPS = {
    "date": "Dates",
    "toll": "Counts of people",
    "place": "Places",
    "type": "Kinds of incident",
    "assess": "Assessments",
    "grade": "Grades",
    "discrepancy": "Discrepancies",
    "aggregate": "Counts over many incidents",
    "arithmetic": "Arithmetic",
    "link": "One incident or two",
    "origin": "Origins",
    "read": "Reading",
    "claim": "Who says what",
    "figure": "Figures",
    "gap": "Open questions",
    "anchor": "Dates of documents that give none",
    "published": "Dates of documents",
    "publish": "What is exported",
    "ucdp": "What is exported as UCDP GED",
    "acled": "What is exported as ACLED",
}
"""Headings for the first part of a rule's id; others stand under their own name."""


class Rule(Struct, frozen=True):
    """A rule: its id, what it means, where it comes from, and how often this record used it."""

    id: str
    meaning: str
    source: str
    times: int


@cache
def meanings() -> dict[str, tuple[str, str]]:
    """(meaning, source) of every rule in `vocabularies/rules`, by id."""
    folder = files("thucydides") / "vocabularies" / "rules"
    if not folder.is_dir():
        return {}
    found = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            rules = mapping(f"rules/{file.name.removesuffix('.yaml')}").get("rules") or {}
            for name, rule in rules.items():
                found[name] = (str(rule.get("meaning", "")), str(rule.get("source", "")))
    return found


def meaning(rule: str) -> str:
    """What a rule means in one sentence; empty where no table describes it."""
    return meanings().get(rule, ("", ""))[0]


def used(record: Record) -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """The rules that this record names, under headings, by id."""
    counted = Counter(rule for rule in _named(record) if rule)
    groups: dict[str, list[Rule]] = {}
    for name, times in sorted(counted.items()):
        said, source = meanings().get(name, ("", ""))
        first = name.split(".")[0]
        groups.setdefault(STEPS.get(first, first.capitalize()), []).append(Rule(name, said, source, times))
    return tuple((heading, tuple(rules)) for heading, rules in sorted(groups.items()))


def _named(record: Record) -> Iterator[str]:
    for incident in record.incidents:
        yield from (a.rule for a in incident.assessments)
    for mention in record.mentions:
        yield mention.type_rule
        yield from _date(mention.date)
        for item in mention.toll:
            yield from _quantity(item.quantity)
    for claim in record.claims:
        yield from _quantity(claim.quantity)
        yield from _date(claim.date)
    for aggregate in record.aggregates:
        for value in (aggregate.deaths, aggregate.injured, aggregate.incidents):
            yield from _quantity(value)
        yield from _date(aggregate.window)
    for document in record.documents:
        yield from _date(document.published)
        yield from (note for note in document.notes if note in meanings())
    yield from (d.rule for d in record.discrepancies)


def _date(value: DateRange | None) -> Iterator[str]:
    if value is not None:
        yield value.rule


def _quantity(value: Quantity | None) -> Iterator[str]:
    if value is not None:
        yield value.rule
