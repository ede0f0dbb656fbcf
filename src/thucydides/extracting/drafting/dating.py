"""Dating: the day of a telling, by its own words, by the incident last told, or by the day that a report named before.

Invariant: days counted from an incident end with the day of their report at the latest.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Dated
from thucydides.extracting.drafting.placing import choose_places
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import DateRange

NAMED = 24
"""Characters behind "hours before" within which an incident is named."""
BACK = 600
"""Characters before a telling within which the day lies that it counts from."""


def dated(telling: Telling, anchor: Reckoning, incident: DateRange | None = None) -> Dated:
    """A telling with its day and places settled."""
    at, launched = choose_places(telling)
    day = anchor.when(telling.time, incident) if telling.time is not None else None
    return Dated(telling, _until_told(day, anchor.published), at, launched)


def _until_told(day: DateRange | None, published: DateRange | None) -> DateRange | None:
    """Days counted from an incident end with the day of their report at the latest: what it tells has happened (rule `date.until-told`)."""
    told = published.latest if published is not None else None
    if day is None or told is None or day.basis != "incident" or day.earliest is None or day.latest is None:
        return day
    if not day.earliest <= told < day.latest:
        return day
    one = day.earliest == told
    edtf = told.isoformat() if one else f"{day.earliest.isoformat()}/{told.isoformat()}"
    return replace(day, edtf=edtf, latest=told, precision="day" if one else "days")


def counted_from(telling: Telling, anchor: Reckoning, times: Sequence[TimeExpression]) -> DateRange | None:
    """The day told last before a deed dated by something else ("The council met on Saturday. Hours after its decision, crowds stormed the
    embassy."), which that something most likely was; None where that day is of a sentence farther back than `BACK` characters."""
    time = telling.time
    if time is None or time.relative_to != "incident" or time.event_at is None:
        return None
    if any(t.noun and 0 <= t.start - time.event_at <= NAMED for t in telling.triggers):
        return None  # "hours before the shooting": the incident last told
    before = [t for t in times if time.start - BACK <= t.start < telling.start and not t.window and t.relative_to != "incident"]
    return anchor.when(before[-1]) if before else None


def told_last(telling: Telling, anchor: Reckoning, times: Sequence[TimeExpression]) -> DateRange | None:
    """The day that a report named last before a deed of "hours later", where the incident told last has none: "two attacks on Thursday"."""
    if telling.time is None or telling.time.relative_to != "incident":
        return None
    before = [t for t in times if t.end <= telling.start and not t.window and t.relative_to != "incident"]
    found = anchor.when(before[-1]) if before else None
    return found if found is not None and found.precision == "day" else None


def from_incident(item: Dated) -> bool:
    """Whether the day of a telling is counted from that of the incident last told: then it is no surer than that."""
    time = item.telling.time
    return item.date is not None and time is not None and time.relative_to == "incident"
