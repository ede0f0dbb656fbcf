"""Store: a record on disk or on a server, opened to be read or built upon.

Invariants: a revision is written whole in one transaction or not at all; only one writer is at work at a time; what is
saved obeys the laws of the record, else nothing is.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Self

import msgspec
from sqlalchemy import Engine

from thucydides.keeping import library
from thucydides.keeping.library import Library
from thucydides.keeping.memory import Memory
from thucydides.keeping.shelf import Shelf
from thucydides.nouns import Document, Extract, Record, Ruling, Unread
from thucydides.record import comparing, loading, log, revision, rows, standing, writing
from thucydides.record import extracts as kept
from thucydides.record.errors import MissingError, RecordError
from thucydides.record.laws import text_faults
from thucydides.record.lock import locked
from thucydides.record.making import Making, engine, making
from thucydides.record.opening import home_of, prepare
from thucydides.record.revision import Revision
from thucydides.record.trouble import told


class Store:
    """A record's home: a folder, or a PostgreSQL database of a team. Open it with `Store.open`."""

    def __init__(self, engine: Engine, folder: Path | None, name: str) -> None:
        """A store over an engine whose tables are there; `name` is what messages call it."""
        self._engine, self._folder, self.name = engine, folder, name
        self._writing = False
        self._memory: Memory | None = None

    @classmethod
    def open(cls, path_or_url: str | Path, create: bool = False) -> Self:
        """The record in a folder, or at a `postgresql://` URL; with `create`, made where there is none yet.

        Raises MissingError where there is none, NewerError where a newer program wrote it, UnreadableError where it is none.
        """
        home = home_of(path_or_url, create)
        store = cls(*home)
        try:
            with told(store.name):
                prepare(*home, create)
        except RecordError:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the record's only writer meanwhile; LockedError where another one is. May be nested."""
        with ExitStack() as stack:
            if not self._writing:
                stack.enter_context(locked(self._engine, self._folder, self.name))
                self._writing = True
                stack.callback(setattr, self, "_writing", False)
            yield

    def revisions(self) -> tuple[Revision, ...]:
        """Every revision, first to last."""
        with told(self.name), self._engine.connect() as connection:
            return revision.every(connection)

    def latest(self) -> Record | None:
        """The record as the last build left it; None before the first."""
        return self.revision(last.number) if (last := next(reversed(self.revisions()), None)) else None

    def revision(self, number: int) -> Record:
        """The record as it stood at a revision; MissingError where there is no such one."""
        last = len(self.revisions())
        if not 1 <= number <= last:
            have = f"they run from 1 to {last}" if last else "no build has finished yet"
            raise MissingError(f"{self.name}: there is no revision {number}; {have}")
        with told(self.name), self._engine.connect() as connection:
            return loading.load(connection, number, self._folder, self.name)

    def numbers(self) -> dict[str, int]:
        """How many nouns of each kind the latest revision holds, by the record's field."""
        with told(self.name), self._engine.connect() as connection:
            return loading.numbers(connection)

    def documents_as_read(self) -> tuple[Document, ...]:
        """The documents of the latest revision as they were read, before the record found dates for undated ones."""
        last = len(self.revisions())
        with told(self.name), self._engine.connect() as connection:
            return loading.as_read(connection, last, self._folder, self.name) if last else ()

    def library(self) -> Library:
        """The documents of the latest revision as they were read; of those that it knows by their headers none is read yet."""
        last = next(reversed(self.revisions()), None)
        if last is None:
            return Library()
        kept = library.headers(self.shelf(), rows.revision_mark(last))
        if kept:
            return Library(kept, partial(self._as_read, last.number), lambda: {d.id: d for d in self.documents_as_read()})
        return library.whole(self.documents_as_read())

    def _as_read(self, revision: int, document: str) -> Document:
        with told(self.name), self._engine.connect() as connection:
            return loading.as_read(connection, revision, self._folder, self.name, document)[0]

    def keep_library(self, documents: Library) -> None:
        """Keep the headers of the documents of the latest revision for the next build."""
        last = self.revisions()[-1]
        library.keep(self.shelf(), rows.revision_mark(last), documents)

    def unread(self) -> tuple[Unread, ...]:
        """The inputs that were not taken in up to the latest revision."""
        last = len(self.revisions())
        with told(self.name), self._engine.connect() as connection:
            return loading.unread(connection, last, self.name) if last else ()

    def compared(self, given: comparing.Given, made: Making) -> tuple[comparing.Draft, Record | None]:
        """A record to be saved held against the latest revision, and that one, of which only what differs is read."""
        last = next(reversed(self.revisions()), None)
        with told(self.name), self._engine.connect() as connection:
            draft = comparing.compare(connection, given, made, rows.known(self.shelf(), last))
            before = standing.stood(connection, draft, last, self._folder, self.name) if last else None
        return draft, before

    def add(self, title: str, draft: comparing.Draft, made: Making, documents: Mapping[str, Document], lawful: bool = False) -> int:
        """Write a draft as the next revision and give its number; where nothing differs from the latest revision, no new one is written
        and that one's number is given.

        `documents` are all that the record holds. RefusedError where a law is broken; `lawful` says that this program
        saved the latest revision, so that what stands in it is known to break none.
        """
        with told(self.name), self.writing():
            home = writing.Home(self._engine, self._folder, self.name, self.shelf())
            return writing.add(home, title, draft, made, documents, lawful)

    def save(self, record: Record, extracts: Mapping[str, Extract], made: Making | None = None, lawful: bool = False) -> Record:
        """Write a record that is at hand as a whole as the next revision, as `add` does, and give it back with its number, every tuple in
        order; `extracts` are those of its documents by cache key, kept for the next build.
        """
        writing.refuse(self.name, text_faults(record.documents))
        made = made or making(record.documents, record.rulings, "", record.title)
        with self.writing():
            draft, _ = self.compared(comparing.given(record), made)
            number = self.add(record.title, draft, made, {d.id: d for d in record.documents}, lawful)
            self.keep_extracts(extracts, only=set(made.keys().values()))
        return msgspec.structs.replace(record, revision=number, **{field: one.nouns for field, one in draft.fields.items()})

    def cached_extracts(self, keys: AbstractSet[str]) -> dict[str, Extract]:
        """Of the keys asked for, those whose extract is kept; one that cannot be read counts as not kept."""
        found = {key: self.cached_extract(key) for key in sorted(keys & self.known_extracts())}
        return {key: one for key, one in found.items() if one is not None}

    def cached_extract(self, key: str) -> Extract | None:
        """The extract of one key; None where none is kept, or none that can be read."""
        with told(self.name), self._engine.connect() as connection:
            return kept.read(connection, key)

    def known_extracts(self) -> set[str]:
        """The keys of all extracts that are kept."""
        with told(self.name), self._engine.connect() as connection:
            return kept.known(connection)

    def keep_extracts(self, extracts: Mapping[str, Extract], only: AbstractSet[str] | None = None) -> None:
        """Keep extracts for the next build, also one that starts after this one was stopped; drop those not in `only`."""
        with told(self.name), self.writing(), self._engine.begin() as connection:
            kept.keep(connection, extracts, only)

    def shelf(self) -> Shelf | None:
        """Where a build keeps what makes the next one quick; a record that is no folder has none."""
        return Shelf(self._folder / "kept", engine(), self._memory) if self._folder is not None else None

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Meanwhile hold in this process what makes the next build quick, instead of reading and writing it build by build; it is written
        at the end, or by `settle`.
        """
        self._memory = self._memory or Memory()
        try:
            yield
        finally:
            self.settle()
            self._memory = None

    def settle(self) -> None:
        """Write what this process holds for the next build; another process at work in between loses time by it, and nothing else."""
        if (shelf := self.shelf()) is not None:
            with self.writing():
                shelf.settle()

    def rulings(self) -> tuple[Ruling, ...]:
        """The log of rulings, each marked with the one that withdrew it, where one did."""
        with told(self.name):
            if self._folder is not None:
                return log.read_file(self._folder / "rulings.jsonl", self.name)
            with self._engine.connect() as connection:
                return log.read_table(connection, self.name)

    def rule(self, verb: str, arguments: tuple[str, ...], who: str, when: str, why: str = "") -> Ruling:
        """Add a ruling to the log; it holds from the next build on. MissingError where it undoes what does not stand."""
        with told(self.name), self.writing():
            ruling = log.following(self.rulings(), verb, arguments, who, when, why, self.name)
            if self._folder is not None:
                log.append_file(self._folder / "rulings.jsonl", ruling)
            else:
                with self._engine.begin() as connection:
                    log.append_table(connection, ruling)
        return next(r for r in self.rulings() if r.number == ruling.number)
