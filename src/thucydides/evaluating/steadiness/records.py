"""Records: what documents make, built in the memory, each document read once however often it is among them."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from thucydides.build import DEFAULT_RULE, derive
from thucydides.keeping.library import whole
from thucydides.nouns import DateRange, Document, Extract, Incident, Mention, Quantity
from thucydides.reading.copies import marked, numbered
from thucydides.record.making import cache_key, making


class Made(Struct, frozen=True):
    """The incidents (no acts) that documents make and the mentions by id; `documents` are by id."""

    documents: dict[str, Document]
    incidents: tuple[Incident, ...]
    mentions: dict[str, Mention]


class Reader:
    """The extracts of documents, each read once."""

    def __init__(self) -> None:
        self._read: dict[str, Extract] = {}

    def record(self, documents: Sequence[Document]) -> Made:
        """The record of documents."""
        library = whole(marked(numbered(documents)))
        known = dict(library.documents)
        made = making(known.values(), (), DEFAULT_RULE, None)
        self.again(tuple(known.values()))
        told, found, _ = derive(library, made, _Of(self, known), (), DEFAULT_RULE, lambda *_: None)
        nouns = [noun for parcel in found.incidents.values() for noun in parcel.nouns().get("incidents", ())]
        return Made(known, tuple(i for i in nouns if i.kind == "incident"), dict(told.mentions))

    def again(self, documents: Sequence[Document]) -> list[Extract]:
        """The extracts of documents, in their order."""
        from thucydides.extracting import extract_documents

        keys = [cache_key(document) for document in documents]
        new = {key: document for key, document in zip(keys, documents, strict=True) if key not in self._read}
        self._read |= dict(zip(new, extract_documents(list(new.values())), strict=True))
        return [self._read[key] for key in keys]


class _Of:
    """The extracts of the documents of one record by id."""

    new: frozenset[str] = frozenset()

    def __init__(self, reader: Reader, documents: dict[str, Document]) -> None:
        self._documents, self.again = documents, reader.again

    def __getitem__(self, document: str) -> Extract:
        return self.again((self._documents[document],))[0]


def values(incident: Incident) -> dict[str, Any]:
    """What the record holds of an incident: its day, place, type and counts, each as it can be compared."""
    found = {attribute: incident.assessed(attribute) for attribute in ("date", "place", "killed", "injured")}
    place = found["place"].place if found["place"] is not None else None
    return {
        "day": _days(found["date"].date if found["date"] is not None else None),
        "place": (place.name, place.country, place.latitude, place.longitude) if place is not None else None,
        "type": incident.type,
        **{a: _count(found[a]) for a in ("killed", "injured")},
    }


def told(mention: Mention) -> Any:
    """What one report holds of an incident, as it can be compared."""
    place = mention.place.place if mention.place is not None else None
    toll = tuple(sorted((t.outcome, *_low_to_high(t.quantity)) for t in mention.toll))
    return mention.kind, mention.type, mention.status, _days(mention.date), place and (place.name, place.country), toll


def _low_to_high(quantity: Quantity | None) -> tuple[int, ...]:
    """The numbers of a count, -1 for those that are open."""
    found = (quantity.low, quantity.best, quantity.high) if quantity is not None else (None, None, None)
    return tuple(-1 if number is None else number for number in found)


def _days(date: DateRange | None) -> Any:
    return (date.earliest, date.latest) if date is not None else None


def _count(found: Any) -> Any:
    quantity = found.quantity if found is not None else None
    return (quantity.low, quantity.best, quantity.high) if quantity is not None else None
