"""Fitting: whether a telling can belong to a draft, and how well.

Invariant: dates or places that cannot both hold give minus infinity, whatever else fits.
"""

import re
from datetime import date
from functools import lru_cache

from thucydides.extracting.drafting.clashes import dates_clash, places_clash, same_day
from thucydides.extracting.drafting.doers import other_hands, others_did
from thucydides.extracting.drafting.draft import BLASTS, METHODS, Dated, Draft
from thucydides.extracting.drafting.items import another_entry, another_item
from thucydides.extracting.drafting.of_news import COARSE, long_and_news, no_news, one_undated, weeks_past
from thucydides.extracting.drafting.opening import DIED
from thucydides.extracting.drafting.same_people import same_number
from thucydides.extracting.drafting.same_thing import same_thing
from thucydides.extracting.drafting.spots import beside_it, dead_elsewhere, province_beside, spots_apart, towns_beside
from thucydides.extracting.drafting.tolls import counted_apart, counted_elsewhere, far_apart
from thucydides.extracting.tellings.telling import Telling

THRESHOLD = 0.0
IMPOSSIBLE = float("-inf")
OTHER_DOERS = 2.0
"""What weighs against a telling whose deed others did than those who did what a draft tells."""
NIGHT_BESIDE = 2.0
"""What weighs against a deed of the night of one day being that of the day before or behind it."""
OTHER_SPOT = 3.5
"""What weighs against a telling whose deed was at a spot of another name than those of a draft."""
SPOT_ANEW = 1.0
"""What weighs against a telling whose deed was at a spot that a draft does not name (rule `extract.spots`)."""
OTHER_DAYS = -1.0
"""What days say that two deeds are told of, not the same ones though both could hold (rule `extract.other-days`)."""
OTHER_ITEM = 3.5
"""What weighs against an item of a list that names another place than those before it telling of the same."""
MADE_SAFE = 5.0
"""What weighs against arms that are found or made safe being those that went off (rule `extract.made-safe`)."""
OTHER_COUNT = 2.5
"""What weighs against a telling with a day of its own whose dead are half or twice those of a draft without a day."""
WEEKS_PAST = 6.0
"""What weighs against a telling with a day of some weeks before its report being what a draft without a day tells as news."""
PROTEST = 3.0
"""What weighs against a protest being part of a deed of which no protest is told."""
_WEEKS = re.compile(r"\bweeks\b")
"""Days counted in weeks are rounded: "three weeks after" may be 25 days."""


def affinity(draft: Draft, item: Dated, current: bool, first: bool, told_on: date | None = None) -> float:
    """How well a telling fits a draft; below the threshold it is another incident. Impossible pairs give minus infinity."""
    t = item.telling
    slack = _slack(draft, item)
    if dates_clash(draft.within, item.within, slack) or any(counted_apart(d.telling, t) for d in draft.items):
        return IMPOSSIBLE
    definite = (t.head is not None and t.head.definite) or (t.same_means and current)
    if not definite and other_hands([d.telling for d in draft.items], t):
        return IMPOSSIBLE
    if counted_elsewhere(draft, item) or (another_entry(draft, t) and not t.referring and not definite):
        return IMPOSSIBLE
    if draft.told is None and told_on is not None and no_news(item.date, told_on):
        return IMPOSSIBLE  # what a report tells without a date is news; this is not
    if item.firm and draft.firm and (long_and_news(item.date, draft.told) or long_and_news(draft.told, item.date)):
        return IMPOSSIBLE
    if item.firm and item.date is not None and item.date.precision in COARSE and draft.told is None and not _only_titled(draft):
        return IMPOSSIBLE  # no report dates its own news by the year alone
    head = t.head
    taken_up = (again := t.same_doers or t.same_means or same_thing(draft, t)) or t.referring or definite
    dates_lead = first and current and (not draft.families.isdisjoint(t.families) or item.own_place is None)
    score = 0.5 + (1.0 if current else 0.0) + (0.5 if first else 0.0)
    known = draft.places
    boxed = draft.items[0].telling.kind == "infobox" and (t.kind == "title" or same_day(draft.told, item.date))
    if item.at is not None and item.at.place is not None and known and not boxed:  # a box heads the page of the deed that it sums up
        finest = min(k.coarseness for k in known)
        if all(places_clash(k, item.at.place) for k in known if k.coarseness <= finest + 1):
            if not definite:
                return IMPOSSIBLE
            score -= 2.0
        elif any(k.gazetteer_id == item.at.place.gazetteer_id for k in known):
            score += 1.0
    if item.firm and draft.firm and one_undated(draft.told, item.date) and far_apart(draft, t):
        return IMPOSSIBLE  # "Friday night" of a report without a date is not the 14 October 2017 that it looks back on
    own_deed = item.firm or (head is not None and head.family not in ("death", "harm"))
    if own_deed and not t.referring and not definite:
        elsewhere = spots_apart(draft.items, [item], villages=True) or towns_beside(draft.items, item)
        elsewhere = elsewhere or province_beside(draft.items, item)
        score -= OTHER_SPOT if elsewhere else 0.0
    elif _hurt_there(item) and towns_beside(draft.items, item):
        score -= OTHER_SPOT
    score -= OTHER_SPOT if not taken_up and beside_it(draft.items, item) else 0.0
    if dead_elsewhere(draft, item):
        score -= OTHER_SPOT
    elif not (taken_up or dates_lead) and _at_spot_anew(draft, t):
        score -= SPOT_ANEW
    if slack and dates_clash(draft.within, item.within):
        score -= NIGHT_BESIDE
    another = is_new(t) and not _only_titled(draft)
    if same_day(draft.told, item.date):
        score += 0.0 if another else 2.5  # "Also on 23 July" says the day again to tell of something else
    elif item.date is not None and draft.told is not None:
        score += OTHER_DAYS if item.firm and draft.firm and not (taken_up or dates_lead) else 0.5
    elif item.firm and draft.told is None:
        # a deed told with a day of its own after one told without is rather another one
        apart = draft.items[-1].telling.paragraph != t.paragraph and not taken_up
        titled = _only_titled(draft)
        if titled and far_apart(draft, t):
            return IMPOSSIBLE  # the title counts others
        others = not taken_up and far_apart(draft, t)
        past = apart and told_on is not None and weeks_past(item.date, told_on)
        score += 1.5 if titled else -WEEKS_PAST if past else -OTHER_COUNT if others else -1.5 if apart else -0.3
    if head is not None:
        score += 1.5 if head.definite or again else 0.0
        score += 1.0 if named_again(draft, item) else 0.0
    score -= 3.5 if another else 0.0
    score -= PROTEST if _another_protest(draft, t) else 0.0
    score -= OTHER_ITEM if another_item(draft, item) and not taken_up else 0.0
    score -= OTHER_DOERS if others_did((d.telling for d in draft.items), t) and not definite else 0.0
    made_safe = t.families == {"seizure"} and not definite
    score -= MADE_SAFE if made_safe and any(d.telling.families - {"seizure"} for d in draft.items) else 0.0
    methods = {METHODS[f] for f in t.families if f in METHODS} - ({"arrest"} if t.harms else set())
    mine = draft.methods
    if methods and mine:
        loose = methods | mine <= BLASTS
        score += 1.0 if methods & mine else 0.0 if loose or not methods & (_strong(t) | {"arrest"}) else -1.5
    for outcome in ("killed", "injured"):
        told = item.exact(outcome)
        before = draft.counts(outcome)
        if told and before and (told == {0}) != (before == {0}):
            score -= 3.0  # nobody was hurt in the one, somebody in the other
        elif told and before:
            shared = told & (before | {n + 1 for n in before} if _more_than(t, outcome) else before)
            score += 1.5 if any(same_number(draft, item, outcome, n) for n in shared) else -0.4
    if any(h.total for h in t.harms) or any(h.people.pronoun or h.people.definite for h in t.harms):
        score += 1.0
    names = {n.split()[-1] for n in t.names}
    if names & {n.split()[-1] for d in draft.items for n in d.telling.names}:
        score += 1.0
    if draft.items[-1].telling.paragraph == t.paragraph:
        score += 2.7 if t.kind == "bullet" else 0.7  # an item of a list tells of one thing
    return score


def days_fit(draft: Draft, item: Dated) -> bool:
    """Whether the days of a telling and a draft can both hold; where they cannot nothing else need be asked."""
    if not dates_clash(draft.within, item.within):
        return True
    slack = _slack(draft, item)
    return slack > 0 and not dates_clash(draft.within, item.within, slack)


def _slack(draft: Draft, item: Dated) -> int:
    """By how many days a telling may miss the day of a draft: the two days of a night are one, and weeks are rounded."""
    mine, its = item.date, draft.told
    rounded = (mine is not None and _in_weeks(mine.wording)) or (its is not None and _in_weeks(its.wording))
    return 1 if rounded or (mine is not None and "night" in mine.wording.lower()) else 0


@lru_cache(10_000)
def _in_weeks(wording: str) -> bool:
    return _WEEKS.search(wording.lower()) is not None


def _at_spot_anew(draft: Draft, telling: Telling) -> bool:
    """Whether a telling's deed was at a spot that no gazetteer knows and a draft does not name."""
    return bool(telling.spots) and telling.spots.isdisjoint(spot for d in draft.items for spot in d.telling.spots)


def _hurt_there(item: Dated) -> bool:
    """Whether a sentence opens with its town and counts people told of for the first time whom something killed or hurt there: "In Kati a
    mine wounded two nurses"; who died there may have been brought."""
    head, telling = item.telling.head, item.telling
    first = item.at is not None and item.at in telling.places and item.at.passage.start - telling.start <= FIRST
    anew = any(h.people.counted and not (h.people.definite or h.people.pronoun or h.part_of or h.total) for h in telling.harms)
    return first and anew and head is not None and head.lemma not in DIED and not (head.noun or head.definite or telling.referring)


FIRST = 12
"""Characters before a place with which a sentence opens: "In nearby Kati"."""


def _another_protest(draft: Draft, telling: Telling) -> bool:
    """Whether a telling is of people who protest, and nobody is told to have done so or to have been met with force in a draft."""
    if draft.items[-1].telling.order == telling.order:
        return False
    protests = bool(telling.families) and telling.families <= _CROWDS and not telling.harms
    told = frozenset().union(*(d.telling.families for d in draft.items))
    return protests and any(not t.weak for t in telling.triggers) and not told & (_CROWDS | {"riot"}) and bool(told)


_CROWDS = frozenset({"protest", "crackdown"})


def named_again(draft: Draft, item: Dated) -> bool:
    """Whether a telling takes a deed up by a word that says what it was, and a draft told its own by that, or of a grenade thrown: "the
    ambush", "the grenade attack"."""
    head = item.telling.head
    if head is None or not head.definite or head.family not in _SAYING:
        return False
    return any(t.lemma == head.lemma or head.family == t.family == "grenade" for d in draft.items for t in d.telling.triggers)


_SAYING = frozenset({*METHODS, "grenade"})
"""Families of words that say what a deed was."""


def _only_titled(draft: Draft) -> bool:
    return all(d.telling.kind == "title" for d in draft.items)


def is_new(telling: Telling) -> bool:
    """Whether a telling opens a deed as another: by its head, by the first word for a deed in it ("Another attack, a roadside bomb"), or by
    how its sentence opens ("Elsewhere, ...", rule `extract.elsewhere`)."""
    deeds = [t for t in telling.triggers if t.noun and t.family != "harm"]
    first = min(deeds, key=lambda t: t.start, default=None)
    if any(t.noun and t.definite for t in telling.triggers):
        return False  # "a second blast, at the scene of the first attack"
    return telling.elsewhere or any(t is not None and t.new and t.family != "harm" for t in (telling.head, first))


def _more_than(telling: Telling, outcome: str) -> bool:
    """Whether a telling counts "more than 70", which another sentence puts at 70."""
    return any(h.outcome == outcome and h.quantity is not None and h.quantity.rule == "toll.more-than" for h in telling.harms)


def _strong(telling: Telling) -> set[str]:
    """How a telling says that its deed was done, by words that say so alone: "rocket launchers" are carried in many an ambush."""
    return {METHODS[t.family] for t in telling.triggers if t.family in METHODS and not t.weak}
