"""Counting: the tolls of one mention from all its sentences: one whole for each outcome, its parts, and people told by name.

Invariants: a count told twice is one; a part is never added to its whole; groups told together in one sentence add up; people
named one by one are as many as their names; who died is not injured besides.
"""

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from thucydides.extracting.accounts import Account, accounts, best_account, both_sides
from thucydides.extracting.harm import Harm
from thucydides.extracting.persons import Person, persons, same
from thucydides.extracting.quantities import add
from thucydides.extracting.telling import Telling
from thucydides.extracting.triggers import Trigger
from thucydides.nouns import Passage, Quantity, TollItem
from thucydides.nouns.toll import Category, Outcome

_MASS = frozenset({"clash", "air", "shelling", "bomb", "suicide", "abduction", "riot", "protest", "chemical"})
_EXACT = frozenset({"toll.exact", "toll.dozen", "toll.singular", "toll.names"})
CLOSED_MOST = 6
CLOSED_SENTENCES = 2
_FIGHTING = frozenset({"rebels", "state forces", "militia", "external forces"})
OUTCOMES: tuple[Outcome, ...] = ("killed", "injured", "missing", "captured", "displaced")


def _item(document: str, outcome: Outcome, harm: Harm, quantity: Quantity, part_of: int | None = None) -> TollItem:
    category: Category = harm.people.category if harm.people.category in _CATEGORIES else "unknown"  # type: ignore[assignment]
    return TollItem(
        outcome,
        quantity,
        Passage(document, harm.start, harm.end),
        harm.people.group,
        category,
        harm.people.nationality,
        part_of=part_of,
        perpetrator=harm.self_inflicted or category in ("rebels", "criminals"),
    )


_CATEGORIES = {"civilians", "state forces", "rebels", "militia", "criminals", "external forces", "protesters"}


def count(document: str, tellings: Sequence[Telling], main: bool = False) -> tuple[tuple[TollItem, ...], tuple[str, ...]]:
    """The toll items of a mention, wholes before their parts, and the names of those harmed.

    `main` holds for the incident that its document is about, where silence about others who were harmed says something.
    """
    by_outcome = {outcome: accounts(tellings, outcome) for outcome in OUTCOMES}
    if not by_outcome["killed"]:
        by_outcome["killed"] = accounts(tellings, "killed", pronouns=True)[:1]  # "a man was shot. He died in hospital."
    if not by_outcome["killed"] and not by_outcome["injured"]:
        by_outcome["injured"] = accounts(tellings, "injured", pronouns=True)[:1]
    items: list[TollItem] = []
    names: list[str] = []
    dead = persons(by_outcome["killed"])
    deaths = _death_count(by_outcome["killed"], dead)
    families = {f for t in tellings for f in t.families}
    for outcome in OUTCOMES:
        found = by_outcome[outcome]
        if outcome == "captured" and "arrest" in families and families - {"arrest", "seizure"} and "abduction" not in families:
            continue  # arrests after an attack are not its toll
        if outcome == "injured":
            found = _living(found, dead, deaths, {a.order for a in by_outcome["killed"] if a.total.best != 0})
        single = persons(found, deaths if outcome == "injured" else 0)
        names += [p.name for p in single if p.name and outcome in ("killed", "injured", "captured", "missing")]
        best = both_sides(best_account(found), found)
        total = best.total if best is not None else None
        if (
            single
            and (total is None or total.best is None or len(single) > total.best)
            and not (total is not None and total.best is None and best is not None and best.counted)
        ):
            quantity = (
                single[0].harm.quantity
                if len(single) == 1 and single[0].harm.quantity
                else Quantity(
                    len(single), len(single), len(single), "; ".join(p.name or p.harm.people.group for p in single), "toll.names"
                )
            )
            items.append(_item(document, outcome, single[0].harm, quantity or Quantity(1, 1, 1)))
            continue
        if best is None:
            vague = next((a for a in found if a.total.best is None), None)
            if vague is not None:
                low = 1 if outcome == "killed" else vague.total.low
                items.append(
                    _item(document, outcome, vague.wholes[0], Quantity(low, None, None, vague.total.wording, vague.total.rule))
                )
            continue
        items += _with_parts(document, outcome, best, found, len(items))
    items += _attackers(document, tellings, items)
    items += _nobody_else(tellings, items, main)
    return tuple(items), tuple(dict.fromkeys(names))


def beside(document: str, tellings: Sequence[Telling], items: Sequence[TollItem]) -> tuple[TollItem, ...]:
    """Other numbers told of the same people: those that somebody puts beside the toll, and sentences that count and tell of no deed.

    They stand beside the toll of a mention and are never added to it; who gives them is a matter of claims (rule `toll.beside`).
    """
    told = {i.outcome: i.quantity.best for i in items if i.part_of is None}
    groups = {i.outcome: frozenset({i.group.lower()}) for i in reversed(items) if i.part_of is None}
    categories = {i.outcome: i.category for i in reversed(items) if i.part_of is None}
    found = []
    for outcome in OUTCOMES:
        for account in accounts(tellings, outcome):
            whole = account.wholes[0]
            other = whole.people.category not in ("unknown", "civilians", categories.get(outcome))
            alone = account.given or not tellings[account.order].triggers or other
            if (
                alone
                and len(account.wholes) == 1
                and account.counted
                and not account.title
                and not account.running
                and outcome in told
                and account.total.best not in (None, told[outcome])
                and (other or whole.people.group.lower() in _ANYBODY | groups.get(outcome, frozenset()))
                and whole.quantity is not None
            ):
                item = _item(document, outcome, whole, whole.quantity)
                main = next(i for i in items if i.outcome == outcome and i.part_of is None)
                alike = not other and sum(i.outcome == outcome and i.part_of is None for i in items) == 1
                if alike:  # "30 soldiers were killed, while the group claimed to have killed 60" counts soldiers twice
                    item = replace(item, group=main.group, category=main.category, nationality=main.nationality)
                found.append(item)
    return tuple(found)


_ANYBODY = frozenset(
    {"", "people", "dead", "killed", "deaths", "bodies", "victims", "persons", "injured", "wounded", "fatalities", "casualties"}
)


def _attackers(document: str, tellings: Sequence[Telling], items: Sequence[TollItem]) -> list[TollItem]:
    """Attackers said to have killed themselves after killing others, one more death beside the people they killed."""
    told = [(t, h) for t in tellings for h in t.harms if h.self_inflicted and h.outcome == "killed"]
    if any(i.outcome == "killed" and i.perpetrator and i.quantity.best == 1 and i.quantity.rule == "toll.attacker" for i in items):
        return []
    if not told or any("suicide" in t.families or "bomb" in t.families for t in tellings):
        return []
    own = told[0][1]
    beside = any(
        not h.self_inflicted and h.outcome in ("killed", "injured") and not h.people.pronoun for t, _ in told for h in t.harms
    )
    whole = [i for i in items if i.outcome == "killed" and i.part_of is None and i.quantity.best]
    left = {(t.start, t.end) for t, h in told if any(w.outcome == "killed" and w.people.end <= h.people.start for w in t.harms)}
    everybody = any(
        (i.group.lower().endswith(("dead", "bodies", "deaths")) or _found_dead(i, tellings, items))
        and not any(a <= i.passage.start < b for a, b in left)  # "left seven dead before killing himself"
        for i in whole
    )
    one = len(whole) == 1 and whole[0].quantity.best == 1 and whole[0].quantity.rule == "toll.singular" and _is_attacker(tellings)
    known = any(i.quantity.best == 1 and i.category in ("criminals", "rebels") for i in whole)
    hurt = own.struck and not whole  # who "shot himself" and killed nobody may live
    if not beside or everybody or one or known or hurt:
        return []
    item = _item(document, "killed", own, Quantity(1, 1, 1, own.people.group, "toll.attacker"))
    return [replace(item, perpetrator=True)]


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
    """Whether the one death told of is the attacker's own, told again ("the suspect died from a self-inflicted wound")."""
    singles = [h for t in tellings for h in t.harms if h.outcome == "killed" and not h.self_inflicted and not h.people.pronoun]
    return all(h.people.definite or h.people.category == "criminals" for h in singles)


def _nobody_else(tellings: Sequence[Telling], items: Sequence[TollItem], main: bool) -> list[TollItem]:
    """What is said by telling of no other harm: nobody killed where the injured of an incident are counted, nobody injured where the
    report is about the incident and each of a few dead is told of one by one."""
    loose = {"clash", "protest"}  # weak words of these ("standoff", "vigil") stand in any report
    families = {
        x.family for t in tellings for x in t.triggers if not (x.weak and x.family in loose) and not _gun_went_off(x, tellings)
    }
    killed = [i for i in items if i.outcome == "killed"]
    injured = [i for i in items if i.outcome == "injured"]
    if injured and not killed and any(i.quantity.best for i in injured):
        return [
            TollItem(
                "killed", Quantity(0, 0, 0, "", "toll.injured-only"), injured[0].passage, injured[0].group, injured[0].category
            )
        ]
    total = sum(i.quantity.best or 0 for i in killed if i.part_of is None)
    if (
        main
        and not injured
        and killed
        and not families & _MASS
        and 0 < total <= CLOSED_MOST
        and len(tellings) >= CLOSED_SENTENCES
        and all(i.quantity.best is not None and i.quantity.high is not None and i.category not in _FIGHTING for i in killed)
    ):
        return [TollItem("injured", Quantity(0, 0, 0, "", "toll.closed"), killed[0].passage, killed[0].group, killed[0].category)]
    return []


def _gun_went_off(trigger: Trigger, tellings: Sequence[Telling]) -> bool:
    """Whether what "went off" was a gun and no bomb."""
    used = {w.method for t in tellings for w in t.weapons if w.used}
    return trigger.lemma == "go off" and bool(used) and not used & _MASS


def _death_count(found: list[Account], dead: list[Person]) -> int:
    best = best_account(found)
    return max(len(dead), (best.total.best or 0) if best is not None else 0)


def _living(found: list[Account], dead: list[Person], deaths: int, deadly: Collection[int]) -> list[Account]:
    """Accounts of the injured without those who died: "four were shot, two of them died" leaves two.

    `deadly` are the tellings that tell of deaths: whom these call wounded besides is not one of the dead.
    """
    gone = {p.name.split()[-1].lower() for p in dead if p.name}
    kept = []
    for account in found:
        wholes: list[Harm] = []
        said = sum(h.quantity.best or 0 for h in account.wholes if not h.struck and h.quantity is not None)
        for harm in account.wholes:
            person = harm.people
            if harm.struck and said and deaths and not person.more and (harm.quantity is not None and (harm.quantity.best or 0) >= said):
                continue  # "shot two of them, wounding one": those wounded are among those shot
            if person.name and person.name.split()[-1].lower() in gone:
                continue
            alike = Person(person.name, person.sex, person.young, person.age, person.category, harm, person.more)
            one = not person.counted or (harm.quantity is not None and harm.quantity.best == 1 and harm.struck)
            apart = account.order in deadly and not harm.struck
            if one and not person.more and not apart and any(same(d, alike) for d in dead):
                continue  # in hospital first, dead in the end
            alone = one and not person.counted and 0 < deaths <= len(dead)  # each of the dead is told of, and is somebody else
            if harm.struck and deaths and not person.more and not alone and harm.quantity is not None and harm.quantity.best is not None:
                left = harm.quantity.best - deaths
                if left <= 0:
                    continue
                if person.counted:
                    harm = replace(
                        harm,
                        quantity=Quantity(
                            left, left, left if harm.quantity.high is not None else None, harm.quantity.wording, "toll.sum"
                        ),
                    )
            wholes.append(harm)
        if wholes:
            total = add([h.quantity for h in wholes if h.quantity is not None])
            kept.append(
                Account(
                    account.order,
                    tuple(wholes),
                    account.parts if len(wholes) == len(account.wholes) else (),
                    total,
                    account.running,
                    account.counted,
                    account.title,
                )
            )
    return kept


def _with_parts(document: str, outcome: Outcome, best: Account, found: list[Account], base: int) -> list[TollItem]:
    """The items of the best account, then as its parts what other sentences count of smaller groups."""
    items: list[TollItem] = []
    where: dict[int, int] = {}
    for i, harm in enumerate(best.wholes):
        if harm.quantity is None:
            continue
        where[i] = base + len(items)
        items.append(_item(document, outcome, harm, harm.quantity))
    for i, part in best.parts:
        if part.quantity is not None and i in where:
            items.append(_item(document, outcome, part, part.quantity, where[i]))
    if len(best.wholes) != 1:
        return items
    room = best.total.best or 0
    known: set[tuple[str, int | None]] = {(it.category, it.quantity.best) for it in items}
    for account in found:
        if account is best or set(account.wholes) <= set(best.wholes):
            continue
        pieces = [*account.wholes, *(p for _, p in account.parts)]
        for harm in pieces:
            key = (harm.people.category, harm.quantity.best if harm.quantity else None)
            if harm.quantity is None or harm.quantity.best is None or (not harm.people.counted and not harm.people.name):
                continue
            if (
                harm.quantity.rule not in _EXACT  # "more than 100" told again is the whole, roughly
                or key in known
                or harm.quantity.best >= room
                or harm.quantity.best == 0
                or harm.people.category in ("unknown",)
                or harm.total
            ):
                continue
            if _is_same_kind(harm, best.wholes[0]):
                continue
            known.add(key)
            items.append(_item(document, outcome, harm, harm.quantity, where[0]))
    return items


def _is_same_kind(harm: Harm, whole: Harm) -> bool:
    """The same words for the same people with a smaller number: an earlier state of the toll, not a part of it."""
    return harm.people.group.lower() == whole.people.group.lower()
