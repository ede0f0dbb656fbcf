"""Claim: who says what of an incident, through whom; Citation: an outlet named as the source of a passage."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns.daterange import DateRange
from thucydides.nouns.passage import Passage
from thucydides.nouns.place import Place
from thucydides.nouns.quantity import Quantity

Stance = Literal["asserts", "denies", "suspects", "accuses", "admits", "claims", "none-claimed", "unknown", "withdraws"]


class Claim(Struct, frozen=True):
    """Somebody says something, through somebody: speaker → via … → outlet, a stance, an attribute and its value, the passage.

    `mentions` are the mentions it speaks of (several for "the attacks"). `attribute` is date, place, type, method, killed,
    injured, missing, captured, responsibility, version (what the deed was) or victims (who those harmed were), each with its
    `category`, or a figure's name. `value` is the value in words; the typed value stands in the
    field that fits it: `quantity` (with `group`, `category`, `part` for one part of a stated whole), `date`, `place`, `actor`.
    `speaker` is None where the outlet speaks in its own voice; `speaker_actor` its actor id where known; `via` the carriers in
    order from speaker to outlet. `hedge` is the word that weakens it ("reportedly"). `said_on` is when it was said.
    `replaces` holds for "the toll rose to": it supersedes earlier counts of the same attribute. `interest` is what the speaker, or the
    one who prints it, has to do with the matter ("a party to it, on its enemy's losses"), "" where nothing is known.
    """

    id: str
    document: str
    mentions: tuple[str, ...]
    attribute: str
    value: str
    stance: Stance
    passage: Passage
    speaker: str | None = None
    speaker_actor: str | None = None
    speaker_kind: str = ""
    via: tuple[str, ...] = ()
    outlet: str | None = None
    hedge: str = ""
    cue: Passage | None = None
    said_on: DateRange | None = None
    quantity: Quantity | None = None
    group: str = ""
    category: str = ""
    part: bool = False
    date: DateRange | None = None
    place: Place | None = None
    actor: str | None = None
    replaces: bool = False
    date_is_report: bool = False
    interest: str = ""


class Citation(Struct, frozen=True):
    """An outlet cited inline, "(Radio Ozodi, December 24, 2025)", for the passage before it (`covers`)."""

    passage: Passage
    outlet: str
    date: DateRange | None = None
    covers: Passage | None = None
