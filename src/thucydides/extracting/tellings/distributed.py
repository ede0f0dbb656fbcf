"""Distributed: deeds that one sentence tells one by one, each with a day or place of its own.

Rule `extract.one-by-one`: "two agents were killed, one in Bria on Monday and one in Paoua", "a teacher was shot in Bria, and another on
3 May in Paoua", "two ambushes, one on the 5th, in which a driver died, and one on the 21st", "12 died, six in Bria and six in Paoua". Each
is a deed; the number over them is none.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.quantities import find_quantities
from thucydides.extracting.texts import text_of
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Day, DayOfMonth, Month
from thucydides.nouns import PlaceRef, Quantity

_WHERE = frozenset({"on", "in", "at", "near", "outside", "off", "around", "early", "late", "during", "by", "when", "from", "after"})
_BEFORE = frozenset({",", "and", "–", "—", "-", "--", ":", ";"})
_THEM = frozenset({"them", "whom", "these", "those"})
_ONE = frozenset({"one", "another"})
_SHORTEST = 2


class Single(Struct, frozen=True):
    """One of the deeds: its harm, its time (None where the sentence gives none) and the places told with it."""

    harms: tuple[Harm, ...]
    time: TimeExpression | None
    places: tuple[PlaceRef, ...]
    others: tuple[tuple[int, int], ...] = ()
    """Where the sentence tells of the other deeds."""


def one_by_one(
    sentence: Span, plural: bool, harms: Sequence[Harm], times: Sequence[TimeExpression], places: Sequence[PlaceRef], shift: int
) -> list[Single] | None:
    """The deeds that a sentence tells one by one, None where it tells none so; `plural` says that it speaks of several deeds together."""
    opens = [t for t in sentence if _opens(t)]
    if not opens:
        return None
    starts = [t.idx for t in opens]
    lead = (sentence.start_char, starts[0])
    stretches = list(zip(starts, [*starts[1:], sentence.end_char], strict=True))
    wholes = [h for h in harms if h.part_of is None and h.people.counted and lead[0] <= h.people.start < lead[1]]
    inner = [_inside(harms, s) for s in stretches]
    days = [_first(times, s, shift) for s in stretches]
    where = [_places(places, s, shift) for s in stretches]
    if not all(day is not None or found or _named(sentence, s) for day, found, s in zip(days, where, stretches, strict=True)):
        return None
    among = any(t.lower_ == "including" for t in sentence if starts[0] > t.idx >= (wholes[-2].people.end if len(wholes) > 1 else starts[0]))
    common = next((t for t in times if lead[0] <= t.start - shift < lead[1] and not t.window), None)
    if len(opens) >= _SHORTEST and all(inner) and wholes and not among and _sum(inner) == _number(wholes[-1]):
        return [Single(h, _of_month(d, common) or common, p) for h, d, p in zip(inner, days, where, strict=True)]
    if len(opens) >= _SHORTEST and opens[0].lower_ == "one":
        whole = next((h for h in wholes if h.quantity is not None and h.quantity.best == len(opens)), None)
        if plural and not wholes and all(inner):
            shared = _places(places, lead, shift)
            return [Single(h, _of_month(d, common) or common, p or shared) for h, d, p in zip(inner, days, where, strict=True)]
        if whole is None or len(wholes) > 1:
            return None
        return [
            Single((_one(whole, t, s),), _of_month(d, common) or common, p, tuple(o for o in stretches if o != s))
            for t, s, d, p in zip(opens, stretches, days, where, strict=True)
        ]
    counts = [_share(t) for t in opens]
    if len(opens) >= _SHORTEST and len(wholes) == 1 and not among and sum(counts) == _number(wholes[0]) and all(counts):
        return [
            Single((_one(wholes[0], t, s, n),), _of_month(d, common) or common, p, tuple(o for o in stretches if o != s))
            for t, s, d, p, n in zip(opens, stretches, days, where, counts, strict=True)
        ]
    first = wholes[-1] if wholes else next((h for h in harms if lead[0] <= h.people.start < lead[1] and h.part_of is None), None)
    if len(opens) != 1 or opens[0].lower_ != "another" or first is None or inner[0] or days[0] is None:
        return None
    before = Single(_inside(harms, lead), common, _places(places, lead, shift))
    return [before, Single((_one(first, opens[0], stretches[0]),), _of_month(days[0], common), where[0])]


def _opens(token: Token) -> bool:
    """Whether a word opens one of several deeds: "one in ...", "another on ...", behind a comma or "and"."""
    if (token.lower_ not in _ONE and token.pos_ != "NUM") or token.i == token.sent.start or token.i + 1 >= token.sent.end:
        return False
    if token.nbor(-1).lower_ not in _BEFORE:
        return False
    of = token.nbor(1).lower_ == "of" and token.i + _OF_THEM < token.sent.end and token.nbor(2).lower_ in _THEM
    return token.nbor(_OF_THEM if of else 1).lower_ in _WHERE


_OF_THEM = 3
"""Tokens from a number over "of them" to where it was."""


def _number(harm: Harm) -> int:
    return (harm.quantity.best or 0) if harm.quantity is not None else 0


def _sum(shares: Sequence[Sequence[Harm]]) -> int:
    return sum(_number(h) for share in shares for h in share if h.part_of is None)


def _inside(harms: Sequence[Harm], stretch: tuple[int, int]) -> tuple[Harm, ...]:
    return tuple(h for h in harms if stretch[0] <= h.people.start < stretch[1])


def _first(times: Sequence[TimeExpression], stretch: tuple[int, int], shift: int) -> TimeExpression | None:
    return next((t for t in times if stretch[0] <= t.start - shift < stretch[1] and not t.window), None)


def _places(places: Sequence[PlaceRef], stretch: tuple[int, int], shift: int) -> tuple[PlaceRef, ...]:
    return tuple(p for p in places if stretch[0] <= p.passage.start - shift < stretch[1])


def _named(sentence: Span, stretch: tuple[int, int]) -> bool:
    """Whether a stretch names something, most likely a place that no gazetteer knows."""
    return any(t.pos_ == "PROPN" for t in sentence if stretch[0] <= t.idx < stretch[1])


def _of_month(time: TimeExpression | None, common: TimeExpression | None) -> TimeExpression | None:
    """A day without its month in the month that the sentence names: "in April ..., one on the 5th"."""
    if time is None or not isinstance(time.form, DayOfMonth) or common is None or not isinstance(common.form, Month):
        return time
    return replace(time, form=Day(common.form.month, time.form.day, common.form.year))


def _share(opens: Token) -> int:
    """How many of those counted a stretch tells of."""
    return 1 if opens.lower_ in _ONE else next((q.quantity.best or 0 for q in find_quantities(opens.text)), 0)


def _one(whole: Harm, opens: Token, stretch: tuple[int, int], count: int = 1) -> Harm:
    """The one, or the few, of a number of people whom a stretch tells of."""
    words = text_of(opens.doc)[stretch[0] : stretch[1]].rstrip(" ,.;")
    for link in (" and", ","):
        words = words.removesuffix(link)
    quantity = Quantity(count, count, count, opens.text, "toll.exact")
    people = replace(whole.people, start=opens.idx, end=opens.idx + len(opens), quantity=quantity, head=opens.i, counted=True)
    return replace(whole, people=people, cue=opens.i, start=opens.idx, end=stretch[0] + len(words), quantity=quantity)
