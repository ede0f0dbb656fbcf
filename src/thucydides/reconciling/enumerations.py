"""Enumerations: counts that one sentence tells side by side or one after another, each of other people.

Invariants: where two counts stand is told by their passages and the text between; what is enumerated is added up or stands beside a whole,
and never holds another.
"""

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from thucydides.nouns import Mention
from thucydides.reconciling import counts
from thucydides.reconciling.context import Context
from thucydides.reconciling.groups import EVERYBODY, beside, demographic, head
from thucydides.reconciling.statements import Statement, attacker


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
    """Whether counts are of men, women, children or each of some one person ("a driver", "one nurse"), of two of these at least, and of no
    side."""
    each = all((demographic(s.item.group) or _some_one(s)) and s.key[:2] in _NO_SIDE for s in told)
    return each and len({head(s.item.group) for s in told}) > 1


def _some_one(statement: Statement) -> bool:
    """Whether a count introduces one person: "a driver", not "the driver"."""
    wording = f"{statement.item.quantity.wording} ".casefold()
    return statement.item.quantity.best == 1 and wording.startswith(("a ", "an ", "one ", "another "))


_NO_SIDE = (("", ""), ("civilians", ""))


def _follows(context: Context) -> Callable[[Statement, Statement], bool]:
    """Whether a count goes on a list that another began: in one sentence, behind a comma or "and", of other people."""

    def follows(one: Statement, other: Statement) -> bool:
        first, second = one.item.passage, other.item.passage
        text = context.documents[first.document].text if first.document in context.documents else ""
        again = one.item.quantity.best == other.item.quantity.best and one.item.quantity.best != 1
        return not again and goes_on(context, one, other) and _LISTS.search(text, first.start, second.end) is not None

    return follows


def added(context: Context, whole: Statement, others: Sequence[Statement]) -> list[Statement]:
    """The counts of people beside a whole that its sentence goes on with ("three were taken by ambulance and two others by car", "12 were
    killed; seven gunmen also died"), and attackers who died beside those they killed: they add to it (rule `toll.beside-whole`)."""
    return [
        s
        for s in others
        if attacker(s) or ((beside(s.item.group) or _also(context, s)) and s.parent is None and goes_on(context, whole, s))
    ]


def _also(context: Context, statement: Statement) -> bool:
    """Whether the words of a count say that it is told in addition."""
    passage = statement.item.passage
    text = context.documents[passage.document].text if passage.document in context.documents else ""
    return _ALSO.search(text, passage.start, passage.end) is not None


_ALSO = re.compile(r"\b(?:also|likewise)\b", re.IGNORECASE)


def goes_on(context: Context, whole: Statement, other: Statement) -> bool:
    """Whether the sentence that tells a count goes on to the other."""
    first, second = whole.item.passage, other.item.passage
    text = context.documents[first.document].text if first.document in context.documents else ""
    if first.start == second.start:  # "shot three people and another man": both passages begin at the word of harm
        return first.end < second.end <= first.start + _SENTENCE and _END.search(text, first.end, second.end) is None
    return first.start < second.start <= first.start + _SENTENCE and _END.search(text, first.start, second.start) is None


def along(context: Context, statement: Statement) -> bool:
    """Whether people are counted as those with whom somebody died: "was killed with five civilians"."""
    passage, wording = statement.item.passage, statement.item.quantity.wording
    text = context.documents[passage.document].text if passage.document in context.documents else ""
    at = text.find(wording, passage.start, passage.end) if wording else -1
    return at > 0 and _WITH.search(text, max(0, at - _OPENING), at) is not None


_WITH = re.compile(r"\b(?:with|alongside)\s+(?:(?:his|her|their|the|other)\s+)?$", re.IGNORECASE)
_OPENING = 24
_SENTENCE = 240
"""Characters that a sentence has at most between two of its counts."""
_END = re.compile(r"[a-z\d)\"”’][.!?][\"”]?\s+[A-Z]|\n")
_LISTS = re.compile(r"[,;]|\band\b")


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


def goes_on_with(context: Context, one: Statement, other: Statement) -> bool:
    """Whether a count goes on with the people of another by its number alone, elsewhere or later: "four soldiers died on the spot and three
    in hospital", "killed six miners in Kagera and two in Mara"."""
    first, second = one.item.passage, other.item.passage
    text = context.documents[first.document].text if first.document in context.documents else ""
    noun = head(one.item.group)
    bare = noun == head(other.item.group) and noun not in text[second.start : second.end].casefold() and not other.beside
    numbers = counts.exact(one.item.quantity) and counts.exact(other.item.quantity)
    return bool(noun) and bare and numbers and goes_on(context, one, other)


def side_by_side(context: Context, one: Statement, other: Statement) -> bool:
    """Whether nothing but "and" or a comma stands between two counts of different nouns ("six priests and two women")."""
    first, second = sorted((one.item.passage, other.item.passage))
    text = context.documents[first.document].text if first.document in context.documents else ""
    apart = second.start < first.end or _AND.fullmatch(text, first.end, second.start) is not None
    return apart and listed(context, one, other)


_ADJACENT = 40
"""Characters between two counts that stand side by side."""
_JOINED = re.compile(r"(?:,|&|\band|\bas well as|\bplus)\s*$")
_JOINS_ON = re.compile(r"(?:\s+(?:of|from)\s+[^,;.()]{1,30}?)?\s*(?:,|&|and\b|as well as\b|plus\b)")
_AND = re.compile(r"\s*(?:,?\s*and|as well as|plus)\s+(?:also\s+)?")
