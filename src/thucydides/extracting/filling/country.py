"""Country: in which country an incident lay whose report says no place of it, by all that the report names beside it.

Invariants: only an incident without a place gets one here, mostly no more than the country (precision 6 of UCDP); a border told without a
side gets the side that its own sentences name. Where two countries are as likely, none is given.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.filling.neighbourhood import (
    at_line,
    in_neighbourhood,
    in_province,
    in_region,
    in_the_town,
    just_before,
    left_behind,
    most_named,
    most_told_of,
    paragraph_before,
)
from thucydides.extracting.filling.same_weeks import LATELY, days_apart, goes_on
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.taken_to import RULE as TAKEN_TO
from thucydides.grounding.datelines import places_dateline
from thucydides.grounding.places import country_place, known_in, touches
from thucydides.nouns import ActorRef, Mention, Passage, Place, PlaceRef
from thucydides.nouns.actor import GROUP_KINDS

RULE, UNLISTED = "place.country", "place.unlisted"
ENOUGH, AHEAD = 1.0, 0.5
"""What must speak for a country at least, and by how much more than for the next."""
UNIT = 5
"""Precision classes below the country's: a place inside it."""
_AT = ("at", "near", "between")
_SCENE, _SCENE_COUNTRY, _NAMED, _NAMED_COUNTRY, _HOME = 4.0, 3.0, 2.0, 1.0, 0.5
"""What a place of its own sentences is worth: where something was, a country where something was, a town, a country, somebody's home."""
_OTHERS, _PLACES, _COUNTRIES = 2.0, 2.0, 1.0
"""What it is worth that all other incidents of the report lay there, that all its towns and provinces lie there, that it speaks of no
other country: less where only a share of them does."""
FEW = 3
"""Fewer places than these say little of what a report is about."""
_HURT, _HURT_FORCES, _GROUP, _FORCES = 1.5, 0.75, 1.0, 0.25
"""What parties are worth: people hurt, forces hurt, an armed group at home there, a state's forces that did it, who may be abroad."""
_CIVIL = ("civilians", "protesters", "rioters")
_FORCE = ("state forces", "external forces", "government")


class Sign(Struct, frozen=True):
    """What speaks for a country: how much, in which words, and where they stand."""

    country: str
    weight: float
    why: str
    passage: Passage
    wording: str


def with_countries(mentions: Sequence[Mention], around: Surroundings) -> list[Mention]:
    """The incidents of a report, those without a place with the country that the report lets conclude (rule `place.country`)."""
    mentions = [replace(m, place=None) if _of_another_day(m, mentions, around) else m for m in mentions]
    where = {m.id: m.place.place.country for m in mentions if m.place is not None and m.place.place is not None and m.place.place.country}
    return [_finer(_placed(m, where, around), mentions, around) if m.id not in where else m for m in mentions]


def _finer(mention: Mention, mentions: Sequence[Mention], around: Surroundings) -> Mention:
    """An incident of which only the country is concluded, with the neighbourhood that its own sentences or its report's others name."""
    place = mention.place.place if mention.place is not None else None
    if mention.place is None or place is None or RULE not in place.reason:
        return mention
    own = [r for p in mention.passages for r in around.places_in(p.start, p.end) if _stands(r)]
    if place.kind == "border":
        found = at_line(place, own)
    else:
        named = UNLISTED in place.reason  # it has a place of its own, which no gazetteer holds
        lately = [m for m in mentions if m is not mention and not named and days_apart(m.date, mention.date) <= LATELY]
        lately.sort(key=lambda m: (-len(m.passages), m.passages[0].start))
        found = in_neighbourhood(place, own, ())
        found = found or in_neighbourhood(place, left_behind(mention, around), ())
        found = found or in_the_town(place, mention, around)
        found = found or just_before(place, mention, around)
        if found is None and not named and goes_on(mention, mentions):
            found = paragraph_before(place, mention, around)
        found = found or in_neighbourhood(place, (), [m.place for m in lately if m.place is not None])
        if found is None and not named:
            found = most_told_of(place, around.document, [p.ref for p in around.places])
        found = found or in_province(place, own) or in_region(place, mention, around) or most_named(place, around)
    return replace(mention, place=replace(mention.place, place=found, reason=found.reason)) if found is not None else mention


def _stands(ref: PlaceRef) -> bool:
    """Whether a place named in an incident's sentences may say where it was: it is no home, no source and not where people were taken."""
    return ref.role not in ("from", "origin", "to") and ref.reason != TAKEN_TO


def _of_another_day(mention: Mention, mentions: Sequence[Mention], around: Surroundings) -> bool:
    """Whether an incident has its place only from the report's title, which tells of the report's main incident, of other days."""
    place = mention.place.place if mention.place is not None else None
    if mention.place is None or place is None or not place.reason.startswith("place.heading"):
        return False
    at = mention.place.passage.start
    titled = any(b.kind == "title" and b.start <= at < b.end for b in around.document.blocks)
    main = min(mentions, key=lambda m: (-len(m.passages), m.passages[0].start))
    return titled and mention is not main and days_apart(mention.date, main.date) > LATELY


def _placed(mention: Mention, where: Mapping[str, str], around: Surroundings) -> Mention:
    known = mention.place.place if mention.place is not None else None
    said = any(r.role in (*_AT, "to") and r.place is not None and r.place.country for r in mention.places)
    if known is not None and known.kind == "region" and known.country is None and known.precision == UNIT:
        return _sided(mention, known, where, around)
    if (known is not None and known.kind != "border") or (known is None and said):
        return mention
    signs = [*_of_places(mention, around), *map(_of_party, mention.actors), *_of_toll(mention)]
    if known is not None:
        sides = (known.gazetteer_id or "").partition(":")[2].split("-")
        sign = strongest([s for s in signs if s is not None and s.country in sides and s.weight > _HOME])
        if sign is None or mention.place is None:
            return mention
        side = replace(known, country=sign.country, reason=f"{known.reason}; {RULE}: {sign.why}")
        return replace(mention, place=replace(mention.place, place=side))
    sign = strongest([*(s for s in signs if s is not None), *_of_report(mention, where, around)])
    unlisted = mention.place
    because = f"{RULE}: {sign.why}" if sign is not None else ""
    place = country_place(sign.country, f"{because}; {unlisted.reason}" if unlisted is not None else because) if sign is not None else None
    if sign is not None and unlisted is not None and unlisted.reason.startswith(UNLISTED):
        place = known_in(unlisted.wording, sign.country) or place
    if sign is None or place is None:
        return mention
    passage, wording = (sign.passage, sign.wording) if unlisted is None else (unlisted.passage, unlisted.wording)
    return replace(mention, place=PlaceRef(passage, wording, "at", place, place.reason))


def _sided(mention: Mention, region: Place, where: Mapping[str, str], around: Surroundings) -> Mention:
    """An incident in a region that no one country holds ("in the Sahara"), with the country that its sentences or its report speak for, if
    that reaches so far."""
    signs = [*_of_places(mention, around), *map(_of_party, mention.actors), *_of_toll(mention), *_of_report(mention, where, around)]
    sign = strongest([s for s in signs if s is not None])
    if sign is None or mention.place is None or not touches(sign.country, region):
        return mention
    side = replace(region, country=sign.country, reason=f"{region.reason}; {RULE}: {sign.why}")
    return replace(mention, place=replace(mention.place, place=side))


def strongest(signs: Sequence[Sign]) -> Sign | None:
    """The weightiest sign of the country for which most speaks, None where too little does or another comes close."""
    sums: Counter[str] = Counter()
    for kind in {(s.country, s.why): s for s in sorted(signs, key=lambda s: s.weight)}.values():
        sums[kind.country] += kind.weight  # type: ignore[assignment]
    ranked = [*sorted(sums.items(), key=lambda c: (-c[1], c[0])), ("", 0.0), ("", 0.0)]
    if ranked[0][1] < max(ENOUGH, ranked[1][1] + AHEAD):
        return None
    return max((s for s in signs if s.country == ranked[0][0]), key=lambda s: (s.weight, -s.passage.start))


def _of_places(mention: Mention, around: Surroundings) -> list[Sign]:
    """What the places named in the incident's own sentences say."""
    found = []
    for passage in mention.passages:
        for ref in around.places_in(passage.start, passage.end):
            if ref.place is None or ref.place.country is None or ref.role == "from" or ref.reason == TAKEN_TO:
                continue
            inside = (ref.place.precision or UNIT + 1) <= UNIT
            if ref.role in _AT:
                weight = _SCENE if inside else _SCENE_COUNTRY
            else:
                weight = _HOME if ref.role == "origin" else _NAMED if inside else _NAMED_COUNTRY
            found.append(Sign(ref.place.country, weight, f"its sentences speak of {ref.place.name}", ref.passage, ref.wording))
    return found


def _of_party(party: ActorRef) -> Sign | None:
    """What a party of the incident says: those hurt are mostly at home, and so are armed groups."""
    hurt = party.role in ("target", "victim")
    if party.country is None or party.role in ("speaker", "mentioned"):
        return None
    if party.kind in _CIVIL:
        weight = _HURT
    elif party.kind in GROUP_KINDS:
        weight = _GROUP
    elif party.kind in _FORCE:
        weight = _HURT_FORCES if hurt else _FORCES
    else:
        return None
    return Sign(party.country, weight, f"{party.name} took part or suffered", party.passage, party.wording)


def _of_toll(mention: Mention) -> list[Sign]:
    """What the nations of those who came to harm say."""
    hurt = [t for t in mention.toll if t.nationality is not None and t.group and not t.perpetrator]
    return [
        Sign(str(t.nationality), _HURT if t.category == "civilians" else _HURT_FORCES, f"its {t.group} are of it", t.passage, t.group)
        for t in hurt
    ]


def _of_report(mention: Mention, where: Mapping[str, str], around: Surroundings) -> list[Sign]:
    """What the other incidents and all places of the report say, each country by its share."""
    text = around.document.text
    told = [p.ref for p in around.places if p.ref.place is not None and p.ref.place.country and p.ref.role != "from"]
    refs = [r for r in told if r.reason != TAKEN_TO and not places_dateline(text, r.passage.end)]
    first: dict[str, PlaceRef] = {}
    for ref in refs:
        first.setdefault(str(ref.place.country) if ref.place is not None else "", ref)
    inside = Counter(r.place.country for r in refs if r.place is not None and (r.place.precision or UNIT + 1) <= UNIT)
    every = Counter(r.place.country for r in refs if r.place is not None)
    others = Counter(c for m, c in where.items() if m != mention.id)
    found = []
    for counted, weight, why in (
        (others, _OTHERS, "the other incidents of the report were there"),
        (inside, _PLACES, "the places of the report lie there"),
        (every, _COUNTRIES, "the report speaks of it"),
    ):
        for country, times in counted.items():
            if country in first:
                ref = first[country]
                share = times / max(counted.total(), FEW if counted is not others else 1)
                found.append(Sign(country, weight * share, why, ref.passage, ref.wording))
    return found
