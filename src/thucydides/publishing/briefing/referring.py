"""Referring: an incident in few words inside a sentence: "the drone strike of 26 November 2025"."""

import re
from collections import Counter
from weakref import WeakKeyDictionary

from thucydides.nouns import Incident
from thucydides.publishing import days, sums, words
from thucydides.publishing.assets import mapping
from thucydides.publishing.index import Index

_NAMES: WeakKeyDictionary[Index, Counter[str]] = WeakKeyDictionary()
"""How often each short name stands in a record, counted once."""
HEAD = re.compile(r" (?:on|in|between|with|at|near|by|against|of|used|met)\b.*", re.S)
"""What follows the head of an incident's title."""


def reference(index: Index, incident: Incident) -> str:
    """The head of its title with its date; with its place where another incident would be called the same."""
    return f"{_called(incident)}{_place(incident) if _shared(index, incident) else ''}"


def references(index: Index, names: tuple[str, ...], most: int = 3) -> str:
    """Several incidents: "the drone strike of 26 November 2025 and the attack of 30 November 2025"."""
    found = list(dict.fromkeys(reference(index, index.incidents[n]) for n in names if n in index.incidents))
    rest = len(found) - most
    return words.listing([*found[:most], f"{words.count(rest, 'other incident')}"] if rest > 0 else found)


def dated(incident: Incident) -> str:
    """The incident's date in words."""
    return days.when(sums.when(incident))


def labelled(incident: Incident) -> str:
    """Its date, to stand before the sentence on it."""
    return f"{words.sentence_case(dated(incident))}."


def _called(incident: Incident) -> str:
    # a title of a political act begins with a verb's name, for which the phrase of its type stands
    head = HEAD.sub("", incident.title)
    named = head[:1].lower() + head[1:] if incident.kind == "incident" else mapping("phrases")["types"].get(incident.type, head)
    named = re.sub(r"^an? ", "", "use of force" if named == "force" else named)
    when = sums.when(incident)
    return f"the {named} of {days.when(when)}" if when and (when.earliest or when.latest) else f"the {named} without a date"


def _place(incident: Incident) -> str:
    assessed = incident.assessed("place")
    place = assessed.place if assessed else None
    return f" {words.located(place).split(',')[0]}" if place else ""


def _shared(index: Index, incident: Incident) -> bool:
    if index not in _NAMES:
        _NAMES[index] = Counter(_called(i) for i in index.incidents.values())
    return _NAMES[index][_called(incident)] > 1
