"""Finding: the incident that a person means, by its id, a part of it, or words of its title."""

from collections.abc import Sequence
from difflib import get_close_matches

from thucydides.nouns import Incident, Record
from thucydides.publishing import words
from thucydides.record.errors import MissingError


def find_incident(record: Record, wanted: str) -> Incident:
    """The incident or act that `wanted` names; MissingError with the nearest ones where it names none or several."""
    every = record.incidents
    lowered = wanted.strip().lower()
    exact = [i for i in every if i.id.lower() == lowered or wanted in i.mentions]
    found = exact or [i for i in every if i.id.lower().startswith(lowered)] or [i for i in every if lowered in f"{i.id}\n{i.title}".lower()]
    if len(found) == 1 and lowered:
        return found[0]
    if found and lowered:
        raise MissingError(f"{wanted!r} may be {_listed(found)}; name one of them")
    near = _nearest(every, lowered)
    hint = f"the nearest are {_listed(near)}" if near else "the record holds none"
    raise MissingError(f"no incident is called {wanted!r}; {hint}; `thucydides show RECORD` lists all")


def _nearest(incidents: Sequence[Incident], wanted: str) -> list[Incident]:
    names = {name: i for i in incidents for name in (i.id.lower(), i.title.lower())}
    close = [names[n] for n in get_close_matches(wanted, names, 3, 0.5)]
    return list({i.id: i for i in [*close, *incidents]}.values())[:3]


def _listed(incidents: Sequence[Incident]) -> str:
    shown = [f"{i.id} ({i.title})" for i in incidents[:3]]
    return ", ".join(shown) + (f" or {words.count(len(incidents) - 3, 'other')}" if len(incidents) > 3 else "")


def find_attribute(incident: Incident, wanted: str) -> str:
    """The assessed attribute that `wanted` names; MissingError with those there are where it names none."""
    names = [a.attribute for a in incident.assessments]
    lowered = {n.lower(): n for n in names}
    if "responsibility" not in lowered:
        lowered["responsibility"] = "responsibility"
    if wanted.lower() in lowered:
        return lowered[wanted.lower()]
    begun = [name for short, name in lowered.items() if wanted and short.startswith(wanted.lower())]
    if len(begun) == 1:
        return begun[0]
    near = get_close_matches(wanted.lower(), lowered, 1, 0.5)
    hint = f"did you mean {lowered[near[0]]}? " if near else ""
    raise MissingError(f"nothing is assessed of {incident.id} under {wanted!r}; {hint}there are: {', '.join(lowered.values())}")
