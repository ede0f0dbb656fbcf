"""Ranges that the stated numbers allow, kept beside the assessments; questions of earlier revisions and what answered them."""

import sqlalchemy as sa

from thucydides.record.migrations.blocks import count, noun_table, passage, words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two tables more; a record of before holds no rows of them until it is built again."""
    noun_table(
        "ranges", "The least and most that a count can be if the numbers stated of it hold together.",
        words("scope", "incident, group, side, month or record", required=True),
        words("of", "which: an incident's id, a month, ...", required=True),
        words("outcome", "killed, injured, missing or captured", required=True),
        words("group_words", "of whom; empty for everybody", required=True), count("low", "least"), count("high", "most; null is open"),
        sa.Column("holds", sa.Boolean(), nullable=False, comment="false where the statements contradict one another"),
    )  # fmt: skip
    noun_table(
        "answers", "A question of an earlier revision that is open no more; its id is the gap's.",
        words("aggregate", "id of the aggregate", required=True), words("question", "as it was asked", required=True),
        count("asked", "last revision in which it stood open"), count("answered", "revision that answers it"),
        words("words", "what answered it", required=True), passage(),
    )  # fmt: skip


def downgrade() -> None:
    """Not offered: restore a copy of the record instead."""
    raise NotImplementedError
