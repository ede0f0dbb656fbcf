"""Told here: whether a telling of a town says that its deed came about or who did it, as news that nobody dates.

Rule `extract.told-here`: "fighting raged in Bara", "rebels hit the port of Gwadar", "protests have broken out in Sfax". Invariant: what may
be, goes on or is only taken up ("the attack") is no such news.
"""

from thucydides.extracting.tellings.telling import Telling

ABSTRACT = frozenset(
    {
        "violence",
        "bloodshed",
        "crime",
        "killing",
        "murder",
        "assassination",
        "execution",
        "slaughter",
        "carnage",
        "onslaught",
        "act",
    }
)
"""Nouns of force in general: a day alone makes no incident of "the violence"."""
_DONE = frozenset({"done", "has been"})
_DEEDS = frozenset({
    "clash", "air", "shelling", "bomb", "suicide", "grenade", "attack", "protest", "riot", "crackdown", "destruction", "takeover",
    "territory", "abduction",
})  # fmt: skip
"""Families of deeds: not the arrests and deaths that follow one."""

_PLAIN = frozenset({"attack", "destruction"})
"""Families whose weak words a clause of its own tells as done: "the railway station was hit", "the depot was damaged"."""


def told_here(telling: Telling) -> bool:
    """Whether a telling, which is of a town, says of a deed that it was done there."""
    head = telling.head
    clipped = head is not None and head.stated and not telling.mood and telling.kind == "bullet"  # "- Two clinics looted in Bria"
    mood = "done" if clipped else telling.mood
    if head is None or head.definite or mood not in _DONE or head.lemma in ABSTRACT or head.family not in _DEEDS:
        return False
    plain = head.family in _PLAIN if head.weak else head.family != "clash"  # "the two clashed in London over the war"
    stated = head.stated and mood == "done" and plain
    done = any(t.done and t.family == head.family for t in telling.triggers)
    return stated or done or (mood == "done" and any(r in ("perpetrator", "party", "target") for r in telling.roles))
