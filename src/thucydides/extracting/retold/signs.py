"""Signs: what speaks for two incidents of one report being one deed told again, and what against (rules `extract.retold.*`).

Invariant: a sign is seen in the two tellings themselves; what is not known is no sign.
"""

from collections.abc import Iterator

from thucydides.extracting.drafting.clashes import NEAR_KM, dates_clash, same_day
from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.retold.told import SEVERAL, Told, said, total
from thucydides.extracting.spans import days_wide
from thucydides.grounding.places import contains, distance_km
from thucydides.nouns import DateRange, Mention

SLIP = 3
"""Days by which the day of a statement, a funeral or a dateline may miss that of its deed."""
NEWS_DAYS = 40
"""Days before a statement within which what it tells of is still news."""
COARSE_DAYS = 10
MANY_DEEDS = 5
"""A report that tells of so many deeds is about none of them alone."""
LIKE = 1.5
FAR = 5
"""Counts of the dead of which one is not half as large again as the other are rival counts; five times as many are others."""
_HARM = frozenset({"death", "harm"})


def signs(a: Told, b: Told, deeds: int) -> frozenset[str]:
    """The signs that two incidents of a report of so many deeds show."""
    first, second = (a, b) if a.start <= b.start else (b, a)
    return frozenset((*_of_days(a.mention, b.mention), *_of_places(a, b), *_of_tolls(a, b), *_of_words(first, second, deeds)))


def _of_days(a: Mention, b: Mention) -> Iterator[str]:
    one, other = a.date, b.date
    if _only_told_on(a, b) or _only_told_on(b, a):
        yield "one-undated"  # the day of a statement says of a deed only that it was before
        return
    if (one is None) != (other is None):
        yield "one-undated"
    if one is None or other is None:
        return
    gap = _gap(one, other)
    if gap > SLIP if gap is not None else dates_clash(one, other):
        yield "days-far"
    elif same_day(one, other):
        yield "one-day"


def _only_told_on(a: Mention, b: Mention) -> bool:
    """Whether of one deed only the day of a statement is told, and the other has a day of its own, not after that nor long before it."""
    if not a.date_is_report or b.date_is_report or a.date is None or b.date is None or b.date.precision != "day":
        return False
    if a.date.latest is None or b.date.latest is None:
        return False
    return SLIP < (a.date.latest - b.date.latest).days <= NEWS_DAYS


def _gap(a: DateRange, b: DateRange) -> int | None:
    """How many days lie between two ranges; None where one has no year."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return None
    return max((a.earliest - b.latest).days, (b.earliest - a.latest).days, 0)


def _days_off(a: Mention, b: Mention) -> bool:
    """Whether both have a day, and these lie farther apart than a slip."""
    gap = _gap(a.date, b.date) if a.date is not None and b.date is not None else None
    return gap is not None and gap > SLIP


def _of_places(a: Told, b: Told) -> Iterator[str]:
    p, q = (t.mention.place.place if t.mention.place is not None else None for t in (a, b))
    if p is None or q is None:
        return
    if p.country and q.country and p.country != q.country:
        yield "other-country"
    if p.gazetteer_id == q.gazetteer_id or contains(p, q) or contains(q, p) or (said(a.draft) and said(b.draft)):
        return
    if (distance_km(p, q) or 0) > NEAR_KM:
        yield "place-inferred"


def _of_tolls(a: Told, b: Told) -> Iterator[str]:
    one, other = (total(t.mention, "killed") for t in (a, b))
    if one is None or other is None:
        return
    least, most = sorted((one, other))
    if least == most:
        if least >= SEVERAL:
            yield "killed-same"
        return
    if least == 0:
        yield "killed-none"
    elif most <= LIKE * least and not _days_off(a.mention, b.mention):
        yield "killed-like"
    else:
        yield "killed-far" if most >= FAR * least else "killed-other"
    if a.killed & b.killed:
        yield "number-shared"


def _of_words(first: Told, second: Told, deeds: int) -> Iterator[str]:
    a, b = first.draft, second.draft
    head = b.items[0].telling.head
    dates = [m.date for m in (first.mention, second.mention)]
    coarse = [d is not None and days_wide(d) > COARSE_DAYS for d in dates]
    found = {
        "one-sentence": len(b.items) == 1,
        "another": second.another,
        "news": first.news and second.news,
        "coarse": coarse[0] != coarse[1],
        "other-means": bool(a.methods and b.methods) and not a.methods & b.methods,
        "listed": bool(first.listed and second.listed) and not first.listed & second.listed,
        "many-deeds": deeds >= MANY_DEEDS,
        "anew": first.anew and second.anew,
        "one-type": first.mention.type == second.mention.type,
        "taken-up": head is not None and head.definite,
        "bare-harm": _bare(a) or _bare(b),
    }
    yield from (sign for sign, holds in found.items() if holds)


def _bare(draft: Draft) -> bool:
    """Whether all that is told is that people were harmed, and not what was done or when."""
    words = [t for i in draft.items for t in i.telling.triggers]
    return not draft.firm and all(t.family in _HARM or (t.family == "destruction" and t.weak) for t in words)
