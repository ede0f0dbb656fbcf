"""Assessments: every attribute of an incident assessed from its tellings, by the named rule for counts and one rule each for the
rest.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.nouns import Assessment, Place
from thucydides.reconciling.context import Case
from thucydides.reconciling.dates import Dated, assess_date, dated
from thucydides.reconciling.origins import origins, twins
from thucydides.reconciling.overruling import overrule
from thucydides.reconciling.places import Placed, assess_place, launched_from, placed
from thucydides.reconciling.rules import Rule
from thucydides.reconciling.sides import acting_countries
from thucydides.reconciling.standing import standing
from thucydides.reconciling.tellings import Telling, tellings
from thucydides.reconciling.tolls import assess_tolls
from thucydides.reconciling.types import Typed, assess_status, assess_type, typed
from thucydides.reconciling.words import OUTCOMES


class Assessed(Struct, frozen=True):
    """An incident with everything told of it and what was made of it; `tolls` holds the tellings of each outcome.

    `copies` maps documents to the document whose passage they copy; `sources` are the places it was launched from.
    """

    id: str
    case: Case
    assessments: tuple[Assessment, ...]
    tolls: dict[str, tuple[Telling, ...]]
    dates: tuple[Dated, ...]
    places: tuple[Placed, ...]
    types: tuple[Typed, ...]
    copies: dict[str, str]
    sources: tuple[Place, ...] = ()

    def get(self, attribute: str) -> Assessment | None:
        """The assessment of an attribute, None where no telling speaks of it."""
        return next((a for a in self.assessments if a.attribute == attribute), None)

    def groups(self, outcome: str) -> tuple[Assessment, ...]:
        """The assessments of an outcome's groups."""
        return tuple(a for a in self.assessments if a.attribute.startswith(f"{outcome}/"))


class Outline(Struct, frozen=True):
    """An incident's date and place, which name it before all else is assessed; `told` are those of the rules alone."""

    case: Case
    copies: dict[str, str]
    dates: tuple[Dated, ...]
    places: tuple[Placed, ...]
    sources: tuple[Place, ...]
    told: tuple[Assessment, ...]

    def get(self, attribute: str) -> Assessment | None:
        """The date or place that names the incident: what a person set, else what the rule gives."""
        fixed = overrule(
            [a for a in self.told if a.attribute == attribute], "", [f for f in self.case.fixed if f[0] == attribute]
        )
        return fixed[0] if fixed else None


def outline(case: Case) -> Outline:
    """The date and place of a case."""
    copies = twins(case.context, case.mentions)
    dates, places, sources = dated(case, copies), placed(case, copies), launched_from(case)
    told = (assess_date("", dates), assess_place("", places, sources, acting_countries(case)))
    return Outline(case, copies, dates, places, sources, tuple(a for a in told if a is not None))


def counted_tellings(sketch: Outline, outcome: str) -> tuple[Telling, ...]:
    """The tellings of one outcome with their origins, weights, and what superseded them."""
    return standing(sketch.case, outcome, tellings(sketch.case, outcome), sketch.copies)


def assess(incident: str, sketch: Outline, rule: Rule, name: str) -> Assessed:
    """All assessments of one incident under a rule."""
    case = sketch.case
    types = typed(case, sketch.copies)
    tolls = {outcome: counted_tellings(sketch, outcome) for outcome in OUTCOMES}
    harm = any(t.quantity.low or t.quantity.best for some in tolls.values() for t in some if not t.superseded)
    found = [replace(a, incident=incident) for a in sketch.told]
    found.append(assess_type(incident, types))
    found.append(assess_status(incident, types, harm))
    for outcome in OUTCOMES:
        found.extend(_named_apart(assess_tolls(incident, outcome, tolls[outcome], rule, name)))
    made = overrule(found, incident, case.fixed)
    return Assessed(incident, case, made, tolls, sketch.dates, sketch.places, types, sketch.copies, sketch.sources)


def _named_apart(assessments: Sequence[Assessment]) -> list[Assessment]:
    """Assessments with no attribute twice: groups of one label are told apart by nationality or category."""
    seen: set[str] = set()
    result = []
    for one in assessments:
        attribute, tries = one.attribute, 0
        while attribute in seen:
            more = (one.nationality, one.category)[tries] if tries < 2 else str(tries)
            attribute, tries = f"{one.attribute} ({more})", tries + 1
        seen.add(attribute)
        result.append(one if attribute == one.attribute else replace(one, attribute=attribute))
    return result


def count_origins(assessed: Assessed) -> int:
    """How many independent origins tell of an incident, whatever they say of it."""
    chains = [t.chain for some in assessed.tolls.values() for t in some]
    chains += [d.chain for d in assessed.dates] + [p.chain for p in assessed.places] + [t.chain for t in assessed.types]
    return len(set(origins(chains, (), assessed.copies)))
