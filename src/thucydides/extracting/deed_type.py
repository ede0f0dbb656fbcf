"""Deed type: what kind of deed a mention is, by the sentences that tell of it before those that only tell of it too.

Rule `type.core`. Invariant: where the core of a report says what was done, no word of its other sentences makes it something else.
"""

from collections.abc import Collection, Sequence

from thucydides.extracting.involved import (
    by_crowd,
    by_mob,
    by_protesters,
    by_rioters,
    harmed_and_doers,
    more_taken,
    struck_from_the_air,
    with_police_alone,
)
from thucydides.extracting.kinds.kinds import ARMED, FIGHTERS, kind_of
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import ActorRef, TollItem

_BESIDE_HARM = frozenset({"takeover", "territory", "arrest", "seizure", "destruction"})
_HARM = frozenset({"death", "harm"})
"""Families of words that tell what became of people, and not of what."""
_CHANGES_HANDS = frozenset({"takeover", "territory"})
_SCUFFLES = frozenset({"clash", "confrontation", "standoff", "scuffle", "brawl", "melee"})
"""Words for fighting that tell of crowds as well."""
_ENTERING = frozenset({"enter", "ride", "walk", "drive", "storm", "overrun", "burst", "sweep", "move"})
"""Words for coming into a place that do not say that it was held."""
_UNARMED = frozenset({"civilians", "government", "observer", "company"})
_OPEN = frozenset({"type.attack", "type.other", "type.forces-attacked", "type.forces-kill-fighters", "type.fighters-killed"})
"""Rules that go by who was harmed: a means told elsewhere says more."""


def deed_type(
    tellings: Sequence[Telling], actors: Sequence[ActorRef], toll: Sequence[TollItem], others: Sequence[TollItem]
) -> tuple[str, str]:
    """(sub-event type, rule) of a deed; `others` are the numbers told beside its toll."""
    told = [t for t in tellings if _is_core(t, tellings)]
    kind, rule = _typed(told, actors, toll, others)
    if rule in _OPEN and len(told) < len(tellings):
        return _typed(tellings, actors, toll, others)
    return kind, rule


def _is_core(telling: Telling, tellings: Sequence[Telling]) -> bool:
    """Whether a sentence is the first, or counts those whom the deed harmed."""
    return telling is tellings[0] or any(h.quantity is not None and h.quantity.best != 0 for h in telling.harms)


def _typed(
    tellings: Sequence[Telling], actors: Sequence[ActorRef], toll: Sequence[TollItem], others: Sequence[TollItem]
) -> tuple[str, str]:
    victims, perpetrators = harmed_and_doers(actors, (*toll, *others))
    perpetrators |= {"protesters"} if by_crowd(actors) else set()
    families = {f for t in tellings for f in t.families}
    lead = next((t for t in tellings if any(h.quantity is not None and h.quantity.best != 0 for h in t.harms)), None)
    strong: Collection[str] = {t.head.family for t in tellings if t.head is not None and not t.head.weak} or families
    strong = set(strong) | ({"riot"} if by_rioters(set(strong), actors) else set())
    strong |= {"crackdown"} & {t.family for t in (lead or tellings[0]).triggers if not t.weak}
    strong |= {"riot", "protest"} if "destruction" in strong and by_protesters(actors) else set()
    if lead is not None:
        crowd, first = strong & {"protest", "riot"}, tellings[0].head
        opened = {first.family} & _CHANGES_HANDS if first is not None and not first.weak else set()
        # what else a report tells of is not what did the harm, nor is tear gas at a hospital in a raid a protest
        strong -= (_BESIDE_HARM if crowd else _BESIDE_HARM | {"crackdown"}) - lead.families - opened
    if lead is not None and perpetrators & FIGHTERS:
        strong -= {"riot"} - lead.families  # "gunmen killed four men; the crowd burned three cars"
    used = {w.method for t in tellings for w in t.weapons if w.used}
    if lead is not None and not any(w.method == "crowd control" for w in lead.weapons):
        used -= {"crowd control"}
    if "shelling" not in strong | used and struck_from_the_air(tellings, actors):
        strong = (strong | {"air"}) - {"bomb"}
    marched = lead is not None and any(t.family == "protest" and not t.plural for t in lead.triggers)
    if marched and perpetrators <= {"state forces"} and not set(victims) & ARMED:
        strong |= {"protest"}  # "two were killed when a crowd tried to march and the forces opened fire"
    if lead is not None and perpetrators & FIGHTERS and any(t.family == "clash" and not t.noun for t in lead.triggers):
        strong |= {"clash"}  # "rival gangs fought in the prison; 13 inmates were killed"
    if lead is not None and strong <= _HARM and any(t.family == "clash" and not t.scene for t in lead.triggers):
        strong |= {"clash"}  # "fighting broke out near the ford and two soldiers were killed"
    if "clash" in strong and _ambushed_unarmed(tellings, actors, victims):
        strong = (strong - {"clash"}) | {"attack"}
    if lead is not None and "takeover" in strong and _only_entered(tellings, victims):
        strong = (strong - {"takeover"}) | {"attack"}
    killed = any(i.outcome == "killed" and i.quantity.best != 0 for i in toll)
    harmed = any(i.outcome in ("killed", "injured") and i.quantity.best != 0 for i in toll)
    crowded = "protest" in families or (with_police_alone(actors) and _fights(tellings) <= _SCUFFLES)
    if "clash" in strong and crowded and not killed and not (victims | perpetrators) & FIGHTERS:
        strong |= {"riot"}  # "clashes with police at the rally left 60 hurt"
    if "riot" in strong and by_mob(actors) and "protest" not in strong and "state forces" not in perpetrators:
        return "Mob violence", "type.mob"
    return kind_of(strong | ({"death"} if killed else set()), used, victims, perpetrators, killed, harmed, more_taken(toll))


def _only_entered(tellings: Sequence[Telling], victims: Collection[str]) -> bool:
    """Whether a place was come into and people without arms killed there, and nobody says that it was held (rule `type.entered`)."""
    taken = {t.lemma for one in tellings for t in one.triggers if t.family == "takeover"}
    dead = any(h.outcome == "killed" and h.quantity is not None and h.quantity.best != 0 for one in tellings for h in one.harms)
    return dead and taken <= _ENTERING and not set(victims) & ARMED


def _fights(tellings: Sequence[Telling]) -> set[str]:
    """The words for fighting that tell of the deed."""
    return {t.lemma for one in tellings for t in one.triggers if t.family == "clash" and not t.weak}


def _ambushed_unarmed(tellings: Sequence[Telling], actors: Sequence[ActorRef], victims: Collection[str]) -> bool:
    """Whether an ambush is all the fighting that is told, and those who ran into it bore no arms (rule `type.ambush`)."""
    hit = {a.kind for a in actors if a.role in ("target", "victim")}
    return _fights(tellings) == {"ambush"} and bool(victims or hit) and not set(victims) & ARMED and hit <= _UNARMED
