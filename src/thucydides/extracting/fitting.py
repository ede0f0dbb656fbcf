"""Fitting: whether a telling can belong to a draft, how well, and whether it says enough to be one by itself.

Invariant: dates or places that cannot both hold give minus infinity, whatever else fits.
"""

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.harm import Harm
from thucydides.extracting.spans import days_wide, is_bare, yearless_clash
from thucydides.extracting.telling import Telling
from thucydides.grounding.places import contains, distance_km
from thucydides.nouns import DateRange, Place, PlaceRef

NEAR_KM = 40.0
"""How far apart two at-places of one incident may lie beyond their radii."""


TOWN = 2
"""The precision class of a town."""
FAR_BACK = timedelta(days=60)
"""A single telling older than this against the newest incident of its document is background."""


THRESHOLD = 0.0


NIGHT_DAYS = 1


MONTH_DAYS = 31
STATEMENT = timedelta(days=3)
"""How long before a statement about it a deed may lie."""
FINDING = timedelta(days=60)
"""How long before its dead are found a deed may lie."""
AFTERMATH = timedelta(days=4000)
"""How long before an arrest, a trial or a funeral its deed may lie."""
_BEHIND = {"statement": STATEMENT, "finding": FINDING, "aftermath": AFTERMATH}
_NAMED_DEEDS = frozenset({"clash", "air", "shelling", "bomb", "suicide", "protest", "riot", "crackdown", "sexual", "abduction"})
_ABSTRACT = frozenset(
    {"violence", "bloodshed", "crime", "killing", "murder", "assassination", "execution", "slaughter", "carnage", "onslaught", "act"}
)
"""Nouns of force in general: a day alone makes no incident of "the violence"."""
_TOLD_WITH_PARTIES = frozenset({"destruction", "seizure", "protest", "riot", "crackdown"})


_BLASTS = frozenset({"air", "explosive", "shelling"})


_BY_MEANS = frozenset({"air", "shelling", "bomb", "suicide", "chemical", "grenade"})


_METHODS = {
    "air": "air",
    "shelling": "shelling",
    "bomb": "explosive",
    "suicide": "explosive",
    "clash": "fight",
    "abduction": "abduction",
    "protest": "protest",
    "sexual": "sexual",
    "arrest": "arrest",
    "riot": "riot",
}


class Dated(Struct, frozen=True):
    """A telling with its date resolved and the place where it says the deed was done."""

    telling: Telling
    date: DateRange | None
    at: PlaceRef | None
    launched: PlaceRef | None

    @property
    def firm(self) -> bool:
        """Whether it gives a date, and not only a day by which the deed was done."""
        return self.date is not None and not self.telling.dated_by

    @property
    def within(self) -> DateRange | None:
        """The days within which the deed lies by its date."""
        return bounds(self.date, self.telling.dated_by)


def _grain(value: DateRange) -> tuple[bool, int]:
    """How little a date says: a bare weekday least, then by its width in days."""
    return is_bare(value), days_wide(value)


class Draft:
    """An incident of one document in the making."""

    __slots__ = ("items",)

    def __init__(self, first: Dated) -> None:
        self.items = [first]

    @property
    def date(self) -> DateRange | None:
        """The finest date of its tellings, the first of equals; the day of a statement only where there is no other."""
        dates = [d.date for d in self.items if d.firm and d.date is not None] or [d.date for d in self.items if d.date is not None]
        return min(dates, key=_grain) if dates else None

    @property
    def within(self) -> DateRange | None:
        """The days within which the deed lies: by its dates, else by the narrowest of what was said and done later."""
        ranges = [d.within for d in self.items if d.firm and d.within] or [d.within for d in self.items if d.within is not None]
        return min(ranges, key=_grain) if ranges else None

    @property
    def firm(self) -> bool:
        """Whether one of its tellings dates the deed itself."""
        return any(d.firm for d in self.items)

    @property
    def places(self) -> list[Place]:
        """The resolved places of its tellings in order."""
        return [d.at.place for d in self.items if d.at is not None and d.at.place is not None]

    @property
    def methods(self) -> set[str]:
        """How it was done, coarsely, as its triggers say."""
        return {_METHODS[f] for d in self.items for f in d.telling.families if f in _METHODS}

    def counts(self, outcome: str) -> set[int]:
        """The exact top-level counts of an outcome told so far."""
        return {
            h.quantity.best
            for d in self.items
            for h in d.telling.harms
            if h.outcome == outcome
            and h.part_of is None
            and h.people.counted
            and not h.wide
            and h.quantity is not None
            and h.quantity.best is not None
        }


def dates_clash(a: DateRange | None, b: DateRange | None, slack: int = 0) -> bool:
    """Whether two date ranges cannot be one day; ranges without a year clash where their month and day differ."""
    if a is None or b is None:
        return False
    if a.earliest is None or b.earliest is None:
        return yearless_clash(a, b)
    if a.latest is None or b.latest is None:
        return False
    gap = timedelta(days=slack)
    return a.earliest - gap > b.latest or b.earliest - gap > a.latest


def bounds(value: DateRange | None, dated_by: str) -> DateRange | None:
    """The days within which a deed lies by a date that a sentence gives: the date itself, or days before a statement or an aftermath."""
    if value is None or not dated_by or value.earliest is None or value.latest is None:
        return value
    return replace(value, earliest=value.earliest - _BEHIND[dated_by])


def same_day(a: DateRange | None, b: DateRange | None) -> bool:
    """Whether two dates name one day (or one month and day where a year is missing)."""
    if a is None or b is None or a.precision != "day" or b.precision != "day":
        return False
    return a.edtf[:10] == b.edtf[:10] or ("XXXX" in (a.edtf[:4], b.edtf[:4]) and a.edtf[4:10] == b.edtf[4:10])


def places_clash(a: Place, b: Place) -> bool:
    """Whether two places cannot be the same spot: neither holds the other and they lie further apart than their radii."""
    if a.latitude is None or b.latitude is None or a.gazetteer_id == b.gazetteer_id:
        return False
    if contains(a, b) or contains(b, a):
        return False
    if "border" in (a.kind, b.kind) or "water" in (a.kind, b.kind):
        return False
    distance = distance_km(a, b)
    reach = (a.radius_km or 0) + (b.radius_km or 0) if "country" not in (a.kind, b.kind) else 0
    if (a.kind == "country" and b.kind == "country") or (a.country and b.country and a.country != b.country):
        return distance is None or distance > NEAR_KM
    return distance is not None and distance > NEAR_KM + min(reach, 120)


def affinity(draft: Draft, item: Dated, current: bool, first: bool, told_on: date | None = None) -> float:
    """How well a telling fits a draft; below the threshold it is another incident. Impossible pairs give minus infinity."""
    t = item.telling
    night = 1 if "night" in (item.date.wording if item.date else "").lower() else 0
    if dates_clash(draft.within, item.within, night) or any(_counted_apart(d.telling, t) for d in draft.items):
        return float("-inf")
    if (
        draft.date is None
        and told_on is not None
        and item.date is not None
        and item.date.latest is not None
        and told_on - item.date.latest > FAR_BACK
    ):
        return float("-inf")  # what a report tells without a date is news; this is not
    head = t.head
    score = 0.5 + (1.0 if current else 0.0) + (0.5 if first else 0.0)
    known = draft.places
    if item.at is not None and item.at.place is not None and known:
        finest = min(k.precision or 7 for k in known)
        if all(places_clash(k, item.at.place) for k in known if (k.precision or 7) <= finest + 1):
            if not (head is not None and head.definite):
                return float("-inf")
            score -= 2.0
        elif any(k.gazetteer_id == item.at.place.gazetteer_id for k in known):
            score += 1.0
    if item.firm and draft.firm and _one_undated(draft.date, item.date) and _far_apart(draft, t):
        return float("-inf")  # "Friday night" of a report without a date is not the 14 October 2017 that it looks back on
    if same_day(draft.date, item.date):
        score += 2.5
    elif item.date is not None and draft.date is not None:
        score += 0.5
    elif item.firm and draft.date is None:
        # a deed told with a day of its own after one told without is rather another one
        apart = draft.items[-1].telling.paragraph != t.paragraph and not (head is not None and head.definite)
        titled = all(d.telling.kind == "title" for d in draft.items)
        if titled and _far_apart(draft, t):
            return float("-inf")  # the title counts others
        score += 1.5 if titled else -1.5 if apart else -0.3
    if head is not None:
        score += 1.5 if head.definite else 0.0
        score -= 3.5 if head.new else 0.0
    methods = {_METHODS[f] for f in t.families if f in _METHODS} - ({"arrest"} if t.harms else set())
    mine = draft.methods
    if methods and mine:
        loose = methods | mine <= _BLASTS
        score += 1.0 if methods & mine else 0.0 if loose else -1.5
    for outcome in ("killed", "injured"):
        told = {
            h.quantity.best
            for h in t.harms
            if h.outcome == outcome
            and h.part_of is None
            and h.people.counted
            and not h.total
            and not h.wide
            and h.quantity is not None
            and h.quantity.best is not None
        }
        before = draft.counts(outcome)
        if told and before and (told == {0}) != (before == {0}):
            score -= 3.0  # nobody was hurt in the one, somebody in the other
        elif told and before:
            score += 1.5 if told & before else -0.4
    if any(h.total for h in t.harms) or any(h.people.pronoun or h.people.definite for h in t.harms):
        score += 1.0
    names = {n.split()[-1] for n in t.names}
    if names & {n.split()[-1] for d in draft.items for n in d.telling.names}:
        score += 1.0
    if draft.items[-1].telling.paragraph == t.paragraph:
        score += 2.7 if t.kind == "bullet" else 0.7  # an item of a list tells of one thing
    return score


def _one_undated(a: DateRange | None, b: DateRange | None) -> bool:
    """Whether one of two dates has no year and the other a day in full."""
    return a is not None and b is not None and (a.earliest is None) != (b.earliest is None)


def _far_apart(draft: Draft, telling: Telling) -> bool:
    """Whether a draft and a telling count dead that differ by half or more."""
    told = {
        h.quantity.best
        for h in telling.harms
        if h.outcome == "killed" and h.part_of is None and h.people.counted and h.quantity is not None and h.quantity.best
    }
    before = {n for n in draft.counts("killed") if n}
    return bool(told and before) and 2 * min(max(told), max(before)) <= max(max(told), max(before))


def adds_to(whole: Draft, part: Draft) -> bool:
    """Whether a draft can only be more of what another tells: nothing of it clashes, and it does not say enough to stand apart."""
    if len(part.items) > len(whole.items) or any(t.new for d in part.items for t in d.telling.triggers):
        return False
    if any(_counted_apart(a.telling, b.telling) for a in whole.items for b in part.items):
        return False
    if dates_clash(whole.within, part.within) or (part.firm and whole.firm and not same_day(whole.date, part.date)):
        return False
    if part.firm and whole.date is None and not _repeats(whole, part):
        return False
    mine, its = part.places, whole.places
    if mine and not its:
        return False
    finest = min((k.precision or 7 for k in its), default=7)
    if any(all(places_clash(k, p) for k in its if (k.precision or 7) <= finest + 1) for p in mine):
        return False
    if whole.methods and part.methods and not whole.methods & part.methods and not whole.methods | part.methods <= _BLASTS:
        return False
    return all(_tolls_fit(whole.counts(o), part.counts(o)) for o in ("killed", "injured"))


def _repeats(whole: Draft, part: Draft) -> bool:
    """Whether a draft with a day gives one without a day no count but its own: then the day is most likely that of both."""
    for outcome in ("killed", "injured"):
        counts = part.counts(outcome)
        if counts and not counts & whole.counts(outcome):
            return False
    return bool(part.places) or any(part.counts(o) for o in ("killed", "injured"))


def _counted_apart(a: Telling, b: Telling) -> bool:
    """Whether one sentence counts the two place by place ("41 in the one village and 23 in the other")."""
    return a.order == b.order and a.part != b.part


def _tolls_fit(whole: set[int], part: set[int]) -> bool:
    """Whether counts of the part are none that the whole leaves no room for."""
    return not part or not whole or ((max(part) <= max(whole)) and (part == {0}) == (whole == {0}))


def _says_harm(harm: Harm) -> bool:
    """Whether a harm says that somebody was harmed: a number, one person, or people killed or injured in the plural."""
    if harm.quantity is None or harm.part_of is not None or harm.people.pronoun:
        return False
    if harm.people.counted or harm.quantity.best == 1:
        return bool(harm.quantity.best or harm.quantity.low)
    return harm.outcome in ("killed", "injured") and bool(harm.quantity.low) and not harm.people.definite


def specific(item: Dated) -> bool:
    """Whether a telling alone says enough to be an incident: a date, a place or a count, and a trigger that is more than background."""
    t = item.telling
    counted = any(_says_harm(h) for h in t.harms)
    one = any(h.people.pronoun and h.quantity is not None and h.quantity.best == 1 for h in t.harms)
    placed = item.at is not None and item.at.place is not None and (item.at.place.precision or 7) <= 4
    town = item.at is not None and item.at.place is not None and (item.at.place.precision or 7) <= TOWN
    dated = item.date is not None and t.dated_by != "aftermath" and item.date.precision in ("day", "days", "week", "month")
    head = t.head
    agents = any(r in ("perpetrator", "party", "target") for r in t.roles)
    if one and (dated or placed):
        return True
    if head is None:
        return counted
    if t.referring or refers_to_many(item):
        return False
    if head.definite and not counted and not dated:
        return False
    if head.lemma == "crackdown" and not counted and not town:
        return False  # "condemned the crackdown" tells of no deed of a day
    if head.weak and head.family not in ("clash", "air", "shelling", "bomb"):
        known = dated or placed
        if head.noun and not head.plural and not head.definite and dated and town and head.family in ("protest", "riot"):
            return True
        return (
            counted or (known and agents and head.family in _TOLD_WITH_PARTIES) or (dated and placed and head.family == "attack")
        )
    if head.plural and not counted:
        return dated and (placed or (agents and head.family in _BY_MEANS))
    if head.noun:
        named = head.lemma not in _ABSTRACT or town or agents or head.new
        return counted or (dated and named) or (placed and agents and head.family in _NAMED_DEEDS)
    return counted or (dated and (placed or agents)) or (placed and agents)


def refers_to_many(item: Dated) -> bool:
    """Whether a sentence only speaks of several incidents together ("the recent attacks", "attacks have killed guards")."""
    telling = item.telling
    head = telling.head
    if head is None or not head.noun or not head.plural or (item.date is not None and days_wide(item.date) <= NIGHT_DAYS):
        return False
    counted = any(h.people.counted and h.quantity is not None for h in telling.harms)
    by_means = head.family in _BY_MEANS and item.date is not None and days_wide(item.date) <= MONTH_DAYS
    if by_means and not counted and any(r == "perpetrator" for r in telling.roles):
        return False  # "claimed rocket attacks in May" tells of something done, though in the plural
    fine = any(p.place is not None and (p.place.precision or 7) <= 2 and p.role in ("at", "near") for p in telling.places)
    return not counted and not (fine and head.family in ("air", "shelling", "clash", "bomb"))
