"""Same weeks: which incidents of a report are near enough in time for the one to say where the other was."""

from collections.abc import Sequence

from thucydides.nouns import DateRange, Mention

LATELY = 60
"""Days from another incident within which that may tell the place of one, told because it was there too."""


def days_apart(one: DateRange | None, two: DateRange | None) -> int:
    """The days between two ranges, 0 where they meet or one is open."""
    if one is None or two is None or not (one.earliest and one.latest and two.earliest and two.latest):
        return 0
    return max((one.earliest - two.latest).days, (two.earliest - one.latest).days, 0)


def goes_on(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an incident is of the weeks of the one told last before it."""
    before = [m for m in mentions if m.passages[0].start < mention.passages[0].start]
    last = max(before, key=lambda m: m.passages[0].start, default=None)
    return last is None or days_apart(last.date, mention.date) <= LATELY
