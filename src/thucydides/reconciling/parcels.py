"""Parcels of incidents and of documents: what the record holds of each, made only where it is asked for.

Invariant: all that the nouns of a parcel depend on is in its mark.
"""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from thucydides.keeping.corpus import Corpus
from thucydides.keeping.parcel import Nouns, Parcel, mark_of
from thucydides.nouns import Claim
from thucydides.reconciling.alone import Shown
from thucydides.reconciling.arithmetic.ranging import Caps
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.context import Context
from thucydides.reconciling.interests import interested
from thucydides.reconciling.ranges import incident_ranges
from thucydides.reconciling.sight import Seen


def of_incident(
    mark: bytes, shown: Callable[[], Shown], assessed: Callable[[], Assessed], reasons: Parcel, differing: tuple[str, ...],
    capped: Caps | None,
) -> Parcel:  # fmt: skip
    """What the record holds of an incident: `mark` is of all that it is by itself, `differing` are the ids of its discrepancies, and
    `capped` what aggregates leave room for, where any does.
    """

    def nouns() -> Nouns:
        held = shown()
        ranges = tuple(incident_ranges(assessed(), capped)) if capped else held.ranges
        return {"incidents": (replace(held.incident, pairs=reasons.nouns()["pairs"], discrepancies=differing),), "ranges": ranges}

    return Parcel(mark_of("incident", mark, reasons.mark, differing, sorted(capped.items()) if capped else ()), nouns)


def of_documents(told: Corpus, context: Context, known: Seen[str, bytes]) -> dict[str, Parcel]:
    """What the record holds of each document and of what it tells; `known` are marks that hold."""
    with_interest = interested(context)
    marks = {name: known.get(name) or _mark(told, context, name, known) for name in told.digests}
    return {name: Parcel(mark, partial(_nouns, told, name, with_interest)) for name, mark in marks.items()}


def _nouns(told: Corpus, document: str, with_interest: Callable[[Claim], Claim]) -> Nouns:
    extract = told.extract(document)
    return {
        "documents": (told.documents[document],) if document in told.documents else (), "mentions": extract.mentions,
        "claims": tuple(map(with_interest, extract.claims)), "citations": extract.citations, "aggregates": extract.aggregates,
        "figures": extract.figures,
    }  # fmt: skip


def _mark(told: Corpus, context: Context, document: str, known: Seen[str, bytes]) -> bytes:
    """The digest of all that a document tells and of what the interests of its speakers depend on: mentions that it speaks of in other
    documents, what is said first of the actors, and where the mentions are.
    """
    one = told.gists[document]
    named = {m for telling in (*one.mentions, *one.abroad) for m in (telling.id, *telling.mentions)}
    actors = {a for telling in (*one.mentions, *one.abroad) for a in telling.actors}
    others = sorted({told.tellings[m][0] for m in named if m in told.tellings} - {document})
    mark = mark_of(
        "document", document, told.digests[document], [told.digests[o] for o in others],
        [(a, context.kinds.get(a)) for a in sorted(actors)], [(m, context.scenes.get(m)) for m in sorted(named)],
    )  # fmt: skip
    return known.put(document, frozenset((document, *others, *actors, *named)), mark)
