"""Counting: the tolls of one mention from all its sentences: one whole for each outcome, its parts, and people told by name.

Invariants: a count told twice is one; groups told together in one sentence add up; people named one by one are as many as their names.
"""

from collections.abc import Sequence

from thucydides.extracting.accounts import accounts, both_sides
from thucydides.extracting.persons import persons
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tolls.adding import beyond, with_added
from thucydides.extracting.tolls.attackers import dead_attackers, slain_attackers, with_attackers_apart
from thucydides.extracting.tolls.best import best_account
from thucydides.extracting.tolls.bodies import with_their_bodies
from thucydides.extracting.tolls.item import OUTCOMES, toll_item
from thucydides.extracting.tolls.late import with_late_dead
from thucydides.extracting.tolls.living import death_count, the_living
from thucydides.extracting.tolls.parts import whole_with_parts
from thucydides.extracting.tolls.unharmed import nobody_else
from thucydides.nouns import Quantity, TollItem


def count(document: str, tellings: Sequence[Telling], main: bool = False) -> tuple[tuple[TollItem, ...], tuple[str, ...]]:
    """The toll items of a mention, wholes before their parts, and the names of those harmed.

    `main` holds for the incident that its document is about, where silence about others who were harmed says something.
    """
    by_outcome = {outcome: accounts(tellings, outcome) for outcome in OUTCOMES}
    if not by_outcome["killed"]:
        by_outcome["killed"] = accounts(tellings, "killed", pronouns=True)[:1]  # "a man was shot. He died in hospital."
    if not by_outcome["killed"] and not by_outcome["injured"]:
        by_outcome["injured"] = accounts(tellings, "injured", pronouns=True)[:1]
    by_outcome["killed"] = with_late_dead(by_outcome["killed"], by_outcome["injured"])
    by_outcome["killed"] = with_their_bodies(by_outcome["killed"], [*by_outcome["captured"], *by_outcome["missing"]])
    by_outcome["injured"] = with_added(by_outcome["injured"], [t for t in beyond(by_outcome["injured"]) if t[1].people.counted])
    items: list[TollItem] = []
    names: list[str] = []
    dead = persons(by_outcome["killed"])
    deaths = death_count(by_outcome["killed"], dead)
    families = {f for t in tellings for f in t.families}
    arrests = {x.lemma for t in tellings for x in t.triggers if x.family == "arrest"} - {"capture"}
    for outcome in OUTCOMES:
        found = by_outcome[outcome]
        if outcome == "captured" and arrests and families - {"arrest", "seizure"} and "abduction" not in families:
            continue  # arrests after an attack are not its toll, fighters captured in it are
        if outcome == "injured":
            found = the_living(found, by_outcome["killed"], dead, deaths)
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
            items.append(toll_item(document, outcome, single[0].harm, quantity or Quantity(1, 1, 1)))
            continue
        if best is None:
            vague = next((a for a in found if a.total.best is None), None)
            if vague is not None:
                items.append(toll_item(document, outcome, vague.wholes[0], _unnumbered(outcome, vague.total)))
            continue
        items += whole_with_parts(document, outcome, best, found, len(items))
    items = with_attackers_apart(tellings, items)
    items += dead_attackers(document, tellings, items)
    items += slain_attackers(document, tellings, items)
    items += nobody_else(tellings, items, main)
    return tuple(items), tuple(dict.fromkeys(names))


def _unnumbered(outcome: str, told: Quantity) -> Quantity:
    """What words say of people whom they do not count: that some died; of a number over dead and injured its bounds."""
    if told.rule == "toll.mixed" and told.high is not None:
        return told
    return Quantity(1 if outcome == "killed" else told.low, None, None, told.wording, told.rule)
