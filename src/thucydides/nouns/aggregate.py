"""Aggregate: a count over many incidents, and what checking it against the record gave."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns.daterange import DateRange
from thucydides.nouns.passage import Passage
from thucydides.nouns.place import Place
from thucydides.nouns.quantity import Quantity


class Aggregate(Struct, frozen=True):
    """A count of deaths, injured or incidents over a window and an area ("16 deaths in at least five incidents since November").

    Never added to the tolls of incidents. `counter` is who counts; `categories` the groups it names; `nationality` limits
    whom it counts; `kind` is `tally` (casualties or incidents), `ordinal` ("the third such act in December": incidents = 3)
    or `episode` ("a pair of attacks killed five"), and `members` the mentions of the same text that it sums up, where the text says so.
    `type` is the ACLED sub-event type of what is counted where the words give one; `date_is_document_bound` holds where the
    window is open towards the document's own date ("since November"). `summary` marks an infobox or summary line.
    """

    id: str
    document: str
    passage: Passage
    kind: Literal["tally", "ordinal", "episode"] = "tally"
    deaths: Quantity | None = None
    injured: Quantity | None = None
    incidents: Quantity | None = None
    window: DateRange | None = None
    window_passage: Passage | None = None
    area: Place | None = None
    counter: str | None = None
    categories: tuple[str, ...] = ()
    nationality: str | None = None
    category: str = ""
    group: str = ""
    type: str | None = None
    members: tuple[str, ...] = ()
    date_is_document_bound: bool = False
    summary: bool = False


class AggregateCheck(Struct, frozen=True):
    """An aggregate held against the record under one reading of its window.

    `recorded_*` are what the record's own incidents in that window and area give; `residual_*` are (least, most) still
    missing, most None where open. `verdict` is met, exceeded, short or not comparable; `reading` says the window taken, in words;
    `incidents` the incidents counted. `other` holds the checks under the other readings.
    """

    aggregate: str
    reading: str
    recorded_deaths: Quantity | None
    recorded_incidents: int
    residual_deaths: tuple[int | None, int | None]
    residual_incidents: tuple[int | None, int | None]
    verdict: Literal["met", "exceeded", "short", "not comparable"]
    incidents: tuple[str, ...] = ()
    other: "tuple[AggregateCheck, ...]" = ()
