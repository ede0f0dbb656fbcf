"""Origin picture: the graph of origins drawn as SVG in four columns, from who first said it to the reports that print it."""

from html import escape

from thucydides.nouns import OriginEdge, OriginGraph, OriginNode

COLUMNS = ("speaker", "agency", "outlet", "document")
HEADS = {"speaker": "who says it", "agency": "agencies", "outlet": "outlets", "document": "reports"}
WIDTH, ROW, TOP, BOX, GAP = 250, 46, 64, 34, 60
"""Width of a column, height of a row, room for the head, height of a box, and room between columns, in pixels."""
_LETTERS = 34
_MARKED, _PLAIN = "#b5432a", "#5b6470"


def picture(graph: OriginGraph, title: str) -> str:
    """The graph as an SVG document; boxes of origins are marked, dashed lines are copies."""
    columns = [c for c in COLUMNS if any(n.kind == c for n in graph.nodes)]
    rows = {c: _ordered(graph, [n for n in graph.nodes if n.kind == c]) for c in columns}
    at = {
        n.id: (20 + i * (WIDTH + GAP), TOP + j * ROW)
        for i, c in enumerate(columns)
        for j, n in enumerate(rows[c])
    }  # fmt: skip
    width = 40 + len(columns) * WIDTH + max(0, len(columns) - 1) * GAP
    height = TOP + max((len(r) for r in rows.values()), default=1) * ROW + 20
    number = len(graph.origins)
    head = f"{title}: {number} independent {'origin' if number == 1 else 'origins'}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(head)}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(head)}</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="20" y="22" font-size="14" font-weight="bold">{escape(head)}</text>',
    ]
    parts += [f'<text x="{20 + i * (WIDTH + GAP)}" y="48" fill="{_PLAIN}">{HEADS[c]}</text>' for i, c in enumerate(columns)]
    parts += [_line(e, at) for e in graph.edges if e.source in at and e.target in at]
    parts += [_box(n, *at[n.id]) for c in columns for n in rows[c]]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _ordered(graph: OriginGraph, nodes: list[OriginNode]) -> list[OriginNode]:
    """The nodes of a column, those that tell most first."""
    told = {n.id: sum(len(e.claims) for e in graph.edges if n.id in (e.source, e.target)) for n in nodes}
    return sorted(nodes, key=lambda n: (-told[n.id], n.id))


def _line(edge: OriginEdge, at: dict[str, tuple[int, int]]) -> str:
    """An edge from the right of one box to the left of the other; within one column along its right side."""
    (x1, y1), (x2, y2) = at[edge.source], at[edge.target]
    y1, y2 = y1 + BOX // 2, y2 + BOX // 2
    start = x1 + WIDTH
    end, bend = (x2, (x2 - start) // 2) if x2 > x1 else (x2 + WIDTH, GAP // 2)
    path = f"M{start} {y1} C{start + bend} {y1} {end - bend if x2 > x1 else end + bend} {y2} {end} {y2}"
    dashed = ' stroke-dasharray="4 3"' if edge.relation in ("repeats", "near-copy") else ""
    width = 1 + min(len(edge.claims), 8) * 0.4
    told = f"{edge.relation}: {len(edge.claims)} {'claim' if len(edge.claims) == 1 else 'claims'}" if edge.claims else edge.relation
    return f'<path d="{path}" fill="none" stroke="#9aa3ad" stroke-width="{width:.1f}"{dashed}><title>{escape(told)}</title></path>'


def _box(node: OriginNode, x: int, y: int) -> str:
    """A node with its name, and below it what kind it is or what interest it has."""
    colour, weight = (_MARKED, 2) if node.origin else (_PLAIN, 1)
    name = node.name if len(node.name) <= _LETTERS else node.name[: _LETTERS - 1] + "…"
    below = node.interest or " ".join(filter(None, [node.media, node.country or ""]))
    below = below if len(below) <= _LETTERS + 6 else below[: _LETTERS + 5] + "…"
    box = f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{BOX}" rx="4" fill="#f7f5f0" stroke="{colour}" stroke-width="{weight}"/>'
    line = y + (15 if below else 21)
    text = f'<text x="{x + 8}" y="{line}">{escape(name)}</text>'
    note = f'<text x="{x + 8}" y="{y + 28}" font-size="10" fill="{_PLAIN}">{escape(below)}</text>' if below else ""
    return f"<g><title>{escape(node.name)}</title>{box}{text}{note}</g>"
