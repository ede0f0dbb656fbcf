"""Discrepancies of whom: whether those harmed were fighters, as some say, or civilians, as others do.

Rule `discrepancy.whom`. Invariants: one speaker does not contradict himself; who counts fighters and civilians both leaves room for either.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from thucydides.nouns import Discrepancy
from thucydides.reconciling import counts
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.discrepancies.apart import firm
from thucydides.reconciling.discrepancies.common import WEIGHTS, Side, Single, by_value, discrepancy
from thucydides.reconciling.discrepancies.value import side
from thucydides.reconciling.groups import FIGHTERS, GroupCount
from thucydides.reconciling.naming import sentence
from thucydides.reconciling.origins import chain, one_speaker
from thucydides.reconciling.tellings import Telling

_HARM = ("killed", "injured", "captured")


def find(scene: Single) -> Iterator[Discrepancy]:
    """One discrepancy for the first outcome of which it is disputed who they were."""
    one = scene.one
    said = {side: _said(one, side) for side in ("fighters", "civilians")}
    for outcome in _HARM:
        if not one.tolls[outcome]:
            continue
        told = [t for t in firm(one, outcome) if t.groups]
        fighters = [*said["fighters"], *_counted(told, "fighters")]
        civilians = [*said["civilians"], *_counted(told, "civilians")]
        pairs = [(a, b) for a, b in product(fighters, civilians) if _apart(a, b) and _of_one_number(a, b, told)]
        if pairs:
            sides = list(dict.fromkeys(s for pair in pairs for s in pair))
            words = sentence(f"who was {outcome} is disputed, fighters or civilians: {by_value(scene.context, sides)}")
            yield discrepancy("value", outcome, [one.id], sides, words, WEIGHTS[outcome])
            return


def _said(one: Assessed, category: str) -> list[Side]:
    """What speakers say that those harmed were."""
    claims = [c for c in one.case.claims if c.attribute == "victims" and c.category == category]
    return [Side(f"they were {c.value}", c.passage, c.document, chain(one.case.context, c.passage, c), c.id) for c in claims]


def _counted(told: Sequence[Telling], category: str) -> list[Side]:
    """Accounts that count only fighters, or only civilians so called, as those harmed."""
    found = []
    for telling in told:
        sides = {_category(g) for g in telling.groups}
        if sides == {category} or (sides == {category, ""} and category == "fighters"):
            group = next(g for g in telling.groups if _category(g) == category)
            found.append(side(telling, f"{counts.say(group.quantity)} {group.label}".strip()))
    return found


def _category(group: GroupCount) -> str:
    if group.key[0] in FIGHTERS:
        return "fighters"
    return "civilians" if group.key[0] == "civilians" and not group.key[2] else ""


def _apart(one: Side, other: Side) -> bool:
    """Whether two speakers say it."""
    if one.chain is None or other.chain is None or one.chain.key == other.chain.key:
        return False
    return one.document != other.document or not one_speaker(one.chain, other.chain)


_SHARE = 0.2


def _of_one_number(one: Side, other: Side, told: Sequence[Telling]) -> bool:
    """Whether two sides may speak of the same people: one takes up those told of, or they count about as many."""
    best = {t.passage: t.quantity.best for t in told if counts.exact(t.quantity)}
    if one.value.startswith("they were") or other.value.startswith("they were"):
        return True
    a, b = best.get(one.passage), best.get(other.passage)
    return a is not None and b is not None and a > 0 and abs(a - b) <= max(0 if min(a, b) < 5 else 1, _SHARE * min(a, b))
