"""Values: those of the record's own values that accounts contradict, that nobody named vouches for, or that are not known."""

from collections import Counter
from collections.abc import Iterator, Sequence

from thucydides.grounding.places.places import distance_km
from thucydides.nouns import Assessment, Claim, Incident
from thucydides.publishing import days
from thucydides.publishing.index import Index, country
from thucydides.reconciling import counts
from thucydides.reconciling.spans import meet
from thucydides.reviewing import stakes
from thucydides.reviewing.item import Item, ItemKind, Stake
from thucydides.showing.values import value

COUNTS = ("killed", "injured", "missing", "captured", "displaced")
_ANONYMOUS, _UNKNOWN, _LONE = 0.2, 0.7, 0.5
_MANY = 5
"""Dead from which on a count that nobody named vouches for is asked about."""
_STEP = 10.0
_EXPLAINED = "a later or a partial count may explain"
_TWO_WAYS = "what was done, and so its type, is told in two ways"
_MOST_DAYS, _MOST_FAR = 2.5, 3.0
_ODD, _RARE, _COUNTRIES = 0.4, 0.05, 10
"""A country is odd that holds so small a share of the incidents, in a record of at least so many."""


def values(index: Index) -> Iterator[Item]:
    """The questions on single values of every incident; of acts only whether they happened is of weight, and that is not asked."""
    odd = _odd_countries(index.record.incidents)
    for incident in index.record.incidents:
        if incident.kind == "incident":
            yield from _elsewhere(index, incident, odd)
            yield from _contested(index, incident)
            yield from _anonymous(index, incident)
            yield from _unknown(index, incident)
            yield from _lone(index, incident)


def _item(index: Index, incident: Incident, rule: str, attribute: str, chance: float, doubt: str, found: Sequence[Stake]) -> Item:
    kind: ItemKind = "unknown" if rule == "unknown" else "lone" if rule == "lone" else "value"
    return Item(
        f"{attribute or kind}:{incident.mentions[0]}", kind, (incident.id,), incident.mentions, (), attribute, chance,
        f"review.chance.{rule}", doubt, (*found, stakes.reports(index, incident.mentions)),
    )  # fmt: skip


def _contested(index: Index, incident: Incident) -> Iterator[Item]:
    found_open = [index.discrepancies[d] for d in incident.discrepancies if d in index.discrepancies]
    open_on = {d.attribute for d in found_open if d.kind != "report date"}
    for assessed in incident.assessments:
        against = [c for name in assessed.claims_against if (c := index.claims.get(name)) is not None and not _allows(c, assessed)]
        found = list(_differences(incident, assessed, against))
        if not found:
            continue
        reports = len({_first(index, c.document) for c in against})
        chance = reports / (1 + reports + max(assessed.origins, 1))
        explained = assessed.attribute not in open_on
        held = "one origin" if assessed.origins < 2 else f"{assessed.origins} origins"
        doubt = f"{held} {'has' if assessed.origins < 2 else 'have'} {value(assessed)}, "
        doubt += f"{'one report' if reports == 1 else f'{reports} reports'} something else"
        if explained:
            doubt += f", which {_EXPLAINED if assessed.attribute in COUNTS else 'the record does not count as a contradiction'}"
        if assessed.attribute != "type" or "method" not in open_on:
            yield _item(index, incident, "contested", assessed.attribute, chance / (2 if explained else 1), doubt, found)
    for one in found_open:
        if one.attribute == "method":
            reports = len({_first(index, v.passage.document) for v in one.values})
            found = [Stake("review.stake.method", _TWO_WAYS, 1.0)]
            yield _item(index, incident, "contested", "type", 1 / (1 + max(reports, 2)), one.explanation.rstrip("."), found)


def _allows(claim: Claim, assessed: Assessment) -> bool:
    """Whether a claim that does not hold the record's value can be true with it ("at least 90" with 108, a week that holds the day)."""
    if claim.date is not None and assessed.date is not None:
        return meet(claim.date, assessed.date)
    best = assessed.quantity.best if assessed.quantity is not None else None
    return best is not None and claim.quantity is not None and counts.allows(claim.quantity, best)


def _first(index: Index, document: str) -> str:
    """The document that another repeats, else itself."""
    found = index.documents.get(document)
    return found.copy_of or document if found else document


def _differences(incident: Incident, assessed: Assessment, against: Sequence[Claim]) -> Iterator[Stake]:
    """By how much the record's value would change if the others were right."""
    if assessed.attribute in COUNTS and assessed.quantity is not None:
        mine = assessed.quantity.best
        others = [c.quantity.best if c.quantity.best is not None else c.quantity.low for c in against if c.quantity]
        spread = max((abs(n - (mine or 0)) for n in others if n is not None), default=0)
        yield from stakes.people(spread, assessed.attribute, "by how much the answers differ: {}")
    elif assessed.date is not None and assessed.date.earliest and assessed.date.latest:
        first, last = assessed.date.earliest, assessed.date.latest
        gaps = [
            max((c.date.earliest - last).days, (first - c.date.latest).days, 0)
            for c in against if c.date is not None and c.date.earliest and c.date.latest
        ]  # fmt: skip
        apart = max(gaps, default=0)
        if apart:
            said = f"the days told lie {apart} {'day' if apart == 1 else 'days'} apart"
            yield Stake("review.stake.days", said, round(min(stakes.bits(apart) / 2, _MOST_DAYS), 3))
    elif assessed.place is not None:
        far = [(d, c.place) for c in against if c.place is not None and (d := distance_km(assessed.place, c.place)) is not None]
        reach = assessed.place.radius_km or 0.0
        beyond = [(d, p) for d, p in far if d > reach + (p.radius_km or 0.0)]
        if beyond:
            distance, other = max(beyond, key=lambda found: found[0])
            abroad = bool(other.country and assessed.place.country and other.country != assessed.place.country)
            said = f"the places told lie {distance:,.0f} km apart" + (", in two countries" if abroad else "")
            yield Stake("review.stake.distance", said, round(min(stakes.bits(distance / _STEP) / 2, _MOST_FAR) + abroad, 3))
    elif assessed.attribute == "type" and any(c.attribute in ("type", "method") for c in against):
        yield Stake("review.stake.method", _TWO_WAYS, 1.0)


def _anonymous(index: Index, incident: Incident) -> Iterator[Item]:
    assessed = incident.assessed("killed")
    dead = stakes.best(incident, "killed")
    if assessed is None or assessed.claims_against or dead < _MANY or assessed.origins > 1 or assessed.rule == "ruling.set":
        return
    claims = [index.claims[c] for c in assessed.claims_for if c in index.claims]
    if claims and not any(c.speaker for c in claims):
        hedged = next((c.hedge for c in claims if c.hedge), "")
        doubt = "one origin tells it and names nobody who says so" + (f" (“{hedged}”)" if hedged else "")
        found = list(stakes.people(dead, "killed", "what rests on it: {}"))
        yield _item(index, incident, "anonymous", "killed", _ANONYMOUS, doubt, found)


def _odd_countries(incidents: Sequence[Incident]) -> frozenset[str]:
    """Countries in which hardly any incident of the record lies."""
    places = [assessed.place for i in incidents if i.kind == "incident" and (assessed := i.assessed("place"))]
    lying = Counter(p.country for p in places if p is not None and p.country)
    total = sum(lying.values())
    return frozenset(c for c, n in lying.items() if n <= _RARE * total) if total >= _COUNTRIES else frozenset()


def _elsewhere(index: Index, incident: Incident, odd: frozenset[str]) -> Iterator[Item]:
    assessed = incident.assessed("place")
    place = assessed.place if assessed is not None else None
    if assessed is None or place is None or place.country not in odd or assessed.origins > 1 or assessed.rule == "ruling.set":
        return
    doubt = f"hardly anything else in the record lies in {country(place.country)}, and one origin places it there"
    said = "in another country it counts for another area"
    found = Stake("review.stake.missing", said, round(1 + stakes.bits(stakes.best(incident, "killed")) / 3, 3))
    yield _item(index, incident, "elsewhere", "place", _ODD, doubt, [found])


def _unknown(index: Index, incident: Incident) -> Iterator[Item]:
    when, where = incident.assessed("date"), incident.assessed("place")
    third = stakes.bits(stakes.best(incident, "killed")) / 3
    if when is None or when.date is None or when.date.earliest is None:
        near = f", only {days.when(when.date)}" if when is not None and when.date is not None and when.date.edtf else ""
        found = Stake("review.stake.missing", "without a day it cannot be counted in its time", round(1 + third, 3))
        yield _item(index, incident, "unknown", "date", _UNKNOWN, f"no day was found{near}", [found])
    if where is None or where.place is None or where.place.country is None:
        found = Stake("review.stake.missing", "without a place it cannot be counted in its area", round(1 + third, 3))
        yield _item(index, incident, "unknown", "place", _UNKNOWN, "no place was found", [found])


def _lone(index: Index, incident: Incident) -> Iterator[Item]:
    if len(incident.mentions) > 1 or incident.harm is not None:
        return
    mention = index.mentions.get(incident.mentions[0])
    missing = [a for a in ("date", "place") if incident.assessed(a) is None]
    if mention is not None and (mention.background or missing):
        lacks = " and ".join(["no toll", *(f"no {a}" for a in missing)])
        doubt = f"one report tells of it{' in passing' if mention.background else ''}, with {lacks}"
        yield _item(index, incident, "lone", "", _LONE, doubt, [stakes.one_more_or_less(incident.kind)])
