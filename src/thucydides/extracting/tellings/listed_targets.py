"""Listed targets: a deed told of several places, each with a day of its own behind it (rule `extract.one-by-one`).

"Fighters captured Nawa on 11 May, Jalez on 14 May and Sar on the 21st", "drones struck a port in Izmail on Monday and a hostel in Kherson
on Tuesday, where one died". Invariant: one verb tells of all, and each place but the first stands behind a link or a comma and right before
its day.
"""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.deed_places import is_fine
from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.speaking import REPORTING
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
    fronted = _after_days(sentence, text, times, places, shift)
    dated = ((p, _day_behind(text, p, times, shift)) for p in places if p not in fronted and is_fine(p))
    pairs = [(p, t) for p, t in dated if t is not None]
    if pairs and fronted:
        pairs = sorted([*pairs, *((replace(p, role="at"), t) for p, t in fronted.items())], key=lambda pair: pair[0].passage.start)
    if len(pairs) < _FEWEST or len({id(t) for _, t in pairs}) != len(pairs):
        return []
    starts = [min(p.passage.start, t.start if p.role == "at" and t.start < p.passage.start else p.passage.start) - shift for p, t in pairs]
    later = [token for p in starts[1:] if (token := token_starting(sentence, p)) is not None]
    last = max(pairs[-1][1].end, pairs[-1][0].passage.end) - shift
    if len(later) != len(pairs) - 1 or not _told_before(sentence, nodes, starts[0]):
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


def _told_before(sentence: Span, nodes: Sequence[int], start: int) -> bool:
    """Whether the verb that a sentence tells by, or what somebody says, is a deed that stands before a place."""
    root = sentence.root
    said = next((c for c in root.children if c.dep_ == "ccomp"), root) if root.lemma_.lower() in REPORTING else root
    return said.idx < start and said.i in nodes


_DAY_LINK = re.compile(r"(?:\band|;)\s*,?\s+(?:then\s+)?(?:on\s+)?$")
_DAYS_PLACE = re.compile(r",?\s+(?:(?:the|a|an)\s+(?:(?:[\w-]+\s+){1,4}(?:of|in|at|near)\s+)?)?")
"""What stands between a day and the place behind it."""


def _after_days(
    sentence: Span, text: str, times: Sequence[TimeExpression], places: Sequence[PlaceRef], shift: int
) -> dict[PlaceRef, TimeExpression]:
    """The places that stand bare behind a link and a day of their own: "took Gao on 5 May and, two days later, Kidal"."""
    found: dict[PlaceRef, TimeExpression] = {}
    for time in times:
        if time.window or time.lean == "future" or not _DAY_LINK.search(text, sentence.start_char, time.start - shift):
            continue
        behind = (p for p in places if p.passage.start > time.start)
        place = next((p for p in behind if _DAYS_PLACE.fullmatch(text, time.end - shift, p.passage.start - shift)), None)
        last = token_starting(sentence, place.passage.end - shift - 1) if place is not None else None
        if place is None or last is None or place.place is None or not is_fine(replace(place, role="at")):
            continue
        then = last.nbor(1) if last.i + 1 < sentence.end else last
        if then.pos_ not in ("VERB", "AUX") and not (then.pos_ in ("NOUN", "PROPN", "ADV") and then.dep_ != "punct"):
            found[place] = time
    return found


def _day_behind(text: str, place: PlaceRef, times: Sequence[TimeExpression], shift: int) -> TimeExpression | None:
    """The day that stands right behind a place."""
    end = place.passage.end - shift
    days = (t for t in times if not t.window and t.lean != "future" and t.start - shift >= end)
    return next((t for t in days if _THEN.fullmatch(text, end, t.start - shift)), None)
