"""Accusations: who holds whom responsible, as a table of marks: accused, suspected, denied, claimed."""

from collections import Counter

from thucydides.nouns import Claim
from thucydides.publishing import words
from thucydides.publishing.figures import drawing as d
from thucydides.publishing.index import Index
from thucydides.publishing.responsibility import accused_of, culprits, voice
from thucydides.publishing.sums import force

WIDTH, ROW, COLUMN, LEFT = 760.0, 26.0, 44.0, 250.0
MOST_ROWS, MOST_COLUMNS = 18, 11
MARKS = (
    ("accuses or names", ("accuses", "asserts")),
    ("suspects", ("suspects",)),
    ("claims or admits", ("claims", "admits")),
    ("denies", ("denies",)),
)


def accusations(index: Index, status: str) -> d.Figure | None:
    """None where nobody holds anybody responsible."""
    found = _found(index)
    if not found:
        return None
    speakers = Counter({s: sum(n for (a, _, _), n in found.items() if a == s) for s, _, _ in found})
    accused = Counter({t: sum(n for (_, b, _), n in found.items() if b == t) for _, t, _ in found})
    rows = [s for s, _ in sorted(speakers.items(), key=lambda p: (-p[1], p[0]))][:MOST_ROWS]
    columns = [t for t, _ in sorted(accused.items(), key=lambda p: (-p[1], p[0]))][:MOST_COLUMNS]
    rows = [s for s in rows if any((s, t, m) in found for t in columns for m in range(len(MARKS)))]
    under = "Rows: who speaks. Columns: of whom. A number says of how many incidents, where more than one."
    body, y = d.heading("Who holds whom responsible", under, WIDTH)
    x = 16.0
    for n, (name, _) in enumerate(MARKS):
        body += [*_mark(n, x + 7, y + 8, 1), d.text(x + 20, y + 12, name, 10)]
        x += 40 + d.wide(name, 10)
    high = max(d.wide(d.cut(words.sentence_case(t), 200, 10), 10) for t in columns) * 0.72 + 12
    top = y + 26 + high
    for n, target in enumerate(columns):
        at = LEFT + COLUMN * n + COLUMN / 2
        body.append(d.text(at - 2, top - 8, d.cut(words.sentence_case(target), 200, 10), 10, turn=-46))
        body.append(d.line(LEFT + COLUMN * n, top, LEFT + COLUMN * n, top + ROW * len(rows), d.LINE, 0.7))
    body.append(d.line(LEFT + COLUMN * len(columns), top, LEFT + COLUMN * len(columns), top + ROW * len(rows), d.LINE, 0.7))
    for n, speaker in enumerate(rows):
        middle = top + ROW * n + ROW / 2
        body.append(d.line(16, top + ROW * n, LEFT + COLUMN * len(columns), top + ROW * n, d.LINE, 0.7))
        body.append(d.text(LEFT - 10, middle + 3.5, d.cut(words.sentence_case(speaker), LEFT - 30, 10), 10, "end"))
        for m, target in enumerate(columns):
            marks = [(k, found[speaker, target, k]) for k in range(len(MARKS)) if (speaker, target, k) in found]
            body += _cell(marks, LEFT + COLUMN * m + COLUMN / 2, middle)
    bottom = top + ROW * len(rows)
    body.append(d.line(16, bottom, LEFT + COLUMN * len(columns), bottom, d.LINE, 0.7))
    rest = len(speakers) - len(rows)
    less = f"{words.count(rest, 'speaker')} with fewer statements {'is' if rest == 1 else 'are'} not shown. " if rest > 0 else ""
    foot, height = d.footing(f"{less}{status}", bottom + 24, WIDTH)
    said = "; ".join(f"{s}: {MARKS[k][0]}, {t} ({n})" for (s, t, k), n in sorted(found.items()) if s in rows and t in columns)
    return d.Figure("who-accuses-whom", "Who holds whom responsible", said, WIDTH, height, (*body, *foot))


def _found(index: Index) -> dict[tuple[str, str, int], int]:
    """(speaker, of whom, mark): of how many incidents."""
    held: dict[tuple[str, str, int], set[str]] = {}
    for incident in force(index.record):
        for claim in culprits(index, incident):
            mark = next((n for n, (_, stances) in enumerate(MARKS) if claim.stance in stances), None)
            target = accused_of(index, claim)
            if mark is not None and target:
                held.setdefault((_speaker(index, claim), target, mark), set()).add(incident.id)
    return {key: len(of) for key, of in held.items()}


def _speaker(index: Index, claim: Claim) -> str:
    if claim.speaker is None:
        return index.source(claim.document)
    return words.party(index.actor(claim.speaker_actor)) if claim.speaker_actor in index.actors else voice(claim.speaker)


def _cell(marks: list[tuple[int, int]], x: float, y: float) -> list[str]:
    parts = []
    for n, (mark, count) in enumerate(marks):
        at = x + 15 * (n - (len(marks) - 1) / 2)
        parts += _mark(mark, at, y, count)
    return parts


def _mark(mark: int, x: float, y: float, count: int) -> list[str]:
    """A disc, a ring, a square or a cross, with the number of incidents where it is more than one."""
    number = [d.text(x, y + 3.4, str(count), 9, "middle", d.PAPER if mark in (0, 2) else d.INK, "600")] if count > 1 else []
    if mark == 0:
        return [d.circle(x, y, 7, d.RED), *number]
    if mark == 1:
        return [d.circle(x, y, 6.3, d.PAPER, f' stroke="{d.RED}" stroke-width="1.6"'), *number]
    if mark == 2:
        return [d.rect(x - 6.5, y - 6.5, 13, 13, d.INK), *number]
    strokes = f"M{d.number(x - 5)} {d.number(y - 5)}l10 10M{d.number(x + 5)} {d.number(y - 5)}l-10 10"
    cross = d.path(strokes, more=f' stroke="{d.BLUE}" stroke-width="2.2"')
    return [cross, d.text(x + 10, y - 3, str(count), 8.5, fill=d.BLUE)] if count > 1 else [cross]
