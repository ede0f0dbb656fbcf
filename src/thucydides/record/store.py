"""Store: a record on disk or on a server, opened to be read or built upon.

Invariants: a revision is written whole in one transaction or not at all; only one writer is at work at a time; what is
saved obeys the laws of the record, else nothing is.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager, ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import Self

import msgspec
from sqlalchemy import Engine, delete, insert, select

from thucydides.nouns import Document, Extract, Record, Ruling, Unread
from thucydides.record import comparing, loading, log, rows, saving, schema, texts
from thucydides.record import engine as engines
from thucydides.record.errors import MissingError, RecordError, RefusedError
from thucydides.record.folder import record_folder
from thucydides.record.laws import noun_faults, text_faults
from thucydides.record.lock import folder_lock, server_lock
from thucydides.record.making import Making, engine, making
from thucydides.record.revision import Revision
from thucydides.record.trouble import told
from thucydides.shelf import Shelf


class Store:
    """A record's home: a folder, or a PostgreSQL database of a team. Open it with `Store.open`."""

    def __init__(self, engine: Engine, folder: Path | None, name: str) -> None:
        """A store over an engine whose tables are there; `name` is what messages call it."""
        self._engine, self._folder, self.name = engine, folder, name
        self._writing = False

    @classmethod
    def open(cls, path_or_url: str | Path, create: bool = False) -> Self:
        """The record in a folder, or at a `postgresql://` URL; with `create`, made where there is none yet.

        Raises MissingError where there is none, NewerError where a newer program wrote it, UnreadableError where it is none.
        """
        if "://" in str(path_or_url):
            engine = engines.server_engine(str(path_or_url))
            store = cls(engine, None, engine.url.render_as_string(hide_password=True))
        else:
            folder = record_folder(Path(path_or_url), create)
            store = cls(engines.sqlite_engine(folder / "record.db"), folder, str(folder))
        try:
            with told(store.name):
                store._prepare(create)
        except RecordError:
            store.close()
            raise
        return store

    def _prepare(self, create: bool) -> None:
        """Check the version of the tables; make them, or bring them up to date, where that is called for."""
        version = engines.schema_version(self._engine, self.name)
        if version is None and not create:
            raise MissingError(f"{self.name}: no build has finished yet; run: thucydides build SOURCES --record {self.name}")
        if version is not None:
            engines.refuse_newer(version, self.name)
        if version != schema.HEAD:
            with self.writing():
                version = engines.schema_version(self._engine, self.name)
                if version is None:
                    engines.create(self._engine)
                elif version != schema.HEAD:
                    engines.migrate(self._engine)

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
                stack.enter_context(self._lock())
                self._writing = True
                stack.callback(setattr, self, "_writing", False)
            yield

    def _lock(self) -> AbstractContextManager[None]:
        if self._folder is None:
            return server_lock(self._engine, self.name)
        return folder_lock(self._folder)

    def revisions(self) -> tuple[Revision, ...]:
        """Every revision, first to last."""
        table = schema.revisions
        with told(self.name), self._engine.connect() as connection:
            rows = connection.execute(select(table).order_by(table.c.number)).mappings().all()
        return tuple(Revision(**row) for row in rows)

    def latest(self) -> Record | None:
        """The record as the last build left it; None before the first."""
        revisions = self.revisions()
        return self.revision(revisions[-1].number) if revisions else None

    def revision(self, number: int) -> Record:
        """The record as it stood at a revision; MissingError where there is no such one."""
        last = len(self.revisions())
        if not 1 <= number <= last:
            have = f"they run from 1 to {last}" if last else "no build has finished yet"
            raise MissingError(f"{self.name}: there is no revision {number}; {have}")
        with told(self.name), self._engine.connect() as connection:
            return loading.load(connection, number, self._folder, self.name)

    def documents_as_read(self) -> tuple[Document, ...]:
        """The documents of the latest revision as they were read, before the record found dates for undated ones."""
        last = len(self.revisions())
        with told(self.name), self._engine.connect() as connection:
            return loading.as_read(connection, last, self._folder, self.name) if last else ()

    def unread(self) -> tuple[Unread, ...]:
        """The inputs that were not taken in up to the latest revision."""
        last = len(self.revisions())
        with told(self.name), self._engine.connect() as connection:
            return loading.unread(connection, last, self.name) if last else ()

    def compared(self, record: Record, made: Making) -> tuple[comparing.Draft, Record | None]:
        """A record to be saved held against the latest revision, and that one, of which only what differs is read."""
        self._refuse(text_faults(record))
        revisions = self.revisions()
        with told(self.name), self._engine.connect() as connection:
            last = revisions[-1] if revisions else None
            draft = comparing.compare(connection, record, made, kept=rows.known(self.shelf(), last))
            before = comparing.stood(connection, draft, last, self._folder, self.name) if last else None
        return draft, before

    def save(
        self, record: Record, extracts: Mapping[str, Extract], made: Making | None = None, lawful: bool = False,
        draft: comparing.Draft | None = None,
    ) -> Record:  # fmt: skip
        """Write the record as the next revision and give it back with its number, every tuple in order.

        `extracts` are the extracts of its documents by cache key, kept for the next build. Where nothing differs from the
        latest revision, no new one is written and that one's number is given. RefusedError where a law is broken; `lawful` says that
        this program saved the latest revision, so that what stands in it is known to break none. `draft` is what was compared
        of the record before.
        """
        if draft is None or draft["documents"].given is not record.documents:
            self._refuse(text_faults(record))
        made = made or making(record.documents, record.rulings, "", record.title)
        with told(self.name), self.writing():
            revisions = self.revisions()
            last = revisions[-1] if revisions else None
            with self._engine.connect() as connection:
                kept = rows.known(self.shelf(), last) if draft is None else None
                compared = comparing.compare(connection, record, made, draft, kept)
                known = lawful and last is not None and comparing.texts_stand(connection, compared)
            record = msgspec.structs.replace(record, revision=last.number if last else 1, **{f: c.nouns for f, c in compared.items()})
            self._refuse(noun_faults(record, comparing.changed(compared) if known else None))
            content = saving.content_hash(record, compared)
            if last is None or not _same(last, record.title, made, compared):
                record = msgspec.structs.replace(record, revision=last.number + 1 if last else 1)
                bodies = {d.sha256: d.text for d in (record.documents[n] for n in compared["documents"].fresh)}
                if self._folder is not None:
                    texts.write(self._folder, bodies)
                with self._engine.begin() as connection:
                    texts.insert_texts(connection, bodies, with_body=self._folder is None)
                    keys = saving.write(connection, record, made, content, compared)
                marks = {field: (keys[field], one.marks) for field, one in compared.items()}
                rows.keep(self.shelf(), self.revisions()[-1], marks)
            elif last.engine != made.engine:
                with self._engine.begin() as connection:
                    saving.confirm(connection, last.number, made.engine)
            self.keep_extracts(extracts, only=set(made.keys().values()))
        return record

    def _refuse(self, found: Iterator[str]) -> None:
        """Refuse to save where a law is broken, by the first few faults."""
        if some := list(islice(found, 3)):
            raise RefusedError(f"{self.name}: the record was not saved: {'; '.join(some)}")

    def cached_extracts(self, keys: AbstractSet[str]) -> dict[str, Extract]:
        """Of the keys asked for, those whose extract is kept; one that cannot be read counts as not kept."""
        found: dict[str, Extract] = {}
        with told(self.name), self._engine.connect() as connection:
            for key, body in connection.execute(select(schema.extracts.c.key, schema.extracts.c.body)):
                if key in keys:
                    try:
                        found[key] = msgspec.json.decode(body, type=Extract)
                    except (msgspec.DecodeError, msgspec.ValidationError):
                        continue
        return found

    def keep_extracts(self, extracts: Mapping[str, Extract], only: AbstractSet[str] | None = None) -> None:
        """Keep extracts for the next build, also one that starts after this one was stopped; drop those not in `only`."""
        table = schema.extracts
        with told(self.name), self.writing(), self._engine.begin() as connection:
            known = set(connection.execute(select(table.c.key)).scalars())
            stale = sorted(known - only) if only is not None else []
            new = sorted((set(extracts) if only is None else set(extracts) & only) - known)
            for key in stale:
                connection.execute(delete(table).where(table.c.key == key))
            if new:
                bodies = [{"key": key, "body": msgspec.json.encode(extracts[key]).decode()} for key in new]
                connection.execute(insert(table), bodies)

    def shelf(self) -> Shelf | None:
        """Where a build keeps what makes the next one quick; a record that is no folder has none."""
        return Shelf(self._folder / "kept", engine()) if self._folder is not None else None

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


def _same(last: Revision, title: str, made: Making, compared: comparing.Draft) -> bool:
    """Whether a build of `made` that gave a record so compared changes nothing against the last revision."""
    now = (made.inputs, made.program, made.rule, title)
    return (last.inputs, last.program, last.rule, last.title) == now and not any(one.fresh or one.closed for one in compared.values())
