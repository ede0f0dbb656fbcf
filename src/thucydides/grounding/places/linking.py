"""Linking: which names of a chain hold which ("X, a village in the Y district of Z"), by the words and signs between them."""

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from thucydides.grounding.places.candidates import Candidate, candidates
from thucydides.grounding.places.containment import contained
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.holding import holders
from thucydides.grounding.places.lying_in import (
    BOTH,
    CAMPS,
    DIRECTIONS,
    HOLDERS,
    PARTS,
    PEOPLED,
    TYPE,
    apart,
    in_country,
    is_country,
    part_of_city,
    says_in,
)  # fmt: skip
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.tokens import Tokens
from thucydides.grounding.places.type_words import TOWNS

_PART = r"(?:(?:far|extreme) )?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|centre|center|interior)"
_INNER_FIRST = re.compile(  # "A <gap> B": A lies in B
    rf"^(?:,| ?\(|,? (?:in|of|inside|within)(?: {DIRECTIONS}| an?)*| (?:(?:{TYPE}|{CAMPS}) )?(?:in|of)(?: {DIRECTIONS})*|"
    rf",? (?:an?|the) (?:[\w-]+ ){{0,2}}{TYPE} (?:in|of)(?: {DIRECTIONS})*|,? (?:in|of) {DIRECTIONS}* ?|,? (?:located )?in (?:the )?|"
    rf",? in the {_PART} of(?: the)?|,? in (?:the|an?) {DIRECTIONS} (?:part|half|side|corner|fringe|reache|suburb|outskirt)s? of(?: the)?|"
    r" \(\w+\) of)\s?$",
    re.IGNORECASE,
)
_OUTER_FIRST = re.compile(
    rf"^(?:['’]s?)?(?: {DIRECTIONS}|,| {TYPE}(?: of)?| (?:border|eastern|western) {TYPE}(?: of)?)* ?$", re.IGNORECASE
)
_FARTHEST = 60  # characters between two names of a chain
_MOST_BORNE = 50_000


def link(tokens: Tokens, names: list[Name], gazetteer: Gazetteer) -> None:
    """Set `container` of names next to one another where the words allow it and the gazetteer bears it out; a chain has one way."""
    for one, two in itertools.pairwise(names):
        if tokens.starts[two.first] - tokens.end(one.last) > _FARTHEST or "\n" in (gap := tokens.between(one.last, two.first)):
            continue
        possessive = tokens[one.last].possessive
        outer_first = ((possessive or one.kind == "demonym") and bool(_OUTER_FIRST.match(gap))) or (gap == " " and _of_town(one, two))
        if outer_first and two.kind in ("place", "unknown") and one.container is None:
            if _bears(one, two, gazetteer):
                two.container = one
                continue
            if two.type_word in TOWNS and two.first < two.core_first and apart(two, one, gazetteer):
                two.kind, two.container = "unknown", one  # "the Chechen village of Leninskoye": none of those known
                continue
        if possessive and gap.strip("’'s ") == "" and two.kind == "place" and two.type_word in PARTS and apart(two, one, gazetteer):
            two.kind, two.container = "unknown", one  # "Juba's Jebel area": none of another country
            continue
        if one.kind == "place" and two.kind == "place" and _HELD.fullmatch(gap) and not possessive and _well_known(two, gazetteer):
            if _bears(two, one, gazetteer):
                one.container = two
            elif not _bears(one, two, gazetteer):
                one.kind, one.container = "unknown", two  # "Kasanga (North Kivu)", "Lido beach in Mogadishu": none of another country
            continue
        if possessive or one.kind not in ("place", "unknown") or two.kind == "demonym" or not _may_hold(gap):
            continue
        if gap == ", " and one.key != two.key and is_country(one, gazetteer) and is_country(two, gazetteer):
            continue  # "Honduras, Peru, Colombia": no Peru in Colombia
        if gap.lstrip(", ").startswith("in ") and _is_river(one, gazetteer):
            continue  # "a bridge over the Tigris in northern Baghdad"
        if one.container is not None and one.container is not two:
            first = one.container
            if not _bears(first, two, gazetteer) and not _bears(two, first, gazetteer):
                continue
            if first.kind == "place" and first.last < one.first and first.container is None and _bears(two, first, gazetteer):
                first.container = two  # "the Idlib town of Saraqib in Syria"
                continue
            if _bears(first, two, gazetteer) and first.container is None:
                two.container = first
        if _bears(two, one, gazetteer):
            one.container = two
        elif (says_in(one, two, gap) or part_of_city(one, two, gap, gazetteer) or in_country(one, two, gap, gazetteer)) and apart(
            one, two, gazetteer
        ):
            one.kind, one.container = "unknown", two  # "Tole, a hamlet in Gimbi district": none of the Toles known
        elif two.abbreviation and one.kind == "place" and gap in (", ", " ("):
            one.kind, one.container = "unknown", two  # "Milton Township, Mich.": none of another state
    _within_owner(tokens, names, gazetteer)
    _both_within(tokens, names, gazetteer)


def _both_within(tokens: Tokens, names: list[Name], gazetteer: Gazetteer) -> None:
    """Let the first of two camps or villages lie where the words behind the second say: "the Sabra and Shatila camps in west Beirut"."""
    for one, two in itertools.pairwise(names):
        holder = two.container
        if holder is None or _is_wide(holder, gazetteer) or holder.first < two.last:
            continue
        if one.container is not None or one.kind != "place" or tokens[one.last].possessive:
            continue
        if tokens.between(one.last, two.first) != " and " or not BOTH.match(tokens.between(two.last, holder.first)):
            continue
        if not _bears(holder, one, gazetteer) and apart(one, holder, gazetteer):
            one.kind = "unknown"
        one.container = holder


def _is_wide(name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a name most likely means a country or a province."""
    return any(c.kind in ("country", "admin1") for c in holders(gazetteer, name)[:1])


def _within_owner(tokens: Tokens, names: list[Name], gazetteer: Gazetteer) -> None:
    """Let what is said to lie in "Nigeria's Zamfara state" lie in that state."""
    for one, two in itertools.pairwise(names):
        if two.container is not one or not tokens[one.last].possessive:
            continue
        for name in names:
            if name.container is one and name.last < one.first and name is not two and _bears(two, name, gazetteer):
                name.container = two


def _is_river(name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a name most likely means a river, of which a deed is told by what lies on it."""
    return name.kind == "place" and any(c.kind == "water" and c.entry.sub == "river" for c in holders(gazetteer, name)[:1])


def _of_town(one: Name, two: Name) -> bool:
    """Whether a name stands before a town and the word for it: "the Idlib town of Saraqib"."""
    return two.type_word in TOWNS and two.first < two.core_first and one.kind == "place" and one.type_word not in TOWNS


@lru_cache(maxsize=5000)
def _may_hold(gap: str) -> bool:
    """Whether the words between two names allow that the first lies in the second; the same few make up most of any newspaper."""
    return _INNER_FIRST.match(gap) is not None


_HELD = re.compile(
    r" \(| (?:beach|market|mosque|church|hospital|hotel|camp|square|prison|airport|junction|street|road|quarter|neighbou?rhood) in "
)


def _well_known(name: Name, gazetteer: Gazetteer) -> bool:
    """Whether what a name most likely means is a country, a province or a great city: only such a name settles where another lies."""
    found = holders(gazetteer, name)
    best = found[0] if found else None
    return best is not None and (best.kind in ("country", "admin1") or (best.kind == "settlement" and best.population >= PEOPLED))


def _bears(outer: Name, inner: Name, gazetteer: Gazetteer) -> bool:
    """Whether some entry of the one name lies in some entry of the other; an unknown name may lie anywhere."""
    held = holders(gazetteer, outer)[:HOLDERS]
    if inner.kind == "unknown":
        return bool(held)
    known = gazetteer.borne
    key = (inner.key, inner.types, outer.key, outer.types, outer.kind)
    if key not in known:
        if len(known) > _MOST_BORNE:
            known.clear()
        entries = candidates(gazetteer, inner) if inner.kind == "place" else holders(gazetteer, inner)
        known[key] = any(_holds(holder, entries) for holder in held)
    return known[key]


def _holds(holder: Candidate, entries: Sequence[Candidate]) -> bool:
    """Whether one of some entries lies in another; those are looked at first that need no distance."""
    if holder.kind == "country":
        return any(c.country == holder.country and c.kind != "country" for c in entries)
    if holder.kind == "admin1" and any(c.unit == holder.number and c.kind not in ("admin1", "country") for c in entries):
        return True
    return any(contained(c, holder) for c in entries)


def best_pair(
    inner: Sequence[tuple[float, Candidate]], outer: Sequence[tuple[float, Candidate]]
) -> tuple[float, Candidate, Candidate] | None:
    """The likeliest pair of candidates of which the first lies in the second; `outer` is in order, the best first."""
    best: tuple[float, Candidate, Candidate] | None = None
    for weight, holder in outer[:HOLDERS]:
        country = holder.country
        for score, candidate in inner:
            if best is not None and score + weight <= best[0]:
                continue
            if country and candidate.country and candidate.country != country:
                continue
            if contained(candidate, holder):
                best = (score + weight, candidate, holder)
    return best
