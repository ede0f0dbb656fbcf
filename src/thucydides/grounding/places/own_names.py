"""Own names: a name that is some place's main name means no province or district that is called otherwise, nor a place that the report
names by that one's own main name.

Rule `place.own-name`: beside "Ituri", "Kibali" is the Kibali that is called so, though Ituri was once called that too.
"""

from collections.abc import Callable, Sequence

from thucydides.grounding.places.candidates import Candidate
from thucydides.grounding.places.name import Name

_UNITS = frozenset({"admin1", "admin2"})


def leave_to_own(places: Sequence[Name], bearers: Callable[[Name], Sequence[Candidate]]) -> None:
    """Let each name whose choice is a province or district of another name, or one that the document names by its main name, mean the place
    of that kind and country that is called so."""
    mains = {name.choice.number: name.key for name in places if name.choice is not None and not name.choice.called}
    for name in places:
        chosen = name.choice
        if chosen is None or chosen.called != "other" or not (chosen.kind in _UNITS or mains.get(chosen.number, name.key) != name.key):
            continue
        own = (c for c in bearers(name) if not c.called and c.kind == chosen.kind and c.country == chosen.country)
        name.choice = next(own, chosen)
