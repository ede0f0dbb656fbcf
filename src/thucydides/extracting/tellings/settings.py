"""Settings: sentences beside a telling that only say where and when it was ("On Monday a lorry stopped at the market in Kori. As men
gathered round, it blew up, killing nine.").

Invariants: a setting never tells of a deed itself; only a telling that takes it up by a pronoun or by "the two", "the blast" gets its place
or day from one that lies in another paragraph (rule `place.setting`).
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.kinds.status import aftermath
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.places import contains
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Shift
from thucydides.nouns import PlaceRef
from thucydides.nouns.place import PROVINCE
from thucydides.sentences import split

REACH = 420
"""Characters before a telling in which its setting is looked for."""
AFTER = 260
"""Characters behind a telling in which its setting is looked for."""
GAP = 3
"""Characters between two sentences of which the second points at the first."""
_PRONOUN = re.compile(r"^\W*(?:[\w’'-]+,?\s+){0,5}?(?:he|she|they|it)\b", re.IGNORECASE)
_TAKES_UP = re.compile(
    r"^\W*(?:(?:he|she|they|it|both)\b|(?:the|these|those)\s+(?:\w+\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|pair|trio|men|women|soldiers?|"
    r"troops|victims?|dead|group|convoy|patrol|attack|blast|bomb|explosion|incident|shooting|raid|ambush|clash|clashes|fighting|strike|assault)\b)",
    re.IGNORECASE,
)


_SOON = re.compile(r"\b(?:shortly|soon)\s+after(?:wards?)?\b", re.IGNORECASE)
_SOON_DAYS = 3
"""So many days "shortly after" may last (rule `date.soon-after`)."""


def _soon(telling: Telling, around: Surroundings) -> Telling:
    """A count without a day that was "shortly after" what was told before, dated by that."""
    match = _SOON.search(around.document.text, telling.start, telling.end)
    counts = any(h.people.counted and h.part_of is None for h in telling.harms)
    if match is None or not counts or telling.time is not None or _mourning(around.document.text, match.end()):
        return telling
    form = Shift("day", 0, _SOON_DAYS, 1, "incident", "", True)
    time = TimeExpression(match.start(), match.end(), match.group(), form, relative_to="incident", approximate=True)
    return replace(telling, time=time)


def _mourning(text: str, start: int) -> bool:
    """Whether "shortly after" counts from what followed the deed, and says when somebody spoke: "shortly after the burial"."""
    following = _THE.match(text, start)
    return following is not None and following["noun"].lower() in aftermath()


_THE = re.compile(r"\s+(?:the|an?|his|her|their)\s+(?:mass\s+)?(?P<noun>\w+)")


def with_settings(tellings: Sequence[Telling], around: Surroundings) -> list[Telling]:
    """The tellings with day and place of the settings before and behind them, where they have none of their own."""
    result: list[Telling] = []
    for position, telling in enumerate(tellings):
        floor = max((t.end for t in tellings[:position] if t.harms or _placed(t) or t.time is not None), default=0)
        behind = tellings[position + 1] if position + 1 < len(tellings) else None
        result.append(_soon(_behind(_before(telling, floor, around), behind, around), around))
    return result


def _is_fine(ref: PlaceRef) -> bool:
    return ref.role in ("at", "near", "between") and ref.place is not None and ref.place.coarseness < PROVINCE


def _placed(telling: Telling) -> bool:
    return any(ref.role in ("at", "near", "between") and ref.place is not None for ref in telling.places)


def _before(telling: Telling, floor: int, around: Surroundings) -> Telling:
    """`floor` is the end of the last telling that counts, or has a place or a day: its setting ends there."""
    text = around.document.text
    counts = any(h.people.counted and h.part_of is None and not h.wide for h in telling.harms)
    if not counts or telling.kind == "title" or not _PRONOUN.search(text[telling.start : telling.end]):
        return telling
    start = max(floor, telling.start - REACH)
    places = [p for p in around.places_in(start, telling.start) if _is_fine(p)] if not _placed(telling) else []
    told = [t for t in around.times_in(start, telling.start) if not t.window and t.lean != "future" and t.relative_to != "incident"]
    times = told if telling.time is None else []
    return replace(
        telling,
        time=times[-1] if times else telling.time,
        places=(*telling.places, places[-1]) if places else telling.places,
    )


def _behind(telling: Telling, behind: Telling | None, around: Surroundings) -> Telling:
    """A telling placed broadly, or not at all, with the fine place that the next sentence gives to the people or the deed it takes up."""
    text = around.document.text
    if not telling.harms or telling.kind == "title" or any(_is_fine(p) for p in telling.places):
        return telling
    start = telling.end + len(text[telling.end : telling.end + 8]) - len(text[telling.end : telling.end + 8].lstrip())
    end = min(start + AFTER, behind.start if behind is not None else len(text))
    following = next(iter(split(text[start:end])), "")
    if not _TAKES_UP.match(following):
        return telling
    broad = [p.place for p in telling.places if p.place is not None and p.role not in ("from", "to", "origin")]
    for ref in around.places_in(start, start + len(following)):
        if _is_fine(ref) and ref.place is not None and all(contains(b, ref.place) for b in broad):
            return replace(telling, places=(*telling.places, ref))
    return telling


def taken_up(telling: Telling, before: Telling | None) -> Telling:
    """A count that points at what the sentence before tells only in passing ("blamed them for two blasts in Kori in May. That attack killed
    40.") with its day and place."""
    head = telling.head
    if before is not None and goes_on(telling, before):
        return replace(telling, time=before.time, dated_by=before.dated_by)
    if (
        before is None
        or head is None
        or not head.definite
        or not 0 <= telling.start - before.end <= GAP
        or before.harms
        or telling.time is not None
        or _placed(telling)
        or not any(h.people.counted for h in telling.harms)
        or not telling.families & before.families | ({"bomb", "suicide"} & telling.families and {"bomb", "suicide"} & before.families)
    ):
        return telling
    time: TimeExpression | None = before.time or next(iter(before.windows), None)
    return replace(telling, time=time, places=(*telling.places, *before.places))


def goes_on(telling: Telling, before: Telling) -> bool:
    """Whether a sentence says where the people died whom the one before counts for a day ("Nineteen died on Sunday. Thirteen were killed in
    Omdurman, two in Nyala.")."""
    counts = [h.quantity.best or 0 for h in telling.harms if h.people.counted and h.part_of is None and h.quantity is not None]
    whole = [h.quantity.best or 0 for h in before.harms if h.people.counted and h.part_of is None and h.quantity is not None]
    return (
        0 <= telling.start - before.end <= GAP
        and telling.time in (None, before.time)
        and before.time is not None
        and bool(counts and whole)
        and max(counts) < max(whole)
        and not any(_is_fine(p) for p in before.places)
        and any(_is_fine(p) for p in telling.places)
    )
