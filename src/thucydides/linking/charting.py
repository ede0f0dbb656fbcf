"""Charting: the reasons for and against two mentions being one as a picture: SVG, or one HTML file that needs nothing else."""

from html import escape

from thucydides.linking.explaining import Bar

_ROW, _LABEL, _WIDE, _END = 26, 430, 430, 70
_LONGEST = 120
"""Letters of a line across the picture."""
_FOR, _AGAINST, _SUM = "#2b6a4d", "#a8402f", "#44546a"
_NOTE = "Bits for and against one incident; each bar starts where the one before it ended. Right of the dotted line they are one."


def picture(title: str, bars: tuple[Bar, ...], ban: str = "") -> str:
    """The waterfall as an SVG document: one bar a comparison, from the running weight before it to that after it, in bits.

    `ban` is what forbids that the two are one; it stands below the bars, and the sum is drawn pale, for it decides nothing.
    """
    low, high = min(0.0, *(min(b.start, b.end) for b in bars)), max(0.0, *(max(b.start, b.end) for b in bars))
    scale = _WIDE / max(high - low, 1e-9)

    def x(bits: float) -> float:
        return round(_LABEL + (bits - low) * scale, 1)

    rows = []
    for n, bar in enumerate(bars):
        y, begin, end = n * _ROW, x(min(bar.start, bar.end)), x(max(bar.start, bar.end))
        colour = _SUM if bar.name == "sum" else _FOR if bar.bits >= 0 else _AGAINST
        label = bar.words if len(bar.words) <= 62 else f"{bar.words[:60].rstrip()}…"
        pale = ' fill-opacity="0.35"' if ban and bar.name == "sum" else ""
        rows.append(
            f'<g><title>{escape(bar.words)}</title><text x="{_LABEL - 10}" y="{y + 17}" text-anchor="end">{escape(label)}</text>'
            f'<rect x="{begin}" y="{y + 5}" width="{max(end - begin, 1):.1f}" height="{_ROW - 10}" fill="{colour}"{pale}/>'
            f'<text x="{end + 6}" y="{y + 17}">{bar.bits:+.1f}</text></g>'
        )
    height = (len(bars) + bool(ban)) * _ROW + 8
    line = f'<line x1="{x(0)}" x2="{x(0)}" y1="0" y2="{len(bars) * _ROW + 4}" stroke="#888" stroke-dasharray="3 3"/>'
    if ban:
        said = f"Never one, whatever the bits: {ban}"
        short = said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]}…"
        rows.append(
            f'<g><title>{escape(said)}</title><text x="10" y="{len(bars) * _ROW + 17}" fill="{_AGAINST}" font-weight="bold">{escape(short)}'
            "</text></g>"
        )
    return svg(title, _LABEL + _WIDE + _END, height, f"{line}\n{''.join(rows)}")


def svg(title: str, width: int, height: int, drawn: str) -> str:
    """An SVG document of this size in pixels with a title for those who cannot see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(title)}" font-family="DejaVu Sans, sans-serif" font-size="12" fill="#222">'
        f"<title>{escape(title)}</title>\n{drawn}</svg>\n"
    )


def chart(title: str, words: list[str], bars: tuple[Bar, ...], ban: str = "") -> str:
    """The page of a waterfall: a title, the paragraphs, and the picture."""
    return page(title, words, picture(title, bars, ban), _NOTE)


def page(title: str, paragraphs: list[str], drawing: str, note: str) -> str:
    """An HTML page that holds a drawing (an SVG document) under a title and paragraphs, with a note below it."""
    inline = drawing.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
    told = "\n".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title><style>'
        "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
        "svg{max-width:100%;height:auto}svg text{font:12px system-ui,sans-serif}</style></head>\n"
        f"<body><h1>{escape(title)}</h1>\n{told}\n{inline}<p>{escape(note)}</p></body></html>\n"
    )
