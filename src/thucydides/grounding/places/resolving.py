"""Resolving: which entry every name of a document means, and whether it is a place at all."""

from collections.abc import Iterable, Sequence

from thucydides.grounding.places.borne_out import borne_out
from thucydides.grounding.places.candidates import Candidate, candidates
from thucydides.grounding.places.chance_names import is_chance
from thucydides.grounding.places.choosing import Choosing
from thucydides.grounding.places.context import Context
from thucydides.grounding.places.footprints import NOTHING, Footprint
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.holding import country_numbers, province_number
from thucydides.grounding.places.judging import judge
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.neighbours import beside
from thucydides.grounding.places.own_names import leave_to_own
from thucydides.grounding.places.quarters import keep_near
from thucydides.grounding.places.respelling import respell

ACCEPT = -0.4  # log-odds from which a name is taken for a place: best F1 on the tuned halves (docs/places.md)
_ABROAD = 2.0  # namings of another country from which a report may be about it
_HOME_HINT = 0.5  # what the outlet's own country counts as named for being that (`outlets`)
_FILED_HINT = 0.6  # what the country counts as named from whose seat of government a report was filed that names none
_PARTY_HINT = 0.6  # what a country counts as named for the naming of an armed group that fights there, as for a demonym
_ELSE = frozenset({"person", "surname", "street", "brand"})
_OF_PLACE, _OF_BODY = frozenset({"dateline", "holds"}), frozenset({"movement", "brand"})


def resolve(names: list[Name], gazetteer: Gazetteer, context: Context, parties: Iterable[str] = ()) -> Choosing:
    """Set `choice`, `entry`, `score` and `accepted` of every name that may be a place's; return how they were chosen.

    `parties` are the countries of the armed groups that the text names.
    """
    places = [name for name in names if name.kind == "place" and not _of_something_else(name)]
    choosing = Choosing(gazetteer, context)
    for name in names:
        if name.kind != "place":
            _countries_of_word(name, gazetteer, context)
    for name in places:
        choosing.name_countries(name)
    context.datelines = frozenset([name.key for name in places if "dateline" in name.evidence])
    if not context.named:
        _filed_from(places, gazetteer, context)
    if context.general and not context.named:
        context.add_country("US", 0.4)
    for country in parties:
        context.add_country(country, _PARTY_HINT)
    _abroad(context)
    choosing.lay(places)
    order = sorted(places, key=lambda n: (n.container is None, not n.types))
    choosing.settle(order)
    leave_to_own(places, lambda name: candidates(gazetteer, name))
    near = beside((country for country, weight in context.named.items() if weight >= _HOME_HINT), gazetteer)
    for name in places:
        candidate = name.choice
        if candidate is None:
            continue
        name.entry = candidate.number
        own = choosing.prints.get(name.key, NOTHING)
        if _other_kind(name, candidate):
            name.kind, name.entry, name.choice = "unknown", None, None
            continue
        name.score = judge(name, candidate, context, own)
        sure = name.score >= ACCEPT or borne_out(name, candidate, context, candidates(gazetteer, name), near)
        name.accepted = sure and name.evidence.isdisjoint(_OF_BODY) and not is_chance(name, candidate, context, own)
        if name.accepted and _unit_abroad(name, candidate, context, own):
            name.kind, name.entry, name.choice = "unknown", None, None
    keep_near(places, lambda name: candidates(gazetteer, name), choosing.prints, context, choosing.town_of_outlet)
    for name in names:
        if name.kind != "place":
            _others(name, gazetteer, context)
    return choosing


def _filed_from(places: Sequence[Name], gazetteer: Gazetteer, context: Context) -> None:
    """Take a report that names no country to be about the one from whose seat of government it was filed: "MAPUTO - ... in Palma"."""
    filed = (name for name in places if "dateline" in name.evidence)
    seats = {best.country for name in filed for best in candidates(gazetteer, name)[:1] if best.entry.name in _seats(best.country)}
    for country in sorted(seats):
        context.add_country(country, _FILED_HINT)


def _seats(country: str) -> tuple[str, ...]:
    """The names of the seat of government of a country."""
    return lexicon().capitals.get(country, ())


def _abroad(context: Context) -> None:
    """Let go of the outlet's home where the report is about other countries: a paper of Washington writes of Damascus in Syria."""
    if not context.local:
        return
    others = max([weight for country, weight in context.named.items() if country != context.local], default=0.0)
    if others >= _ABROAD and others > context.named.get(context.local, 0.0) + _HOME_HINT:
        context.named[context.local] = max(0.0, context.named.get(context.local, 0.0) - _HOME_HINT)
        context.local, context.home, context.outlet_key = "", None, ""


def _of_something_else(name: Name) -> bool:
    """Whether a name is a person's, a street's or a brand's, and nothing says that it is a place's all the same."""
    evidence = name.evidence
    return name.container is None and not evidence.isdisjoint(_ELSE) and evidence.isdisjoint(_OF_PLACE)


def _countries_of_word(name: Name, gazetteer: Gazetteer, context: Context) -> None:
    """The countries that a demonym or the short form of a state speaks of."""
    if name.kind == "demonym":
        for code in name.demonym:
            context.add_country(code, 0.6 / len(name.demonym))
        if name.fixed >= 0 and gazetteer.entry(name.fixed).kind == "admin1":
            context.provinces[name.fixed] = min(2.0, context.provinces.get(name.fixed, 0.0) + 0.6)
    elif name.abbreviation:
        context.add_country(name.abbreviation[0], 0.8)
        number = province_number(gazetteer, *name.abbreviation)
        if number is not None:
            for units in (context.provinces, context.units):
                units[number] = min(2.0, units.get(number, 0.0) + 0.6)


_UNITS = frozenset({"province", "region", "state", "governorate", "oblast", "district", "county", "division", "prefecture", "department",
                    "regency"})  # fmt: skip


def _other_kind(name: Name, candidate: Candidate) -> bool:
    """Whether the text says "province" or "district" and the gazetteer has only a village of that name: not the same place."""
    if name.type_word not in _UNITS or candidate.kind != "settlement" or name.container is None:
        return False
    return candidate.population < 20000


def _unit_abroad(name: Name, candidate: Candidate, context: Context, own: Footprint) -> bool:
    """Whether a district or a province is told and only a village of that name is known, in a country of which nothing else in the report
    speaks: "the Kandahar-Herat highway in Washir district" is not by the Washir of Yemen."""
    if name.type_word not in _UNITS or candidate.kind != "settlement" or candidate.population >= _VILLAGE or name.fixed >= 0:
        return False
    country = candidate.country
    besides = context.countries.get(country, 0.0) - own.countries.get(country, 0.0)
    named = context.named.get(country, 0.0) - own.named.get(country, 0.0)
    elsewhere = max((n for c, n in context.countries.items() if c != country), default=0.0)
    return max(besides, named) < _SPOKEN and elsewhere >= _ELSEWHERE


_VILLAGE, _SPOKEN, _ELSEWHERE = 20_000, 0.3, 1.0
"""People of a village at most; names that lie in a country from which it is spoken of, and in another from which a report is of that."""


def _others(name: Name, gazetteer: Gazetteer, context: Context) -> None:
    if name.kind == "demonym" and name.fixed >= 0:
        name.entry, name.accepted = name.fixed, "brand" not in name.evidence
    elif name.kind == "demonym":
        codes = sorted(name.demonym, key=lambda code: (-context.share(code), name.demonym.index(code)))
        numbers = country_numbers(gazetteer, tuple(codes))
        unsure = len(codes) > 1 and context.share(codes[0]) == context.share(codes[1])
        name.entry = numbers[0] if numbers and not unsure else None
        name.accepted = "brand" not in name.evidence
    elif name.abbreviation:
        name.entry = province_number(gazetteer, *name.abbreviation)
        name.accepted = True
    elif name.kind == "unknown" and not name.evidence & {"person", "surname", "common", "movement"}:
        name.accepted = bool(name.types) or name.container is not None
        respell(name, gazetteer, context)
        name.accepted = name.accepted or name.respelt
