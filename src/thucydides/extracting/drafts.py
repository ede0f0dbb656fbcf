"""Drafts: the tellings of one document gathered into its incidents, by what may and may not be one occurrence.

Invariants: tellings with dates or places that cannot both hold never share a draft; every decision comes from the text of this document
alone, in reading order, so the same text gives the same drafts.
"""

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from thucydides.extracting.fitting import THRESHOLD, Dated, Draft, adds_to, affinity, refers_to_many, specific
from thucydides.extracting.reckoning import Reckoning
from thucydides.extracting.telling import Telling
from thucydides.grounding.places import narrow
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Shift
from thucydides.nouns import DateRange, Document, PlaceRef

FAR = 8
"""Sentences behind what a draft counts after which a place told in passing is hardly its own."""
BROAD = 4
"""The precision class of a province."""
NEXT = 3
"""Characters between a sentence and the next."""
NAMED = 24
"""Characters behind "hours before" within which an incident is named."""
BACK = 600
"""Characters before a telling within which the day lies that it counts from."""
ROUNDED_UP = 10
"""As many people taken at once are no arrest of the suspects of one deed."""
_FOR_A_DEED = frozenset(
    {"suspect", "suspected", "connection", "charge", "accuse", "murder", "killing", "shooting", "attack", "bombing", "responsible"}
    | {"assault", "homicide", "warrant", "felon", "possession", "investigation"}
)
CHRONICLE = 6
"""A document with more incidents than this is a chronicle, and about none of them alone."""


_SAME_PLACE = re.compile(
    r"\bthe same (?:village|town|city|district|area|province|region|place|camp|location|county|governorate|state|neighbou?rhood)\b",
    re.IGNORECASE,
)
"""Words that take up the place told of before (rule `place.same`)."""
_THE_TOWN = re.compile(
    r"\b(?:in|near|outside|around|into|on the (?:edge|outskirts) of) the (?:town|city|village)\b(?!\s+(?:of|hall|council|cent)|[’'-])",
    re.IGNORECASE,
)
"""The same, where the place told of before is a town: "outside the town"."""


def choose_places(telling: Telling) -> tuple[PlaceRef | None, PlaceRef | None]:
    """(where it was done, where it was launched) as one sentence says; the finest place at which or near which, nearest the cue."""
    at = [p for p in telling.places if p.role in ("at", "between") and p.place is not None]
    near = [p for p in telling.places if p.role == "near" and p.place is not None]
    launched = next((p for p in telling.places if p.role == "from" and p.place is not None), None)
    if at and near and all((p.place.precision or 7) >= 4 for p in at if p.place is not None):
        return _nearer(at[0], near[0]), launched
    # "fired into X", "crossed into X": where it went is where it was done, unless another place is said
    at = at + near or [p for p in telling.places if p.role == "to" and p.place is not None]
    if not at and telling.families & {"territory", "takeover"}:
        # "retook the town": what was taken is where it was done
        at = [
            p
            for p in telling.places
            if p.role == "mentioned" and p.place is not None and p.place.kind not in ("country", "border")
        ]
    if not at:
        return None, launched
    cue = telling.cue[0]
    best = min(
        at,
        key=lambda p: (
            (p.place.precision or 6) >= 6 if p.place else True,
            abs(p.passage.start - cue) // 120,
            p.place.precision or 6 if p.place else 6,
            abs(p.passage.start - cue),
        ),
    )
    return best, launched


def _nearer(at: PlaceRef, near: PlaceRef) -> PlaceRef:
    """A wide place told with a finer one near it ("in Badakhshan, near Shohin district"): its stretch that faces the finer one."""
    if at.place is None or near.place is None:
        return at
    return replace(at, place=narrow(at.place, near.place)) if at.place.country != near.place.country else near


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


def _opens(item: Dated, following: Sequence[Telling]) -> bool:
    """Whether a deed of a day is told at little length because the next sentence counts the harm ("On 1 June they raided a base. Thirty
    soldiers were killed.")."""
    head = item.telling.head
    if not item.firm or item.date is None or item.date.precision != "day" or head is None or head.plural or item.telling.referring:
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


def _alone(document: Document, item: Dated, following: Sequence[Telling]) -> bool:
    """Whether a deed stands apart because the next sentence counts "in this attack alone" who was harmed."""
    head, then = item.telling.head, next(iter(following), None)
    return (
        then is not None
        and head is not None
        and not head.definite
        and not item.telling.harms
        and 0 <= then.start - item.telling.end <= NEXT
        and any(h.people.counted for h in then.harms)
        and _THAT_ALONE.search(document.text, then.start, then.end) is not None
    )


_DIED = frozenset({"die", "death", "succumb", "perish", "injury"})


def _is_later(telling: Telling) -> bool:
    """Whether a count of force of its own is told as somewhat later than the incident last told, and so is no part of that."""
    form = telling.time.form if telling.time is not None else None
    counts = any(h.people.counted and h.part_of is None for h in telling.harms)
    vague = isinstance(form, Shift) and form.vague and form.base == "incident" and form.sign > 0
    died = all(t.lemma in _DIED or t.family == "arrest" for t in telling.triggers)  # "hours later two of the wounded died" adds to it
    return vague and counts and not died


def _same_place(document: Document, telling: Telling, last: PlaceRef) -> bool:
    """Whether a sentence speaks of the place told of before: "the same district", or "the town" after a town."""
    if _SAME_PLACE.search(document.text, telling.start, telling.end):
        return True
    town = last.place is not None and last.place.kind in ("settlement", "admin2") and (last.place.precision or 7) < BROAD
    counts = any(h.people.counted and h.part_of is None for h in telling.harms)
    return town and counts and _THE_TOWN.search(document.text, telling.start, telling.end) is not None


def _without_far_place(draft: Draft, item: Dated) -> Dated:
    """A telling without its place where that is told far behind all that a draft counts or dates, by a sentence that takes nothing up."""
    told = [d for d in draft.items if d.firm or any(h.people.counted for h in d.telling.harms)]
    fine = item.at is not None and item.at.place is not None and (item.at.place.precision or 7) < BROAD
    known = any((p.precision or 7) < BROAD for p in draft.places)
    head = item.telling.head
    loose = not item.telling.harms and not (head is not None and head.definite)
    if not told or known or not fine or not loose or item.telling.order - told[-1].telling.order <= FAR:
        return item
    return Dated(item.telling, item.date, None, item.launched)


def _counted_from(telling: Telling, anchor: Reckoning, times: Sequence[TimeExpression]) -> DateRange | None:
    """The day told last before a deed dated by something else ("The council met on Saturday. Hours after its decision, crowds stormed the
    embassy."), which that something most likely was; None where that day is of a sentence farther back than `BACK` characters."""
    time = telling.time
    if time is None or time.relative_to != "incident" or time.event_at is None:
        return None
    if any(t.noun and 0 <= t.start - time.event_at <= NAMED for t in telling.triggers):
        return None  # "hours before the shooting": the incident last told
    before = [t for t in times if time.start - BACK <= t.start < telling.start and not t.window and t.relative_to != "incident"]
    return anchor.when(before[-1]) if before else None


def _told_last(telling: Telling, anchor: Reckoning, times: Sequence[TimeExpression]) -> DateRange | None:
    """The day that a report named last before a deed of "hours later", where the incident told last has none: "two attacks on Thursday"."""
    if telling.time is None or telling.time.relative_to != "incident":
        return None
    before = [t for t in times if t.end <= telling.start and not t.window and t.relative_to != "incident"]
    found = anchor.when(before[-1]) if before else None
    return found if found is not None and found.precision == "day" else None


def gather(
    document: Document,
    tellings: list[Telling],
    usable: Callable[[Telling], bool],
    anchor: Reckoning,
    times: Sequence[TimeExpression] = (),
) -> list[Draft]:
    """The incidents of one document: each telling joins the draft it fits best, opens one where it is specific, or is left out.

    `times` are all times that the document names, in order.
    """
    drafts: list[Draft] = []
    current: Draft | None = None
    begun: Draft | None = None
    last: PlaceRef | None = None
    told_on = document.published.latest if document.published is not None else None
    sections = [b.start for b in document.blocks if b.kind == "heading"]
    for position, telling in enumerate(tellings):
        if position and current is not None and _section(sections, telling) != _section(sections, tellings[position - 1]):
            current = None  # rule `extract.section`: a heading takes up nothing of what was told last under the one before
        last_told = current.date if current is not None else None
        item = dated(telling, anchor, _counted_from(telling, anchor, times) or last_told or _told_last(telling, anchor, times))
        if current is not None and current.date is not None and not current.firm and _from_incident(item):
            item = Dated(replace(telling, dated_by=current.items[0].telling.dated_by or "statement"), item.date, item.at, item.launched)
        if item.at is None and last is not None and _same_place(document, telling, last):
            item = Dated(telling, item.date, last, item.launched)
        last = item.at or last
        if not usable(telling) or refers_to_many(item):
            continue
        counted = current or (drafts[0] if drafts else None)
        if counted is not None and not telling.triggers and telling.harms and all(h.given for h in telling.harms):
            counted.items.append(Dated(telling, None, None, None))  # a number put beside others counts the incident last told
            continue
        if begun is not None and begun.items[0].telling.paragraph == telling.paragraph and _goes_on(begun.items[0], item):
            begun.items.append(item)
            drafts.append(begun)
            current, begun = begun, None
            continue
        later = current if _is_later(telling) else None
        scored = [(affinity(d, item, d is current, d is drafts[0], told_on), -i) for i, d in enumerate(drafts) if d is not later]
        best = max(scored, default=None)
        open_new = specific(item) or _opens(item, tellings[position + 1 : position + 2]) or _alone(document, item, tellings[position + 1 :])
        bar = (
            2.0
            if open_new and item.firm and current is not None and current.firm
            else 1.2
            if open_new
            else 0.0
        )
        if best is not None and best[0] > THRESHOLD + bar:
            current = drafts[-best[1]]
            current.items.append(_without_far_place(current, item))
        elif open_new:
            current = Draft(item)
            drafts.append(current)
        elif item.firm and item.date is not None and item.date.precision == "day":
            begun = Draft(item)  # rule `extract.entry`: told at too little length, until the next sentences count its harm
            continue
        begun = None
    return joined(drafts)


def _from_incident(item: Dated) -> bool:
    """Whether the day of a telling is counted from that of the incident last told: then it is no surer than that."""
    time = item.telling.time
    return item.date is not None and time is not None and time.relative_to == "incident"


def _section(sections: Sequence[int], telling: Telling) -> int:
    """How many headings stand above a telling."""
    return sum(start <= telling.start for start in sections)


def _goes_on(begun: Dated, item: Dated) -> bool:
    """Whether a telling counts the harm of a deed of a day that was told just before at too little length."""
    counted = any(h.people.counted and h.quantity is not None and h.quantity.best for h in item.telling.harms)
    return counted and item.date is None and (item.at is None or begun.at is None)


def joined(drafts: list[Draft]) -> list[Draft]:
    """The drafts with each one put to the fullest other that it may only add to: told without a day or a place of its own, or on one
    day at one place, and nothing of it against the other."""
    if len(drafts) > CHRONICLE:
        return drafts
    drafts = _without_arrests(drafts)
    kept = sorted(drafts, key=lambda d: (-len(d.items), drafts.index(d)))
    for draft in sorted(drafts, key=lambda d: (len(d.items), -drafts.index(d))):
        into = next((k for k in kept if k is not draft and adds_to(k, draft)), None)
        if into is not None:
            into.items = sorted([*into.items, *draft.items], key=lambda i: (i.telling.order, i.telling.start, i.telling.cue))
            kept.remove(draft)
    return [d for d in drafts if d in kept]


def _without_arrests(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only tell of an arrest for a deed: they are told with the deed, and give it no toll, day or place."""
    deeds = [d for d in drafts if any(i.telling.families - {"arrest"} for i in d.items)]
    kept = list(drafts)
    for draft in drafts:
        if draft in deeds or not deeds or not all(_arrest_for_a_deed(i.telling) for i in draft.items):
            continue
        into = max(deeds, key=lambda d: (len(d.items), -d.items[0].telling.order))
        bare = [Dated(replace(i.telling, harms=(), time=None, places=()), None, None, None) for i in draft.items]
        into.items = sorted([*into.items, *bare], key=lambda i: (i.telling.order, i.telling.start, i.telling.cue))
        kept.remove(draft)
    return kept


def _arrest_for_a_deed(telling: Telling) -> bool:
    """Whether a few are said to have been arrested as suspects of something, not many rounded up."""
    taken = sum(h.quantity.best or 0 for h in telling.harms if h.outcome == "captured" and h.quantity is not None and h.part_of is None)
    return telling.families == {"arrest"} and taken < ROUNDED_UP and bool(_FOR_A_DEED & set(telling.words))
