"""Parting: what a sentence tells of force parted into its deeds, by days, places, clauses and counts one by one.

Invariant: each word of force or harm is of one deed, unless every deed shares it.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.filling.listing import heads_entry
from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.answered import answered_apart, only_answered
from thucydides.extracting.tellings.bracketed_places import shares_in_brackets
from thucydides.extracting.tellings.by_place import harms_by_place, shares_by_place, targets_by_place
from thucydides.extracting.tellings.clauses import deeds_by_clause
from thucydides.extracting.tellings.commemorated import commemorated
from thucydides.extracting.tellings.counted_from import counted_on, named_before, turned_back
from thucydides.extracting.tellings.deed_places import is_fine, places_of_deed
from thucydides.extracting.tellings.deeds import deeds_by_date, headlines, in_passing
from thucydides.extracting.tellings.died_of import died_after, died_of
from thucydides.extracting.tellings.distributed import one_by_one
from thucydides.extracting.tellings.hanging import deed_of
from thucydides.extracting.tellings.late_deaths import deaths_later
from thucydides.extracting.tellings.listed_targets import listed_targets
from thucydides.extracting.tellings.matter import Deed, Matter
from thucydides.extracting.tellings.named_by_days import named_by_days
from thucydides.extracting.tellings.named_in_entries import named_in_entry
from thucydides.extracting.tellings.opened import Part, days_of_verbs, parts_told
from thucydides.extracting.tellings.own_times import without_run, without_states
from thucydides.extracting.tellings.telling import DatedBy
from thucydides.extracting.tellings.told_days import carried, doubted_days, of_one_toll, only_night
from thucydides.extracting.tellings.told_harms import kept, shifted, with_shares
from thucydides.extracting.tellings.towns_in_row import towns_in_row
from thucydides.extracting.tellings.wide import widths
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import PlaceRef

Groups = list[tuple[set[int], TimeExpression | None]]
Split = list[tuple[list[Harm], list[PlaceRef]]] | None


class _Days(Struct, frozen=True, eq=False):
    """The words of each deed with its time; what doubted times are of; whether one deed is told as counted from the other; the parts of the
    sentence that open with a day and tell its deeds apart."""

    groups: Groups
    doubted: dict[int, DatedBy]
    turned: bool = False
    parts: tuple[Part, ...] = ()


def deeds_of(told: Matter, told_by: tuple[int, int] | None, heading: TimeExpression | None) -> Iterator[Deed]:
    """The deeds of a sentence in order; `told_by` are the characters of one before that only gives their place or day, `heading` the day of
    the heading above."""
    if (answer := answered_apart(told)) is not None:
        main, cause = answer
        yield from (replace(d, others=d.others | set(cause.nodes)) for d in deeds_of(main, told_by, heading))
        yield from (replace(d, others=d.others | set(main.nodes), answered=True) for d in deeds_of(cause, None, None))
        return
    answering = only_answered(told)
    each = one_by_one(told.sentence, any(t.noun and t.plural for t in told.triggers), told.harms, told.times, told.places, told.shift)
    if each is not None:
        single = [replace(t, plural=False, definite=False) for t in told.triggers]
        for part, share in enumerate(each):
            others = frozenset(n for n in told.nodes if any(a <= told.sentence.doc[n].idx < b for a, b in share.others))
            own = [t for t in single if t.head not in others]
            yield Deed(own or single, list(share.harms), share.time, list(share.places), others, part=part)
        return
    targets = listed_targets(told.sentence, told.nodes, told.harms, told.times, told.places, told.shift)
    if targets:
        wide = [p for p in told.places if not is_fine(p)]
        for part, one in enumerate(targets):
            own = [t for t in told.triggers if t.head not in one.others]
            yield Deed(own, kept(told.harms, list(one.harms)), one.time, [one.place, *wide], one.others, part=part)
        return
    told, split = _with_widths(without_states(told))
    days = _by_day(told)
    groups = days.groups
    several = headlines(told.sentence, told.nodes, told.harms) if told.paragraph.block.kind == "title" and not told.times else []
    if several:
        groups = [(part, None) for part in several]
    lone = len(groups) == 1 and not any(h.wide for h in told.harms)
    clauses = deeds_by_clause(told) if lone else None
    if clauses is not None and split is not None and len(clauses) < len(split):
        clauses = None
    if clauses is not None:
        split = None  # "jets killed 12 in Idlib, shells killed two in Aleppo": each count has words of its own for what was done
        groups = [(part, _own_day(told, part, groups[0][1])) for part, _ in clauses]
    if heading is not None and not told.times:
        groups = [(group, time or heading) for group, time in groups]
    places = told.places
    if told_by is not None:
        groups, places = carried(groups, places, told.around, told_by)
    if clauses is None and split is None and len(groups) == 1 and (named := named_in_entry(told, told_by)):
        groups, several = [(part, groups[0][1]) for part in named], named
    for number, (group, time) in enumerate(groups):
        hurt = [h for h in told.harms if h.cue in group]
        theirs = clauses[number][1] if clauses is not None else places_of_deed(places, groups, group, told.sentence, told.shift, days.parts)
        pieces = split if split is not None and len(groups) == 1 else [(hurt, theirs)]
        days_each = _days_each(told, [piece for piece, _ in pieces])
        for part, (piece, where) in enumerate(pieces):
            yield Deed(
                [t for t in told.triggers if t.head in group],
                kept(told.harms, [h for h in hurt if h in piece]),
                days_each[part] if days_each else time,
                where,
                frozenset(set(told.nodes) - group if len(groups) > 1 else ()) | told.cause,
                days.doubted.get(time.start, "") if time is not None else "",
                part + (number if days.turned or several or clauses else 0),
                answering,
            )


def _days_each(told: Matter, pieces: Sequence[Sequence[Harm]]) -> list[TimeExpression]:
    """The days of counts told one by one at places of their own, where each has one: "14 in Gao on Sunday and five in Kidal on Monday"."""
    starts = [min((h.people.start for h in piece), default=-1) for piece in pieces]
    if len(pieces) < 2 or -1 in starts or starts != sorted(starts):
        return []
    ends = [*starts[1:], told.sentence.end_char]
    inside = [[t for t in told.times if not t.window and a <= t.start - told.shift < b] for a, b in zip(starts, ends, strict=True)]
    return [times[0] for times in inside] if all(len(times) == 1 for times in inside) else []


def _with_widths(told: Matter) -> tuple[Matter, Split]:
    """The matter with its counts over many marked as such, and its harms place by place where they are told so."""
    sentence, shift, harms, places = told.sentence, told.shift, told.harms, told.places
    wide = widths(told.around.document.text, told.start, told.end, [shifted(h, shift) for h in harms], places)
    harms = [replace(h, wide=w) if w else h for h, w in zip(harms, wide, strict=True)]
    bracketed = shares_in_brackets(sentence, harms, places, shift)
    shared = bracketed or shares_by_place(sentence, harms, places, shift)
    harms = [*harms, *(h for some, _ in bracketed[1] for h in some)] if bracketed is not None else harms
    split = harms_by_place(sentence, harms, places, shift) if not any(wide) and shared is None else None
    if shared is not None:
        harms, split = with_shares(harms, *shared)
    split = split or (targets_by_place(sentence, harms, places, shift) if told.triggers else None)
    row = towns_in_row(sentence, told.triggers, harms, places, shift) if split is None and len(_points(told)) < _SEVERAL else []
    if row:
        split, told = [([], [p]) for p in row], replace(told, triggers=[replace(t, plural=False) for t in told.triggers])
    return replace(told, harms=harms, times=without_run(told.times, harms, shift)), split


def _own_day(told: Matter, part: set[int], shared: TimeExpression | None) -> TimeExpression | None:
    """The day that hangs on the words of a clause; that of the sentence where none does."""
    index = {n: n for n in told.nodes}
    days = _points(told)
    own = [t for t in days if deed_of(told.sentence, t, index, told.shift)[0] in part] if len(days) >= _SEVERAL else []
    return own[0] if own else shared


_SEVERAL = 2


def _points(told: Matter) -> list[TimeExpression]:
    return [t for t in told.times if not t.window]


def _without_late(told: Matter, days: list[TimeExpression]) -> list[TimeExpression]:
    """The days of a sentence without those on which only some of the harmed died later, where another remains."""
    late = deaths_later(told.sentence, told.harms)
    index = {n: n for n in told.nodes}
    rest = [t for t in days if deed_of(told.sentence, t, index, told.shift)[0] not in late] if late else days
    return rest if set(told.nodes) - late and any(not t.window for t in rest) else days


def _by_day(told: Matter) -> _Days:
    """The words of a sentence by the deeds that its days tell apart."""
    sentence, shift, times, nodes = told.sentence, told.shift, told.times, told.nodes
    if any(heads_entry(told.around.reckoning.listed, t.start) for t in times):
        times = [t for t in times if not only_night(t)]  # "May 7: Overnight raids ..." are of the day of the entry
    triggers = list(told.triggers)
    doubted = doubted_days(sentence, triggers, told.harms, times, told.around, shift)
    alone = len(times) == 1 and heads_entry(told.around.reckoning.listed, times[0].start)
    head = times[0] if alone else None
    doubted = {start: by for start, by in doubted.items() if head is None or start != head.start or by != "statement"}
    told_then = days_of_verbs(sentence, nodes, times, shift) if doubted else set()
    doubted = {start: by for start, by in doubted.items() if start not in told_then}
    likely = [t for t in times if t.start not in doubted]
    loose = not in_passing(triggers, told.harms)
    likely = _without_late(told, likely)
    groups = deeds_by_date(sentence, nodes, likely, shift, loose)
    if doubted and all(time is None for _, time in groups):
        groups = deeds_by_date(sentence, nodes, times, shift, loose)
    if head is not None and head in likely and len(groups) == 1 and groups[0][1] is None:
        groups = [(groups[0][0], head)]
    if turned := turned_back(sentence, nodes, times, shift, told.around.document.published):
        outer = [n for n in nodes if not any(n in back.told for back in turned)]
        rest = [t for t in times if not any(t.start in (back.counted.start, back.day.start) for back in turned)]
        left = [t for t in triggers if t.head in outer], [h for h in told.harms if h.cue in outer]
        weighed = doubted_days(sentence, *left, rest, told.around, shift) if outer else {}
        doubted = {start: by for start, by in weighed.items() if by == "statement"}
        rest = [t for t in rest if t.start not in doubted] or rest
        main = counted_on(turned)
        dated = [(told_of, time or main) for told_of, time in (deeds_by_date(sentence, outer, rest, shift) if outer else [])]
        groups = [*dated, *((back.told, back.day) for back in turned)]
    if (named := named_before(sentence, nodes, times, shift)) is not None:
        inner, day, counted = named
        rest = [t for t in likely if t not in (day, counted)]
        groups = [*deeds_by_date(sentence, [n for n in nodes if n not in inner], rest, shift), (inner, day)]
        doubted = {start: by for start, by in doubted.items() if start != day.start}
    past = commemorated(sentence, nodes) if not turned and named is None else set()
    if past:
        groups = [*deeds_by_date(sentence, [n for n in nodes if n not in past], likely, shift), (past, None)]
    if not turned and (wounded := died_after(sentence, times, shift, told.around.document.published)) is not None:
        groups = [(set(nodes), wounded)]
    if len(groups) == 2 and died_of(sentence, told.harms, groups[0][0], groups[1][0]):
        groups, turned = [(groups[0][0] | groups[1][0], groups[1][1])], []
    if len(groups) > 1 and not turned and any(h.total for h in told.harms):
        groups = [of_one_toll(groups, told.around)]
    parts = () if turned else tuple(parts_told(sentence, nodes, likely, shift) or named_by_days(sentence, nodes, likely, shift))
    return _Days(groups, doubted, bool(turned or past), parts)
