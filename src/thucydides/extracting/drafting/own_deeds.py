"""Own deeds: whether a sentence tells of a deed by words of its own, so that it takes much to make it one with what a draft tells.

Rule `extract.own-deed`. Invariant: what takes a deed up ("the attack", "they were killed", a number told before) is no deed of its own.
"""

from collections.abc import Iterable

from thucydides.extracting.drafting.clashes import same_day
from thucydides.extracting.drafting.draft import BLASTS, METHODS, Dated, Draft
from thucydides.extracting.drafting.same_people import counted_in_both
from thucydides.extracting.drafting.same_thing import same_thing
from thucydides.extracting.drafting.spots import town_of
from thucydides.extracting.drafting.standing import ARMED
from thucydides.extracting.tellings.outlying import people_of
from thucydides.extracting.tellings.strays import KNOWN
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.places import contains
from thucydides.nouns import Place

OWN_DEED = 5.0
"""How well a telling of a deed of its own must fit a draft to be one with it."""
MANY_WORDS = 0.35
"""The share of a telling's words that a draft has too with which it tells that again."""
OPENING = 4
"""Characters before a day with which a sentence opens: "On Saturday"."""
_HARM = frozenset({"death", "harm"})
_KINDS = METHODS | {
    "protest": "crowd", "crackdown": "crowd", "riot": "crowd", "takeover": "ground", "territory": "ground", "destruction": "destruction",
    "seizure": "seizure", "grenade": "grenade",
}  # fmt: skip
"""What was done, by the families of words that say it: an attack or a death may be of any."""
_SIDES = frozenset({"perpetrator", "party", "target"})
_FOLLOWS = frozenset({"arrest"})
"""What may only come of a deed told at the same place."""


def own_deed(draft: Draft, item: Dated, many: bool) -> bool:
    """Whether a telling tells of a deed by words of its own: at a town that it names, in another paragraph of something else done, or, in a
    report of `many` deeds, on a day that the draft does not give, in another paragraph of its day, or with a word that says what was done
    as the draft does."""
    telling, head = item.telling, item.telling.head
    if head is None or head.definite or telling.referring or _takes_up(telling) or same_thing(draft, telling):
        return False
    if all(d.telling.kind == "title" for d in draft.items) or any(d.telling.order == telling.order for d in draft.items):
        return False
    if counted_in_both(draft, item):
        return False
    if _turns_to_a_day(draft, item):
        return True
    mine, its = kinds([telling]), kinds(d.telling for d in draft.items)
    apart = all(d.telling.paragraph != telling.paragraph for d in draft.items)
    another = apart and kinds_apart(mine, its) and (many or item.date is not None or item.at is not None)
    one_day = same_day(draft.told, item.date)
    if one_day and (_in_its_words(draft, item) or (_right_behind(draft, item) and not another)):
        return False
    if not _only_harm(telling) and (another or (many and apart and one_day and (mine or _of_armed(telling)))):
        return True
    if many and mine != _FOLLOWS and _on_another_day(draft, item):
        return True
    place = town_of(item)
    blasts = mine and its and mine | its <= BLASTS  # which a report may take for one another: "a first blast" of the shelling just told
    if _only_harm(telling) or (blasts and not apart and item.date is None and place is None):
        return False
    if place is not None and not many and _says_where(draft, item, place):
        return False
    if place is not None and all(p.gazetteer_id != place.gazetteer_id for p in draft.places):
        return bool(mine or its - _FOLLOWS)
    mine, its = mine - _FOLLOWS, its - _FOLLOWS
    if place is None:
        return many and bool(mine and its) and (bool(mine & its) or not head.noun or head.done)
    if place.kind == "settlement" and people_of(place) < KNOWN:  # of a village a report rather tells once more what was done there
        return bool(mine and its and not mine & its)
    return bool(mine or its)


def _turns_to_a_day(draft: Draft, item: Dated) -> bool:
    """Whether a telling opens with a day of its own and counts people anew at a place of its own, where of a draft that counts others only
    the day of a statement is told: "On Saturday a strike on a school in Saada killed ten" behind "eleven died in a raid, doctors said"."""
    time, place = item.telling.time, item.own_place
    if time is None or place is None or not item.firm or draft.firm or draft.date is None or not (item.counts and draft.anew):
        return False
    return time.start - item.telling.start <= OPENING and all(p.gazetteer_id != place.gazetteer_id for p in draft.own_places)


def _says_where(draft: Draft, item: Dated, place: Place) -> bool:
    """Whether, in a report of one deed, a telling without a day only says where that was done which was told right before it without a
    town: "Jets bombed a concert on Sunday. They dropped four bombs in Hpakant"."""
    wider = all(p.gazetteer_id != place.gazetteer_id and contains(p, place) for p in draft.own_places)
    return _right_behind(draft, item) and item.date is None and wider


def _right_behind(draft: Draft, item: Dated) -> bool:
    """Whether a telling is the sentence behind the last of a draft."""
    return 0 < item.telling.order - max(d.telling.order for d in draft.items) <= 1


def _in_its_words(draft: Draft, item: Dated) -> bool:
    """Whether a telling is told largely in the words of a draft."""
    told = frozenset().union(*(d.telling.words for d in draft.items))
    words = item.telling.words
    return bool(words) and sum(word in told for word in words) >= MANY_WORDS * len(words)


def _on_another_day(draft: Draft, item: Dated) -> bool:
    """Whether a telling gives its deed a day, and none of a draft's tellings, which are dated too, gives that."""
    on_day = item.firm and item.date is not None and item.date.precision == "day"
    return on_day and draft.firm and not any(same_day(d.date, item.date) for d in draft.items)


def kinds(tellings: Iterable[Telling]) -> frozenset[str]:
    """What tellings say was done, coarsely."""
    return frozenset(_KINDS[f] for t in tellings for f in t.families if f in _KINDS)


def kinds_apart(mine: frozenset[str], its: frozenset[str]) -> bool:
    """Whether what was done is said of two deeds, and is of no one kind."""
    return bool(mine and its) and not mine & its


def of_own_kind(draft: Draft, item: Dated, outcome: str) -> bool:
    """Whether a telling counts people by a noun of their own and says that something was done to them that is no means of what a draft
    tells: "Ten men were shot at Gao. Two traders died in a burning shop" (rule `extract.own-deed`)."""
    named = any(h.outcome == outcome and h.people.noun and h.people.counted and h.part_of is None for h in item.telling.harms)
    mine, its = kinds([item.telling]), kinds(d.telling for d in draft.items)
    return named and bool(mine) and mine <= _NO_MEANS and not mine & its and bool(draft.counts(outcome))


_NO_MEANS = frozenset({"destruction", "abduction"})
"""What is done beside killing, and never how."""


def _of_armed(telling: Telling) -> bool:
    """Whether armed people did what a telling tells, or it was done to them."""
    return any(a.kind in ARMED and r in _SIDES for a, r in zip(telling.actors, telling.roles, strict=True))


def _takes_up(telling: Telling) -> bool:
    known = any(h.people.definite or h.people.pronoun for h in telling.harms)
    return known or telling.same_doers or any(t.noun and t.definite for t in telling.triggers)


def _only_harm(telling: Telling) -> bool:
    """Whether a telling only says whom or what something harmed, and not what was done."""
    return all(t.family in _HARM or (t.family == "destruction" and t.weak) for t in telling.triggers)
