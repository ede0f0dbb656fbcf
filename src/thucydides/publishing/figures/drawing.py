"""Drawing: the few shapes that the figures are made of, as SVG with its looks on each element, so that any program shows it alike.

Invariant: text of others is escaped; numbers are written with one decimal, so that the same record gives the same bytes.
"""

from html import escape

from msgspec import Struct

FONT = "'Libertinus Serif', 'Linux Libertine', Georgia, 'Times New Roman', serif"
INK, SOFT, LINE, PAPER = "#1d1d1b", "#55585c", "#d8d4ca", "#ffffff"
BLUE, ORANGE, GREEN, PURPLE, YELLOW, RED = "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#8f2d22"
"""Colours that people with any colour vision tell apart (Okabe and Ito, 2008), and the project's red."""
LETTER = 0.43
"""How wide a letter is on average, in sizes of the type."""
CAPITAL = 0.68
"""The same of a capital: a headline in capitals takes half as much room again."""


class Figure(Struct, frozen=True):
    """A finished figure: its file's name without ending, its words for who cannot see it, its size and body."""

    name: str
    title: str
    description: str
    width: float
    height: float
    body: tuple[str, ...]

    @property
    def svg(self) -> bytes:
        """The figure as an SVG file."""
        size = f'width="{number(self.width)}" height="{number(self.height)}" viewBox="0 0 {number(self.width)} {number(self.height)}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title description" font-family="{FONT}">'
        words = f'<title id="title">{escape(self.title)}</title><desc id="description">{escape(self.description)}</desc>'
        paper = f'<rect width="{number(self.width)}" height="{number(self.height)}" fill="{PAPER}"/>'
        return "\n".join([head, words, paper, *self.body, "</svg>", ""]).encode()


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")


def text(
    x: float, y: float, words: str, size: float = 11, anchor: str = "start", fill: str = INK, weight: str = "", turn: float = 0
) -> str:
    """A line of text; `turn` in degrees about its own point."""
    about = f' transform="rotate({number(turn)} {number(x)} {number(y)})"' if turn else ""
    heavy = f' font-weight="{weight}"' if weight else ""
    place = f'x="{number(x)}" y="{number(y)}" font-size="{number(size)}"'
    return f'<text {place} text-anchor="{anchor}" fill="{fill}"{heavy}{about}>{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, stroke: str = INK, width: float = 1, dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
    return f'<line {ends} stroke="{stroke}" stroke-width="{number(width)}"{dashed}/>'


def rect(x: float, y: float, width: float, height: float, fill: str, more: str = "") -> str:
    return f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}" fill="{fill}"{more}/>'


def circle(x: float, y: float, radius: float, fill: str, more: str = "") -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}"{more}/>'


def path(d: str, fill: str = "none", more: str = "") -> str:
    return f'<path d="{d}" fill="{fill}"{more}/>' if d else ""


def wide(words: str, size: float) -> float:
    """About how wide a text is, in pixels."""
    return sum(CAPITAL if letter.isupper() else LETTER for letter in words) * size


def cut(words: str, room: float, size: float) -> str:
    """A text that fits, its end left out where it does not."""
    if wide(words, size) <= room:
        return words
    most = next((n for n in range(len(words), 4, -1) if wide(words[:n] + "…", size) <= room), 4)
    return words[:most].rstrip(" ,;:–-(") + "…"


def wrapped(words: str, room: float, size: float) -> list[str]:
    """A text in lines that fit."""
    rows, most = [""], max(8, int(room / (size * LETTER)))
    for word in words.split():
        if len(rows[-1]) + len(word) + 1 > most and rows[-1]:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def heading(title: str, under: str, width: float, margin: float = 16) -> tuple[list[str], float]:
    """A figure's title with a line under it, and how far down they reach."""
    parts = [text(margin, 26, title, 16, weight="600")]
    rows = wrapped(under, width - 2 * margin, 10.5)
    parts += [text(margin, 43 + 13 * n, row, 10.5, fill=SOFT) for n, row in enumerate(rows)]
    return parts, 43 + 13 * (len(rows) - 1) + 10


def footing(words: str, y: float, width: float, margin: float = 16) -> tuple[list[str], float]:
    """What stands below a figure, and the figure's whole height."""
    rows = wrapped(words, width - 2 * margin, 9)
    return [text(margin, y + 12 * n, row, 9, fill=SOFT) for n, row in enumerate(rows)], y + 12 * (len(rows) - 1) + 12
