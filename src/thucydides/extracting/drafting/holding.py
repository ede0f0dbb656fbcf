"""Holding: which of a document's gathered tellings are incidents that somebody could look up.

Invariant: what a report tells in its lead is an incident, however little it says.
"""

import re

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.spans import days_wide
from thucydides.nouns import Document, Mention
from thucydides.nouns.place import TOWN

LEAD = 500
"""Characters of a report's body within which it tells its news."""
FUZZY = 5
"""The precision class of a line or fuzzy area: a border, a river."""
COARSE_DAYS = 20
"""A range of more days than this, of a deed beside others, dates no deed that somebody could look up by it alone."""
MONTH_DAYS = 31
"""The same at a town or province that is named."""
_WRITTEN = frozenset(
    f"date.{rule}" for rule in ("day", "day-without-year", "day-of-month", "listed", "weekday", "last-weekday", "holiday", "stated-twice")
)
"""Rules of days that a report writes out or names: whoever looks a deed up by them needs no place."""
_TAKEN = frozenset({"Non-state actor overtakes territory", "Government regains territory"})
"""Types of which a place holds one at a time, though nobody says when it was taken."""
_BY_MEANS = frozenset({"Air/drone strike", "Shelling/artillery/missile attack", "Armed clash"})
"""Types of which it is told whose deed they were, where they are more than the noise of a war."""
_AGAINST_A_CROWD = ("Excessive force against protesters", "Protest with intervention")
_SERVING = frozenset({"state forces", "external forces", "rebels", "militia"})
"""Those of whom a death at a place and on a day of its own is told as one of the conflict: "a border guard died near Bukhara on 3 May"."""
_DEATH = re.compile(r"\b(?:death|die[sd]?)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince (?:\w+ ){0,2}$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(?:has|have|had)\s+(?:long\s+|been\s+){0,2}(?:fought|fighting|battled|battling|waged|clashed)\b[^.;]{0,80}\b(?:since|for)\b",
    re.IGNORECASE,
)
_BEFORE = 24
_OUTCOMES = ("killed", "injured", "captured", "missing")


def in_lead(document: Document, start: int) -> bool:
    """Whether the characters at `start` lie in the title, the summary or the lead of a report."""
    body = next((b.start for b in document.blocks if b.kind == "paragraph"), 0)
    return start <= body + LEAD


def by_nature(document: Document, draft: Draft) -> bool:
    """Whether all that is told is somebody's death, not how it came about: "after the death of his father" (rule `extract.death-alone`)."""
    tellings = [d.telling for d in draft.items]
    harms = [h for t in tellings for h in t.harms]
    one = all(h.quantity is None or (h.quantity.best or 0) <= 1 for h in harms)
    said = all(_DEATH.search(document.text, h.start, h.end) is not None for h in harms)
    served = any(h.people.category in _SERVING for h in harms) and draft.firm and any(d.at is not None for d in draft.items)
    only = all(x.lemma in ("death", "die") for t in tellings for x in t.triggers) and not any(t.weapons for t in tellings)
    return one and said and bool(harms) and only and not served


def only_after(draft: Draft) -> bool:
    """Whether all that is told of a deed is what came after it, a trial or a funeral, without a day, a count or a name of its own
    (rule `extract.after-alone`): "a court sentenced six soldiers for killing villagers"."""
    tellings = [d.telling for d in draft.items]
    counted = any(h.quantity is not None and h.quantity.best for t in tellings for h in t.harms)
    return not counted and all(t.dated_by == "aftermath" for t in tellings) and not any(t.names for t in tellings)


def _goes_on_since(document: Document, told: Mention) -> bool:
    """Whether a mention's time is one since which something goes on: "has seen fighting since April 2019"."""
    passage = told.date_passage
    return passage is not None and _SINCE.search(document.text, max(0, passage.start - _BEFORE), passage.start) is not None


def _fought_since(document: Document, told: Mention) -> bool:
    """Whether all that a mention says is that a war goes on: "where the army has fought the rebels since August 2023"."""
    return all(_GOES_ON.search(document.text, p.start, p.end) is not None for p in told.passages)


def holds(document: Document, told: Mention, main: bool) -> bool:
    """Whether a mention says enough to be looked up (rule `extract.holds`): a day and something besides, or a fine place and a count.

    In its lead a report tells of the incident that it is about (`main`) as it will, and of others with a day or a count. Beside it battles
    and attacks of a month or longer, with no count and no two sides, are how things came about ("since April, when an offensive began"),
    but for a month with the name of a town or province, if it is not that since which something goes on.
    """
    counted = any(i.outcome in _OUTCOMES and i.quantity.best for i in told.toll)
    general = told.event_type == "Battles" or told.type in ("Attack", "Other", *_AGAINST_A_CROWD)
    sides = sum(a.role == "party" for a in told.actors) > 1 and told.type not in _AGAINST_A_CROWD
    place = told.place.place if told.place is not None else None
    fine = place is not None and place.coarseness <= FUZZY
    month = fine and not _goes_on_since(document, told)
    wide = told.date is not None and days_wide(told.date) > (MONTH_DAYS if month else COARSE_DAYS)
    if wide and general and not (counted or sides or main):
        return False
    if in_lead(document, told.passages[0].start) and (main or counted or told.date is not None):
        return True
    spared = any(i.outcome in _OUTCOMES and i.quantity.rule == "toll.none" for i in told.toll)
    if told.date is None:
        town = place is not None and place.coarseness <= TOWN
        news = document.published is not None and not told.background and not _fought_since(document, told)
        fought = news and fine and (sides or (told.type in _BY_MEANS and any(a.role in ("perpetrator", "party") for a in told.actors)))
        return town or fought or (fine and (counted or spared or told.type in _TAKEN))
    written = told.date.precision == "day" and told.date.rule in _WRITTEN
    return counted or spared or written or told.place is not None or bool(told.actors)
