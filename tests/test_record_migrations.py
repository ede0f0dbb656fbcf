"""Records of older versions are brought up to date on opening; migrations and tables say the same."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

import thucydides.record.engine as engines
from record_factory import record, report
from thucydides.record import Store, schema
from thucydides.record.tables import metadata

SECOND = '''
"""One more column, as a later version might add."""
import sqlalchemy as sa
from alembic import op
revision = "0003"
down_revision = "0002"

def upgrade() -> None:
    op.add_column("actors", sa.Column("motto", sa.Text()))
    {then}
'''


def test_the_newest_migration_is_the_one_that_the_program_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(engines.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.HEAD


def test_migrations_make_the_tables_that_the_program_uses(tmp_path: Path) -> None:
    engine = engines.sqlite_engine(tmp_path / "migrated.db")
    engines.migrate(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata) == []
    made = engines.sqlite_engine(tmp_path / "made.db")
    engines.create(made)
    assert _tables(tmp_path / "migrated.db") == _tables(tmp_path / "made.db")
    assert engines.schema_version(engine, "x") == engines.schema_version(made, "x") == schema.HEAD
    with engine.connect() as one, made.connect() as other:
        for table in metadata.tables:
            checks = [sorted(str(c["sqltext"]) for c in inspect(c).get_check_constraints(table)) for c in (one, other)]
            assert checks[0] == checks[1]


def _tables(file: Path) -> dict[str, list[str]]:
    """Columns, indexes and references of every table, without the numbers that say in which order they were made."""
    db = sqlite3.connect(file)
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    pragmas = (("table_info", 1), ("index_list", 1), ("foreign_key_list", 2))
    return {n: sorted(str(row[skip:]) for p, skip in pragmas for row in db.execute(f"PRAGMA {p}({n})")) for n in names}


@pytest.fixture
def later_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program one version on: a second migration beside the first; returns its file."""
    home = tmp_path / "later" / "record"
    shutil.copytree(Path(engines.__file__).parent / "migrations", home / "migrations")
    file = home / "migrations" / "versions" / "0003_later.py"
    file.write_text(SECOND.format(then="pass"))
    monkeypatch.setattr(engines, "__file__", str(home / "engine.py"))
    monkeypatch.setattr(schema, "HEAD", "0003")
    return file


def test_an_older_record_is_brought_up_to_date_on_opening(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    with Store.open(tmp_path / "r", create=True) as store:
        saved = store.save(record([report("a.txt", 3, 2)]), {})
    later: Path = request.getfixturevalue("later_version")
    whole = later.read_text()
    later.write_text(SECOND.format(then="raise OSError(28, 'No space left on device')"))
    with pytest.raises(Exception, match="full"):
        Store.open(tmp_path / "r")
    assert "motto" not in _columns(tmp_path / "r" / "record.db")
    later.write_text(whole)
    with Store.open(tmp_path / "r") as store:
        assert store.latest() == saved
    assert "motto" in _columns(tmp_path / "r" / "record.db")


def _columns(file: Path) -> list[str]:
    return [row[1] for row in sqlite3.connect(file).execute("PRAGMA table_info(actors)")]
