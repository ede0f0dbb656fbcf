"""Standing: which tellings still stand, what each weighs, and which count only part of the people.

Rules: `toll.withdrawn` (a withdrawn claim no longer counts), `toll.later` (a later number of the same speaker replaces an
earlier one that it contradicts), `toll.replaces` ("the toll rose to" replaces every earlier number it contradicts),
`toll.later-dead` (injured who died later are not injured), `toll.some` (of two numbers of one voice in one account the far
smaller is of some of the people), `toll.running` (a count of the war so far is none of the incident's), `toll.partial` (a telling
that counts only a group that others tell as part of more gives no total).
"""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from thucydides.nouns import Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.context import Case, latest
from thucydides.reconciling.groups import EVERYBODY, GroupCount, head, holds
from thucydides.reconciling.later_dead import died_since
from thucydides.reconciling.origins import chain, one_speaker, origins
from thucydides.reconciling.running import FAR, MANY, OUTSIZED
from thucydides.reconciling.tellings import Telling
from thucydides.reconciling.weighing import weight

HALF = 2
"""Of so many times as many people told of by the same voice in the same account, a count may be of some."""


def standing(case: Case, outcome: str, items: Sequence[Telling], copies: dict[str, str]) -> tuple[Telling, ...]:
    """The tellings with origin, weight, what superseded them, and whether they are partial."""
    withdrawn = [
        (chain(case.context, c.passage, c).key, latest(c.said_on) or case.context.published(c.document), c.quantity)
        for c in case.claims
        if c.stance == "withdraws" and c.attribute == outcome
    ]
    keys = origins([t.chain for t in items], [t.quantity.low if t.quantity.best is None else t.quantity.best for t in items], copies)
    marked = [
        replace(t, origin=key, weight=weight(case, outcome, t), superseded=_withdrawn(t, withdrawn))
        for t, key in zip(items, keys, strict=True)
    ]
    marked = [replace(t, superseded=t.superseded or _running(t, marked)) for t in marked]
    if outcome == "injured":
        marked = [_without_dead(case, t) for t in marked]
    marked = [replace(t, superseded=t.superseded or _replaced(t, marked)) for t in marked]
    marked = [replace(t, superseded=t.superseded or _some_of(t, marked)) for t in marked]
    return tuple(replace(t, partial=_partial(t, marked)) for t in marked)


def _withdrawn(telling: Telling, withdrawn: Sequence[tuple[str, date | None, Quantity | None]]) -> str:
    """Why a telling is withdrawn, "" where it is not: its own source took it back, this number or all it had said."""
    for source, when, number in withdrawn:
        earlier = when is None or telling.chain.said is None or telling.chain.said <= when
        if source == telling.chain.key and earlier and (number is None or number.best is None or number.best == telling.quantity.best):
            return "withdrawn by its speaker"
    return ""


def _running(telling: Telling, others: Sequence[Telling]) -> str:
    """Why a running count is left aside, "" where it is none, or no account gives a far smaller number of its own."""
    told = [
        t for t in others if t is not telling and not t.superseded and (t.quantity.best or 0) > 0 and not counts.indefinite(t.quantity)
    ]
    own = [t for t in told if not t.running] if telling.running else told
    if not own or telling.quantity.best is None or any(counts.meet(telling.quantity, t.quantity) for t in own):
        return ""
    most = max(t.quantity.best or 0 for t in own)
    far = telling.quantity.best >= (FAR * most if telling.running else max(MANY, OUTSIZED * most))
    return "it counts more than this incident" if far else ""


def _without_dead(case: Case, telling: Telling) -> Telling:
    """A count of injured, superseded where some of them are among the dead of a later report."""
    died = not telling.superseded and died_since(case, telling.mention)
    return replace(telling, superseded="some of them died later") if died else telling


def _replaced(telling: Telling, others: Sequence[Telling]) -> str:
    """Why a later telling takes this one's place, "" where none does."""
    for other in others:
        if other is telling or other.superseded:
            continue
        since = telling.former and not other.former and other.mention == telling.mention
        if since and other.quantity.best not in (None, telling.quantity.best):
            return "replaced by a toll that was told later"
        if counts.meet(telling.quantity, other.quantity) and not (other.replaces and _risen(telling.quantity, other.quantity)):
            continue
        if telling.quantity.best is not None and counts.leaves_room(other.quantity, telling.quantity.best):
            continue  # who tells of one of the wounded later does not take back that there were two
        mine, its = telling.chain.said, other.chain.said
        later = mine is not None and its is not None and its > mine
        same_text = other.replaces and other.mention == telling.mention and telling.passage < other.passage
        own = telling.chain.key == other.chain.key
        lower = (other.quantity.best or 0) < (telling.quantity.best or 0)
        if other.replaces and (later or same_text) and (own or not lower):
            return "replaced by a number that corrects it" if lower else "replaced by a toll that was raised later"
        if later and not other.partial and telling.chain.key == other.chain.key and not telling.replaces:
            return "replaced by a later statement of the same source"
    return ""


def _some_of(telling: Telling, others: Sequence[Telling]) -> str:
    """Why a count is of some of those whom the same voice counts in the same account, "" where it is not: half of them at most."""
    number = telling.quantity.best
    if number is None or telling.replaces:
        return ""
    for other in others:
        same = other.passage.document == telling.passage.document and _one_voice(other, telling) and other is not telling
        if same and not other.superseded and 0 < HALF * number <= (other.quantity.best or 0) and not counts.indefinite(other.quantity):
            return "it counts some of those whom the same source counts"
    return ""


def _one_voice(one: Telling, other: Telling) -> bool:
    """Whether one speaker says both, or the report itself; the army and the police of one state are two."""
    return one.chain.key == other.chain.key and (one_speaker(one.chain, other.chain) or not one.chain.voice)


def _risen(low: Quantity, high: Quantity) -> bool:
    """Whether a number with an open end, which holds a higher one, lies below it: "at least two" before "the toll rose to 24"."""
    return low.high is None and low.best is not None and high.best is not None and high.best > low.best


def _partial(telling: Telling, others: Sequence[Telling]) -> bool:
    """Whether a telling counts only groups that another telling gives the same number of, inside a larger total."""
    if not telling.groups or (not telling.stated and len(telling.groups) > 1):
        return False
    if telling.quantity.best == 0 and any(head(g.label) == "civilian" for g in telling.groups) and not telling.everybody:
        return True  # "no civilians were hurt" says nothing of others
    if sum(counts.low(g.quantity) for g in telling.groups if g.settles) != counts.low(telling.quantity):
        return False
    for other in others:
        if other.superseded or counts.low(other.quantity) - _attackers(other) <= counts.low(telling.quantity):
            continue
        if telling.quantity.high is not None and counts.low(other.quantity) <= telling.quantity.high:
            continue  # "one to four" is true of the two that another counts
        if all(any(_alike(mine, its) for mine in telling.groups) for its in other.groups):
            continue  # it counts the same groups and no more: another number of them, not a whole
        if all(any(_alike(mine, its) for its in other.groups) for mine in telling.groups):
            return True
    return False


def _attackers(telling: Telling) -> int:
    """How many of those it counts a telling says to be attackers who died with those they killed."""
    own = (g.quantity for g in telling.groups if head(g.label) in ATTACKERS and g.quantity.rule != "toll.attacker")
    return 0 if telling.stated else sum(map(counts.low, own))


ATTACKERS = frozenset({"attacker", "bomber", "perpetrator", "assailant"})


def _alike(mine: GroupCount, its: GroupCount) -> bool:
    keys = holds(mine.key, its.key) or holds(its.key, mine.key)
    return keys and EVERYBODY not in (mine.key, its.key) and counts.meet(mine.quantity, its.quantity)
