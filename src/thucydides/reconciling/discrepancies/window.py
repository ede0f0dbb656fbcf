"""Discrepancies of window: a count whose words for its time do not fit the days of the incidents that it counts; a figure told
for two windows.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from thucydides.grounding.times.english import MONTHS
from thucydides.nouns import Discrepancy
from thucydides.reconciling.aggregates import Checked
from thucydides.reconciling.aggregates.entries import Entry
from thucydides.reconciling.aggregates.readings import wording
from thucydides.reconciling.dates import Dated
from thucydides.reconciling.discrepancies.common import WEIGHTS, Scene, Side, aggregate_side, discrepancy
from thucydides.reconciling.naming import day, document_name, listed, when

_MONTH = re.compile(r"\b(" + "|".join(MONTHS) + r")\b", re.IGNORECASE)
_THIS = re.compile(r"\bthis (week|month|year)\b", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Discrepancy]:
    """Windows with an empty half, and windows that do not hold what the same text itself tells."""
    for checked in scene.checked:
        members = [scene.entries[i] for i in checked.check.incidents if i in scene.entries]
        if not members or checked.aggregate.summary:
            continue
        yield from _empty_part(scene, checked, members)
        yield from _outside(scene, checked, members)
    yield from _figures(scene)


def _empty_part(scene: Scene, checked: Checked, members: Sequence[Entry]) -> Iterator[Discrepancy]:
    """ "Late November and early December", where all the incidents it counts fell in November."""
    window = checked.aggregate.window
    said = wording(scene.context, checked.aggregate)
    months = list(dict.fromkeys(m.lower() for m in _MONTH.findall(said)))
    if (
        window is None
        or window.earliest is None
        or window.latest is None
        or len(months) < 2
        or " and " not in said
        or checked.check.verdict != "met"
    ):
        return
    numbers = [MONTHS.index(m) + 1 for m in months]
    if any(e.first is None or e.last is None for e in members):
        return
    empty = [n for n in numbers if not any(_touches(e, n, window.earliest, window.latest) for e in members)]
    if not empty:
        return
    days = listed(when(e.when) for e in members)
    missing = listed(MONTHS[n - 1].capitalize() for n in empty)
    words = (
        f"{_name(scene, checked)} puts them in “{said.strip()}”, but the incidents it counts are dated {days}: none in {missing}. "
        "The count is likely coarser than the accounts of each incident."
    )
    yield discrepancy(
        "window", "date", checked.check.incidents, _sides(scene, checked, members, said), words, WEIGHTS["date"] / 2
    )


def _touches(one: Entry, month: int, first: date, last: date) -> bool:
    begin, end = one.first, one.last
    return (
        begin is not None and end is not None and begin <= last and end >= first and (begin.month == month or end.month == month)
    )


def _outside(scene: Scene, checked: Checked, members: Sequence[Entry]) -> Iterator[Discrepancy]:
    """ "This month", where the count is only approached with incidents that the same text dates to another month."""
    said = wording(scene.context, checked.aggregate)
    match = _THIS.search(said)
    if match is None or match[1].lower() != "month":
        return
    newest = max((e for e in members if e.last is not None), key=lambda e: (e.last, e.id), default=None)
    if newest is None or newest.last is None:
        return
    month = (newest.last.year, newest.last.month)
    out = [
        e
        for e in members
        if e.last is not None and (e.last.year, e.last.month) != month and e.in_document(checked.aggregate.document)
    ]
    if not out:
        return
    days = listed(day(e.last) for e in out if e.last is not None)
    words = (
        f"{_name(scene, checked)} speaks of “{match.group()}”, yet it dates incidents that the count needs to {days}, in another month. "
        "“This month” is likely meant as the weeks before."
    )
    yield discrepancy(
        "window", "date", [e.id for e in out], _sides(scene, checked, out, match.group()), words, WEIGHTS["date"] / 2
    )


def _name(scene: Scene, checked: Checked) -> str:
    name = document_name(scene.context.documents.get(checked.aggregate.document))
    return f"{name[:1].upper()}{name[1:]}"


def _sides(scene: Scene, checked: Checked, members: Sequence[Entry], said: str) -> list[Side]:
    aggregate = checked.aggregate
    sides = [Side(" ".join(said.split()), aggregate.window_passage or aggregate.passage, aggregate.document, None, aggregate.id)]
    for entry_ in members:
        one = scene.incidents[entry_.id]
        dated: Dated | None = next(
            (d for d in one.dates if entry_.when is not None and (d.when.earliest, d.when.latest) == (entry_.first, entry_.last)),
            None,
        )
        if dated is not None:
            sides.append(Side(when(dated.when), dated.passage, dated.passage.document, dated.chain, next(iter(dated.claims), "")))
    return sides if len(sides) > 1 else [*sides, aggregate_side(aggregate, "the incidents it counts")]


def _figures(scene: Scene) -> Iterator[Discrepancy]:
    """One number of one thing, told for two windows."""
    told: dict[tuple[str, str, float, str], dict[str, Side]] = {}
    for figure in sorted(scene.figures, key=lambda f: f.id):
        if figure.window:
            key = (figure.name, figure.subject, figure.si_value, figure.si_unit)
            told.setdefault(key, {}).setdefault(
                " ".join(figure.window.casefold().split()), Side(figure.window, figure.passage, figure.document, None, figure.id)
            )
    for (name, _, value, _), windows in sorted(told.items()):
        sides = list(windows.values())
        if len(sides) > 1 and len({s.document for s in sides}) > 1:
            said = "; ".join(
                f"{document_name(scene.context.documents.get(s.document))} says “{' '.join(s.value.split())}”" for s in sides
            )
            words = (
                f"The same number ({value:g}) is given for the {name}, but for different times: {said}. "
                "One of the windows is likely loose."
            )
            yield discrepancy("window", name, (), sides, words, 1.0)
