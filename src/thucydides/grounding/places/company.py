"""Company: which of several small places of one name is meant, by the places that stand beside it and those that the report tells of.

Towns of one sentence lie together, and so do most villages of one report; the countries and provinces that a report names, by which a
name is chosen first, are too wide to tell two villages of one province apart. A name keeps its entry where nothing beside it lies near
another of its places (rule `place.company`).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence

from thucydides.grounding.places.candidates import Candidate, candidate_of
from thucydides.grounding.places.containment import contained, distance
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.namesakes import ENGLISH
from thucydides.grounding.places.tokens import Tokens

KNOWN = 20_000
"""People: a town that large is the one meant by its name, wherever the rest of a report is."""
APART_KM, BESIDE_KM = 100.0, 50.0
"""A place is apart from others when none is so near, and in their company when one is."""
AROUND_KM, FEWEST = 60.0, 2
"""A place is in the midst of a report when at least so many of its places lie so near."""
MANY = 80
"""Bearers of a name of which only the likeliest are looked at."""
_TELLING, _UNSURE, _TIMES = 4, -10.0, 3.0
_ABOUT, _SHARE = 4, 4  # places by which a report is of a country, and how many times those of another
_SOME = 2  # the same where the country of the one chosen has none
_VILLAGES = frozenset({"village", "villages", "hamlet"})
_SMALL = frozenset({"settlement", "admin2"})
_POINTS = frozenset({"settlement", "admin2", "site"})


def keep_company(
    tokens: Tokens, names: Sequence[Name], gazetteer: Gazetteer, candidates_of: Callable[[Name], Sequence[Candidate]]
) -> None:
    """Set the entry of small places to that of their names' bearers which lies in the province or near the places of their sentence, or in
    the midst of the report's; one sense for one name."""
    opens = [at for at in range(len(tokens)) if tokens.opens(at)]
    told = [n for n in names if n.accepted and n.entry is not None and n.kind in ("place", "unknown")]
    moved: dict[str, Candidate] = {}
    for name in told:
        if not _open(tokens, name, gazetteer):
            continue
        others = [o for o in told if o.key != name.key and o.kind == "place"]
        options = _bearers(name, others, gazetteer, candidates_of)
        if all(c.number == name.entry for c in options):
            continue
        sentence = bisect_right(opens, name.first)
        near = (o.entry for o in others if o.entry is not None and bisect_right(opens, o.first) == sentence)
        beside = [e for e in map(gazetteer.entry, near) if e.kind in _POINTS]
        told_of = [gazetteer.entry(o.entry) for o in others if o.entry is not None]
        chosen = _meant(name, options, _province_told(name, others, opens), beside, told_of, gazetteer)
        if chosen is not None:
            moved.setdefault(name.key, chosen)
    for name in told:
        if name.key in moved and _open(tokens, name, gazetteer):
            name.choice, name.entry, name.respelt = moved[name.key], moved[name.key].number, False


def _meant(
    name: Name,
    options: Sequence[Candidate],
    province: Candidate | None,
    beside: Sequence[Entry],
    told_of: Sequence[Entry],
    gazetteer: Gazetteer,
) -> Candidate | None:
    """The bearer of a name that its company speaks for, None where it keeps its entry: the one in the province that its sentence names;
    where it has one there no place of another province counts."""
    if gazetteer.entry(name.entry or 0).kind == "admin1":
        return _nearest(name, options, beside, gazetteer)
    inside = [c for c in options if province is not None and name.choice is not None and contained(c, province)]
    if province is not None and name.choice is not None and contained(name.choice, province):
        return _nearest(name, inside, beside, gazetteer)
    if inside:
        return max(inside, key=lambda c: (c.prior, -c.number))
    found = _nearest(name, options, beside, gazetteer) or _at_home(name, options, told_of, gazetteer)
    return found or _amid(name, options, told_of, gazetteer)


def _bearers(
    name: Name, others: Sequence[Name], gazetteer: Gazetteer, candidates_of: Callable[[Name], Sequence[Candidate]]
) -> list[Candidate]:
    """The small places of a name, those of which it may be a respelling among them; of a name borne by very many all those in the countries
    at hand."""
    found = {c.number: c for c in candidates_of(name)}
    chosen = gazetteer.entry(name.entry or 0)
    if chosen.kind == "admin1":
        return [c for c in found.values() if c.kind in _SMALL and c.country == chosen.country]
    other = name.key != chosen.key or chosen.population >= KNOWN
    further = list(gazetteer.respelt(name.key, chosen.country)) if other and len(name.key) >= _TELLING else []
    if len(found) >= MANY:
        about = Counter(gazetteer.entry(o.entry).country for o in others if o.entry is not None)
        further += [e.number for country, _ in about.most_common(2) for e in gazetteer.named(name.key, tuple(sorted(_SMALL)), country)]
    for number in further:
        found.setdefault(number, candidate_of(gazetteer.entry(number), _UNSURE))
    return [c for c in found.values() if c.kind in _SMALL and c.country not in ENGLISH]


def _open(tokens: Tokens, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a name means a small place, a province by its bare name, or a town that it spells otherwise ("Berlín"), and nothing in its
    chain says which."""
    if name.entry is None or name.container is not None or name.town is not None or name.fixed >= 0 or "dateline" in name.evidence:
        return False
    entry = gazetteer.entry(name.entry)
    if entry.kind == "admin1":
        return not name.types and entry.country not in ENGLISH
    return entry.kind in _SMALL and (entry.population < KNOWN or name.type_word in _VILLAGES or _marked(tokens, name, entry))


def _marked(tokens: Tokens, name: Name, entry: Entry) -> bool:
    """Whether a name is written with marks that the place found for it does not have, letter by letter the same otherwise."""
    wording = " ".join([t.text for t in tokens[name.core_first : name.core + 1]])
    return not wording.isascii() and entry.name.isascii() and entry.key == name.key


def _province_told(name: Name, others: Sequence[Name], opens: Sequence[int]) -> Candidate | None:
    """The one province that the sentence of a name names before it."""
    at = bisect_right(opens, name.first)
    units = [o for o in others if o.entry is not None and bisect_right(opens, o.first) == at and o.first < name.first]
    provinces = {o.choice.number: o.choice for o in units if o.choice is not None and o.choice.kind == "admin1" and _there(o)}
    return next(iter(provinces.values())) if len(provinces) == 1 else None


def _there(name: Name) -> bool:
    """Whether something is told to be in a place, or in what is said to hold it: "in Russia's Belgorod region"."""
    return "prep" in name.evidence or (name.container is not None and "prep" in name.container.evidence)


def _amid(name: Name, options: Sequence[Candidate], others: Sequence[Entry], gazetteer: Gazetteer) -> Candidate | None:
    """The bearer of a name that lies in the midst of the places of the report, where the one chosen is apart from all of these."""
    told = {e.number: e for e in others if e.kind in _POINTS}
    if len(told) < FEWEST or _gap(gazetteer.entry(name.entry or 0), list(told.values())) <= APART_KM:
        return None
    crowd = {c.number: sum(distance(c.entry, e) <= AROUND_KM for e in told.values()) for c in options}
    best = max(options, key=lambda c: (crowd[c.number], c.prior, -c.number), default=None)
    return best if best is not None and crowd[best.number] >= FEWEST and best.number != name.entry else None


def _at_home(name: Name, options: Sequence[Candidate], others: Sequence[Entry], gazetteer: Gazetteer) -> Candidate | None:
    """The bearer of a name in the country of which a report tells, where next to nothing else of it lies in that of the one chosen; a
    district's name is rather the district's."""
    lie = Counter(e.country for e in {e.number: e for e in others if e.kind != "country"}.values())
    country, times = lie.most_common(1)[0] if lie else ("", 0)
    chosen = lie[gazetteer.entry(name.entry or 0).country]
    if times < (_ABOUT if chosen or 2 * times <= lie.total() else _SOME) or chosen * _SHARE > times:
        return None
    inside = [c for c in options if c.country == country]
    return max(inside, key=lambda c: (c.kind == "admin2", c.prior, -c.number), default=None)


def _nearest(name: Name, options: Sequence[Candidate], others: Sequence[Entry], gazetteer: Gazetteer) -> Candidate | None:
    """The bearer of a name that lies by a place of its sentence, where the one chosen is apart from all of these."""
    if not others:
        return None
    near = [(gap, c.number, c) for c in options if (gap := _gap(c.entry, others)) <= BESIDE_KM and c.number != name.entry]
    gap, _, best = min(near, key=lambda item: item[:2], default=(0.0, 0, None))
    chosen = gazetteer.entry(name.entry or 0)
    own = chosen.radius if chosen.kind == "admin1" else 0.0
    apart = _gap(chosen, others) - own > max(APART_KM if chosen.population else BESIDE_KM, _TIMES * gap)
    return best if apart else None


def _gap(entry: Entry, others: Sequence[Entry]) -> float:
    """Kilometres to the nearest of some places, their own reach left out."""
    return min(max(0.0, distance(entry, o) - (o.radius if o.kind == "admin2" else 0.0)) for o in others)
