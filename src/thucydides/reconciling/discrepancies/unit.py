"""Discrepancies of figures: one quantity told with values that exclude each other after conversion to one unit and rounding.

Rule `figure.rounding`: a number written to a digit may be off by half of that digit's place (870 miles is 865 to 875), by the
whole place where it is said to be approximate; counts are as written. Numbers that one text gives as the same quantity in two
units must both hold.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import floor, log10

from msgspec import Struct

from thucydides.nouns import Discrepancy, Figure
from thucydides.reconciling.discrepancies.common import Scene, Side, discrepancy
from thucydides.reconciling.naming import document_name, listed, teller

_UNITS_OF_COUNT = frozenset({"", "1", "count"})


class Told(Struct, frozen=True):
    """One text's figure, with the same in other units, and the SI range within which all of them can be true (least > most where
    none can).
    """

    figures: tuple[Figure, ...]
    least: float
    most: float

    def words(self) -> str:
        """The figure as written: "850 miles (1,368 km)"."""
        first, *rest = (written(f) for f in self.figures)
        return f"{first} ({', '.join(rest)})" if rest else first


def find(scene: Scene) -> Iterator[Discrepancy]:
    """One discrepancy for each quantity on which the texts exclude each other."""
    subjects: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in sorted(scene.figures, key=lambda f: f.id):
        window = figure.window.casefold() if figure.si_unit in _UNITS_OF_COUNT else ""
        if figure.si_unit not in _UNITS_OF_COUNT or window:
            subjects.setdefault((figure.name, figure.subject.casefold(), window), []).append(figure)
    for (name, _, window), figures in sorted(subjects.items()):
        told = merged(figures)
        clashing = [(a, b) for a, b in combinations(told, 2) if not meet(a, b)]
        torn = [t for t in told if t.least > t.most]
        if clashing or torn:
            involved = [t for t in told if t in torn or any(t in pair for pair in clashing)]
            sides = [Side(written(f), f.passage, f.document, None, f.id) for t in involved for f in t.figures]
            words = _words(scene, name, involved, clashing, torn)
            yield discrepancy("value" if window else "unit", name, (), sides, words, 2.0 + min(_spread(involved), 1.0))


def merged(figures: Sequence[Figure]) -> list[Told]:
    """Figures that one text gives as the same quantity, together; the same figure told again by the same text once."""
    root = {f.id: f.id for f in figures}
    for figure in figures:
        if figure.same_as in root:
            old, new = root[figure.id], root[figure.same_as]
            root = {key: new if value == old else value for key, value in root.items()}
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.document, root[figure.id]), []).append(figure)
    found: dict[tuple[object, ...], Told] = {}
    for (document, _), some in sorted(groups.items()):
        ends = [ends_of(f) for f in some]
        told = Told(tuple(sorted(some, key=lambda f: f.passage)), max(low for low, _ in ends), min(high for _, high in ends))
        found.setdefault((document, *sorted((f.value, f.unit) for f in some)), told)
    return [t for t in found.values() if not any(_within(t, other) for other in found.values())]


def _within(told: Told, other: Told) -> bool:
    """Whether another telling of the same text holds all the figures of this one, and more."""
    mine, its = ({(f.document, f.value, f.unit) for f in t.figures} for t in (told, other))
    return mine < its


def ends_of(figure: Figure) -> tuple[float, float]:
    """The SI range that a written number can stand for."""
    factor = figure.si_value / figure.value if figure.value else 1.0
    plain = 0.0 if figure.si_unit in _UNITS_OF_COUNT else 0.5
    slack = place_of(figure.value) * (1.0 if figure.approximate else plain)
    return (figure.value - slack) * factor, (figure.value + slack) * factor


def place_of(value: float) -> float:
    """The place of the last digit written that is not zero: 870 -> 10, 1368 -> 1, 840.5 -> 0.1."""
    if not value:
        return 1.0
    place = 10.0 ** floor(log10(abs(value)))
    while place > 0.001 and abs(value / place - round(value / place)) > 1e-9:
        place /= 10
    return place


def meet(one: Told, other: Told) -> bool:
    """Whether one length can be true of both."""
    least, most = max(one.least, other.least), min(one.most, other.most)
    return least < most or least == most == one.least == one.most


def written(figure: Figure) -> str:
    """The number as written, with its unit."""
    value = f"{figure.value:,.0f}" if figure.value == int(figure.value) else f"{figure.value:,}"
    return f"{value} {_units(figure.value, figure.unit)}".strip()


def _units(value: float, unit: str) -> str:
    """The unit's name in the number that the value asks for."""
    if value == 1 or not unit or unit == "count":
        return "" if unit == "count" else unit
    return {"foot": "feet", "percent": "percent"}.get(unit, f"{unit}s")


def _words(scene: Scene, name: str, told: Sequence[Told], clashing: Sequence[tuple[Told, Told]], torn: Sequence[Told]) -> str:
    everything = listed(dict.fromkeys(f"{t.words()} ({teller(scene.context, t.figures[0].document)})" for t in told))
    parts = [f"The texts give the {name} as {everything}; after conversion they cannot all be one quantity."]
    parts += [
        f"In {document_name(scene.context.documents.get(t.figures[0].document))}, {_converted(t)}, which agree."
        for t in told
        if len(t.figures) > 1 and t not in torn
    ]
    parts += [
        f"In {document_name(scene.context.documents.get(t.figures[0].document))}, {_converted(t)}, which do not agree."
        for t in torn
    ]
    agreeing = [(a, b) for a, b in combinations(told, 2) if (a, b) not in clashing and a not in torn and b not in torn]
    parts += [f"{a.words()} and {b.words()} agree." for a, b in agreeing]
    apart = list(dict.fromkeys(f"{a.words()} and {b.words()}" for a, b in clashing))
    if apart:
        parts.append(f"These exclude each other: {'; '.join(apart)}.")
    single = next((t for t in told if len(t.figures) == 1), None)
    other = next(
        (f for t in told if t is not single for f in t.figures if single is not None and f.unit != single.figures[0].unit), None
    )
    if single is not None and other is not None and other.value:
        factor = other.si_value / other.value
        parts.append(f"{single.words()} is {_round(single.figures[0].si_value / factor)} {_units(2, other.unit)}.")
    return " ".join(parts)


def _converted(told: Told) -> str:
    """ "850 miles is 1,368 km as converted and 1,368 km as written"."""
    first, second = told.figures[0], told.figures[1]
    factor = second.si_value / second.value if second.value else 1.0
    return f"{written(first)} is {_round(first.si_value / factor)} {_units(2, second.unit)} as converted and {written(second)} as written"


def _round(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 10 else f"{value:,.2f}"


def _spread(told: Sequence[Told]) -> float:
    middles = [(t.least + t.most) / 2 for t in told]
    return (max(middles) - min(middles)) / max(middles) if middles and max(middles) > 0 else 0.0
