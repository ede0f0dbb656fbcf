"""Apart: which incidents of one document its words set apart, so that they can never be one (`distinct_from`), and why (`apart_by`).

Invariant: days or places that cannot agree are not enough, for a report may tell one deed twice, once with the day or the town of
something else (an arrest, a hospital); only what sets two deeds apart in words, or people harmed who are told anew and are others, is.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.drafting.clashes import bounds, dates_clash, places_clash
from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.opening import opens_another
from thucydides.nouns import Document, Mention

_OUTCOMES = ("killed", "injured")


class _Told(Struct, frozen=True):
    """One incident of a document with what is asked of it: whether it is opened as another, whether a sentence tells it as news with its
    day, the items of lists that tell it, the family names of people harmed, those harmed whom it tells anew, and which part of which
    sentence tells it.
    """

    mention: Mention
    start: int
    another: bool
    news: bool
    listed: frozenset[int]
    named: frozenset[str]
    harms: tuple[Harm, ...]
    parts: frozenset[tuple[int, int]]


def distinct(document: Document, drafts: Sequence[Draft], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions of one document, in order, with those that the text sets apart named in each; `drafts` are theirs, one each."""
    told = [_told(document, draft, mention) for draft, mention in zip(drafts, mentions, strict=True)]
    made = []
    for one in told:
        found = sorted((o.mention.id, rule) for o in told if o is not one and (rule := _set_apart(one, o)))
        made.append(replace(one.mention, distinct_from=tuple(i for i, _ in found), apart_by=tuple(r for _, r in found)))
    return tuple(sorted(made, key=lambda m: (m.passages[0].start, m.id)))


def _told(document: Document, draft: Draft, mention: Mention) -> _Told:
    first = min(draft.items, key=lambda d: (d.telling.start, d.telling.cue)).telling
    another = (first.head is not None and first.head.new) or opens_another(document.text, first.start)
    listed = frozenset(d.telling.order for d in draft.items if d.telling.kind in ("bullet", "table"))
    harms = [h for d in draft.items for h in d.telling.harms]
    named = frozenset(h.people.name.split()[-1].lower() for h in harms if h.people.name.split())
    news = any(_as_news(d) for d in draft.items)
    parts = frozenset((d.telling.order, d.telling.part) for d in draft.items)
    return _Told(mention, first.start, another, news, listed, named, tuple(h for h in harms if _anew(h)), parts)


def _as_news(item: Dated) -> bool:
    """Whether a sentence gives a deed its day and tells it as if for the first time: people harmed anew, or nobody, and its place."""
    head, harms = item.telling.head, item.telling.harms
    placed = item.at is not None and head is not None and not (head.definite or head.weak or item.telling.referring)
    return item.firm and item.telling.time is not None and (any(_anew(h) for h in harms) if harms else placed)


def _anew(harm: Harm) -> bool:
    """Whether people are told of as harmed who were not told of before: "two men", not "the men" or "they"."""
    said = harm.quantity is not None and bool(harm.quantity.best or harm.quantity.low)
    known = harm.people.definite or harm.people.pronoun or harm.total or harm.self_inflicted
    return said and not known and not harm.wide and harm.part_of is None and harm.outcome in _OUTCOMES


def _set_apart(a: _Told, b: _Told) -> str:
    """The rule by which a report sets two incidents apart; empty where it does not."""
    first, second = (a, b) if a.start <= b.start else (b, a)
    if second.another and first.start < second.start:
        return "extract.apart.another"
    if any(x == y and p != q for x, p in a.parts for y, q in b.parts):
        return "extract.apart.one-by-one"
    days, places = _days_clash(a.mention, b.mention), _places_clash(a.mention, b.mention)
    if not (days or places) or a.named & b.named or _one_toll(a.mention, b.mention):
        return ""
    if a.listed and b.listed and not a.listed & b.listed:
        return "extract.apart.listed"
    if days and a.news and b.news:
        return "extract.apart.days"
    if a.harms and b.harms and places:
        return "extract.apart.places"
    return "extract.apart.people" if a.harms and b.harms and _others(a, b) else ""


MANY = 10
"""So many dead, told twice in one report with the same number, are hardly those of two deeds; or fewer with as many injured."""


def _one_toll(a: Mention, b: Mention) -> bool:
    """Whether both have one and the same toll of several people: a report that tells its deed twice, with two days or two towns."""
    (killed, injured), other = (_total(m) for m in (a, b))
    return (killed, injured) == other and killed + injured >= MANY // 2 and (injured > 0 < killed or killed >= MANY)


def _total(mention: Mention) -> tuple[int, int]:
    """How many killed and how many injured a mention tells of, parts left out."""
    sums = dict.fromkeys(_OUTCOMES, 0)
    for item in mention.toll:
        if item.outcome in sums and item.part_of is None:
            sums[item.outcome] += item.quantity.best or item.quantity.low or 0
    return sums["killed"], sums["injured"]


def _days_clash(a: Mention, b: Mention) -> bool:
    first, second = (bounds(m.date, "aftermath" if m.date_is_report else "") for m in (a, b))
    return dates_clash(first, second) or _of_this_week(a, b) or _of_this_week(b, a)


def _of_this_week(news: Mention, old: Mention) -> bool:
    """Whether a report gives the one deed a weekday, as news has it, and the other a year, as what lies far back has it."""
    told, back = news.date, old.date
    weekday = told is not None and told.earliest is None and told.rule == "date.weekday"
    return weekday and back is not None and back.precision == "year" and back.basis == "stated"


def _places_clash(a: Mention, b: Mention) -> bool:
    pa, pb = (m.place.place if m.place else None for m in (a, b))
    return pa is not None and pb is not None and places_clash(pa, pb)


def _others(a: _Told, b: _Told) -> bool:
    """Whether the people harmed in the one are not those harmed in the other: others by name or number, or, one each, by age or sex."""
    if a.named and b.named:
        return True
    one, other = (_hurt(t) for t in (a, b))
    if one != other and (one[0] != other[0] or (one[1] and other[1])) and sum(one) != sum(other):
        return True
    return any(_unlike(x, y) for x in a.harms for y in b.harms if len(a.harms) == len(b.harms) == 1)


def _hurt(told: _Told) -> tuple[int, int]:
    """How many are told anew as killed and as injured, at the most that one sentence says."""
    counts = [[h.quantity.best or h.quantity.low or 0 for h in told.harms if h.outcome == o and h.quantity] for o in _OUTCOMES]
    return max(counts[0], default=0), max(counts[1], default=0)


def _unlike(x: Harm, y: Harm) -> bool:
    """Whether two single persons differ in age or sex."""
    p, q = x.people, y.people
    return (p.age is not None and q.age is not None and p.age != q.age) or bool(p.sex and q.sex and p.sex != q.sex)
