"""Rival sums: other numbers that stand against a count over many, in its sentence or the next, each a count of its own.

Rule `extract.rival-sum`. Invariant: a rival runs over the window and the area of the count it stands against.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from thucydides.extracting.accounts import accounts
from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Aggregate, Quantity


def rivals_of(aggregate: Aggregate, telling: Telling) -> Iterator[Aggregate]:
    """The other counts of the dead that a sentence gives beside the one of its aggregate: another's, or the one before a toll grew."""
    counted = replace(telling, harms=tuple(replace(h, wide="") for h in telling.harms))
    grown = any(h.total for h in telling.harms)
    others = [(a.wholes[0], a.total) for a in accounts([counted], "killed")[1:] if a.counted and a.given and a.voice]
    earlier = [(h, h.quantity) for h in counted.harms if grown and not h.total and h.outcome == "killed" and h.part_of is None]
    yield from _made(aggregate, [*others, *((h, q) for h, q in earlier if q is not None and h.people.counted)])


def stands_against(telling: Telling, last: Telling | None) -> bool:
    """Whether a sentence gives only numbers of others, right behind one that counts over many."""
    given = bool(telling.harms) and all((h.given or _OWN.match(h.people.group)) and h.voice for h in telling.harms)
    own = any(_OWN.match(h.people.group) for h in telling.harms)
    triggers = [t for t in telling.triggers if not (own and t.family in ("death", "harm"))]
    alone = not triggers and telling.time is None and not any(p.role == "at" for p in telling.places)
    return given and alone and last is not None and last.paragraph == telling.paragraph and telling.order - last.order == 1


_OWN = re.compile(r"(?:its|their|our)\b", re.IGNORECASE)
"""Whose men somebody counts: "a rebel spokesman said just six of their men had died"."""


def against(aggregate: Aggregate, telling: Telling) -> Iterator[Aggregate]:
    """The numbers of a sentence that stands against the count of the one before."""
    yield from _made(aggregate, [(a.wholes[0], a.total) for a in accounts([telling], "killed") if a.counted])


def _made(aggregate: Aggregate, found: list[tuple[Harm, Quantity]]) -> Iterator[Aggregate]:
    taken = {aggregate.deaths.best if aggregate.deaths is not None else None}
    for harm, number in found:
        if number.best in taken or not number.best:
            continue
        taken.add(number.best)
        yield replace(
            aggregate,
            id=f"{aggregate.document}:{harm.start}:rival",
            passage=replace(aggregate.passage, start=min(aggregate.passage.start, harm.start), end=max(aggregate.passage.end, harm.end)),
            deaths=number,
            injured=None,
            incidents=None,
            counter=None,
            categories=(),
        )
