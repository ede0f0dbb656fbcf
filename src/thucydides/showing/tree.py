"""Tree: how the mentions of an incident came together, step by step, as lines of text and as a drawing."""

from collections.abc import Iterator, Sequence
from html import escape

from thucydides.linking import explain_pair
from thucydides.linking.charting import svg
from thucydides.linking.merging import Merge
from thucydides.nouns import Incident, Pair
from thucydides.publishing.index import Index
from thucydides.showing.documents import called
from thucydides.showing.lines import Line

NOTE = "Mentions stand at the left; each join lies as far right as it is weak. Point at a join to read why it was made."
_WORDS = 12
"""Words of a mention's sentence that stand for it."""
_LETTERS = 64
_ROW, _LEFT, _WIDE, _TOP, _END = 24, 440, 380, 40, 30
_JOINED, _PLAIN, _WEAK = "#2b6a4d", "#5b6470", "#a8402f"


def tree(index: Index, incident: Incident, steps: Sequence[Merge]) -> list[Line]:
    """The tree, the last step at its root, then each step in order with its reasons in words."""
    name = f"{incident.title} ({incident.id})"
    if not steps:
        return [Line(name), Line("One mention tells of it, so there was nothing to join.")]
    lines = [Line(name), Line(f"How its {len(steps) + 1} mentions came together; the last step stands on top:"), Line("")]
    lines += [Line(text) for text in _drawn(index, steps)]
    return [*lines, *told(index, steps)]


def told(index: Index, steps: Sequence[Merge]) -> list[Line]:
    """Each step in order with its reasons in words."""
    lines = []
    for number, step in enumerate(steps, 1):
        lines += [Line(""), Line(_said(step), 0, f"{number}. "), *(Line(text, 3) for text in reasons(index, step))]
    return lines


def _drawn(index: Index, steps: Sequence[Merge]) -> Iterator[str]:
    made = {frozenset((*s.left, *s.right)): n for n, s in enumerate(steps, 1)}

    def walk(members: tuple[str, ...], first: str, rest: str) -> Iterator[str]:
        number = made.get(frozenset(members))
        if number is None:
            yield f"{first}{label(index, members[0])}"
            return
        step = steps[number - 1]
        yield f"{first}{number}: {_short(step)}"
        yield from walk(step.left, f"{rest}├─ ", f"{rest}│  ")
        yield from walk(step.right, f"{rest}└─ ", f"{rest}   ")

    last = steps[-1]
    return walk((*last.left, *last.right), "", "")


def label(index: Index, mention: str) -> str:
    """A mention in few words: who prints it, and how it begins."""
    found = index.mentions.get(mention)
    if found is None:
        return mention
    return f"{called(index, found.document)} (“{index.sentence(found.passages[0], _WORDS)}”)"


def _short(step: Merge) -> str:
    if step.weight is not None:
        return f"{step.weight:+.1f} bits"
    return "copies of one document" if step.reason == "copy" else f"a person's ruling ({step.reason})"


def _said(step: Merge) -> str:
    """One step in a sentence."""
    sizes = (len(step.left), len(step.right))
    sides = "Two mentions" if sizes == (1, 1) else f"{_many(step.left)} and {_many(step.right)}".capitalize()
    if step.weight is None:
        return f"{sides}: {_short(step)}."
    return f"{sides}, at {step.weight:+.1f} bits on average over the pairs between them."


def _many(side: tuple[str, ...]) -> str:
    return "one mention" if len(side) == 1 else f"{len(side)} mentions"


def reasons(index: Index, step: Merge) -> Iterator[str]:
    """Why the two sides are one: their nearest pair in words, and their farthest where it speaks against."""
    if step.nearest is not None:
        yield f"Nearest: {_pair(index, step.nearest)}"
    if step.farthest is not None and step.farthest != step.nearest and step.farthest.weight < 0:
        yield f"Farthest: {_pair(index, step.farthest)}"


def _pair(index: Index, pair: Pair) -> str:
    told = explain_pair(pair, index.mentions.get(pair.left), index.mentions.get(pair.right))
    return f"{label(index, pair.left)} and {label(index, pair.right)}. {told}"


def plain(index: Index, steps: Sequence[Merge]) -> list[dict[str, object]]:
    """The steps for a script."""
    return [
        {
            "step": number, "left": list(step.left), "right": list(step.right), "weight": step.weight, "reason": step.reason,
            "words": list(reasons(index, step)),
        }
        for number, step in enumerate(steps, 1)
    ]  # fmt: skip


def drawing(index: Index, incident: Incident, steps: Sequence[Merge]) -> str:
    """The tree as an SVG document: mentions at the left, each join as far right as it is weak, joins without a weight at the left end."""
    weights = [s.weight for s in steps if s.weight is not None]
    high, low = max([*weights, 1.0]), min([*weights, 0.0])

    def x(weight: float | None) -> float:
        return round(_LEFT + 14 + (0.0 if weight is None else (high - weight) / (high - low) * (_WIDE - 14)), 1)

    order = _leaves(steps) or list(incident.mentions)
    at = {frozenset((m,)): (float(_LEFT), _TOP + n * _ROW + 8.0) for n, m in enumerate(order)}
    parts = [
        f'<text x="{_LEFT - 8}" y="{_TOP + n * _ROW + 12}" text-anchor="end"><title>{escape(label(index, m))}</title>'
        f"{escape(_cut(label(index, m)))}</text>"
        for n, m in enumerate(order)
    ]
    for number, step in enumerate(steps, 1):
        (x1, y1), (x2, y2) = at[frozenset(step.left)], at[frozenset(step.right)]
        where = max(x(step.weight), x1, x2)
        colour = _PLAIN if step.weight is None else _JOINED if step.weight >= 2 else _WEAK
        parts.append(
            f'<path d="M{x1} {y1} H{where} V{y2} H{x2}" fill="none" stroke="{colour}" stroke-width="1.5">'
            f"<title>{escape(f'{number}: {_said(step)} ' + ' '.join(reasons(index, step)))}</title></path>"
            f'<text x="{where + 4}" y="{round((y1 + y2) / 2, 1) - 3}" font-size="10">{escape(f"{number}: {_short(step)}")}</text>'
        )
        at[frozenset((*step.left, *step.right))] = (where, round((y1 + y2) / 2, 1))
    height = _TOP + len(order) * _ROW + 10
    title = f"{incident.title} ({incident.id})"
    head = f'<text x="8" y="20" font-size="14" font-weight="bold">{escape(title)}</text>'
    return svg(f"How the mentions of {title} came together", _LEFT + _WIDE + _END + 90, height, "\n".join([head, *parts]))


def _leaves(steps: Sequence[Merge]) -> list[str]:
    """The mentions in an order in which no lines of the tree cross."""
    order: dict[frozenset[str], list[str]] = {}
    whole: list[str] = []
    for step in steps:
        whole = [m for side in (step.left, step.right) for m in order.get(frozenset(side), list(side))]
        order[frozenset(whole)] = whole
    return whole


def _cut(text: str) -> str:
    return text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1]}…"
