"""Incident: the mentions of one occurrence; Assessment: the record's own value; Pair: why two mentions are one."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns.daterange import DateRange
from thucydides.nouns.place import Place
from thucydides.nouns.quantity import Quantity

GradeName = Literal["confirmed", "fair", "weak", "contested", "discounted"]


class Pair(Struct, frozen=True):
    """Two mentions compared: match probability, weight in bits, and each comparison as (name, level in words, bits)."""

    left: str
    right: str
    probability: float
    weight: float
    parts: tuple[tuple[str, str, float], ...] = ()
    ruling: str = ""


class Assessment(Struct, frozen=True):
    """The record's value for one attribute of one incident, by a named rule, with the claims for and against it.

    `attribute` is date, place, type, killed, injured, missing, captured, or "killed/<group>" for a group. Exactly one of
    `quantity`, `date`, `place`, `value` holds the value. `origins` counts the independent origins of the value held best.
    """

    incident: str
    attribute: str
    rule: str
    value: str = ""
    quantity: Quantity | None = None
    date: DateRange | None = None
    place: Place | None = None
    group: str = ""
    category: str = ""
    nationality: str | None = None
    side: str | None = None
    claims_for: tuple[str, ...] = ()
    claims_against: tuple[str, ...] = ()
    origins: int = 0
    reason: str = ""


class Grade(Struct, frozen=True):
    """How well a side of an incident is borne out (harm or responsibility), and why, after the grades of casualty recorders."""

    grade: GradeName
    reason: str


class Incident(Struct, frozen=True):
    """What happened: the mentions judged to tell of one occurrence, with the assessments of each attribute.

    `id` is "<country>-<date>" with "-b", "-c" where several share it. `origins` is the number of independent origins.
    """

    id: str
    kind: Literal["incident", "act"]
    title: str
    type: str
    event_type: str
    status: str
    mentions: tuple[str, ...]
    ucdp_type: int | None = None
    assessments: tuple[Assessment, ...] = ()
    harm: Grade | None = None
    responsibility: Grade | None = None
    origins: int = 0
    actors: tuple[tuple[str, str, str], ...] = ()
    weapons: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    launched_from: Place | None = None
    pairs: tuple[Pair, ...] = ()
    claims: tuple[str, ...] = ()
    discrepancies: tuple[str, ...] = ()

    def assessed(self, attribute: str) -> Assessment | None:
        """The assessment of one attribute, or None where no claim speaks of it."""
        return next((a for a in self.assessments if a.attribute == attribute), None)
