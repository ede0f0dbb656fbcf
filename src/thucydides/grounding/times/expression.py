"""TimeExpression: words of a text that say when; Anchor: what such words are held against."""

from typing import Literal

from msgspec import Struct

from thucydides.grounding.times.forms import Form
from thucydides.nouns import DateRange

RelativeTo = Literal["nothing", "document", "incident"]
Lean = Literal["past", "future"]


class TimeExpression(Struct, frozen=True, gc=False):
    """One time as written: characters `[start, end)` of the text given, its `wording` and the `form` they parse to.

    `window` holds for stretches that count or contain things ("since November", "over the past two to three years"), and not
    for the time of a deed. `relative_to` is what the form still needs: nothing, the document's date (also for a date
    without its year) or the time of the incident last told. `daypart` is morning, afternoon, evening, night, dawn, noon,
    midnight, early or late as the words say, `clock` a time of day as written. `lean` is "future" where the words before it look
    ahead ("will appear on Friday"). `contradiction` says in words why a weekday and its date cannot both hold. `event_at` is the
    offset behind "two days after …" from where the event counted from may be named, None otherwise.
    """

    start: int
    end: int
    wording: str
    form: Form
    window: bool = False
    relative_to: RelativeTo = "nothing"
    approximate: bool = False
    daypart: str = ""
    clock: str = ""
    lean: Lean | None = None
    contradiction: str = ""
    event_at: int | None = None


class Anchor(Struct, frozen=True, gc=False):
    """What times are resolved against: the document's date, the date of the incident last told, and which way words lean.

    `lean` "past" is how news reads: "on Friday" is the last one; "future" holds for what is announced.
    """

    document: DateRange | None = None
    incident: DateRange | None = None
    lean: Lean = "past"
