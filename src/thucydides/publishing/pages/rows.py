"""Row: one document's account of an incident as the page shows it, each value with the way to its passage."""

from msgspec import Struct

from thucydides.nouns import DateRange, Incident, Place, Quantity
from thucydides.publishing import days, sums, words
from thucydides.publishing.account import Account
from thucydides.publishing.assets import mapping
from thucydides.publishing.evidence import Cell, Evidence, Ref
from thucydides.publishing.groups import one_or_many
from thucydides.publishing.index import Index


class Row(Struct, frozen=True):
    """One document's account of the incident."""

    tag: str
    source: str
    href: str
    speakers: tuple[Cell, ...]
    date: Cell
    place: Cell
    type: Cell
    killed: Cell
    injured: Cell
    quote: Ref | None


def row(index: Index, evidence: Evidence, incident: Incident, account: Account) -> Row:
    date, place = incident.assessed("date"), incident.assessed("place")
    first = evidence.ref(account.passages[0]) if account.passages else None
    return Row(
        tag=evidence.tags.get(account.document, "?"),
        source=index.source(account.document),
        href=evidence.addresses.document(account.document),
        speakers=tuple(evidence.cell(name, passage) for name, passage in account.speakers),
        date=_date_cell(evidence, account, date.date if date else None),
        place=_place_cell(evidence, account, place.place if place else None),
        type=evidence.cell(words.kind(account.type) or "not said", account.type_passage, account.type != incident.type),
        killed=_toll_cell(evidence, account, "killed", sums.toll(incident, "killed")),
        injured=_toll_cell(evidence, account, "injured", sums.toll(incident, "injured")),
        quote=first,
    )


def _date_cell(evidence: Evidence, account: Account, record: DateRange | None) -> Cell:
    if account.date is None:
        return Cell("not said")
    differs = record is not None and not _meet(account.date, record)
    return evidence.cell(days.when(account.date), account.date_passage, differs)


def _meet(a: DateRange, b: DateRange) -> bool:
    """Can both dates hold? What has no year meets everything."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return True
    return a.earliest <= b.latest and b.earliest <= a.latest


def _place_cell(evidence: Evidence, account: Account, record: Place | None) -> Cell:
    if account.place is None:
        return Cell("not said")
    differs = bool(record and record.country and account.place.country and record.country != account.place.country)
    return evidence.cell(
        account.place.name, account.place_passage, differs, words.PRECISIONS.get(account.place.precision or 0, "")
    )


def _toll_cell(evidence: Evidence, account: Account, outcome: str, record: Quantity | None) -> Cell:
    found = account.told(outcome)
    if found is None:
        return Cell("not said")
    differs = record is not None and record.best is not None and not _holds(found.quantity, record.best)
    whole = [i for i in found.items if i.part_of is None]
    plain = mapping("phrases")["plain"]
    groups = [i for i in found.items if i.group and i.group.lower() not in plain and (i.part_of is not None or len(whole) > 1)]
    note = ", ".join(f"{words.quantity(i.quantity)} {one_or_many(i.group, i.quantity)}" for i in groups)
    return evidence.cell(words.quantity(found.quantity), found.passage, differs, note)


def _holds(value: Quantity, best: int) -> bool:
    return (value.low is None or value.low <= best) and (value.high is None or best <= value.high)
