"""Attribution: who is said to say what, as spans of one paragraph; and the spans and quotations that it is built from."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from thucydides.nouns.claim import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Characters = tuple[int, int]

_OPEN_OR_CLOSE = re.compile(r"[“”\"]|''|``|«|»|„")
_ENDS = frozenset(".!?:,;”\"'…)]–—-*•")
_TRIM_LEFT = frozenset(",;:.!?-–—)]”’»*•")
_TRIM_RIGHT = frozenset(".,;:-–—([“‘«*•")


class Attribution(Struct, frozen=True):
    """Somebody says something, through somebody: spans are `(start, end)` characters of the paragraph's text.

    `source` is the speaker's wording, None where nobody is named; `cue` the words that attribute; `content` what is said, in pieces
    where the cue interrupts it. `via` are the carriers in order from the speaker to the outlet, canonical names for outlets.
    `on` is who is accused, suspected, held responsible or claims it, and `what` the deed. `hedge` is the weakening word. `negated`
    marks "did not say". `rule` is the id in `vocabularies/rules/claim.yaml`.
    """

    source: Characters | None
    cue: Characters
    content: tuple[Characters, ...]
    stance: Stance
    hedge: str = ""
    via: tuple[str, ...] = ()
    on: Characters | None = None
    what: Characters | None = None
    negated: bool = False
    rule: str = ""


class Found(Struct):
    """An attribution in the making, by token positions of the paragraph."""

    source: set[int]
    cue: set[int]
    content: set[int]
    stance: Stance
    rule: str
    verb: int
    hedge: str = ""
    via: tuple[str, ...] = ()
    on: set[int] = set()
    what: set[int] = set()
    negated: bool = False
    quoting: bool = False


def quotations(text: str) -> tuple[Characters, ...]:
    """The stretches in double quotation marks, marks included; one that is not closed runs to the paragraph's end."""
    out, start = [], -1
    for match in _OPEN_OR_CLOSE.finditer(text):
        mark = match.group()
        opens = mark in "“«„``" if mark not in ('"', "''") else start < 0
        if opens and start < 0:
            start = match.start()
        elif not opens and start >= 0:
            out.append((start, match.end()))
            start = -1
    if start >= 0 and start < len(text) - 3:
        out.append((start, len(text)))
    return tuple(out)


def standalone(text: str, quotation: Characters) -> bool:
    """Whether a quotation stands for itself, so that it is somebody's words and no wording borrowed inside the writer's own sentence."""
    before = text[: quotation[0]].rstrip()
    return not before or before[-1] in _ENDS


def subtree(token: "Token") -> set[int]:
    """The positions of a token and all that hangs on it."""
    return {t.i for t in token.subtree}


def block(positions: Iterable[int]) -> set[int]:
    """The positions filled up to one stretch; empty for none."""
    found = sorted(positions)
    return set(range(found[0], found[-1] + 1)) if found else set()


def trimmed(doc: "Doc", positions: set[int]) -> set[int]:
    """The positions without punctuation and conjunctions at either end of the whole."""
    found = sorted(positions)
    while found and (doc[found[0]].text in _TRIM_LEFT or doc[found[0]].is_space or doc[found[0]].lower_ in ("and", "but", "or")):
        found.pop(0)
    while found and (
        doc[found[-1]].text in _TRIM_RIGHT or doc[found[-1]].is_space or doc[found[-1]].lower_ in ("and", "but", "or")
    ):
        found.pop()
    return set(found)


def pieces(doc: "Doc", positions: set[int]) -> tuple[Characters, ...]:
    """Character spans of the runs of positions; runs that only punctuation or blanks part are one, lone punctuation is dropped."""
    runs: list[list[int]] = []
    for i in sorted(positions):
        if runs and all(doc[k].is_punct or doc[k].is_space for k in range(runs[-1][-1] + 1, i)) and i - runs[-1][-1] <= 3:
            runs[-1].append(i)
        else:
            runs.append([i])
    spans = []
    for run in runs:
        kept = sorted(trimmed(doc, set(run)))
        if kept and any(not doc[k].is_punct and not doc[k].is_space for k in kept):
            spans.append((doc[kept[0]].idx, doc[kept[-1]].idx + len(doc[kept[-1]])))
    return tuple(spans)


def one_span(doc: "Doc", positions: set[int]) -> Characters | None:
    """The stretch from the first to the last position, trimmed, as characters; None for none."""
    kept = sorted(trimmed(doc, positions))
    return (doc[kept[0]].idx, doc[kept[-1]].idx + len(doc[kept[-1]])) if kept else None


def outside(span: Characters, holes: tuple[Characters, ...], text: str) -> list[Characters]:
    """The parts of a span that no hole covers, without blanks at their ends; empty parts are left out."""
    parts = [span]
    for start, end in holes:
        parts = [p for a, b in parts for p in ((a, min(b, start)), (max(a, end), b)) if p[0] < p[1]]
    bare = [(a + len(text[a:b]) - len(text[a:b].lstrip()), b - len(text[a:b]) + len(text[a:b].rstrip())) for a, b in parts]
    return [(a, b) for a, b in bare if any(letter.isalnum() for letter in text[a:b])]
