"""Days: sentences that count the dead of a day over all that a report tells of ("Another 89 were killed on Saturday").

Invariants: a report that tells of one place counts the dead of what it tells; a sentence that names a deed, a place, a doer or a person
counts no day.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.aggregates.news import LARGE
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.kinds.trigger import Trigger
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Document
from thucydides.nouns.place import PROVINCE
from thucydides.vocabulary import mapping

LEAD = 3
"""The first sentence, by number, behind those with which a report opens."""
SEVERAL = 2
"""So many places of a report's deeds make it one of several incidents."""
MANY = 5
"""Dead of one day told without a deed or a place from which they are taken for the dead of several deeds."""
_DEATHS = frozenset({"death", "harm"})
_MANNERS = frozenset(
    {"shoot dead", "gun down", "behead", "decapitate", "lynch", "execute", "massacre", "mow down", "beat to death", "burn to death"}
)
"""Words for deaths that say how somebody brought them about, and so tell of a deed."""
_DYING = frozenset({"die", "perish", "succumb", "drown"})
_TAKEN_UP = re.compile(r"\b(?:that|same)\b", re.IGNORECASE)
"""What makes a day that of the deed told before."""
_OWNS = re.compile(r"['’]s\b")
"""What makes a day that of one deed: "after Thursday's attack"."""
LISTED = 20
"""So many dead without a day and a place, told as names or as what was heard of, are those of several deeds."""
_LIST = re.compile(r"\b(?:(?:told|informed|heard|names)\s+of\s+(?=[^.;]{0,30}\d)|list\s+of\s+(?=[^.;]{0,20}\d))", re.IGNORECASE)
_DAYS_TOLL = re.compile(r"['’]s\s+(?:overall\s+|total\s+)?(?:death\s+)?(?:toll|dead|deaths|casualties|killings)\b", re.IGNORECASE)
_TOLL_OF = re.compile(r"\b(?:toll|dead|deaths|casualties|killings)\s+(?:of|for|from|on)\s+$", re.IGNORECASE)
"""What a day itself cost: "Friday's death toll", "the death toll of Friday"."""
_TOLD = re.compile(r"\b[a-z]{2,}\b[^.!?]*\b[a-z]{2,}\b")
"""What a sentence between a day and a count tells was done on it: "On 15 July gunmen went into Bindi. Nine people died"."""
_ONE = re.compile(r"(?:\b(?:an?|one|another)|\b\w+(?<!day)['’]s)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_OF_DEED = re.compile(
    r"\b(?:in|during|by|at)\s+(?:the|an?|that|this)\s+(?:[\w-]+\s+){0,2}?(?:action|operation|battle|clash|attack|raid|assault|ambush|shooting|"
    r"incident|engagement|fight|firefight|massacre|bombing|explosion|blast|strike|shelling|riot|skirmish|encounter)\s+(?:on|of)\s+$",
    re.IGNORECASE,
)
"""What makes a day that of one deed: "in the action on 15 May"."""
_BESIDE = 30
_NAMED = re.compile(r"\s*[:–—-]\s[^.;]*[A-Z]\w")
"""A name between the day that heads an entry and its count: "3 May: hospital of Old Fangak: 7 dead"."""
_HOURS = re.compile(r"\b(?:hours?|minutes?)\b", re.IGNORECASE)
_SOMEWHERE = re.compile(
    r"\b(?:in|at|near|outside|around|close\s+(?:to|by)|(?:north|south|east|west)\w*\s+of)\s+(?:the\s+\w+\s+of\s+)?(?=[A-Z])"
)


def day_counts(document: Document, tellings: Sequence[Telling], around: Surroundings) -> list[Telling]:
    """The sentences that count the dead of a day, in a report of several places or of none (rule `extract.day-tally`)."""
    fine = [p.ref for p in around.places if p.ref.place is not None and p.ref.place.coarseness <= PROVINCE]
    if len({p.place.gazetteer_id for p in fine if p.role in ("at", "near") and p.place is not None}) < SEVERAL and fine:
        return []
    deeds = {(t.paragraph, t.order) for t in tellings if tells_a_deed(t)}
    return [
        _to_date(t)
        for t in tellings
        if _counts_a_day(document, t, around.reckoning) or (_is_list(document, t) and (t.paragraph, t.order - 1) not in deeds)
    ]


def tells_a_deed(telling: Telling) -> bool:
    """Whether a sentence tells by a word of force of a deed that was done, whose dead the next may count."""
    head = telling.head
    return head is not None and not head.weak and not head.plural and head.family not in _DEATHS and telling.status == "happened"


def _to_date(telling: Telling) -> Telling:
    """A count too great for a day as one up to the day on which it was given: "a report published on Thursday"."""
    great = any((h.quantity.best or 0) >= LARGE for h in telling.harms if h.quantity is not None)
    return replace(telling, dated_by="statement") if great else telling


def _counts_a_day(document: Document, telling: Telling, anchor: Reckoning) -> bool:
    day = anchor.when(telling.time) if telling.time is not None else None
    if telling.kind == "title" or telling.time is None or _TAKEN_UP.search(telling.time.wording):
        return False
    if _OF_DEED.search(document.text, telling.start, telling.time.start) or _HOURS.search(telling.time.wording):
        return False
    before = document.text[max(0, telling.time.start - _BESIDE) : telling.time.start]
    toll = _DAYS_TOLL.match(document.text, telling.time.end) is not None or _TOLL_OF.search(before) is not None
    if (_OWNS.match(document.text, telling.time.end) and not toll) or _TOLD.search(document.text, telling.time.end, telling.start):
        return False
    if (day is not None and day.precision != "day") or telling.dated_by == "finding":
        return False
    killed = [h for h in telling.harms if h.outcome == "killed" and h.people.counted and h.part_of is None and h.quantity is not None]
    if not any((h.quantity.best or 0) >= MANY for h in killed if h.quantity is not None):
        return False
    if telling.dated_by == "statement" and not any((h.quantity.best or 0) >= LARGE for h in killed if h.quantity is not None):
        return False  # "On 20 April it put its losses at five"
    if telling.order < LEAD and not any(h.people.more or h.other for h in killed):
        return False
    return _only_deaths(document, telling) and not _placed(document, telling)


def _is_list(document: Document, telling: Telling) -> bool:
    """Whether somebody counts the dead of no day and place by what they were told, or have the names of: "had been told of 75 deaths"."""
    great = any(h.outcome == "killed" and h.people.counted and (h.quantity.best or 0) >= LISTED for h in telling.harms if h.quantity)
    listed = _LIST.search(document.text, telling.start, telling.end) is not None and telling.time is None and telling.order >= LEAD
    return great and listed and _only_deaths(document, telling) and not _placed(document, telling)


def _only_deaths(document: Document, telling: Telling) -> bool:
    """Whether a sentence tells of deaths without a deed that they are of ("died in a brawl"), or of force in general."""
    if "perpetrator" in telling.roles or any(h.people.name or h.people.definite or h.people.pronoun for h in telling.harms):
        return False
    things = frozenset(mapping("triggers")["things"])
    return all(
        (t.family in _DEATHS and t.lemma not in _MANNERS and not _killed_by_somebody(t))
        or (t.noun and t.weak and not t.definite and not _is_one(document.text, t) and t.lemma not in things)
        for t in telling.triggers
    )


def _killed_by_somebody(trigger: Trigger) -> bool:
    """Whether a verb says that armed people or their arms killed somebody: "the rocket killed twelve pupils", not "six soldiers died"."""
    return trigger.done and trigger.stated and trigger.lemma not in _DYING


def _is_one(text: str, trigger: Trigger) -> bool:
    """Whether a word tells of one deed, whatever it says of it: "died in a brawl"."""
    return not trigger.plural and _ONE.search(text, max(0, trigger.start - _BESIDE), trigger.start) is not None


def _placed(document: Document, telling: Telling) -> bool:
    """Whether a sentence names a place finer than a country, or one that no gazetteer knows."""
    if any(p.role in ("at", "near") and (p.place is None or p.place.coarseness <= PROVINCE) for p in telling.places):
        return True
    counts = [h.people.start for h in telling.harms if h.people.counted]
    if telling.time is not None and counts and _NAMED.match(document.text, telling.time.end, max(telling.time.end, min(counts))):
        return True
    known = {p.passage.start for p in telling.places} | ({telling.time.start} if telling.time is not None else set())
    named = {m.end() for m in _SOMEWHERE.finditer(document.text, telling.start, telling.end)}
    return any(not any(abs(start - k) <= len("the ") for k in known) for start in named)
