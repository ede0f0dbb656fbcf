"""Later dead: the injured of one report who are among the dead of a later one.

Rule `toll.later-dead`: nobody rises from the dead, so where two reports count as many people harmed and the later more of them killed,
those it adds are the other's injured, and the other's number of injured no longer stands.
"""

from collections.abc import Sequence

from thucydides.nouns import Mention, TollItem
from thucydides.reconciling import counts
from thucydides.reconciling.context import Case
from thucydides.reconciling.groups import apart, group_key


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
