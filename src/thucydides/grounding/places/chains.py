"""Chains: names that are one location: "X in the Y district of Z", "between A and B", "the A–B crossing"."""

import re

from msgspec.structs import replace

from thucydides.grounding.places.answers import ref_of
from thucydides.grounding.places.company import KNOWN
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.narrowing import near_edge
from thucydides.grounding.places.nearby import known_near
from thucydides.grounding.places.places import distance_km, middle
from thucydides.grounding.places.reading import Reading
from thucydides.grounding.places.roads import of_road, road_between
from thucydides.grounding.places.tokens import Tokens
from thucydides.nouns.place import Place, PlaceRef, PlaceRole

_CROSSING = frozenset({"crossing", "checkpoint", "bridge", "gate", "port", "post"})
_AND = re.compile(r"\)?,? and (?:the |also )?(?:\w+ of )?")
_APART = 6  # words between two places named as one are fewer
_LONG_KM = 100.0  # a stretch between two places is seldom longer
_JOINT_KM = 250.0  # two places named together as one location lie no farther apart than this
_ROAD_KM = 600.0  # nor the ends of a road that is named by them


def in_chain(name: Name, names: list[Name]) -> bool:
    return any(other.container is name and other.accepted for other in names)


def extent(name: Name, tokens: Tokens) -> tuple[int, int]:
    first, last = name.first, name.last
    holder = name.container
    while holder is not None and holder.accepted:
        first, last = min(first, holder.first), max(last, holder.last)
        holder = holder.container
    return first, last


def joined(
    chains: list[tuple[int, int, Name, PlaceRole, Place | None, str]], reading: Reading
) -> list[tuple[int, int, PlaceRef]]:
    """Chains as refs; two that are one location ("between A and B", "near A and B", "the A–B crossing") as one."""
    tokens = reading.tokens
    result: list[tuple[int, int, PlaceRef]] = []
    skip = False
    for at, (first, last, _, role, place, reason) in enumerate(chains):
        if skip:
            skip = False
            continue
        nxt = chains[at + 1] if at + 1 < len(chains) else None
        if nxt is not None and nxt[0] - last <= _APART and place is not None and nxt[4] is not None:
            gap = tokens.between(last, nxt[0])
            road = road_between(tokens, (first, last), (nxt[0], nxt[2].last)) if _joint(place, nxt[4], _ROAD_KM) else None
            if road is not None:
                both, end = _stretch(place, nxt[4], nxt[2]), max(road[1], nxt[1])
                result.append((first, end, ref_of(reading, first, end, "between" if both is not place else "near", both)))
                skip = True
                continue
            after = [t.lower for t in tokens[nxt[1] + 1 : nxt[1] + 3]]
            crossing = bool(_CROSSING & set(chains[at + 1][2].type_word.split()))
            dash = gap.strip() in ("-", "–", "—", "‑") and (crossing or bool(_CROSSING & set(after)))
            and_ = role in ("near", "between") and _AND.fullmatch(gap) is not None
            longest = _ROAD_KM if role == "between" and of_road(tokens, first) else _JOINT_KM
            if (dash or and_) and _joint(place, nxt[4], longest):
                end = nxt[1]
                if dash and not crossing:
                    end += max(i for i, word in enumerate(after) if word in _CROSSING) + 1
                both = _stretch(place, nxt[4], nxt[2]) if longest == _ROAD_KM else middle([place, nxt[4]])
                if dash:
                    both = _crossing(both, place, nxt[4])
                elif role == "near":
                    both = replace(
                        both,
                        name=f"{place.name} and {nxt[4].name}",
                        precision=max(2, place.precision or 2, nxt[4].precision or 2),
                    )
                as_role: PlaceRole = "near" if (dash and role == "near") or both is place else role
                result.append((first, end, ref_of(reading, first, end, as_role, both)))
                skip = True
                continue
        if role == "between":
            role = "near" if (nxt is None or nxt[0] > last + 2) and _unlisted_end(tokens, last) else "mentioned"
        result.append((first, last, ref_of(reading, first, last, role, place, reason)))
    return result


def _stretch(one: Place, two: Place, name: Name) -> Place:
    """The middle of a stretch; of a small second end far off the place of its name that lies by the first counts, or the first alone."""
    people = name.choice.population if name.choice is not None else 0
    if (distance_km(one, two) or 0.0) <= _LONG_KM or people >= KNOWN:
        return middle([one, two])
    end = known_near(two.name, [one])
    return middle([one, end]) if end is not None else one


def _unlisted_end(tokens: Tokens, last: int) -> bool:
    """Whether a name that no gazetteer holds stands behind the first end of a stretch: "between Gao and Tin-Ahara"."""
    at = last + 2
    return at < len(tokens) and tokens[last + 1].lower == "and" and tokens[at].cap and tokens.gaps[at] == tokens.gaps[last + 1] == " "


def _crossing(both: Place, one: Place, two: Place) -> Place:
    """The crossing between two places: exact where they lie close; then, the areas being too coarse, the first named gives the country."""
    close = both.radius_km is not None and both.radius_km < 6
    both = replace(both, name=f"{one.name}–{two.name} crossing", kind="crossing", precision=1 if close else 2)
    if close:
        both = replace(both, country=one.country, admin1=one.admin1, reason=f"the middle of {one.name} and {two.name}")
    return both


def _joint(one: Place, two: Place, longest: float) -> bool:
    gap = distance_km(one, two)
    fine = {"settlement", "admin2", "site", "crossing", "other"}
    return gap is not None and gap <= longest and one.kind in fine and two.kind in fine and one.gazetteer_id != two.gazetteer_id


def fallbacks(refs: list[PlaceRef], reading: Reading) -> list[PlaceRef]:
    """An unknown name that fell back on its province is narrowed by the place named next as near it, in the same sentence."""
    result = []
    for at, ref in enumerate(refs):
        place = ref.place
        if place is not None and place.kind in ("admin1", "country") and place.reason.startswith("no "):
            for other in refs[at + 1 : at + 2]:
                gap = reading.document.text[ref.passage.end : other.passage.start]
                if other.role == "near" and other.place is not None and len(gap) < 40 and not re.search(r"[.;!?]\s", gap):
                    place = near_edge(place, other.place)
                    ref = replace(ref, place=place, reason=place.reason)
        result.append(ref)
    return result
