"""Grounding: every naming of a place in a document, with its role and what it resolves to."""

from thucydides.grounding.places.answers import as_far_off, place_of_name, ref_of
from thucydides.grounding.places.border import border_place
from thucydides.grounding.places.borders import find_borders
from thucydides.grounding.places.capitals import capital_told, capitals_alone
from thucydides.grounding.places.chains import extent, fallbacks, in_chain, joined
from thucydides.grounding.places.gazetteer import Gazetteer, open_gazetteer
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.offsets import by_distance
from thucydides.grounding.places.reading import Reading
from thucydides.grounding.places.roles import role_of
from thucydides.nouns.document import Document
from thucydides.nouns.place import Place, PlaceRef, PlaceRole

_BORDER_WORDS = ("border", "Border", "BORDER", "rontier", "oundar")  # what no word of a border is without


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
    borders = find_borders(tokens, names, gazetteer) if any(word in text for word in _BORDER_WORDS) else []
    used = {id(n) for border in borders for n in border.used}
    refs: list[tuple[int, int, PlaceRef]] = []
    for border in borders:
        role, _ = role_of(tokens, border.first, border.last, "border", words)
        refs.append((border.first, border.last, ref_of(reading, border.first, border.last, role, border_place(border, gazetteer))))
    held = {id(n.container) for n in names if n.container is not None and id(n) not in used}
    chains: list[tuple[int, int, Name, PlaceRole, Place | None, str]] = []
    for name in names:
        if id(name) in used or (id(name) in held and in_chain(name, names)):
            continue
        first, last = extent(name, tokens)
        place, reason = place_of_name(name, reading)
        seat = capital_told(name, reading)
        if seat is not None:
            last, place = seat[0], as_far_off(seat[1], first, reading)
            reason = place.reason
            role, cue = role_of(tokens, first, last, place.kind, words)
            chains.append((first, last, name, role, place, reason))
            continue
        role, cue = role_of(tokens, first, last, place.kind if place else "other", words)
        if role == "mentioned" and not cue and "listed" in name.evidence and chains and chains[-1][2].last < first <= chains[-1][1] + 2:
            role = chains[-1][3]  # "in Dara'a, Deir Ezzor and Hasakeh": what holds of the first
        if role == "mentioned" and place is not None and place.kind == "other" and by_distance(place):
            role = "near"  # "60 km north of the capital, Bamako"
        if name.kind in ("demonym", "abbreviation") or "org" in name.evidence:
            role = "mentioned"
        chains.append((first, last, name, role, place, reason))
    taken = {at for first, last, *_ in chains for at in range(first, last + 1)}
    refs += [*joined(chains, reading), *capitals_alone(reading, taken)]
    refs.sort(key=lambda item: (item[0], -item[1]))
    result: list[PlaceRef] = []
    end = -1
    for first, last, ref in refs:
        if first > end:
            result.append(ref)
            end = last
    return fallbacks(result, reading)
