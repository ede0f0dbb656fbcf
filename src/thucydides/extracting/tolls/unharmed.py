"""Unharmed: what is said by telling of no other harm.

Invariant: silence says something only where the report is about the incident and tells of each of a few dead one by one.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tolls.item import ANYBODY
from thucydides.grounding.actors.actors import ActorMatch
from thucydides.nouns import Quantity, TollItem

_MASS = frozenset({"clash", "air", "shelling", "bomb", "suicide", "abduction", "riot", "protest", "chemical"})
_MANY = frozenset({"air", "shelling", "bomb", "suicide", "chemical"})
"""Means that harm many: the first news of them may count the injured alone."""
_HEAVY = frozenset({"grenade", "explosive", "heavy", "chemical", "rocket-propelled grenade"})
"""Weapons of war: who tells of their wounded need not count the dead."""
CLOSED_MOST = 6
CLOSED_SENTENCES = 2
_DEAD = frozenset({"kill", "dead", "death", "deadly", "body", "corpse", "casualty", "fatality", "fatal", "carnage", "massacre", "coffin"})
"""Lemmas of an incident's sentences that speak of dead whom nobody counts: then nothing says that there were none."""
_POLICE = frozenset({"police", "officer", "detective", "sheriff", "deputy", "coroner", "homicide", "trooper", "investigator", "examiner"})
"""Words of those who count everybody whom a crime harmed."""
_MEANT = frozenset({"plot", "plan", "try", "attempt", "threaten", "want", "intend", "aim", "vow"})
"""Verbs of what is only meant: "who had plotted to kill" speaks of no dead."""
_ABOUT = frozenset({"title"})
"""What a report says in its title it is about, however little it tells of it; an item of a list tells too little for silence to speak."""
_FIGHTING = frozenset({"rebels", "state forces", "militia", "external forces"})


def nobody_else(tellings: Sequence[Telling], items: Sequence[TollItem], main: bool) -> list[TollItem]:
    """What is said by telling of no other harm: nobody killed where a report about the incident counts its injured, nobody injured
    where it tells of each of a few dead one by one."""
    loose = {"clash", "protest"}  # weak words of these ("standoff", "vigil") stand in any report
    families = {
        x.family for t in tellings for x in t.triggers if not (x.weak and x.family in loose) and not _gun_went_off(x, tellings)
    }
    killed = [i for i in items if i.outcome == "killed"]
    injured = [i for i in items if i.outcome == "injured"]
    nobody = bool(injured) and all(i.quantity.rule == "toll.none" and i.group.lower() in ANYBODY for i in injured)
    if nobody and not killed and not any(_of_dead(t) for t in tellings):
        return [replace(injured[0], outcome="killed", quantity=replace(injured[0].quantity, rule="toll.unhurt"))]
    if any(_at_war(t) for t in tellings):
        return []
    fought = bool(families & _MASS) and any(i.category in _FIGHTING for i in injured)
    about = main or any(t.kind in _ABOUT for t in tellings)
    heavy = any((w.used and w.method in _HEAVY) or w.name in _HEAVY for t in tellings for w in t.weapons)
    passed_over = fought or heavy or bool(families & _MANY) or any(_of_dead(t) for t in tellings)
    if about and injured and not killed and not passed_over and any(i.quantity.best for i in injured):
        return [
            TollItem(
                "killed", Quantity(0, 0, 0, "", "toll.injured-only"), injured[0].passage, injured[0].group, injured[0].category
            )
        ]
    total = sum(i.quantity.best or 0 for i in killed if i.part_of is None)
    if (
        main
        and not injured
        and killed
        and not families & _MASS
        and 0 < total <= CLOSED_MOST
        and len(tellings) >= CLOSED_SENTENCES
        and any(_POLICE & set(t.words) for t in tellings)
        and all(i.quantity.best is not None and i.quantity.high is not None and i.category not in _FIGHTING for i in killed)
    ):
        return [TollItem("injured", Quantity(0, 0, 0, "", "toll.closed"), killed[0].passage, killed[0].group, killed[0].category)]
    return []


def _at_war(telling: Telling) -> bool:
    """Whether an armed group or an army took part: of what parties to a war did, silence on the dead or the wounded is no count."""
    return any(
        role in _PART and (actor.kind in _AT_WAR or _is_army(actor))
        for role, actor in zip(telling.roles, telling.actors, strict=False)
    )


def _is_army(actor: ActorMatch) -> bool:
    """Whether an actor is an army by its name; guards and officers of no named country may be anybody's."""
    named = not actor.generic or actor.country is not None
    return actor.kind == "state forces" and named and _ARMY.search(actor.name) is not None


_PART = frozenset({"perpetrator", "target", "party", "victim"})
_AT_WAR = frozenset({"rebel group", "political militia", "identity militia", "external forces"})
_ARMY = re.compile(r"\b(?:army|military|armed forces|soldiers?|troops|navy|air force|defen[cs]e forces|border guards?)\b", re.IGNORECASE)


def _of_dead(telling: Telling) -> bool:
    """Whether a sentence speaks of dead, more than of a wish to kill."""
    words = set(telling.words)
    told = _DEAD & words
    return bool(told) and not (told == {"kill"} and _MEANT & words)


def _gun_went_off(trigger: Trigger, tellings: Sequence[Telling]) -> bool:
    """Whether what "went off" was a gun and no bomb."""
    used = {w.method for t in tellings for w in t.weapons if w.used}
    return trigger.lemma == "go off" and bool(used) and not used & _MASS
