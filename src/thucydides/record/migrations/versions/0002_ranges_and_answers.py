"""Ranges that the stated numbers allow, kept beside the assessments; questions of earlier revisions and what answered them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two tables more; a record of before holds no rows of them until it is built again."""
    op.create_table(
        "ranges",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("scope", sa.Text(), nullable=False, comment="incident, group, side, month or record"),
        sa.Column("of", sa.Text(), nullable=False, comment="which: an incident's id, a month, ..."),
        sa.Column("outcome", sa.Text(), nullable=False, comment="killed, injured, missing or captured"),
        sa.Column("group_words", sa.Text(), nullable=False, comment="of whom; empty for everybody"),
        sa.Column("low", sa.BigInteger(), nullable=True, comment="least"),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="most; null is open"),
        sa.Column("holds", sa.Boolean(), nullable=False, comment="false where the statements contradict one another"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="ranges_revisions"),
        sa.ForeignKeyConstraint(["since"], ["revisions.number"]),
        sa.ForeignKeyConstraint(["until"], ["revisions.number"]),
        sa.PrimaryKeyConstraint("key"),
        comment="The least and most that a count can be if the numbers stated of it hold together.",
    )
    op.create_table(
        "answers",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("aggregate", sa.Text(), nullable=False, comment="id of the aggregate"),
        sa.Column("question", sa.Text(), nullable=False, comment="as it was asked"),
        sa.Column("asked", sa.BigInteger(), nullable=True, comment="last revision in which it stood open"),
        sa.Column("answered", sa.BigInteger(), nullable=True, comment="revision that answers it"),
        sa.Column("words", sa.Text(), nullable=False, comment="what answered it"),
        sa.Column("passage", sa.Integer(), nullable=False, comment="row of passages it is read from"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="answers_revisions"),
        sa.ForeignKeyConstraint(["passage"], ["passages.key"]),
        sa.ForeignKeyConstraint(["since"], ["revisions.number"]),
        sa.ForeignKeyConstraint(["until"], ["revisions.number"]),
        sa.PrimaryKeyConstraint("key"),
        comment="A question of an earlier revision that is open no more; its id is the gap's.",
    )
    for table in ("ranges", "answers"):
        op.create_index(f"{table}_by_id", table, ["id"])
        op.create_index(f"{table}_by_revision", table, ["since", "until"])


def downgrade() -> None:
    """Not offered: restore a copy of the record instead."""
    raise NotImplementedError
