"""Record: all of it for one conflict, at one revision."""

from msgspec import Struct

from thucydides.nouns.actor import Actor
from thucydides.nouns.aggregate import Aggregate, AggregateCheck
from thucydides.nouns.claim import Citation, Claim
from thucydides.nouns.discrepancy import Answer, Discrepancy, Gap
from thucydides.nouns.document import Document, Unread
from thucydides.nouns.figure import Figure
from thucydides.nouns.incident import Incident
from thucydides.nouns.mention import Mention
from thucydides.nouns.place import Place
from thucydides.nouns.range import Range
from thucydides.nouns.ruling import Ruling


class Record(Struct, frozen=True):
    """Everything that the documents of one conflict tell and what was derived from it; every tuple sorted by id.

    `answers` tell of earlier revisions: the record's only part that depends on the order in which documents came.
    `revision` counts builds from 1; `title` names the conflict; `rules` the ids of the rules in force that were used.
    """

    title: str
    revision: int
    documents: tuple[Document, ...] = ()
    unread: tuple[Unread, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    incidents: tuple[Incident, ...] = ()
    aggregates: tuple[Aggregate, ...] = ()
    checks: tuple[AggregateCheck, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    gaps: tuple[Gap, ...] = ()
    figures: tuple[Figure, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    ranges: tuple[Range, ...] = ()
    answers: tuple[Answer, ...] = ()
