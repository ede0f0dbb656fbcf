"""Round-ups: reports that tell of several incidents under a count of all of them ("41 killed across Iraq on Sunday": eleven in one town,
four in another).

Invariants: a count is over several incidents only where the sentences behind it count fewer at places apart (rule `extract.roundup`); it is
then an aggregate and no toll, and its day is that of those told under it without one.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from msgspec.structs import replace

from thucydides.extracting.aggregates.days import tells_a_deed
from thucydides.extracting.aggregates.occurrences import incident_count
from thucydides.extracting.drafting.adding_up import adding_up
from thucydides.extracting.drafting.clashes import towns_apart
from thucydides.extracting.drafting.shares import count_of, is_item, own_place, places_of, shares_of, wholes_of
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import Document
from thucydides.vocabulary import mapping

FEWEST = 2
"""Incidents at places apart that make a round-up of a report."""
LEAST = 6
"""Smaller counts may by chance be the sum of what is told behind them."""
FEW_DAYS = 3
"""A count over more days than this dates nothing told under it."""
A_WEEK = 7
"""A count over more days than this is of more than the report tells."""
LEADING = 8
"""Sentences at the beginning of a report among which the count of all it tells of stands."""
LINE = 160
"""A longer paragraph announces nothing."""
LISTED = 3
"""Incidents at places apart that make a list of a report."""


@cache
def _many() -> re.Pattern[str]:
    """Words for several deeds or places: "three attacks", "a string of bombings"."""
    words = mapping("roundups")
    numbers, things = "|".join(words["many"]), "|".join(words["deeds"] + words["places"])
    return re.compile(rf"\b(?:{numbers})\s+(?:\w+\s+)?(?:{things})\b", re.IGNORECASE)


@cache
def _announces() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(mapping('roundups')['announces'])})\b", re.IGNORECASE)


def without_sums(
    document: Document,
    tellings: Sequence[Telling],
    anchor: Reckoning,
    counted: Sequence[Telling] = (),
    times: Sequence[TimeExpression] = (),
) -> tuple[list[Telling], list[Telling]]:
    """(the tellings that tell of one incident each, those that count over all of them), dated where only the count of all gives a day.

    `counted` are sentences that by their own words count over several incidents, and are no tellings of one; `times` all that are named.
    """
    every = sorted([*tellings, *counted], key=lambda t: t.order)
    leading = [t for t in every if t.order <= LEADING or t.kind == "title"]
    fresh = [t for t in tellings if not _long_past(t, anchor)]
    deeds = {(t.paragraph, t.order) for t in tellings if tells_a_deed(t) and own_place(t) is not None}
    leading = [t for t in leading if t.kind == "title" or _several(document, t) or (t.paragraph, t.order - 1) not in deeds]
    found = [t for t in leading if _sums(document, t, [o for o in fresh if o.order > t.order], anchor)]
    if not found:
        listed = _announced(document, tellings, times, anchor) if len(places_of(tellings)) >= LISTED else None
        return _dated(tellings, listed or _day_of_all(tellings, anchor)), []
    first = max(found, key=lambda t: (t.kind != "title", _dead(t)))
    sums = [t for t in leading if t is first or _told_again(t, first)]
    kept = [t for t in tellings if t not in sums]
    kept = _dated(kept, next((t.time for t in sums if t.time is not None and not t.dated_by and _few_days(t, anchor)), None))
    parts = adding_up(document, first, [t for t in kept if t.order > first.order])
    parted = [t in parts or (t.order > first.order and _is_share(t, first, kept[:n])) for n, t in enumerate(kept)]
    kept = [_told_new(_at_its_town(t, first) if t in parts else t) if part else t for t, part in zip(kept, parted, strict=True)]
    return kept, [t for t in sums if t not in counted]


def _dated(tellings: Sequence[Telling], day: TimeExpression | None) -> list[Telling]:
    """The tellings with the day of all for those behind it that tell of a deed without one."""
    if day is None:
        return list(tellings)
    return [replace(t, time=day) if t.start > day.start and t.time is None and is_item(t) else t for t in tellings]


def _day_of_all(tellings: Sequence[Telling], anchor: Reckoning) -> TimeExpression | None:
    """The day of a deed over a whole country at the head of a report, behind which what it did is told place by place: "Russia fired 120
    missiles at Ukraine on Sunday."."""
    for telling in tellings[:LISTED]:
        broad = own_place(telling) is None and not any(count_of(telling, o) for o in ("killed", "injured"))
        force = telling.head is not None and (not telling.head.weak or "perpetrator" in telling.roles)
        broad = broad and not telling.part and not telling.harms and not any(t.new for t in telling.triggers)  # "after a separate raid"
        dated = telling.time is not None and not telling.dated_by and _few_days(telling, anchor) and not _long_past(telling, anchor)
        if broad and force and dated:
            behind = [t for t in tellings if t.start > telling.start and t.time is None]
            return telling.time if len(places_of(behind)) >= FEWEST else None
    return None


def _announced(
    document: Document, tellings: Sequence[Telling], times: Sequence[TimeExpression], anchor: Reckoning
) -> TimeExpression | None:
    """The day of which a report says at its head that it lists what happened on it: "Following are security developments on Tuesday."."""
    blocks = [b for b in document.blocks if b.kind in ("title", "paragraph", "summary")][:LISTED]
    for block in reversed(blocks):
        inside = [t for t in times if block.start <= t.start < block.end and not t.window and t.lean != "future"]
        held = anchor.when(inside[0]) if len(inside) == 1 and block.end - block.start <= LINE else None
        told = any(t.harms or t.dated_by for t in tellings if block.start <= t.start < block.end)
        if held is not None and held.precision == "day" and not told and _announces().search(document.text, block.start, block.end):
            return inside[0]
    return None


def _is_share(telling: Telling, total: Telling, before: Sequence[Telling]) -> bool:
    """Whether a telling counts fewer people than all at a place of its own, or opens a paragraph with a deed there."""
    if own_place(telling) is None or (telling.head is not None and telling.head.definite):
        return False
    opens = telling.head is not None and all(t.paragraph != telling.paragraph for t in before)
    if any(_told_there(t, telling) for t in before):
        return False
    return 0 < _dead(telling) < _dead(total) or opens


def _told_there(before: Telling, telling: Telling) -> bool:
    """Whether a telling before counts as many people at the same place, or this one counts none."""
    first, place = own_place(before), own_place(telling)
    return first is not None and place is not None and not towns_apart(first, place) and _dead(telling) in (0, _dead(before))


def _told_new(telling: Telling) -> Telling:
    """A telling whose deed is none told before."""
    head = replace(telling.head, new=True) if telling.head is not None else None
    return replace(telling, head=head, triggers=tuple(replace(t, new=True, definite=False) for t in telling.triggers))


def _at_its_town(telling: Telling, first: Telling) -> Telling:
    """A telling whose own spot no gazetteer knows at the town of the count of all."""
    known = any(p.place is not None for p in telling.places)
    return telling if known else replace(telling, places=(*telling.places, *(p for p in first.places if p.role == "at")))


def _dead(telling: Telling) -> int:
    return count_of(telling, "killed") or count_of(telling, "injured")


def _told_again(telling: Telling, total: Telling) -> bool:
    """Whether a telling gives the count of all again, as a title does in words of its own."""
    titled = telling.kind == "title" and (_dead(telling) == _dead(total) or (own_place(telling) is None and _dead(telling) > 1))
    return titled or (own_place(telling) is None and _dead(telling) == _dead(total) and not telling.part)


def _few_days(telling: Telling, anchor: Reckoning) -> bool:
    held = anchor.when(telling.time) if telling.time is not None else None
    return held is not None and days_wide(held) <= FEW_DAYS


def _long_past(telling: Telling, anchor: Reckoning) -> bool:
    """Whether a telling is of days more than a week before its report: a list of earlier deeds is none of what the report counts."""
    held = anchor.when(telling.time) if telling.time is not None and not telling.dated_by else None
    written = anchor.published.earliest if anchor.published is not None else None
    return held is not None and held.latest is not None and written is not None and (written - held.latest).days > A_WEEK


_ALONG = re.compile(r"\b(?:across|along)\s+(?:[\w-]+\s+){0,3}(?:line|border|frontier|front)\b", re.IGNORECASE)
"""One battle along a line, of which each side tells its dead: "15 killed in fire across the line of control"."""


def _sums(document: Document, telling: Telling, following: Sequence[Telling], anchor: Reckoning) -> bool:
    """Whether a telling counts over several incidents that the sentences behind it tell one by one."""
    held = [anchor.when(t) for t in (*telling.windows, *([telling.time] if telling.time is not None else []))]
    if _ALONG.search(document.text, telling.start, telling.end):
        return False
    if adding_up(document, telling, following):
        return True
    if own_place(telling) is not None or any(d is None or days_wide(d) > A_WEEK for d in held):
        return False
    for outcome in ("killed", "injured"):
        total = count_of(telling, outcome)
        shares = shares_of(telling, following, outcome, anchor)
        said = _many().search(document.text, telling.start, telling.end) is not None and len(places_of(following)) >= FEWEST
        if len(shares) < (1 if said else FEWEST) or max(s.count for s in shares) >= total:
            continue
        sums = list(accumulate(s.count for s in shares))  # what was last week is told behind what the count is of
        wholes = wholes_of(telling, outcome)
        again = len(wholes) > 1 and wholes <= frozenset().union(*(s.counts for s in shares))
        many = _several(document, telling)
        if again or (total in sums[1:] and (many or total >= LEAST)) or (sums[-1] < total and many):
            return True
    return False


def _several(document: Document, telling: Telling) -> bool:
    """Whether a telling speaks of several deeds or places: "a string of attacks", "attacks in Homs and Idlib", "across the country"."""
    places = [r.place for r in telling.places if r.place is not None and r.role in ("at", "near", "mentioned")]
    apart = any(towns_apart(a, b) for n, a in enumerate(places) for b in places[n + 1 :])
    many = [t for t in telling.triggers if t.noun and t.plural and t.family not in ("death", "harm")]
    wide = any(h.wide for h in telling.harms) or _many().search(document.text, telling.start, telling.end) is not None
    return apart or wide or bool(many) or incident_count(document, telling) is not None
