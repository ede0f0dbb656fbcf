"""Blocks: the columns and kinds of table that migrations are put together from, as they were when they were written.

Invariant: what a migration made stays as it was made: nothing here follows `record.tables`, and nothing here is changed, only added to.
"""

import sqlalchemy as sa
from alembic import op

_PARENTS = {
    "mention_key": "mentions", "incident_key": "incidents", "discrepancy_key": "discrepancies", "claim_key": "claims",
}  # fmt: skip
_REFERS = {"passage": "passages.key", "sha256": "texts.sha256"}
"""Columns that refer to what every other table refers to."""


def noun_table(name: str, comment: str, *columns: sa.Column[object]) -> None:
    """A table of nouns: key, revisions and id, the noun's own columns, the noun as JSON, and its indexes."""
    op.create_table(
        name,
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        words("id", "the noun's id, the same in the export", required=True),
        *columns,
        words("body", "the noun as JSON", required=True),
        sa.CheckConstraint("until IS NULL OR until >= since", name=f"{name}_revisions"),
        *_references(columns),
        sa.ForeignKeyConstraint(["since"], ["revisions.number"]),
        sa.ForeignKeyConstraint(["until"], ["revisions.number"]),
        sa.PrimaryKeyConstraint("key"),
        comment=comment,
    )
    op.create_index(f"{name}_by_id", name, ["id"], unique=False)
    op.create_index(f"{name}_by_revision", name, ["since", "until"], unique=False)


def part_table(name: str, parent: str, comment: str, *columns: sa.Column[object]) -> None:
    """A table of parts of a noun, in order."""
    op.create_table(
        name,
        sa.Column(parent, sa.Integer(), nullable=False, comment=f"row of {_PARENTS[parent]}"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in order, from 0"),
        *columns,
        sa.ForeignKeyConstraint([parent], [f"{_PARENTS[parent]}.key"]),
        *_references(columns),
        sa.PrimaryKeyConstraint(parent, "position"),
        comment=comment,
    )


def _references(columns: tuple[sa.Column[object], ...]) -> list[sa.ForeignKeyConstraint]:
    """What those of the columns refer to that hold a passage or a text."""
    return [sa.ForeignKeyConstraint([c.name], [_REFERS[c.name]]) for c in columns if c.name in _REFERS]


def passage() -> sa.Column[object]:
    """The passage a value was read from: never null."""
    return sa.Column("passage", sa.Integer(), nullable=False, comment="row of passages it is read from")


def words(name: str, comment: str, required: bool = False) -> sa.Column[object]:
    """A column of text; null is unknown unless it is `required`."""
    return sa.Column(name, sa.Text(), nullable=not required, comment=comment)


def count(name: str, comment: str) -> sa.Column[object]:
    """A column of a count; null is unknown or open."""
    return sa.Column(name, sa.BigInteger(), nullable=True, comment=comment)


def dates() -> tuple[sa.Column[object], ...]:
    """A range of dates as EDTF and its two ends."""
    return (
        words("edtf", "date range as EDTF (ISO 8601-2)"),
        sa.Column("earliest", sa.Date(), nullable=True, comment="first possible day"),
        sa.Column("latest", sa.Date(), nullable=True, comment="last possible day"),
    )


def span(prefix: str = "") -> tuple[sa.Column[object], ...]:
    """A quantity's low, best and high; null is unknown."""
    of = prefix.replace("_", " ")
    return tuple(count(f"{prefix}{end}", f"{of}{end} count; null is unknown") for end in ("low", "best", "high"))


def place() -> tuple[sa.Column[object], ...]:
    """A place's entry and where it lies."""
    return (
        words("place", "name of the place"),
        words("gazetteer_id", "gazetteer entry; null where unresolved"),
        words("country", "ISO 3166-1 alpha-2"),
        sa.Column("latitude", sa.Float(), nullable=True, comment="WGS84 degrees"),
        sa.Column("longitude", sa.Float(), nullable=True, comment="WGS84 degrees"),
        count("place_precision", "UCDP where_prec class, 1 exact to 7"),
    )
