"""Later dead: the injured of one report who are among the dead of a later one.

Rule `toll.later-dead`: nobody rises from the dead, so where two reports count as many people harmed and the later more of them killed,
those it adds are the other's injured, and the other's number of injured no longer stands. Where a later report tells of one dead and is
silent on the injured, one of the earlier report's few is taken for the dead one.
"""

from collections.abc import Sequence

from thucydides.nouns import Mention, TollItem
from thucydides.reconciling import counts
from thucydides.reconciling.context import Case
from thucydides.reconciling.groups import apart, group_key

FEW = 6
"""So few injured, of whom one may be the one who died by a report that tells of nobody else."""


def died_since(case: Case, mention: str) -> bool:
    """Whether of those whom a mention counts as injured some are dead by a mention of a report that is not earlier."""
    told = case.context.mentions.get(mention)
    if told is None:
        return False
    killed, injured = _told(told, "killed"), _told(told, "injured")
    if not injured or (killed is None and any(i.outcome == "killed" for i in told.toll)):
        return False
    when = case.context.published(told.document)
    for other in case.mentions:
        if other.document == told.document:
            continue
        since = case.context.published(other.document)
        dead, alive = _told(other, "killed"), _told(other, "injured")
        said = any(_said_dead(i) for i in told.toll)
        if dead is None or (said and when is not None and since is not None and since < when):
            continue  # who tells afterwards only that somebody was hit does not say that he lived
        more = dead - (killed or 0)
        stated = alive is not None and not _inferred(other)
        if more > 0 and _may_be_among(told, other) and dead + (alive or 0) == (killed or 0) + injured and (more == 1 or stated):
            return True
    return False


def left_alive(case: Case, mention: str) -> int | None:
    """How many of a mention's few injured are left where a later report, silent on the injured, tells of one dead; None where that does not
    hold."""
    told = case.context.mentions.get(mention)
    injured = _told(told, "injured") if told is not None else None
    if told is None or injured is None or not 1 < injured <= FEW or any(_said_dead(i) for i in told.toll):
        return None
    when = case.context.published(told.document)
    for other in case.mentions:
        since = case.context.published(other.document)
        if other.document == told.document or when is None or since is None or since < when:
            continue
        own = any(i.perpetrator for i in other.toll if i.outcome == "killed")
        if _told(other, "killed") == 1 and _inferred(other) and not own and _may_be_among(told, other):
            return injured - 1
    return None


def _said_dead(item: TollItem) -> bool:
    """Whether a count says in words how many died, were it none."""
    return item.outcome == "killed" and not counts.inferred(item.quantity)


def _may_be_among(earlier: Mention, later: Mention) -> bool:
    """Whether the injured of the one may be among the dead of the other, by their categories and countries."""
    injured = [group_key(i.group, i.category, i.nationality) for i in earlier.toll if i.outcome == "injured"]
    dead = [group_key(i.group, i.category, i.nationality) for i in later.toll if i.outcome == "killed"]
    return any(not apart(a, b) for a in injured for b in dead)


def _told(mention: Mention, outcome: str) -> int | None:
    """How many a mention counts of an outcome, None where it gives no plain number."""
    found = [i.quantity for i in mention.toll if i.outcome == outcome and i.part_of is None]
    return counts.total(found).best if found and all(counts.exact(q) for q in found) else None


def _inferred(mention: Mention) -> bool:
    """Whether the injured of a mention are nobody only because it is silent on them."""
    found: Sequence[bool] = [counts.inferred(i.quantity) for i in mention.toll if i.outcome == "injured"]
    return all(found)
