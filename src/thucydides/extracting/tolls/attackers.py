"""Attackers: those said to have killed themselves after killing others, one more death beside the people they killed.

Invariant: an attacker who is among those counted is never counted again.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tolls.item import ANYBODY, toll_item
from thucydides.nouns import Quantity, TollItem
from thucydides.vocabulary import mapping


def dead_attackers(document: str, tellings: Sequence[Telling], items: Sequence[TollItem]) -> list[TollItem]:
    """Attackers said to have killed themselves after killing others, one more death beside the people they killed."""
    told = [(t, h) for t in tellings for h in t.harms if h.self_inflicted and h.outcome == "killed"]
    if any(
        i.outcome == "killed" and i.perpetrator and i.quantity.best == 1 and i.quantity.rule == "toll.attacker" for i in items
    ):
        return []
    if not told:
        return []
    own = told[0][1]
    wording = own.quantity.wording.lower() if own.quantity is not None else ""
    counted = wording.startswith(("and ", "as well as "))  # "killing 12 officers and himself"
    if not counted and any("suicide" in t.families or "bomb" in t.families for t in tellings):
        return []
    beside = any(
        not h.self_inflicted and h.outcome in ("killed", "injured") and not h.people.pronoun for t, _ in told for h in t.harms
    )
    whole = [i for i in items if i.outcome == "killed" and i.part_of is None and i.quantity.best]
    by_others = own.people.pronoun and own.quantity is not None and own.quantity.rule == "toll.attacker"
    beside = beside or (by_others and bool(whole))  # "A gunman killed three people. Police later killed him"
    left = {(t.start, t.end) for t, h in told if any(w.outcome == "killed" and w.people.end <= h.people.start for w in t.harms)}
    everybody = any(
        (i.group.lower().endswith(("dead", "bodies", "deaths")) or _found_dead(i, tellings, items))
        and not any(a <= i.passage.start < b for a, b in left)  # "left seven dead before killing himself"
        for i in whole
    )
    his_own = own.quantity is not None and own.quantity.rule == "toll.attacker" and own.people.pronoun
    single = len(whole) == 1 and not his_own
    one = single and whole[0].quantity.best == 1 and whole[0].quantity.rule == "toll.singular" and _is_attacker(tellings)
    known = any(i.quantity.best == 1 and i.category in ("criminals", "rebels") for i in whole)
    hurt = own.struck and not whole  # who "shot himself" and killed nobody may live
    if not beside or everybody or one or known or hurt:
        return []
    item = toll_item(document, "killed", own, Quantity(1, 1, 1, own.people.group, "toll.attacker"))
    return [replace(item, perpetrator=True)]


def slain_attackers(document: str, tellings: Sequence[Telling], items: Sequence[TollItem]) -> list[TollItem]:
    """The one who did it, said to have been killed in a sentence that counts nobody ("The gunman was also killed"), one more death beside
    the people he killed; nothing where some count of the dead may hold him."""
    whole = [i for i in items if i.outcome == "killed" and i.part_of is None and i.quantity.best]
    dead = [i for i in items if i.outcome == "killed"]
    if not whole or any(i.perpetrator or i.quantity.rule in _OPEN or _NOBODY_KNOWN & set(i.group.lower().split()) for i in dead):
        return []
    for telling in tellings:
        harms = [h for h in telling.harms if h.outcome == "killed"]
        alone = len(harms) == 1 and not harms[0].self_inflicted and harms[0].part_of is None
        if alone and _is_doer(harms[0]) and telling.kind != "title" and telling.start > min(i.passage.start for i in whole):
            told = {n for t in tellings for h in t.harms for n in (h.people.noun,) if h.outcome == "killed" and h is not harms[0]}
            if harms[0].people.noun in told:
                return []
            many = harms[0].quantity.best if harms[0].quantity is not None else 1
            item = toll_item(document, "killed", harms[0], Quantity(many or 1, many, many, harms[0].people.group, "toll.attacker"))
            return [replace(item, perpetrator=True)]
    return []


def with_attackers_apart(tellings: Sequence[Telling], items: Sequence[TollItem]) -> list[TollItem]:
    """The items with attackers counted in a sentence of their own beside the people whom another sentence says they killed ("Gunmen killed
    19 people. Twelve attackers died"), and no part of them (rule `toll.attackers-apart`)."""
    return [_apart(tellings, items, n) or item for n, item in enumerate(items)]


def _apart(tellings: Sequence[Telling], items: Sequence[TollItem], number: int) -> TollItem | None:
    item = items[number]
    wholes = [n for n, i in enumerate(items) if i.outcome == "killed" and i.part_of is None and i.group.lower() in ANYBODY and n != number]
    if item.outcome != "killed" or not item.perpetrator or len(wholes) != 1 or item.quantity.rule not in _EXACT:
        return None
    whole = items[wholes[0]]
    parts = [i.quantity.best or 0 for i in items if i.part_of == wholes[0] and i is not item]
    theirs, its = (next((t for t in tellings if t.start <= i.passage.start < t.end), None) for i in (item, whole))
    harm = next((h for h in theirs.harms if h.start == item.passage.start and h.outcome == "killed"), None) if theirs is not None else None
    if theirs is None or its is None or theirs is its or harm is None or harm.people.noun not in mapping("persons")["nouns"]["perpetrator"]:
        return None
    alone = all(h is harm or h.outcome != "killed" for h in theirs.harms) and not {"among", "include"} & set(theirs.words)
    done = "perpetrator" in its.roles or harm.also or harm.people.definite
    if not (alone and done) or (item.quantity.best or 0) + sum(parts) == whole.quantity.best:
        return None
    return replace(item, part_of=None, quantity=replace(item.quantity, rule="toll.attacker"))


_EXACT = frozenset({"toll.exact", "toll.dozen"})


def _is_doer(harm: Harm) -> bool:
    """Whether one person, or both of two, are called by what they did, as told of before: "the gunman", "both attackers"."""
    people, quantity = harm.people, harm.quantity
    one = people.definite and not people.counted and quantity is not None and quantity.best == 1 and not people.ordinal
    all_told = one or (quantity is not None and quantity.rule == "toll.both")
    return all_told and not _OF_SEVERAL & set(people.group.lower().split()) and people.noun in mapping("persons")["nouns"]["perpetrator"]


_OF_SEVERAL = frozenset({"final", "last", "first", "other", "remaining", "one"})
_OPEN = frozenset({"toll.vague-sum", "toll.running"})
_NOBODY_KNOWN = frozenset({"dead", "bodies", "deaths", "gunmen", "attackers", "assailants", "militants"})


def _found_dead(item: TollItem, tellings: Sequence[Telling], items: Sequence[TollItem]) -> bool:
    """Whether a count is of all who were found dead, or has room for one beside its parts, so that the attacker is among them."""
    count = item.quantity.best or 0
    parts = sum(i.quantity.best or 0 for i in items if i.part_of is not None and items[i.part_of] is item)
    told = next((t for t in tellings if t.start <= item.passage.start < t.end), None)
    found = told is not None and bool(_DEAD & set(told.words)) and not _KILLING & set(told.words)
    return count > 1 and (found or parts == count - 1)


_DEAD = frozenset({"dead", "body", "deceased"})
_KILLING = frozenset({"kill", "shoot", "stab"})


def _is_attacker(tellings: Sequence[Telling]) -> bool:
    """Whether the one death told of is the attacker's own, told again ("the gunman died of a wound that he gave himself")."""
    singles = [h for t in tellings for h in t.harms if h.outcome == "killed" and not h.self_inflicted and not h.people.pronoun]
    return all(h.people.definite or h.people.category == "criminals" for h in singles)
