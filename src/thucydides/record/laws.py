"""Laws: what must hold of a record before it is saved; principle 1 above all, nothing without a passage.

Each law yields the faults it finds as a line that names the noun and says what is wrong with it.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from typing import Any, get_args, get_type_hints

import msgspec
from msgspec import Struct

from thucydides.keeping.parcel import Nouns
from thucydides.nouns import ActorRef, Document, Extract, Mention, Passage, PlaceRef, Record

_WORDS = ("text", "id", "path", "url", "title", "outlet", "author", "language")
_SPACE = re.compile(r"\s+")


REFERRING = ("claims", "incidents", "checks", "gaps")
"""The fields whose nouns refer to others by id."""


class Beside(Struct, frozen=True):
    """What nouns are held against: the texts of a record by document, and the ids of its mentions, claims and aggregates."""

    texts: Mapping[str, str]
    mentions: Container[str]
    claims: Container[str]
    aggregates: Container[str]


def beside(record: Record) -> Beside:
    """What the nouns of a record are held against."""
    ids = ({one.id for one in some} for some in (record.mentions, record.claims, record.aggregates))
    return Beside({d.id: d.text for d in record.documents}, *ids)


def faults(record: Record) -> Iterator[str]:
    """Every break of a law in the record, documents first; nothing where it may be saved."""
    yield from text_faults(record.documents)
    told = {field: getattr(record, field) for field in record.__struct_fields__ if isinstance(getattr(record, field), tuple)}
    yield from noun_faults(told, beside(record))


def text_faults(documents: Iterable[Document]) -> Iterator[str]:
    """Every break of a law in the documents of a record."""
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            yield f"two documents have the id {document.id}"
        seen.add(document.id)
        yield from (f"document {document.id} ({document.path}): {fault}" for fault in document_faults(document))


def noun_faults(nouns: Nouns, known: Beside) -> Iterator[str]:
    """Every break of a law in nouns by field, of which those that they refer to are `known`."""
    yield from _passages(nouns, known.texts)
    yield from _values(nouns)
    yield from _references(nouns, known)


def extract_faults(document: Document, extract: Extract) -> Iterator[str]:
    """Every break of a law in what was read from one document."""
    told = {name: getattr(extract, name) for name in extract.__struct_fields__ if name != "document"}
    yield from faults(Record(title="", revision=0, documents=(document,), **told))


def document_faults(document: Document) -> Iterator[str]:
    """A document's text and header can be stored, and the text is the one that its hash names."""
    try:
        data = msgspec.json.encode(document)
    except UnicodeEncodeError:
        yield "it holds half of a character pair and cannot be written as UTF-8"
        return
    if b"\\u0000" in data and any("\0" in (getattr(document, name) or "") for name in _WORDS):
        yield "it holds a NUL character"
    if sha256(document.text.encode()).hexdigest() != document.sha256:
        yield "the text is not the one that its SHA-256 names"


def _passages(nouns: Nouns, texts: Mapping[str, str]) -> Iterator[str]:
    """Every passage lies inside its document's text, is not blank, and re-reads to the wording given for it."""
    for name, noun in _named(nouns):
        for passage, wording in walk(noun):
            text = texts.get(passage.document)
            where = f"{name}: the passage {passage.start}-{passage.end} of document {passage.document}"
            if text is None:
                yield f"{where} belongs to no document of the record"
            elif not 0 <= passage.start < passage.end <= len(text):
                yield f"{where} lies outside its text of {len(text)} characters"
            elif not (words := text[passage.start : passage.end]).strip():
                yield f"{where} is blank"
            elif wording and _plain(wording) not in _plain(words):
                yield f"{where} reads {words!r}, not {wording!r}"


def _values(nouns: Nouns) -> Iterator[str]:
    """Every value has something it was read from: a mention its passages, an assessment its claims, an incident its mentions."""
    for mention in nouns["mentions"]:
        yield from _mention(mention)
    for incident in nouns["incidents"]:
        if not incident.mentions:
            yield f"incident {incident.id} has no mention"
    for discrepancy in nouns["discrepancies"]:
        if not discrepancy.values:
            yield f"discrepancy {discrepancy.id} has no sides"


def _mention(mention: Mention) -> Iterator[str]:
    if not mention.passages:
        yield f"mention {mention.id} has no passage"
    if mention.date is not None and mention.date.precision != "unknown" and mention.date_passage is None:
        yield f"mention {mention.id}: its date {mention.date.edtf} has no passage"


def _references(nouns: Nouns, known: Beside) -> Iterator[str]:
    """Every id that a noun refers to is in the record."""
    for claim in nouns["claims"]:
        yield from _unknown(f"claim {claim.id}", "mention", claim.mentions, known.mentions)
    for incident in nouns["incidents"]:
        yield from _unknown(f"incident {incident.id}", "mention", incident.mentions, known.mentions)
        for value in incident.assessments:
            yield from _unknown(
                f"incident {incident.id}, {value.attribute}", "claim", (*value.claims_for, *value.claims_against), known.claims
            )
    yield from _unknown("an arithmetic check", "aggregate", (c.aggregate for c in nouns["checks"]), known.aggregates)
    yield from _unknown("a gap", "aggregate", (g.aggregate for g in nouns["gaps"] if g.aggregate), known.aggregates)


def referred(nouns: Nouns) -> Mapping[str, frozenset[str]]:
    """The ids that nouns refer to, by the field of what they name."""
    claims, incidents = nouns["claims"], nouns["incidents"]
    values = [value for incident in incidents for value in incident.assessments]
    return {
        "mentions": frozenset(m for one in (*claims, *incidents) for m in one.mentions),
        "claims": frozenset(c for value in values for c in (*value.claims_for, *value.claims_against)),
        "aggregates": frozenset(one.aggregate for field in ("checks", "gaps") for one in nouns[field]),
    }


def _unknown(name: str, kind: str, ids: Iterable[str], known: Container[str]) -> Iterator[str]:
    yield from (f"{name} refers to the {kind} {one}, which the record does not hold" for one in ids if one not in known)


def _named(nouns: Nouns) -> Iterator[tuple[str, Struct]]:
    """The nouns that carry passages, each with its name for a message."""
    for kind in ("mentions", "claims", "aggregates", "figures", "gaps", "discrepancies", "incidents", "answers", "citations"):
        for noun in nouns[kind]:
            yield f"citation of {noun.outlet}" if kind == "citations" else f"{kind} {noun.id}", noun


def walk(value: Any) -> Iterator[tuple[Passage, str]]:
    """Every passage within a noun, with the wording that the noun says stands there ("" where it says none)."""
    if isinstance(value, Passage):
        yield value, ""
    elif isinstance(value, PlaceRef | ActorRef):
        yield value.passage, value.wording
    elif isinstance(value, Struct):
        for field in _bearing(type(value)):
            inner = getattr(value, field)
            if inner:
                yield from walk(inner)
    elif isinstance(value, tuple):
        for inner in value:
            if isinstance(inner, Struct | tuple):
                yield from walk(inner)


@cache
def _bearing(kind: type[Struct]) -> tuple[str, ...]:
    """The fields of a noun in which a passage may stand, however deep, by what they are declared to hold."""
    hints = get_type_hints(kind)
    return tuple(field for field in kind.__struct_fields__ if _may_hold(hints[field], frozenset([kind])))


def _may_hold(hint: Any, above: frozenset[Any]) -> bool:
    """Whether a value so declared may be or hold a passage; `above` are the nouns in which it stands."""
    if isinstance(hint, type) and issubclass(hint, Struct):
        inside = hint not in above and any(_may_hold(h, above | {hint}) for h in get_type_hints(hint).values())
        return inside or issubclass(hint, Passage | PlaceRef | ActorRef)
    return hint is Any or any(_may_hold(part, above) for part in get_args(hint))


def _plain(words: str) -> str:
    """Words without case and with runs of space as one, as people compare quotations."""
    return _SPACE.sub(" ", words).strip().casefold()
