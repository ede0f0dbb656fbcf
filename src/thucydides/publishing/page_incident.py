"""One incident as the page shows it: the record's values and how they were settled, the accounts side by side, who is blamed."""

from msgspec import Struct

from thucydides.nouns import Assessment, DateRange, Incident, Place, Quantity
from thucydides.publishing import rules, sums, words
from thucydides.publishing.account import Account, accounts
from thucydides.publishing.assets import mapping
from thucydides.publishing.evidence import Cell, Evidence, Ref
from thucydides.publishing.index import Index, by_time, country
from thucydides.publishing.reader import slug
from thucydides.publishing.responsibility import STANCES, accusation
from thucydides.publishing.sentences import told

NAMES = {"date": "Date", "place": "Place", "type": "Kind", "killed": "Killed", "injured": "Injured"}


class Line(Struct, frozen=True):
    """A sentence with the ways to its passages."""

    text: str
    refs: tuple[Ref, ...]


class Value(Struct, frozen=True):
    """One of the record's values: its name, the value in words, the reason, the claims for and against it."""

    name: str
    value: str
    detail: str
    reason: str
    origins: int
    support: tuple[Cell, ...]
    against: tuple[Cell, ...]


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


class Blame(Struct, frozen=True):
    """A statement on responsibility with its stance and way to the passage."""

    stance: str
    label: str
    text: str
    via: str
    ref: Ref | None


class Point(Struct, frozen=True):
    """A discrepancy that concerns the incident: its address, kind, sides and explanation."""

    href: str
    kind: str
    attribute: str
    sides: tuple[Cell, ...]
    explanation: str


class Link(Struct, frozen=True):
    """Why two tellings are one: the tellings, how likely, and the comparisons with the words for and against."""

    left: Ref | None
    right: Ref | None
    probability: str
    support: str
    against: str
    ruling: str


class Entry(Struct, frozen=True):
    """Everything the page shows of one incident or act."""

    anchor: str
    id: str
    number: int
    kind: str
    title: str
    when: str
    where: str
    precision: str
    type: str
    event_type: str
    country: str
    order: tuple[str, str, str]
    killed: Quantity | None
    injured: Quantity | None
    killed_groups: str
    injured_groups: str
    sentences: tuple[Line, ...]
    values: tuple[Value, ...]
    rules: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    blame: tuple[Blame, ...]
    links: tuple[Link, ...]
    harm: tuple[str, str]
    responsibility: tuple[str, str]
    origins: int
    documents: int
    weapons: tuple[Cell, ...]
    actors: tuple[tuple[str, str], ...]
    discrepancies: tuple[Point, ...]


def entry(index: Index, evidence: Evidence, incident: Incident) -> Entry:
    """An incident ready to be shown."""
    date, place = incident.assessed("date"), incident.assessed("place")
    where = place.place if place else None
    found = accounts(index, incident)
    weapons = {name: passage for a in found for name, passage in reversed(a.weapons)}
    return Entry(
        anchor=address(incident.id),
        id=incident.id,
        number=index.numbers[incident.id],
        kind=incident.kind,
        title=incident.title,
        when=words.when(date.date if date else None),
        where=words.where(where, country(where.country)) if where else words.NO_PLACE,
        precision=words.precision(where) if where else "",
        type=incident.type,
        event_type=incident.event_type,
        country=country(where.country) if where and where.country else "",
        order=by_time(incident),
        killed=sums.toll(incident, "killed"),
        injured=sums.toll(incident, "injured"),
        killed_groups=_grouped(incident, "killed"),
        injured_groups=_grouped(incident, "injured"),
        sentences=tuple(Line(s.text, evidence.refs(s.passages)) for s in told(index, incident)),
        values=tuple(_value(index, evidence, a) for a in _ordered(incident)),
        rules=tuple((name, rules.meaning(name)) for name in dict.fromkeys(a.rule for a in _ordered(incident)) if name),
        rows=tuple(_row(index, evidence, incident, a) for a in found),
        blame=_blame(index, evidence, incident),
        links=_links(index, evidence, incident),
        harm=(incident.harm.grade, incident.harm.reason) if incident.harm else ("", ""),
        responsibility=(incident.responsibility.grade, incident.responsibility.reason) if incident.responsibility else ("", ""),
        origins=incident.origins,
        documents=len(found),
        weapons=tuple(evidence.cell(name, weapons.get(name)) for name in incident.weapons),
        actors=tuple((name, role) for _, name, role in incident.actors),
        discrepancies=tuple(_point(index, evidence, d) for d in incident.discrepancies if d in index.discrepancies),
    )


def address(incident: str) -> str:
    """The id that the page gives to an incident."""
    return f"i-{slug(incident)}"


def _grouped(incident: Incident, outcome: str) -> str:
    """The record's counts by group: "3 Ecuadorian soldiers, 1 officer"."""
    plain = mapping("phrases")["plain"]
    found = [a for a in incident.assessments if a.attribute.startswith(f"{outcome}/") and a.group and a.group.lower() not in plain]
    return ", ".join(f"{words.quantity(a.quantity)} {a.group}" for a in found)


def _ordered(incident: Incident) -> list[Assessment]:
    """Assessments in the order that a reader asks: when, where, what, how many, of whom."""
    order = {name: n for n, name in enumerate(("date", "place", "type", "killed", "injured", "missing", "captured", "displaced"))}
    return sorted(incident.assessments, key=lambda a: (order.get(a.attribute.split("/")[0], 99), "/" in a.attribute, a.attribute))


def _value(index: Index, evidence: Evidence, value: Assessment) -> Value:
    outcome, _, group = value.attribute.partition("/")
    text, detail = value.value or words.UNKNOWN, ""
    if value.quantity is not None:
        text = words.quantity(value.quantity)
    elif value.date is not None:
        text, detail = words.when(value.date), value.date.edtf
    elif value.place is not None:
        text, detail = words.where(value.place, country(value.place.country)), words.precision(value.place)
    named = NAMES.get(outcome, words.sentence_case(outcome))
    return Value(
        name=f"{named}: {value.group or group}" if group else named,
        value=text,
        detail=detail,
        reason=value.reason,
        origins=value.origins,
        support=_claimed(index, evidence, value.claims_for, outcome),
        against=_claimed(index, evidence, value.claims_against, outcome),
    )


def _claimed(index: Index, evidence: Evidence, names: tuple[str, ...], attribute: str) -> tuple[Cell, ...]:
    """Claims as their values, with who says so; the same value of one speaker in one document once.

    What an incident was is seldom said as a value: there the words themselves stand for it.
    """
    found: dict[tuple[str, str, str], Cell] = {}
    for claim in (index.claims[n] for n in names if n in index.claims):
        text = claim.place.name if claim.place else claim.value
        if attribute == "type":
            text = f"“{index.quote(claim.passage, 9)}”"
        elif claim.date is not None:
            text = words.when(claim.date)
        elif claim.quantity is not None:
            text = words.quantity(claim.quantity)
        speaker = claim.speaker or index.source(claim.document)
        found.setdefault((claim.document, text, speaker), evidence.cell(text, claim.passage, note=speaker))
    return tuple(found.values())


def _row(index: Index, evidence: Evidence, incident: Incident, account: Account) -> Row:
    date, place = incident.assessed("date"), incident.assessed("place")
    first = evidence.ref(account.passages[0]) if account.passages else None
    return Row(
        tag=evidence.tags.get(account.document, "?"),
        source=index.source(account.document),
        href=f"#d-{slug(account.document)}",
        speakers=tuple(evidence.cell(name, passage) for name, passage in account.speakers),
        date=_date_cell(evidence, account, date.date if date else None),
        place=_place_cell(evidence, account, place.place if place else None),
        type=evidence.cell(account.type or "not said", account.type_passage, account.type != incident.type),
        killed=_toll_cell(evidence, account, "killed", sums.toll(incident, "killed")),
        injured=_toll_cell(evidence, account, "injured", sums.toll(incident, "injured")),
        quote=first,
    )


def _date_cell(evidence: Evidence, account: Account, record: DateRange | None) -> Cell:
    if account.date is None:
        return Cell("not said")
    differs = record is not None and not _meet(account.date, record)
    return evidence.cell(words.when(account.date), account.date_passage, differs)


def _meet(a: DateRange, b: DateRange) -> bool:
    """Can both dates hold? What has no year meets everything."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return True
    return a.earliest <= b.latest and b.earliest <= a.latest


def _place_cell(evidence: Evidence, account: Account, record: Place | None) -> Cell:
    if account.place is None:
        return Cell("not said")
    differs = bool(record and record.country and account.place.country and record.country != account.place.country)
    return evidence.cell(account.place.name, account.place_passage, differs, words.PRECISIONS.get(account.place.precision or 0, ""))


def _toll_cell(evidence: Evidence, account: Account, outcome: str, record: Quantity | None) -> Cell:
    found = account.told(outcome)
    if found is None:
        return Cell("not said")
    differs = record is not None and record.best is not None and not _holds(found.quantity, record.best)
    whole = [i for i in found.items if i.part_of is None]
    plain = mapping("phrases")["plain"]
    groups = [i for i in found.items if i.group and i.group.lower() not in plain and (i.part_of is not None or len(whole) > 1)]
    note = ", ".join(f"{words.quantity(i.quantity)} {i.group}" for i in groups)
    return evidence.cell(words.quantity(found.quantity), found.passage, differs, note)


def _holds(value: Quantity, best: int) -> bool:
    return (value.low is None or value.low <= best) and (value.high is None or best <= value.high)


def _blame(index: Index, evidence: Evidence, incident: Incident) -> tuple[Blame, ...]:
    found: dict[tuple[str, str], Blame] = {}
    for claim in index.claims_on(incident, "responsibility"):
        text = words.sentence_case(accusation(index, claim))
        blame = Blame(claim.stance, STANCES[claim.stance], text, ", ".join(claim.via), evidence.ref(claim.passage))
        found.setdefault((text, claim.document), blame)
    return tuple(found.values())


def _point(index: Index, evidence: Evidence, name: str) -> Point:
    found, phrases = index.discrepancies[name], mapping("phrases")
    return Point(
        href=f"#x-{slug(name)}",
        kind=phrases["kinds"].get(found.kind, found.kind),
        attribute=phrases["attributes"].get(found.attribute, found.attribute),
        sides=tuple(evidence.cell(v.value, v.passage, note=index.source(v.passage.document)) for v in found.values),
        explanation=found.explanation,
    )


def _links(index: Index, evidence: Evidence, incident: Incident) -> tuple[Link, ...]:
    found = []
    for pair in incident.pairs:
        left, right = index.mentions.get(pair.left), index.mentions.get(pair.right)
        if left is None or right is None:
            continue
        support = [f"{name}: {level}" for name, level, bits in sorted(pair.parts, key=lambda p: -p[2]) if bits > 0]
        against = [f"{name}: {level}" for name, level, bits in sorted(pair.parts, key=lambda p: p[2]) if bits < 0]
        found.append(
            Link(
                left=evidence.ref(left.passages[0]) if left.passages else None,
                right=evidence.ref(right.passages[0]) if right.passages else None,
                probability=f"{100 * min(pair.probability, 0.999):.1f} %",
                support="; ".join(support),
                against="; ".join(against),
                ruling=pair.ruling,
            )
        )
    return tuple(found)
