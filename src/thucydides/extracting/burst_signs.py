"""Burst signs: what the sentences about a deed say together of what went off: a grenade, a device with which somebody was attacked, or
only noises of a fight.

Invariant: pure functions of the tellings of one deed; each answers one question.
"""

from collections.abc import Collection, Sequence

from thucydides.extracting.tellings.telling import Telling
from thucydides.vocabulary import mapping

_FIRE_OF_GUNS = frozenset({
    "heavy firing", "intense firing", "machine-gun fire", "machine gun fire", "automatic fire", "small-arms fire", "small arms fire",
    "rifle fire",
})  # fmt: skip


def burst_grenade(tellings: Sequence[Telling], used: Collection[str]) -> bool:
    """Whether a grenade is all that is told to have gone off: "a grenade exploded in a bar"."""
    bombs = [t.lemma for one in tellings for t in one.triggers if t.family == "bomb"]
    words = mapping("triggers")
    grenades = set(used) == {"grenade"} or any(t.family == "grenade" for one in tellings for t in one.triggers)
    return grenades and "explosive" not in used and set(bombs) <= {*words["bursts"], "go off"}


def heard_in_fighting(tellings: Sequence[Telling]) -> bool:
    """Whether gunfire, and explosions beside it, are only heard or harm nobody, and fighting is told: "gunfire rocked the town as the army
    fought", "the fighting reached the centre, with gunfire in the lanes"."""
    words = mapping("triggers")
    told = [t for one in tellings for t in one.triggers]
    heard = {t.lemma for t in told if t.family in ("bomb", "attack")} <= {*words["bursts"], *_GUNFIRE}
    fought = any(t.family == "clash" for t in told) and any(t.lemma in _GUNFIRE for t in told)
    harmless = not any(one.harms for one in tellings)
    return heard and fought and (harmless or any(set(words["sounding"]) & set(one.words) for one in tellings))


def drew_air_defence(tellings: Sequence[Telling]) -> bool:
    """Whether all that is told is that something burst, and that guns were fired at what flew there or that it was seen."""
    told = {t.lemma for one in tellings for t in one.triggers if t.family in ("bomb", "attack")}
    bursts = set(mapping("triggers")["bursts"])
    return bool(told & bursts) and told <= bursts | {"fire", "gunfire"} and any(_SKYWARD & set(one.words) for one in tellings)


_SKYWARD = frozenset({"aircraft", "antiaircraft", "flak"})


_GUNFIRE = frozenset({"gunfire", "shooting", *_FIRE_OF_GUNS})


def struck_by_device(tellings: Sequence[Telling]) -> bool:
    """Whether an attack is told to have been made with a bomb or a device, and in no other way: "targeted a patrol with a
    roadside bomb"."""
    force = {t.lemma for one in tellings for t in one.triggers if t.family in ("attack", "clash")}
    bursts = {*mapping("triggers")["bursts"], "bombing"}
    with_bomb = any(
        any(t.family == "bomb" and t.noun and t.lemma not in bursts and not t.scene for t in one.triggers)
        and any(t.lemma in _WITH_DEVICE and not t.noun for t in one.triggers)
        for one in tellings
    )
    return with_bomb and force <= _WITH_DEVICE


_WITH_DEVICE = frozenset({"attack", "target", "hit", "strike"})
