"""Mention: one document's telling of one incident, and Extract: all that one document tells."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns.actor import ActorRef
from thucydides.nouns.aggregate import Aggregate
from thucydides.nouns.claim import Citation, Claim
from thucydides.nouns.daterange import DateRange
from thucydides.nouns.figure import Figure
from thucydides.nouns.passage import Passage
from thucydides.nouns.person import Person
from thucydides.nouns.place import PlaceRef
from thucydides.nouns.toll import TollItem

Status = Literal["happened", "foiled", "planned", "denied", "hypothetical"]


class Mention(Struct, frozen=True):
    """What one document says of one incident or act. Every value carries or has beside it the passage it was read from.

    `id` is "<document>:<start of its first passage>", or of its word of the deed where that
    sentence tells of two. `kind` is `incident` (force used) or `act` (PLOVER or strategic acts).
    `type` is an ACLED sub-event type (for acts of politics: a PLOVER type), `type_rule` why. `weapons` (used), `recovered`
    (weapons only found or seized) and `targets` are (vocabulary name, passage) pairs.
    `date_is_report` marks a date that may be the day of the statement, not of the deed.
    `beside` are other numbers told of the same people ("the network put the toll at 43"), never added to the toll.
    `retold` are numbers that other sentences of the mention give of the same people, claims only of speakers other than the toll's.
    `persons` are those named as harmed or as having done it; `hour` is the part of the day (morning, afternoon, evening, night) as told.
    `town` is where the report names the town that `place` is a part of or stands for.
    `words` are distinctive content words (lower-case lemmas, sorted) for the comparison of tellings. `distinct_from` names
    mentions of the same document that the text tells as different incidents, `apart_by` the rule by which
    it does, one each. `background` marks one told only in passing.
    """

    id: str
    document: str
    kind: Literal["incident", "act"]
    type: str
    event_type: str
    status: Status
    passages: tuple[Passage, ...]
    date: DateRange | None = None
    date_passage: Passage | None = None
    date_is_report: bool = False
    place: PlaceRef | None = None
    launched_from: PlaceRef | None = None
    places: tuple[PlaceRef, ...] = ()
    actors: tuple[ActorRef, ...] = ()
    toll: tuple[TollItem, ...] = ()
    weapons: tuple[tuple[str, Passage], ...] = ()
    targets: tuple[tuple[str, Passage], ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()
    apart_by: tuple[str, ...] = ()
    background: bool = False
    type_rule: str = ""
    recovered: tuple[tuple[str, Passage], ...] = ()
    persons: tuple[Person, ...] = ()
    hour: tuple[str, Passage] | None = None
    beside: tuple[TollItem, ...] = ()
    retold: tuple[TollItem, ...] = ()
    town: PlaceRef | None = None


class Extract(Struct, frozen=True):
    """Everything read from one document; a pure function of the document, so it is kept and reused by its hash."""

    document: str
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    aggregates: tuple[Aggregate, ...] = ()
    figures: tuple[Figure, ...] = ()
    citations: tuple[Citation, ...] = ()
