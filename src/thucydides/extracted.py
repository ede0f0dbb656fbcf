"""Extracted: what is read from documents, from what the store keeps of it as far as that goes."""

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from thucydides.nouns import Document, Extract
from thucydides.progress import Progress
from thucydides.record import Store
from thucydides.record.making import cache_key

KEEP_EVERY = 200
"""After so many documents read, their extracts are kept, so that a long build that was stopped goes on from there."""
Warn = Callable[[str], None]


class Tellings(Protocol):
    """Whatever gives the extracts of documents by id, and anew of documents for which a day was found; `new` are those first read now."""

    new: frozenset[str]

    def __getitem__(self, document: str, /) -> Extract: ...

    def again(self, documents: Sequence[Document], /) -> Sequence[Extract]: ...


class Extracts:
    """The extracts of documents by id; those of the documents that are new (`new`, by id) are read at once, others are taken from the
    store when they are asked for.

    What breaks a law of the record (a value whose passage does not re-read) does not come in, nor what a fault of the program kept
    from being read: the document then tells nothing, which is said to `warn`; with nobody to tell, a fault ends the build.
    """

    def __init__(self, documents: Mapping[str, Document], keys: Mapping[str, str], store: Store, tell: Progress, warn: Warn | None) -> None:
        self._documents, self._keys, self._store, self._warn = documents, keys, store, warn
        known = store.known_extracts()
        new = [documents[name] for name, key in keys.items() if key not in known]
        self.new = frozenset(document.id for document in new)
        self._fresh: dict[str, Extract] = {}
        self._again: dict[str, str] = {}
        if new:
            self._read(new, keys, tell)

    def __getitem__(self, document: str) -> Extract:
        """All that is read from a document."""
        return self._of(self._documents[document], self._keys)

    def again(self, dated: Sequence[Document]) -> list[Extract]:
        """All that is read from documents of this build for which a day was found since, in their order."""
        self._again = {document.id: cache_key(document) for document in dated}
        known = self._store.known_extracts()
        if new := [document for document in dated if self._again[document.id] not in known]:
            self._read(new, self._again, lambda *_: None)
        return [self._of(document, self._again) for document in dated]

    def _of(self, document: Document, keys: Mapping[str, str]) -> Extract:
        key = keys[document.id]
        found = self._fresh.get(key) or self._store.cached_extract(key)
        if found is None:
            self._read([document], keys, lambda *_: None)
            found = self._fresh[key]
        return found

    def keep(self) -> None:
        """Have the store keep the extracts of these documents and no others."""
        self._store.keep_extracts(self._fresh, only={*self._keys.values(), *self._again.values()})

    def _read(self, new: Sequence[Document], keys: Mapping[str, str], tell: Progress) -> None:
        """Read documents, and keep what is read from many before the rest is."""
        from thucydides.extracting import extract_documents
        from thucydides.record.laws import extract_faults

        tell("extracting", 0, len(new))
        read, warn = {document.id: document for document in new}, self._warn
        for count, one in enumerate(extract_documents(new, failed=partial(_wanting, warn) if warn else None), 1):
            fault = next(extract_faults(read[one.document], one), None)
            if fault is not None and warn:
                warn(f"{read[one.document].path} is kept, but nothing that was read from it: {fault}; please report this")
            self._fresh[keys[one.document]] = one if fault is None else Extract(one.document)
            tell("extracting", count, len(new))
            if len(self._fresh) >= KEEP_EVERY:
                self._store.keep_extracts(self._fresh)
                self._fresh = {}


def _wanting(warn: Warn, document: Document, error: Exception) -> None:
    """Say that a report tells nothing for a fault of the program; where the fault itself is asked for, it goes on."""
    if os.environ.get("THUCYDIDES_TRACEBACK"):
        raise error
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    warn(f"{document.path} is kept, but nothing is read from it: {what}; a fault of the program, please report it")
