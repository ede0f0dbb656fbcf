"""Joining: the incidents of one report that are one deed told again, put together (rule `extract.retold`).

Invariants: the likeliest pair first, as long as any is likely enough; what words alone make two deeds is never one, save a title and the
sentence that it heads.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from thucydides.extracting.drafting.clashes import dates_clash
from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.retold.signs import MANY_DEEDS, SLIP, signs
from thucydides.extracting.retold.told import OUTCOMES, SEVERAL, Told, headed, restates, told, total, two_in_words
from thucydides.extracting.retold.weighing import chance
from thucydides.nouns import Document, Mention

ONE = 0.6
"""How likely two incidents of a report must be one deed to be put together."""
SOME_DEEDS = 3
"""A report of so many deeds tells one again only where a number shows it."""
_ANOTHER = frozenset({"days-far", "killed-far", "coarse"})
"""Signs of another deed though a number is the same."""


def told_once(
    document: Document, drafts: Sequence[Draft], mentions: Sequence[Mention], made: Callable[[Draft], Mention]
) -> tuple[list[Draft], list[Mention]]:
    """The drafts of a document and their mentions, with each deed that is told again put to its first telling; `made` is the mention that a
    draft makes."""
    found = {n: told(document, draft, mention) for n, (draft, mention) in enumerate(zip(drafts, mentions, strict=True))}
    likely = _likely(found, combinations(found, 2))
    while likely:
        (i, j), _ = min(likely.items(), key=lambda pair: (-pair[1], pair[0]))
        into, again = found[i], found.pop(j)
        into.draft.items = _together(into, again)
        found[i] = told(document, into.draft, made(into.draft))
        if len(found) == MANY_DEEDS - 1:  # a report of few deeds may be about one
            likely = _likely(found, combinations(found, 2))
        else:
            kept = {pair: weight for pair, weight in likely.items() if not {i, j} & set(pair)}
            likely = kept | _likely(found, ((min(i, n), max(i, n)) for n in found if n != i))
    return [t.draft for t in found.values()], [t.mention for t in found.values()]


def _likely(found: Mapping[int, Told], pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """How likely each of some pairs of incidents are one deed, of those likely enough; what words make two is not."""
    opened = (d.telling.start for t in found.values() for d in t.draft.items if d.telling.kind != "title")
    lead = min(opened, default=0)
    weights = {
        (i, j): 1.0
        if headed(found[i], found[j], lead) or restates(found[i], found[j])
        else _chance(found[i], found[j], len(found))
        for i, j in pairs
        if headed(found[i], found[j], lead) or not two_in_words(found[i], found[j])
    }
    return {pair: weight for pair, weight in weights.items() if weight >= ONE}


def _chance(a: Told, b: Told, deeds: int) -> float:
    """How likely two incidents of a report of so many deeds are one."""
    shown = signs(a, b, deeds)
    return chance(shown) if deeds < SOME_DEEDS or _few_harmed(a, b) or _counted_again(a, b, shown) else 0.0


def _few_harmed(a: Told, b: Told) -> bool:
    """Whether both tell of people harmed, and of no more than a few: of such a deed news tells again in other numbers."""
    harmed = [sum(total(t.mention, o) or 0 for o in OUTCOMES) for t in (a, b)]
    return min(harmed) > 0 and max(harmed) <= SEVERAL


def _counted_again(a: Told, b: Told, shown: Collection[str]) -> bool:
    """Whether a number of several people harmed is told of both, on days that can agree (rule `extract.retold-counted`)."""
    shared = bool({"killed-same", "number-shared"} & set(shown)) or max(a.harmed & b.harmed, default=0) >= SEVERAL
    return shared and not _ANOTHER & set(shown)


def _together(a: Told, b: Told) -> list[Dated]:
    """The sentences of two tellings of one deed in order; of two days that cannot agree only the earlier dates it."""
    one, other = a.draft, b.draft
    if dates_clash(one.date, other.date):
        kept = _dating(one, other)
        drop = other if kept is one else one
        drop.items = [_undated(i) for i in drop.items]
    return sorted([*one.items, *other.items], key=lambda i: (i.telling.order, i.telling.start, i.telling.cue))


def _dating(one: Draft, other: Draft) -> Draft:
    """Which of two tellings of one deed gives its day: the earlier, where the other may be the day of a statement, else the longer."""
    a, b = one.date, other.date
    if one.firm != other.firm:
        return one if one.firm else other
    if a is not None and b is not None and a.latest and b.latest and 0 < abs((a.latest - b.latest).days) <= SLIP:
        return one if a.latest < b.latest else other
    return other if len(other.items) > len(one.items) else one


def _undated(item: Dated) -> Dated:
    return Dated(replace(item.telling, time=None), None, item.at, item.launched)
