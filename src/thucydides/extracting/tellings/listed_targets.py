"""Listed targets: a deed told of several places, each with a day of its own behind it (rule `extract.one-by-one`).

"Fighters captured Nawa on 11 May, Jalez on 14 May and Sar on the 21st", "drones struck a port in Izmail on Monday and a hostel in Kherson
on Tuesday, where one died". Invariant: one verb tells of all, and each place but the first stands behind a link or a comma and right before
its day.
"""

import re
from collections.abc import Sequence

from msgspec import Struct
from spacy.tokens import Span

from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.deed_places import is_fine
from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.texts import text_of
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import PlaceRef

_FEWEST = 2
_LINKED = re.compile(
    r"(?:,|\band|;)\s+(?:then\s+)?(?:(?:in|at|near)\s+|(?:the|a|an|two|three)\s+(?:[\w-]+\s+){0,3}(?:of|in|at|near|outside|off)\s+)?$"
)
"""What stands before a place that is listed behind another."""
_THEN = re.compile(r",?\s+(?:(?:early|late)\s+)?(?:on\s+|in\s+)?(?:the\s+(?:night|morning|evening)\s+of\s+)?")
"""What stands between a place and its day."""


class Target(Struct, frozen=True):
    """One of the places with its day, the harm told behind it before the next, and the words of force of the other places' own."""

    place: PlaceRef
    time: TimeExpression
    harms: tuple[Harm, ...]
    others: frozenset[int]


def listed_targets(
    sentence: Span, nodes: Sequence[int], harms: Sequence[Harm], times: Sequence[TimeExpression], places: Sequence[PlaceRef], shift: int
) -> list[Target]:
    """The places of a sentence that each have a day, in order; empty where it does not tell so of one deed."""
    text = text_of(sentence.doc)
    pairs = [(p, t) for p in places if is_fine(p) and (t := _day_behind(text, p, times, shift)) is not None]
    if len(pairs) < _FEWEST or len({id(t) for _, t in pairs}) != len(pairs):
        return []
    starts = [p.passage.start - shift for p, _ in pairs]
    later = [token for p in starts[1:] if (token := token_starting(sentence, p)) is not None]
    last = pairs[-1][1].end - shift
    if len(later) != len(pairs) - 1 or sentence.root.idx > starts[0] or sentence.root.i not in nodes:
        return []
    if not all(_LINKED.search(text, sentence.start_char, p) for p in starts[1:]):
        return []
    between = [t for t in sentence if starts[0] < t.idx < last and t.i in nodes and t.dep_ in ("ROOT", "conj", "ccomp", "parataxis")]
    if between or any(h.people.start < starts[0] and h.people.counted for h in harms):
        return []
    ends = [*starts[1:], sentence.end_char]
    found = []
    for (place, time), first, end in zip(pairs, starts, ends, strict=True):
        others = (n for n in nodes if sentence.doc[n].idx > starts[0] and not first < sentence.doc[n].idx < end)
        found.append(Target(place, time, tuple(h for h in harms if first <= h.people.start < end), frozenset(others)))
    return found


def _day_behind(text: str, place: PlaceRef, times: Sequence[TimeExpression], shift: int) -> TimeExpression | None:
    """The day that stands right behind a place."""
    end = place.passage.end - shift
    days = (t for t in times if not t.window and t.lean != "future" and t.start - shift >= end)
    return next((t for t in days if _THEN.fullmatch(text, end, t.start - shift)), None)
