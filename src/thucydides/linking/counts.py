"""Counted: how many a mention says were killed and injured, as columns for comparison."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from thucydides.linking.unit import Unit
from thucydides.nouns import Claim, Quantity, TollItem

_MOST_ITEMS = 8


class Counted(Struct, frozen=True, gc=False):
    """One outcome's total: low, best, high (None: unknown or open), and every number said of it (parts, sums of parts, others' claims)."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    numbers: tuple[int, ...] = ()


def counted(unit: Unit, outcome: str, claims: Sequence[Claim] = ()) -> Counted:
    """The total of one outcome (`link.toll.total`): the counts that are part of no other are added; parts are kept beside it.

    "Three militants and two guards" and "five people, including two guards" both total five. The sum without the attackers' own
    losses is kept as a number too, for many reports count the victims only.
    """
    items = [(n, t) for n, t in enumerate(unit.mention.toll) if t.outcome == outcome]
    top = [t for n, t in items if t.part_of is None or t.part_of == n]
    numbers = {t.quantity.best for _, t in items[:_MOST_ITEMS]}
    numbers |= {c.quantity.best for c in claims if c.attribute == outcome and c.quantity is not None and c.stance != "denies"}
    if not top:
        return Counted(numbers=_sorted(numbers))
    victims = [t for t in top if not t.perpetrator]
    total, of_victims = _total(top), _total(victims)
    numbers |= {total.best, of_victims.best}
    return Counted(total.low, total.best, total.high, _sorted(numbers))


def _total(items: Sequence[TollItem]) -> Quantity:
    quantities = [t.quantity for t in items]
    if not quantities:
        return Quantity(None, None, None)
    lows = [q.low for q in quantities if q.low is not None]
    bests = [q.best if q.best is not None else q.low for q in quantities]
    highs = [q.high for q in quantities]
    return Quantity(
        sum(lows) if lows else None,
        sum(b for b in bests if b is not None) if all(q.best is not None for q in quantities) else None,
        sum(h for h in highs if h is not None) if None not in highs else None,
    )


def _sorted(numbers: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(sorted({n for n in numbers if n}))
