"""Discrepancies of value: counts of one outcome that differ, and, mildly, wordings that differ about one number."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from thucydides.nouns import Discrepancy
from thucydides.reconciling import counts
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.context import Context
from thucydides.reconciling.discrepancies.apart import firm, numbers_apart
from thucydides.reconciling.discrepancies.common import MILD, WEIGHTS, Side, Single, by_value, discrepancy
from thucydides.reconciling.discrepancies.partly_told import partly_told
from thucydides.reconciling.discrepancies.revised import former, said_of
from thucydides.reconciling.groups import EVERYBODY, GroupCount, holds
from thucydides.reconciling.naming import sentence
from thucydides.reconciling.origins import one_speaker
from thucydides.reconciling.tellings import Telling
from thucydides.reconciling.weighing import ENEMY_WEIGHT
from thucydides.reconciling.words import OUTCOMES
from thucydides.reconciling.words import words as word_list


def find(scene: Single) -> Iterator[Discrepancy]:
    """One discrepancy for each outcome on which the tellings of an incident differ, and one for each group on which only they do.
    """
    one = scene.one
    for outcome in OUTCOMES:
        told = [t for t in firm(one, outcome) if t.quantity.rule != "toll.mixed" or not _told_apart(one, outcome, t)]
        clash = [(a, b) for a, b in numbers_apart(one, outcome) if not scene.doubted(a.mention, b.mention)]
        if scene.doubts and not clash:
            continue
        gone = former(one, outcome, told)
        if clash:
            yield _clash(scene.context, one, outcome, told, gone)
        elif gone and told:
            yield _revised(scene.context, one, outcome, told, gone)
        elif _worded_otherwise(told):
            yield _wording(scene.context, one, outcome, told)
        elif grown := _open_groups(one, outcome):
            yield _wording(scene.context, one, outcome, grown)
        elif some := partly_told(one, outcome, told):
            yield _of_some(scene.context, one, outcome, some)
        if not clash and not _worded_otherwise(told):
            yield from _groups(scene.context, one, outcome, told)


def _told_apart(one: Assessed, outcome: str, telling: Telling) -> bool:
    """Whether a count over the dead and the injured together says no more than another account's count of each; of the injured it never
    does, for it stands beside the dead."""
    counted = [{o: t.quantity.best for o in ("killed", "injured") for t in one.tolls[o] if t.mention == m.id} for m in one.case.mentions]
    return outcome != "killed" or any(sum(filter(None, c.values())) == telling.quantity.high for c in counted)


def _worded_otherwise(told: Sequence[Telling]) -> bool:
    """Whether wordings differ about numbers that can agree: one of them open, or two reports of which one rounds."""
    if len({counts.say(t.quantity) for t in told}) < 2:
        return False
    loose = any(t.quantity.high is None or t.quantity.weak for t in told)
    rounded = any(t.quantity.approximate for t in told) and len({_best(t) for t in told}) > 1
    return loose or (rounded and len({t.passage.document for t in told}) > 1)


def side(telling: Telling, value: str = "") -> Side:
    """A telling as a side; a sum is shown with its terms."""
    said = value or counts.say(telling.quantity)
    if not value and telling.quantity.rule == "toll.sum":
        said = f"{said} ({telling.quantity.wording})"
    return Side(said, telling.passage, telling.passage.document, telling.chain, telling.claims[0] if telling.claims else "")


def _plain(telling: Telling) -> Side:
    return side(telling, counts.say(telling.quantity))


Gone: TypeAlias = Sequence[tuple[Side, str]]


def _clash(context: Context, one: Assessed, outcome: str, told: Sequence[Telling], gone: Gone) -> Discrepancy:
    numbers = [n for t in told for n in (t.quantity.low, t.quantity.best, t.quantity.high) if n is not None]
    spread = max(numbers) - min(numbers)
    said = by_value(context, [_plain(t) for t in told])
    words = f"On how many were {outcome} the accounts differ: {said}. {_reason(one, outcome, told)} {said_of(gone)}".rstrip()
    sides = [*(side(t) for t in told), *(s for s, _ in gone)]
    return discrepancy("value", outcome, [one.id], sides, words, WEIGHTS[outcome] * (1 + min(spread, 100) / 10))


def _revised(context: Context, one: Assessed, outcome: str, told: Sequence[Telling], gone: Gone) -> Discrepancy:
    """Mildly, numbers of which others took the place, beside those that stand (rule `discrepancy.revised`)."""
    sides = [*(_plain(t) for t in told), *(s for s, _ in gone)]
    words = f"On how many were {outcome} what is told changed: {by_value(context, [_plain(t) for t in told])}. {said_of(gone)}"
    return discrepancy("value", outcome, [one.id], sides, words, WEIGHTS[outcome] * MILD * (1 + len(gone)))


def _reason(one: Assessed, outcome: str, told: Sequence[Telling]) -> str:
    """The likeliest reason in words."""
    low, high = min(told, key=_best), max(told, key=_best)
    difference = _best(high) - _best(low)
    alike = one_speaker(low.chain, high.chain) or (not low.chain.voice and low.chain.quoted == high.chain.quoted)
    if low.origin == high.origin and alike:
        return "Both figures go back to one source, so one of them is likely a slip of the pen or of another time."
    own = [g for t in told for g in t.groups if g.perpetrator and counts.exact(g.quantity)]
    if any(g.quantity.best == difference for g in own):
        return "The difference is that of the attackers' own losses, which one account likely leaves out."
    parts = [g for g in high.groups if g.quantity.best is not None and g.quantity.best < _best(high) and g.key != EVERYBODY]
    if any(g.quantity.best == _best(low) and _counted(g, low) for g in parts):
        return _OF_SOME
    if any(g.quantity.best == difference and not (low.groups and _counted(g, low)) for g in parts):
        return "The difference is the size of one group told, so one account likely counts it and another does not."
    if _best(low) == 0:
        return "One account says that there were none, the other counts some; they cannot both be right."
    if any(t.weight <= ENEMY_WEIGHT for t in (low, high)):
        return "One of the figures is a party's own count of its enemy's losses, which tends to run high."
    if high.replaces and not low.replaces:
        return "One account tells that the toll rose; the lower figure is likely from before."
    if low.chain.said and high.chain.said and low.chain.said < high.chain.said:
        return "The higher figure is the later one: the toll may have risen between the reports."
    return "Nothing in the texts says which is right."


def _counted(group: GroupCount, telling: Telling) -> bool:
    """Whether a telling may count a group: it tells of nobody in particular, or of that group."""
    return not telling.groups or any(holds(group.key, mine.key) or holds(mine.key, group.key) for mine in telling.groups)


def _best(telling: Telling) -> int:
    return telling.quantity.best if telling.quantity.best is not None else counts.low(telling.quantity)


def _wording(context: Context, one: Assessed, outcome: str, told: Sequence[Telling]) -> Discrepancy:
    bests = {_best(t) for t in told}
    agree = (
        f"All agree on {counts.number(bests.pop())}; the wordings differ only in whether there may have been more."
        if len(bests) == 1
        else "The open wordings leave room for the higher figure, so both can be true."
        if any(t.quantity.high is None or t.quantity.weak for t in told)
        else "One is rounded, so both can be true."
    )
    words = f"On how many were {outcome} the wordings differ: {by_value(context, [_plain(t) for t in told])}. {agree}"
    return discrepancy("value", outcome, [one.id], [side(t) for t in told], words, WEIGHTS[outcome] * MILD * (1 + len(bests)))


def _of_some(context: Context, one: Assessed, outcome: str, told: Sequence[Telling]) -> Discrepancy:
    """Mildly, a group that one report counts alone beside all those whom another counts (rule `discrepancy.partly-told`)."""
    words = f"On how many were {outcome} the accounts differ: {by_value(context, [_plain(t) for t in told])}. {_OF_SOME}"
    return discrepancy("value", outcome, [one.id], [side(t) for t in told], words, WEIGHTS[outcome] * MILD * 2)


_OF_SOME = "The lower figure is that of one group within the higher, so it likely counts that group only."


def _open_groups(one: Assessed, outcome: str) -> list[Telling]:
    """Tellings of two reports that count one group at different numbers, each with an open end, the one beside others: "at least 14
    peacekeepers" and "at least 15 peacekeepers and five soldiers"."""
    told = [t for t in one.tolls[outcome] if not t.superseded and t.groups and not t.running]
    for a, b in combinations(told, 2):
        root = one.case.context.root
        if a.partial == b.partial or root(a.passage.document) == root(b.passage.document):
            continue
        pairs = [(g, h) for g in a.groups for h in b.groups if g.key == h.key and g.quantity.high is None and h.quantity.high is None]
        if any(g.quantity.best != h.quantity.best for g, h in pairs):
            return [a, b]
    return []


def _groups(context: Context, one: Assessed, outcome: str, told: Sequence[Telling]) -> Iterator[Discrepancy]:
    """Groups whose counts differ although the totals agree; persons told one by one are no count of a group."""
    keys = sorted({g.key for t in told for g in t.groups if g.settles})
    for key in keys:
        said = [(t, g) for t in told for g in t.groups if g.key == key and g.settles and not counts.indefinite(g.quantity)]
        mine = [(t, g) for t, g in said if g.quantity.rule not in word_list("one_by_one")]
        if any(not counts.meet(a.quantity, b.quantity) for (_, a), (_, b) in combinations(mine, 2)):
            sides = [
                Side(
                    f"{counts.say(g.quantity)} {g.label}".strip(),
                    g.passage or t.passage,
                    t.passage.document,
                    t.chain,
                    next(iter(g.claims), ""),
                )
                for t, g in mine
            ]
            words = sentence(f"the total agrees, but of whom were {outcome} the accounts differ: {by_value(context, sides)}")
            yield discrepancy("value", outcome, [one.id], sides, words, WEIGHTS[outcome] / 2)
