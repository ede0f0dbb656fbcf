"""Single: signs that a sentence tells of one occurrence: a noun that names one, a fine place, a date that heads an entry; and its count.

Invariant: what is told of several together is none of these.
"""

import re
from collections.abc import Sequence

from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Document, Quantity
from thucydides.nouns.place import DISTRICT


def at_fine_place(telling: Telling) -> bool:
    """Whether a telling stands at a place that is as fine as a municipality."""
    return any(p.place is not None and p.place.coarseness <= DISTRICT and p.role in ("at", "near") for p in telling.places)


def headed(telling: Telling, text: str) -> bool:
    """Whether the time of a telling is that of the entry of a list, which says when and not over what is counted: "June 2009: ..."."""
    if telling.time is None or not telling.start <= telling.time.start < telling.end:
        return True
    return telling.time.start == telling.start and _HEAD.match(text, telling.time.end - telling.start) is not None


_HEAD = re.compile(r"\s*[:–—-]\s")


def names_one(telling: Telling) -> bool:
    """Whether a sentence names one occurrence, or one mine or bomb."""
    return any(
        t.noun
        and not t.plural
        and not t.definite
        and (not t.weak or t.family in ("bomb", "suicide", "grenade"))
        and t.family not in ("death", "harm", "crackdown", "arrest")
        for t in telling.triggers
    )


def named_once(telling: Telling) -> bool:
    """Whether a noun names one deed, known or new, whose toll by some hour is told: "the shootout left four dead by Sunday evening"."""
    return any(t.noun and not t.plural and not t.weak and t.family not in ("death", "harm", "arrest") for t in telling.triggers)


def speaks_of_one(telling: Telling) -> bool:
    """Whether a sentence speaks of one known deed, of which it tells more, before it counts over many: "said it was behind the blast and
    that 68 soldiers had died in its attacks this month"."""
    first = min((h.start for h in telling.harms if h.wide), default=telling.end)
    deeds = (t for t in telling.triggers if t.noun and t.definite and not t.plural and not t.weak)
    return any(t.end <= first and t.family not in ("death", "harm", "arrest") for t in deeds)


def greatest(harms: Sequence[Harm]) -> int:
    """The greatest whole number of people that harms count."""
    return max((h.quantity.best or 0 for h in harms if h.quantity is not None and h.part_of is None), default=0)


_ONE_OF_THEM = re.compile(
    r"\b(?:including|among (?:them|these|which)|such as|notably|the (?:worst|deadliest|latest|bloodiest) (?:of (?:them|these|which)|being))"
    r",?\s+(?:was\s+|were\s+)?(?:an?|one|the)\s",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\b(?:that|which|where|when|killing|leaving|wounding|injuring)\b", re.IGNORECASE)
"""What ties a count to the deed named before it."""
_NAMED_THEN = 70
"""Characters behind such words within which the one deed is named."""


def picks_one(telling: Telling, text: str) -> bool:
    """Whether a sentence on several deeds counts the dead of one of them alone: "several attacks, including a bombing in April that killed
    57" (rule `extract.picks-one`)."""
    counted = [h.people.start - telling.start for h in telling.harms if h.people.counted]
    for match in _ONE_OF_THEM.finditer(text):
        named = any(
            t.noun and not t.plural and match.end() <= t.start - telling.start <= match.end() + _NAMED_THEN for t in telling.triggers
        )
        if named and counted and min(counted) > match.end() and _WHICH.search(text, match.end(), min(counted)):
            return True
    return False


_FEW_BLASTS = 3
_BLASTS = frozenset({"bomb", "suicide", "air", "shelling", "grenade"})


def together_at(telling: Telling, events: Quantity) -> bool:
    """Whether a few explosions or strikes told without a day are of one deed: all at one town ("two blasts in Aleppo that killed 28")."""
    here = [p.place for p in telling.places if p.place is not None and p.role in ("at", "near")]
    towns = {p.gazetteer_id for p in here if p.coarseness <= DISTRICT}
    few = events.best is not None and events.best <= _FEW_BLASTS and events.high is not None
    return few and telling.time is None and len(towns) == 1 and bool(telling.families & _BLASTS)


_DEATH_OF = re.compile(
    r"\W*(?:[A-Z][\w’' ]{0,20}['’]s\s+)?(?:the\s+)?(?:deaths?|killings?|murders?|assassination|shooting|execution)\b[^.;]{0,120}?"
    r"\b(?:br(?:ings?|ought)|takes?|took|raises?|raised|pushe[sd])\s+(?:to\s|(?:the\s+)?(?:[\w-]+\s+)?(?:number|total|toll|tally|count)\b)",
    re.IGNORECASE,
)


def brings_up(document: Document, telling: Telling) -> bool:
    """Whether a sentence tells of a death by what it brings a count to ("the death of a marine in Sangin on Friday brings to 31 the number
    killed this month"): the death is a deed, the count runs over many."""
    ran_up = any(h.wide == "so far" and h.total for h in telling.harms)
    new = any(h.outcome == "killed" and not (h.wide or h.total or h.people.pronoun or h.people.definite) for h in telling.harms)
    return ran_up and new and _DEATH_OF.match(document.text, telling.start, telling.end) is not None
