"""Standing: whether a telling says enough to be an incident by itself.

Invariant: a sentence that only takes up what is known, or speaks of several incidents together, never opens one.
"""

from thucydides.extracting.drafting.draft import Dated
from thucydides.extracting.drafting.told_here import ABSTRACT, told_here
from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.kinds import DEVELOPMENTS
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns.place import PROVINCE, TOWN
from thucydides.vocabulary import mapping

NIGHT_DAYS = 1
FEW_DAYS = 2
"""Days over which "overnight on Tuesday" may run."""
MONTH_DAYS = 31
_NAMED_DEEDS = frozenset({"clash", "air", "shelling", "bomb", "suicide", "protest", "riot", "crackdown", "sexual", "abduction"})
_TOLD_WITH_PARTIES = frozenset({"destruction", "seizure", "protest", "riot", "crackdown"})
ARMED = frozenset({"state forces", "external forces", "rebel group", "political militia", "identity militia"})
_BY_MEANS = frozenset({"air", "shelling", "bomb", "suicide", "chemical", "grenade"})
_BY_ARMS = frozenset({"destruction", "attack", "death", "harm"})
"""Families of verbs for what a bomb or a shell does."""
_BY_DAY = _BY_MEANS | {"protest", "destruction", "abduction", "takeover", "territory"}
"""Families whose verbs tell a deed with a day alone."""
_TO_PEOPLE = frozenset({"attack", "death", "abduction", "sexual", "clash"})
"""Families of what is done to people: strong verbs of them tell a deed with a day, whoever did it."""
_CHANGED_HANDS = frozenset({"takeover", "territory"})
_LISTED = frozenset({"arrest", "destruction", "takeover", "territory", "abduction", "attack", "seizure", *_NAMED_DEEDS})
"""Families of deeds that an entry of a list tells by their name alone."""
_DONE_TO = frozenset({"attack", "grenade", "destruction", "seizure"})
"""Families of what somebody does to somebody: with a day and a party a weak word of them is a deed ("fired a grenade at a shop")."""


def _says_harm(harm: Harm) -> bool:
    """Whether a harm says that somebody was harmed: a number, one person, or people killed or injured in the plural."""
    if harm.quantity is None or harm.part_of is not None or harm.people.pronoun:
        return False
    if harm.people.counted or harm.quantity.best == 1:
        return bool(harm.quantity.best or harm.quantity.low) or harm.quantity.rule == "toll.mixed"
    return harm.outcome in ("killed", "injured") and bool(harm.quantity.low) and not harm.people.definite


def specific(item: Dated) -> bool:
    """Whether a telling alone says enough to be an incident: a date, a place or a count, and a trigger that is more than background."""
    t = item.telling
    counted = any(_says_harm(h) for h in t.harms)
    one = any(h.people.pronoun and h.quantity is not None and h.quantity.best == 1 for h in t.harms)
    placed = item.at is not None and item.at.place is not None and item.at.place.coarseness <= 4
    town = item.at is not None and item.at.place is not None and item.at.place.coarseness <= TOWN
    named = town or any(p.role in ("at", "near") and p.place is None for p in t.places)
    dated = item.date is not None and t.dated_by != "aftermath" and item.date.precision in ("day", "days", "week", "month")
    head = t.head
    day = item.firm and item.date is not None and days_wide(item.date) <= FEW_DAYS
    agents = any(r in ("perpetrator", "party", "target") for r in t.roles)
    if one and (dated or placed):
        return True
    if t.families & DEVELOPMENTS.keys():
        return item.date is not None and item.date.precision in ("day", "days")
    if head is None:
        return counted
    if t.referring or refers_to_many(item):
        return False
    if head.definite and not counted and not dated:
        return False
    if t.entry is not None and day and named and head.family in _LISTED and not head.definite and t.mood != "may be":
        return True  # "• 5 March, Gao: five arrests": an entry of a day and a place tells what was done (rule `extract.listed-deed`)
    if (town or _placed_itself(t)) and told_here(t):
        return True
    if (town or t.spots) and t.mood == "done" and head.family in _CHANGED_HANDS and not (head.noun or head.weak):
        return True  # "after seizing Lohvyn", "were reported to have captured Qala"
    if head.done and not head.noun and not head.weak and t.mood == "done" and named and told_here(t):
        return True  # "gunships attacked posts in the Jebel quarter", which no gazetteer has
    if head.lemma == "crackdown" and not counted and not town:
        return False  # "condemned the crackdown" tells of no deed of a day
    if dated and town and agents and any(t.family == "takeover" and t.noun for t in t.triggers):
        return True  # "the rebels' capture of the town on 26 October"
    unhurt = any(h.quantity is not None and h.quantity.rule == "toll.none" for h in t.harms)
    if unhurt and town and head.noun and head.weak and not head.definite:
        return True
    if head.weak and head.family not in ("clash", "air", "shelling", "bomb", "grenade"):
        known = dated or placed
        if head.noun and not head.plural and not head.definite and dated and town and head.family in ("protest", "riot"):
            return True
        by_day = day and agents and head.family in _DONE_TO and not (head.noun and head.lemma in ABSTRACT)
        armed = any(a.kind in ARMED for a in t.actors)
        crowd = day and head.family == "protest" and t.mood == "done" and not armed and not (head.plural or head.definite)
        with_parties = known and agents and head.family in _TOLD_WITH_PARTIES
        done_there = day and named and not head.noun and head.family in _TOLD_WITH_PARTIES
        by_arms = day and not head.noun and any(w.used for w in t.weapons)
        several = dated and town and head.noun and head.plural and not head.definite and head.family in ("protest", "riot")
        arrested = head.family == "arrest" and not head.noun and day and town
        hurt = head.family == "harm" and not head.noun and t.mood == "done" and bool(t.harms)  # "the team beat Ghana" hurt nobody
        told_there = dated and placed and (head.family == "attack" or hurt)
        anew = dated and head.new and head.family == "attack" and head.lemma not in ABSTRACT and t.mood == "done"
        return counted or several or anew or with_parties or by_day or done_there or by_arms or crowd or arrested or told_there
    if dated and agents and any(t.family == "takeover" and not t.noun for t in t.triggers):
        return True  # "On Friday rebel attacks seized three posts"
    if head.plural and not counted:
        return dated and (placed or agents or day)
    if head.noun and t.mood == "done" and not (head.plural or head.definite):
        if town and any(not x.noun and x.family in _BY_ARMS for x in t.triggers):
            return True  # "In Cuenca a bomb damaged the house of a judge"
        if head.new and head.family in _NAMED_DEEDS | {"attack"} and head.lemma not in ABSTRACT:
            return True  # "A second strike was reported near the palace"
    if head.noun:
        told = head.lemma not in ABSTRACT or town or agents or head.new
        return counted or (dated and told) or (placed and agents and head.family in _NAMED_DEEDS)
    if head.weak and head.family == "clash" and not agents:
        armed = day and named and any(w.used for w in t.weapons)  # "clans fought with rifles over a well"
        return counted or armed  # "confronted the problem", "fought for his party" in a town on a day
    done = t.mood == "done" or (not t.mood and t.kind == "bullet")
    by_day = day and (named or head.family in _BY_DAY or (done and head.family in _TO_PEOPLE))
    return counted or (dated and (placed or agents)) or (placed and agents) or by_day


def _fired(telling: Telling) -> bool:
    """Whether somebody is said to have used the means that a sentence names, whose number is none of deeds: "rebels lobbed mortars into
    Harim"."""
    head = telling.head
    used = head is not None and head.lemma in mapping("triggers")["things"] and telling.mood == "done"
    fine = any(p.role == "to" and p.place is not None and p.place.coarseness <= PROVINCE for p in telling.places)
    return used and "perpetrator" in telling.roles and (fine or _placed_itself(telling))


def _placed_itself(telling: Telling) -> bool:
    """Whether a sentence names a province or a finer place at or near which its deed was."""
    return any(p.role in ("at", "near") and p.place is not None and p.place.coarseness <= PROVINCE for p in telling.places)


def refers_to_many(item: Dated) -> bool:
    """Whether a sentence only speaks of several incidents together ("the recent attacks", "attacks have killed guards")."""
    telling = item.telling
    head = telling.head
    if head is None or not head.noun or not head.plural or _fired(telling):
        return False
    reacted = telling.dated_by == "reaction" and head.definite  # "met in Maputo on 8 April and condemned the attacks"
    if item.date is not None and days_wide(item.date) <= NIGHT_DAYS and not reacted:
        return False
    town = item.at is not None and item.at.place is not None and item.at.place.coarseness <= TOWN
    if town and head.done and told_here(telling):
        return False  # "protests broke out in Sfax"
    counted = any(h.people.counted and h.quantity is not None for h in telling.harms)
    by_means = head.family in _BY_MEANS and item.date is not None and days_wide(item.date) <= MONTH_DAYS
    if by_means and not counted and any(r == "perpetrator" for r in telling.roles):
        return False  # "claimed rocket attacks in May" tells of something done, though in the plural
    fine = any(p.place is not None and p.place.coarseness <= 2 and p.role in ("at", "near") for p in telling.places)
    return not counted and not (fine and head.family in ("air", "shelling", "clash", "bomb"))
