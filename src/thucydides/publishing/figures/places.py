"""Places: the map for print: each uncertain place as the area in which it may lie, a border as a border, never a false point."""

from thucydides.publishing import days, sums, words
from thucydides.publishing.figures import drawing as d
from thucydides.publishing.index import Index
from thucydides.publishing.maps import basemap
from thucydides.publishing.maps.frame import placed
from thucydides.publishing.maps.map import Picture, picture

WIDTH, RATIO, MARGIN = 760.0, 0.64, 16.0
MOST_LISTED = 36
SEA, LAND, OWN, EDGE, RIVER = "#dfe8ec", "#efeade", "#fbf8f0", "#b3ac9c", "#a9c3cf"
AREA = f' stroke="{d.RED}" stroke-width="1" stroke-opacity="0.7" stroke-dasharray="4 3" fill-opacity="0.12"'


def places(index: Index, status: str) -> d.Figure | None:
    """None where no incident can be drawn."""
    drawn = picture(index, WIDTH - 2 * MARGIN, RATIO)
    if drawn is None:
        return None
    under = (
        "Dashed circle: somewhere within it. Red band: somewhere along that border. Filled dot: the exact place. "
        f"{'A number says how many incidents. ' if drawn.counts else ''}What is known only by its country, or not at all, is not drawn."
    )
    body, y = d.heading("Where it happened, as exactly as is known", under, WIDTH)
    body.append(f'<clipPath id="frame"><rect width="{d.number(drawn.width)}" height="{d.number(drawn.height)}"/></clipPath>')
    body.append(f'<g transform="translate({d.number(MARGIN)} {d.number(y)})" clip-path="url(#frame)">')
    body += [*_ground(drawn), *_marks(drawn), "</g>"]
    y += drawn.height + 16
    listed, y = _key(index, drawn, y)
    coarse, nowhere = placed(index.record)[1:]
    rest = [f"{words.count(len(drawn.outside), 'incident')} far from the others" if drawn.outside else ""]
    rest.append(f"{words.count(len(coarse), 'incident')} known only by country" if coarse else "")
    rest.append(f"{len(nowhere):,} without a place" if nowhere else "")
    said = f"Not drawn: {words.listing([r for r in rest if r])}. " if any(rest) else ""
    borders = "Borders by who holds the ground; no opinion on their status."
    foot, height = d.footing(f"{said}{basemap.source()} {borders} {status}", y + 8, WIDTH)
    text = "; ".join(a.label for a in drawn.areas)
    return d.Figure("map", "Where it happened, as exactly as is known", text, WIDTH, height, (*body, *listed, *foot))


def _ground(p: Picture) -> list[str]:
    border = f' stroke="{EDGE}" stroke-width="0.8" stroke-linejoin="round"'
    parts = [d.rect(0, 0, p.width, p.height, SEA), d.path(p.land, LAND, border), d.path(p.own, OWN, border), d.path(p.lakes, SEA)]
    parts.append(d.path(p.rivers, more=f' stroke="{RIVER}" stroke-width="0.9"'))
    for c in p.countries:
        parts.append(d.text(c.x, c.y, c.text.upper(), 10.5, "middle", "#8a8577"))
    for c in p.cities:
        parts += [d.circle(c.x, c.y, 1.8, d.SOFT)] if c.dot else []
        parts.append(d.text(c.x + (5 if c.anchor == "start" else -5), c.y + 3.5, c.text, 9.5, c.anchor, d.SOFT))
    return parts


def _marks(p: Picture) -> list[str]:
    parts = [d.path(b.path, more=f' stroke="{d.RED}" stroke-opacity="0.4" stroke-width="7" stroke-linecap="round"') for b in p.bands]
    for a in p.areas:
        parts.append(d.circle(a.x, a.y, a.radius, d.RED, "" if a.exact else AREA))
    for c in p.chips:
        if abs(c.x - c.to_x) + abs(c.y - c.to_y) > 12:
            parts.append(d.line(c.to_x, c.to_y, c.x, c.y, d.RED, 0.9))
    for c in p.chips:
        parts.append(d.circle(c.x, c.y, 9.5, d.RED, ' stroke="#fff" stroke-width="1.2"'))
        parts.append(d.text(c.x, c.y + 3.6, str(c.number), 10, "middle", d.PAPER, "600"))
    for n in p.counts:
        parts.append(d.circle(n.x, n.y, n.radius, d.PAPER, f' stroke="{d.RED}" stroke-width="1.6" fill-opacity="0.92"'))
        parts.append(d.text(n.x, n.y + 3.6, f"{n.number:,}", 10, "middle", d.RED, "600"))
    x, y = p.width - p.scale - 14, p.height - 12
    parts.append(f'<path d="M{d.number(x)} {d.number(y - 5)}v5h{d.number(p.scale)}v-5" fill="none" stroke="{d.INK}" stroke-width="1.2"/>')
    return [*parts, d.text(x + p.scale / 2, y - 5, f"{p.scale_km:,} km", 9.5, "middle")]


def _key(index: Index, p: Picture, y: float) -> tuple[list[str], float]:
    """The numbers of the map with date, title and killed, in two columns."""
    incidents = sorted({c.incident for c in p.chips}, key=lambda i: index.numbers[i])[:MOST_LISTED]
    half, wide = -(-len(incidents) // 2), (WIDTH - 2 * MARGIN) / 2
    parts = []
    for n, name in enumerate(incidents):
        incident = index.incidents[name]
        x, at = MARGIN + wide * (n // half), y + 14 * (n % half) + 6
        killed = sums.toll(incident, "killed")
        toll = f" ({words.short(killed)} killed)" if killed else ""
        parts.append(d.text(x + 16, at, str(index.numbers[name]), 10, "end", d.RED, "600"))
        parts.append(d.text(x + 22, at, d.cut(f"{days.when(sums.when(incident))}: {incident.title}{toll}", wide - 30, 9.5), 9.5))
    return parts, y + 14 * half + 6
