"""Statements: the counts that a mention states of one outcome, with the claims that make them.

Invariants: each claim is of one statement; a count that nobody asserts, admits or suspects is none; a whole stands before its parts.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.nouns import Claim, Mention, TollItem
from thucydides.reconciling import counts
from thucydides.reconciling.context import Context
from thucydides.reconciling.groups import GroupKey, alike_nouns, apart, group_key, head

SAYS = frozenset({"asserts", "claims", "admits", "suspects", "accuses"})
_PERSON = frozenset({"toll.singular", "toll.attacker"})


class Statement(Struct, frozen=True, gc=False):
    """One count in a mention with the claims that make it; `parent` is the position of its whole among the statements, `beside` holds for
    a number that somebody puts beside the toll."""

    key: GroupKey
    item: TollItem
    claims: tuple[Claim, ...]
    parent: int | None
    beside: bool = False


def statements(context: Context, mention: Mention, outcome: str) -> list[Statement]:
    """The counts of one outcome in a mention: its toll items with their claims, and claims that no item holds."""
    claims = [
        c
        for c in context.claims_of.get(mention.id, ())
        if c.attribute == outcome and c.quantity is not None and len(c.mentions) == 1
    ]
    taken: set[str] = set()
    result: list[Statement] = []
    place: dict[int, int] = {}
    for position, item in enumerate(mention.toll):
        if item.outcome != outcome:
            continue
        mine = _claims_of(item, [c for c in claims if c.id not in taken])
        taken |= {c.id for c in mine}
        if mine and all(c.stance not in SAYS for c in mine):
            continue
        place[position] = len(result)
        parent = place.get(item.part_of) if item.part_of is not None else None
        key = group_key(item.group, item.category, item.nationality)
        if parent is not None and apart(result[parent].key, key):
            key = (result[parent].key[0], result[parent].key[1], head(item.group))
        told = Statement(key, item, tuple(c for c in mine if c.stance in SAYS), parent)
        if parent is not None and are_rivals(result[parent], told):
            told = replace(told, parent=None)  # "30 rebels, the army says; the rebels put their own losses at four"
        result.append(told)
    for claim in claims:
        if claim.id not in taken and claim.stance in SAYS and claim.quantity is not None:
            parent = next((n for n, s in enumerate(result) if s.parent is None), None) if claim.part else None
            item = TollItem(outcome, claim.quantity, claim.passage, claim.group, claim.category or "unknown")  # type: ignore[arg-type]
            result.append(Statement(group_key(claim.group, item.category, None), item, (claim,), parent, beside=True))
    return result


def _claims_of(item: TollItem, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that say what an item says: those of its passage, else those of its number and group."""
    here = [c for c in claims if c.passage.start < item.passage.end and item.passage.start < c.passage.end and _same(c, item)]
    if any(c.passage == item.passage for c in here):
        here = [c for c in here if c.passage == item.passage]
    return here or [c for c in claims if _same(c, item) and c.group == item.group][:1]


def _same(claim: Claim, item: TollItem) -> bool:
    one, other = claim.quantity, item.quantity
    return (
        one is not None
        and (one.low, one.best, one.high) == (other.low, other.best, other.high)
        and (not claim.group or claim.group == item.group)
    )


def are_rivals(one: Statement, other: Statement) -> bool:
    """Whether two speakers count one group, told by one noun or by nouns of one side that say the same, which one of them may give without
    its country."""
    mine, its = ({c.speaker for c in s.claims} for s in (one, other))
    return bool(mine and its) and None not in mine | its and mine.isdisjoint(its) and same_people(one, other)


def same_people(one: Statement, other: Statement) -> bool:
    """Whether two counts name one group of people: "rebels" and "insurgents" do, soldiers and policemen do not."""
    mine, its = head(one.item.group), head(other.item.group)
    return mine == its or (one.key[0] == other.key[0] and alike_nouns(mine, its, one.key[0]))


def outgrows(group: Statement, whole: Statement) -> bool:
    """Whether another voice than that of a whole counts more of one group than the whole has people (rule `toll.outgrown`): "four died,
    police say; the group says it killed 47 soldiers"."""
    mine, its = ({c.speaker for c in s.claims} for s in (group, whole))
    most = whole.item.quantity.high if whole.item.quantity.high is not None else whole.item.quantity.best
    said = bool(mine) and None not in mine and mine.isdisjoint(its)
    return said and most is not None and counts.low(group.item.quantity) > most


def one_person(statement: Statement) -> bool:
    """Whether a statement is of one person described in the singular ("a 46-year-old")."""
    return statement.item.quantity.rule in _PERSON


def attacker(statement: Statement) -> bool:
    """Whether a statement is of an attacker who killed himself, told beside those whom he killed."""
    return statement.item.quantity.rule == "toll.attacker"
