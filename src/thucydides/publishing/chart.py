"""Chart: how many were killed (or injured) by month, each a bar for the best figure with a line from low to high.

Incidents that no single month holds are not drawn in one; the page lists them. Months without a figure but with an incident carry
a "?", which is not a bar of height 0.
"""

from msgspec import Struct

from thucydides.nouns import Incident, Record
from thucydides.publishing import sums, words
from thucydides.publishing.sums import Sum

MOST_MONTHS = 60
"""Months that are drawn one by one; longer records are drawn by year."""
LEFT, RIGHT, TOP, BOTTOM = 34.0, 8.0, 16.0, 34.0
WIDEST = 90.0
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Bar(Struct, frozen=True):
    """One step of time with incidents: its bar from `y` to the axis, its range from `high` to `low`, in pixels."""

    x: float
    width: float
    y: float
    height: float
    low: float
    high: float
    unknown: bool
    name: str
    killed: str
    injured: str
    incidents: int
    incidents_unknown: int
    words: str
    counted: int


class Tick(Struct, frozen=True):
    """A mark on an axis with its words; `strong` where a year begins."""

    at: float
    text: str
    strong: bool = False


class Chart(Struct, frozen=True):
    """A chart ready to be drawn, in pixels, and what it could not place."""

    width: float
    height: float
    axis: float
    end: float
    bars: tuple[Bar, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    by_year: bool
    unplaced: tuple[Incident, ...]


def chart(record: Record, width: float, height: float, outcome: str = "killed") -> Chart | None:
    """The people of one outcome by month (by year for long records); None where fewer than one incident has a month or year."""
    force = sums.force(record)
    months = sorted({m for i in force if (m := sums.month(i)) is not None})
    by_year = bool(months) and serial(months[-1]) - serial(months[0]) >= MOST_MONTHS
    groups: dict[int, list[Incident]] = {}
    unplaced = []
    for incident in force:
        month, year = sums.month(incident), sums.year(incident)
        at = year if by_year else serial(month) if month else None
        if at is None:
            unplaced.append(incident)
        else:
            groups.setdefault(at, []).append(incident)
    if not groups:
        return None
    first, last = min(groups), max(groups)
    steps = last - first + 1
    step = min((width - LEFT - RIGHT) / steps, WIDEST)
    counted = {at: sums.total(of, outcome) for at, of in groups.items()}
    ticks, top = _ladder(max(s.high for s in counted.values()))
    axis = height - BOTTOM
    scale = (axis - TOP) / top
    bars = tuple(
        _bar(at, groups[at], counted[at], LEFT + (at - first) * step, step, axis, scale, by_year) for at in sorted(groups)
    )
    return Chart(
        width=width,
        height=height,
        axis=axis,
        end=round(LEFT + step * steps, 1),
        bars=bars,
        across=across(first, last, step, by_year, width),
        up=tuple(Tick(round(axis - n * scale, 1), short(n)) for n in ticks),
        by_year=by_year,
        unplaced=tuple(unplaced),
    )


def short(n: int) -> str:
    """A count that fits beside an axis: "8,000", "20k"."""
    return f"{n / 1000:g}k" if n >= 10_000 else f"{n:,}"


def serial(month: tuple[int, int]) -> int:
    """A month as a number that counts on from year to year."""
    return month[0] * 12 + month[1] - 1


def _bar(at: int, of: list[Incident], shown: Sum, x: float, step: float, axis: float, scale: float, by_year: bool) -> Bar:
    width = max(1.5, min(step * 0.72, 34.0))
    injured = sums.total(of, "injured")
    return Bar(
        x=round(x + (step - width) / 2, 1),
        width=round(width, 1),
        y=round(axis - shown.best * scale, 1),
        height=round(shown.best * scale, 1),
        low=round(axis - shown.low * scale, 1),
        high=round(axis - shown.high * scale, 1),
        unknown=shown.unknown > 0,
        name=str(at) if by_year else f"{MONTHS[at % 12]} {at // 12}",
        killed=sums.total(of, "killed").words,
        words=shown.words,
        counted=shown.counted,
        injured=injured.words,
        incidents=len(of),
        incidents_unknown=shown.unknown,
    )


def _ladder(most: int) -> tuple[list[int], int]:
    """Round numbers for the upward axis, and the highest of them."""
    step = next(s * 10**p for p in range(9) for s in (1, 2, 5) if most <= 4 * s * 10**p)
    top = max(step, -(-most // step) * step)
    return list(range(0, top + 1, step)), top


def across(first: int, last: int, step: float, by_year: bool, width: float) -> tuple[Tick, ...]:
    """The marks of the axis of time: months by name where there is room, else the years at their Januaries."""
    found = []
    every = next(n for n in (1, 2, 3, 6, 12, 24, 60, 120, 240, 10**6) if n * step >= 44)
    for at in range(first, last + 1):
        x = round(LEFT + (at - first + 0.5) * step, 1)
        if by_year:
            if (at - first) % every == 0:
                found.append(Tick(x, str(at), True))
        elif at % 12 == 0 or at == first:
            found.append(Tick(x, f"{at // 12}" if at % 12 == 0 else f"{MONTHS[at % 12]} {at // 12}", at % 12 == 0))
        elif every <= 6 and (at % 12) % every == 0 and at - first >= every:
            found.append(Tick(x, MONTHS[at % 12]))
    return _spaced(
        [Tick(round(max(_half(t), min(t.at, width - _half(t))), 1), t.text, t.strong) for t in found]
    )


def _half(tick: Tick) -> float:
    """Half the width of a mark's words; the start of a year is in bold."""
    return (4.1 if tick.strong else 3.4) * len(tick.text)


def _spaced(ticks: list[Tick]) -> tuple[Tick, ...]:
    """Without those whose words would touch the words before; the start of a year wins over a month."""
    kept: list[Tick] = []
    for tick in ticks:
        room = 6 + 3.4 * (len(tick.text) + (len(kept[-1].text) if kept else 0))
        if not kept or tick.at - kept[-1].at >= room:
            kept.append(tick)
        elif tick.strong and not kept[-1].strong:
            kept[-1] = tick
    return tuple(kept)


def summary(value: Chart) -> str:
    """The chart in one sentence, for who cannot see it."""
    worst = max(value.bars, key=lambda b: (b.height, b.name))
    first, last = value.bars[0].name, value.bars[-1].name
    unit = "year" if value.by_year else "month"
    total = words.count(len(value.bars), unit)
    return f"People killed by {unit}: {total} with incidents between {first} and {last}; most in {worst.name}, {worst.killed}."
