"""Discrepancies of place: places of which neither holds the other and that lie too far apart to be one."""

from collections.abc import Iterator, Sequence

from thucydides.grounding.places.fold import fold
from thucydides.nouns import Discrepancy, Place
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.discrepancies.apart import places_apart
from thucydides.reconciling.discrepancies.common import WEIGHTS, Side, Single, by_value, discrepancy
from thucydides.reconciling.discrepancies.tied import tied
from thucydides.reconciling.geography import distance, relation
from thucydides.reconciling.places import Placed
from thucydides.reconciling.words import country_name


def find(scene: Single) -> Iterator[Discrepancy]:
    """One discrepancy where the places of an incident exclude each other: as one report sets them against each other, or as tellings
    do that are tied to one deed by more than likelihood (rule `discrepancy.tied`)."""
    one = scene.one
    told = [p for p in one.places if not p.inferred]
    apart = [(a, b) for a, b in places_apart(one) if not scene.doubted(a.mention, b.mention)]
    ties = tied(one) if any(not (a.aside or b.aside) for a, b in apart) else frozenset()
    apart = [(a, b) for a, b in apart if a.aside or b.aside or (frozenset((a.mention, b.mention)) in ties and _unlike(scene, a, b))]
    if not apart:
        return
    sides = [_side(p) for p in told if any(p in pair for pair in apart)]
    far = max((d for a, b in apart if (d := distance(a.place, b.place)) is not None), default=None)
    across = any(a.place.country and b.place.country and a.place.country != b.place.country for a, b in apart)
    words = f"The places differ: {by_value(scene.context, sides)}. {_reason(one, apart, far)}"
    yield discrepancy(
        "place",
        "place",
        [one.id],
        sides,
        words,
        WEIGHTS["place"] * (1.5 if across else 1.0) * (1 + min(far or 0.0, 500) / 500),
    )


def _unlike(scene: Single, one: Placed, other: Placed) -> bool:
    """Whether neither report names the other's place at all; one that does knows of both, and means the one it gives for the deed or for
    something else near it."""
    found = [scene.context.documents.get(p.passage.document) for p in (one, other)]
    texts = [fold(document.text) for document in found if document is not None]
    return len(texts) == len(found) and fold(other.place.name) not in texts[0] and fold(one.place.name) not in texts[1]


def _side(telling: Placed) -> Side:
    return Side(_name(telling.place), telling.passage, telling.passage.document, telling.chain, next(iter(telling.claims), ""))


def _name(place: Place) -> str:
    country = country_name(place.country)
    return ", ".join(dict.fromkeys(filter(None, [place.name, place.admin1, country])))


def _reason(one: Assessed, apart: Sequence[tuple[Placed, Placed]], far: float | None) -> str:
    launched = [s for s in one.sources if any(relation(p.place, s) in ("same", "inside") for pair in apart for p in pair)]
    if all(a.aside or b.aside for a, b in apart):
        return "A report itself sets one against the other."
    if launched:
        source = _name(launched[0])
        return f"{source} is told elsewhere as the place it was launched from, so one account likely names the source and not the scene."
    if far is not None:
        between = f"{round(far, -1) or round(far):,.0f} km"
        return f"They lie about {between} apart, too far to be one place; the accounts may tell of two incidents."
    return "They are different areas, and neither holds the other."
