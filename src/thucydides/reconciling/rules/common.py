"""What the rules share: which tellings have a number, who holds it, and how far the numbers lie apart.

Invariants: an origin counts once for a value however many tellings carry it; "at least five" is five here and never more; a
vague word or "up to" holds a value only where nothing better is said.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from thucydides.nouns import Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.tellings import Telling
from thucydides.reconciling.words import words


class Verdict(Struct, frozen=True):
    """A figure by a rule, the positions of the tellings that hold it, how many origins those are, and why in words."""

    quantity: Quantity
    held: tuple[int, ...] = ()
    origins: int = 0
    reason: str = ""


def numbered(tellings: Sequence[Telling]) -> list[int]:
    """Positions of the tellings whose number counts: firm ones, else vague words and persons added up from their names,
    else "up to", else those that no words say.
    """
    known = [n for n, t in enumerate(tellings) if t.quantity.best is not None]
    has = [n for n in known if not counts.inferred(tellings[n].quantity)] or known
    vague = [n for n in has if counts.indefinite(tellings[n].quantity) or tellings[n].quantity.rule == "toll.names"]
    weak = [n for n in has if tellings[n].quantity.weak]
    firm = [n for n in has if n not in set(vague) | set(weak)]
    return firm or [n for n in vague if n not in set(weak)] or weak


def backing(tellings: Sequence[Telling], positions: Iterable[int]) -> float:
    """The weight of the origins behind some tellings, each origin once at its heaviest."""
    heaviest: dict[str, float] = {}
    for n in positions:
        heaviest[tellings[n].origin] = max(heaviest.get(tellings[n].origin, 0.0), tellings[n].weight)
    return sum(heaviest[key] for key in sorted(heaviest))


def origins_of(tellings: Sequence[Telling], positions: Iterable[int]) -> int:
    """How many origins stand behind some tellings."""
    return len({tellings[n].origin for n in positions})


def by_value(tellings: Sequence[Telling], positions: Iterable[int]) -> dict[int, list[int]]:
    """Positions by the number they hold; "more than 100" holds 100 where another counts 100, or about 100 (rule `toll.round`)."""
    found: dict[int, list[int]] = {}
    for n in positions:
        best = tellings[n].quantity.best
        if best is not None:
            found.setdefault(best, []).append(n)
    plain = {value for value, mine in found.items() if any(tellings[n].quantity.high is not None for n in mine)}
    for value in [v for v in found if v - 1 in plain]:
        rounded = [n for n in found[value] if tellings[n].quantity.rule == "toll.more-than"]
        found[value - 1] = sorted([*found[value - 1], *rounded])
        found[value] = [n for n in found[value] if n not in rounded]
    return {value: mine for value, mine in found.items() if mine}


def most_origins(tellings: Sequence[Telling], positions: Sequence[int]) -> int:
    """The value held by most origins; ties: the value that more documents allow in all they say, then the one broken down into more
    groups, two at least, then in a single report its own number before one that it quotes, then the higher.
    """
    values = by_value(tellings, positions)
    single = len({_document(t) for t in tellings}) == 1

    def rank(value: int) -> tuple[float, int, int, bool, int]:
        mine = values[value]
        against = {_document(t) for n, t in enumerate(tellings) if n not in mine and not counts.leaves_room(t.quantity, value)}
        allowing = {_document(t) for t in tellings} - against
        parts = max(len(tellings[n].groups) for n in mine)
        if any(tellings[n].quantity.rule == "toll.sum" for n in mine):
            parts = max(parts, 2)  # a whole and the attacker told beside it
        quoted = single and all(tellings[n].chain.quoted for n in mine)
        return (-backing(tellings, mine), -len(allowing), -parts if parts > 1 else 0, quoted, -value)

    return min(values, key=rank)


def _document(telling: Telling) -> str:
    """The document that tells; copies of one another are one."""
    return telling.origin if telling.origin.startswith("copy:") else telling.chain.document


def extremes(tellings: Sequence[Telling], positions: Iterable[int]) -> tuple[int | None, int | None]:
    """The lowest and highest number stated. The open end of "at least" raises nothing, that of a vague word leaves the top unknown, and
    "up to" raises the top; persons told one by one lower nothing where others count.
    """
    lows: list[int] = []
    highs: list[int | None] = []
    positions = list(positions)
    everybody = [n for n in positions if tellings[n].quantity.rule not in words("one_by_one")] or positions
    for n in everybody:
        quantity = tellings[n].quantity
        if quantity.approximate and quantity.best is not None:
            lows.append(quantity.best)
            highs.append(quantity.best)
            continue
        if quantity.low is not None:
            lows.append(quantity.low)
        if quantity.high is not None:
            highs.append(quantity.high)
        else:
            highs.append(None if counts.indefinite(quantity) else quantity.best)
    highs += [t.quantity.high for t in tellings if t.quantity.weak and t.quantity.rule != "toll.mixed" and highs]
    top = None if not highs or None in highs else max(h for h in highs if h is not None)
    return (min(lows) if lows else None), top


def unnumbered(tellings: Sequence[Telling]) -> Verdict | None:
    """The verdict where tellings speak of harm but give no number: unknown, with the bound that the words give; None for no
    tellings.
    """
    if not tellings:
        return None
    lows = [t.quantity.low for t in tellings if t.quantity.low is not None]
    highs = [t.quantity.high for t in tellings if t.quantity.high is not None]
    wording = next((t.quantity.wording for t in tellings if t.quantity.wording), "")
    quantity = Quantity(
        min(lows) if lows else None, None, max(highs) if highs and len(highs) == len(tellings) else None, wording, "toll.unknown"
    )
    every = range(len(tellings))
    return Verdict(
        quantity, tuple(every), origins_of(tellings, every), "harm is told but no number is given: unknown, which is not none"
    )


def made(tellings: Sequence[Telling], best: int, low: int | None, high: int | None, reason: str, rule: str) -> Verdict:
    """A verdict for a best value: who holds it, and the ends widened to hold the best."""
    values = by_value(tellings, range(len(tellings))).get(best, [])
    bottom = best if low is None else min(low, best)
    top = None if high is None else max(high, best)
    return Verdict(Quantity(bottom, best, top, "", rule), tuple(values), origins_of(tellings, values), reason)
