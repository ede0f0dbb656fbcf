"""Deed signs: what the sentences about a deed say of it together that none of its words says alone: who fell in it, what was held.

Invariant: pure functions of the tellings of one deed and of its parties; each answers one question.
"""

from collections.abc import Collection, Sequence

from thucydides.extracting.kinds.kinds import ARMED
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import ActorRef, TollItem
from thucydides.nouns.actor import GROUP_KINDS
from thucydides.vocabulary import mapping

CHANGES_HANDS = frozenset({"takeover", "territory"})
"""Families of words by which a place comes into other hands."""
_ENTERING = frozenset({"enter", "ride", "walk", "drive", "storm", "overrun", "overran", "burst", "sweep", "move"})
"""Words for coming into a place that do not say that it was held."""
_UNARMED = frozenset({"civilians", "government", "observer", "company"})


def shot_at(tellings: Sequence[Telling]) -> bool:
    """Whether shots at a crowd are told of the deed, whichever sentence counts those hurt (rule `type.protest-force`)."""
    words = mapping("triggers")["families"]
    met = {t.lemma for one in tellings for t in one.triggers if t.family == "crackdown"}
    met -= {*words["crackdown"]["nouns"], *words["crackdown"]["verbs"]}  # teargas and those who disperse a crowd shoot at nobody
    shots = any(t.family in ("attack", "death") for one in tellings for t in one.triggers)
    return bool(met) and (shots or bool(met & set(words["attack"]["verbs"])))


def fought_gang(tellings: Sequence[Telling], actors: Sequence[ActorRef], toll: Sequence[TollItem]) -> bool:
    """Whether forces of a state are told to have killed members of an armed gang, which ACLED counts as fighters, or criminals to have
    been "neutralised", as only forces say of those they fought."""
    forces = any(a.role == "perpetrator" and a.kind in ("state forces", "external forces", "political militia") for a in actors)
    words = mapping("triggers")["by_doer"]
    fallen = {w.lower().removesuffix("s") for i in toll if i.category == "criminals" and i.outcome == "killed" for w in i.group.split()}
    if forces and fallen & set(words["gangs"]):
        return True
    hit = [a for a in actors if a.role in ("target", "victim") and a.kind == "criminal group"]
    if hit and any(t.lemma in words["neutralising"] for one in tellings for t in one.triggers):
        return True
    return forces and any(w.removesuffix("s") in words["gangs"] for a in hit for w in a.wording.lower().split())


def told_shelled(telling: Telling) -> bool:
    """Whether a sentence says by a word of its own that shells or rockets did the harm, and no word that is said of aircraft as well."""
    words = {t.lemma for t in telling.triggers if t.family == "shelling" and not t.weak}
    return bool(words - set(mapping("triggers")["loosely_shelled"]))


def assaulted(tellings: Sequence[Telling], actors: Sequence[ActorRef]) -> bool:
    """Whether armed people are told to have made an assault, and nobody without arms to have been its aim."""
    made = any(t.noun and t.done and t.lemma in mapping("triggers")["by_doer"]["assaults"] for one in tellings for t in one.triggers)
    doers = {a.kind for a in actors if a.role in ("perpetrator", "party")}
    aims = {a.kind for a in actors if a.role in ("target", "victim")}
    return made and bool(doers & {*GROUP_KINDS, "state forces", "external forces", "unidentified"}) and not aims & _UNARMED


def at_hand(telling: Telling) -> bool:
    """Whether those whom a sentence counts as killed or hurt are said to have been shot, stabbed or set upon by people on foot."""
    hurt = any(h.outcome in ("killed", "injured") for h in telling.harms)
    armed = any(w.used and w.method in ("firearm", "blade") for w in telling.weapons)
    return hurt and (armed or any(t.lemma in mapping("triggers")["by_hand"] for t in telling.triggers))


def only_lost(tellings: Sequence[Telling]) -> bool:
    """Whether of a place it is told only who lost it, and not who took it: "the town was lost by the army"."""
    taken = {t.lemma for one in tellings for t in one.triggers if t.family in CHANGES_HANDS}
    return bool(taken) and taken <= set(mapping("triggers")["losing"])


def only_entered(tellings: Sequence[Telling], victims: Collection[str]) -> bool:
    """Whether a place was come into and people without arms killed there, and nobody says that it was held (rule `type.entered`)."""
    taken = {t.lemma for one in tellings for t in one.triggers if t.family == "takeover"}
    dead = any(h.outcome == "killed" and h.quantity is not None and h.quantity.best != 0 for one in tellings for h in one.harms)
    return dead and taken <= _ENTERING and not set(victims) & ARMED


def entered_and_left(tellings: Sequence[Telling]) -> bool:
    """Whether a place was only come into and those who did so left again: "entered the town, burned a car and withdrew"."""
    taken = {t.lemma for one in tellings for t in one.triggers if t.family == "takeover"}
    left = set(mapping("triggers")["moving"]["retreating"]) - {"leave", "pull", "flee"}
    used = any(t.family in ("destruction", "attack", "death", "harm") for one in tellings for t in one.triggers)
    return used and bool(taken) and taken <= _ENTERING and any(left & set(one.words) for one in tellings)


def burnt_on_entering(tellings: Sequence[Telling]) -> bool:
    """Whether a place was come into and burnt or looted in one breath, and nobody says that it was held or fled: "entered the village and
    set fire to 20 houses"."""
    taken = {t.lemma for one in tellings for t in one.triggers if t.family == "takeover"}
    families = {t.family for one in tellings for t in one.triggers if not t.scene}
    held = any(_HELD & set(one.words) for one in tellings if one.families & CHANGES_HANDS)
    at_once = any(one.families >= {"takeover", "destruction"} for one in tellings)
    return at_once and taken <= _ENTERING and not held and not families & {"attack", "death", "clash", "harm"}


_HELD = frozenset({"flag", "retreat", "capture", "seize", "control", "flee", "hold"})
"""Words of a place that is held, or that those who held it left."""


def killed_in_fight(tellings: Sequence[Telling]) -> bool:
    """Whether a killing is told with the fight in which it came about: "the killing of the commander in an exchange of fire"."""
    return any(
        one.head is not None and one.head.lemma == "killing" and any(t.family == "clash" and not t.scene for t in one.triggers)
        for one in tellings
    )


def lynched(tellings: Sequence[Telling], before: bool) -> bool:
    """Whether somebody is told to have been lynched, and `before` anybody was shot: "lynched him before police fired"."""
    lynching = mapping("triggers")["by_doer"]["lynching"]
    told = [t for one in tellings for t in one.triggers if t.lemma in lynching or t.family == "attack"]
    return any(t.lemma in lynching for t in (told[:1] if before else told))


def fell_in_fighting(lead: Telling, first: Telling, actors: Sequence[ActorRef], victims: Collection[str]) -> bool:
    """Whether people fell where sides fought and nobody is told to have set upon them: "15 villagers were killed in the fighting"."""
    unfought = mapping("triggers")["by_doer"]["unfought"]
    met = (*lead.triggers, *(first.triggers if first.head is not None and first.head.family == "clash" else ()))
    fought = any(t.family == "clash" and not t.scene and t.lemma not in unfought for t in met)
    doers = {a.kind for a in actors if a.role == "perpetrator"}
    return fought and not any(t.family == "attack" for t in met) and (not doers or bool(set(victims) & ARMED))


def killed_at_protest(lead: Telling, victims: Collection[str]) -> bool:
    """Whether people who bore no arms came to harm at protests and by nothing else that is told: "three were killed at demonstrations"."""
    met = {t.family for t in lead.triggers}
    at = any(t.family == "protest" and t.noun and t.met for t in lead.triggers)
    doers = {a.kind for a, role in zip(lead.actors, lead.roles, strict=True) if role == "perpetrator"}
    by_others = doers - {"government", "protesters"}  # "anti-government protests" are by no government
    return at and met <= {"protest", "death", "harm"} and not set(victims) & ARMED and not by_others


def fired_at_protest(lead: Telling) -> bool:
    """Whether the sentence that counts those hurt tells of shots and of a protest: "protests reached the port; the forces fired"."""
    shots = mapping("triggers")["holding_back"]["shooting"]
    fired = any(t.family == "attack" and not t.noun and t.lemma.split()[0] in shots for t in lead.triggers)
    return fired and any(t.family == "protest" and not t.scene for t in lead.triggers)


def fell_on_both_sides(actors: Sequence[ActorRef]) -> bool:
    """Whether soldiers of two countries fell, or soldiers and fighters, and nobody is told to have done it."""
    if any(a.role in ("perpetrator", "party") for a in actors):
        return False
    fallen = [a for a in actors if a.role in ("target", "victim")]
    soldiers = {a.country for a in fallen if a.kind == "state forces" and a.country is not None and not _police(a)}
    return len(soldiers) > 1 or (bool(soldiers) and any(a.kind in GROUP_KINDS and a.role == "victim" for a in fallen))


def only_soldiers_fell(tellings: Sequence[Telling], actors: Sequence[ActorRef], victims: Collection[str]) -> bool:
    """Whether of a deed it is told only that soldiers fell, and neither by whom nor how: who kills soldiers fights them. Police and
    peacekeepers are set upon unarmed or off duty as often."""
    told = {t.lemma for one in tellings for t in one.triggers} - {"come under fire", "capture"}
    hit = [a for a in actors if a.role in ("target", "victim")]
    soldiers = bool(hit) and all(a.kind == "state forces" and not _police(a) for a in hit)
    unaware = mapping("triggers")["by_doer"]["off_guard"]
    alone = not any(a.role in ("perpetrator", "party") for a in actors) and not any(w in unaware for one in tellings for w in one.words)
    return set(victims) == {"state forces"} and soldiers and alone and told <= set(mapping("triggers")["outcomes"])


def set_on_by_crowd(tellings: Sequence[Telling]) -> bool:
    """Whether a crowd that demonstrates for nothing is told to have attacked or burnt something: "crowds attacked the consulate"."""
    words = mapping("triggers")["families"]
    riots = {t.lemma for one in tellings for t in one.triggers if t.family == "riot"}
    protest = {*words["protest"]["verbs"], *words["protest"]["nouns"]}
    calls = {*words["riot"]["nouns"], *words["riot"]["verbs"], *protest, *_OF_DEMONSTRATIONS}
    marching = {*protest, *_DEMONSTRATING}
    return bool(riots) and not riots & calls and not any(marching & set(one.words) for one in tellings)


_OF_DEMONSTRATIONS = frozenset({"throw", "pelt", "stone", "storm"})
_DEMONSTRATING = frozenset({"protester", "protestor", "demonstrator", "marcher", "tyre", "tire", "block", "barricade"})


def set_upon_unarmed(tellings: Sequence[Telling], toll: Sequence[TollItem]) -> bool:
    """Whether one or two soldiers or policemen were killed unarmed or off duty, who fought nobody: "was shot dead on his way home"."""
    few = sum(i.quantity.best or _MANY for i in toll if i.outcome == "killed" and i.part_of is None) < _MANY
    unarmed = mapping("triggers")["by_doer"]["unguarded"]
    called = {w.lower() for i in toll for w in i.group.split()}
    return few and any(w in unarmed for w in (*called, *(w for one in tellings if one.harms for w in one.words)))


_MANY = 3
"""People of whom not all are met unarmed."""


def _police(actor: ActorRef) -> bool:
    """Whether forces keep order, and are no army's: "police forces", "two policemen", "an officer", but not "army officers"."""
    words = {w.lower() for w in actor.wording.replace("-", " ").split()}
    named = {w.removesuffix("s") for w in words} | {w.replace("men", "man") for w in words}
    keeping = bool(named & set(mapping("type_signs")["signs"]["police"]["nouns"])) and not named & {"army", "military", "navy", "border"}
    return (actor.actor or "").endswith("police-forces") or keeping


def cleared_mines(toll: Sequence[TollItem]) -> bool:
    """Whether those who came to harm clear mines, of which they die where nothing else is told."""
    clearing = mapping("triggers")["left_over"]["clearing"]
    return any(w.lower().removesuffix("s") in clearing for i in toll if i.quantity.best != 0 for w in i.group.split())


def fights(tellings: Sequence[Telling]) -> set[str]:
    """The words for fighting that tell of the deed."""
    return {t.lemma for one in tellings for t in one.triggers if t.family == "clash" and not t.weak}


def ambushed_unarmed(tellings: Sequence[Telling], actors: Sequence[ActorRef], victims: Collection[str]) -> bool:
    """Whether an ambush is all the fighting that is told, and those who ran into it bore no arms (rule `type.ambush`)."""
    hit = {a.kind for a in actors if a.role in ("target", "victim")}
    return fights(tellings) == {"ambush"} and bool(victims or hit) and not set(victims) & ARMED and hit <= _UNARMED
