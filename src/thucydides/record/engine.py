"""Engine: the database of a record, opened, checked against this program's schema, made or brought up to date."""

import re
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, create_engine, event, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from thucydides.record import schema
from thucydides.record.errors import MissingError, NewerError, UnreadableError
from thucydides.record.tables import metadata

_OURS = re.compile(r"\d{4}")
_SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")
_version = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""Alembic's own table, read and first written here without loading Alembic."""


def sqlite_engine(file: Path) -> Engine:
    """A record.db: references checked, transactions begun by us so that making tables is part of them, readers wait 30 s."""
    engine = create_engine(URL.create("sqlite", database=str(file)), connect_args={"timeout": 30})

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def server_engine(url: str) -> Engine:
    """A PostgreSQL database by URL; each transaction sees one state of it throughout."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise MissingError(f"{url}: no address of a database; write postgresql://USER@HOST/DATABASE") from None
    if parsed.drivername not in _SCHEMES:
        raise MissingError(f"{parsed.drivername}: databases of this kind are not supported; use a folder or postgresql://...")
    return create_engine(parsed.set(drivername="postgresql+psycopg"), isolation_level="REPEATABLE READ")


def schema_version(engine: Engine, name: str) -> str | None:
    """The version that the database says its tables are of; None where it holds no tables at all."""
    try:
        with engine.connect() as connection:
            found = connection.execute(select(_version.c.version_num)).scalars().all()
    except DatabaseError:
        with engine.connect() as connection:
            tables = inspect(connection).get_table_names()
        if not tables or (engine.dialect.name == "postgresql" and "revisions" not in tables):
            return None
        raise UnreadableError(f"{name}: the database is not one of Thucydides; choose another folder or database") from None
    if len(found) != 1 or not _OURS.fullmatch(found[0]):
        raise UnreadableError(f"{name}: the database belongs to another program; choose another folder or database")
    return str(found[0])


def refuse_newer(version: str, name: str) -> None:
    """A record of a newer program is left alone: what it means is not known here."""
    if version > schema.HEAD:
        raise NewerError(
            f"{name}: written by a newer Thucydides (record version {version}, this program knows up to {schema.HEAD}); "
            "update the program: pip install --upgrade thucydides"
        )


def create(engine: Engine) -> None:
    """Make every table in one transaction, and mark them as of the newest version."""
    with engine.begin() as connection:
        metadata.create_all(connection)
        _version.create(connection)
        connection.execute(_version.insert(), {"version_num": schema.HEAD})


def migrate(engine: Engine) -> None:
    """Bring an older record's tables to the newest version, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
