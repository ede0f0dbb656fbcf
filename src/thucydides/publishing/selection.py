"""Selection: the part of a record that is published, by how well each incident is borne out.

Invariants: an incident is in or out as a whole, with its mentions, claims and discrepancies; documents, tallies and figures stay; the
record itself is never changed.
"""

from msgspec.structs import replace

from thucydides.nouns import Discrepancy, Incident, Record
from thucydides.nouns.incident import GradeName
from thucydides.publishing.options import GRADES


def standing(incident: Incident) -> GradeName:
    """How well an incident is borne out (rule `publish.standing`): the grade of its harm.

    Where no harm is told, or all say that nobody was harmed, there is no harm to grade: then two independent origins make it
    fair and one makes it weak.
    """
    if incident.harm is not None and incident.harm.grade != "discounted":
        return incident.harm.grade
    return "fair" if incident.origins > 1 else "weak"


def passes(incident: Incident, least: GradeName) -> bool:
    """Whether an incident is graded `least` or better."""
    return GRADES.index(standing(incident)) <= GRADES.index(least)


def select(record: Record, least: GradeName) -> Record:
    """The record with only the incidents and acts graded `least` or better, and without what speaks of the others alone.

    Ranges of months, groups and the whole record speak of the others too, and are left out.
    """
    kept = tuple(i for i in record.incidents if passes(i, least))
    if len(kept) == len(record.incidents):
        return record
    held = {i.id for i in kept}
    gone = {m for i in record.incidents if i.id not in held for m in i.mentions} - {m for i in kept for m in i.mentions}
    own = {c for i in kept for c in i.claims}
    return replace(
        record,
        incidents=kept,
        mentions=tuple(m for m in record.mentions if m.id not in gone),
        claims=tuple(c for c in record.claims if c.id in own or not c.mentions or any(m not in gone for m in c.mentions)),
        ranges=tuple(r for r in record.ranges if r.scope == "incident" and r.key in held),
        discrepancies=tuple(_narrowed(d, held) for d in record.discrepancies if not d.incidents or held & set(d.incidents)),
    )


def _narrowed(value: Discrepancy, held: set[str]) -> Discrepancy:
    return replace(value, incidents=tuple(i for i in value.incidents if i in held))
