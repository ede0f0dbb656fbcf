"""DateRange: when, never finer than the words that say it."""

from datetime import date
from typing import Literal

from msgspec import Struct

DatePrecision = Literal["day", "days", "week", "month", "months", "season", "year", "years", "unknown"]
DateBasis = Literal["stated", "document", "incident", "text", "metadata", "dateline", "url", "citing", "collection", "unknown"]


class DateRange(Struct, frozen=True, gc=False):
    """The days within which something happened: `earliest` to `latest`, both possible, and the same as EDTF (ISO 8601-2).

    `precision` is the grain of the wording. `basis` says what the words were resolved against: `stated` (they are complete in
    themselves), `document` (the document's date), `incident` (another incident told in the text), `text` (other dates in the
    text), `metadata`/`dateline`/`url`/`citing`/`collection` for a document's own date. `rule` is the id of the date rule.
    A date whose year no text gives has `earliest` and `latest` None and an EDTF with `XXXX` ("XXXX-11-26");
    `alternatives` holds other readings that the text leaves open (2 December or 12 February).
    """

    edtf: str
    earliest: date | None
    latest: date | None
    precision: DatePrecision = "day"
    basis: DateBasis = "stated"
    rule: str = ""
    wording: str = ""
    alternatives: "tuple[DateRange, ...]" = ()
