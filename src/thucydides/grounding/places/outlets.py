"""Outlets: what a document's outlet and address say of where its readers are."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from thucydides import vocabulary
from thucydides.grounding.outlets import outlet_by_host
from thucydides.grounding.places.context import Context
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.fold import SHORT
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.lexicon import lexicon
from thucydides.nouns.document import Document

_CODES = {"uk": "GB", "eu": ""}
_LEADING = re.compile(r"^(?:the|my|go|news|daily|online|e)(?=[a-z]{5})")


class _Outlet(NamedTuple):
    """What a host tells: the country of its ending, its home or its press, whether its ending is general, its home, its namesake town."""

    local: str = ""
    general: bool = False
    home: Entry | None = None
    key: str = ""


def outlet_context(document: Document, gazetteer: Gazetteer, context: Context) -> None:
    """Set what the host tells: the country of its ending, the town where it is known to be at home, or the town it is named after.

    A host under a general ending whose text names no country is taken to write for Americans (see docs/places.md); that is decided
    in `resolving`, which knows the text.
    """
    host = (document.url or document.outlet or "").lower().split("//")[-1].split("/")[0].split(":")[0].strip().removeprefix("www.")
    if "." not in host:
        return
    context.local, context.general, context.home, context.outlet_key = _outlet(host, gazetteer)
    if context.local:
        context.add_country(context.local, 0.5)


@lru_cache(maxsize=2000)
def _outlet(host: str, gazetteer: Gazetteer) -> _Outlet:
    labels = host.split(".")
    ending = labels[-1]
    general = ending in lexicon().sets["general_endings"]
    local = _CODES.get(ending, ending.upper()) if len(ending) == 2 and not general else ""
    home = _homes().get(host) or _homes().get(".".join(labels[-2:]))
    if home is not None:
        place, admin1, country = home
        units = gazetteer.numbers(admin1, ("admin1",), country)
        towns = [o for o in gazetteer.outlines(tuple(gazetteer.numbers(place, ("settlement",), country))) if o.admin1_number in units]
        largest = min(towns, key=lambda o: (-o.population, -o.quality, o.number), default=None)
        return _Outlet(country, general, gazetteer.entry(largest.number) if largest is not None else None)
    if not local:
        known = outlet_by_host(host)
        local = known.country or "" if known is not None and (known.country or "") not in lexicon().sets["world_press"] else ""
    for label in reversed(labels[:-1]):
        if label not in lexicon().sets["subdomains"] and (key := _town(label, gazetteer)):
            return _Outlet(local, general, None, key)
    return _Outlet(local, general)


def named_after(context: Context, gazetteer: Gazetteer) -> Entry | None:
    """The largest town of the outlet's country that bears the name in its address; None where it has none."""
    country = context.local or ("US" if context.general else "")
    towns = gazetteer.named(context.outlet_key, ("settlement",), country) if context.outlet_key and country else []
    return towns[0] if towns else None


@cache
def _homes() -> dict[str, tuple[str, str, str]]:
    return {row["host"]: (row["place"], row["admin1"], row["country"]) for row in vocabulary.table("places_outlets")}


@lru_cache(maxsize=2000)
def _town(label: str, gazetteer: Gazetteer) -> str:
    """The longest town name that a label begins or ends with, of five letters and more and a thousand people and more."""
    label = re.sub(r"[^a-z]", "", label)
    press = lexicon().sets["press_words"]
    for form in dict.fromkeys((label, _LEADING.sub("", label))):
        for size in range(len(form), 4, -1):
            for key in dict.fromkeys((form[:size], form[-size:])):
                if key in press:
                    continue
                for cut in (0, *range(2, len(key) - 2)):
                    spaced = f"{_FIRST.get(key[:cut], key[:cut])} {SHORT.get(key[cut:], key[cut:])}" if cut else SHORT.get(key, key)
                    if gazetteer.has(spaced) and _is_town(spaced, gazetteer):
                        return spaced
    return ""


_FIRST = {**SHORT, "el": "al"}
"""The keys of plain first words of names of several, where these are not the words themselves."""


def _is_town(key: str, gazetteer: Gazetteer) -> bool:
    least = 1000 if " " not in key else 20000
    large = [o.number for o in gazetteer.outlines(gazetteer.find(key)[:80]) if o.kind == "settlement" and o.population > least]
    return any(gazetteer.entry(number).key in (key, f"{key} city") for number in large)
