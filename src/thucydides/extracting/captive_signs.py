"""Captive signs: what the sentences about a deed say together of people who were taken, arrested, held or put to death.

Invariant: pure functions of the tellings of one deed and of its parties; each answers one question.
"""

from collections.abc import Collection, Sequence

from thucydides.extracting.kinds.kinds import ARMED
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import ActorRef
from thucydides.nouns.actor import GROUP_KINDS
from thucydides.vocabulary import mapping


def held_by_group(actors: Sequence[ActorRef], victims: Collection[str]) -> bool:
    """Whether fighters of no state hold people without arms, who are abducted whatever they call it (rule `type.by-doer`)."""
    doers = {a.kind for a in actors if a.role == "perpetrator"}
    held = {a.kind for a in actors if a.role in ("target", "victim")}
    return bool(doers) and doers <= {*GROUP_KINDS, "unidentified"} and not (set(victims) & ARMED or held & {"state forces", *GROUP_KINDS})


def only_swept(tellings: Sequence[Telling]) -> bool:
    """Whether the raids and searches in which people were arrested are all the force that is told."""
    swept = mapping("telling")["roles"]["swept"]
    return all(t.lemma in swept for one in tellings for t in one.triggers if t.family == "attack")


def only_took(telling: Telling) -> bool:
    """Whether a sentence counts people taken and none killed or hurt: how a crowd was met another sentence says."""
    return {h.outcome for h in telling.harms if h.quantity is not None and h.quantity.best != 0} == {"captured"}


def captured(tellings: Sequence[Telling]) -> bool:
    """Whether people are told to have been captured, as those are who fought."""
    return any(t.lemma == "capture" and not t.noun for one in tellings for t in one.triggers)


def arrested(telling: Telling) -> bool:
    """Whether those whom a sentence counts as taken were so by an arrest, told by its name."""
    words = mapping("triggers")["families"]
    return only_took(telling) and bool(set(telling.words) & {*words["arrest"]["nouns"], "arrest", "detain"})


def put_to_death(tellings: Sequence[Telling]) -> bool:
    """Whether those killed were in the hands of who killed them, and so fought nobody: "executed 14 captured soldiers"."""
    words = mapping("triggers")["by_doer"]
    told = [t for t in tellings if any(h.outcome == "killed" for h in t.harms)]
    if any(x.family == "clash" and not x.scene for t in tellings for x in t.triggers):
        return False
    cut = any("throat" in t.words for t in told)  # "cut the throats of seven soldiers"
    return cut or any(x.lemma in words["executing"] for t in told for x in t.triggers) or any(
        {w.lower() for h in t.harms for w in h.people.group.split()} & set(words["captive"]) for t in told
    )


def found_dead(tellings: Sequence[Telling]) -> bool:
    """Whether the dead are told of as bodies that were found, and nobody tells of a fight: "found the bodies of 20 recruits"."""
    if any(x.family in ("clash", "takeover", "territory") for t in tellings for x in t.triggers):
        return False
    told = [t for t in tellings if any(h.outcome == "killed" for h in t.harms)]
    return bool(told) and bool(_BODIES & set(told[0].words)) and bool(_FINDING & set(told[0].words))


_BODIES = frozenset({"body", "corpse", "remains"})
_FINDING = frozenset({"find", "discover", "recover", "dump", "unearth"})


def killed_once_taken(tellings: Sequence[Telling]) -> bool:
    """Whether a sentence says that those whom it tells were taken were killed by who took them: "took men out of a bus and shot them"."""
    return any(
        {x.family for x in t.triggers if not x.noun} & {"abduction", "arrest"}
        and any(h.outcome == "killed" and h.people.pronoun and h.quantity is None for h in t.harms)
        for t in tellings
    )


def rounded_up(tellings: Sequence[Telling]) -> bool:
    """Whether a sentence behind the first tells by a verb that people were arrested, several or by the forces, and of nothing else."""
    return any(
        t.families == {"arrest"}
        and any(not x.noun for x in t.triggers)
        and (any(h.outcome == "captured" and h.people.counted for h in t.harms) or "perpetrator" in t.roles)
        for t in tellings[1:]
    )
