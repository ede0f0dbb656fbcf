"""Holding: which of a document's gathered tellings are incidents that somebody could look up.

Invariant: what a report tells in its lead is an incident, however little it says.
"""

from thucydides.nouns import Document, Mention

LEAD = 500
"""Characters of a report's body within which it tells its news."""
FINE = 4
"""The precision class of a province."""
FUZZY = 5
"""The precision class of a line or fuzzy area: a border, a river."""
_OUTCOMES = ("killed", "injured", "captured", "missing")
_COARSE = ("season", "year", "years", "decade", "century", "unknown")


def in_lead(document: Document, start: int) -> bool:
    """Whether the characters at `start` lie in the title, the summary or the lead of a report."""
    body = next((b.start for b in document.blocks if b.kind == "paragraph"), 0)
    return start <= body + LEAD


def holds(document: Document, told: Mention) -> bool:
    """Whether a mention says enough to be looked up (rule `extract.holds`): a day and something besides, or a fine place and a count."""
    if in_lead(document, told.passages[0].start):
        return True
    counted = any(i.outcome in _OUTCOMES and i.quantity.best for i in told.toll)
    place = told.place.place if told.place is not None else None
    if told.date is None:
        return counted and place is not None and (place.precision or 7) <= FUZZY
    if told.date.precision in _COARSE:
        return counted or (told.place is not None and told.type not in ("Attack", "Other"))
    return counted or told.place is not None or bool(told.actors)
