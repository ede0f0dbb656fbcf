"""Rule table: how the figures of a whole record change under another rule, as lines of text."""

from thucydides.nouns import Quantity, Record
from thucydides.publishing.index import Index
from thucydides.reconciling.comparing import Row, compare_rules
from thucydides.reconciling.rules import RULES
from thucydides.showing.lines import columns

_LONGEST = 44


def rows(record: Record) -> tuple[Row, ...]:
    """Every count of every incident under each rule, and the sums."""
    clusters = [i.mentions for i in record.incidents]
    return compare_rules(record.documents, record.mentions, record.claims, record.citations, clusters, record.rulings)


def compared(record: Record) -> list[str]:
    """The counts on which the rules differ, then the sums over the record; "5 (3-7)" is best, low and high."""
    index, found = Index(record), rows(record)
    single = [r for r in found if r.incident]
    differing = [r for r in single if r.differs]
    head = ("incident", "count", *(name.removeprefix("assess.") for name in RULES))
    title = {i.id: i.title for i in index.record.incidents}
    table = [(_short(title.get(r.incident, r.incident)), r.outcome, *_cells(r)) for r in differing]
    table += [("all incidents together", r.outcome, *_cells(r)) for r in found if not r.incident]
    agreed = str(len(single) - len(differing)) if differing else "all"
    lines = [
        f"{record.title}: {len(single)} counts under {len(RULES)} rules; the rules agree on {agreed} of them.",
        "Best, and low to high in brackets; ? is unknown, which is not zero, + an open end.",
    ]
    return [*lines, "", *columns(table, head)]


def _cells(row: Row) -> list[str]:
    told = dict(row.figures)
    return [_cell(told[name]) if name in told else "" for name in RULES]


def _cell(quantity: Quantity) -> str:
    """ "5", "5 (3-7)", "? (1+)"."""
    best = "?" if quantity.best is None else f"{quantity.best:,}"
    if quantity.low == quantity.best == quantity.high:
        return best
    if quantity.low is None and quantity.high is None:
        return best
    ends = f"{quantity.low or 0:,}+" if quantity.high is None else f"{quantity.low or 0:,}-{quantity.high:,}"
    return f"{best} ({ends})"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def plain(record: Record) -> list[dict[str, object]]:
    """The same for a script: every count, also those on which the rules agree; incident null is the sum."""
    return [
        {
            "incident": r.incident or None, "outcome": r.outcome, "differs": r.differs,
            "figures": {name: {"low": q.low, "best": q.best, "high": q.high} for name, q in r.figures},
        }
        for r in rows(record)
    ]  # fmt: skip
