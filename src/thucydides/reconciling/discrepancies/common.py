"""What the finders of discrepancies share: the sides with their passages, who says them, and how much a discrepancy weighs.

Invariants: an explanation holds no id; a discrepancy has at least two sides, except where one text contradicts its own summary.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from thucydides.nouns import Aggregate, Discrepancy, DiscrepancyValue, Figure, Passage
from thucydides.nouns.discrepancy import DiscrepancyKind
from thucydides.reconciling.aggregates import Checked
from thucydides.reconciling.aggregates.entries import Entry
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.context import Context
from thucydides.reconciling.counts import number
from thucydides.reconciling.naming import listed, plural, teller
from thucydides.reconciling.origins import Chain

WEIGHTS = {
    "killed": 10.0,
    "injured": 6.0,
    "missing": 6.0,
    "captured": 5.0,
    "incidents": 7.0,
    "date": 4.0,
    "place": 5.0,
    "method": 4.0,
    "type": 4.0,
    "responsibility": 5.0,
}
MILD = 0.1


class Scene(Struct, frozen=True):
    """What discrepancies of more than one incident are looked for in: incidents by id, in order, assessed when they are asked for; the ids
    of those that each document tells of; checked aggregates; figures; and the incidents as aggregates see them (`entries`).
    """

    context: Context
    incidents: Mapping[str, Assessed]
    told_in: Mapping[str, Sequence[str]]
    checked: tuple[Checked, ...]
    figures: tuple[Figure, ...]
    entries: Mapping[str, Entry]

    def incident(self, identifier: str) -> Assessed | None:
        """An incident by id."""
        return self.incidents.get(identifier)


class Single(Struct, frozen=True):
    """What discrepancies of one incident are looked for in: the incident, and the pairs of its mentions that likely tell of two."""

    one: Assessed
    doubts: frozenset[frozenset[str]]

    @property
    def context(self) -> Context:
        """All that its tellings can see."""
        return self.one.case.context

    def doubted(self, one: str, other: str) -> bool:
        """Whether one of two mentions likely tells of another incident, so that a difference of theirs says nothing more."""
        return one != other and any(one in pair or other in pair for pair in self.doubts)


class Side(Struct, frozen=True):
    """One side of a discrepancy: the value in words, who says it, where, and the claim, aggregate or figure it stands in."""

    value: str
    passage: Passage
    document: str
    chain: Chain | None = None
    source: str = ""

    def who(self, context: Context) -> str:
        """Who says it, for a sentence."""
        return teller(context, self.document, self.chain)


def values(sides: Iterable[Side]) -> tuple[DiscrepancyValue, ...]:
    """The sides as values, in the order of value and passage, none twice."""
    return tuple(
        dict.fromkeys(DiscrepancyValue(s.value, s.passage, s.source) for s in sorted(sides, key=lambda s: (s.value, s.passage)))
    )


def by_value(context: Context, sides: Sequence[Side]) -> str:
    """ "A and B say five, C says seven"."""
    said: dict[str, list[str]] = {}
    for side in sides:
        said.setdefault(side.value, []).append(side.who(context))
    parts = []
    for value, who in said.items():
        names = _unlike(who)
        shown = names if len(names) <= 3 else [*names[:2], f"{len(names) - 2} others"]
        parts.append(f"{listed(shown)} {'say' if len(shown) > 1 or plural(shown[0]) else 'says'} {value}")
    return "; ".join(parts)


def _unlike(who: Sequence[str]) -> list[str]:
    """Names once each; one speaker in several papers by the speaker and how many papers."""
    speakers: dict[str, list[str]] = {}
    for name in dict.fromkeys(who):
        speakers.setdefault(name.split(" (in ")[0], []).append(name)
    return [some[0] if len(some) == 1 else f"{key} (in {number(len(some))} reports)" for key, some in speakers.items()]


def discrepancy(
    kind: DiscrepancyKind, attribute: str, incidents: Iterable[str], sides: Iterable[Side], explanation: str, weight: float
) -> Discrepancy:
    """A discrepancy without its id, which is given when all are known."""
    rule = f"discrepancy.{kind.replace(' ', '-')}"
    return Discrepancy("", kind, attribute, tuple(sorted(set(incidents))), values(sides), explanation, rule, round(weight, 3))


def aggregate_side(aggregate: Aggregate, value: str) -> Side:
    """An aggregate as a side."""
    return Side(value, aggregate.passage, aggregate.document, None, aggregate.id)
