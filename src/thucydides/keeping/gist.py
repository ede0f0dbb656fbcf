"""Gist: the little that the record as a whole asks of a document, so that what it tells need not be read for that.

Invariant: a gist is a function of a document and its extract. All that an incident depends on has a name in gists: the documents, the
mentions and the actors that its tellings speak of.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from thucydides.nouns import ActorRef, Aggregate, Claim, Document, Extract, Figure, Mention, Place

Kind = tuple[str, str | None, str]
"""What a mention says of an actor: its kind, its country, and what it is called."""


class Telling(Struct, frozen=True, array_like=True, gc=False):
    """One mention: the country of its place, whether it is of an act, whether it says that something happened; the other mentions and
    the other documents that claims about it name, and the actors that it and they name.
    """

    id: str
    country: str
    act: bool
    happened: bool
    mentions: tuple[str, ...]
    documents: tuple[str, ...]
    actors: tuple[str, ...]


class Met(Struct, frozen=True, array_like=True, gc=False):
    """An actor as one document names it: by the first mention that does, and how (None where only claims do), in which wordings, as which
    speakers, and the reference that names it best.
    """

    actor: str
    mention: str | None
    kind: Kind | None
    wordings: tuple[str, ...]
    spoken: tuple[str, ...]
    best: ActorRef | None


class Gist(Struct, frozen=True, array_like=True, gc=False):
    """Of one document: its mentions by id; what it claims of mentions of other documents (`abroad`); the actors and places that it names;
    its counts over many incidents and background figures; whether its dates hang on what other documents tell (`reckoned`), and whether
    its claims are called otherwise than after it (`strange`).
    """

    mentions: tuple[Telling, ...] = ()
    abroad: tuple[Telling, ...] = ()
    actors: tuple[Met, ...] = ()
    places: tuple[Place, ...] = ()
    aggregates: tuple[Aggregate, ...] = ()
    figures: tuple[Figure, ...] = ()
    reckoned: bool = False
    strange: bool = False


def gist(document: Document | None, extract: Extract) -> Gist:
    """The gist of a document with all that it tells; `document` is None where only that is known."""
    from thucydides.extracting.filling.settling import unsettled

    about: dict[str, list[Claim]] = {}
    for claim in extract.claims:
        for name in claim.mentions:
            about.setdefault(name, []).append(claim)
    own = {m.id: m for m in sorted(extract.mentions, key=lambda m: m.id)}
    return Gist(
        tuple(_telling(name, m, about.get(name, ()), extract.document) for name, m in own.items()),
        tuple(_telling(name, None, some, "") for name, some in sorted(about.items()) if name not in own),
        tuple(_met(own.values(), extract.claims)),
        best_places(r.place for m in own.values() for r in (m.place, m.launched_from, *m.places) if r is not None and r.place is not None),
        extract.aggregates,
        extract.figures,
        document is not None and bool(unsettled(document, extract)),
        not all(c.id.startswith(f"{extract.document}:") for c in extract.claims),
    )


def _telling(name: str, mention: Mention | None, claims: Iterable[Claim], document: str) -> Telling:
    place = mention.place.place if mention is not None and mention.place is not None else None
    actors = [r.actor for r in mention.actors] if mention is not None else []
    others, documents = set[str](), set[str]()
    for claim in claims:
        others.update(claim.mentions)
        documents.update((claim.document, claim.passage.document))
        actors += (claim.actor, claim.speaker_actor)
    return Telling(
        name, (place.country or "") if place is not None else "", mention is not None and mention.kind == "act",
        mention is not None and has_happened(mention), tuple(sorted(others - {name})), tuple(sorted(documents - {document})),
        tuple(sorted({a for a in actors if a is not None})),
    )  # fmt: skip


def has_happened(mention: Mention) -> bool:
    """Whether a telling says that it happened; an attempt that was foiled counts where people came to harm."""
    return mention.status == "happened" or (mention.status == "foiled" and any((t.quantity.low or 0) > 0 for t in mention.toll))


def _met(mentions: Iterable[Mention], claims: Iterable[Claim]) -> Iterator[Met]:
    """Every actor that a document names, by id."""
    named: dict[str, list[tuple[str, ActorRef]]] = {}
    spoken: dict[str, set[str]] = {}
    for mention in mentions:
        for reference in mention.actors:
            if reference.actor is not None:
                named.setdefault(reference.actor, []).append((mention.id, reference))
        for item in mention.toll:
            if item.side is not None:
                named.setdefault(item.side, [])
    for claim in claims:
        if claim.speaker_actor is not None:
            spoken.setdefault(claim.speaker_actor, set()).update(filter(None, [claim.speaker]))
        if claim.actor is not None:
            spoken.setdefault(claim.actor, set())
    for actor in sorted({*named, *spoken}):
        told = named.get(actor, [])
        first = told[0][1] if told else None
        yield Met(
            actor,
            told[0][0] if told else None,
            (first.kind, first.country, first.name or first.wording) if first is not None else None,
            tuple(sorted({r.wording for _, r in told if r.wording})),
            tuple(sorted(spoken.get(actor, ()))),
            best_named(r for _, r in told),
        )


def best_named(references: Iterable[ActorRef]) -> ActorRef | None:
    """The first of the references that name an actor, else the first of those that describe it; None where there is none."""
    return min(references, key=lambda r: (not r.name, r.passage), default=None)


def best_places(met: Iterable[Place]) -> tuple[Place, ...]:
    """Of some places one for each gazetteer entry or name, the closest known, in that order."""
    found: dict[tuple[str, str], list[Place]] = {}
    for place in met:
        found.setdefault((place.gazetteer_id or "", "" if place.gazetteer_id else f"{place.country}/{place.name}"), []).append(place)
    return tuple(min(found[key], key=lambda p: (p.precision or 9, p.radius_km or 1e9, p.name, p.reason)) for key in sorted(found))
