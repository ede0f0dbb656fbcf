"""The first tables of a record."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Tables of version 0001 from nothing."""
    op.create_table(
        "extracts",
        sa.Column("key", sa.Text(), nullable=False, comment="fingerprint of the document and digest of what extracts"),
        sa.Column("body", sa.Text(), nullable=False, comment="everything read from the document, as JSON"),
        sa.PrimaryKeyConstraint("key"),
        comment="What was read from each document, kept so that a further build reads only what is new; may be emptied.",
    )
    op.create_table(
        "revisions",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False, comment="builds counted from 1"),
        sa.Column("title", sa.Text(), nullable=False, comment="name of the conflict"),
        sa.Column(
            "given_title", sa.Text(), nullable=True, comment="the name that a person gave; null where it was made from the data"
        ),
        sa.Column(
            "inputs", sa.Text(), nullable=False, comment="SHA-256 of what the build took in: documents, rulings, title, rule"
        ),
        sa.Column("program", sa.Text(), nullable=False, comment="version of the program"),
        sa.Column(
            "engine", sa.Text(), nullable=False, comment="digest of the code, tables and engines that last gave this revision"
        ),
        sa.Column("rule", sa.Text(), nullable=False, comment="rule that the assessments were made by"),
        sa.Column("content", sa.Text(), nullable=False, comment="SHA-256 of the record that came out"),
        sa.Column("documents", sa.Integer(), nullable=False, comment="how many documents it holds"),
        sa.Column("incidents", sa.Integer(), nullable=False, comment="how many incidents it holds"),
        sa.PrimaryKeyConstraint("number"),
        comment="Each whole state of the record; a build that changes nothing adds none.",
    )
    op.create_table(
        "ruling_log",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False, comment="rulings counted from 1"),
        sa.Column("body", sa.Text(), nullable=False, comment="the ruling as one line of rulings.jsonl"),
        sa.PrimaryKeyConstraint("number"),
        comment="The log of rulings of a record that is no folder; a folder keeps rulings.jsonl instead.",
    )
    op.create_table(
        "texts",
        sa.Column("sha256", sa.Text(), nullable=False, comment="SHA-256 of the text as UTF-8"),
        sa.Column("characters", sa.Integer(), nullable=False, comment="length in characters (code points)"),
        sa.Column("body", sa.Text(), nullable=True, comment="the text; null where it lies in documents/<sha256>.txt"),
        sa.PrimaryKeyConstraint("sha256"),
        sa.UniqueConstraint("sha256", "characters"),
        comment="The text of each document as read.",
    )
    op.create_table(
        "actors",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("name", sa.Text(), nullable=False, comment="canonical name"),
        sa.Column("kind", sa.Text(), nullable=False, comment="state forces, rebel group, ..."),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166-1 alpha-2"),
        sa.Column("parent", sa.Text(), nullable=True, comment="actor id"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="actors_revisions"),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="A canonical party.",
    )
    op.create_index("actors_by_id", "actors", ["id"], unique=False)
    op.create_index("actors_by_revision", "actors", ["since", "until"], unique=False)
    op.create_table(
        "checks",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("reading", sa.Text(), nullable=False, comment="the window taken, in words"),
        sa.Column("recorded_deaths_low", sa.BigInteger(), nullable=True, comment="recorded deaths low count; null is unknown"),
        sa.Column("recorded_deaths_best", sa.BigInteger(), nullable=True, comment="recorded deaths best count; null is unknown"),
        sa.Column("recorded_deaths_high", sa.BigInteger(), nullable=True, comment="recorded deaths high count; null is unknown"),
        sa.Column("recorded_incidents", sa.BigInteger(), nullable=True, comment="counted"),
        sa.Column("missing_deaths_least", sa.BigInteger(), nullable=True, comment="at least so many deaths are missing"),
        sa.Column("missing_deaths_most", sa.BigInteger(), nullable=True, comment="null where open"),
        sa.Column("missing_incidents_least", sa.BigInteger(), nullable=True, comment="at least so many incidents are missing"),
        sa.Column("missing_incidents_most", sa.BigInteger(), nullable=True, comment="null where open"),
        sa.Column("verdict", sa.Text(), nullable=False, comment="met, exceeded, short or not comparable"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="checks_revisions"),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="An aggregate held against the record; its id is the aggregate's.",
    )
    op.create_index("checks_by_id", "checks", ["id"], unique=False)
    op.create_index("checks_by_revision", "checks", ["since", "until"], unique=False)
    op.create_table(
        "discrepancies",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("kind", sa.Text(), nullable=False, comment="value, date, place, method, ..."),
        sa.Column("attribute", sa.Text(), nullable=False, comment="what they differ on"),
        sa.Column("explanation", sa.Text(), nullable=False, comment="the likeliest reason"),
        sa.Column("weight", sa.Float(), nullable=True, comment="rank: larger matters more"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="discrepancies_revisions"),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="Claims that cannot all hold.",
    )
    op.create_index("discrepancies_by_id", "discrepancies", ["id"], unique=False)
    op.create_index("discrepancies_by_revision", "discrepancies", ["since", "until"], unique=False)
    op.create_table(
        "documents",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("path", sa.Text(), nullable=False, comment="the input's file name, or the id that a JSON document gave"),
        sa.Column("url", sa.Text(), nullable=True, comment="address"),
        sa.Column("title", sa.Text(), nullable=True, comment="headline"),
        sa.Column("outlet", sa.Text(), nullable=True, comment="who published it"),
        sa.Column("author", sa.Text(), nullable=True, comment="who wrote it"),
        sa.Column("edtf", sa.Text(), nullable=True, comment="date range as EDTF (ISO 8601-2)"),
        sa.Column("earliest", sa.Date(), nullable=True, comment="first possible day"),
        sa.Column("latest", sa.Date(), nullable=True, comment="last possible day"),
        sa.Column("published_basis", sa.Text(), nullable=True, comment="how the date of publication is known"),
        sa.Column("language", sa.Text(), nullable=True, comment="ISO 639-1 code"),
        sa.Column("sha256", sa.Text(), nullable=False, comment="its text"),
        sa.Column("copy_of", sa.Text(), nullable=True, comment="id of the document that this one repeats"),
        sa.Column(
            "as_read", sa.Text(), nullable=True, comment="the document as read, as JSON, where the record found a date for it"
        ),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="documents_revisions"),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["texts.sha256"],
        ),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="One report as published.",
    )
    op.create_index("documents_by_id", "documents", ["id"], unique=False)
    op.create_index("documents_by_revision", "documents", ["since", "until"], unique=False)
    op.create_table(
        "incidents",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("kind", sa.Text(), nullable=False, comment="incident or act"),
        sa.Column("title", sa.Text(), nullable=False, comment="in words"),
        sa.Column("type", sa.Text(), nullable=False, comment="ACLED sub-event or PLOVER type"),
        sa.Column("event_type", sa.Text(), nullable=False, comment="the type above it"),
        sa.Column("ucdp_type", sa.BigInteger(), nullable=True, comment="UCDP type_of_violence, 1 to 3"),
        sa.Column("status", sa.Text(), nullable=False, comment="happened, foiled, ..."),
        sa.Column("edtf", sa.Text(), nullable=True, comment="date range as EDTF (ISO 8601-2)"),
        sa.Column("earliest", sa.Date(), nullable=True, comment="first possible day"),
        sa.Column("latest", sa.Date(), nullable=True, comment="last possible day"),
        sa.Column("place", sa.Text(), nullable=True, comment="name of the place"),
        sa.Column("gazetteer_id", sa.Text(), nullable=True, comment="gazetteer entry; null where unresolved"),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166-1 alpha-2"),
        sa.Column("latitude", sa.Float(), nullable=True, comment="WGS84 degrees"),
        sa.Column("longitude", sa.Float(), nullable=True, comment="WGS84 degrees"),
        sa.Column("place_precision", sa.BigInteger(), nullable=True, comment="UCDP where_prec class, 1 exact to 7"),
        sa.Column("killed_low", sa.BigInteger(), nullable=True, comment="killed low count; null is unknown"),
        sa.Column("killed_best", sa.BigInteger(), nullable=True, comment="killed best count; null is unknown"),
        sa.Column("killed_high", sa.BigInteger(), nullable=True, comment="killed high count; null is unknown"),
        sa.Column("injured_low", sa.BigInteger(), nullable=True, comment="injured low count; null is unknown"),
        sa.Column("injured_best", sa.BigInteger(), nullable=True, comment="injured best count; null is unknown"),
        sa.Column("injured_high", sa.BigInteger(), nullable=True, comment="injured high count; null is unknown"),
        sa.Column("harm_grade", sa.Text(), nullable=True, comment="confirmed, fair, weak, contested or discounted"),
        sa.Column("responsibility_grade", sa.Text(), nullable=True, comment="confirmed, fair, weak, contested or discounted"),
        sa.Column("origins", sa.BigInteger(), nullable=True, comment="independent origins of its accounts"),
        sa.Column("accounts", sa.BigInteger(), nullable=True, comment="documents that tell of it"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="incidents_revisions"),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="What happened: the mentions judged to tell of one occurrence.",
    )
    op.create_index("incidents_by_id", "incidents", ["id"], unique=False)
    op.create_index("incidents_by_revision", "incidents", ["since", "until"], unique=False)
    op.create_table(
        "passages",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("sha256", sa.Text(), nullable=False, comment="the text it lies in"),
        sa.Column("characters", sa.Integer(), nullable=False, comment="length of that text"),
        sa.Column("start_offset", sa.Integer(), nullable=False, comment="first character, from 0"),
        sa.Column("end_offset", sa.Integer(), nullable=False, comment="one past the last character"),
        sa.Column("quote", sa.Text(), nullable=False, comment="the characters themselves"),
        sa.CheckConstraint(
            "start_offset >= 0 AND start_offset < end_offset AND end_offset <= characters", name="passages_inside_their_text"
        ),
        sa.ForeignKeyConstraint(
            ["sha256", "characters"],
            ["texts.sha256", "texts.characters"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("sha256", "start_offset", "end_offset"),
        comment="Where in a text something is written.",
    )
    op.create_table(
        "places",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("place", sa.Text(), nullable=True, comment="name of the place"),
        sa.Column("gazetteer_id", sa.Text(), nullable=True, comment="gazetteer entry; null where unresolved"),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166-1 alpha-2"),
        sa.Column("latitude", sa.Float(), nullable=True, comment="WGS84 degrees"),
        sa.Column("longitude", sa.Float(), nullable=True, comment="WGS84 degrees"),
        sa.Column("place_precision", sa.BigInteger(), nullable=True, comment="UCDP where_prec class, 1 exact to 7"),
        sa.Column("kind", sa.Text(), nullable=False, comment="settlement, admin1, ..."),
        sa.Column("admin1", sa.Text(), nullable=True, comment="province"),
        sa.Column("admin2", sa.Text(), nullable=True, comment="district"),
        sa.Column("radius_km", sa.Float(), nullable=True, comment="how far the true place may lie"),
        sa.Column("reason", sa.Text(), nullable=True, comment="why this entry, or why none"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="places_revisions"),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="A place of the record, as an entry of the gazetteer or unresolved.",
    )
    op.create_index("places_by_id", "places", ["id"], unique=False)
    op.create_index("places_by_revision", "places", ["since", "until"], unique=False)
    op.create_table(
        "rulings",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("verb", sa.Text(), nullable=False, comment="merge, split, different, reject, set or undo"),
        sa.Column("who", sa.Text(), nullable=False, comment="who ruled"),
        sa.Column("decided", sa.Text(), nullable=False, comment="when, as the person's clock said"),
        sa.Column("why", sa.Text(), nullable=True, comment="the reason given"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="rulings_revisions"),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="A person's decision as it stood at a build; its id is its number.",
    )
    op.create_index("rulings_by_id", "rulings", ["id"], unique=False)
    op.create_index("rulings_by_revision", "rulings", ["since", "until"], unique=False)
    op.create_table(
        "unread",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("reason", sa.Text(), nullable=False, comment="why, and what to do about it"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="unread_revisions"),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="An input that was not taken in.",
    )
    op.create_index("unread_by_id", "unread", ["id"], unique=False)
    op.create_index("unread_by_revision", "unread", ["since", "until"], unique=False)
    op.create_table(
        "aggregates",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("document", sa.Text(), nullable=False, comment="id of the document"),
        sa.Column("kind", sa.Text(), nullable=False, comment="tally, ordinal or episode"),
        sa.Column("deaths_low", sa.BigInteger(), nullable=True, comment="deaths low count; null is unknown"),
        sa.Column("deaths_best", sa.BigInteger(), nullable=True, comment="deaths best count; null is unknown"),
        sa.Column("deaths_high", sa.BigInteger(), nullable=True, comment="deaths high count; null is unknown"),
        sa.Column("incidents_low", sa.BigInteger(), nullable=True, comment="incidents low count; null is unknown"),
        sa.Column("incidents_best", sa.BigInteger(), nullable=True, comment="incidents best count; null is unknown"),
        sa.Column("incidents_high", sa.BigInteger(), nullable=True, comment="incidents high count; null is unknown"),
        sa.Column("edtf", sa.Text(), nullable=True, comment="date range as EDTF (ISO 8601-2)"),
        sa.Column("earliest", sa.Date(), nullable=True, comment="first possible day"),
        sa.Column("latest", sa.Date(), nullable=True, comment="last possible day"),
        sa.Column("counter", sa.Text(), nullable=True, comment="who counts"),
        sa.Column("area", sa.Text(), nullable=True, comment="name of the area"),
        sa.Column("passage", sa.Integer(), nullable=False, comment="row of passages it is read from"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="aggregates_revisions"),
        sa.ForeignKeyConstraint(
            ["passage"],
            ["passages.key"],
        ),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="A count over many incidents, never added to their tolls.",
    )
    op.create_index("aggregates_by_id", "aggregates", ["id"], unique=False)
    op.create_index("aggregates_by_revision", "aggregates", ["since", "until"], unique=False)
    op.create_table(
        "assessments",
        sa.Column("incident_key", sa.Integer(), nullable=False, comment="row of incidents"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in order, from 0"),
        sa.Column(
            "attribute",
            sa.Text(),
            nullable=False,
            comment="date, place, type, killed, injured, missing, captured, or killed/<group>",
        ),
        sa.Column("rule", sa.Text(), nullable=False, comment="rule that gave it"),
        sa.Column("value", sa.Text(), nullable=True, comment="the value in words"),
        sa.Column("low", sa.BigInteger(), nullable=True, comment="low count; null is unknown"),
        sa.Column("best", sa.BigInteger(), nullable=True, comment="best count; null is unknown"),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="high count; null is unknown"),
        sa.Column("edtf", sa.Text(), nullable=True, comment="date range as EDTF (ISO 8601-2)"),
        sa.Column("earliest", sa.Date(), nullable=True, comment="first possible day"),
        sa.Column("latest", sa.Date(), nullable=True, comment="last possible day"),
        sa.Column("place", sa.Text(), nullable=True, comment="name of the place"),
        sa.Column("gazetteer_id", sa.Text(), nullable=True, comment="gazetteer entry; null where unresolved"),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166-1 alpha-2"),
        sa.Column("latitude", sa.Float(), nullable=True, comment="WGS84 degrees"),
        sa.Column("longitude", sa.Float(), nullable=True, comment="WGS84 degrees"),
        sa.Column("place_precision", sa.BigInteger(), nullable=True, comment="UCDP where_prec class, 1 exact to 7"),
        sa.Column("origins", sa.BigInteger(), nullable=True, comment="independent origins of the value held best"),
        sa.Column("reason", sa.Text(), nullable=True, comment="why, in words"),
        sa.Column("claims_for", sa.Text(), nullable=True, comment="ids of the claims for it, as a JSON list"),
        sa.Column("claims_against", sa.Text(), nullable=True, comment="ids of the claims against it, as a JSON list"),
        sa.ForeignKeyConstraint(
            ["incident_key"],
            ["incidents.key"],
        ),
        sa.PrimaryKeyConstraint("incident_key", "position"),
        comment="The record's own value for one attribute of one incident.",
    )
    op.create_table(
        "citations",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("document", sa.Text(), nullable=False, comment="id of the document"),
        sa.Column("outlet", sa.Text(), nullable=False, comment="who is cited"),
        sa.Column("edtf", sa.Text(), nullable=True, comment="date range as EDTF (ISO 8601-2)"),
        sa.Column("earliest", sa.Date(), nullable=True, comment="first possible day"),
        sa.Column("latest", sa.Date(), nullable=True, comment="last possible day"),
        sa.Column("passage", sa.Integer(), nullable=False, comment="row of passages it is read from"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="citations_revisions"),
        sa.ForeignKeyConstraint(
            ["passage"],
            ["passages.key"],
        ),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="An outlet cited inline for the passage before it.",
    )
    op.create_index("citations_by_id", "citations", ["id"], unique=False)
    op.create_index("citations_by_revision", "citations", ["since", "until"], unique=False)
    op.create_table(
        "claims",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("document", sa.Text(), nullable=False, comment="id of the document"),
        sa.Column("attribute", sa.Text(), nullable=False, comment="what it speaks of"),
        sa.Column("value", sa.Text(), nullable=False, comment="the value in words"),
        sa.Column("stance", sa.Text(), nullable=False, comment="asserts, denies, suspects, accuses, admits, ..."),
        sa.Column("speaker", sa.Text(), nullable=True, comment="who says it; null where the outlet speaks itself"),
        sa.Column("outlet", sa.Text(), nullable=True, comment="who printed it"),
        sa.Column("via", sa.Text(), nullable=True, comment="carriers from speaker to outlet, as a JSON list"),
        sa.Column("hedge", sa.Text(), nullable=True, comment="the word that weakens it"),
        sa.Column("low", sa.BigInteger(), nullable=True, comment="low count; null is unknown"),
        sa.Column("best", sa.BigInteger(), nullable=True, comment="best count; null is unknown"),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="high count; null is unknown"),
        sa.Column("edtf", sa.Text(), nullable=True, comment="date range as EDTF (ISO 8601-2)"),
        sa.Column("earliest", sa.Date(), nullable=True, comment="first possible day"),
        sa.Column("latest", sa.Date(), nullable=True, comment="last possible day"),
        sa.Column("actor", sa.Text(), nullable=True, comment="actor id, for responsibility"),
        sa.Column("passage", sa.Integer(), nullable=False, comment="row of passages it is read from"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="claims_revisions"),
        sa.ForeignKeyConstraint(
            ["passage"],
            ["passages.key"],
        ),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="Somebody says something of an incident, through somebody.",
    )
    op.create_index("claims_by_id", "claims", ["id"], unique=False)
    op.create_index("claims_by_revision", "claims", ["since", "until"], unique=False)
    op.create_table(
        "discrepancy_incidents",
        sa.Column("discrepancy_key", sa.Integer(), nullable=False, comment="row of discrepancies"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in order, from 0"),
        sa.Column("incident", sa.Text(), nullable=False, comment="id of the incident"),
        sa.ForeignKeyConstraint(
            ["discrepancy_key"],
            ["discrepancies.key"],
        ),
        sa.PrimaryKeyConstraint("discrepancy_key", "position"),
        comment="The incidents a discrepancy is about.",
    )
    op.create_table(
        "discrepancy_values",
        sa.Column("discrepancy_key", sa.Integer(), nullable=False, comment="row of discrepancies"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in order, from 0"),
        sa.Column("value", sa.Text(), nullable=False, comment="the value in words"),
        sa.Column("source", sa.Text(), nullable=True, comment="id of the claim, aggregate or figure"),
        sa.Column("passage", sa.Integer(), nullable=False, comment="row of passages it is read from"),
        sa.ForeignKeyConstraint(
            ["discrepancy_key"],
            ["discrepancies.key"],
        ),
        sa.ForeignKeyConstraint(
            ["passage"],
            ["passages.key"],
        ),
        sa.PrimaryKeyConstraint("discrepancy_key", "position"),
        comment="The sides of a discrepancy.",
    )
    op.create_table(
        "figures",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("document", sa.Text(), nullable=False, comment="id of the document"),
        sa.Column("name", sa.Text(), nullable=False, comment="what it measures"),
        sa.Column("subject", sa.Text(), nullable=False, comment="of what"),
        sa.Column("value", sa.Float(), nullable=False, comment="as written"),
        sa.Column("unit", sa.Text(), nullable=False, comment="as written"),
        sa.Column("si_value", sa.Float(), nullable=False, comment="in the SI unit"),
        sa.Column("si_unit", sa.Text(), nullable=False, comment="SI unit"),
        sa.Column("approximate", sa.Boolean(), nullable=False, comment="about, roughly"),
        sa.Column("passage", sa.Integer(), nullable=False, comment="row of passages it is read from"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="figures_revisions"),
        sa.ForeignKeyConstraint(
            ["passage"],
            ["passages.key"],
        ),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="A background quantity with its unit.",
    )
    op.create_index("figures_by_id", "figures", ["id"], unique=False)
    op.create_index("figures_by_revision", "figures", ["since", "until"], unique=False)
    op.create_table(
        "gaps",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("aggregate", sa.Text(), nullable=False, comment="id of the aggregate"),
        sa.Column("question", sa.Text(), nullable=False, comment="in words"),
        sa.Column("deaths_least", sa.BigInteger(), nullable=True, comment="at least"),
        sa.Column("deaths_most", sa.BigInteger(), nullable=True, comment="null where open"),
        sa.Column("incidents_least", sa.BigInteger(), nullable=True, comment="at least"),
        sa.Column("incidents_most", sa.BigInteger(), nullable=True, comment="null where open"),
        sa.Column("passage", sa.Integer(), nullable=False, comment="row of passages it is read from"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="gaps_revisions"),
        sa.ForeignKeyConstraint(
            ["passage"],
            ["passages.key"],
        ),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="An open question: what an aggregate implies and no document tells.",
    )
    op.create_index("gaps_by_id", "gaps", ["id"], unique=False)
    op.create_index("gaps_by_revision", "gaps", ["since", "until"], unique=False)
    op.create_table(
        "incident_mentions",
        sa.Column("incident_key", sa.Integer(), nullable=False, comment="row of incidents"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in order, from 0"),
        sa.Column("mention", sa.Text(), nullable=False, comment="id of the mention"),
        sa.ForeignKeyConstraint(
            ["incident_key"],
            ["incidents.key"],
        ),
        sa.PrimaryKeyConstraint("incident_key", "position"),
        comment="The mentions of an incident.",
    )
    op.create_table(
        "mentions",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False, comment="number of the row"),
        sa.Column("since", sa.Integer(), nullable=False, comment="first revision it stands in"),
        sa.Column("until", sa.Integer(), nullable=True, comment="last revision it stands in; null while it stands"),
        sa.Column("id", sa.Text(), nullable=False, comment="the noun's id, the same in the export"),
        sa.Column("document", sa.Text(), nullable=False, comment="id of the document"),
        sa.Column("kind", sa.Text(), nullable=False, comment="incident or act"),
        sa.Column("type", sa.Text(), nullable=False, comment="ACLED sub-event type or PLOVER type"),
        sa.Column("event_type", sa.Text(), nullable=False, comment="the type above it"),
        sa.Column("status", sa.Text(), nullable=False, comment="happened, foiled, planned, denied or hypothetical"),
        sa.Column("edtf", sa.Text(), nullable=True, comment="date range as EDTF (ISO 8601-2)"),
        sa.Column("earliest", sa.Date(), nullable=True, comment="first possible day"),
        sa.Column("latest", sa.Date(), nullable=True, comment="last possible day"),
        sa.Column("place", sa.Text(), nullable=True, comment="name of the place"),
        sa.Column("gazetteer_id", sa.Text(), nullable=True, comment="gazetteer entry; null where unresolved"),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166-1 alpha-2"),
        sa.Column("latitude", sa.Float(), nullable=True, comment="WGS84 degrees"),
        sa.Column("longitude", sa.Float(), nullable=True, comment="WGS84 degrees"),
        sa.Column("place_precision", sa.BigInteger(), nullable=True, comment="UCDP where_prec class, 1 exact to 7"),
        sa.Column("passage", sa.Integer(), nullable=False, comment="row of passages it is read from"),
        sa.Column("body", sa.Text(), nullable=False, comment="the noun as JSON"),
        sa.CheckConstraint("until IS NULL OR until >= since", name="mentions_revisions"),
        sa.ForeignKeyConstraint(
            ["passage"],
            ["passages.key"],
        ),
        sa.ForeignKeyConstraint(
            ["since"],
            ["revisions.number"],
        ),
        sa.ForeignKeyConstraint(
            ["until"],
            ["revisions.number"],
        ),
        sa.PrimaryKeyConstraint("key"),
        comment="One document's telling of one incident or act.",
    )
    op.create_index("mentions_by_id", "mentions", ["id"], unique=False)
    op.create_index("mentions_by_revision", "mentions", ["since", "until"], unique=False)
    op.create_table(
        "claim_mentions",
        sa.Column("claim_key", sa.Integer(), nullable=False, comment="row of claims"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in order, from 0"),
        sa.Column("mention", sa.Text(), nullable=False, comment="id of the mention"),
        sa.ForeignKeyConstraint(
            ["claim_key"],
            ["claims.key"],
        ),
        sa.PrimaryKeyConstraint("claim_key", "position"),
        comment="The mentions that a claim speaks of.",
    )
    op.create_table(
        "mention_passages",
        sa.Column("mention_key", sa.Integer(), nullable=False, comment="row of mentions"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in order, from 0"),
        sa.Column("passage", sa.Integer(), nullable=False, comment="row of passages it is read from"),
        sa.ForeignKeyConstraint(
            ["mention_key"],
            ["mentions.key"],
        ),
        sa.ForeignKeyConstraint(
            ["passage"],
            ["passages.key"],
        ),
        sa.PrimaryKeyConstraint("mention_key", "position"),
        comment="The passages that a mention is told in.",
    )
    op.create_table(
        "toll",
        sa.Column("mention_key", sa.Integer(), nullable=False, comment="row of mentions"),
        sa.Column("position", sa.Integer(), nullable=False, comment="place in order, from 0"),
        sa.Column("outcome", sa.Text(), nullable=False, comment="killed, injured, missing, captured or displaced"),
        sa.Column("low", sa.BigInteger(), nullable=True, comment="low count; null is unknown"),
        sa.Column("best", sa.BigInteger(), nullable=True, comment="best count; null is unknown"),
        sa.Column("high", sa.BigInteger(), nullable=True, comment="high count; null is unknown"),
        sa.Column("wording", sa.Text(), nullable=True, comment="the number as written"),
        sa.Column("rule", sa.Text(), nullable=True, comment="rule that read the wording"),
        sa.Column("group_words", sa.Text(), nullable=True, comment="whom it counts, as written"),
        sa.Column("category", sa.Text(), nullable=True, comment="who they are by the group vocabulary"),
        sa.Column("nationality", sa.Text(), nullable=True, comment="ISO 3166-1 alpha-2"),
        sa.Column("side", sa.Text(), nullable=True, comment="actor id"),
        sa.Column("part_of", sa.BigInteger(), nullable=True, comment="position of the count that includes this one"),
        sa.Column("passage", sa.Integer(), nullable=False, comment="row of passages it is read from"),
        sa.ForeignKeyConstraint(
            ["mention_key"],
            ["mentions.key"],
        ),
        sa.ForeignKeyConstraint(
            ["passage"],
            ["passages.key"],
        ),
        sa.PrimaryKeyConstraint("mention_key", "position"),
        comment="One count of people in one telling.",
    )


def downgrade() -> None:
    """Not offered: restore a copy of the record instead."""
    raise NotImplementedError
