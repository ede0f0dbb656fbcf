"""Weighing: how much the number of a telling weighs among others of the same count.

Rules: `toll.enemy` (a party's count of its enemy's losses weighs half), `toll.aside` (of two numbers told equally often the one that a
report gives itself goes before the one set against it).
"""

from collections.abc import Sequence

from thucydides.nouns.actor import GROUP_KINDS, STATE_KINDS
from thucydides.reconciling import counts
from thucydides.reconciling.catalogue import known_actor
from thucydides.reconciling.context import Case
from thucydides.reconciling.groups import FIGHTERS, GroupCount
from thucydides.reconciling.origins import chain
from thucydides.reconciling.tellings import Telling

ENEMY_WEIGHT = 0.5
ASIDE_WEIGHT = 0.9
_ARMED = STATE_KINDS | GROUP_KINDS
_TAKES_PART = frozenset({"party", "perpetrator", "target"})


def weight(case: Case, outcome: str, telling: Telling) -> float:
    """1, or half where a party to the incident counts nobody but its enemy's losses; a little less than 1 for a number that a report only
    sets against its own."""
    speaker, whole = telling.chain.voice, ASIDE_WEIGHT if _set_aside(case, outcome, telling) else 1.0
    if not speaker:
        return whole
    if not telling.groups:
        return ENEMY_WEIGHT if _by_doer(case, speaker) else whole
    groups = _spoken_of(case, outcome, telling)
    parties = {
        (r.actor, r.kind, r.country) for m in case.mentions for r in m.actors if r.role in _TAKES_PART and r.kind in _ARMED
    }
    state = speaker.removeprefix("government:") if speaker.startswith("government:") else None
    if not any(
        (state and country == state and kind in ("state forces", "government", "external forces")) or actor == speaker
        for actor, kind, country in parties
    ):
        forces = all(g.key[0] in _FORCES for g in groups)
        return ENEMY_WEIGHT if forces and _is_group(speaker) else whole
    return ENEMY_WEIGHT if all(_enemy(g, speaker, state) for g in groups) else whole


def _spoken_of(case: Case, outcome: str, telling: Telling) -> Sequence[GroupCount]:
    """The groups of an added-up telling that its own speaker counts, without those that another voice of the report tells beside; all of
    them where nothing says which these are."""
    said = {c.category for c in case.claims if c.attribute == outcome and chain(case.context, c.passage, c).key == telling.chain.key}
    return [g for g in telling.groups if g.key[0] in said] or telling.groups if not telling.stated else telling.groups


def _set_aside(case: Case, outcome: str, telling: Telling) -> bool:
    """Whether a number is none of the toll that its mention gives, nor its report's own word, but one that somebody sets against it (rule
    `toll.aside`)."""
    mention = next((m for m in case.mentions if m.id == telling.mention), None)
    if mention is None or not telling.stated or not telling.chain.quoted or any(
        i.passage == telling.passage for i in mention.toll if i.outcome == outcome
    ):
        return False
    own = [i.quantity for i in mention.toll if i.part_of is None and i.outcome == outcome]
    if any(q.best == telling.quantity.best for q in own):
        return False  # told again, not set against it
    return all(counts.plain(q) and 2 * (q.best or 0) >= (telling.quantity.best or 0) for q in own)


def _is_group(speaker: str) -> bool:
    """Whether who counts is an armed group, by a name that is known or as "the rebels": soldiers are its enemy in any war."""
    known = known_actor(speaker)
    return (known is not None and known.kind in GROUP_KINDS) or speaker.split()[-1] in _THE_GROUP


_FORCES = frozenset({"state forces", "external forces"})


def _by_doer(case: Case, speaker: str) -> bool:
    """Whether who counts is the armed group that did it, by name or as "the group"."""
    doers = [r for m in case.mentions for r in m.actors if r.role == "perpetrator" and r.kind in GROUP_KINDS]
    return any(r.actor == speaker for r in doers) or (bool(doers) and speaker.split()[-1] in _THE_GROUP)


_THE_GROUP = frozenset({"group", "movement", "militia", "gang", "rebels", "insurgents", "militants", "jihadists", "guerrillas", "fighters"})


def _enemy(group: GroupCount, speaker: str, state: str | None) -> bool:
    category, nationality, _ = group.key
    if state is not None:
        return category in FIGHTERS or (category == "state forces" and bool(nationality) and nationality != state)
    if group.side is not None:
        return group.side != speaker
    return category in ("state forces", "external forces")
