"""Stretches: a deed told of a few days ("between 4 and 8 March") and of no day of its own, or of that of a statement alone, is of those
days (rule `date.stretch`).

Invariant: a stretch that counts deeds, one with an open end and a long one date no deed.
"""

from msgspec.structs import replace

from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times.forms import Span

LONGEST = 14
"""Days that a stretch may last which dates a deed."""


def of_its_stretch(telling: Telling, reckoning: Reckoning) -> Telling:
    """A telling with the days of the one stretch that its sentence gives, where it gives no other time."""
    own = telling.time is not None and telling.dated_by != "statement"
    if own or len(telling.windows) != 1 or not isinstance(telling.windows[0].form, Span):
        return telling
    days = reckoning.when(telling.windows[0])
    if days is None or days.earliest is None or days.latest is None or (days.latest - days.earliest).days > LONGEST:
        return telling
    return replace(telling, time=telling.windows[0], dated_by="")
