"""Ranges: what the stated numbers together allow, over the record, by month, by group and by side, in lines of text."""

from collections.abc import Iterator

from thucydides.nouns import Range, Record
from thucydides.publishing import words
from thucydides.publishing.index import Index
from thucydides.reconciling.words import OUTCOMES, demonym
from thucydides.showing.lines import Line

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
MOST = 24
"""Months or groups that are listed; of more, those with the most people."""


def allowed(index: Index, record: Record) -> Iterator[Line]:
    """The tightest least and most of the record, its months, its groups of people and its sides."""
    sums = [r for r in record.ranges if r.scope != "incident" and (r.low or r.high is not None)]
    if not sums:
        return
    yield Line("")
    yield Line("What the stated numbers together allow, of the incidents whose number is told")
    for scope, head in (("record", "In all"), ("month", "By month"), ("group", "By group"), ("side", "By side")):
        rows = [r for r in sums if r.scope == scope]
        if not rows:
            continue
        keys = sorted({r.key for r in rows}, key=lambda k: (-max(r.low for r in rows if r.key == k), k))[:MOST]
        yield Line("")
        yield Line(f"{head}:", 3)
        for key in sorted(keys) if scope == "month" else keys:
            mine = sorted((r for r in rows if r.key == key), key=lambda r: OUTCOMES.index(r.outcome))
            told = words.listing([f"{range_words(r)} {r.outcome}" for r in mine])
            yield Line(f"{_name(index, scope, key)}: {told}" if key else told, 3, "- ")


def range_words(one: Range) -> str:
    """ "24 to 26", "at least 10", "none"."""
    return "none" if one.high == 0 else words.span(one.low, one.high)


def _name(index: Index, scope: str, key: str) -> str:
    """A month, a group or a side as a reader calls it."""
    if scope == "month":
        year, _, month = key.partition("-")
        return f"{_MONTHS[int(month) - 1]} {year}" if month else "no single month known"
    if scope == "side":
        return index.actor(key)
    nation, category = (key[:2], key[3:]) if key[:2].isupper() and key[2:3] == " " else ("", key)
    return f"{demonym(nation) or nation} {category}".strip()
