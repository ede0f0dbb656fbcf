"""Living: the injured without those who died of it.

Invariant: who died is not injured besides, nor who is said in the same sentence to have died of the wounds.
"""

from msgspec.structs import replace

from thucydides.extracting.accounts import Account, other_side
from thucydides.extracting.harm import Harm
from thucydides.extracting.persons import Person, person_of, role, same
from thucydides.extracting.quantities import add
from thucydides.extracting.tolls.best import best_account
from thucydides.nouns import Quantity


def death_count(found: list[Account], dead: list[Person]) -> int:
    best = best_account(found)
    return max(len(dead), (best.total.best or 0) if best is not None else 0)


def the_living(found: list[Account], killed: list[Account], dead: list[Person], deaths: int) -> list[Account]:
    """Accounts of the injured without those who died: "four were shot, two of them died" leaves two.

    Whom a sentence that tells of deaths calls wounded besides is not one of the dead.
    """
    deadly = {a.order for a in killed if a.total.best != 0}
    groups = {role(person_of(h, False)) for a in killed for h in a.wholes}
    gone = {p.name.split()[-1].lower() for p in dead if p.name}
    kept = []
    for account in found:
        wholes: list[Harm] = []
        said = sum(h.quantity.best or 0 for h in account.wholes if not h.struck and h.quantity is not None)
        for harm in account.wholes:
            person = harm.people
            if (
                harm.struck
                and said
                and deaths
                and not person.more
                and not other_side(harm, [h for h in account.wholes if not h.struck])
                and (harm.quantity is not None and (harm.quantity.best or 0) >= said)
            ):
                continue  # "shot two of them, wounding one": those wounded are among those shot
            if person.name and person.name.split()[-1].lower() in gone:
                continue
            alike = person_of(harm, person.more)
            one = not person.counted or (harm.quantity is not None and harm.quantity.best == 1 and harm.struck)
            apart = (account.order in deadly and not harm.struck) or (harm.also and all(d.noun != person.noun for d in dead))
            apart = apart or (_is_new(harm) and account.order > max(deadly, default=account.order))
            if one and not person.more and not apart and any(same(d, alike) for d in dead):
                continue  # in hospital first, dead in the end
            other = role(alike) and groups and all(g and g != role(alike) for g in groups)  # "a waitress was hit" beside three guards
            cared = harm.cared and person.counted and account.order > max(deadly, default=account.order)  # "Two died. Six went to hospital"
            alone = one and not person.counted and (0 < deaths <= len(dead) or other)  # each of the dead is told of, or is somebody else
            if (
                harm.struck
                and deaths
                and not person.more
                and not (alone or cared)
                and harm.quantity is not None
                and harm.quantity.best is not None
            ):
                left = harm.quantity.best - deaths
                others = person.counted and ((left < 0 and account.order in deadly) or _others(harm, killed))
                if left <= 0 and not others:
                    continue
                if person.counted and not others:
                    harm = replace(
                        harm,
                        quantity=Quantity(
                            left, left, left if harm.quantity.high is not None else None, harm.quantity.wording, "toll.sum"
                        ),
                    )
            wholes.append(_left(harm, account, killed))
        if wholes:
            total = add([h.quantity for h in wholes if h.quantity is not None])
            parts = account.parts if len(wholes) == len(account.wholes) else ()
            kept.append(replace(account, wholes=tuple(wholes), parts=parts, total=total))
    return kept


def _is_new(harm: Harm) -> bool:
    """Whether somebody is first told of as wounded ("A boy of 11 was wounded"), and is none of those told before."""
    person = harm.people
    return not (harm.struck or person.definite or person.pronoun or person.name or person.owner)


def _left(harm: Harm, account: Account, killed: list[Account]) -> Harm:
    """Wounded people without those of whom the same sentence says that they died of it: "three were hurt, one of whom died later"."""
    late = [h.quantity.best or 0 for a in killed if a.order == account.order for h in a.wholes if h.among in _OF_THEM and h.quantity]
    told = harm.quantity
    plain = told is not None and told.best is not None and not harm.struck and harm.people.counted and len(account.wholes) == 1
    if told is None or told.best is None or not plain or not late or sum(late) >= told.best:
        return harm
    left = told.best - sum(late)
    return replace(harm, quantity=Quantity(left, left, told.high, told.wording, "toll.sum"))


_OF_THEM = frozenset({"them", "wounded"})


def _others(harm: Harm, killed: list[Account]) -> bool:
    """Whether those struck are of another side than all the dead: "nine rebels were shot dead; 12 constables had bullet wounds"."""
    dead = [h for a in killed for h in a.wholes if h.quantity is not None and h.quantity.best != 0]
    return bool(dead) and other_side(harm, dead)
