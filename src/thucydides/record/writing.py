"""Writing: a draft becomes the next revision of a record, where it breaks no law and differs from the latest."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from thucydides.keeping.lazily import Lazily
from thucydides.keeping.shelf import Shelf
from thucydides.nouns import Document
from thucydides.record import comparing, revision, rows, saving, standing, texts
from thucydides.record.errors import RefusedError
from thucydides.record.laws import noun_faults, text_faults
from thucydides.record.making import Making
from thucydides.record.revision import Revision


class Home(NamedTuple):
    """Where a record lies: its database, its folder where it has one, what messages call it, and what it keeps for the next build."""

    engine: Engine
    folder: Path | None
    name: str
    shelf: Shelf | None


def add(home: Home, title: str, draft: comparing.Draft, made: Making, documents: Mapping[str, Document], lawful: bool) -> int:
    """Write a draft as the next revision and give its number, the latest one's where nothing differs from that; see `Store.add`."""
    with home.engine.connect() as connection:
        revisions = revision.every(connection)
        last = revisions[-1] if revisions else None
        stand = lawful and last is not None and standing.texts_stand(connection, draft)
        new = comparing.changed(draft, stand)
        beside = standing.beside(connection, draft, new, Lazily(documents, lambda name: documents[name].text))
    refuse(home.name, text_faults(draft.fields["documents"].nouns))
    refuse(home.name, noun_faults(new, beside))
    if last is None or not _same(last, title, made, draft):
        return _written(home, last.number + 1 if last else 1, title, draft, made, documents)
    if last.engine != made.engine:
        with home.engine.begin() as connection:
            saving.confirm(connection, last.number, made.engine)
        rows.keep(home.shelf, standing.kept(draft, {field: one.keys for field, one in draft.fields.items()}, last))
    return last.number


def refuse(name: str, found: Iterator[str]) -> None:
    """Refuse to save where a law is broken, by the first few faults."""
    if some := list(islice(found, 3)):
        raise RefusedError(f"{name}: the record was not saved: {'; '.join(some)}")


def _written(home: Home, number: int, title: str, draft: comparing.Draft, made: Making, documents: Mapping[str, Document]) -> int:
    came = draft.fields["documents"]
    bodies = {d.sha256: d.text for d in (came.nouns[n] for n in came.fresh)}
    if home.folder is not None:
        texts.write(home.folder, bodies)
    with home.engine.begin() as connection:
        texts.insert_texts(connection, bodies, with_body=home.folder is None)
        keys = saving.write(connection, number, title, draft, made, documents)
        latest = revision.every(connection)[-1]
    rows.keep(home.shelf, standing.kept(draft, keys, latest))
    return number


def _same(last: Revision, title: str, made: Making, draft: comparing.Draft) -> bool:
    """Whether a build of `made` that gave such a draft changes nothing against the last revision."""
    now = (made.inputs, made.program, made.rule, title)
    return (last.inputs, last.program, last.rule, last.title) == now and not draft.differs()
