"""Ties: what shows that a sentence of a report on many deeds goes on with one of them, and does not only follow on it.

Invariant: a tie is seen in the text: words that take the deed up, the sentence next to it, its place, its count, a name told with it.
"""

from collections.abc import Sequence

from thucydides.extracting.drafting.clashes import same_day, towns_apart
from thucydides.extracting.drafting.doers import others_did
from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.drafting.fitting import named_again
from thucydides.extracting.drafting.joining import CHRONICLE
from thucydides.extracting.drafting.own_deeds import of_own_kind
from thucydides.extracting.drafting.same_people import counted_in_both, same_number
from thucydides.extracting.harm import Harm
from thucydides.nouns import Place
from thucydides.nouns.place import DISTRICT

MANY = 3
"""A report that tells of so many deeds is about none of them alone."""
NEXT = 260
"""Characters behind a deed, a sentence or two, within which one that names no other goes on with it."""
BESIDE = 8
"""Characters behind a deed within which even a sentence that only speaks of force ("the fighting", "they targeted") goes on with it."""
TAKEN_UP = 1200
"""Characters behind a deed within which "the attack" or "they" takes it up."""
_HARM = frozenset({"death", "harm"})
_CONSEQUENCES = _HARM | {"destruction"}
"""What a deed does, by the families of words for it."""


def tells_of_many(drafts: Sequence[Draft]) -> bool:
    """Whether a report tells of so many deeds with a day or a place, arrests aside, that a sentence need not be of the one told last."""
    deeds = [d for d in drafts if any(i.telling.families - {"arrest"} for i in d.items)]
    told = sum(d.date is not None or any(p.coarseness <= DISTRICT for p in d.places) for d in deeds)
    return told >= MANY or _towns(drafts) >= MANY


def _towns(drafts: Sequence[Draft]) -> int:
    """In how many towns apart the sentences on deeds say that those were done."""
    found: list[Place] = []
    for place in (i.own_place for d in drafts for i in d.items):
        if place is not None and all(towns_apart(place, p) for p in found):
            found.append(place)
    return len(found)


def main_of(drafts: Sequence[Draft]) -> Draft | None:
    """The incident that a report is about: the one told at most length, of many deeds only where that is more than all others together."""
    most = max(drafts, key=lambda d: (len(d.items), -d.items[0].telling.start), default=None)
    if most is None or len(drafts) > CHRONICLE:
        return None
    return most if not tells_of_many(drafts) or 2 * len(most.items) > sum(len(d.items) for d in drafts) else None


def tied(draft: Draft, item: Dated) -> bool:
    """Whether a telling goes on with a draft (rule `extract.tied`)."""
    if draft.headed:
        return True  # a title is told again by what stands below it
    own, known = item.own_place, draft.own_places
    taken_up = item.telling.head is not None and item.telling.head.definite
    if taken_up and own is None and _named_by_spot(draft, item):
        return True  # "the Unguwar Zakka attack", whatever somebody counts of it
    if not taken_up and others_did((d.telling for d in draft.items), item.telling):
        return False
    if own is not None:
        if not all(towns_apart(own, p) for p in known):
            return True
        if known or _counts_others(draft, item):
            return False
    if counted_in_both(draft, item) or (own is None and named_again(draft, item)):
        return True
    goes_on = _beside(draft, item) or _by_means(draft, item, own) or (own is None and _by_name(draft, item))
    return goes_on and not _counts_others(draft, item)


def _named_by_spot(draft: Draft, item: Dated) -> bool:
    """Whether a telling takes a deed up by the name of a spot that is told with the draft."""
    spots = item.telling.spots
    named = (frozenset(name.lower().split()) for d in draft.items for name in d.telling.names)
    return bool(spots) and (any(spots & d.telling.spots for d in draft.items) or any(spots <= name for name in named))


def _beside(draft: Draft, item: Dated) -> bool:
    """Whether a telling stands so near a draft that what it says is of that."""
    start, end = draft.span
    behind = max(start - item.telling.end, item.telling.start - end)
    if takes_up(item) and item.own_place is None:
        return behind <= TAKEN_UP
    head = item.telling.head
    return behind <= (NEXT if item.telling.harms or (head is not None and not head.weak) else BESIDE)


def _by_means(draft: Draft, item: Dated, own: Place | None) -> bool:
    """Whether a telling of no town of its own tells of a draft's means on its day."""
    on_day = item.telling.time is not None and same_day(draft.date, item.date)
    return own is None and on_day and bool(item.telling.families & draft.families)


def _by_name(draft: Draft, item: Dated) -> bool:
    """Whether a telling names somebody or something by the same several words as a draft."""
    return not draft.names.isdisjoint(item.telling.names)


def _counts_others(draft: Draft, item: Dated) -> bool:
    """Whether a telling counts people killed or injured, none of them told before, where the draft counts others; parts count too ("five
    people, two of them officers" goes on with two officers). What has no word for a deed counts those of the deed before it in its
    paragraph: "The army puts its losses at five. The rebels' claim of 13 dead is not verified."""
    if not item.telling.triggers and draft.items[-1].telling.paragraph == item.telling.paragraph:
        return False
    for outcome in ("killed", "injured"):
        told = [h for h in _numbered(item, outcome) if not h.total and not h.among]
        anew = [h for h in told if h.part_of is None and not (h.people.definite or h.people.pronoun)]
        new = {h.quantity.best for h in anew if h.quantity and h.quantity.best}
        before = {h.quantity.best for d in draft.items for h in _numbered(d, outcome) if h.quantity}
        fewer = bool(new) and max(new) < max((n for n in draft.counts(outcome) if n), default=0)
        if fewer and _same_breath(draft, item) and not of_own_kind(draft, item, outcome):
            continue  # "wounded 15. Two were hurt by a first shell"
        shared = {n for h in told if h.quantity and (n := h.quantity.best) and n in before}
        if new and {n for n in draft.counts(outcome) if n} and not any(same_number(draft, item, outcome, n) for n in shared):
            return True
    return False


def in_one_breath(draft: Draft, item: Dated) -> bool:
    """Whether a telling that only counts stands right behind a draft of its paragraph that counts nobody of the kind yet: whoever else
    counts as many, it counts that ("traders fought with a militia. Some 50 died")."""
    outcomes = {h.outcome for h in item.telling.harms if h.people.counted}
    only = item.telling.families <= _CONSEQUENCES and "perpetrator" not in item.telling.roles
    return only and bool(outcomes) and _same_breath(draft, item) and not any(draft.counts(o) for o in outcomes)


def _same_breath(draft: Draft, item: Dated) -> bool:
    """Whether a telling that gives no day or place stands next to a draft in one paragraph, and opens no deed as another."""
    last = draft.items[-1].telling
    beside = last.paragraph == item.telling.paragraph and item.telling.order - last.order <= 1
    return beside and item.date is None and item.at is None and not any(t.new for t in item.telling.triggers)


def _numbered(item: Dated, outcome: str) -> list[Harm]:
    """The harms of an outcome that a telling gives a number of people for, parts too."""
    return [h for h in item.telling.harms if h.outcome == outcome and h.quantity is not None and h.quantity.best]


def takes_up(item: Dated) -> bool:
    """Whether a telling speaks of a deed or of people as told before: "the attack", "they", "a toll of"."""
    head = item.telling.head
    return item.telling.same_doers or (head is not None and head.definite and not head.weak) or any(
        h.people.definite or h.people.pronoun or h.total for h in item.telling.harms
    )


def only_takes_up(item: Dated) -> bool:
    """Whether all that a telling says of harm is of people told before, and it names no day: of whom, if of no deed that it is tied to?"""
    harms = item.telling.harms
    known = bool(harms) and all(h.people.definite or h.people.pronoun or h.total for h in harms)
    return known and not item.firm and item.own_place is None


def _only_of_its_entry(draft: Draft, item: Dated) -> bool:
    """Whether a telling has its day and place from the head of its entry alone, in which the deed told right before it has no dead yet:
    "4 May: Clashes at Bria. Nine dead"."""
    telling, last = item.telling, draft.items[-1].telling
    own = [t.start for t in (telling.time,) if t is not None] + ([item.at.passage.start] if item.at is not None else [])
    inherited = all(not telling.start <= start < telling.end for start in own)
    within = len(draft.items) == 1 and telling.paragraph == last.paragraph and telling.order - last.order == 1
    one = draft.date is not None and item.date is not None and draft.date.edtf == item.date.edtf
    return inherited and within and one and not draft.counts("killed")


def names_no_deed(draft: Draft, item: Dated, others: Sequence[Draft] = ()) -> bool:
    """Whether a telling right behind a draft only says whom something harmed, and not what, when or where (rule `extract.bare-harm`).

    What counts as many as one of the `others` does may be of that.
    """
    bare = all(t.family in _HARM or (t.family == "destruction" and t.weak) for t in item.telling.triggers)
    near = item.telling.start - draft.span[1] <= NEXT
    aside = item.telling.part or item.telling.elsewhere
    if not (bare and near and item.telling.harms) or aside:
        return False
    if (item.date is not None or item.at is not None) and not _only_of_its_entry(draft, item):
        return False
    again = any(item.counts & other.anew for other in others)
    return bool(counted_in_both(draft, item)) or not again or in_one_breath(draft, item)
