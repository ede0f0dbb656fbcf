"""One incident as the page shows it: the record's values and how they were settled, the accounts side by side, who is blamed."""

from msgspec import Struct

from thucydides.nouns import Incident, Quantity
from thucydides.publishing import days, rules, sums, words
from thucydides.publishing.account import accounts
from thucydides.publishing.acts import title
from thucydides.publishing.assets import mapping
from thucydides.publishing.evidence import Cell, Evidence, Ref, Side
from thucydides.publishing.index import Index, by_time, country
from thucydides.publishing.pages.rows import Row, row
from thucydides.publishing.pages.values import Value, by_group, ordered, value
from thucydides.publishing.reader import slug
from thucydides.publishing.responsibility import STANCES, accusation, culprits
from thucydides.publishing.sentences import told


class Line(Struct, frozen=True):
    """A sentence with the ways to its passages."""

    text: str
    refs: tuple[Ref, ...]


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
    sides: tuple[Side, ...]
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
    href: str
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
    disputed: int
    points: tuple[Point, ...]


def entry(index: Index, evidence: Evidence, incident: Incident) -> Entry:
    """An incident ready to be shown."""
    date, place = incident.assessed("date"), incident.assessed("place")
    where = place.place if place else None
    found = accounts(index, incident)
    weapons = {name: passage for a in found for name, passage in reversed(a.weapons)}
    return Entry(
        anchor=address(incident.id),
        href=evidence.addresses.incident(incident.id),
        id=incident.id,
        number=index.numbers[incident.id],
        kind=incident.kind,
        title=title(incident),
        when=days.when(date.date if date else None),
        where=words.where(where, country(where.country)) if where else words.NO_PLACE,
        precision=words.precision(where) if where else "",
        type=words.kind(incident.type),
        event_type=incident.event_type,
        country=country(where.country) if where and where.country else "",
        order=by_time(incident),
        killed=sums.toll(incident, "killed"),
        injured=sums.toll(incident, "injured"),
        killed_groups=by_group(incident, "killed"),
        injured_groups=by_group(incident, "injured"),
        sentences=tuple(Line(s.text, evidence.refs(s.passages)) for s in told(index, incident)),
        values=tuple(value(index, evidence, a) for a in ordered(incident)),
        rules=tuple((name, rules.meaning(name)) for name in dict.fromkeys(a.rule for a in ordered(incident)) if name),
        rows=tuple(row(index, evidence, incident, a) for a in found),
        blame=_blame(index, evidence, incident),
        links=_links(index, evidence, incident),
        harm=(incident.harm.grade, incident.harm.reason) if incident.harm else ("", ""),
        responsibility=(incident.responsibility.grade, incident.responsibility.reason) if incident.responsibility else ("", ""),
        origins=incident.origins,
        documents=len(found),
        weapons=tuple(evidence.cell(name, weapons.get(name)) for name in incident.weapons),
        actors=tuple((name, role) for _, name, role in incident.actors),
        disputed=len(incident.discrepancies),
        points=tuple(_point(index, evidence, d) for d in _apart(index, incident)),
    )


def address(incident: str) -> str:
    """The id that the page gives to an incident."""
    return f"i-{slug(incident)}"


def _blame(index: Index, evidence: Evidence, incident: Incident) -> tuple[Blame, ...]:
    found: dict[tuple[str, str], Blame] = {}
    for claim in culprits(index, incident):
        text = words.sentence_case(accusation(index, claim))
        blame = Blame(claim.stance, STANCES[claim.stance], text, ", ".join(claim.via), evidence.ref(claim.passage))
        found.setdefault((text, claim.document), blame)
    return tuple(found.values())


def _apart(index: Index, incident: Incident) -> list[str]:
    """The incident's discrepancies but who is blamed, which has a list of its own."""
    found = (d for d in incident.discrepancies if d in index.discrepancies)
    return [d for d in found if index.discrepancies[d].attribute != "responsibility"]


def _point(index: Index, evidence: Evidence, name: str) -> Point:
    found, phrases = index.discrepancies[name], mapping("phrases")
    return Point(
        href=evidence.addresses.dispute(name),
        kind=phrases["kinds"].get(found.kind, found.kind),
        attribute=phrases["attributes"].get(found.attribute, found.attribute),
        sides=evidence.sides(found),
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


def named(evidence: Evidence, incident: Incident) -> tuple[str, str, str]:
    """An incident's number, title and address within the page."""
    return str(evidence.index.numbers[incident.id]), title(incident), evidence.addresses.incident(incident.id)
