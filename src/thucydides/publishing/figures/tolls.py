"""Tolls: how many were killed and injured by month, best figure as bar, range as line, unknown as "?"."""

from thucydides.nouns import Record
from thucydides.publishing import words
from thucydides.publishing.chart import Chart, chart
from thucydides.publishing.figures import drawing as d

WIDTH, HEIGHT = 760.0, 210.0
COLOURS = {"killed": d.RED, "injured": d.BLUE}


def tolls(record: Record, left_out: int, status: str) -> d.Figure | None:
    """One panel for each outcome that has figures; None where no incident has a month."""
    panels = [(o, c) for o in ("killed", "injured") if (c := chart(record, WIDTH - 32, HEIGHT, o)) and any(b.counted for b in c.bars)]
    if not panels:
        return None
    first = panels[0][1]
    unit = "year" if first.by_year else "month"
    under = (
        f"Bar: the record’s best figure. Line: from the lowest to the highest credible figure. “?”: at least one incident of that {unit} "
        "has no figure, which is not 0."
    )
    body, y = d.heading(f"People killed and injured by {unit}" if len(panels) > 1 else f"People {panels[0][0]} by {unit}", under, WIDTH)
    for outcome, panel in panels:
        body.append(d.text(16, y + 14, words.sentence_case(outcome), 11.5, fill=COLOURS[outcome], weight="600"))
        body.append(f'<g transform="translate(16 {d.number(y + 10)})">')
        body += _panel(panel, COLOURS[outcome])
        body.append("</g>")
        y += HEIGHT + 8
    missing = len(first.unplaced)
    said = f"{words.count(missing, 'incident')} of no single {unit} {'is' if missing == 1 else 'are'} not drawn. " if missing else ""
    said += f"{words.count(left_out, 'incident')} outside this time {'is' if left_out == 1 else 'are'} not drawn. " if left_out else ""
    foot, height = d.footing(f"{said}{status}", y + 14, WIDTH)
    text = "; ".join(f"{b.name}: {b.words} {o}" for o, c in panels for b in c.bars if b.counted)
    return d.Figure("tolls-by-month", f"People killed and injured by {unit}", text, WIDTH, height, (*body, *foot))


def _panel(c: Chart, colour: str) -> list[str]:
    parts = []
    for tick in c.up:
        parts += [d.line(34, tick.at, c.end, tick.at, d.LINE), d.text(28, tick.at + 3.5, tick.text, 10, "end", d.SOFT)]
    for b in c.bars:
        middle = b.x + b.width / 2
        if b.height > 0:
            parts.append(d.rect(b.x, b.y, b.width, b.height, colour))
        if b.high != b.low:
            parts.append(d.line(middle, b.low, middle, b.high, d.INK, 1.3))
            parts += [d.line(middle - 3.5, y, middle + 3.5, y, d.INK, 1.3) for y in (b.low, b.high)]
        if b.unknown:
            parts.append(d.text(middle, min(b.y, b.high) - 4, "?", 12, "middle", weight="600"))
    parts.append(d.line(34, c.axis, c.end, c.axis))
    parts += [d.line(b.x + b.width / 2, c.axis, b.x + b.width / 2, c.axis + 4) for b in c.bars]
    for tick in c.across:
        parts.append(d.text(tick.at, c.axis + 17, tick.text, 10, "middle", d.INK if tick.strong else d.SOFT, "600" if tick.strong else ""))
    return parts
