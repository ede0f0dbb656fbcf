"""The listed parties: named groups, forces and organisations of the world, and every country's government and forces.

Source: `vocabularies/actors.csv` (each row states its own) and `vocabularies/demonyms.csv` for the countries. An id is a slug that
people can read ("taliban"); a country's bodies are "<cc>-<service>" ("tj-border-forces"), named as ACLED names them.
"""

from datetime import date
from functools import cache
from typing import Any, cast

from thucydides.grounding.actors.countries import country_names
from thucydides.nouns.actor import Actor, ActorKind
from thucydides.vocabulary import mapping, table

UNIDENTIFIED = "unidentified"
_COMPATIBLE_WITH_UNIDENTIFIED = frozenset(
    {"rebel group", "political militia", "identity militia", "criminal group", "external forces", "unidentified"}
)
_STATE_SERVICES = ("military-forces", "border-forces", "police-forces", "security-forces", "government")


@cache
def listed_actors() -> dict[str, Actor]:
    """The actors of the table by id, in the table's order."""
    return {row["id"]: _from_row(row) for row in table("actors")}


def _from_row(row: dict[str, str]) -> Actor:
    kinds = tuple(cast(tuple[str, str, str], (*part.split(":"), "", "")[:3]) for part in row["kinds"].split(";") if part)
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=cast(ActorKind, row["kind"]),
        aliases=tuple(filter(None, row["aliases"].split(";"))),
        country=row["country"] or None,
        parent=row["parent"] or None,
        active=row["active"],
        kinds=kinds,
        source=row["source"],
    )


@cache
def _related_lists() -> dict[str, frozenset[str]]:
    both: dict[str, set[str]] = {}
    for row in table("actors"):
        for other in filter(None, row["related"].split(";")):
            both.setdefault(row["id"], set()).add(other)
            both.setdefault(other, set()).add(row["id"])
    return {key: frozenset(value) for key, value in both.items()}


def state_actor_id(country: str, service: str) -> str:
    """The id of a country's body: ("TJ", "border-forces") is "tj-border-forces"."""
    return f"{country.lower()}-{service}"


@cache
def actor(actor_id: str) -> Actor:
    """The actor of an id. Raises KeyError, saying the id, for one that neither the table nor the countries give."""
    listed = listed_actors().get(actor_id)
    if listed is not None:
        return listed
    country, _, service = actor_id.partition("-")
    services: dict[str, Any] = mapping("actor_words")["services"]
    name = country_names().get(country.upper())
    if name is None or service not in services or country != country.lower():
        raise KeyError(f"no actor has the id {actor_id!r}; see `thucydides actors` for those that there are")
    parent = state_actor_id(country, "government") if service in _STATE_SERVICES[:-1] else None
    return Actor(
        id=actor_id,
        name=services[service]["name"].format(name),
        kind=services[service]["kind"],
        country=country.upper(),
        parent=parent,
        source="made from the country table; name after ACLED's naming",
    )


def all_actors() -> tuple[Actor, ...]:
    """Every actor, listed and made from the countries, by id."""
    services: dict[str, Any] = mapping("actor_words")["services"]
    made = {state_actor_id(code, service) for code in country_names() for service in services}
    return tuple(actor(i) for i in sorted(made | set(listed_actors())))


def kind_on(actor_id: str, day: date | None) -> ActorKind:
    """What kind of party an actor was on a day (the Taliban: rebels until 2021-08-15, state forces since).

    Without a day, or on a day that no period covers, its kind of the present. Periods are from (inclusive) to (exclusive).
    """
    found = actor(actor_id)
    if day is not None:
        iso = day.isoformat()
        for kind, since, until in found.kinds:
            if (not since or since <= iso) and (not until or iso < until):
                return cast(ActorKind, kind)
    return found.kind


@cache
def _lineage(actor_id: str) -> tuple[str, ...]:
    """The actor and its parents, nearest first; a table row that names itself as ancestor ends the line."""
    line = [actor_id]
    while True:
        try:
            parent = actor(line[-1]).parent
        except KeyError:
            return tuple(line)
        if parent is None or parent in line:
            return tuple(line)
        line.append(parent)


def _state_of(line: tuple[str, ...]) -> str:
    """The country code of the state that a line of descent ends in, "" where it ends in none."""
    return next((i[:2] for i in line if i[2:3] == "-" and i[3:] in _STATE_SERVICES), "")


def related(a: str | None, b: str | None) -> bool:
    """Whether two ids may well name one party: the same, one above the other, arms of one state, listed as akin, or one unidentified.

    None counts as unidentified, and an unidentified party is compatible with any armed group but not with a state's forces or civilians.
    Symmetric and reflexive.
    """
    left, right = a or UNIDENTIFIED, b or UNIDENTIFIED
    if left == right:
        return True
    for one, other in ((left, right), (right, left)):
        if one == UNIDENTIFIED:
            return _kind_or_none(other) in _COMPATIBLE_WITH_UNIDENTIFIED
    lines = _lineage(left), _lineage(right)
    if left in lines[1] or right in lines[0]:
        return True
    akin = _related_lists()
    if any(right in akin.get(i, ()) for i in lines[0][:1]) or any(left in akin.get(i, ()) for i in lines[1][:1]):
        return True
    state = _state_of(lines[0])
    return bool(state) and state == _state_of(lines[1])


def _kind_or_none(actor_id: str) -> str | None:
    try:
        return actor(actor_id).kind
    except KeyError:
        return None
