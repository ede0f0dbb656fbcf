"""Accounts: what each sentence says of one outcome, and which of them speaks for the mention.

Invariants: disjoint counts told together add up; a running toll replaces what was counted before; no sum is made where a whole is told.
"""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from thucydides.extracting.harm import Harm
from thucydides.extracting.people.sides import FIGHTERS, group_words
from thucydides.extracting.quantities import add
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Quantity
from thucydides.nouns.place import DISTRICT

NEXT_SENTENCES = 2


class Account(Struct, frozen=True):
    """What one sentence says of one outcome: the counts that stand beside each other, and the parts of each."""

    order: int
    wholes: tuple[Harm, ...]
    parts: tuple[tuple[int, Harm], ...]
    total: Quantity
    running: bool
    counted: bool
    title: bool = False
    given: bool = False
    voice: str = ""
    boxed: bool = False


def accounts(tellings: Sequence[Telling], outcome: str, pronouns: bool = False) -> list[Account]:
    """The accounts of one outcome in the order told; pronouns and repeated definites ("the two men") add nothing of their own.

    Counts over more than one deed are left out; a count over an area or some days stands in where no other is told and no town is named.
    With `pronouns` what is told of one person by pronoun only ("he was shot in the leg", "shot himself") is an account too.
    """
    fine = any(_finer(t) for t in tellings)
    narrow = _read(tellings, outcome, pronouns, lambda h: not h.wide)
    return narrow if narrow or fine else _read(tellings, outcome, pronouns, lambda h: h.wide not in ("so far", "shared"))


def _finer(telling: Telling) -> bool:
    """Whether a telling places its deed in a town or district."""
    return any(p.place is not None and p.place.coarseness <= DISTRICT and p.role in ("at", "near") for p in telling.places)


def _read(tellings: Sequence[Telling], outcome: str, pronouns: bool, holds: Callable[[Harm], bool]) -> list[Account]:
    found = []
    for order, telling in enumerate(tellings):
        wholes: list[Harm] = []
        parts: list[tuple[int, Harm]] = []
        index: dict[int, int] = {}
        for i, harm in enumerate(telling.harms):
            if harm.outcome != outcome or harm.quantity is None or (harm.self_inflicted and not pronouns):
                continue
            if pronouns and harm.self_inflicted and harm.struck and outcome == "killed":
                continue
            if not holds(harm):
                continue
            if harm.part_of is None or not holds(telling.harms[harm.part_of]):
                if harm.people.pronoun and not pronouns:
                    continue
                index[i] = len(wholes)
                wholes.append(harm)
            elif harm.part_of in index:
                parts.append((index[harm.part_of], harm))
        if any(h.total for h in wholes):  # "has risen to 34 after two of the wounded died": they are of the 34
            kept = [n for n, h in enumerate(wholes) if h.total or h.given]
            late = [h for n, h in enumerate(wholes) if n not in kept and h.people.counted]
            parts = [(kept.index(n), part) for n, part in parts if n in kept]
            wholes = [wholes[n] for n in kept]
            total = next(n for n, h in enumerate(wholes) if h.total)
            parts += [(total, h) for h in late if _fewer(h, wholes[total])]
        given = [h for h in wholes if h.given]
        told = [h for h in wholes if not h.given] if len(given) < len(wholes) else given
        groups = [*(_by_mouth(told) if told is not given else _each_mouth(told)), *([h] for h in given if told is not given)]
        found += [_account(order, group, wholes, parts, telling) for group in groups if group]
    return found


def _sum(group: list[Harm]) -> Quantity:
    """The counts of a sentence together; people told of without a number leave the numbers told ("71 soldiers and many rebels died")."""
    known = [h.quantity for h in group if h.quantity is not None and h.quantity.best is not None and h.people.counted]
    return add(known or [h.quantity for h in group if h.quantity is not None])


def _fewer(harm: Harm, whole: Harm) -> bool:
    return harm.quantity is not None and whole.quantity is not None and (harm.quantity.best or 0) < (whole.quantity.best or 0)


def _by_mouth(wholes: list[Harm]) -> list[list[Harm]]:
    """Counts of one sentence, those of each speaker by themselves where two named ones count (rule `toll.mouths`)."""
    voices = list(dict.fromkeys(h.voice for h in wholes if h.voice))
    if len(voices) < 2:
        return [wholes]
    return [[h for h in wholes if (h.voice or voices[0]) == voice] for voice in voices]


def _each_mouth(given: list[Harm]) -> list[list[Harm]]:
    """Numbers of which each is set beside others, those of each speaker by themselves: "first spoke of 15; the council now gives 47"."""
    voices = list(dict.fromkeys(h.voice for h in given))
    return [[h for h in given if h.voice == voice] for voice in voices]


def _account(order: int, group: list[Harm], wholes: list[Harm], parts: list[tuple[int, Harm]], telling: Telling) -> Account:
    """The account of some of a sentence's counts, with their parts."""
    places = {wholes.index(h): n for n, h in enumerate(group)}
    return Account(
        order,
        tuple(group),
        tuple((places[n], part) for n, part in parts if n in places),
        _sum(group),
        any(h.total for h in group),
        any(h.people.counted for h in group),
        telling.kind == "title",
        all(h.given for h in group),
        next((h.voice for h in group if h.voice), ""),
        telling.kind == "infobox",
    )


def other_side(harm: Harm, told: Sequence[Harm]) -> bool:
    """Whether a count is of people of another side, or of another country, than all those told."""
    nation = _nation(harm)
    abroad = nation is not None and all(_nation(h) not in (None, nation) for h in told)
    if _OWN_MEN.match(harm.people.group) and harm.people.category in _LAWLESS and any(h.people.category in _LAWLESS for h in told):
        return False  # one side's "bandits" count their own men, whom the other calls rebels
    side = _side(harm) or (_bystanding(harm) if all(h.people.category in _LAWLESS for h in told) else "")
    return abroad or (bool(side) and all(_side(h) not in ("", side) for h in told))


def _nation(harm: Harm) -> str | None:
    """The country whose people are counted, or the named party that counts its own losses ("South Ossetia put its losses at 27")."""
    own = harm.voice if harm.people.counted and _OWN_LOSSES.fullmatch(harm.people.group) else ""
    return harm.people.nationality or own or None


_OWN_LOSSES = re.compile(r"(?:its|their) (?:own )?(?:losses|dead)", re.IGNORECASE)
_LAWLESS = frozenset({"rebels", "criminals"})
_OWN_MEN = re.compile(r"(?:its|their|our|his)\b", re.IGNORECASE)


def _bystanding(harm: Harm) -> str:
    """The side of people whom the noun tells from rebels ("passengers", "elderly persons"), "" where they may be some of them."""
    noun, words = harm.people.noun, harm.people.group.lower().split()
    loose = group_words("generic") | group_words("young") | group_words("of_any_side")
    apart = harm.people.category == "civilians" and bool(noun) and (noun not in loose or "elderly" in words)
    return "civilians" if apart else ""


def _side(harm: Harm) -> str:
    """The side of a count where its words tell it from others: fighters, forces, civilians so called; "" for people at large."""
    if harm.people.category == "civilians":
        return "civilians" if "civilian" in harm.people.group.lower() else ""
    return "" if harm.people.category == "unknown" else harm.people.category


def _one_civilian(harm: Harm, told: Sequence[Harm]) -> bool:
    """Whether one civilian is told of beside fighters counted ("killed three fighters. A farmer and his daughter died, too")."""
    people = harm.people
    new = not (people.counted or people.pronoun or (people.definite and not people.owner)) and people.category == "civilians"
    return new and harm.quantity is not None and harm.quantity.best == 1 and all(_side(h) in FIGHTERS for h in told)


def both_sides(best: Account | None, found: list[Account]) -> Account | None:
    """The best account with what the next sentences count of another side ("All three militants were killed. Two guards died."),
    where no sentence gives a whole that could hold both."""
    if best is None or best.running or not all(_side(h) or _nation(h) for h in best.wholes) or any(h.total for h in best.wholes):
        return best
    result = best
    for account in found:
        counted = [h for h in account.wholes if h.quantity is not None and h.quantity.best]
        apart = [h for h in counted if _one_civilian(h, best.wholes) or (h.people.counted and other_side(h, result.wholes))]
        if account is best or not apart or len(apart) != len(account.wholes) or abs(account.order - best.order) > NEXT_SENTENCES:
            continue
        wholes = (*result.wholes, *apart)
        total = add([h.quantity for h in wholes if h.quantity is not None])
        if any(a.counted and (a.total.best or 0) >= (total.best or 0) for a in found):
            continue
        result = Account(best.order, wholes, result.parts, total, False, True, False)
    return result
