"""Checking: what does not hold together in a record, as a colleague would write it down; no ids, the weightiest first."""

from collections.abc import Iterator

from thucydides.nouns import Aggregate, AggregateCheck, Answer, Discrepancy, Gap, Record
from thucydides.publishing import words
from thucydides.publishing.assets import mapping
from thucydides.publishing.index import Index
from thucydides.publishing.lead import residue
from thucydides.reviewing.fitting import unfit
from thucydides.showing import ranges
from thucydides.showing.documents import credit
from thucydides.showing.lines import Line

OPEN = ("short", "exceeded")
"""Verdicts of an arithmetic check that call for a person."""


def findings(record: Record) -> int:
    """How many things there are for a person to look at: discrepancies, counts not met or exceeded, open questions, unfit rulings."""
    return len(record.discrepancies) + sum(c.verdict in OPEN for c in record.checks) + len(record.gaps) + len(unfit(record))


def checked(record: Record) -> list[Line]:
    """All findings: contradictions, open and answered questions, counts held against the record, and what the numbers allow."""
    index = Index(record)
    ranked = sorted(record.discrepancies, key=lambda d: (-d.weight, d.id))
    lines = [Line(_summary(record))]
    if ranked:
        lines += [Line(""), Line("Where accounts contradict one another, what changes most first")]
    for number, one in enumerate(ranked, 1):
        lines += [Line(""), *_discrepancy(index, number, one)]
    if record.gaps:
        lines += [Line(""), Line("Open questions: what counts imply and no report tells")]
    for number, gap in enumerate(record.gaps, 1):
        lines += [Line(""), *_gap(index, number, gap)]
    if record.answers:
        lines += [Line(""), Line("Questions answered")]
    for number, answer in enumerate(record.answers, 1):
        lines += [Line(""), *_answer(index, number, answer)]
    lines += list(_counts(index, record))
    if lost := unfit(record):
        lines += [Line(""), Line("Rulings that fit nothing any more"), Line("")]
        lines += [Line(f"{words.sentence_case(one.words)}.", 0, f"{n}. ") for n, one in enumerate(lost, 1)]
    return [*lines, *ranges.allowed(index, record)]


def _summary(record: Record) -> str:
    """The findings in one sentence."""
    short = sum(c.verdict in OPEN for c in record.checks)
    differ = words.count(len(record.discrepancies), "contradiction")
    asked = words.count(len(record.gaps), "open question")
    answered = f", {words.count(len(record.answers), 'question')} answered" if record.answers else ""
    compared = sum(c.verdict != "not comparable" for c in record.checks)
    counts = f"{words.count(compared, 'count')} over several incidents compared, {short} of them not as told"
    return f"{record.title}: {differ}, {asked}{answered}; {counts}."


def _counts(index: Index, record: Record) -> Iterator[Line]:
    """The counts over several incidents: those that the record does not bear out in full, the others in a line each."""
    aggregates = {a.id: a for a in record.aggregates}
    compared = [c for c in record.checks if c.aggregate in aggregates and c.verdict != "not comparable"]
    left = len(record.checks) - len(compared)
    if not compared:
        return
    yield Line("")
    yield Line("Counts over several incidents, held against the record")
    ordered = sorted(compared, key=lambda c: (not _open(c), c.aggregate))
    for number, check in enumerate(ordered, 1):
        if number == 1 or _open(check):
            yield Line("")
        yield from _check(index, number, aggregates[check.aggregate], check)
    if left:
        yield Line("")
        yield Line(f"{words.count(left, 'further count')} {'says' if left == 1 else 'say'} nothing of when, and cannot be compared.")


def _open(check: AggregateCheck) -> bool:
    """Whether some reading of a count is not borne out."""
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
    """What is stated, what the record holds under each reading, and what is missing; a count that is reached in one line."""
    if not _open(check):
        yield Line(f"{_head(index, aggregate)}. {_reading(aggregate, check)}", 0, f"{number}. ")
        return
    yield Line(_head(index, aggregate), 0, f"{number}. ")
    yield Line(f"“{index.sentence(aggregate.passage)}”", 3)
    for one in (check, *check.other):
        yield Line(_reading(aggregate, one), 3, "- ")


def _head(index: Index, aggregate: Aggregate) -> str:
    counter = f"{aggregate.counter}, in " if aggregate.counter else ""
    return f"{counter}{credit(index, aggregate.document)}: {_stated(aggregate)}"


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
    incidents = words.count(check.recorded_incidents, "incident")
    held = f"the record holds {f'{counted}{incidents}' if check.recorded_incidents else 'none'}"
    missing = residue(check.residual_deaths, check.residual_incidents)
    said: str = mapping("phrases")["verdicts"].get(check.verdict, check.verdict)
    tail = f"; {missing} missing" if missing and check.verdict == "short" else ""
    return f"{words.sentence_case(check.reading)}: {held}{tail}. {said}"


def _gap(index: Index, number: int, gap: Gap) -> Iterator[Line]:
    yield Line(gap.question, 0, f"{number}. ")
    if gap.likely:
        yield Line(f"Look for {gap.likely}.", 3)
    yield Line(f"{credit(index, gap.passage.document)}: “{index.sentence(gap.passage)}”", 3)


def _answer(index: Index, number: int, answer: Answer) -> Iterator[Line]:
    yield Line(f"Revision {answer.asked} asked: {answer.question}", 0, f"{number}. ")
    yield Line(f"Answered in revision {answer.answered}: {answer.words}", 3)


def plain(record: Record) -> dict[str, object]:
    """The same for a script, in the shapes of the JSON export; `findings` decides the exit code."""
    from thucydides.publishing.outputs.json import plain as exported

    whole = exported(record)
    return {
        "title": record.title, "revision": record.revision, "findings": findings(record),
        "discrepancies": whole["discrepancies"], "aggregates": whole["aggregates"], "gaps": whole["gaps"],
        "answers": whole["answers"], "ranges": whole["ranges"],
        "rulings_unfit": [{"number": u.ruling.number, "verb": u.ruling.verb, "reason": u.reason} for u in unfit(record)],
    }  # fmt: skip
