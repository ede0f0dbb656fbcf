"""Tellings: what each mention says of one outcome's toll: the total, its parts, who says so, and since when.

Rule `toll.total`: a telling's total is the whole it states, else the sum of its disjoint groups; a part is never added to its
whole, and the same group told twice counts once. Two wholes in one mention are two tellings.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from thucydides.nouns import Claim, Mention, Passage, Quantity, TollItem
from thucydides.reconciling import counts
from thucydides.reconciling.context import Case, Context
from thucydides.reconciling.groups import (
    EVERYBODY,
    GroupCount,
    GroupKey,
    apart,
    beside,
    clean_label,
    demographic,
    everybody,
    group_key,
    head,
)
from thucydides.reconciling.origins import Chain, chain

_SAYS = frozenset({"asserts", "claims", "admits", "suspects", "accuses"})
_ADJACENT = 40


class Telling(Struct, frozen=True, gc=False):
    """One voice's count of one outcome in one mention.

    `weight` is 1, or less where the speaker counts the enemy's losses; `superseded` says why the telling no longer stands (""
    while it does); `doubt` is the hedge; `stated` holds where the total is said and not added up, `everybody` where it counts
    all people and not a group, `partial` where the telling counts only a group that others tell as part of more; `origin` is set
    when tellings are compared.
    """

    mention: str
    chain: Chain
    quantity: Quantity
    passage: Passage
    groups: tuple[GroupCount, ...] = ()
    claims: tuple[str, ...] = ()
    stated: bool = True
    everybody: bool = False
    partial: bool = False
    weight: float = 1.0
    doubt: str = ""
    replaces: bool = False
    superseded: str = ""
    origin: str = ""


class _Statement(Struct, frozen=True, gc=False):
    """One count in a mention with the claims that make it; `parent` is the position of its whole among the statements."""

    key: GroupKey
    item: TollItem
    claims: tuple[Claim, ...]
    parent: int | None


def _statements(context: Context, mention: Mention, outcome: str) -> list[_Statement]:
    """The counts of one outcome in a mention: its toll items with their claims, and claims that no item holds."""
    claims = [
        c
        for c in context.claims_of.get(mention.id, ())
        if c.attribute == outcome and c.quantity is not None and len(c.mentions) == 1
    ]
    taken: set[str] = set()
    result: list[_Statement] = []
    place: dict[int, int] = {}
    for position, item in enumerate(mention.toll):
        if item.outcome != outcome:
            continue
        mine = _claims_of(item, [c for c in claims if c.id not in taken])
        taken |= {c.id for c in mine}
        if mine and all(c.stance not in _SAYS for c in mine):
            continue
        place[position] = len(result)
        parent = place.get(item.part_of) if item.part_of is not None else None
        result.append(
            _Statement(
                group_key(item.group, item.category, item.nationality), item, tuple(c for c in mine if c.stance in _SAYS), parent
            )
        )
    for claim in claims:
        if claim.id not in taken and claim.stance in _SAYS and claim.quantity is not None:
            parent = next((n for n, s in enumerate(result) if s.parent is None), None) if claim.part else None
            item = TollItem(outcome, claim.quantity, claim.passage, claim.group, claim.category or "unknown")  # type: ignore[arg-type]
            result.append(_Statement(group_key(claim.group, item.category, None), item, (claim,), parent))
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


def _retold(context: Context, statements: list[_Statement]) -> tuple[list[_Statement], list[tuple[_Statement, _Statement]]]:
    """Top statements with a group told twice merged, and the pairs (kept, other number) of one group with two numbers."""
    kept: list[_Statement] = []
    rivals: list[tuple[_Statement, _Statement]] = []
    for statement in statements:
        twin = next((k for k in kept if _may_be_same(context, k, statement)), None)
        if twin is None:
            kept.append(statement)
        elif (twin.item.quantity.best, twin.item.quantity.low) == (statement.item.quantity.best, statement.item.quantity.low):
            better = min((twin, statement), key=lambda s: (s.item.quantity.high is None, s.key.count(""), s.item.passage))
            kept[kept.index(twin)] = replace(better, claims=tuple(dict.fromkeys((*twin.claims, *statement.claims))))
        elif twin.key == EVERYBODY or (twin.key == statement.key and head(twin.item.group) == head(statement.item.group)):
            rivals.append((twin, statement))
        else:
            kept.append(statement)
    return kept, rivals


def _may_be_same(context: Context, one: _Statement, other: _Statement) -> bool:
    """Whether two counts may be of the same people: the keys allow it, and they do not stand side by side in a list."""
    if (one.key == EVERYBODY) != (other.key == EVERYBODY) or apart(one.key, other.key) or beside(other.item.group):
        return False
    if one.key == EVERYBODY:
        return True
    first, second = sorted((one.item.passage, other.item.passage))
    between = context.documents[first.document].text[first.end : second.start] if first.document in context.documents else ""
    listed = (
        first.end <= second.start
        and second.start - first.end <= _ADJACENT
        and ". " not in between
        and head(one.item.group) != head(other.item.group)
    )
    return not listed and (one.key == other.key or one.item.quantity.best == other.item.quantity.best)


def _group_counts(parts: Sequence[_Statement], settles: bool) -> tuple[GroupCount, ...]:
    """The groups of a telling, one count a key; counts of one key in one telling add up, for they were told apart."""
    found: dict[GroupKey, list[_Statement]] = {}
    for part in parts:
        if part.key != EVERYBODY:
            found.setdefault(part.key, []).append(part)
    return tuple(
        GroupCount(
            key,
            " and ".join(dict.fromkeys(label for p in some if (label := clean_label(p.item.group)))),
            counts.total([p.item.quantity for p in some]),
            settles and not any(demographic(p.item.group) and not p.item.nationality for p in some),
            next((p.item.side for p in some if p.item.side), None),
            any(p.item.perpetrator for p in some),
            tuple(sorted({c.id for p in some for c in p.claims})),
            min(p.item.passage for p in some),
        )
        for key, some in found.items()
    )


def _fills(parts: Sequence[_Statement], whole: Quantity) -> bool:
    """Whether the parts make up the whole, so that each of them is the count of its group."""
    quantities = [p.item.quantity for p in parts]
    return (
        bool(parts)
        and all(counts.exact(q) for q in quantities)
        and whole.best is not None
        and sum(q.best or 0 for q in quantities) == whole.best
    )


def tellings(case: Case, outcome: str) -> tuple[Telling, ...]:
    """Every telling of one outcome in an incident's mentions, in the order of the mentions."""
    return tuple(t for mention in case.mentions for t in _of_mention(case.context, mention, outcome))


def _of_mention(context: Context, mention: Mention, outcome: str) -> Iterator[Telling]:
    statements = _statements(context, mention, outcome)
    tops = [s for s in statements if s.parent is None]
    if not tops:
        return
    tops, rivals = _retold(context, tops)
    others = [s for s in tops if beside(s.item.group)]
    wholes = [s for s in tops if everybody(s.item.group, s.item.nationality) and not (s in others and len(tops) > 1)]
    specific = [s for s in tops if s not in wholes]
    children = {id(w): [s for s in statements if s.parent is not None and statements[s.parent].item == w.item] for w in wholes}
    loose = [s for s in statements if s.parent is not None and all(s not in c for c in children.values())]
    if not wholes:
        yield from _added(context, mention, specific, rivals, loose)
        return
    for whole in [*wholes, *(r for k, r in rivals if k.key == EVERYBODY)]:
        parts = _disjoint([*children.get(id(whole), ()), *specific])
        if whole.item.quantity.high is not None and sum(counts.low(p.item.quantity) for p in parts) > whole.item.quantity.high:
            parts = _disjoint(children.get(id(whole), ()))
        groups = _group_counts(parts, _fills(parts, whole.item.quantity))
        yield from _voiced(context, mention, whole, whole.item.quantity, groups, stated=True)


def _disjoint(parts: Sequence[_Statement]) -> list[_Statement]:
    """The parts without repetitions of one count."""
    seen: dict[tuple[GroupKey, str, int | None], _Statement] = {}
    for part in parts:
        seen.setdefault((part.key, head(part.item.group), part.item.quantity.best), part)
    return list(seen.values())


def _added(
    context: Context,
    mention: Mention,
    specific: Sequence[_Statement],
    rivals: Sequence[tuple[_Statement, _Statement]],
    loose: Sequence[_Statement],
) -> Iterator[Telling]:
    """Tellings of a mention that states groups only: their sum, and a further telling for each rival number of one group."""
    nested = [s for s in specific if any(o is not s and _inside(s, o) for o in specific)]
    counted = [s for s in specific if s not in nested]
    if not counted:
        return
    groups = (*_group_counts(counted, True), *_group_counts(_disjoint([*loose, *nested]), False))
    yield from _voiced(
        context, mention, counted[0], counts.total([s.item.quantity for s in counted]), groups, stated=len(counted) == 1
    )
    for kept, rival in rivals:
        if kept in counted:
            swapped = [rival if s is kept else s for s in counted]
            again = (*_group_counts(swapped, True), *_group_counts(_disjoint([*loose, *nested]), False))
            yield from _voiced(
                context, mention, rival, counts.total([s.item.quantity for s in swapped]), again, stated=len(swapped) == 1
            )


def _inside(inner: _Statement, outer: _Statement) -> bool:
    """Whether a group told apart is likely some of another: same category or nationality, fewer people, a finer or demographic
    noun.
    """
    if apart(inner.key, outer.key) or inner.key == outer.key or beside(inner.item.group):
        return False
    finer = demographic(inner.item.group) or sum(map(bool, inner.key)) > sum(map(bool, outer.key))
    return finer and counts.low(inner.item.quantity) <= counts.low(outer.item.quantity)


def _voiced(
    context: Context, mention: Mention, lead: _Statement, quantity: Quantity, groups: tuple[GroupCount, ...], stated: bool
) -> Iterator[Telling]:
    """One telling for each voice that makes the leading statement; the document's own where no claim is known."""
    made: dict[str, Telling] = {}
    for claim in lead.claims or (None,):
        one = chain(context, lead.item.passage, claim)
        telling = Telling(
            mention.id,
            one,
            quantity,
            lead.item.passage,
            groups,
            (claim.id,) if claim else (),
            stated,
            lead.key == EVERYBODY,
            doubt=claim.hedge if claim else "",
            replaces=claim is not None and claim.replaces,
        )
        earlier = made.get(one.key)
        made[one.key] = telling if earlier is None else replace(earlier, claims=(*earlier.claims, *telling.claims))
    yield from made.values()


def pairs_of(items: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Every two tellings that still stand."""
    yield from combinations([t for t in items if not t.superseded], 2)
