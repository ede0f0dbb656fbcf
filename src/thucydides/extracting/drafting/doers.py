"""Doers: whom a telling says to have used force, and whether two tellings name others.

Invariant: who is only described ("gunmen", "militants") may be anybody, and is no other than anyone.
"""

from collections.abc import Iterable, Sequence

from thucydides.extracting.tellings.telling import Telling


def doers_of(tellings: Iterable[Telling]) -> frozenset[str]:
    """The sides that some tellings say to have used force."""
    return frozenset().union(*(t.doers for t in tellings))


def others_did(before: Iterable[Telling], telling: Telling) -> bool:
    """Whether a telling says that others did its deed than those who did what was told before (rule `extract.doers`)."""
    mine = telling.doers
    its = doers_of(before) if mine else frozenset()
    return bool(mine and its) and not mine & its


_CAMPS = {
    "state forces": "state",
    "external forces": "state",
    "rebel group": "rebels",
    "political militia": "militia",
    "identity militia": "militia",
}
"""The side of a war that armed people are of, by their kind, where only that is told."""
_ANYBODY = frozenset({"people", "person", "other", "somebody", "man", "woman", "civilian"})


def other_hands(before: Sequence[Telling], telling: Telling) -> bool:
    """Whether a telling says that the other side of a war harmed bystanders told of for the first time, where what was told before is a
    deed of one side with dead of its own: "guerrillas killed a judge. Death squads murdered six priests" (rule `extract.other-hands`)."""
    mine, its = _camps([telling]), _camps(before)
    if not (mine and its) or mine & its or any(t.order == telling.order for t in before):
        return False
    new = [h for h in telling.harms if h.part_of is None and not (h.people.definite or h.people.pronoun or h.total or h.given or h.among)]
    bystanders = [h for h in new if h.people.category == "civilians" and h.people.noun and h.people.noun not in _ANYBODY]
    anew = [h for h in bystanders if h.quantity is not None]
    told = frozenset(n for t in before for n in t.anew("killed"))
    counts = {h.quantity.best for h in anew if h.quantity is not None and h.quantity.best}
    return len(anew) == len(new) and bool(anew and told) and not (counts and counts <= told)


def _camps(tellings: Iterable[Telling]) -> frozenset[str]:
    """The sides of a war that some tellings say to have used force, those only described among them."""
    doing = (a for t in tellings for a, role in zip(t.actors, t.roles, strict=True) if role in ("perpetrator", "party"))
    return frozenset(camp for a in doing if (camp := _CAMPS.get(a.kind)) is not None)
