"""The first tables of a record: what stands by itself, the nouns, and what is read from a passage."""

import sqlalchemy as sa
from alembic import op

from thucydides.record.migrations.blocks import count, dates, noun_table, part_table, passage, place, span, words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Tables of version 0001 from nothing, each after those that it refers to."""
    _grounds()
    _nouns()
    _nouns_with_passages()
    _parts_of_mentions()


def _grounds() -> None:
    """What the other tables refer to: revisions, texts; and what only saves time or stands in for a file."""
    op.create_table(
        "extracts",
        words("key", "fingerprint of the document and digest of what extracts", required=True),
        words("body", "everything read from the document, as JSON", required=True),
        sa.PrimaryKeyConstraint("key"),
        comment="What was read from each document, kept so that a further build reads only what is new; may be emptied.",
    )
    op.create_table(
        "revisions",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False, comment="builds counted from 1"),
        words("title", "name of the conflict", required=True),
        words("given_title", "the name that a person gave; null where it was made from the data"),
        words("inputs", "SHA-256 of what the build took in: documents, rulings, title, rule", required=True),
        words("program", "version of the program", required=True),
        words("engine", "digest of the code, tables and engines that last gave this revision", required=True),
        words("rule", "rule that the assessments were made by", required=True),
        words("content", "SHA-256 of the record that came out", required=True),
        sa.Column("documents", sa.Integer(), nullable=False, comment="how many documents it holds"),
        sa.Column("incidents", sa.Integer(), nullable=False, comment="how many incidents it holds"),
        sa.PrimaryKeyConstraint("number"),
        comment="Each whole state of the record; a build that changes nothing adds none.",
    )
    op.create_table(
        "ruling_log",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False, comment="rulings counted from 1"),
        words("body", "the ruling as one line of rulings.jsonl", required=True),
        sa.PrimaryKeyConstraint("number"),
        comment="The log of rulings of a record that is no folder; a folder keeps rulings.jsonl instead.",
    )
    op.create_table(
        "texts",
        words("sha256", "SHA-256 of the text as UTF-8", required=True),
        sa.Column("characters", sa.Integer(), nullable=False, comment="length in characters (code points)"),
        words("body", "the text; null where it lies in documents/<sha256>.txt"),
        sa.PrimaryKeyConstraint("sha256"),
        sa.UniqueConstraint("sha256", "characters"),
        comment="The text of each document as read.",
    )


def _nouns() -> None:
    """Nouns that no passage bears by itself, and the passages."""
    noun_table(
        "actors", "A canonical party.",
        words("name", "canonical name", required=True), words("kind", "state forces, rebel group, ...", required=True),
        words("country", "ISO 3166-1 alpha-2"), words("parent", "actor id"),
    )  # fmt: skip
    noun_table(
        "checks", "An aggregate held against the record; its id is the aggregate's.",
        words("reading", "the window taken, in words", required=True), *span("recorded_deaths_"), count("recorded_incidents", "counted"),
        count("missing_deaths_least", "at least so many deaths are missing"), count("missing_deaths_most", "null where open"),
        count("missing_incidents_least", "at least so many incidents are missing"), count("missing_incidents_most", "null where open"),
        words("verdict", "met, exceeded, short or not comparable", required=True),
    )  # fmt: skip
    noun_table(
        "discrepancies", "Claims that cannot all hold.",
        words("kind", "value, date, place, method, ...", required=True), words("attribute", "what they differ on", required=True),
        words("explanation", "the likeliest reason", required=True), sa.Column("weight", sa.Float(), comment="rank: larger matters more"),
    )  # fmt: skip
    noun_table(
        "documents", "One report as published.",
        words("path", "the input's file name, or the id that a JSON document gave", required=True), words("url", "address"),
        words("title", "headline"), words("outlet", "who published it"), words("author", "who wrote it"), *dates(),
        words("published_basis", "how the date of publication is known"), words("language", "ISO 639-1 code"),
        words("sha256", "its text", required=True), words("copy_of", "id of the document that this one repeats"),
        words("as_read", "the document as read, as JSON, where the record found a date for it"),
    )  # fmt: skip
    noun_table(
        "incidents", "What happened: the mentions judged to tell of one occurrence.",
        words("kind", "incident or act", required=True), words("title", "in words", required=True),
        words("type", "ACLED sub-event or PLOVER type", required=True), words("event_type", "the type above it", required=True),
        count("ucdp_type", "UCDP type_of_violence, 1 to 3"), words("status", "happened, foiled, ...", required=True), *dates(), *place(),
        *span("killed_"), *span("injured_"), words("harm_grade", "confirmed, fair, weak, contested or discounted"),
        words("responsibility_grade", "confirmed, fair, weak, contested or discounted"),
        count("origins", "independent origins of its accounts"), count("accounts", "documents that tell of it"),
    )  # fmt: skip
    op.create_table(
        "passages",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        words("sha256", "the text it lies in", required=True),
        sa.Column("characters", sa.Integer(), nullable=False, comment="length of that text"),
        sa.Column("start_offset", sa.Integer(), nullable=False, comment="first character, from 0"),
        sa.Column("end_offset", sa.Integer(), nullable=False, comment="one past the last character"),
        words("quote", "the characters themselves", required=True),
        sa.CheckConstraint(
            "start_offset >= 0 AND start_offset < end_offset AND end_offset <= characters", name="passages_inside_their_text"
        ),
        sa.ForeignKeyConstraint(["sha256", "characters"], ["texts.sha256", "texts.characters"]),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("sha256", "start_offset", "end_offset"),
        comment="Where in a text something is written.",
    )
    noun_table(
        "places", "A place of the record, as an entry of the gazetteer or unresolved.",
        *place(), words("kind", "settlement, admin1, ...", required=True), words("admin1", "province"), words("admin2", "district"),
        sa.Column("radius_km", sa.Float(), comment="how far the true place may lie"), words("reason", "why this entry, or why none"),
    )  # fmt: skip
    noun_table(
        "rulings", "A person's decision as it stood at a build; its id is its number.",
        words("verb", "merge, split, different, reject, set or undo", required=True), words("who", "who ruled", required=True),
        words("decided", "when, as the person's clock said", required=True), words("why", "the reason given"),
    )  # fmt: skip
    noun_table(
        "unread", "An input that was not taken in.",
        words("reason", "why, and what to do about it", required=True),
    )  # fmt: skip


def _nouns_with_passages() -> None:
    """What is read from a passage, and the parts of what is not."""
    noun_table(
        "aggregates", "A count over many incidents, never added to their tolls.",
        words("document", "id of the document", required=True), words("kind", "tally, ordinal or episode", required=True),
        *span("deaths_"), *span("incidents_"), *dates(), words("counter", "who counts"), words("area", "name of the area"), passage(),
    )  # fmt: skip
    part_table(
        "assessments", "incident_key", "The record's own value for one attribute of one incident.",
        words("attribute", "date, place, type, killed, injured, missing, captured, or killed/<group>", required=True),
        words("rule", "rule that gave it", required=True), words("value", "the value in words"), *span(), *dates(), *place(),
        count("origins", "independent origins of the value held best"), words("reason", "why, in words"),
        words("claims_for", "ids of the claims for it, as a JSON list"),
        words("claims_against", "ids of the claims against it, as a JSON list"),
    )  # fmt: skip
    noun_table(
        "citations", "An outlet cited inline for the passage before it.",
        words("document", "id of the document", required=True), words("outlet", "who is cited", required=True), *dates(), passage(),
    )  # fmt: skip
    noun_table(
        "claims", "Somebody says something of an incident, through somebody.",
        words("document", "id of the document", required=True), words("attribute", "what it speaks of", required=True),
        words("value", "the value in words", required=True),
        words("stance", "asserts, denies, suspects, accuses, admits, ...", required=True),
        words("speaker", "who says it; null where the outlet speaks itself"), words("outlet", "who printed it"),
        words("via", "carriers from speaker to outlet, as a JSON list"), words("hedge", "the word that weakens it"), *span(), *dates(),
        words("actor", "actor id, for responsibility"), passage(),
    )  # fmt: skip
    part_table(
        "discrepancy_incidents", "discrepancy_key", "The incidents a discrepancy is about.",
        words("incident", "id of the incident", required=True),
    )  # fmt: skip
    part_table(
        "discrepancy_values", "discrepancy_key", "The sides of a discrepancy.",
        words("value", "the value in words", required=True), words("source", "id of the claim, aggregate or figure"), passage(),
    )  # fmt: skip
    noun_table(
        "figures", "A background quantity with its unit.",
        words("document", "id of the document", required=True), words("name", "what it measures", required=True),
        words("subject", "of what", required=True), sa.Column("value", sa.Float(), nullable=False, comment="as written"),
        words("unit", "as written", required=True), sa.Column("si_value", sa.Float(), nullable=False, comment="in the SI unit"),
        words("si_unit", "SI unit", required=True), sa.Column("approximate", sa.Boolean(), nullable=False, comment="about, roughly"),
        passage(),
    )  # fmt: skip
    noun_table(
        "gaps", "An open question: what an aggregate implies and no document tells.",
        words("aggregate", "id of the aggregate", required=True), words("question", "in words", required=True),
        count("deaths_least", "at least"), count("deaths_most", "null where open"), count("incidents_least", "at least"),
        count("incidents_most", "null where open"), passage(),
    )  # fmt: skip
    part_table(
        "incident_mentions", "incident_key", "The mentions of an incident.",
        words("mention", "id of the mention", required=True),
    )  # fmt: skip
    noun_table(
        "mentions", "One document's telling of one incident or act.",
        words("document", "id of the document", required=True), words("kind", "incident or act", required=True),
        words("type", "ACLED sub-event type or PLOVER type", required=True), words("event_type", "the type above it", required=True),
        words("status", "happened, foiled, planned, denied or hypothetical", required=True), *dates(), *place(), passage(),
    )  # fmt: skip


def _parts_of_mentions() -> None:
    """The parts of claims and mentions."""
    part_table(
        "claim_mentions", "claim_key", "The mentions that a claim speaks of.",
        words("mention", "id of the mention", required=True),
    )  # fmt: skip
    part_table(
        "mention_passages", "mention_key", "The passages that a mention is told in.",
        passage(),
    )  # fmt: skip
    part_table(
        "toll", "mention_key", "One count of people in one telling.",
        words("outcome", "killed, injured, missing, captured or displaced", required=True), *span(),
        words("wording", "the number as written"), words("rule", "rule that read the wording"),
        words("group_words", "whom it counts, as written"), words("category", "who they are by the group vocabulary"),
        words("nationality", "ISO 3166-1 alpha-2"), words("side", "actor id"),
        count("part_of", "position of the count that includes this one"), passage(),
    )  # fmt: skip


def downgrade() -> None:
    """Not offered: restore a copy of the record instead."""
    raise NotImplementedError
