"""Resolving: the choice of an entry for every name of a document, and whether the name is a place at all.

Three passes: countries and what names them; then every name with the countries as context; then again with the places settled so far
as anchors, one sense for one name in one document.
"""

from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.judging import judge
from thucydides.grounding.places.lexicon import Lexicon
from thucydides.grounding.places.linking import best_pair, country_numbers, holders, province_number
from thucydides.grounding.places.names import Name
from thucydides.grounding.places.ranking import Context, Footprint, candidates, contained, in_context

ACCEPT = -0.4  # log-odds from which a name is taken for a place: best F1 on the tuned halves (docs/places.md)


def resolve(names: list[Name], gazetteer: Gazetteer, words: Lexicon, context: Context) -> None:
    """Set `entry`, `score`, `accepted` and `why` of every name."""
    for name in names:
        _sure_countries(name, gazetteer, context)
    if context.general and not context.countries:
        context.add_country("US", 0.4)
    options = {id(name): candidates(gazetteer, name) for name in names if name.kind == "place"}
    prints: dict[str, Footprint] = {}
    for name in names:
        if name.kind == "place" and not name.evidence & {"person", "brand", "street"}:
            if name.container is not None:
                chosen = _paired(name, options[id(name)], gazetteer, context)
                prints[name.key] = Footprint([(1.0, chosen)] if chosen else options[id(name)])
            else:
                prints.setdefault(
                    name.key, Footprint([(s + in_context(e, context, None, name.key), e) for s, e in options[id(name)][:20]])
                )
    if context.outlet_key and context.outlet_key not in prints:
        own = Name("place", 0, 0, context.outlet_key, gazetteer.find(context.outlet_key))
        prints[context.outlet_key] = Footprint(
            [(s + in_context(e, context, None, own.key), e) for s, e in candidates(gazetteer, own)[:30]]
        )
    if context.home is not None:
        Footprint([(1.0, context.home)]).add(context)
    for key in sorted(prints):
        prints[key].add(context)
    for _ in range(2):
        settled: dict[str, Entry] = {}
        chosen_before: dict[tuple[str, tuple[str, ...]], Entry | None] = {}
        for name in sorted((n for n in names if n.kind == "place"), key=lambda n: (n.container is None, not n.types)):
            alike = (name.key, name.types)
            if name.container is None and name.fixed < 0 and alike in chosen_before:
                entry = chosen_before[alike]
            else:
                entry = _choose(name, options[id(name)], gazetteer, context, settled, prints.get(name.key))
                if name.container is None and name.fixed < 0:
                    chosen_before[alike] = entry
            if entry is None:
                continue
            name.entry = entry.number
            if name.container is not None or not name.types:
                settled.setdefault(name.key, entry)
        for key, entry in sorted(settled.items()):
            if key in prints:
                prints[key].add(context, -1.0)
                prints[key] = Footprint([(1.0, entry)])
                prints[key].add(context)
    for name in names:
        if name.kind == "place" and name.entry is not None and _other_kind(name, gazetteer.entry(name.entry)):
            name.kind, name.entry = "unknown", None
        if name.kind == "place" and name.entry is not None:
            entry = gazetteer.entry(name.entry)
            name.score = judge(name, entry, context, prints.get(name.key))
            name.accepted = (name.score >= ACCEPT or _borne_out(name, entry, context)) and not name.evidence & {
                "movement",
                "brand",
            }
    for name in names:
        _others(name, gazetteer, context)


def _sure_countries(name: Name, gazetteer: Gazetteer, context: Context) -> None:
    if name.kind == "demonym":
        for code in name.demonym:
            context.add_country(code, 0.6 / len(name.demonym))
    elif name.abbreviation:
        context.add_country(name.abbreviation[0], 0.8)
        number = province_number(gazetteer, *name.abbreviation)
        if number is not None:
            context.provinces[number] = min(2.0, context.provinces.get(number, 0.0) + 0.6)
    elif name.kind == "place" and not name.evidence & {"person", "brand"}:
        for number in name.numbers[:60]:
            entry = gazetteer.entry(number)
            if entry.kind == "country":
                context.add_country(entry.country, 1.0)


def _paired(name: Name, options: list[tuple[float, Entry]], gazetteer: Gazetteer, context: Context) -> Entry | None:
    """The entry of a name that lies in its container, with the container's entry set to the one that holds it."""
    if name.container is None:
        return None
    outer = [(w + in_context(e, context), e) for w, e in holders(gazetteer, name.container)]
    inner = [(s + in_context(e, context), e) for s, e in options]
    pair = best_pair(inner, sorted(outer, key=lambda item: (-item[0], item[1].number)), name)
    if pair is None:
        return None
    if name.container.kind == "place":
        name.container.fixed = pair[2].number
    return pair[1]


def _choose(
    name: Name,
    options: list[tuple[float, Entry]],
    gazetteer: Gazetteer,
    context: Context,
    settled: dict[str, Entry],
    own: Footprint | None,
) -> Entry | None:
    if not options:
        return None
    if name.container is not None and (entry := _paired(name, options, gazetteer, context)) is not None:
        return entry
    if name.fixed >= 0:
        return gazetteer.entry(name.fixed)
    known = settled.get(name.key)
    best: tuple[float, int, Entry] | None = None
    for score, entry in options:
        total = score + in_context(entry, context, own, name.key)
        if known is not None and (entry.number == known.number or (name.types and contained(entry, known))):
            total += 3.0
        if best is None or (total, -entry.number) > (best[0], best[1]):
            best = (total, -entry.number, entry)
    return best[2] if best else None


_UNITS = frozenset(
    {"province", "region", "state", "governorate", "oblast", "district", "county", "division", "prefecture", "department"}
)


def _other_kind(name: Name, entry: Entry) -> bool:
    """Whether the text says "province" or "district" and the gazetteer has only a village of that name: not the same place."""
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


def _borne_out(name: Name, entry: Entry, context: Context) -> bool:
    """Whether a name that the weights leave open is a place all the same: small places of the field are rare in what they learned from.

    It lies in a place named with it; or its type word fits and its country is spoken of; or it follows a preposition of place in a
    document about its country; or it is a water or a range by its own words ("Lake Chad").
    """
    found = name.evidence
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
    codes = [holder[0][1].country] if holder else sorted(context.countries, key=lambda c: (-context.countries[c], c))[:4]
    best: tuple[float, int] | None = None
    for code in codes:
        for number in gazetteer.respelt(name.key, code):
            entry = gazetteer.entry(number)
            if (entry.kind not in name.types if name.types else entry.kind not in ("settlement", "admin2")) or (
                holder and not contained(entry, holder[0][1])
            ):
                continue
            score = -float(name.types.index(entry.kind) if name.types else 0) + in_context(entry, context)
            if best is None or score > best[0]:
                best = (score, number)
    if best:
        name.entry, name.respelt = best[1], True
