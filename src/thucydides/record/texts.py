"""Texts: the text of each document as read, by hash: a file each in a folder, a row each in a team's database.

Invariants: a file is written beside its place and then put there, so that it is whole or absent; a text is checked against
its hash whenever it is read.
"""

import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, insert, select

from thucydides.record import schema
from thucydides.record.errors import UnreadableError

_MANY = 32
"""From so many new files on, the whole disk is asked to settle once: asking file by file takes longer."""


def write(folder: Path, texts: Mapping[str, str]) -> None:
    """Put each text, by its SHA-256, into `documents/` where it is not there yet, and see that the disk has it."""
    home = folder / "documents"
    home.mkdir(exist_ok=True)
    for stale in home.glob("*.partial"):
        stale.unlink()
    wanted = [(name, text.encode()) for name, text in sorted(texts.items())]
    new = [(home / f"{name}.txt", data) for name, data in wanted if not _whole(home / f"{name}.txt", data)]
    for path, data in new:
        partial = path.with_suffix(".partial")
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            if len(new) < _MANY:
                os.fsync(file.fileno())
        partial.replace(path)
    if len(new) >= _MANY and hasattr(os, "sync"):
        os.sync()


def _whole(path: Path, data: bytes) -> bool:
    """Whether the file is there with its whole length; its contents are checked on reading."""
    try:
        return path.stat().st_size == len(data)
    except FileNotFoundError:
        return False


def insert_texts(connection: Connection, texts: Mapping[str, str], with_body: bool) -> None:
    """Add the texts that the database does not know yet; `with_body` where no folder holds them."""
    known = set(connection.execute(select(schema.texts.c.sha256)).scalars())
    rows = [
        {"sha256": name, "characters": len(text), "body": text if with_body else None}
        for name, text in sorted(texts.items())
        if name not in known
    ]
    if rows:
        connection.execute(insert(schema.texts), rows)


def read(connection: Connection, folder: Path | None, names: Iterable[str], record: str) -> dict[str, str]:
    """The texts by SHA-256, each checked; `UnreadableError` names the first that is missing or was changed."""
    wanted = sorted(set(names))
    if folder is None:
        rows = connection.execute(select(schema.texts.c.sha256, schema.texts.c.body)).all()
        bodies = {name: (body or "").encode() for name, body in rows}
    else:
        bodies = {name: _bytes(folder / "documents" / f"{name}.txt", record) for name in wanted}
    for name in wanted:
        if sha256(bodies.get(name, b"")).hexdigest() != name:
            raise UnreadableError(f"{record}: documents/{name}.txt was changed after it was read; restore it from a copy")
    return {name: bodies[name].decode() for name in wanted}


def _bytes(path: Path, record: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(f"{record}: documents/{path.name} is missing; restore it from a copy") from None
