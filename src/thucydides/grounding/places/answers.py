"""Answers: the place that a name of a reading means, or none with the reason."""

from msgspec.structs import replace

from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.offsets import told_from
from thucydides.grounding.places.places import place_of
from thucydides.grounding.places.reading import Reading
from thucydides.grounding.places.reasons import either, held_entry, why
from thucydides.nouns.passage import Passage
from thucydides.nouns.place import Place, PlaceRef, PlaceRole

_MOST_PLACED = 20_000
_PART_OF_TOWN, _DISTRICT = 2, 3
_BESIDE_KM = 20.0  # how far off a place may be of which only is known by what it lies
_BEFORE = 90  # characters before a name in which its distance from the place meant may be told


def ref_of(reading: Reading, first: int, last: int, role: PlaceRole, place: Place | None, reason: str = "") -> PlaceRef:
    start, end = reading.tokens.starts[first], reading.tokens.end(last)
    closing = reading.document.text[end : end + 1]
    if closing == ")" and "(" in reading.document.text[start:end]:
        end += 1
    wording = reading.document.text[start:end]
    return PlaceRef(Passage(reading.document.id, start, end), wording, role, place, reason or (place.reason if place else ""))


def place_of_name(name: Name, reading: Reading) -> tuple[Place | None, str]:
    """The place a name resolves to, or None with the reason."""
    gazetteer = reading.gazetteer
    wording = " ".join([t.text for t in reading.tokens[name.core_first : name.core + 1]])
    if name.town is not None and name.beside:
        reason = f"no {wording} is in the gazetteer near {name.town.name}, by which it is told"
        place = place_of(name.town, reason, precision=max(_PART_OF_TOWN, _DISTRICT if name.town.kind == "admin2" else 0))
        place = replace(place, radius_km=max(place.radius_km or 0.0, _BESIDE_KM))
        off = told_from(place, _between(name, name.town, reading), gazetteer)
        return off, off.reason
    if name.entry is None:
        return _unresolved(name, wording, reading)
    if name.town is not None:
        reason = f"no {wording} is in reach of {name.town.name}, of which the report speaks: taken for a part of it"
        return place_of(name.town, reason, precision=_PART_OF_TOWN), reason
    if name.rival is not None and name.choice is not None:
        return None, either(name, wording, reading)
    entry = gazetteer.entry(name.entry)
    reason = why(name, entry, wording, reading)
    place = _placed(entry, reason, gazetteer)
    if name.container is not None and name.container.kind == "place" and name.container.entry is not None:
        holder = gazetteer.entry(name.container.entry)
        if holder.kind == "admin1" and holder.country == place.country:
            place = replace(place, admin1=holder.name)
        elif holder.kind == "admin2" and holder.country == place.country and entry.kind == "settlement":
            place = replace(place, admin2=holder.name)
    place = as_far_off(place, name.first, reading)
    return place, place.reason


def as_far_off(place: Place, first: int, reading: Reading) -> Place:
    """A place as the words before its first token move it: "100 kilometres from the capital"."""
    start = reading.tokens.starts[first]
    return told_from(place, reading.document.text[max(0, start - _BEFORE) : start], reading.gazetteer) if first else place


def _between(name: Name, town: Entry, reading: Reading) -> str:
    """The words between a name and the town by which it is told, "" where these are many: ", 100 km south of "."""
    other = next((n for n in reading.names if n.first > name.last and n.entry == town.number), None)
    if other is None:
        return ""
    gap = reading.document.text[reading.tokens.end(name.last) : reading.tokens.starts[other.first]]
    return gap if len(gap) <= _BEFORE and "\n" not in gap else ""


def _placed(entry: Entry, reason: str, gazetteer: Gazetteer) -> Place:
    """`place_of`, kept for the next time that the entry is meant for the same reason."""
    known = gazetteer.placed
    key = (entry.number, reason)
    place = known.get(key)
    if place is None:
        if len(known) > _MOST_PLACED:
            known.clear()
        place = known[key] = place_of(entry, reason)
    return place


def _unresolved(name: Name, wording: str, reading: Reading) -> tuple[Place | None, str]:
    """An unknown name: its container's place at the container's precision, else none with the reason."""
    holder = name.container
    if holder is not None and (holder.accepted or holder.kind != "place"):
        entry = held_entry(holder, reading)
        if entry is not None:
            reason = f"no {name.type_word or 'place'} {wording} is in the gazetteer; it is said to lie in {entry.name}"
            return place_of(entry, reason), reason
    return None, f"no {name.type_word or 'place'} of the name {wording} is in the gazetteer for the countries of the document"
