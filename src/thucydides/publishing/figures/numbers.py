"""Numbers: each incident's number of killed as every claimant gives it, on the record's own range."""

from thucydides.nouns import Claim, Incident
from thucydides.publishing import days, sums, words
from thucydides.publishing.figures import drawing as d
from thucydides.publishing.figures.claimants import KINDS, kind, legend, name, number
from thucydides.publishing.figures.scales import Scale
from thucydides.publishing.index import Index, by_time

WIDTH, ROW, LEFT, RIGHT = 760.0, 24.0, 292.0, 190.0
MOST = 24


def numbers(index: Index, status: str) -> d.Figure | None:
    """The incidents whose numbers differ first, then those with most dead; None where no incident has a number."""
    rows = [(i, c) for i in sums.force(index.record) if (c := _claims(index, i))]
    ranked = sorted(rows, key=lambda r: (-len({number(c) for c in r[1]}), -max(number(c) or 0 for c in r[1]), by_time(r[0])))[:MOST]
    if not ranked:
        return None
    shown = sorted(ranked, key=lambda r: by_time(r[0]))
    under = (
        "Dot: a number that somebody gives. Grey band: the record’s range; stroke: its best figure. "
        + (f"The {MOST} incidents of {len(rows):,} with a number that differ or weigh most." if len(rows) > MOST else "")
    )
    body, y = d.heading("Numbers of killed, by incident and who gives them", under, WIDTH)
    used = {kind(index, c) for _, claims in shown for c in claims}
    body += legend(used, 16, y + 12)
    y += 26
    counts = [n for i, claims in shown for n in (*(number(c) or 0 for c in claims), *_ends(i))]
    scale = Scale(counts, LEFT, WIDTH - RIGHT)
    bottom = y + ROW * len(shown)
    for tick in scale.ticks:
        at = scale.at(tick)
        body += [d.line(at, y, at, bottom + 4, d.LINE), d.text(at, bottom + 17, f"{tick:,}", 10, "middle", d.SOFT)]
    for incident, claims in shown:
        body += _row(index, incident, claims, scale, y)
        y += ROW
    note = "The axis is logarithmic. " if scale.log else ""
    foot, height = d.footing(f"{note}{status}", bottom + 40, WIDTH)
    said = "; ".join(f"{i.title}: {words.quantity(sums.toll(i, 'killed'))}" for i, _ in shown)
    return d.Figure("numbers-by-claimant", "Numbers of killed, by incident and who gives them", said, WIDTH, height, (*body, *foot))


def _claims(index: Index, incident: Incident) -> list[Claim]:
    """The whole counts of the dead; a count of a part of them below the record's range is left out."""
    settled = sums.toll(incident, "killed")
    found = []
    for claim in index.claims_on(incident, "killed"):
        n = number(claim)
        part = claim.part or (n is not None and settled is not None and settled.low is not None and n < settled.low)
        if n is not None and not part and claim.stance not in ("denies", "withdraws"):
            found.append(claim)
    return found


def _ends(incident: Incident) -> list[int]:
    found = sums.toll(incident, "killed")
    return [n for n in (found.low, found.best, found.high) if n is not None] if found else []


def _row(index: Index, incident: Incident, claims: list[Claim], scale: Scale, y: float) -> list[str]:
    middle, ends = y + ROW / 2, _ends(incident)
    label = f"{days.when(sums.when(incident))}: {incident.title}"
    parts = [d.line(16, y + ROW, WIDTH - 16, y + ROW, "#eeebe4"), d.text(16, middle + 3.5, d.cut(label, LEFT - 30, 10), 10)]
    if ends:
        start, end = scale.at(min(ends)), scale.at(max(ends))
        parts.append(d.rect(start - 3, middle - 7, end - start + 6, 14, "#dcd9d2"))
        found = sums.toll(incident, "killed")
        if found and found.best is not None:
            parts.append(d.line(scale.at(found.best), middle - 8, scale.at(found.best), middle + 8, d.INK, 1.6))
    at: dict[tuple[int, int], int] = {}
    for claim in claims:
        n, k = number(claim) or 0, kind(index, claim)
        at[n, k] = at.get((n, k), 0) + 1
    stacked: dict[int, int] = {}
    for n, k in sorted(at):
        lift = stacked.get(n, 0)
        stacked[n] = lift + 1
        together = sum(1 for m, _ in at if m == n)
        height = middle - 4 * (lift - (together - 1) / 2)
        parts.append(d.circle(scale.at(n), height, 4, KINDS[k][2], ' stroke="#fff" stroke-width="0.8"'))
    by: dict[int, list[str]] = {}
    for claim in sorted(claims, key=lambda c: (number(c) or 0, c.id)):
        by.setdefault(number(claim) or 0, []).append(name(index, claim))
    said = "; ".join(f"{n:,} {', '.join(dict.fromkeys(of))}" for n, of in sorted(by.items()))
    return [*parts, d.text(WIDTH - RIGHT + 14, middle + 3.5, d.cut(said, RIGHT - 26, 9), 9, fill=d.SOFT)]
