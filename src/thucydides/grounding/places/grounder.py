"""Grounding: every naming of a place in a document, with its role and what it resolves to."""

import re

from msgspec.structs import replace

from thucydides.grounding.places.borders import border_place, find_borders
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.evidence import elsewhere, listed, look
from thucydides.grounding.places.gazetteer import Gazetteer, open_gazetteer
from thucydides.grounding.places.geometry import offset
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.places.linking import holders, link
from thucydides.grounding.places.names import Name, scan
from thucydides.grounding.places.namesakes import let_go
from thucydides.grounding.places.narrowing import near_edge
from thucydides.grounding.places.outlets import outlet_context
from thucydides.grounding.places.people import people
from thucydides.grounding.places.places import country_name, distance_km, middle, place_of, unit_at
from thucydides.grounding.places.ranking import Context
from thucydides.grounding.places.renamings import renamings
from thucydides.grounding.places.resolving import resolve
from thucydides.grounding.places.roles import role_of
from thucydides.grounding.places.tokens import Tokens
from thucydides.nouns.document import Document
from thucydides.nouns.passage import Passage
from thucydides.nouns.place import Place, PlaceRef, PlaceRole

_BEARINGS = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}
_POINTS = frozenset({"settlement", "admin2", "site", "crossing"})
_DISTANCE = re.compile(r"\d[^\d]{0,60} (?:of|from) ", re.IGNORECASE)  # what wordings of `_OFFSET` and `_AWAY` cannot be without
_MOST_PLACED = 20_000
_OFFSET = re.compile(
    r"(?:(?:about|around|some|roughly|nearly|approximately|just) )?(\d[\d,.]*)(?:\s|-)?"
    r"(km|kms|kilomet(?:er|re)s?|mi|miles?)\)?(?: \([^)]{1,30}\))? "
    r"(?:to the )?(north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)? (?:of|from) (?:the |central )?"
    r"(?:(?:town|city|village|capital|port)(?: city)? of )?$",
    re.IGNORECASE,
)
_KIND_WORDS = {"settlement": "a town", "admin1": "a province", "admin2": "a district"}
_AWAY = re.compile(r"(\d[\d,.]*)(?:\s|-)?(km|kms|kilomet(?:er|re)s?|mi|miles?)\)? (?:away )?from (?:the )?(?:(?:town|city|village) of )?$")
_PART_OF_TOWN = 2
OF_BODY = "part of an organisation's name"
"""The words of a reason that say that a body bears the name, which need not be where a thing was done."""
_KM = {"k": 1.0, "m": 1.609344}
_CROSSING = frozenset({"crossing", "checkpoint", "bridge", "gate", "port", "post"})
_AND = re.compile(r"\)?,? and (?:the |also )?(?:\w+ of )?")
_APART = 6  # words between two places named as one are fewer
_JOINT_KM = 250.0  # two places named together as one location lie no farther apart than this


class Reading:
    """A document read for places: its tokens, its names with their choices, and what the document as a whole is about."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self.document, self.gazetteer, self.words = document, gazetteer, lexicon()
        self.tokens, self.names = scan(document.text, gazetteer)
        persons, surnames = people(self.tokens, self.words)
        let_go(self.tokens, self.names, persons, surnames, gazetteer)
        ends = {name.last for name in self.names}
        for name in self.names:
            look(self.tokens, name, self.words, persons, surnames, ends)
        link(self.tokens, self.names, gazetteer)
        for name in self.names:
            if name.container is not None:
                name.container.evidence.add("holds")
        listed(self.tokens, self.names)
        elsewhere(self.names)
        self.context = Context()
        self.context.day = document.published.latest if document.published is not None else None
        outlet_context(document, gazetteer, self.context)
        self.choosing = resolve(self.names, gazetteer, self.context)


def ground_places(document: Document, gazetteer: Gazetteer | None = None) -> tuple[PlaceRef, ...]:
    """Every naming of a place in the text, in order and non-overlapping; a chain ("X in the Y district of Z") is one naming.

    `place` is None with a `reason` where a name is surely a place's but cannot be resolved.
    """
    gazetteer = gazetteer or open_gazetteer()
    reading = Reading(document, gazetteer)
    return tuple(_refs(reading))


def _refs(reading: Reading) -> list[PlaceRef]:
    text, tokens, gazetteer, words = reading.document.text, reading.tokens, reading.gazetteer, reading.words
    names = [n for n in reading.names if n.accepted]
    borders = find_borders(tokens, names, gazetteer) if "order" in text or "rontier" in text or "ORDER" in text else []
    used = {id(n) for border in borders for n in border.used}
    refs: list[tuple[int, int, PlaceRef]] = []
    for border in borders:
        role, _ = role_of(tokens, border.first, border.last, "border", words)
        refs.append((border.first, border.last, _ref(reading, border.first, border.last, role, border_place(border, gazetteer))))
    held = {id(n.container) for n in names if n.container is not None and id(n) not in used}
    chains: list[tuple[int, int, Name, PlaceRole, Place | None, str]] = []
    for name in names:
        if id(name) in used or (id(name) in held and _in_chain(name, names)):
            continue
        first, last = _extent(name, tokens)
        place, reason = _place(name, reading)
        seat = _capital(name, tokens, reading)
        if seat is not None:
            last, place = seat
            reason = place.reason
            role, cue = role_of(tokens, first, last, place.kind, words)
            chains.append((first, last, name, role, place, reason))
            continue
        role, cue = role_of(tokens, first, last, place.kind if place else "other", words)
        if role == "mentioned" and not cue and "listed" in name.evidence and chains and chains[-1][2].last < first <= chains[-1][1] + 2:
            role = chains[-1][3]  # "in Dara'a, Deir Ezzor and Hasakeh": what holds of the first
        if name.kind in ("demonym", "abbreviation") or "org" in name.evidence:
            role = "mentioned"
        chains.append((first, last, name, role, place, reason))
    refs += _joined(chains, reading)
    refs.sort(key=lambda item: (item[0], -item[1]))
    result: list[PlaceRef] = []
    end = -1
    for first, last, ref in refs:
        if first > end:
            result.append(ref)
            end = last
    return _fallbacks(result, reading)


def _capital(name: Name, tokens: Tokens, reading: Reading) -> tuple[int, Place] | None:
    """The capital that a country's name or its adjective is followed by, unnamed: "Lebanon's capital", "the Somali capital"."""
    after = tokens[name.last + 1 : name.last + 3]
    if not after or after[0].lower != "capital" or name.entry is None:
        return None
    if len(after) > 1 and after[1].text[:1].isupper() and tokens.between(name.last + 1, name.last + 2).strip(" ,") == "":
        return None  # "the Yemeni capital Sanaa" names it
    entry = reading.gazetteer.entry(name.entry)
    if entry.kind != "country":
        return None
    seats = [n for n, country in reading.words.metonyms.items() if country == entry.country]
    found = [e for n in seats for e in reading.gazetteer.named(n, ("settlement",), entry.country)]
    if not found:
        return None
    city = max(found, key=lambda e: (e.population, -e.number))
    return name.last + 1, place_of(city, f"the capital of {entry.name}")


def _in_chain(name: Name, names: list[Name]) -> bool:
    return any(other.container is name and other.accepted for other in names)


def _extent(name: Name, tokens: Tokens) -> tuple[int, int]:
    first, last = name.first, name.last
    holder = name.container
    while holder is not None and holder.accepted:
        first, last = min(first, holder.first), max(last, holder.last)
        holder = holder.container
    return first, last


def _ref(reading: Reading, first: int, last: int, role: PlaceRole, place: Place | None, reason: str = "") -> PlaceRef:
    start, end = reading.tokens.starts[first], reading.tokens.end(last)
    closing = reading.document.text[end : end + 1]
    if closing == ")" and "(" in reading.document.text[start:end]:
        end += 1
    wording = reading.document.text[start:end]
    return PlaceRef(Passage(reading.document.id, start, end), wording, role, place, reason or (place.reason if place else ""))


def _place(name: Name, reading: Reading) -> tuple[Place | None, str]:
    """The place a name resolves to, or None with the reason."""
    gazetteer = reading.gazetteer
    wording = " ".join(t.text for t in reading.tokens[name.core_first : name.core + 1])
    if name.entry is None:
        return _unresolved(name, wording, reading)
    if name.town is not None:
        reason = f"no {wording} is in reach of {name.town.name}, of which the report speaks: taken for a part of it"
        return place_of(name.town, reason, precision=_PART_OF_TOWN), reason
    if name.rival is not None and name.choice is not None:
        return None, _either(name, wording, reading)
    entry = gazetteer.entry(name.entry)
    reason = _why(name, entry, wording, reading)
    place = _placed(entry, reason, gazetteer)
    if name.container is not None and name.container.kind == "place" and name.container.entry is not None:
        holder = gazetteer.entry(name.container.entry)
        if holder.kind == "admin1" and holder.country == place.country:
            place = replace(place, admin1=holder.name)
        elif holder.kind == "admin2" and holder.country == place.country and entry.kind == "settlement":
            place = replace(place, admin2=holder.name)
    if entry.kind in _POINTS and name.first:
        start = reading.tokens.starts[name.first]
        before = reading.document.text[max(0, start - 90) : start]
        if _DISTANCE.search(before):
            at = _OFFSET.search(before)
            if at:
                place = _moved(place, at, gazetteer)
            elif entry.kind != "admin2" and (off := _AWAY.search(before)) is not None:
                place = _away(place, off)
    return place, place.reason


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


def _away(place: Place, off: "re.Match[str]") -> Place:
    """ "20 km from X": near X, in no direction that is told."""
    try:
        distance = float(off.group(1).replace(",", "")) * _KM[off.group(2)[0].lower()]
    except ValueError:
        return place
    if distance > 500:
        return place
    reason = f"{place.reason}; {round(distance)} km from it, the direction is not said"
    return replace(place, precision=2 if distance <= 60 else 3, radius_km=round((place.radius_km or 0.0) + distance, 1), reason=reason)


def _moved(place: Place, at: "re.Match[str]", gazetteer: Gazetteer) -> Place:
    """ "50 km north of X": the point that far off, precision 2."""
    try:
        distance = float(at.group(1).replace(",", "")) * _KM[at.group(2)[0].lower()]
    except ValueError:
        return place
    if distance > 500 or place.latitude is None or place.longitude is None:
        return place
    way = at.group(3).lower().replace("-", "")
    latitude, longitude = offset(place.latitude, place.longitude, _BEARINGS[way], distance)
    unit = unit_at(latitude, longitude, gazetteer)
    return replace(
        place, name=f"{at.group(1)} {at.group(2)} {way} of {place.name}", gazetteer_id=None, kind="other",
        country=unit.country if unit else place.country, admin1=unit.admin1 if unit else place.admin1, admin2=None,
        latitude=round(latitude, 5), longitude=round(longitude, 5), precision=2 if distance <= 60 else 3,
        radius_km=round(max(3.0, distance / 5), 1), reason=f"{place.reason}; moved {round(distance)} km {way}",
    )  # fmt: skip


def _unresolved(name: Name, wording: str, reading: Reading) -> tuple[Place | None, str]:
    """An unknown name: its container's place at the container's precision, else none with the reason."""
    holder = name.container
    if holder is not None and (holder.accepted or holder.kind != "place"):
        entry = _held_entry(holder, reading)
        if entry is not None:
            reason = f"no {name.type_word or 'place'} {wording} is in the gazetteer; it is said to lie in {entry.name}"
            return place_of(entry, reason), reason
    return None, f"no {name.type_word or 'place'} of the name {wording} is in the gazetteer for the countries of the document"


def _either(name: Name, wording: str, reading: Reading) -> str:
    """Why a name is left unresolved that may be one of several."""
    said = []
    for entry in (name.choice.entry, name.rival.entry):
        within = (entry.admin1 if entry.kind != "admin1" else "", country_name(entry.country, reading.gazetteer))
        said.append(f"{_KIND_WORDS.get(entry.kind, 'a ' + entry.kind)} in {', '.join(filter(None, within))}")
    return f"{wording} may be one of {len(name.numbers)} places, {said[0]} or {said[1]}; nothing tells which"


def _held_entry(holder: Name, reading: Reading) -> Entry | None:
    if holder.entry is not None:
        return reading.gazetteer.entry(holder.entry)
    found = holders(reading.gazetteer, holder)
    return found[0].entry if found else None


def _why(name: Name, entry: Entry, wording: str, reading: Reading) -> str:
    """Why this entry, in words."""
    parts = []
    if name.kind == "demonym":
        return f"{wording} is said of {entry.name}"
    if name.respelt:
        parts.append(f"{wording} is taken for a respelling of {entry.name}")
    former = reading.gazetteer.renamed(name.key).get(entry.number) if name.key in renamings() else None
    if former is not None:
        parts.append(f"{former.former} is what {entry.name} was called {former.years}")
    if name.types and entry.kind in name.types:
        parts.append(f"named as {name.type_word}")
    if name.container is not None:
        holder = _held_entry(name.container, reading)
        if holder is not None:
            parts.append(f"said to be in {holder.name}")
    others = len(name.numbers) - 1
    if others > 0 and name.container is None:
        share = reading.context.share(entry.country)
        if share > 0 and entry.kind != "country":
            about = country_name(entry.country, reading.gazetteer)
            parts.append(f"of {others + 1} places of the name the likeliest, for the document is about {about}")
        else:
            parts.append(f"of {others + 1} places of the name the best known")
    if "org" in name.evidence:
        parts.append(OF_BODY)
    return "; ".join(parts) or "the only place of the name"


def _joined(
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
            after = [t.lower for t in tokens[nxt[1] + 1 : nxt[1] + 3]]
            crossing = bool(_CROSSING & set(chains[at + 1][2].type_word.split()))
            dash = gap.strip() in ("-", "–", "—", "‑") and (crossing or bool(_CROSSING & set(after)))
            and_ = role in ("near", "between") and _AND.fullmatch(gap) is not None
            if (dash or and_) and _joint(place, nxt[4]):
                end = nxt[1]
                if dash and not crossing:
                    end += max(i for i, word in enumerate(after) if word in _CROSSING) + 1
                both = middle([place, nxt[4]])
                if dash:
                    both = _crossing(both, place, nxt[4])
                elif role == "near":
                    both = replace(
                        both,
                        name=f"{place.name} and {nxt[4].name}",
                        precision=max(2, place.precision or 2, nxt[4].precision or 2),
                    )
                result.append((first, end, _ref(reading, first, end, "near" if dash and role == "near" else role, both)))
                skip = True
                continue
        if role == "between":
            role = "mentioned"
        result.append((first, last, _ref(reading, first, last, role, place, reason)))
    return result


def _crossing(both: Place, one: Place, two: Place) -> Place:
    """The crossing between two places: exact where they lie close; then, the areas being too coarse, the first named gives the country."""
    close = both.radius_km is not None and both.radius_km < 6
    both = replace(both, name=f"{one.name}–{two.name} crossing", kind="crossing", precision=1 if close else 2)
    if close:
        both = replace(both, country=one.country, admin1=one.admin1, reason=f"the middle of {one.name} and {two.name}")
    return both


def _joint(one: Place, two: Place) -> bool:
    gap = distance_km(one, two)
    fine = {"settlement", "admin2", "site", "crossing", "other"}
    return gap is not None and gap <= _JOINT_KM and one.kind in fine and two.kind in fine and one.gazetteer_id != two.gazetteer_id


def _fallbacks(refs: list[PlaceRef], reading: Reading) -> list[PlaceRef]:
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


def name_places(document: Document, gazetteer: Gazetteer, reading: "Reading | None" = None) -> tuple[PlaceRef, ...]:
    """Every name by itself, chains taken apart, with the names of peoples (the corpora mark them too): for measuring."""
    reading = reading or Reading(document, gazetteer)
    return tuple(
        _ref(reading, n.core_first, n.last, "mentioned", *_place(n, reading))
        for n in reading.names if n.accepted
    )  # fmt: skip


def resolve_span(document: Document, start: int, end: int, gazetteer: Gazetteer | None = None) -> Place | None:
    """What the name at characters `start`..`end` of a document resolves to, taken to be a place; None where nothing has that name."""
    return SpanResolver(document, gazetteer or open_gazetteer()).at(start, end)


class SpanResolver:
    """Resolves given spans of one document, which is read once."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self.reading = Reading(document, gazetteer)

    def at(self, start: int, end: int) -> Place | None:
        tokens = self.reading.tokens
        best: tuple[int, Name] | None = None
        for name in self.reading.names:
            a, b = tokens.starts[name.core_first], tokens.end(name.last)
            overlap = min(b, end) - max(a, start)
            if overlap > 0 and (best is None or overlap > best[0]):
                best = (overlap, name)
        if best is None:
            return None
        name = best[1]
        if name.kind == "place" and name.choice is None:  # set aside as a person's or a street's, and said to be a place's
            self.reading.choosing.choose_alone(name)
        return _place(name, self.reading)[0]
