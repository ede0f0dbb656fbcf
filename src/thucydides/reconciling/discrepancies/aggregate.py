"""Discrepancies of aggregates: counts that the incidents they cover overshoot, that their members do not add up to, or that
exclude each other.
"""

from collections.abc import Hashable, Iterator
from itertools import combinations

from thucydides.nouns import Aggregate, Discrepancy
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates import Checked
from thucydides.reconciling.aggregates.whom import limits, whom
from thucydides.reconciling.discrepancies.common import WEIGHTS, Scene, Side, aggregate_side, discrepancy
from thucydides.reconciling.naming import document_name
from thucydides.reconciling.tellings import Telling

ROUND = 0.05
"""Counts of a war are told in round numbers: a part that is larger by less than this share is none."""
MOST_SIDES = 6
"""Incidents shown as sides of an overshot count, those with the most dead."""


def find(scene: Scene) -> Iterator[Discrepancy]:
    """Overshoot, sums that do not come out, and counts of one thing that differ."""
    for checked in scene.checked:
        if checked.aggregate.summary:
            continue
        if checked.check.verdict == "exceeded" and checked.aggregate.kind != "ordinal" and checked.aggregate.window is not None:
            yield from _exceeded(scene, checked)
        if checked.aggregate.deaths is not None and checked.aggregate.injured is not None:
            yield from _injured(scene, checked)
    yield from _exclusive(scene)


def _name(scene: Scene, aggregate: Aggregate) -> str:
    name = document_name(scene.context.documents.get(aggregate.document))
    return f"{aggregate.counter} (in {name})" if aggregate.counter else name


def _members(scene: Scene, checked: Checked, outcome: str) -> list[tuple[str, Telling]]:
    """The incidents counted, each with the telling that holds its figure."""
    found = []
    for identifier in checked.check.incidents:
        one = scene.incident(identifier)
        assessment = one.get(outcome) if one is not None else None
        if one is None or assessment is None or assessment.quantity is None:
            continue
        telling = next((t for t in one.tolls[outcome] if not t.superseded and t.quantity.best == assessment.quantity.best), None)
        if telling is not None:
            found.append((one.id, telling))
    return found


def _sides(scene: Scene, checked: Checked, outcome: str, stated: str) -> list[Side]:
    sides = [aggregate_side(checked.aggregate, stated)]
    largest = sorted(_members(scene, checked, outcome), key=lambda m: (-(m[1].quantity.best or 0), m[0]))[:MOST_SIDES]
    for _, telling in largest:
        sides.append(
            Side(
                f"{counts.say(telling.quantity)} {outcome}",
                telling.passage,
                telling.passage.document,
                telling.chain,
                next(iter(telling.claims), ""),
            )
        )
    return sides


def _exceeded(scene: Scene, checked: Checked) -> Iterator[Discrepancy]:
    """Deaths, or incidents of a type that is named, of which more are told than were counted."""
    aggregate, check = checked.aggregate, checked.check
    held, deaths, incidents = check.recorded_deaths, aggregate.deaths, aggregate.incidents
    told = "one incident" if check.recorded_incidents == 1 else f"{check.recorded_incidents} incidents"
    window = f" ({check.reading})" if check.reading else ""
    if deaths is not None and deaths.high is not None and held is not None and (held.low or 0) > deaths.high:
        attribute, stated, record = "killed", f"{counts.say(deaths)} killed", f"{held.best} killed in {told}"
    elif incidents is not None and incidents.high is not None and (deaths is not None or aggregate.type is not None):
        attribute, stated, record = "incidents", f"{counts.say(incidents)} incidents", told
    else:
        return
    words = (
        f"{_name(scene, aggregate)} counts {stated}{window}, yet what is told in that window comes to {record}. "
        "The count likely leaves some out, or was made before the last of them."
    )
    yield discrepancy(
        "aggregate", attribute, check.incidents, _sides(scene, checked, "killed", stated), words, WEIGHTS[attribute]
    )


def _injured(scene: Scene, checked: Checked) -> Iterator[Discrepancy]:
    """The injured of an aggregate against the sum of its members' injured."""
    stated = checked.aggregate.injured
    entries = {i: scene.entries[i] for i in checked.check.incidents}
    shares = [whom(checked.aggregate).share(e, "injured") for e in entries.values()]
    known = [s for s in shares if s is not None and counts.known(s)]
    if stated is None or not known or checked.check.verdict in ("short", "not comparable"):
        return
    total = counts.total(known)
    open_ended = len(known) < len(shares) or total.high is None
    if counts.low(total) <= (stated.high if stated.high is not None else counts.low(total)) and (
        open_ended or counts.low(stated) <= (total.high or 0)
    ):
        return
    terms = [e.injured.best for e in entries.values() if e.injured is not None and e.injured.best is not None]
    added = f"{' + '.join(map(str, terms))} = {sum(terms)}" if len(terms) > 1 else str(sum(terms))
    words = (
        f"{_name(scene, checked.aggregate)} counts {counts.say(stated)} injured in all, but the incidents it sums up have {added}. "
        "Either the sum counts people whom the single accounts leave out, or it repeats the number of the dead."
    )
    if stated.best != (checked.aggregate.deaths.best if checked.aggregate.deaths else None):
        words = words.replace(", or it repeats the number of the dead", ", or one of the numbers is mistaken")
    sides = _sides(scene, checked, "injured", f"{counts.say(stated)} injured in all")
    yield discrepancy("aggregate", "injured", checked.check.incidents, sides, words, WEIGHTS["injured"])


def _exclusive(scene: Scene) -> Iterator[Discrepancy]:
    """Two counts of the same people and area, the one's window inside the other's, that exclude each other."""
    alike: dict[Hashable, list[tuple[int, Aggregate]]] = {}
    for n, one in enumerate(c.aggregate for c in scene.checked):
        if _is_closed(one):
            alike.setdefault((limits(one), one.type, _area(one)), []).append((n, one))
    for (_, one), (_, other) in sorted((pair for some in alike.values() for pair in combinations(some, 2)), key=_places):
        for inner, outer in ((one, other), (other, one)):
            if (
                _in(inner, outer)
                and inner.deaths
                and outer.deaths
                and outer.deaths.high is not None
                and counts.low(inner.deaths) > outer.deaths.high * (1 + ROUND)
            ):
                words = (
                    f"{_name(scene, inner)} counts {counts.say(inner.deaths)} killed in a window that lies inside that in which "
                    f"{_name(scene, outer)} counts {counts.say(outer.deaths)}; the part cannot be more than the whole."
                )
                sides = [aggregate_side(a, f"{counts.say(a.deaths)} killed") for a in (inner, outer) if a.deaths]
                yield discrepancy("aggregate", "killed", (), sides, words, WEIGHTS["killed"])
                break


def _is_closed(aggregate: Aggregate) -> bool:
    """Whether an aggregate counts the dead of a window that has both ends."""
    window = aggregate.window if aggregate.kind == "tally" and not aggregate.summary and aggregate.deaths is not None else None
    return window is not None and window.earliest is not None and window.latest is not None


def _area(aggregate: Aggregate) -> Hashable:
    """What two aggregates of one area have in common."""
    return (aggregate.area and aggregate.area.gazetteer_id) or aggregate.area


def _places(pair: tuple[tuple[int, Aggregate], tuple[int, Aggregate]]) -> tuple[int, int]:
    """Where the two of a pair stand among all."""
    return pair[0][0], pair[1][0]


def _in(inner: Aggregate, outer: Aggregate) -> bool:
    a, b = inner.window, outer.window
    return bool(
        a and b and a.earliest and a.latest and b.earliest and b.latest and b.earliest <= a.earliest and a.latest <= b.latest
    )
