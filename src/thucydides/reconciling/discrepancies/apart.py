"""Apart: which tellings of one incident exclude each other, and on what; two that do so on more than one thing likely tell of two.

Rules: `discrepancy.some` (persons told one by one, or attackers alone, leave room for more), `discrepancy.two-incidents` (where two
tellings of one incident exclude each other on more than one of date, place, number and means, the likeliest is that they are of two
incidents, and that is said once).
"""

from collections.abc import Iterator
from itertools import combinations
from typing import TypeAlias

from thucydides.grounding.places.fold import fold
from thucydides.nouns import Mention, Place
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates.entries import MANY
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.dates import Dated
from thucydides.reconciling.geography import relation
from thucydides.reconciling.groups import GroupCount, head
from thucydides.reconciling.origins import one_speaker
from thucydides.reconciling.places import Placed
from thucydides.reconciling.spans import meet
from thucydides.reconciling.standing import ATTACKERS
from thucydides.reconciling.tellings import Telling
from thucydides.reconciling.words import OUTCOMES, methods_meet, words

Pair: TypeAlias = frozenset[str]


def dates_apart(one: Assessed) -> list[tuple[Dated, Dated]]:
    """Tellings of the date that exclude each other; two days that one text tells in one breath are no contradiction, unless it sets one
    against the other."""
    said = [d for d in one.dates if d.when.rule not in words("inferred")]
    return [(a, b) for a, b in combinations(said, 2) if not meet(a.when, b.when) and not _one_breath(a, b)]


def _one_breath(one: Dated, other: Dated) -> bool:
    near = abs(one.passage.start - other.passage.start) <= _BREATH
    return one.passage.document == other.passage.document and near and not (one.aside or other.aside)


_BREATH = 300
"""Letters within which one text tells two days knowingly."""


def places_apart(one: Assessed) -> list[tuple[Placed, Placed]]:
    """Tellings of the place that exclude each other; a text that names the other's place too leaves room for both."""
    told = [p for p in one.places if not p.inferred]
    if len({p.place.name for p in told}) < 2:
        return []
    mentions = {m.id: m for m in one.case.mentions}
    aside = [(a, b) for a, b in combinations(told, 2) if a.aside != b.aside and a.mention == b.mention and _set_apart(a, b)]
    return aside + [
        (a, b)
        for a, b in combinations(told, 2)
        if not (a.aside or b.aside)
        and relation(a.place, b.place) == "apart"
        and not namesakes(a, b)
        and not _names_it(mentions[a.mention], b)
        and not _names_it(mentions[b.mention], a)
    ]


def _set_apart(one: Placed, other: Placed) -> bool:
    """Whether a place that a report sets against its own is another, and no finer or coarser word for it."""
    return relation(one.place, other.place) not in ("same", "inside", "holds") and one.place.name != other.place.name


def namesakes(one: Placed, other: Placed) -> bool:
    """Whether one name is an area of the other, so that they are likely one place found in two ways."""
    a, b = one.place, other.place
    return fold(a.name) in _areas(b) or fold(b.name) in _areas(a)


def _areas(place: Place) -> set[str]:
    return {fold(name) for name in (place.name, place.admin1, place.admin2) if name}


def _names_it(mention: Mention, other: Placed) -> bool:
    """Whether a mention names the other's place, or one in it, as a place of its own."""
    return any(
        r.place is not None and r.role in ("at", "near", "between", "to") and relation(r.place, other.place) in ("same", "inside")
        for r in mention.places
    )


def numbers_apart(one: Assessed, outcome: str) -> list[tuple[Telling, Telling]]:
    """Firm tellings of a total that exclude each other; what one speaker counts in one text is of different places or people."""
    told = firm(one, outcome)
    pairs = [(a, b) for a, b in combinations(told, 2) if not counts.meet(a.quantity, b.quantity)]
    return [(a, b) for a, b in pairs if not _one_mouth(a, b) and not _of_some(a, b)]


def _of_some(one: Telling, other: Telling) -> bool:
    """Whether the lower of two tellings leaves room for the higher (rule `discrepancy.some`): it tells of persons one by one, or of the
    attackers alone where the other counts everybody, or of a group alone that the other tells as part of more."""
    low, high = sorted((one, other), key=lambda t: t.quantity.best or counts.low(t.quantity))
    if low.groups and not low.everybody and all(any(_holds(h, g) for h in high.groups) for g in low.groups):
        return True
    attackers = bool(low.groups) and all(g.perpetrator or head(g.label) in ATTACKERS for g in low.groups)
    return low.quantity.rule in words("one_by_one") or (attackers and not low.everybody and high.everybody)


def _holds(whole: GroupCount, part: GroupCount) -> bool:
    """Whether one count of a group may be the other's: of the same people, their numbers compatible."""
    return whole.key == part.key and counts.meet(whole.quantity, part.quantity)


def _one_mouth(one: Telling, other: Telling) -> bool:
    said = one_speaker(one.chain, other.chain)
    return one.passage.document == other.passage.document and one.chain.key == other.chain.key and said and one.claims != other.claims


def firm(one: Assessed, outcome: str) -> list[Telling]:
    """Tellings of a total that stand and say a number of this incident; a vague word is none, save where it is far above what others say:
    "hundreds" against "nobody", or against 20."""
    told = [
        t
        for t in one.tolls[outcome]
        if not t.superseded
        and not t.partial
        and not (t.running and (t.quantity.best or 0) >= MANY)
        and counts.known(t.quantity)
        and not counts.inferred(t.quantity)
    ]
    highs = [t.quantity.high for t in told if t.quantity.high is not None and not counts.indefinite(t.quantity)]
    most = max(highs, default=None)
    denied = any(h == 0 for h in highs)
    return [t for t in told if not counts.indefinite(t.quantity) or (denied and counts.low(t.quantity) > 0) or _far_above(t, most)]


def _far_above(telling: Telling, most: int | None) -> bool:
    """Whether a vague word that somebody says puts the number far above all those told."""
    return most is not None and telling.chain.quoted and counts.low(telling.quantity) >= max(TIMES * most, _VAGUE_FROM)


_VAGUE_FROM = 40
"""Words for fewer ("dozens") stand for a number that nobody has counted, whatever is counted then."""


def _means_apart(one: Assessed) -> Iterator[Pair]:
    told = [(t.mention, frozenset(m for m, _ in t.methods)) for t in one.types if t.methods]
    for (a, mine), (b, its) in combinations(told, 2):
        if not any(methods_meet(x, y) for x in mine for y in its):
            yield frozenset((a, b))


DAYS = 2
"""Days from which on two dates tell against one incident."""
TIMES, MORE = 2, 3
"""So many times as many people, and so many more, tell against one incident."""


def _days(one: Dated, other: Dated) -> int:
    a, b = one.when.earliest, other.when.earliest
    return abs((a - b).days) if a is not None and b is not None else 0


def _far(one: Telling, other: Telling) -> bool:
    low, high = sorted(t.quantity.best or counts.low(t.quantity) for t in (one, other))
    return high >= TIMES * low and high - low >= MORE


def doubtful(one: Assessed) -> frozenset[Pair]:
    """Pairs of mentions that exclude each other by far on more than one thing."""
    found: list[set[Pair]] = [
        {frozenset((a.mention, b.mention)) for a, b in dates_apart(one) if a.report == b.report and _days(a, b) >= DAYS},
        {frozenset((a.mention, b.mention)) for a, b in places_apart(one)},
        {frozenset((a.mention, b.mention)) for o in OUTCOMES for a, b in numbers_apart(one, o) if _far(a, b)},
        set(_means_apart(one)),
    ]
    return frozenset(p for a, b in combinations(found, 2) for p in a & b if len(p) == 2)
