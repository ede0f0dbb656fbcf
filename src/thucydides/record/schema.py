"""The tables of a record, the same on SQLite and PostgreSQL.

Invariants:
- A row of a noun stands in the revisions `since` to `until`, both included; `until` is null while it stands. Rows are never
  changed and never deleted, so every earlier revision can be asked for.
- `body` is the noun as JSON, from which it is read back whole; the other columns repeat what people ask for, typed.
- Principle 1: what is read from a text refers to a row of `passages`, and a passage refers to its text together with the
  text's length, so that the database itself refuses a value with no passage and a passage outside its text.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from thucydides.record.tables import count, dates, metadata, noun_table, part_table, passage, place, span, words

HEAD = "0002"
"""The newest migration: what `alembic_version` of a record of this program holds."""

revisions = Table(
    "revisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False, comment="builds counted from 1"),
    Column("title", Text, nullable=False, comment="name of the conflict"),
    Column("given_title", Text, comment="the name that a person gave; null where it was made from the data"),
    Column("inputs", Text, nullable=False, comment="SHA-256 of what the build took in: documents, rulings, title, rule"),
    Column("program", Text, nullable=False, comment="version of the program"),
    Column("engine", Text, nullable=False, comment="digest of the code, tables and engines that last gave this revision"),
    Column("rule", Text, nullable=False, comment="rule that the assessments were made by"),
    Column("content", Text, nullable=False, comment="SHA-256 of the record that came out"),
    Column("documents", Integer, nullable=False, comment="how many documents it holds"),
    Column("incidents", Integer, nullable=False, comment="how many incidents it holds"),
    comment="Each whole state of the record; a build that changes nothing adds none.",
)
texts = Table(
    "texts",
    metadata,
    Column("sha256", Text, primary_key=True, comment="SHA-256 of the text as UTF-8"),
    Column("characters", Integer, nullable=False, comment="length in characters (code points)"),
    Column("body", Text, comment="the text; null where it lies in documents/<sha256>.txt"),
    UniqueConstraint("sha256", "characters"),
    comment="The text of each document as read.",
)
passages = Table(
    "passages",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False, comment="number of the row"),
    Column("sha256", Text, nullable=False, comment="the text it lies in"),
    Column("characters", Integer, nullable=False, comment="length of that text"),
    Column("start_offset", Integer, nullable=False, comment="first character, from 0"),
    Column("end_offset", Integer, nullable=False, comment="one past the last character"),
    Column("quote", Text, nullable=False, comment="the characters themselves"),
    ForeignKeyConstraint(["sha256", "characters"], ["texts.sha256", "texts.characters"]),
    CheckConstraint(
        "start_offset >= 0 AND start_offset < end_offset AND end_offset <= characters", name="passages_inside_their_text"
    ),
    UniqueConstraint("sha256", "start_offset", "end_offset"),
    comment="Where in a text something is written.",
)
extracts = Table(
    "extracts",
    metadata,
    Column("key", Text, primary_key=True, comment="fingerprint of the document and digest of what extracts"),
    Column("body", Text, nullable=False, comment="everything read from the document, as JSON"),
    comment="What was read from each document, kept so that a further build reads only what is new; may be emptied.",
)
ruling_log = Table(
    "ruling_log",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False, comment="rulings counted from 1"),
    Column("body", Text, nullable=False, comment="the ruling as one line of rulings.jsonl"),
    comment="The log of rulings of a record that is no folder; a folder keeps rulings.jsonl instead.",
)

documents = noun_table(
    "documents", "One report as published.",
    words("path", "the input's file name, or the id that a JSON document gave", True), words("url", "address"),
    words("title", "headline"), words("outlet", "who published it"), words("author", "who wrote it"), *dates(),
    words("published_basis", "how the date of publication is known"), words("language", "ISO 639-1 code"),
    Column("sha256", Text, ForeignKey("texts.sha256"), nullable=False, comment="its text"),
    words("copy_of", "id of the document that this one repeats"),
    words("as_read", "the document as read, as JSON, where the record found a date for it"),
)  # fmt: skip
unread = noun_table("unread", "An input that was not taken in.", words("reason", "why, and what to do about it", True))
mentions = noun_table(
    "mentions", "One document's telling of one incident or act.",
    words("document", "id of the document", True), words("kind", "incident or act", True),
    words("type", "ACLED sub-event type or PLOVER type", True), words("event_type", "the type above it", True),
    words("status", "happened, foiled, planned, denied or hypothetical", True), *dates(), *place(), passage(),
)  # fmt: skip
mention_passages = part_table("mention_passages", "mention_key", "The passages that a mention is told in.", passage())
toll = part_table(
    "toll", "mention_key", "One count of people in one telling.",
    words("outcome", "killed, injured, missing, captured or displaced", True), *span(),
    words("wording", "the number as written"), words("rule", "rule that read the wording"),
    words("group_words", "whom it counts, as written"), words("category", "who they are by the group vocabulary"),
    words("nationality", "ISO 3166-1 alpha-2"), words("side", "actor id"),
    count("part_of", "position of the count that includes this one"), passage(),
)  # fmt: skip
claims = noun_table(
    "claims", "Somebody says something of an incident, through somebody.",
    words("document", "id of the document", True), words("attribute", "what it speaks of", True),
    words("value", "the value in words", True), words("stance", "asserts, denies, suspects, accuses, admits, ...", True),
    words("speaker", "who says it; null where the outlet speaks itself"), words("outlet", "who printed it"),
    words("via", "carriers from speaker to outlet, as a JSON list"), words("hedge", "the word that weakens it"),
    *span(), *dates(), words("actor", "actor id, for responsibility"), passage(),
)  # fmt: skip
claim_mentions = part_table(
    "claim_mentions", "claim_key", "The mentions that a claim speaks of.", words("mention", "id of the mention", True)
)
citations = noun_table(
    "citations", "An outlet cited inline for the passage before it.",
    words("document", "id of the document", True), words("outlet", "who is cited", True), *dates(), passage(),
)  # fmt: skip
incidents = noun_table(
    "incidents", "What happened: the mentions judged to tell of one occurrence.",
    words("kind", "incident or act", True), words("title", "in words", True),
    words("type", "ACLED sub-event or PLOVER type", True),
    words("event_type", "the type above it", True), count("ucdp_type", "UCDP type_of_violence, 1 to 3"),
    words("status", "happened, foiled, ...", True), *dates(), *place(), *span("killed_"), *span("injured_"),
    words("harm_grade", "confirmed, fair, weak, contested or discounted"),
    words("responsibility_grade", "confirmed, fair, weak, contested or discounted"),
    count("origins", "independent origins of its accounts"), count("accounts", "documents that tell of it"),
)  # fmt: skip
incident_mentions = part_table(
    "incident_mentions", "incident_key", "The mentions of an incident.", words("mention", "id of the mention", True)
)
assessments = part_table(
    "assessments", "incident_key", "The record's own value for one attribute of one incident.",
    words("attribute", "date, place, type, killed, injured, missing, captured, or killed/<group>", True),
    words("rule", "rule that gave it", True), words("value", "the value in words"), *span(), *dates(),
    *place(), count("origins", "independent origins of the value held best"), words("reason", "why, in words"),
    words("claims_for", "ids of the claims for it, as a JSON list"),
    words("claims_against", "ids of the claims against it, as a JSON list"),
)  # fmt: skip
discrepancies = noun_table(
    "discrepancies", "Claims that cannot all hold.",
    words("kind", "value, date, place, method, ...", True), words("attribute", "what they differ on", True),
    words("explanation", "the likeliest reason", True), Column("weight", Float, comment="rank: larger matters more"),
)  # fmt: skip
discrepancy_incidents = part_table(
    "discrepancy_incidents", "discrepancy_key", "The incidents a discrepancy is about.",
    words("incident", "id of the incident", True),
)  # fmt: skip
discrepancy_values = part_table(
    "discrepancy_values", "discrepancy_key", "The sides of a discrepancy.",
    words("value", "the value in words", True), words("source", "id of the claim, aggregate or figure"), passage(),
)  # fmt: skip
aggregates = noun_table(
    "aggregates", "A count over many incidents, never added to their tolls.",
    words("document", "id of the document", True), words("kind", "tally, ordinal or episode", True), *span("deaths_"),
    *span("incidents_"), *dates(), words("counter", "who counts"), words("area", "name of the area"), passage(),
)  # fmt: skip
checks = noun_table(
    "checks", "An aggregate held against the record; its id is the aggregate's.",
    words("reading", "the window taken, in words", True), *span("recorded_deaths_"), count("recorded_incidents", "counted"),
    count("missing_deaths_least", "at least so many deaths are missing"), count("missing_deaths_most", "null where open"),
    count("missing_incidents_least", "at least so many incidents are missing"),
    count("missing_incidents_most", "null where open"),
    words("verdict", "met, exceeded, short or not comparable", True),
)  # fmt: skip
gaps = noun_table(
    "gaps", "An open question: what an aggregate implies and no document tells.",
    words("aggregate", "id of the aggregate", True), words("question", "in words", True),
    count("deaths_least", "at least"), count("deaths_most", "null where open"), count("incidents_least", "at least"),
    count("incidents_most", "null where open"), passage(),
)  # fmt: skip
figures = noun_table(
    "figures", "A background quantity with its unit.",
    words("document", "id of the document", True), words("name", "what it measures", True), words("subject", "of what", True),
    Column("value", Float, nullable=False, comment="as written"), words("unit", "as written", True),
    Column("si_value", Float, nullable=False, comment="in the SI unit"), words("si_unit", "SI unit", True),
    Column("approximate", Boolean, nullable=False, comment="about, roughly"), passage(),
)  # fmt: skip
actors = noun_table(
    "actors", "A canonical party.",
    words("name", "canonical name", True), words("kind", "state forces, rebel group, ...", True),
    words("country", "ISO 3166-1 alpha-2"), words("parent", "actor id"),
)  # fmt: skip
places = noun_table(
    "places", "A place of the record, as an entry of the gazetteer or unresolved.",
    *place(), words("kind", "settlement, admin1, ...", True), words("admin1", "province"), words("admin2", "district"),
    Column("radius_km", Float, comment="how far the true place may lie"), words("reason", "why this entry, or why none"),
)  # fmt: skip
rulings = noun_table(
    "rulings", "A person's decision as it stood at a build; its id is its number.",
    words("verb", "merge, split, different, reject, set or undo", True), words("who", "who ruled", True),
    words("decided", "when, as the person's clock said", True), words("why", "the reason given"),
)  # fmt: skip
ranges = noun_table(
    "ranges", "The least and most that a count can be if the numbers stated of it hold together.",
    words("scope", "incident, group, side, month or record", True), words("of", "which: an incident's id, a month, ...", True),
    words("outcome", "killed, injured, missing or captured", True), words("group_words", "of whom; empty for everybody", True),
    count("low", "least"), count("high", "most; null is open"),
    Column("holds", Boolean, nullable=False, comment="false where the statements contradict one another"),
)  # fmt: skip
answers = noun_table(
    "answers", "A question of an earlier revision that is open no more; its id is the gap's.",
    words("aggregate", "id of the aggregate", True), words("question", "as it was asked", True),
    count("asked", "last revision in which it stood open"), count("answered", "revision that answers it"),
    words("words", "what answered it", True), passage(),
)  # fmt: skip
