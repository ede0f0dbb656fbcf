"""Joining: drafts of one document that can only be more of what another tells.

Invariant: a chronicle's drafts are left alone; nothing of the two may be against the other.
"""

from collections.abc import Callable

from msgspec.structs import replace

from thucydides.extracting.drafting.clashes import dates_clash, places_clash, same_day
from thucydides.extracting.drafting.doers import other_hands, others_did
from thucydides.extracting.drafting.draft import BLASTS, Dated, Draft
from thucydides.extracting.drafting.items import another_entry, another_item
from thucydides.extracting.drafting.of_news import weeks_between
from thucydides.extracting.drafting.opening import is_later
from thucydides.extracting.drafting.own_deeds import kinds, kinds_apart, of_own_kind, own_deed
from thucydides.extracting.drafting.spots import beside_it, dead_elsewhere, province_beside, spots_apart, towns_beside
from thucydides.extracting.drafting.tolls import bystanders_beside, counted_apart, counted_elsewhere, repeats, tolls_fit
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns.place import PROVINCE

ROUNDED_UP = 10
"""As many people taken at once are no arrest of the suspects of one deed."""
FEW = 3
"""So many people taken in a report on what followed a deed are its suspects."""
_FOR_A_DEED = frozenset(
    {
        "suspect",
        "suspected",
        "connection",
        "charge",
        "accuse",
        "murder",
        "killing",
        "shooting",
        "attack",
        "bombing",
        "responsible",
    }
    | {"assault", "homicide", "warrant", "felon", "possession", "investigation"}
)
CHRONICLE = 6
"""A document with more incidents than this is a chronicle, and about none of them alone."""


def joined(drafts: list[Draft], tie: Callable[[Draft, Dated], bool] | None = None, followed: bool = False) -> list[Draft]:
    """The drafts with each one put to the fullest other that it may only add to: told without a day or a place of its own, or on one
    day at one place, and nothing of it against the other; where only a `tie` shows what is more of what, only those it ties. `followed`
    says that the report is on what came after a deed."""
    if len(drafts) > CHRONICLE:
        return drafts
    drafts = _without_arrests(drafts, followed)
    kept = sorted(drafts, key=lambda d: (-len(d.items), drafts.index(d)))
    for draft in sorted(drafts, key=lambda d: (len(d.items), -drafts.index(d))):
        fits = (k for k in kept if k is not draft and _adds_to(k, draft, tie is not None))
        into = next((k for k in fits if tie is None or _one_scene(k, draft) or any(tie(k, i) for i in draft.items)), None)
        if into is not None:
            into.items = sorted([*into.items, *draft.items], key=lambda i: (i.telling.order, i.telling.start, i.telling.cue))
            kept.remove(draft)
    return [d for d in drafts if d in kept]


def _adds_to(whole: Draft, part: Draft, many: bool) -> bool:
    """Whether a draft can only be more of what another tells: nothing of it clashes, and it does not say enough to stand apart."""
    if all(another_entry(whole, d.telling) or another_item(whole, d) for d in part.items):
        return False
    if len(part.items) > len(whole.items) or any(t.new for d in part.items for t in d.telling.triggers):
        return False
    later = max((whole.items[0].telling, part.items[0].telling), key=lambda t: t.order)
    if later.elsewhere or (later.head is not None and later.head.new and later.head.family != "harm"):
        return False
    opened = whole.items[0].telling.head
    if opened is not None and opened.new and part.counts("killed") and not part.counts("killed") & whole.counts("killed"):
        return False  # what a round-up tells first is no part of what it tells next
    if any(others_did([a.telling], b.telling) for a in whole.items for b in part.items):
        return False
    if any(other_hands([d.telling for d in whole.items], b.telling) for b in part.items):
        return False
    if is_later(part.items[0].telling) or any(counted_elsewhere(whole, item) for item in part.items):
        return False
    if own_deed(whole, part.items[0], many) or any(bystanders_beside(part, item) for item in whole.items):
        return False
    if spots_apart(whole.items, part.items):
        return False
    if any(apart(whole.items, part.items[0]) for apart in (towns_beside, province_beside, beside_it)):
        return False
    if any(counted_apart(a.telling, b.telling) for a in whole.items for b in part.items) or dead_elsewhere(whole, part.items[0]):
        return False
    if dates_clash(whole.within, part.within) or (part.firm and whole.firm and not same_day(whole.date, part.date)):
        return False
    if part.firm and ((whole.date is None and not repeats(whole, part)) or (not whole.firm and weeks_between(whole.date, part.date))):
        return False
    mine, its = part.places, whole.places
    if mine and not its:
        return False
    finest = min((k.coarseness for k in its), default=7)
    if any(all(places_clash(k, p) for k in its if k.coarseness <= finest + 1) for p in mine):
        return False
    if whole.methods and part.methods and not whole.methods & part.methods and not whole.methods | part.methods <= BLASTS:
        return False
    if _another_kind(whole, part) or (many and any(of_own_kind(whole, item, "killed") for item in part.items)):
        return False
    return all(tolls_fit(whole.counts(o), part.counts(o)) for o in ("killed", "injured"))


def _another_kind(whole: Draft, part: Draft) -> bool:
    """Whether a draft says in paragraphs of its own that something else was done than another (rule `extract.own-deed`)."""
    apart = {d.telling.paragraph for d in whole.items}.isdisjoint(d.telling.paragraph for d in part.items)
    return apart and kinds_apart(kinds(d.telling for d in whole.items), kinds(d.telling for d in part.items))


def _one_scene(a: Draft, b: Draft) -> bool:
    """Whether two drafts are told of one day, or at one place finer than a province."""
    places = [{p.gazetteer_id for p in d.places if p.gazetteer_id is not None and p.coarseness < PROVINCE} for d in (a, b)]
    return same_day(a.told, b.told) or bool(places[0] & places[1])


def _without_arrests(drafts: list[Draft], followed: bool) -> list[Draft]:
    """The drafts without those that only tell of an arrest for a deed: they are told with the deed, and give it no toll, day or place."""
    deeds = [d for d in drafts if any(i.telling.families - {"arrest", "seizure"} for i in d.items)]
    kept = list(drafts)
    for draft in drafts:
        if draft in deeds or not deeds or not all(_arrest_for_a_deed(i.telling, followed) for i in draft.items):
            continue
        into = max(deeds, key=lambda d: (len(d.items), -d.items[0].telling.order))
        bare = [Dated(replace(i.telling, harms=(), time=None, places=()), None, None, None) for i in draft.items]
        into.items = sorted([*into.items, *bare], key=lambda i: (i.telling.order, i.telling.start, i.telling.cue))
        kept.remove(draft)
    return kept


def on_what_followed(title: str) -> bool:
    """Whether a title that speaks of an arrest or a trial names the deed that it is for: "Two held over shooting at the mill"."""
    return bool(_FOR_A_DEED & {w.strip(".,:;'\"").lower() for w in title.split()})


def _arrest_for_a_deed(telling: Telling, followed: bool) -> bool:
    """Whether a few are said to have been arrested as suspects of something, maybe with the weapon, not many rounded up; in a report on
    what followed a deed whoever is arrested is (rule `extract.arrest-for`)."""
    taken = sum(
        h.quantity.best or 0 for h in telling.harms if h.outcome == "captured" and h.quantity is not None and h.part_of is None
    )
    if "arrest" not in telling.families or not telling.families <= {"arrest", "seizure"} or taken >= ROUNDED_UP:
        return False
    named = bool(_FOR_A_DEED & set(telling.words))
    return named if telling.families == {"arrest"} and not followed else named or (followed and taken <= FEW)
