"""People: the actors of a record as the site shows them: where they took part, what they say, what is said of them."""

import re

from msgspec import Struct

from thucydides.nouns import Actor, Incident
from thucydides.publishing import words
from thucydides.publishing.evidence import Evidence
from thucydides.publishing.index import by_time, country
from thucydides.publishing.pages.incident import named
from thucydides.publishing.reader import slug
from thucydides.publishing.responsibility import accusation, culprits

ROLES = ("perpetrator", "party", "target", "victim", "mentioned")
MOST_SAID, MOST_ALIASES = 12, 16
COUNTED = re.compile(r"(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|\d+) ", re.I)
"""How an alias begins that describes some of a party's people and is no name of it."""
Links = tuple[tuple[str, str, str], ...]
"""Incidents by number, title and address."""
Statements = dict[str, list[Incident]]
"""A statement, and the incidents that it was made of."""


class Person(Struct, frozen=True):
    """One actor: its names and kind, its incidents by part, and the statements on responsibility that it makes or that name it."""

    anchor: str
    name: str
    kind: str
    country: str
    aliases: str
    parent: str
    active: str
    parts: tuple[tuple[str, Links], ...]
    says: tuple[tuple[str, Links], ...]
    of: tuple[tuple[str, Links], ...]
    count: int


def people(evidence: Evidence) -> list[Person]:
    """The actors, those of most incidents first; outlets stand among the sources."""
    index = evidence.index
    took: dict[str, dict[str, list[Incident]]] = {}
    says: dict[str, Statements] = {}
    of: dict[str, Statements] = {}
    for incident in sorted(index.record.incidents, key=by_time):
        for actor, _, role in incident.actors:
            took.setdefault(actor, {}).setdefault(role, []).append(incident)
        for claim in culprits(index, incident):
            said = words.sentence_case(accusation(index, claim))
            if claim.speaker_actor:
                says.setdefault(claim.speaker_actor, {}).setdefault(said, []).append(incident)
            if claim.actor and claim.actor != claim.speaker_actor:
                of.setdefault(claim.actor, {}).setdefault(said, []).append(incident)
    named_ones = [a for a in index.record.actors if a.kind != "outlet"]
    found = [_person(evidence, a, took.get(a.id, {}), says.get(a.id, {}), of.get(a.id, {})) for a in named_ones]
    return sorted(found, key=lambda p: (-p.count, p.name))


def _person(evidence: Evidence, a: Actor, took: dict[str, list[Incident]], says: Statements, of: Statements) -> Person:
    parent = evidence.index.actors.get(a.parent or "")
    return Person(
        anchor=f"a-{slug(a.id)}",
        name=a.name,
        kind=a.kind,
        country=country(a.country),
        aliases=", ".join([x for x in a.aliases if x != a.name and not COUNTED.match(x)][:MOST_ALIASES]),
        parent=parent.name if parent else "",
        active=_active(a.active),
        parts=tuple((role, _links(evidence, took[role])) for role in ROLES if role in took),
        says=_statements(evidence, says),
        of=_statements(evidence, of),
        count=len({i.id for some in took.values() for i in some}),
    )


def _statements(evidence: Evidence, said: Statements) -> tuple[tuple[str, Links], ...]:
    return tuple((text, _links(evidence, of)) for text, of in list(said.items())[:MOST_SAID])


def _links(evidence: Evidence, incidents: list[Incident]) -> Links:
    return tuple(named(evidence, i) for i in {i.id: i for i in incidents}.values())


def _active(years: str) -> str:
    """Years of activity in words: "1994/2021-08-15" is "1994 to 2021-08-15", an open end "since 1994"."""
    first, _, last = years.partition("/")
    return f"{first} to {last}" if first and last else f"since {first}" if first else f"until {last}" if last else ""
