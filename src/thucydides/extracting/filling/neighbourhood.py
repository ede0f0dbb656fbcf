"""Neighbourhood: in which place of its report an incident lay that is told without any, where the report's places lie together.

Invariants: only an incident of which no more than the country or a border is known gets one here, and of that country; never finer than a
district (precision 3 of UCDP), for nothing is said of the incident itself; such a place brings no two tellings together.
"""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.actors.countries import seat_country
from thucydides.grounding.places import distance_km, near_edge, place_about
from thucydides.nouns import Document, Mention, Place, PlaceRef
from thucydides.nouns.place import DISTRICT, PROVINCE

RULE = "place.neighbourhood"
TOGETHER_KM = 60.0
"""Places no farther apart than this are one neighbourhood; a place this near a line lies at it."""
LEAST_RADIUS_KM = 25.0
FEWEST, REGION_KM = 4, 120.0
"""So many places of a report lie in one region where four in five of them are no farther than this from one of them."""
SEVERAL = 3
"""So many places a report must name for more than half of what it tells to say where the rest was."""
OFTEN = 3
"""So often a report must name the place that it is about for an incident told without any to be thought of there."""


def in_neighbourhood(country: Place, own: Sequence[PlaceRef], others: Sequence[PlaceRef]) -> Place | None:
    """The first place that an incident's own sentences name in a country, whatever its part there, else the one where the other incidents
    of its report were in these weeks; None where there is none or they lie apart."""
    for refs, why in ((own, "its own sentences name it"), (others, "the other incidents of the report were there")):
        fine = [r.place for r in refs if r.place is not None and _is_fine(r.place, country) and not _for_government(r)]
        if fine:
            return _about(fine[0], country, why) if all(_together(fine[0], p) for p in fine) else None
    return None


def most_told_of(country: Place, document: Document, places: Sequence[PlaceRef]) -> Place | None:
    """The place of a country that a report as a whole is about and names again and again, where nothing nearer says the neighbourhood."""
    about = place_about(document, tuple(places))
    if about is None or not _is_fine(about, country):
        return None
    times = sum(r.place is not None and r.place.gazetteer_id == about.gazetteer_id for r in places)
    return _about(about, country, "the report names it most") if times >= OFTEN else None


def just_before(country: Place, mention: Mention, around: Surroundings) -> Place | None:
    """The place, in a country, where what is told just before an incident in the same paragraph was done; None where the incident's own
    sentence turns elsewhere."""
    text, first = around.document.text, mention.passages[0].start
    if around.times_in(first, first + _HEAD):
        return None  # "30 Oct: Khin-U - a clash at Shar Taw": an entry of its own
    opens = text.rfind("\n", 0, first) + 1
    if _TURNS.match(text, first) or first - opens > _BEFORE:
        opens = max(opens, first - _BEFORE)
    told = [] if _TURNS.match(text, first) else around.places_in(opens, first)
    there = [r for r in told if r.place is not None and r.role in ("at", "near") and _is_fine(r.place, country)]
    apart = [r for r in there if not _DATING.search(text, max(opens, r.passage.start - _BEFORE_FROM), r.passage.start)]
    near = [r.place for r in apart or there if r.place is not None]
    return _about(near[-1], country, "what is told just before was there") if near else None


_DATING = re.compile(r"\b(?:days?|hours?|weeks?|months?|years?) (?:after|before|since)\b[^.;\n]*$", re.IGNORECASE)
"""Words behind which a deed is told that only dates another."""


def paragraph_before(country: Place, mention: Mention, around: Surroundings) -> Place | None:
    """The one town, in a country, that the paragraph before an incident names for something there, where the incident's own paragraph opens
    with it and turns to nothing else."""
    text, first = around.document.text, mention.passages[0].start
    opens = text.rfind("\n", 0, first) + 1
    dated = any(t.relative_to != "incident" for t in around.times_in(first, first + _OPENING))
    if first - opens > _HEAD or _TURNS.match(text, first) or dated:
        return None
    end = len(text[:opens].rstrip())
    told = around.places_in(text.rfind("\n", 0, end) + 1, end)
    near = [r.place for r in told if r.place is not None and r.role in ("at", "near") and _is_fine(r.place, country)]
    if not near or not all(_together(near[0], p) for p in near):
        return None
    return _about(near[-1], country, "what is told in the paragraph before was there")


def left_behind(mention: Mention, around: Surroundings) -> list[PlaceRef]:
    """The places that those left or came from of whom an incident's sentences tell, but none that it was launched from."""
    own = (r for p in mention.passages for r in around.places_in(p.start, p.end) if r.role in ("from", "origin"))
    text = around.document.text
    return [r for r in own if not _LAUNCHED.search(text, max(0, r.passage.start - _BEFORE_FROM), r.passage.start)]


_BEFORE_FROM = 40
_LAUNCHED = re.compile(
    r"\b(?:launch\w*|fir(?:ed|ing)|flew|flying|took off|rockets?|missiles?|drones?|jets?|shell\w*|aircraft)\b[^.;]*$", re.IGNORECASE
)


def in_province(country: Place, own: Sequence[PlaceRef]) -> Place | None:
    """The one province of a country that an incident's own sentences name."""
    named = {
        r.place.gazetteer_id: r.place
        for r in own
        if r.place is not None and r.place.kind == "admin1" and r.place.country == country.country
    }
    one = next(iter(named.values())) if len(named) == 1 else None
    return replace(one, reason=f"{RULE}: its own sentences name it; {country.reason}") if one is not None else None


_TOWNS = ("settlement", "admin2")
_THE_TOWN = re.compile(r"\bthe (?:\w+ )?(?:town|city|village)\b(?!(?: of| hall| council| called| known|[’'-]))", re.IGNORECASE)
_OPENING = 30
"""Characters at the start of a paragraph in which a day of its own opens it."""
_HEAD = 12
"""Characters at the start of an entry in which its day stands."""
_BEFORE = 500
"""Characters before an incident in which what is told may be of the same place."""
_TURNS = re.compile(
    r"\W*(?:elsewhere|separately|meanwhile|in (?:a|an|another) (?:separate|other|unrelated|different)?|in other \w+|also|further|other)\b",
    re.IGNORECASE,
)
"""What opens a sentence on another place."""


def in_region(country: Place, mention: Mention, around: Surroundings) -> Place | None:
    """The place of a country that the report names next before an incident, or first of all, where nearly all that it names of that country
    lie in one region: a place there, no finer than a province."""
    refs = [p.ref for p in around.places if p.ref.place is not None and _is_fine(p.ref.place, country) and not _for_government(p.ref)]
    places = {r.place.gazetteer_id: r.place for r in refs if r.place is not None}
    if len(places) < FEWEST:
        return None
    spread = {i: sorted(distance_km(p, q) or 0.0 for q in places.values())[len(places) * 4 // 5] for i, p in places.items()}
    middle = min(spread, key=lambda i: (spread[i], i or ""))
    if spread[middle] > REGION_KM:
        return None
    inside = [r for r in refs if r.place is not None and (distance_km(r.place, places[middle]) or 0.0) <= spread[middle]]
    first = mention.passages[0].start
    before = [r for r in inside if r.passage.start < first]
    near = (before[-1] if before else inside[0]).place or country
    return replace(_about(near, country, "the report's places lie about it"), precision=PROVINCE, radius_km=round(spread[middle], 1))


def most_named(country: Place, around: Surroundings) -> Place | None:
    """The place of a country at which a report tells most of what it tells, the first of them where several are, where more than half of
    all that it tells at several places of that country was in reach of it: a place in that region, no finer than a province."""
    refs = [p.ref for p in around.places if p.ref.role in ("at", "near") and p.ref.place is not None and not _for_government(p.ref)]
    places = [r.place for r in refs if r.place is not None and _is_fine(r.place, country)]
    times = Counter(p.gazetteer_id for p in places)
    most = next((p for p in places if times[p.gazetteer_id] == max(times.values())), None)
    if most is None or len(times) < SEVERAL or 2 * sum((distance_km(most, p) or 0.0) <= REGION_KM for p in places) <= len(places):
        return None
    about = _about(most, country, "more than half of what the report tells was in reach of it")
    return replace(about, precision=PROVINCE, radius_km=max(about.radius_km or 0.0, REGION_KM))


def in_the_town(country: Place, mention: Mention, around: Surroundings) -> Place | None:
    """The town of a country told last before an incident whose sentences speak of "the town" or "the city"."""
    text, first = around.document.text, mention.passages[0].start
    if not any(_THE_TOWN.search(text, p.start, p.end) for p in mention.passages):
        return None
    before = [r for r in around.places_in(0, first) if r.place is not None and r.role in ("at", "near", "to") and not _for_government(r)]
    towns = [r.place for r in before if r.place is not None and r.place.kind in _TOWNS and _is_fine(r.place, country)]
    return _about(towns[-1], country, "the town of which it speaks is the one told before") if towns else None


def at_line(line: Place, own: Sequence[PlaceRef]) -> Place | None:
    """The one place beside a border that an incident's own sentences name with it: "the airport of X, near the border"."""
    near = [
        r.place for r in own if r.place is not None and _is_fine(r.place, line) and _together(near_edge(line, r.place), r.place)
    ]
    if near and all(_together(near[0], p) for p in near):
        return _about(near[0], line, "its own sentences name it beside the border")
    return None


def _is_fine(place: Place, within: Place) -> bool:
    return (place.precision or DISTRICT + 1) <= DISTRICT and place.latitude is not None and place.country == within.country


def _for_government(ref: PlaceRef) -> bool:
    """Whether a seat of government is named and nothing is said to be there: "Baku acknowledged seven dead"."""
    return ref.role == "mentioned" and ref.place is not None and seat_country(ref.place.name) == ref.place.country


def _together(one: Place, two: Place) -> bool:
    gap = distance_km(one, two)
    return gap is not None and gap <= TOGETHER_KM


def _about(place: Place, concluded: Place, why: str) -> Place:
    return replace(
        place,
        precision=max(place.precision or DISTRICT, DISTRICT),
        radius_km=max(place.radius_km or 0.0, LEAST_RADIUS_KM),
        reason=f"{RULE}: {why}; {concluded.reason}",
    )
