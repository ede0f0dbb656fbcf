"""Entities of FollowTheMoney: events, parties, articles and places, and the links between them.

Schemata and properties are those of FollowTheMoney 4: an incident is an Event, a party an Organization, PublicBody, Company or
LegalEntity, a document an Article, a place an Address; what a document tells of an event is a Documentation, who blames whom an
UnknownLink with the stance as its role, a discrepancy a Note. An entity read from a document says from which.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from zlib import crc32

from msgspec import Struct

from thucydides.nouns import Actor, Claim, Discrepancy, Document, Incident, Place
from thucydides.publishing import words
from thucydides.publishing.account import Account, accounts
from thucydides.publishing.coding.acled_notes import words_of
from thucydides.publishing.index import Index, country
from thucydides.publishing.responsibility import accusation
from thucydides.publishing.sentences import told
from thucydides.publishing.shapes import iso
from thucydides.publishing.sums import when

OTHER = re.compile(r"[^A-Za-z0-9.-]+")
PARTIAL = re.compile(r"\d{4}(?:-\d{2}){0,2}")
SCHEMATA = {"government": "PublicBody", "state forces": "PublicBody", "company": "Company"}
LOOSE = ("civilians", "protesters", "rioters", "unidentified", "observer", "outlet")
"""Kinds of party that are no organisation."""


class Entity(Struct, frozen=True):
    """One entity: its id, schema, values by property in order, and the document that it was read from ("" for the record's own)."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    origin: str = ""


def entities(index: Index) -> Iterator[Entity]:
    """Every entity of the record, parties first."""
    places: dict[str, Place] = {}
    for actor in index.record.actors:
        yield _party(index, actor)
    for document in index.record.documents:
        yield _article(index, document)
    for incident in index.record.incidents:
        place = incident.assessed("place")
        where = place.place if place else None
        if where is not None:
            places.setdefault(_place_id(where), where)
        yield _event(index, incident, where)
        for account in accounts(index, incident):
            yield _documentation(index, incident, account)
        for claim in index.claims_on(incident, "responsibility"):
            yield from _blame(index, incident, claim)
    for name, where in sorted(places.items()):
        yield _address(name, where)
    for discrepancy in index.record.discrepancies:
        yield from _notes(discrepancy)


def _made(id: str, schema: str, values: dict[str, list[str | None]], origin: str = "") -> Entity:
    """An entity without empty and repeated values."""
    kept = {name: list(dict.fromkeys(v for v in found if v)) for name, found in values.items()}
    return Entity(name_of(id), schema, {name: found for name, found in kept.items() if found}, origin)


def name_of(*parts: str) -> str:
    """An entity's id, of the letters that ids may have: what they may not becomes a line, and what that loses a number."""
    text = "-".join(parts)
    plain = OTHER.sub("-", text)
    return plain if plain == text else f"{plain}-{crc32(text.encode()):08x}"


def _code(value: str | None) -> str | None:
    return value.lower() if value else None


def _party(index: Index, actor: Actor) -> Entity:
    schema = SCHEMATA.get(actor.kind, "LegalEntity" if actor.kind in LOOSE else "Organization")
    parent = name_of("actor", actor.parent) if actor.parent in index.actors else None
    return _made(
        name_of("actor", actor.id),
        schema,
        {
            "name": [actor.name],
            "alias": list(actor.aliases),
            "country": [_code(actor.country)],
            "classification": [actor.kind],
            "parent": [parent],
        },
    )


def _article(index: Index, document: Document) -> Entity:
    published = document.published.edtf if document.published and PARTIAL.fullmatch(document.published.edtf) else None
    return _made(
        name_of("document", document.id),
        "Article",
        {
            "name": [index.source(document.id)],
            "title": [document.title],
            "author": [document.author],
            "publisher": [document.outlet],
            "publishedAt": [published],
            "sourceUrl": [_address_of(document.url)],
            "fileName": [document.path],
            "bodyText": [document.text if index.options.full_text else None],
        },
        document.id,
    )


def _address_of(url: str | None) -> str | None:
    """A page's address as FollowTheMoney writes it: with a path, without an empty question; None where it is none of the web."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return parts._replace(path=parts.path or "/").geturl() if parts.scheme in ("http", "https") and parts.netloc else None


def _event(index: Index, incident: Incident, where: Place | None) -> Entity:
    value = when(incident)
    edtf = value.edtf if value and PARTIAL.fullmatch(value.edtf) else None
    involved: list[str | None] = [name_of("actor", a) for a, _, role in incident.actors if a in index.actors]
    graded = f"Grade of harm: {incident.harm.grade} ({incident.harm.reason})." if incident.harm else None
    return _made(
        name_of("event", incident.id),
        "Event",
        {
            "name": [incident.title],
            "date": [edtf],
            "startDate": [iso(value.earliest) if value and not edtf else None],
            "endDate": [iso(value.latest) if value and not edtf else None],
            "country": [_code(where.country) if where else None],
            "location": [words.where(where, country(where.country)) if where else None],
            "addressEntity": [_place_id(where) if where else None],
            "summary": [" ".join(s.text for s in told(index, incident))],
            "notes": [graded],
            "keywords": [incident.event_type, incident.type, *incident.weapons],
            "involved": involved,
            "recordId": [incident.id],
        },
    )


def _documentation(index: Index, incident: Incident, account: Account) -> Entity:
    first = account.passages[0] if account.passages else None
    return _made(
        f"account-{incident.id}-{account.document}",
        "Documentation",
        {
            "document": [name_of("document", account.document)],
            "entity": [name_of("event", incident.id)],
            "role": ["account"],
            "summary": [index.quote(first) if first else None],
        },
        account.document,
    )


def _blame(index: Index, incident: Incident, claim: Claim) -> Iterator[Entity]:
    if claim.speaker_actor in index.actors and claim.actor in index.actors:
        yield _made(
            f"claim-{claim.id}-{incident.id}",
            "UnknownLink",
            {
                "subject": [name_of("actor", claim.speaker_actor)],
                "object": [name_of("actor", claim.actor)],
                "role": [f"{claim.stance}: {incident.title}"],
                "summary": [accusation(index, claim), index.quote(claim.passage)],
                "recordId": [claim.id],
            },
            claim.document,
        )


def _notes(value: Discrepancy) -> Iterator[Entity]:
    if value.incidents:
        sides = words.listing(list(dict.fromkeys(v.value for v in value.values)), "against")
        text = value.explanation or sides
        events: list[str | None] = [name_of("event", i) for i in value.incidents]
        name = f"Sources disagree on {words_of(value.attribute)}"
        yield _made(f"note-{value.id}", "Note", {"name": [name], "description": [text], "entity": events})


def _place_id(where: Place) -> str:
    return name_of("place", where.gazetteer_id or "-".join(x for x in (where.country, where.admin1, where.name) if x))


def _address(name: str, where: Place) -> Entity:
    return _made(
        name,
        "Address",
        {
            "name": [where.name],
            "full": [words.where(where, country(where.country))],
            "city": [where.name if where.kind == "settlement" else None],
            "state": [where.admin1],
            "country": [_code(where.country)],
            "latitude": [f"{where.latitude:.6f}" if where.latitude is not None else None],
            "longitude": [f"{where.longitude:.6f}" if where.longitude is not None else None],
            "remarks": [words.precision(where)],
        },
    )
