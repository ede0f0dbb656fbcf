"""Opening: the database of a record and its tables, as they are before anything is read or written.

Invariant: tables are made, or brought up to date, by the record's only writer; a record of a newer program is left as it is.
"""

from pathlib import Path

from sqlalchemy import Engine

from thucydides.record import engine as engines
from thucydides.record import schema
from thucydides.record.errors import MissingError
from thucydides.record.folder import record_folder
from thucydides.record.lock import locked


def home_of(path_or_url: str | Path, create: bool) -> tuple[Engine, Path | None, str]:
    """The database of a record, its folder where it has one, and what messages call it; with `create`, the folder is made."""
    if "://" in str(path_or_url):
        engine = engines.server_engine(str(path_or_url))
        return engine, None, engine.url.render_as_string(hide_password=True)
    folder = record_folder(Path(path_or_url), create)
    return engines.sqlite_engine(folder / "record.db"), folder, str(folder)


def prepare(engine: Engine, folder: Path | None, name: str, create: bool) -> None:
    """Check the version of the tables; make them, or bring them up to date, where that is called for.

    Raises MissingError where there are none and none are to be made, NewerError where a newer program wrote them.
    """
    version = engines.schema_version(engine, name)
    if version is None and not create:
        raise MissingError(f"{name}: no build has finished yet; run: thucydides build SOURCES --record {name}")
    if version is not None:
        engines.refuse_newer(version, name)
    if version == schema.HEAD:
        return
    with locked(engine, folder, name):
        version = engines.schema_version(engine, name)  # another may have made them meanwhile
        if version is None:
            engines.create(engine)
        elif version != schema.HEAD:
            engines.migrate(engine)
