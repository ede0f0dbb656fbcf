"""Assessments: every attribute of an incident assessed from its tellings, by the named rule for counts and one rule each for the
rest.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.keeping.parcel import NOTHING, Parcel
from thucydides.nouns import Assessment, Place, Ruling
from thucydides.reconciling.arithmetic.ranging import Ranged, ranged
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
    """An incident with everything told of it (`seen` gives the case) and what was made of it; `tolls` holds the tellings of each outcome.

    `ranges` are what those allow, `copies` maps documents to the document whose passage they copy; `sources` are the places it was
    launched from.
    """

    id: str
    seen: Callable[[], Case]
    assessments: tuple[Assessment, ...]
    tolls: dict[str, tuple[Telling, ...]]
    dates: tuple[Dated, ...]
    places: tuple[Placed, ...]
    types: tuple[Typed, ...]
    copies: dict[str, str]
    ranges: dict[str, Ranged]
    sources: tuple[Place, ...] = ()

    @property
    def case(self) -> Case:
        """The tellings, read where they are asked for."""
        return self.seen()

    def get(self, attribute: str) -> Assessment | None:
        """The assessment of an attribute, None where no telling speaks of it."""
        return next((a for a in self.assessments if a.attribute == attribute), None)

    def groups(self, outcome: str) -> tuple[Assessment, ...]:
        """The assessments of an outcome's groups."""
        return tuple(a for a in self.assessments if a.attribute.startswith(f"{outcome}/"))


class Weighed(Struct, frozen=True):
    """What the tellings of an incident come to by the rules alone, whatever its id and whatever people set; `told` are the assessments,
    of no incident yet, `ranges` what the tellings of each outcome allow.
    """

    copies: dict[str, str]
    dates: tuple[Dated, ...]
    places: tuple[Placed, ...]
    sources: tuple[Place, ...]
    types: tuple[Typed, ...]
    tolls: dict[str, tuple[Telling, ...]]
    ranges: dict[str, Ranged]
    told: tuple[Assessment, ...]


HEADING = frozenset({"date", "place"})
"""What gives an incident its id."""


class Cluster(Struct, frozen=True):
    """The ids of the mentions judged to tell of one occurrence, in order, without those rejected; the documents that tell of it; whether
    most of them tell of an act; and the reasons that brought them together.

    `fixed` is what people set for its mentions, `later` what they set by incident ids, which are known only when all are named.
    """

    mentions: tuple[str, ...]
    documents: tuple[str, ...] = ()
    act: bool = False
    reasons: Parcel = NOTHING
    fixed: tuple[tuple[str, str, Ruling], ...] = ()
    later: tuple[tuple[str, str, str, Ruling], ...] = ()


class Outline(Struct, frozen=True):
    """An incident before it has its id, which its date and place give it: the `heading`. `case` gives its tellings, `weighed` all that they
    come to, and `key` is the digest of what they can see, empty where nobody asked for it.
    """

    cluster: Cluster
    heading: tuple[Assessment, ...]
    case: Callable[[], Case]
    weighed: Callable[[], Weighed]
    key: bytes = b""

    def get(self, attribute: str) -> Assessment | None:
        """The date or place that names the incident: what a person set, else what the rule gives."""
        told = [a for a in self.heading if a.attribute == attribute]
        if said := [f for f in self.cluster.fixed if f[0] == attribute]:
            told = [*overrule(told, "", said)]
        return told[0] if told else None


def weigh(case: Case, rule: Rule, name: str) -> Weighed:
    """What a case comes to under a rule for counts: a pure function of its tellings and of what they can see."""
    copies = twins(case.context, case.mentions)
    dates, places, sources, types = dated(case, copies), placed(case, copies), launched_from(case), typed(case, copies)
    tolls = {outcome: standing(case, outcome, tellings(case, outcome), copies) for outcome in OUTCOMES}
    harm = any(t.quantity.low or t.quantity.best for some in tolls.values() for t in some if not t.superseded)
    named = (assess_date("", dates), assess_place("", places, sources, acting_countries(case)))
    told = [a for a in named if a is not None]
    told += [assess_type("", types), assess_status("", types, harm)]
    for outcome in OUTCOMES:
        told.extend(_named_apart(assess_tolls("", outcome, tolls[outcome], rule, name)))
    ranges = {outcome: ranged(some) for outcome, some in tolls.items() if some}
    return Weighed(copies, dates, places, sources, types, tolls, ranges, tuple(told))


def heading(weighed: Weighed) -> tuple[Assessment, ...]:
    """The assessments that give an incident its id."""
    return tuple(a for a in weighed.told if a.attribute in HEADING)


def assess(incident: str, sketch: Outline) -> Assessed:
    """All assessments of one incident: what its tellings come to, and what people set in its place."""
    found = sketch.weighed()
    made = overrule([replace(a, incident=incident) for a in found.told], incident, sketch.cluster.fixed)
    return Assessed(
        incident, sketch.case, made, found.tolls, found.dates, found.places, found.types, found.copies, found.ranges, found.sources
    )  # fmt: skip


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
