"""Foreign takers: a place that a foreign state's forces take from a state is overtaken, not regained (rule `type.foreign-taker`).

ACLED's "Non-state actor overtakes territory" is also of a foreign state's army that captures ground; "Government regains territory" is of a
government that comes back, and of those who fight for it against a group.

Invariant: what was retaken, or taken from fighters of no state, stays with the government for which it was.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Draft
from thucydides.grounding.actors.list import actor
from thucydides.nouns import ActorRef, Mention
from thucydides.nouns.actor import GROUP_KINDS, STATE_KINDS

RULE = "type.foreign-taker"
_REGAINED, _OVERTAKEN = "Government regains territory", "Non-state actor overtakes territory"


GROUND = frozenset({_REGAINED, _OVERTAKEN})
"""The types of ground that changes hands."""


def with_foreign_takers(drafts: Sequence[Draft], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, one for each draft, with ground that only foreign forces took as overtaken."""
    return [
        replace(m, type=_OVERTAKEN, type_rule=RULE) if m.type == _REGAINED and "territory" not in d.families and _by_foreigners(m) else m
        for d, m in zip(drafts, mentions, strict=True)
    ]


def _by_foreigners(mention: Mention) -> bool:
    """Whether all who took a place are forces of other countries than its own, and nobody of a group lost it."""
    home = mention.place.place.country if mention.place is not None and mention.place.place is not None else None
    doers = [a for a in mention.actors if a.role in ("perpetrator", "party")]
    if home is None or not doers or any(a.role == "target" and a.kind in GROUP_KINDS for a in mention.actors):
        return False
    return all(a.kind in STATE_KINDS and _country(a) not in (None, home) for a in doers)


def _country(ref: ActorRef) -> str | None:
    return actor(ref.actor).country if ref.actor is not None else None
