"""Resolving: the choice of an entry for every name of a document, and whether the name is a place at all.

Three passes: countries and what names them; then every name with the countries as context; then again with the places settled so far
as anchors, one sense for one name in one document.
"""

from datetime import date

from thucydides.grounding.places.candidates import Candidate, Options, candidates, contained
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.judging import judge
from thucydides.grounding.places.linking import best_pair, country_numbers, holders, province_number
from thucydides.grounding.places.names import Name
from thucydides.grounding.places.quarters import keep_near
from thucydides.grounding.places.ranking import NOTHING, Context, Footprint, weigh
from thucydides.grounding.places.renamings import since, timed

ACCEPT = -0.4  # log-odds from which a name is taken for a place: best F1 on the tuned halves (docs/places.md)
ONE_SENSE = 3.0  # what an entry gains that the same name has elsewhere in the document
Alike = tuple[str, tuple[str, ...]]  # the key and the kinds of a name's type word: names alike in these have the same candidates
_FAR_BEHIND = 7.0  # candidates so far behind the first by the countries named do not come up again
_IN_USE = 3.0  # what a name gains that was in use at the time, and loses that was not yet
_NO_PLACE = frozenset({"person", "brand", "street"})


def resolve(names: list[Name], gazetteer: Gazetteer, context: Context) -> dict[str, Footprint]:
    """Set `choice`, `entry`, `score` and `accepted` of every name; return what each key adds to the context."""
    places = [name for name in names if name.kind == "place"]
    prints: dict[str, Footprint] = {}
    options: dict[Alike, Options] = {}
    for name in names:
        if name.kind == "place":
            found = options[name.key, name.types] = candidates(gazetteer, name)
            if found.countries and not name.evidence & {"person", "brand"}:
                prints.setdefault(name.key, Footprint()).name_countries(context, found.countries)
        else:
            _countries_of_word(name, gazetteer, context)
    context.datelines = frozenset([name.key for name in places if "dateline" in name.evidence])
    if context.general and not context.named:
        context.add_country("US", 0.4)
    _lay(places, options, prints, gazetteer, context)
    order = sorted(places, key=lambda n: (n.container is None, not n.types))
    for _ in range(2):
        if not _settle(order, options, prints, gazetteer, context):
            break
    for name in places:
        candidate = name.choice
        if candidate is None:
            continue
        name.entry = candidate.number
        if _other_kind(name, candidate):
            name.kind, name.entry, name.choice = "unknown", None, None
            continue
        name.score = judge(name, candidate, context, prints.get(name.key, NOTHING))
        name.accepted = (name.score >= ACCEPT or _borne_out(name, candidate, context)) and not name.evidence & {"movement", "brand"}
    if context.outlet_key:
        context.town = _town(gazetteer, prints, context)
    keep_near(places, lambda name: candidates(gazetteer, name), prints, context)
    for name in names:
        if name.kind != "place":
            _others(name, gazetteer, context)
    return prints


def _town(gazetteer: Gazetteer, prints: dict[str, Footprint], context: Context) -> Entry | None:
    """The town that the outlet is called after, as the document bears it out."""
    key = context.outlet_key
    found = candidates(gazetteer, Name("place", 0, 0, key, gazetteer.find(key)))
    worth = weigh(found, context, prints.get(key, NOTHING), key)
    towns = [(score, -c.number, c.entry) for score, c in zip(worth, found, strict=True) if c.klass == "town"]
    return max(towns)[2] if towns else None


def _lay(
    places: list[Name], options: dict[Alike, Options], prints: dict[str, Footprint], gazetteer: Gazetteer, context: Context
) -> None:
    """Lay out where each name may lie by what it is and by the countries that are named; candidates far behind are let go."""
    laid = set()
    for name in places:
        if name.evidence & _NO_PLACE:
            continue
        alike = (name.key, name.types)
        own = prints.get(name.key)
        if own is None:
            own = prints[name.key] = Footprint()
        paired = _paired(name, options[alike], gazetteer, context, own) if name.container is not None else None
        if paired is not None:
            own.lie((paired,), (0.0,))
        elif name.key not in laid and options[alike]:
            worth = weigh(options[alike], context, own, name.key)
            own.lie(options[alike], worth)
            options[alike] = options[alike].within(worth, _FAR_BEHIND)
        laid.add(name.key)
    if context.outlet_key and context.outlet_key not in laid:
        town = Name("place", 0, 0, context.outlet_key, gazetteer.find(context.outlet_key))
        own = prints.setdefault(town.key, Footprint())
        towns = candidates(gazetteer, town)
        own.lie(towns, weigh(towns, context, own, town.key))
        laid.add(town.key)
    if context.home is not None:
        home = Footprint()
        home.lie((Candidate(context.home, 0.0),), (0.0,))
        home.add(context)
    for key in sorted(laid):
        prints[key].add(context)


def _settle(
    order: list[Name], options: dict[Alike, Options], prints: dict[str, Footprint], gazetteer: Gazetteer, context: Context
) -> bool:
    """Choose for every name, one sense for one name, and move what the names add to the context there; whether anything moved."""
    settled: dict[str, Candidate] = {}
    chosen: dict[Alike, Candidate | None] = {}
    for name in order:
        alike = (name.key, name.types)
        alone = name.container is None and name.fixed < 0
        if alone and alike in chosen:
            candidate = chosen[alike]
        else:
            candidate = _choose(name, options[alike], gazetteer, context, settled, prints.get(name.key, NOTHING))
            if alone:
                chosen[alike] = candidate
        name.choice = candidate
        if candidate is not None and (name.container is not None or not name.types):
            settled.setdefault(name.key, candidate)
    moved = False
    for key in sorted(settled):
        if key in prints:
            moved |= prints[key].settle(settled[key], context)
    return moved


def _countries_of_word(name: Name, gazetteer: Gazetteer, context: Context) -> None:
    """The countries that a demonym or the short form of a state speaks of."""
    if name.kind == "demonym":
        for code in name.demonym:
            context.add_country(code, 0.6 / len(name.demonym))
    elif name.abbreviation:
        context.add_country(name.abbreviation[0], 0.8)
        number = province_number(gazetteer, *name.abbreviation)
        if number is not None:
            for units in (context.provinces, context.units):
                units[number] = min(2.0, units.get(number, 0.0) + 0.6)


def _paired(name: Name, options: Options, gazetteer: Gazetteer, context: Context, own: Footprint) -> Candidate | None:
    """The candidate of a name that lies in its container, with the container's entry set to the one that holds it."""
    if name.container is None:
        return None
    held = holders(gazetteer, name.container)
    outer = sorted(zip(weigh(held, context), held, strict=True), key=lambda item: (-item[0], item[1].number))
    pair = best_pair(list(zip(_worth(name, options, gazetteer, context, own), options, strict=True)), outer)
    if pair is None:
        return None
    if name.container.kind == "place":
        name.container.fixed = pair[2].number
    return options.towns.get(pair[1].number, pair[1])


def _choose(
    name: Name, options: Options, gazetteer: Gazetteer, context: Context, settled: dict[str, Candidate], own: Footprint
) -> Candidate | None:
    if not options:
        return None
    if name.container is not None and (candidate := _paired(name, options, gazetteer, context, own)) is not None:
        return candidate
    if name.fixed >= 0:
        return next((c for c in options if c.number == name.fixed), None) or Candidate(gazetteer.entry(name.fixed), 0.0)
    if len(options) == 1:
        return options[0]
    known = settled.get(name.key)
    best: Candidate | None = None
    most = 0.0
    worth = _worth(name, options, gazetteer, context, own)
    for total, candidate in zip(worth, options, strict=True):
        if known is not None and (candidate.number == known.number or (name.types and contained(candidate.entry, known.entry))):
            total += ONE_SENSE
        if best is None or total > most:
            best, most = candidate, total
    return options.towns.get(best.number, best) if best is not None else None


def _worth(name: Name, options: Options, gazetteer: Gazetteer, context: Context, own: Footprint) -> list[float]:
    """The worth of each candidate in the document, and at its time where names have changed."""
    worth = weigh(options, context, own, name.key)
    if context.day is None or name.key not in timed():
        return worth
    return [score + _of_its_time(name.key, c, gazetteer, context.day) for score, c in zip(worth, options, strict=True)]


def _of_its_time(key: str, candidate: Candidate, gazetteer: Gazetteer, day: date) -> float:
    """What speaks for a candidate in that it was called so when the document was written."""
    former = gazetteer.renamed(key).get(candidate.number)
    if former is not None:
        return _IN_USE if former.in_use(day) else 0.0
    entry = candidate.entry
    begun = since().get((entry.country, entry.kind, key)) if entry.key == key else None
    return -_IN_USE if begun is not None and day < begun else 0.0


_UNITS = frozenset(
    {"province", "region", "state", "governorate", "oblast", "district", "county", "division", "prefecture", "department"}
)


def _other_kind(name: Name, candidate: Candidate) -> bool:
    """Whether the text says "province" or "district" and the gazetteer has only a village of that name: not the same place."""
    entry = candidate.entry
    return name.type_word in _UNITS and entry.kind == "settlement" and entry.population < 20000 and name.container is not None


_AGAINST = frozenset(
    {
        "person",
        "surname",
        "brand",
        "street",
        "run-before",
        "run-after",
        "common",
        "hyphened",
        "number-before",
        "given",
        "movement",
    }
)
_ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})  # where ordinary English words are names of small places


def _borne_out(name: Name, candidate: Candidate, context: Context) -> bool:
    """Whether a name that the weights leave open is a place all the same: small places of the field are rare in what they learned from.

    It lies in a place named with it; or its type word fits and its country is spoken of; or it follows a preposition of place in a
    document about its country; or it is a water or a range by its own words ("Lake Chad").
    """
    found, entry = name.evidence, candidate.entry
    if found & _AGAINST:
        return False
    if name.container is not None:
        return True
    typed = entry.kind in name.types
    if typed and (
        context.share(entry.country) > 0
        or (name.core > name.core_first and entry.kind in ("water", "mountain", "island", "region"))
    ):
        return True
    if typed and entry.kind in ("water", "mountain", "island") and name.type_word:
        return True
    return "prep" in found and entry.country not in _ENGLISH and context.share(entry.country) >= 0.5


def _others(name: Name, gazetteer: Gazetteer, context: Context) -> None:
    if name.kind == "demonym":
        codes = sorted(name.demonym, key=lambda code: (-context.share(code), name.demonym.index(code)))
        numbers = country_numbers(gazetteer, tuple(codes))
        unsure = len(codes) > 1 and context.share(codes[0]) == context.share(codes[1])
        name.entry = numbers[0] if numbers and not unsure else None
        name.accepted = not name.evidence & {"brand"}
    elif name.abbreviation:
        name.entry = province_number(gazetteer, *name.abbreviation)
        name.accepted = True
    elif name.kind == "unknown" and not name.evidence & {"person", "surname", "common", "movement"}:
        name.accepted = bool(name.types) or name.container is not None
        _respell(name, gazetteer, context)
        name.accepted = name.accepted or name.respelt


def _respell(name: Name, gazetteer: Gazetteer, context: Context) -> None:
    """Look a name that no key meets up by its consonants, in its container's country, else in the countries of the document."""
    holder = holders(gazetteer, name.container)[:1] if name.container is not None else []
    codes = [holder[0].country] if holder else sorted(context.named, key=lambda c: (-context.named[c], c))[:4]
    best: tuple[float, int] | None = None
    for code in codes:
        for number in gazetteer.respelt(name.key, code):
            entry = gazetteer.entry(number)
            if (entry.kind not in name.types if name.types else entry.kind not in ("settlement", "admin2")) or (
                holder and not contained(entry, holder[0].entry)
            ):
                continue
            worth = -float(name.types.index(entry.kind) if name.types else 0)
            score = weigh((Candidate(entry, worth),), context)[0]
            if best is None or score > best[0]:
                best = (score, number)
    if best:
        name.entry, name.respelt = best[1], True
