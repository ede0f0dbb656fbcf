"""Causes: what can have changed something between two revisions: documents that came, rulings that came into force or left it.

Invariants: a ruling is named as the cause of a change only where it speaks of the incident, value or claim that changed; where nothing
that is known speaks of it, the cause says so in words.
"""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from thucydides.nouns import Record, Ruling
from thucydides.reconciling.overruling import in_force

LINKING = ("merge", "different", "split")
VERBS = (*LINKING, "reject", "set")


class Effect(Struct, frozen=True):
    """A ruling that is in force in one of the two revisions only, and the number of the ruling that made it so (an `undo`, or itself).

    `touched` are the ids that it speaks of: mentions (all of a document that it names), claims, incidents, aggregates.
    """

    number: int
    ruling: Ruling
    touched: frozenset[str]


class Cause(Struct, frozen=True):
    """What caused one change: documents that came or went, numbers of rulings, and words where neither did."""

    documents: tuple[str, ...] = ()
    rulings: tuple[int, ...] = ()
    words: str = ""


class Causes:
    """All that came and went from `a` to `b`."""

    def __init__(self, a: Record, b: Record) -> None:
        old, new = {d.id for d in a.documents}, {d.id for d in b.documents}
        self.arrived, self.gone = frozenset(new - old), frozenset(old - new)
        self._document = {m.id: m.document for r in (a, b) for m in r.mentions}
        self.effects = tuple(_effects(a, b))

    def came(self, mentions: Iterable[str]) -> tuple[str, ...]:
        """Of the documents of some mentions, those that came or went."""
        moved = {self._document[m] for m in mentions if m in self._document}
        return tuple(sorted(moved & (self.arrived | self.gone)))

    def stood(self, mentions: Iterable[str]) -> set[str]:
        """The mentions whose documents stood all along."""
        return {m for m in mentions if self._document.get(m) not in self.arrived | self.gone}

    def ruled(self, ids: Iterable[str], verbs: Iterable[str] = VERBS, attribute: str | None = None) -> tuple[int, ...]:
        """The numbers of the rulings by `verbs` that speak of any of `ids`; of those that set a value, of `attribute` where it is given."""
        wanted, kinds = frozenset(ids), tuple(verbs)
        return tuple(
            sorted({
                e.number for e in self.effects
                if e.ruling.verb in kinds and e.touched & wanted
                and (e.ruling.verb != "set" or attribute is None or e.ruling.arguments[1:2] == (attribute,))
            })
        )  # fmt: skip

    def found(self, documents: Iterable[str] = (), rulings: Iterable[int] = ()) -> Cause:
        """The cause that these make, in words where there are none of either."""
        named = Cause(tuple(sorted(set(documents))), tuple(sorted(set(rulings))))
        return named if named.documents or named.rulings else Cause(words=self._else())

    def _else(self) -> str:
        """What changed something that no new document and no ruling speaks of."""
        if self.arrived:
            return "the added documents, through dates or links of others"
        if self.gone:
            return "the documents that are gone, through dates or links of others"
        if self.effects:
            return "a ruling on something else, or the program"
        return "the program, its tables or its rule"


def _effects(a: Record, b: Record) -> Iterable[Effect]:
    members: dict[str, set[str]] = defaultdict(set)
    for record in (a, b):
        for mention in record.mentions:
            members[mention.document].add(mention.id)
    known = {r.number for r in a.rulings}
    before, after = ({r.number: r for r in in_force(rulings)} for rulings in (a.rulings, b.rulings))
    for number in sorted(before.keys() ^ after.keys()):
        ruling = after.get(number) or before[number]
        yield Effect(_named(number, b.rulings) if number in known else number, ruling, frozenset(_touched(ruling, members)))


def _touched(ruling: Ruling, members: dict[str, set[str]]) -> Iterable[str]:
    for argument in ruling.arguments[:1] if ruling.verb == "set" else ruling.arguments:
        for name in argument.split(","):
            yield from members.get(name.strip(), {name.strip()})


def _named(number: int, rulings: Iterable[Ruling]) -> int:
    """The last `undo` in the chain of those that withdrew a ruling or brought it back; itself where there is none."""
    undone = {r.arguments[0]: r.number for r in sorted(rulings, key=lambda r: r.number) if r.verb == "undo" and r.arguments}
    while str(number) in undone:
        number = undone[str(number)]
    return number
