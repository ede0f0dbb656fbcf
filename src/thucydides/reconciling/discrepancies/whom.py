"""Discrepancies of whom: whether those harmed were fighters, as some say, or civilians, as others do.

Rule `discrepancy.whom`. Invariants: one speaker does not contradict himself; who counts fighters and civilians both leaves room for either.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from thucydides.nouns import Claim, Discrepancy, Passage
from thucydides.reconciling import counts
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.discrepancies.apart import firm
from thucydides.reconciling.discrepancies.common import WEIGHTS, Side, Single, by_value, discrepancy
from thucydides.reconciling.discrepancies.value import side
from thucydides.reconciling.groups import FIGHTERS, GroupCount, group_key, head
from thucydides.reconciling.naming import sentence
from thucydides.reconciling.origins import chain, one_speaker
from thucydides.reconciling.standing import ATTACKERS
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
        claims = _voiced(one, outcome)
        fighters = [*said["fighters"], *_counted(told, "fighters"), *_claimed(one, claims, "fighters")]
        civilians = [*said["civilians"], *_counted(told, "civilians"), *_claimed(one, claims, "civilians")]
        best = {t.passage: t.quantity.best for t in told if counts.exact(t.quantity)}
        best |= {c.passage: c.quantity.best for c in claims if c.quantity is not None}
        pairs = [(a, b) for a, b in product(fighters, civilians) if _apart(a, b) and _of_one_number(a, b, best)]
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


def _voiced(one: Assessed, outcome: str) -> list[Claim]:
    """What named speakers count."""
    return [c for c in one.case.claims if c.attribute == outcome and c.stance == "asserts" and c.quantity and c.speaker and not c.part]


def _claimed(one: Assessed, claims: Sequence[Claim], category: str) -> list[Side]:
    """Counts of named speakers of fighters only, or of civilians so called only."""
    sides: dict[tuple[str, str | None], set[str]] = {}
    for claim in claims:
        sides.setdefault((claim.document, claim.speaker), set()).add(_of_claim(claim))
    found = [c for c in claims if sides[c.document, c.speaker] == {category}]
    return [Side(c.value, c.passage, c.document, chain(one.case.context, c.passage, c), c.id) for c in found]


def _of_claim(claim: Claim) -> str:
    if head(claim.group) in ATTACKERS:
        return "attackers"
    key = group_key(claim.group, claim.category, None)
    return "fighters" if key[0] in FIGHTERS else "civilians" if key[0] == "civilians" and not key[2] else ""


def _category(group: GroupCount) -> str:
    if group.perpetrator or head(group.label) in ATTACKERS:
        return "attackers"
    if group.key[0] in FIGHTERS:
        return "fighters"
    return "civilians" if group.key[0] == "civilians" and not group.key[2] else ""


def _apart(one: Side, other: Side) -> bool:
    """Whether two speakers say it."""
    if one.chain is None or other.chain is None:
        return False
    return one.chain.key != other.chain.key if one.document != other.document else not one_speaker(one.chain, other.chain)


_SHARE, _TWOFOLD, _FEW = 0.2, 2, 5


def _of_one_number(one: Side, other: Side, best: Mapping[Passage, int | None]) -> bool:
    """Whether two sides may speak of the same people: one takes up those told of, or they count about as many; in one report that sets two
    speakers against each other, within a half and the double."""
    if one.value.startswith("they were") or other.value.startswith("they were"):
        return True
    low, high = sorted((best.get(one.passage) or 0, best.get(other.passage) or 0))
    if one.document == other.document and low >= _FEW and all(s.chain is not None and s.chain.label for s in (one, other)):
        return high <= _TWOFOLD * low
    return 1 < high <= low + (0 if low < _FEW else max(1, _SHARE * low))
