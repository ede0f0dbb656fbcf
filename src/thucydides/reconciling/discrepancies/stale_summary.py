"""Stale summaries: an infobox or summary line that the same document's own text has outgrown."""

from collections.abc import Iterator, Sequence

from thucydides.nouns import Aggregate, Discrepancy, Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates.whom import limits
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.discrepancies.common import WEIGHTS, Scene, Side, aggregate_side, discrepancy
from thucydides.reconciling.groups import EVERYBODY, GroupCount, category_of, head
from thucydides.reconciling.naming import document_name
from thucydides.reconciling.tellings import Telling

Counted = tuple[str, Telling, int]


def find(scene: Scene) -> Iterator[Discrepancy]:
    """One discrepancy for each summary line that its own document's incidents exceed."""
    summaries = [c.aggregate for c in scene.checked if c.aggregate.summary]
    for aggregate in summaries:
        beside = [a for a in summaries if a.document == aggregate.document]
        told_in = [scene.incidents[i] for i in scene.told_in.get(aggregate.document, ())]
        for outcome in ("killed", "injured"):
            stated = _stated(aggregate, outcome)
            if stated is not None and stated.high is not None:
                lines = [a for a in beside if _stated(a, outcome) is not None]
                told = own(told_in, aggregate, lines, outcome)
                if sum(low for _, _, low in told) > stated.high:
                    yield _stale(scene, aggregate, outcome, told)


def _stated(aggregate: Aggregate, outcome: str) -> Quantity | None:
    return aggregate.deaths if outcome == "killed" else aggregate.injured


def own(incidents: Sequence[Assessed], aggregate: Aggregate, lines: Sequence[Aggregate], outcome: str) -> list[Counted]:
    """The counts that the document's own text gives of the people whom a line counts: incident, telling, number.

    Where several lines of the summary could count a group, the one that describes it best does. A line that names no nation
    counts the people of one nation only, for it may speak of one side.
    """
    found: dict[str, list[Counted]] = {}
    for one in incidents:
        best: dict[str, Counted] = {}
        for telling in one.tolls[outcome]:
            if telling.passage.document != aggregate.document or telling.superseded or _overlaps(telling, aggregate):
                continue
            for nation, number in _numbers(telling, aggregate, lines).items():
                if number and (nation not in best or number > best[nation][2]):
                    best[nation] = (one.id, telling, number)
        for nation, counted in best.items():
            found.setdefault(nation, []).append(counted)
    return max(found.values(), key=lambda some: sum(n for _, _, n in some), default=[])


def _overlaps(telling: Telling, aggregate: Aggregate) -> bool:
    return telling.passage.start < aggregate.passage.end and aggregate.passage.start < telling.passage.end


def _numbers(telling: Telling, aggregate: Aggregate, lines: Sequence[Aggregate]) -> dict[str, int]:
    """How many a telling surely counts of the people of a line, by nation."""
    if limits(aggregate) == EVERYBODY:
        return {"": counts.low(telling.quantity)}
    numbers: dict[str, int] = {}
    for group in telling.groups:
        scores = [(_likeness(group, line), -n) for n, line in enumerate(lines) if limits(line) != EVERYBODY]
        score, position = max(scores, default=(0, 0))
        if score and lines[-position] == aggregate:
            numbers[group.key[1]] = numbers.get(group.key[1], 0) + counts.low(group.quantity)
    return numbers


def _likeness(group: GroupCount, line: Aggregate) -> int:
    """How well a summary line describes a group: 0 not at all; nationality and noun say more than category."""
    category, nationality, _ = group.key
    wanted, nation, _ = limits(line)
    same_noun = bool(line.group) and head(group.label) == head(line.group)
    if nation and nationality and nation != nationality:
        return 0
    if wanted and category and wanted != category and not same_noun:
        return 0
    score = 2 * (bool(nation) and nation == nationality) + 2 * same_noun + (bool(wanted) and wanted == category)
    if nation and nation != nationality and not same_noun:
        return 0
    return score or (1 if not wanted and not nation and category and category_of(head(line.group)) == category else 0)


def _stale(scene: Scene, aggregate: Aggregate, outcome: str, told: Sequence[Counted]) -> Discrepancy:
    stated = aggregate.deaths if outcome == "killed" else aggregate.injured
    who = f" {aggregate.group}" if aggregate.group else ""
    figure = counts.say(stated) if stated is not None else ""
    sides = [aggregate_side(aggregate, f"{figure}{who} {outcome}")]
    sides += [
        Side(f"{counts.number(n)}{who} {outcome}", t.passage, t.passage.document, t.chain, next(iter(t.claims), ""))
        for _, t, n in told
    ]
    total = f"{' + '.join(str(n) for _, _, n in told)} = {sum(n for _, _, n in told)}" if len(told) > 1 else str(told[0][2])
    name = document_name(scene.context.documents.get(aggregate.document))
    words = (
        f"The summary of {name} gives {figure}{who} {outcome}, but its own text counts {total}. "
        "The text has likely been brought up to date and the summary has not."
    )
    return discrepancy("stale summary", outcome, [i for i, _, _ in told], sides, words, WEIGHTS[outcome] / 2)
