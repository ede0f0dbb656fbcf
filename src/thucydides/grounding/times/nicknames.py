"""Nicknames: days that are the everyday name of an event ("9/11"), which is another event where a report tells of that day of a year of
its own."""

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec.structs import replace

from thucydides import vocabulary
from thucydides.grounding.times.expression import TimeExpression
from thucydides.grounding.times.forms import Day


@cache
def _named() -> frozenset[str]:
    return frozenset(vocabulary.mapping("dates")["named_days"])


def is_nickname(time: TimeExpression) -> bool:
    """Whether a time is the everyday name of an event, which says of what a report speaks and not when it was written."""
    return time.wording.lower() in _named()


def held_to_report(times: Sequence[TimeExpression]) -> Iterable[TimeExpression]:
    """The times of a report, a nickname without its year where the report tells of that month and day otherwise."""
    told = {(t.form.month, t.form.day) for t in times if isinstance(t.form, Day) and not is_nickname(t)}
    for time in times:
        if is_nickname(time) and isinstance(time.form, Day) and (time.form.month, time.form.day) in told:
            yield replace(time, form=replace(time.form, year=None), relative_to="document")
        else:
            yield time
