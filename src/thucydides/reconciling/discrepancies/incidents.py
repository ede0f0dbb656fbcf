"""Discrepancies in the number of incidents: a count of attacks against the incidents that hold all of its dead."""

from collections.abc import Iterator

from thucydides.nouns import Discrepancy
from thucydides.reconciling import counts
from thucydides.reconciling.discrepancies.common import WEIGHTS, Scene, Side, aggregate_side, discrepancy
from thucydides.reconciling.naming import document_name


def find(scene: Scene) -> Iterator[Discrepancy]:
    """One discrepancy for each aggregate whose dead are all accounted for in another number of incidents than it counts."""
    for checked in scene.checked:
        aggregate, check = checked.aggregate, checked.check
        stated, held = aggregate.incidents, check.recorded_deaths
        if stated is None or aggregate.deaths is None or held is None or not check.incidents or aggregate.kind == "ordinal":
            continue
        if (
            not counts.exact(aggregate.deaths)
            or held.best != aggregate.deaths.best
            or counts.allows(stated, check.recorded_incidents)
        ):
            continue
        name = document_name(scene.context.documents.get(aggregate.document))
        words = (
            f"{name} tells of {counts.say(stated)} incidents with {counts.number(aggregate.deaths.best or 0)} killed; the other "
            f"accounts put the same dead into {counts.number(check.recorded_incidents)}. "
            "One side likely takes several attacks for one, or one for several."
        )
        sides = [aggregate_side(aggregate, f"{counts.say(stated)} incidents")]
        for identifier in check.incidents:
            one = scene.incident(identifier)
            if one is not None:
                mention = one.case.mentions[0]
                sides.append(Side("one incident", mention.passages[0], mention.document))
        yield discrepancy("number of incidents", "incidents", check.incidents, sides, words, WEIGHTS["incidents"])
