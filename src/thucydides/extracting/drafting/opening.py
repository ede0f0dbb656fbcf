"""Opening: when a telling opens an incident though it says little itself, since the sentences after it count its harm.

Invariant: only what the next sentence of the same paragraph tells opens it.
"""

import re
from collections.abc import Sequence

from thucydides.extracting.drafting.draft import Dated
from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times.forms import Calendar, Shift
from thucydides.nouns import Document

NEXT = 3
"""Characters between a sentence and the next."""
SOON = 2
"""Sentences behind one that begins a deed, in paragraphs of their own, within which its harm is counted."""


def opens_with_next(item: Dated, following: Sequence[Telling]) -> bool:
    """Whether a deed of a day is told at little length because the next sentence counts the harm ("On 1 June they raided a base. Thirty
    soldiers were killed.")."""
    head = item.telling.head
    if (
        not item.firm
        or item.date is None
        or item.date.precision != "day"
        or head is None
        or head.plural
        or item.telling.referring
    ):
        return False
    return any(
        t.paragraph == item.telling.paragraph
        and t.order == item.telling.order + 1
        and t.time is None
        and any(h.people.counted and h.quantity is not None and h.quantity.best for h in t.harms)
        for t in following
    )


_THAT_ALONE = re.compile(
    r"\bin (?:this|that|the one) (?:one )?(?:\w+ )?(?:incident|attack|strike|raid|place|massacre|blast) alone\b", re.IGNORECASE
)


def counted_alone(document: Document, item: Dated, following: Sequence[Telling]) -> bool:
    """Whether a deed stands apart because the next sentence counts "in this attack alone" who was harmed."""
    head, then = item.telling.head, next(iter(following), None)
    return (
        then is not None
        and head is not None
        and not head.definite
        and not any(h.people.counted for h in item.telling.harms)
        and 0 <= then.start - item.telling.end <= NEXT
        and any(h.people.counted for h in then.harms)
        and _THAT_ALONE.search(document.text, then.start, then.end) is not None
    )


def counted_next(item: Dated, following: Sequence[Telling]) -> bool:
    """Whether what is told as if in general is one deed, for the next sentence of its paragraph only counts whom it harmed: "Tribesmen
    fired rockets at the plant. Eight people were killed" (rule `extract.counted-next`)."""
    then, telling = next(iter(following), None), item.telling
    if then is None or telling.head is None or telling.harms or telling.mood == "may be" or telling.status != "happened":
        return False
    if then.paragraph != telling.paragraph or then.order != telling.order + 1 or then.time is not None:
        return False
    if any(p.role in ("at", "near", "between") for p in then.places):
        return False
    bare = all(t.family in ("death", "harm") for t in then.triggers)
    return bare and any(h.people.counted and h.part_of is None and not (h.wide or h.total or h.given) for h in then.harms)


DIED = frozenset({"die", "death", "succumb", "perish", "injury"})
"""Words for what comes of a deed told before: who dies may have been hurt in it."""


def _is_new(harm: Harm) -> bool:
    """Whether one person told of before by nothing is killed."""
    people = harm.people
    return harm.outcome == "killed" and harm.quantity is not None and not (people.definite or people.pronoun or people.name)


_ENSUING = re.compile(r"\W*(?:\w+ ){0,2}?(?:in|during) the (?:ensuing|resulting) \w+", re.IGNORECASE)


def ensues(document: Document, telling: Telling) -> bool:
    """Whether a sentence tells of what came of the deed told right before it: "In the ensuing battle nine men were killed"."""
    return telling.time is None and _ENSUING.match(document.text, telling.start, telling.end) is not None


_THE_HARMED = r"(?:dead|wounded|injured|victims?|casualt(?:y|ies)|fatalit(?:y|ies))"
_OF_THOSE = re.compile(
    rf"\W*(?:(?:those|they|these|the {_THE_HARMED}) (?:\w+ )?(?:includ(?:ed?|es|ing)|were|was|are)\b"
    r"|the (?:\w+ ){0,2}?(?:death )?toll\b"
    rf"|among (?:them|those|the {_THE_HARMED})\b)",
    re.IGNORECASE,
)


_COUNTED_BY = re.compile(
    r"[^.;:]{2,80}?\b(?:said|says|say|told [^.;,]{2,30}|reported|claimed|added) (?:that )?(?:they|he|she|it|we|I) (?:had |have |has )?"
    r"(?:counted|saw|seen|recovered|buried|found|received|treated|collected)\b"
)


def says_who(document: Document, telling: Telling) -> bool:
    """Whether a sentence says who those were whom the deed told right before it harmed: "Those killed included two nurses"."""
    return telling.time is None and bool(telling.harms) and _OF_THOSE.match(document.text, telling.start, telling.end) is not None


def counts_again(document: Document, telling: Telling) -> bool:
    """Whether a sentence that gives no day, place or word of force tells how many somebody counted after the deed told right before it:
    "Residents said they counted 15 bodies" (rule `extract.counted-again`)."""
    if telling.time is not None or not telling.harms or any(telling.start <= p.passage.start < telling.end for p in telling.places):
        return False
    plain = all(t.family in ("death", "harm") for t in telling.triggers)
    return plain and _COUNTED_BY.match(document.text, telling.start, telling.end) is not None


def is_later(telling: Telling) -> bool:
    """Whether a count of force of its own is told as somewhat later or earlier than the incident last told, and so is no part of that."""
    form = telling.time.form if telling.time is not None else None
    counts = any(h.part_of is None and (h.people.counted or _is_new(h)) for h in telling.harms)
    shifted = isinstance(form, Shift) and (form.vague or form.unit in ("hour", "day")) and form.sign != 0
    shifted = shifted or (isinstance(form, Calendar) and form.unit == "day" and form.offset != 0)
    hours = shifted and telling.time is not None and telling.time.relative_to == "incident"
    died = any(t.lemma in DIED for t in telling.triggers)
    deeds = [t for t in telling.triggers if t.lemma not in DIED and t.family != "arrest" and not (died and t.family == "harm")]
    died = not deeds and not any(_is_new(h) and not h.among for h in telling.harms)  # "hours later two of the wounded died" adds to it
    return hours and counts and not died and telling.dated_by != "statement"  # "hours later a spokesman said that 27 had died"


def goes_on(begun: Dated, item: Dated) -> bool:
    """Whether a telling counts the harm of a deed of a day that was told just before at too little length."""
    counted = any(h.people.counted and h.quantity is not None and h.quantity.best for h in item.telling.harms)
    near = begun.telling.paragraph == item.telling.paragraph or item.telling.order - begun.telling.order <= SOON
    return near and counted and item.date is None and (item.at is None or begun.at is None)
