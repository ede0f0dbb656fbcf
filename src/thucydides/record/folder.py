"""Folder: where a record lies on this machine."""

from pathlib import Path

from thucydides.record.errors import MissingError, UnreadableError, UnwritableError

OURS = frozenset({"record.db", "record.db-journal", "documents", "rulings.jsonl", "lock", "kept"})
"""What lies in a record's folder."""


def record_folder(path: Path, create: bool) -> Path:
    """The folder of a record named by itself or by its record.db; made where `create` says so and nothing else lies there."""
    if path.name == "record.db" and path.is_file():
        path = path.parent
    if path.is_file():
        raise UnreadableError(f"{path}: is a file; a record is a folder (or the address of a database, postgresql://...)")
    if not create:
        if not path.is_dir():
            raise MissingError(f"{path}: there is no record; make one: thucydides build SOURCES --record {path}")
        if not (path / "record.db").is_file():
            raise MissingError(f"{path}: no record lies in this folder; make one: thucydides build SOURCES --record {path}")
        return path
    try:
        path.mkdir(parents=True, exist_ok=True)
        foreign = sorted(child.name for child in path.iterdir() if child.name not in OURS)
    except OSError as error:
        raise UnwritableError(f"{path}: the folder cannot be made ({error.strerror}); choose another place") from error
    if foreign and not (path / "record.db").exists():
        raise UnreadableError(f"{path}: the folder holds other files ({foreign[0]}); choose a new or an empty one for the record")
    return path
