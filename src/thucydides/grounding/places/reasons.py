"""Reasons: why a name was resolved to an entry, or to none, in words."""

from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.holding import holders
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.places import country_name
from thucydides.grounding.places.reading import Reading
from thucydides.grounding.places.renamings import renamings

_KIND_WORDS = {"settlement": "a town", "admin1": "a province", "admin2": "a district"}
OF_BODY = "part of an organisation's name"
"""The words of a reason that say that a body bears the name, which need not be where a thing was done."""


def why(name: Name, entry: Entry, wording: str, reading: Reading) -> str:
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
        holder = held_entry(name.container, reading)
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


def either(name: Name, wording: str, reading: Reading) -> str:
    """Why a name is left unresolved that may be one of several."""
    said = []
    for entry in (name.choice.entry, name.rival.entry):
        within = (entry.admin1 if entry.kind != "admin1" else "", country_name(entry.country, reading.gazetteer))
        said.append(f"{_KIND_WORDS.get(entry.kind, 'a ' + entry.kind)} in {', '.join(filter(None, within))}")
    return f"{wording} may be one of {len(name.numbers)} places, {said[0]} or {said[1]}; nothing tells which"


def held_entry(holder: Name, reading: Reading) -> Entry | None:
    """What holds a name: where the gazetteer lacks that too, what is said to hold it ("X, in the Y chiefdom of Z territory").
    A holder that no entry was found for is not taken to be its namesake in a country that the report never names."""
    if holder.kind == "unknown" and holder.container is not None:
        return held_entry(holder.container, reading)
    if holder.entry is not None:
        return reading.gazetteer.entry(holder.entry)
    named = reading.context.named
    found = (c for c in holders(reading.gazetteer, holder) if holder.kind != "unknown" or not named or c.country in named)
    return next((c.entry for c in found), None)
