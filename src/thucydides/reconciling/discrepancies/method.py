"""Discrepancies of method: means that cannot be two words for one deed (a drone and gunmen), in tellings or in a count that
takes the incident in.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from thucydides.nouns import Discrepancy, Passage
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.context import Context
from thucydides.reconciling.discrepancies.common import MILD, WEIGHTS, Scene, Side, Single, by_value, discrepancy
from thucydides.reconciling.discrepancies.munitions import munitions_apart
from thucydides.reconciling.discrepancies.nature import clashing
from thucydides.reconciling.discrepancies.tied import tied
from thucydides.reconciling.words import entry, methods_meet, words


def counted(scene: Scene) -> Iterator[tuple[str, list[tuple[str, Side]]]]:
    """The incidents that are taken into counts of attacks which name their means, each with these; a sum of the dead alone speaks of no
    single one of them."""
    found: dict[str, list[tuple[str, Side]]] = {}
    for checked in scene.checked:
        means = entry("type_method", checked.aggregate.type or "")
        if means and not checked.aggregate.summary and checked.aggregate.incidents is not None:
            side = Side(_words(str(means)), checked.aggregate.passage, checked.aggregate.document, None, checked.aggregate.id)
            for incident in checked.check.incidents:
                found.setdefault(incident, []).append((str(means), side))
    yield from found.items()


def find(scene: Single, summed_up: Sequence[tuple[str, Side]] = (), context: Context | None = None) -> Iterator[Discrepancy]:
    """One discrepancy where the means of an incident are told in ways that exclude each other, also by counts that take it in
    (`summed_up`), which are named by a `context` that holds their documents.
    """
    one = scene.one
    doubted = {m for pair in scene.doubts for m in pair}
    told = [
        (frozenset(m for m, _ in t.methods), _sides(one, n), t.mention)
        for n, t in enumerate(one.types)
        if t.methods and t.mention not in doubted
    ]
    told += [(frozenset([means]), [side], "") for means, side in summed_up]
    clash = [(a, b) for a, b in combinations(range(len(told)), 2) if _exclude(told[a][0], told[b][0])]
    ties = tied(one) if clash else frozenset()
    clash = [(a, b) for a, b in clash if not (told[a][2] and told[b][2]) or frozenset((told[a][2], told[b][2])) in ties]
    apart = sorted({n for pair in clash for n in pair})
    if apart:
        sides = [s for n in apart for s in told[n][1]]
        summed = any(s.chain is None for n in apart for s in told[n][1])
        reason, weight = _reason(one, [told[n][0] for n in apart], summed)
        words = f"The means differ: {by_value(context or scene.context, sides)}. {reason}"
        yield discrepancy("method", "method", [one.id], sides, words, WEIGHTS["method"] * weight)
        return
    said = clashing(one, "method")
    if said:
        words = f"The means differ: {by_value(context or scene.context, said)}. They who say so tell of one deed."
        yield discrepancy("method", "method", [one.id], said, words, WEIGHTS["method"])
    elif len(one.types) > 1 and (named := munitions_apart(scene.context, one, tied(one))):
        words = f"The means are told differently: {by_value(context or scene.context, named)}. {_MISTAKEN}"
        yield discrepancy("method", "method", [one.id], named, words, WEIGHTS["method"] * MILD)


_MISTAKEN = "Such things are often taken for one another, and both may have been used."


def _reason(one: Assessed, told: Sequence[frozenset[str]], summed: bool) -> tuple[str, float]:
    """What may be behind the difference, in words, and how much it counts: less where both may tell of one deed."""
    if summed:
        return "The account that sums up several attacks likely calls them all by the means of one.", 1
    if {means for some in told for means in some} <= _FROM_AFAR:
        return "Missiles, rockets, drones and bombs are often taken for one another, so both may tell of one deed.", MILD
    if any(t.type in words("fights") for t in one.types):
        return "In one fight both may have been used, of which each account tells one.", MILD
    return "They cannot be two words for one deed.", 1


_FROM_AFAR = frozenset({"air", "shelling"})


def _exclude(mine: frozenset[str], other: frozenset[str]) -> bool:
    return not any(methods_meet(a, b) for a in mine for b in other)


def _sides(one: Assessed, position: int) -> list[Side]:
    telling = one.types[position]
    found: list[tuple[str, Passage]] = list(telling.methods)
    return [Side(_words(means), passage, passage.document, telling.chain) for means, passage in found]


def _words(means: str) -> str:
    return str(entry("method_words", means) or means)
