"""UCDP's type of violence (1 state-based, 2 non-state, 3 one-sided) from the sub-event type and who took part.

Rule `type.violence`: the table `vocabularies/ucdp_types.yaml` with its source. None where no armed force was used or the sides
are unknown.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from thucydides.nouns import ActorRef, Assessment
from thucydides.vocabulary import mapping


@cache
def _sides() -> dict[str, str]:
    table = mapping("ucdp_types")
    return {name: side for part in ("sides", "categories") for side, names in table[part].items() for name in names}


def ucdp_type(subtype: str, references: Iterable[ActorRef], groups: Sequence[Assessment]) -> int | None:
    """The type of violence; `groups` are the assessments of groups killed or injured."""
    how = mapping("ucdp_types")["types"].get(subtype, "none")
    if how == "none":
        return None
    if how == "one-sided":
        return 3
    named = list(references)
    side = _sides()
    hit = {side.get(r.kind, "") for r in named if r.role in ("target", "victim")} | {side.get(g.category, "") for g in groups}
    hit.discard("")
    doers = {side.get(r.kind, "") for r in named if r.role in ("perpetrator", "party")} - {"", "unarmed"}
    armed = (hit | doers) - {"unarmed"}
    if how == "targets" and hit and hit <= {"unarmed"}:
        return 3
    if "state" in armed:
        return 1
    if armed == {"organised"}:
        return 2 if "unarmed" not in hit else 3
    return 3 if hit == {"unarmed"} else None
