"""Checking: what does not hold together in a record, as a colleague would write it down; no ids, the weightiest first."""

from collections.abc import Iterator

from thucydides.nouns import Aggregate, AggregateCheck, Discrepancy, Gap, Record
from thucydides.publishing import words
from thucydides.publishing.assets import mapping
from thucydides.publishing.index import Index
from thucydides.publishing.lead import residue
from thucydides.showing.documents import credit
from thucydides.showing.lines import Line

OPEN = ("short", "exceeded")
"""Verdicts of an arithmetic check that call for a person."""


def findings(record: Record) -> int:
    """How many things there are for a person to look at: discrepancies, counts not met or exceeded, open questions."""
    return len(record.discrepancies) + sum(_open(c) for c in record.checks) + len(record.gaps)


def checked(record: Record) -> list[Line]:
    """All findings: discrepancies, counts held against the record, open questions."""
    index = Index(record)
    short = sum(_open(c) for c in record.checks)
    lines = [
        Line(
            f"{record.title}: {words.count(len(record.discrepancies), 'discrepancy', 'discrepancies')}, "
            f"{words.count(len(record.checks), 'count')} over several incidents checked, {short} of them not met, "
            f"{words.count(len(record.gaps), 'open question')}."
        )
    ]
    ranked = sorted(record.discrepancies, key=lambda d: (-d.weight, d.id))
    if ranked:
        lines += [Line(""), Line("Where accounts contradict one another")]
    for number, one in enumerate(ranked, 1):
        lines += [Line(""), *_discrepancy(index, number, one)]
    aggregates = {a.id: a for a in record.aggregates}
    sums = sorted((c for c in record.checks if c.aggregate in aggregates), key=lambda c: (not _open(c), c.aggregate))
    if sums:
        lines += [Line(""), Line("Counts over several incidents, held against the record")]
    for number, check in enumerate(sums, 1):
        lines += [Line(""), *_check(index, number, aggregates[check.aggregate], check)]
    if record.gaps:
        lines += [Line(""), Line("Open questions")]
    for number, gap in enumerate(record.gaps, 1):
        lines += [Line(""), *_gap(index, number, gap)]
    return lines


def _open(check: AggregateCheck) -> bool:
    return any(c.verdict in OPEN for c in (check, *check.other))


def _discrepancy(index: Index, number: int, one: Discrepancy) -> Iterator[Line]:
    """The explanation, what it is about, and each side with its words."""
    kind = mapping("phrases")["kinds"].get(one.kind, one.kind)
    titles = [index.incidents[i].title for i in one.incidents if i in index.incidents]
    about = f": {words.listing(titles[:3])}" if titles else ""
    yield Line(f"{kind}{about}", 0, f"{number}. ")
    yield Line(one.explanation, 3)
    sides: dict[str, list[Line]] = {}
    for side in one.values:
        line = Line(f"{credit(index, side.passage.document)}: “{index.sentence(side.passage)}”", 7)
        sides.setdefault(side.value, []).append(line)
    for value, quotes in sides.items():
        yield Line(value, 3, "- ")
        yield from dict.fromkeys(quotes)


def _check(index: Index, number: int, aggregate: Aggregate, check: AggregateCheck) -> Iterator[Line]:
    """What is stated, what the record holds under each reading, and what is missing."""
    counter = f"{aggregate.counter}, in " if aggregate.counter else ""
    yield Line(f"{counter}{credit(index, aggregate.document)}: {_stated(aggregate)}", 0, f"{number}. ")
    yield Line(f"“{index.sentence(aggregate.passage)}”", 3)
    for one in (check, *check.other):
        yield Line(_reading(aggregate, one), 3, "- ")


def _stated(aggregate: Aggregate) -> str:
    parts = [
        f"{words.quantity(quantity)} {noun}"
        for quantity, noun in ((aggregate.deaths, "killed"), (aggregate.injured, "injured"), (aggregate.incidents, "incidents"))
        if quantity is not None
    ]
    return words.listing(parts) or "a count"


def _reading(aggregate: Aggregate, check: AggregateCheck) -> str:
    """One reading: "Read as since November 2025: the record holds 14 killed in 4 incidents; 2 deaths and ... are missing"."""
    counted = f"{words.quantity(check.recorded_deaths)} killed in " if check.recorded_deaths is not None else ""
    held = f"the record holds {counted}{words.count(check.recorded_incidents, 'incident')}"
    missing = residue(check.residual_deaths, check.residual_incidents)
    said: str = mapping("phrases")["verdicts"].get(check.verdict, check.verdict)
    tail = f"; {missing} missing" if missing and check.verdict == "short" else ""
    return f"{words.sentence_case(check.reading)}: {held}{tail}. {said}"


def _gap(index: Index, number: int, gap: Gap) -> Iterator[Line]:
    yield Line(gap.question, 0, f"{number}. ")
    if gap.reading:
        yield Line(f"Read as: {gap.reading}", 3)
    if gap.likely:
        yield Line(gap.likely, 3)
    yield Line(f"{credit(index, gap.passage.document)}: “{index.sentence(gap.passage)}”", 3)


def plain(record: Record) -> dict[str, object]:
    """The same for a script, in the shapes of the JSON export; `findings` decides the exit code."""
    from thucydides.publishing.outputs.json import plain as exported

    whole = exported(record)
    return {
        "title": record.title, "revision": record.revision, "findings": findings(record),
        "discrepancies": whole["discrepancies"], "aggregates": whole["aggregates"], "gaps": whole["gaps"],
    }  # fmt: skip
