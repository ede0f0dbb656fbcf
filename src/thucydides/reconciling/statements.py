"""Statements: the counts that a mention states of one outcome, with the claims that make them, and which of them count the same
people.

Rule `toll.retold`: a group told twice with one number counts once, unless the two stand side by side in a list; persons told one
by one are of the larger group told with them.
"""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.nouns import Claim, Mention, TollItem
from thucydides.reconciling import counts
from thucydides.reconciling.context import Context
from thucydides.reconciling.groups import EVERYBODY, GroupKey, alike_nouns, apart, beside, demographic, group_key, head

SAYS = frozenset({"asserts", "claims", "admits", "suspects", "accuses"})
_ADJACENT = 40
_JOINED = re.compile(r"(?:,|&|\band|\bas well as|\bplus)\s*$")
_JOINS_ON = re.compile(r"\s*(?:,|&|and\b|as well as\b|plus\b)")
_AND = re.compile(r"\s*(?:,?\s*and|as well as|plus)\s+(?:also\s+)?")
_SENTENCE = 240
_END = re.compile(r"[a-z\d)\"”’][.!?][\"”]?\s+[A-Z]|\n")
_LISTS = re.compile(r"[,;]|\band\b")
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
        if parent is not None and _rivals(result[parent], told):
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


def retold(context: Context, statements: list[Statement]) -> tuple[list[Statement], list[tuple[Statement, Statement]]]:
    """Top statements with a group told twice merged, and the pairs (kept, other number) of one group with two numbers."""
    kept: list[Statement] = []
    rivals: list[tuple[Statement, Statement]] = []
    for statement in statements:
        twin = next((k for k in kept if _may_be_same(context, k, statement)), None)
        if twin is None:
            kept.append(statement)
        elif (twin.item.quantity.best, twin.item.quantity.low) == (statement.item.quantity.best, statement.item.quantity.low):
            better = min((twin, statement), key=lambda s: (s.item.quantity.high is None, s.key.count(""), s.item.passage))
            kept[kept.index(twin)] = replace(better, claims=tuple(dict.fromkeys((*twin.claims, *statement.claims))))
        elif twin.key == EVERYBODY or _rivals(twin, statement) or (twin.key == statement.key and _of_one_noun(twin, statement)):
            rivals.append((twin, statement))
        else:
            kept.append(statement)
    return kept, rivals


def _of_one_noun(twin: Statement, other: Statement) -> bool:
    """Whether two counts of one key are told by one noun, or the second is put beside the toll."""
    return head(twin.item.group) == head(other.item.group) or (other.beside and not twin.beside and bool(twin.key[0]))


def _may_be_same(context: Context, one: Statement, other: Statement) -> bool:
    """Whether two counts may be of the same people: the keys allow it, and they do not stand side by side in a list."""
    if (one.key == EVERYBODY) != (other.key == EVERYBODY) or apart(one.key, other.key) or _one_more(other):
        return False
    if one.key == EVERYBODY:
        return True
    if one_person(one) and one_person(other) and one.item.group.casefold() != other.item.group.casefold():
        return False
    alike = one.key == other.key or one.item.quantity.best == other.item.quantity.best or _rivals(one, other)
    return alike and not listed(context, one, other)


def _one_more(statement: Statement) -> bool:
    """Whether a statement counts people beside those told before ("three others", "a third man")."""
    ordinal = statement.item.quantity.rule == "toll.ordinal" and statement.item.group.lower().startswith(("a ", "another "))
    return beside(statement.item.group) or ordinal  # "the second secretary" is one told before


def _rivals(one: Statement, other: Statement) -> bool:
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


def enumerated(context: Context, mention: Mention, tops: Sequence[Statement]) -> list[Statement]:
    """The top statements with counts of people at large that one sentence lists one after another made one ("two were hit in the leg, one
    in the back and a fourth grazed"), none of which holds the others (rule `toll.enumerated`)."""
    told = sorted(
        (s for s in tops if not attacker(s) and s.item in mention.toll and counts.exact(s.item.quantity)), key=lambda s: s.item.passage
    )
    numbers = [s.item.quantity.best or 0 for s in told]
    if len(told) < 2 or len(told) != len([s for s in tops if not attacker(s)]) or not all(numbers):
        return list(tops)
    ordinal = any(s.item.quantity.rule == "toll.ordinal" for s in told)
    wide = [s for s in told if s.key == EVERYBODY]
    if not wide and _of_persons(told) and all(map(_follows(context), told, told[1:])):
        wide = [replace(told[0], key=EVERYBODY, item=replace(told[0].item, group="people"))]
        return [_as_one(wide[0], told), *(s for s in tops if attacker(s))]
    if 2 * max(numbers) == sum(numbers) and not ordinal:
        return list(tops)
    most = max((s.item.quantity.best or 0 for s in wide), default=0)
    finer = [s for s in told if s.key != EVERYBODY and s.key[0] and s.item.quantity.rule != "toll.ordinal"]
    if any((s.item.quantity.best or 0) < most for s in finer):
        return list(tops)  # "three civilians" may be of "five people"
    if not wide or any(beside(s.item.group) for s in told) or not all(map(_follows(context), told, told[1:])):
        return list(tops)
    return [_as_one(wide[0], told), *(s for s in tops if attacker(s))]


def _as_one(first: Statement, told: Sequence[Statement]) -> Statement:
    """The counts of a list as one, of those of whom the first tells."""
    item = replace(first.item, quantity=counts.total([s.item.quantity for s in told]))
    return replace(first, item=item, claims=tuple(dict.fromkeys(c for s in told for c in s.claims)))


def _of_persons(told: Sequence[Statement]) -> bool:
    """Whether counts are of men, women or children, of some two of these at least, and of no side."""
    return len({head(s.item.group) for s in told}) > 1 and all(demographic(s.item.group) and s.key[:2] in _NO_SIDE for s in told)


_NO_SIDE = (("", ""), ("civilians", ""))


def _follows(context: Context) -> Callable[[Statement, Statement], bool]:
    """Whether a count goes on a list that another began: in one sentence, behind a comma or "and", of other people."""

    def follows(one: Statement, other: Statement) -> bool:
        first, second = one.item.passage, other.item.passage
        text = context.documents[first.document].text if first.document in context.documents else ""
        again = one.item.quantity.best == other.item.quantity.best and one.item.quantity.best != 1
        return not again and _goes_on(context, one, other) and _LISTS.search(text, first.start, second.end) is not None

    return follows


def attacker(statement: Statement) -> bool:
    """Whether a statement is of an attacker who killed himself, told beside those whom he killed."""
    return statement.item.quantity.rule == "toll.attacker"


def added(context: Context, whole: Statement, others: Sequence[Statement]) -> list[Statement]:
    """The counts of people beside a whole that its sentence goes on with ("three were taken by ambulance and two others by car"), and
    attackers who died beside those they killed: they add to it (rule `toll.beside-whole`)."""
    return [s for s in others if attacker(s) or (beside(s.item.group) and s.parent is None and _goes_on(context, whole, s))]


def _goes_on(context: Context, whole: Statement, other: Statement) -> bool:
    first, second = whole.item.passage, other.item.passage
    text = context.documents[first.document].text if first.document in context.documents else ""
    if first.start == second.start:  # "shot three people and another man": both passages begin at the word of harm
        return first.end < second.end <= first.start + _SENTENCE and _END.search(text, first.end, second.end) is None
    return first.start < second.start <= first.start + _SENTENCE and _END.search(text, first.start, second.start) is None


def listed(context: Context, one: Statement, other: Statement) -> bool:
    """Whether two counts of different nouns stand side by side in one list, so that they count different people."""
    first, second = sorted((one.item.passage, other.item.passage))
    text = context.documents[first.document].text if first.document in context.documents else ""
    if second.start == first.start:  # "killed his son and three grandchildren": both passages begin at the word of harm
        near = _JOINS_ON.match(text[first.end : second.end]) is not None
    elif second.start < first.end:  # "three women and one man were killed": the passage of each runs to the word of harm
        near = _JOINED.search(text[first.start : second.start]) is not None
    else:
        near = second.start - first.end <= _ADJACENT and ". " not in text[first.end : second.start]
    return near and head(one.item.group) != head(other.item.group)


def _side_by_side(context: Context, one: Statement, other: Statement) -> bool:
    """Whether nothing but "and" or a comma stands between two counts of different nouns ("six priests and two women")."""
    first, second = sorted((one.item.passage, other.item.passage))
    text = context.documents[first.document].text if first.document in context.documents else ""
    apart = second.start < first.end or _AND.fullmatch(text, first.end, second.start) is not None
    return apart and listed(context, one, other)


def disjoint(parts: Sequence[Statement]) -> list[Statement]:
    """The parts without repetitions of one count."""
    seen: dict[tuple[GroupKey, str, int | None], Statement] = {}
    for part in parts:
        seen.setdefault((part.key, head(part.item.group), part.item.quantity.best), part)
    return list(seen.values())


def inside(context: Context, inner: Statement, outer: Statement) -> bool:
    """Whether a group told apart is likely some of another.

    It is where nothing sets them apart, it is no larger, and it is the finer or cuts across sides, or is one person beside a
    group.
    """
    if (
        apart(inner.key, outer.key)
        or _one_more(inner)
        or counts.low(inner.item.quantity) > counts.low(outer.item.quantity)
    ):
        return False
    if attacker(inner) or attacker(outer) or outer.item.group.casefold().startswith(("other ", "more ")):
        return False  # "Omar was killed along with eight other fighters"
    if beside(outer.item.group) and _goes_on(context, inner, outer):
        return False  # "killed a guard and 19 others"
    if one_person(inner) and not one_person(outer) and counts.low(outer.item.quantity) > 1:
        return not listed(context, inner, outer)
    alike = (one_person(inner) and one_person(outer)) or (demographic(inner.item.group) and demographic(outer.item.group))
    if inner.key == outer.key or (alike and listed(context, inner, outer)):
        return False
    if demographic(inner.item.group):
        return not _side_by_side(context, inner, outer)
    return sum(map(bool, inner.key)) > sum(map(bool, outer.key)) and not listed(context, inner, outer)
