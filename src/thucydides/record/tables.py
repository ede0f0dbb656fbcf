"""Columns and kinds of table that the schema is put together from: a noun, a part of a noun, a passage, a range, a place."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()


def noun_table(name: str, comment: str, *columns: Column[object]) -> Table:
    """A table of nouns: key, revisions, id and body, and the noun's own columns."""
    return Table(
        name,
        metadata,
        Column("key", Integer, primary_key=True, autoincrement=False, comment="number of the row"),
        Column("since", Integer, ForeignKey("revisions.number"), nullable=False, comment="first revision it stands in"),
        Column("until", Integer, ForeignKey("revisions.number"), comment="last revision it stands in; null while it stands"),
        Column("id", Text, nullable=False, comment="the noun's id, the same in the export"),
        *columns,
        Column("body", Text, nullable=False, comment="the noun as JSON"),
        CheckConstraint("until IS NULL OR until >= since", name=f"{name}_revisions"),
        Index(f"{name}_by_id", "id"),
        Index(f"{name}_by_revision", "since", "until"),
        comment=comment,
    )


def part_table(name: str, parent: str, comment: str, *columns: Column[object]) -> Table:
    """A table of parts of a noun, in order; it stands in the revisions of its noun."""
    return Table(
        name,
        metadata,
        Column(parent, Integer, ForeignKey(f"{_PARENTS[parent]}.key"), primary_key=True, comment=f"row of {_PARENTS[parent]}"),
        Column("position", Integer, primary_key=True, comment="place in order, from 0"),
        *columns,
        comment=comment,
    )


_PARENTS = {
    "mention_key": "mentions", "incident_key": "incidents", "discrepancy_key": "discrepancies", "claim_key": "claims",
}  # fmt: skip


def passage() -> Column[object]:
    """The passage a value was read from: never null."""
    return Column("passage", Integer, ForeignKey("passages.key"), nullable=False, comment="row of passages it is read from")


def words(name: str, comment: str, required: bool = False) -> Column[object]:
    """A column of text; null is unknown unless it is `required`."""
    return Column(name, Text, nullable=not required, comment=comment)


def count(name: str, comment: str) -> Column[object]:
    """A column of a count; null is unknown or open."""
    return Column(name, BigInteger, comment=comment)


def dates() -> tuple[Column[object], ...]:
    """A range of dates as EDTF and its two ends."""
    return (
        words("edtf", "date range as EDTF (ISO 8601-2)"),
        Column("earliest", Date, comment="first possible day"),
        Column("latest", Date, comment="last possible day"),
    )


def span(prefix: str = "") -> tuple[Column[object], ...]:
    """A quantity's low, best and high; null is unknown."""
    of = prefix.replace("_", " ")
    return tuple(count(f"{prefix}{end}", f"{of}{end} count; null is unknown") for end in ("low", "best", "high"))


def place(prefix: str = "") -> tuple[Column[object], ...]:
    """A place's entry and where it lies."""
    return (
        words(f"{prefix}place", "name of the place"),
        words(f"{prefix}gazetteer_id", "gazetteer entry; null where unresolved"),
        words(f"{prefix}country", "ISO 3166-1 alpha-2"),
        Column(f"{prefix}latitude", Float, comment="WGS84 degrees"),
        Column(f"{prefix}longitude", Float, comment="WGS84 degrees"),
        count(f"{prefix}place_precision", "UCDP where_prec class, 1 exact to 7"),
    )
