"""Retelling: which of a mention's counts of one outcome count the same people, or some of the people of another.

Rule `toll.retold`: a group told twice with one number counts once, unless the two stand side by side in a list; persons told one
by one are of the larger group told with them.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.reconciling import counts
from thucydides.reconciling.context import Context
from thucydides.reconciling.enumerations import along, goes_on, goes_on_with, listed, side_by_side
from thucydides.reconciling.groups import EVERYBODY, GroupKey, apart, beside, demographic, head
from thucydides.reconciling.statements import Statement, are_rivals, attacker, one_person, same_people


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
        elif (
            twin.key == EVERYBODY
            or are_rivals(twin, statement)
            or _put_beside(twin, statement)
            or (twin.key == statement.key and _of_one_noun(twin, statement))
        ):
            rivals.append((twin, statement))
        else:
            kept.append(statement)
    return kept, rivals


def _put_beside(twin: Statement, other: Statement) -> bool:
    """Whether somebody puts another number of the same people beside the toll, without their country: "ten Chadian soldiers died; the group
    said it had killed 17 soldiers"."""
    return other.beside and not twin.beside and same_people(twin, other)


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
    alike = one.key == other.key or one.item.quantity.best == other.item.quantity.best or are_rivals(one, other) or _put_beside(one, other)
    return alike and not listed(context, one, other) and not goes_on_with(context, one, other)


def _one_more(statement: Statement) -> bool:
    """Whether a statement counts people beside those told before ("three others", "a third man")."""
    ordinal = statement.item.quantity.rule == "toll.ordinal" and statement.item.group.lower().startswith(("a ", "another "))
    return beside(statement.item.group) or ordinal  # "the second secretary" is one told before


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
    if beside(outer.item.group) and goes_on(context, inner, outer):
        return False  # "killed a guard and 19 others"
    if along(context, outer):
        return False  # "the commander was killed with five guards"
    if one_person(inner) and _theirs(inner, outer):
        return False  # "killed Omar Sy, the head of the band, and eleven of his men"
    if one_person(inner) and not one_person(outer) and counts.low(outer.item.quantity) > 1:
        return not listed(context, inner, outer)
    alike = (one_person(inner) and one_person(outer)) or (demographic(inner.item.group) and demographic(outer.item.group))
    if inner.key == outer.key or (alike and listed(context, inner, outer)):
        return False
    if demographic(inner.item.group):
        return not side_by_side(context, inner, outer)
    return sum(map(bool, inner.key)) > sum(map(bool, outer.key)) and not listed(context, inner, outer)


def _theirs(one: Statement, people: Statement) -> bool:
    """Whether people told right behind somebody are told as that person's: "his men", "her two guards"."""
    mine, its = one.item.passage, people.item.passage
    near = mine.document == its.document and mine.start <= its.start <= mine.end + _NEAR
    return near and people.item.group.casefold().startswith(("his ", "her "))


_NEAR = 200
"""Characters from somebody to their people, with a description between."""
