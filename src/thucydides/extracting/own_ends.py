"""Own ends: sentences that only tell how those who set upon people were killed or wounded themselves, which is not what they had done.

"Gunmen stormed a hotel, killing 19 guests. Two attackers died in a gun battle with commandos" is an attack and no clash (rule
`type.attack`). Invariant: only where all others that came to harm bore no arms, and nothing else is told of a fight.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.kinds.kinds import ARMED
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import ActorRef, TollItem

_FOUGHT = frozenset({"clash", "attack", "death", "harm"})
"""Families of words by which attackers are told to have come to their end."""
_HARMED = ("killed", "injured")


def without_ends(
    tellings: Sequence[Telling], actors: Sequence[ActorRef], toll: Sequence[TollItem]
) -> tuple[Sequence[Telling], Sequence[ActorRef], Sequence[TollItem]]:
    """The sentences on a deed, its parties and its toll, without what tells of the end of those who did it."""
    rest = [t for t in tellings if not _tells_of_end(t, toll)]
    own = [i for i in toll if i.outcome in _HARMED and i.quantity.best != 0 and not i.perpetrator]
    if len(rest) in (0, len(tellings)) or not own or any(i.category in ARMED for i in own):
        return tellings, actors, toll
    if any(t.family == "clash" and not t.scene for one in rest for t in one.triggers):
        return tellings, actors, toll
    told = [a for a in actors if any(t.start <= a.passage.start < t.end for t in rest)]
    if any(a.role in ("target", "victim") and a.kind in ("state forces", "external forces") for a in told):
        return tellings, actors, toll  # "seventeen sailors were killed when rebel boats attacked; fifty rebels died"
    kept = [n for n, i in enumerate(toll) if not i.perpetrator]
    return rest, told, [replace(toll[n], part_of=_moved(toll[n].part_of, kept)) for n in kept]


def _tells_of_end(telling: Telling, toll: Sequence[TollItem]) -> bool:
    """Whether all whom a sentence counts as killed or hurt are those who did the deed, and by no bomb of theirs."""
    told = [i for i in toll if telling.start <= i.passage.start < telling.end and i.outcome in _HARMED and i.quantity.best != 0]
    fought = telling.families <= _FOUGHT and not any(w.method in ("explosive", "suicide") for w in telling.weapons)
    return bool(told) and all(i.perpetrator for i in told) and fought


def _moved(part_of: int | None, kept: Sequence[int]) -> int | None:
    """Where the whole of a count stands among those kept."""
    return kept.index(part_of) if part_of in kept else None
