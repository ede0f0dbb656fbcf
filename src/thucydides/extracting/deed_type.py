"""Deed type: what kind of deed a mention is, by the sentences that tell of it before those that only tell of it too.

Rule `type.core`. Invariant: where the core of a report says what was done, no word of its other sentences makes it something else.
"""

from collections.abc import Collection, Sequence

from thucydides.extracting.burst_signs import burst_grenade, drew_air_defence, heard_in_fighting, struck_by_device
from thucydides.extracting.captive_signs import (
    arrested,
    captured,
    found_dead,
    held_by_group,
    killed_once_taken,
    only_swept,
    only_took,
    put_to_death,
    rounded_up,
)
from thucydides.extracting.deed_signs import (
    CHANGES_HANDS,
    ambushed_unarmed,
    assaulted,
    at_hand,
    burnt_on_entering,
    cleared_mines,
    entered_and_left,
    fell_in_fighting,
    fell_on_both_sides,
    fights,
    fired_at_protest,
    fought_gang,
    killed_at_protest,
    killed_in_fight,
    lynched,
    only_entered,
    only_lost,
    only_soldiers_fell,
    set_on_by_crowd,
    set_upon_unarmed,
    shot_at,
    told_shelled,
)
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
from thucydides.extracting.own_ends import without_ends
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import ActorRef, TollItem

_BESIDE_HARM = frozenset({"takeover", "territory", "arrest", "seizure", "destruction"})
_HARM = frozenset({"death", "harm"})
"""Families of words that tell what became of people, and not of what."""
_IN_HAND = frozenset({"abduction", "arrest"})
_OF_CROWDS = frozenset({"protest", "riot", "crackdown"})
_IN_RIOTS = frozenset({"attack", "harm", "destruction", "clash", "protest", "riot"})
"""Families of what is done where a protest turns violent."""
_EXPLODING = frozenset({"bomb", "suicide", "grenade"})
_SCUFFLES = frozenset({"clash", "confrontation", "standoff", "scuffle", "brawl", "melee"})
"""Words for fighting that tell of crowds as well."""
_OPEN = frozenset({"type.attack", "type.other", "type.forces-attacked", "type.forces-kill-fighters", "type.fighters-killed"})
"""Rules that go by who was harmed: a means told elsewhere says more."""

_OTHER_MEANS = frozenset({
    "Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
})  # fmt: skip
"""Types of means that nobody uses who is told to have shot or stabbed people."""
_FORCES_FELL = frozenset({"type.forces-attacked", "type.forces-kill-fighters", "type.fighters-killed"})
"""Rules by which the death of soldiers or fighters is a fight."""


def deed_type(
    tellings: Sequence[Telling], actors: Sequence[ActorRef], toll: Sequence[TollItem], others: Sequence[TollItem]
) -> tuple[str, str]:
    """(sub-event type, rule) of a deed; `others` are the numbers told beside its toll."""
    tellings, actors, toll = without_ends(tellings, actors, toll)
    told = [t for t in tellings if _is_core(t, tellings)]
    kind, rule = _typed(told, actors, toll, others)
    if rule not in _OPEN | {"type.bomb"} or len(told) == len(tellings):
        return kind, rule
    wider, why = _typed(tellings, actors, toll, others)
    if rule == "type.bomb":
        return (wider, why) if wider == "Suicide bomb" else (kind, rule)  # a later sentence tells of the bomber
    return (kind, rule) if wider in _OTHER_MEANS and any(at_hand(t) for t in told) else (wider, why)


def _is_core(telling: Telling, tellings: Sequence[Telling]) -> bool:
    """Whether a sentence is the first, or counts those whom the deed harmed, and not one known before ("the gunman was killed")."""
    counts = (h for h in telling.harms if h.quantity is not None and h.quantity.best != 0 and h.outcome != "displaced")
    return telling is tellings[0] or any(not h.people.definite or h.quantity.best != 1 for h in counts if h.quantity is not None)


def _only_around(telling: Telling) -> set[str]:
    """The families of what a sentence tells only as around its deed or as an answer: "and the air force retaliated with raids"."""
    return {t.family for t in telling.triggers if t.scene} - {t.family for t in telling.triggers if not t.scene}


def _typed(
    tellings: Sequence[Telling], actors: Sequence[ActorRef], toll: Sequence[TollItem], others: Sequence[TollItem]
) -> tuple[str, str]:
    victims, perpetrators = harmed_and_doers(actors, (*toll, *others))
    perpetrators |= {"protesters"} if by_crowd(actors) else set()
    killed = any(i.outcome == "killed" and i.quantity.best != 0 for i in toll)
    deeds = [x for t in tellings for x in t.triggers if not (x.scene and t.harms)]
    families = {x.family for x in deeds}
    lead = next((t for t in tellings if any(h.quantity is not None and h.quantity.best != 0 for h in t.harms)), None)
    strong: Collection[str] = {t.head.family for t in tellings if t.head is not None and not t.head.weak} or families
    strong = set(strong) | ({"riot"} if by_rioters(set(strong), actors) else set())
    strong |= {"crackdown"} & {t.family for t in (lead or tellings[0]).triggers if not t.weak}
    strong |= {"crackdown"} if shot_at(tellings) else set()
    strong |= {"riot", "protest"} if "destruction" in strong and by_protesters(actors) else set()
    strong |= {"riot", "protest"} if strong & {"attack", "harm"} and not killed and by_protesters(actors) else set()
    if lead is not None:
        crowd, first = strong & {"protest", "riot"}, tellings[0].head
        opened = {first.family} & CHANGES_HANDS if first is not None and not first.weak else set()
        opened |= {"crackdown"} if shot_at(tellings) else set()
        # what else a report tells of is not what did the harm, nor is tear gas at a hospital in a raid a protest
        strong -= (_BESIDE_HARM if crowd or only_took(lead) else _BESIDE_HARM | {"crackdown"}) - lead.families - opened
        strong -= {"sexual"} - lead.families - tellings[0].families if killed else set()
    if lead is not None and perpetrators & FIGHTERS:
        strong -= {"riot"} - lead.families  # "gunmen killed four men; the crowd burned three cars"
    used = {w.method for t in tellings for w in t.weapons if w.used and w.method not in _only_around(t)}
    if lead is not None and not any(w.method == "crowd control" for w in lead.weapons):
        used -= {"crowd control"}
    if lead is not None and told_shelled(lead) and "air" not in lead.families | {w.method for w in lead.weapons}:
        strong, used = strong - {"air"}, used - {"air"}  # "shelled the town, killing two. Later a drone hurt a driver"
    if "shelling" not in strong | used and struck_from_the_air(tellings, actors):
        strong = (strong | {"air"}) - {"bomb"}
    marched = lead is not None and not lead.families & _EXPLODING and any(
        t.family == "protest" and not t.plural and not t.scene for t in lead.triggers
    )
    if marched and perpetrators <= {"state forces"} and not set(victims) & ARMED:
        strong |= {"protest"}  # "two were killed when a crowd tried to march and the forces opened fire"
    if lead is not None and perpetrators == {"state forces"} and not set(victims) & ARMED and fired_at_protest(lead):
        strong |= {"protest"}  # "protests reached the port; the forces fired: three dead"
    if lead is not None and perpetrators & FIGHTERS and any(t.family == "clash" and not t.noun for t in lead.triggers):
        strong |= {"clash"}  # "rival gangs fought in the prison; 13 inmates were killed"
    if lead is not None and strong <= _HARM and any(t.family == "clash" and not t.scene for t in lead.triggers):
        strong |= {"clash"}  # "fighting broke out near the ford and two soldiers were killed"
    if strong <= _HARM | {"attack", "seizure"} and killed_in_fight(tellings):
        strong |= {"clash"}
    if lead is not None and strong <= _HARM and any(t.family == "bomb" and not t.scene for t in lead.triggers):
        strong |= {"bomb"}  # "rebels killed two soldiers with a bomb"
    if used == {"explosive"} and "suicide" not in strong and struck_by_device(tellings):
        strong = (strong - {"clash", "attack"}) | {"bomb"}
    if strong <= _HARM and cleared_mines(toll):
        strong |= {"bomb"}
    if lead is not None and killed_at_protest(lead, victims):
        strong |= {"crackdown"}
    if not strong and lead is not None and arrested(lead):
        strong |= {"arrest"}  # "after the arrest of two people in the port"
    if "protest" in strong and rounded_up(tellings):
        strong |= {"arrest"}  # "thousands demonstrated. Police detained 140 people"
    if lead is not None and fought_gang(tellings, actors, toll):
        strong |= {"clash"}  # "troops killed six gang members"
    if "arrest" in strong and not killed and any(t.family == "protest" and t.met for t in tellings[0].triggers):
        strong |= {"protest"}  # "police rounded up dozens of people at a rally"
    if "protest" in strong and killed and "crackdown" not in strong and perpetrators and perpetrators <= {"rebels", "criminals"}:
        strong -= {"protest"}  # "people at a rally were killed by gunmen"
    turned = any(t.family == "riot" and not (t.weak or t.noun) for t in tellings[0].triggers)
    if turned and not killed and not perpetrators & FIGHTERS and strong <= _IN_RIOTS:
        strong |= {"riot"}  # "a march ended in chaos as people smashed windows"
    if "clash" in strong and ambushed_unarmed(tellings, actors, victims):
        strong = (strong - {"clash"}) | {"attack"}
    if "takeover" in strong and not killed and burnt_on_entering(tellings):
        strong = (strong - {"takeover"}) | {"destruction"}
    if "takeover" in strong and ((lead is not None and only_entered(tellings, victims)) or entered_and_left(tellings)):
        strong = (strong - {"takeover"}) | {"attack"}
    if strong & {"bomb", "attack"} and heard_in_fighting(tellings):
        return "Armed clash", "type.clash"  # "gunfire and explosions were heard; eight were killed in the fighting"
    if "bomb" in strong and drew_air_defence(tellings):
        strong = (strong - {"bomb"}) | {"air"}
    if "bomb" in strong and burst_grenade(tellings, used):
        strong = (strong - {"bomb"}) | {"grenade"}
    if strong and strong <= {"arrest", "seizure"} and perpetrators & FIGHTERS and victims == {"state forces"} and captured(tellings):
        strong |= {"clash"}  # "rebels captured 20 soldiers and seized a tank"
    if "arrest" in strong and held_by_group(actors, victims):
        strong = (strong - {"arrest"}) | {"abduction"}
    if "arrest" in strong and "attack" in strong and only_swept(tellings):
        strong -= {"attack"}  # "in a raid four suspects were detained"
    if strong & CHANGES_HANDS and only_lost(tellings):
        perpetrators = perpetrators - {"state forces"} if "takeover" in strong else perpetrators - FIGHTERS
    harmed = any(i.outcome in ("killed", "injured") and i.quantity.best != 0 for i in toll)
    if not harmed and any(x.family == "abduction" and x.done and not x.weak for x in deeds):
        strong |= {"abduction"}  # "stormed a house and took two brothers away"
    if not killed and more_taken(toll) and any(x.family == "abduction" and not x.noun and not x.weak for x in tellings[0].triggers):
        strong |= {"abduction"}  # "abducted a lawyer from her home and shot her husband in the leg"
    if not harmed and "attack" in strong and not families & _OF_CROWDS and assaulted(tellings, actors):
        strong |= {"clash"}  # "the rebels launched an assault on the capital"
    crowded = "protest" in families or (with_police_alone(actors) and fights(tellings) <= _SCUFFLES)
    if "clash" in strong and crowded and not killed and not (victims | perpetrators) & FIGHTERS:
        strong |= {"riot"}  # "clashes with police at the rally left 60 hurt"
    if "clash" in strong and killed and "protest" in families and with_police_alone(actors) and not (victims | perpetrators) & FIGHTERS:
        strong |= {"protest"}  # "protests that led to clashes with police left 19 dead"
    mob = by_mob(actors) or set_on_by_crowd(tellings)
    if "riot" in strong and mob and "protest" not in strong and "state forces" not in perpetrators and not by_protesters(actors):
        return "Mob violence", "type.mob"
    if strong & _IN_HAND and strong <= _IN_HAND | _HARM | {"attack"} and killed_once_taken(tellings):
        return "Attack", "type.put-to-death"
    kind, rule = kind_of(strong | ({"death"} if killed else set()), used, victims, perpetrators, killed, harmed, more_taken(toll))
    if rule == "type.other" and any(i.outcome == "missing" and i.quantity.best != 0 for i in toll):
        return "Abduction/forced disappearance", "type.missing"
    if rule == "type.forces-attacked" and "clash" not in strong and set_upon_unarmed(tellings, toll):
        return "Attack", "type.attack"
    if rule in _FORCES_FELL and (put_to_death(tellings) or found_dead(tellings)):
        return "Attack", "type.put-to-death"
    if rule != "type.attack":
        return kind, rule
    if lynched(tellings, before="state forces" in perpetrators) and not perpetrators & FIGHTERS:
        return "Mob violence", "type.mob"
    if killed and lead is not None and fell_in_fighting(lead, tellings[0], actors, victims):
        return "Armed clash", "type.clash"
    if killed and fell_on_both_sides(actors):
        return "Armed clash", "type.both-fell"
    if killed and only_soldiers_fell(tellings, actors, victims) and not found_dead(tellings):
        return "Armed clash", "type.soldiers-fell"
    return kind, rule
