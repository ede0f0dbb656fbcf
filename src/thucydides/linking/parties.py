"""Parties: who did it and to whom, by actor, nationality and kind, as columns for comparison."""

from msgspec import Struct

from thucydides.linking.folding import tokens
from thucydides.linking.unit import Unit
from thucydides.nouns.actor import SIDES

_DOERS = ("perpetrator", "party")
_SUFFERERS = ("target", "victim", "party")
_SIDES = {**SIDES, "civilians": "civilians"}


class Parties(Struct, frozen=True, gc=False):
    """Actor ids by role and all together, the foreign nationalities among the victims, their categories, and the nouns that name them.

    Among all named, a country's forces and government stand besides under its name ("state TJ"), for reports differ on the branch.
    """

    doers: tuple[str, ...] = ()
    sufferers: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    foreigners: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


def parties(unit: Unit, country: str | None) -> Parties:
    """Who takes part in one unit; `country` is where it happened, against which a nationality is foreign."""
    mention = unit.mention
    actors = [a for a in mention.actors if a.actor is not None and a.role != "speaker"]
    known = [(a.role, a.actor) for a in actors if a.actor is not None]
    states = {f"state {a.country}" for a in actors if a.country and a.kind in ("state forces", "government")}
    hurt = [a for a in mention.actors if a.role in ("target", "victim")]
    victims = [t for t in mention.toll if not t.perpetrator]
    nations = {t.nationality for t in victims} | {a.country for a in hurt}
    categories = {t.category for t in victims if t.category != "unknown"} | {_SIDES[a.kind] for a in hurt if a.kind in _SIDES}
    groups = {words[-1] for t in victims if (words := tokens(t.group))} - {"people", "persons", "others", "dead", "victims", "person"}
    return Parties(
        tuple(sorted({a for role, a in known if role in _DOERS})),
        tuple(sorted({a for role, a in known if role in _SUFFERERS})),
        tuple(sorted({a for _, a in known} | states)),
        tuple(sorted(n for n in nations if n and country and n != country)),
        tuple(sorted(categories)),
        tuple(sorted(groups)),
    )
