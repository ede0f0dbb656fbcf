"""Voices: how many were killed by month as each kind of claimant tells it, one row a kind on one scale."""

from collections import defaultdict

from thucydides.nouns import Incident, Record
from thucydides.publishing import sums
from thucydides.publishing.chart import LEFT, RIGHT, WIDEST, across, serial, short
from thucydides.publishing.figures import drawing as d
from thucydides.publishing.figures.claimants import KINDS, kind, number
from thucydides.publishing.figures.scales import ladder
from thucydides.publishing.index import Index

WIDTH, ROW = 760.0, 92.0
MOST_MONTHS = 60


def voices(index: Index, status: str) -> d.Figure | None:
    """None where no incident with a month has a number of killed."""
    found = _counted(index, index.record)
    if not found:
        return None
    months = sorted({m for counts in found.values() for m in counts})
    by_year = months[-1] - months[0] >= MOST_MONTHS
    counts: dict[int, dict[int, int]] = {k: defaultdict(int) for k in found}
    for k, of in found.items():
        for month, n in of.items():
            counts[k][month // 12 if by_year else month] += n
    steps = sorted({at for of in counts.values() for at in of})
    first, last = steps[0], steps[-1]
    step = min((WIDTH - 32 - LEFT - RIGHT) / (last - first + 1), WIDEST)
    unit = "year" if by_year else "month"
    under = (
        "Each row adds up, incident by incident, the highest number that claimants of this kind give. Rows are not to be added: they "
        "tell of the same people."
    )
    body, y = d.heading(f"People killed by {unit}, by who says so", under, WIDTH)
    rungs = ladder(max(n for of in counts.values() for n in of.values()), 3)
    for k in sorted(counts):
        body += _row(KINDS[k][0], KINDS[k][2], counts[k], rungs, (first, last, step), y)
        y += ROW
    for tick in across(first, last, step, by_year, WIDTH - 32):
        body.append(d.text(16 + tick.at, y + 10, tick.text, 10, "middle", d.INK if tick.strong else d.SOFT, "600" if tick.strong else ""))
    foot, height = d.footing(status, y + 34, WIDTH)
    said = "; ".join(f"{KINDS[k][0]}: {sum(of.values()):,} in all" for k, of in sorted(counts.items()))
    return d.Figure("tolls-by-claimant", f"People killed by {unit}, by who says so", said, WIDTH, height, (*body, *foot))


def _counted(index: Index, record: Record) -> dict[int, dict[int, int]]:
    """By kind of claimant and month: the sum over incidents of the highest whole number claimed."""
    found: dict[int, dict[int, int]] = {}
    for incident in sums.force(record):
        month = sums.month(incident)
        if month is None:
            continue
        for k, n in _highest(index, incident).items():
            of = found.setdefault(k, defaultdict(int))
            of[serial(month)] += n
    return found


def _highest(index: Index, incident: Incident) -> dict[int, int]:
    found: dict[int, int] = {}
    for claim in index.claims_on(incident, "killed"):
        n = number(claim)
        if n is not None and claim.stance not in ("denies", "withdraws"):
            found[kind(index, claim)] = max(n, found.get(kind(index, claim), 0))
    return found


def _row(name: str, colour: str, counts: dict[int, int], rungs: list[int], frame: tuple[int, int, float], y: float) -> list[str]:
    first, last, step = frame
    axis, tall = y + ROW - 14, ROW - 40
    end = 16 + LEFT + step * (last - first + 1)
    parts = [d.text(16, y + 12, name[0].upper() + name[1:], 10.5, fill=colour, weight="600")]
    for rung in rungs:
        at = axis - tall * rung / rungs[-1]
        parts += [d.line(16 + LEFT, at, end, at, d.LINE), d.text(16 + LEFT - 6, at + 3.5, short(rung), 9, "end", d.SOFT)]
    width = max(1.5, min(step * 0.72, 34.0))
    for at, n in sorted(counts.items()):
        x = 16 + LEFT + (at - first) * step + (step - width) / 2
        parts.append(d.rect(x, axis - tall * n / rungs[-1], width, tall * n / rungs[-1], colour))
    return [*parts, d.line(16 + LEFT, axis, end, axis)]
