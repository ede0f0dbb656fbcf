"""A team's record on a PostgreSQL server is the same record, under the same laws."""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from record_factory import document, extract, record, report, tally
from thucydides.nouns import Unread
from thucydides.record import LockedError, MissingError, NewerError, Store, UnreadableError
from thucydides.record.making import cache_key

pytest.importorskip("psycopg", reason="the PostgreSQL driver is not installed")

_PLACES = [p.parent for p in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)]


def _programs() -> Path | None:
    found = shutil.which("initdb")
    return Path(found).parent if found else _PLACES[0] if _PLACES else None


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A throwaway PostgreSQL cluster; the URL of its server without a database."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    home = Path("/tmp") / f"thucydides-postgresql-{os.getpid()}"
    home.mkdir(mode=0o700)
    as_user: list[str] = []
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("PostgreSQL does not run as root, and setpriv is not installed to run it as another user")
        shutil.chown(home, "nobody")
        as_user = ["setpriv", "--reuid=nobody", "--clear-groups", "--"]

    def run(*command: str) -> None:
        subprocess.run([*as_user, *command], check=True, capture_output=True, cwd=home)

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    try:
        run(str(programs / "initdb"), "-D", str(home / "data"), "-U", "team", "--auth=trust", "-E", "UTF8", "--no-sync")
        options = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c fsync=off"
        run(str(programs / "pg_ctl"), "-D", str(home / "data"), "-w", "-l", str(home / "log"), "-o", options, "start")
        try:
            yield f"postgresql://team@127.0.0.1:{port}"
        finally:
            run(str(programs / "pg_ctl"), "-D", str(home / "data"), "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def url(server: str) -> str:
    """A database of its own for the test."""
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        (count,) = connection.execute("SELECT count(*) FROM pg_database").fetchone() or (0,)
        connection.execute(f"CREATE DATABASE record{count}".encode())
    return f"{server}/record{count}"


def test_the_record_is_the_same_as_in_a_folder(url: str, tmp_path: Path) -> None:
    first = [report("a.txt", 3, 2)]
    second = [*first, report("b.txt", 3, 4, 1), tally(), document("odd.txt", "A\r\nB\u2028C \U0001f600")]
    with Store.open(url, create=True) as team, Store.open(tmp_path / "r", create=True) as own:
        for documents in (first, second, second, first):
            made = record(documents, unread=(Unread("x.png", "an image"),))
            extracts = {cache_key(d): extract(d) for d in documents}
            assert team.save(made, extracts) == own.save(made, extracts)
        assert team.revisions() == own.revisions()
        assert [team.revision(n) for n in (1, 2, 3)] == [own.revision(n) for n in (1, 2, 3)]
        keys = {cache_key(d) for d in second}
        assert team.cached_extracts(keys) == own.cached_extracts(keys) != {}
        for verb, arguments in (("merge", ("a", "b")), ("undo", ("1",))):
            assert team.rule(verb, arguments, "Ana", "2024") == own.rule(verb, arguments, "Ana", "2024")
        assert team.rulings() == own.rulings()
    with Store.open(url) as again:
        assert again.latest() is not None


def test_migrations_make_the_same_tables_on_a_server(url: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    import thucydides.record.engine as engines
    from thucydides.record.tables import metadata

    engine = engines.server_engine(url)
    engines.migrate(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata) == []
    engine.dispose()
    with Store.open(url, create=True) as store:
        assert store.save(record([report("a.txt", 3, 2)]), {}).revision == 1


def test_only_one_builds_at_a_time_and_readers_see_what_stood(url: str) -> None:
    with Store.open(url, create=True) as store, Store.open(url) as other:
        with other.writing(), pytest.raises(LockedError, match="another build is at work"):
            store.save(record([report("a.txt", 3, 2)]), {})
        assert other.latest() is None
        assert store.save(record([report("a.txt", 3, 2)]), {}).revision == 1


def test_missing_newer_and_unreachable_records_are_said_in_one_line(url: str) -> None:
    import psycopg

    with pytest.raises(MissingError, match="no build has finished"):
        Store.open(url)
    Store.open(url, create=True).close()
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
    with pytest.raises(NewerError):
        Store.open(url)
    secret = url.replace("team@", "team:hush@").replace("/record", "/nowhere")
    with pytest.raises(UnreadableError) as raised:
        Store.open(secret)
    assert "\n" not in str(raised.value)
    assert "hush" not in str(raised.value)


def test_reports_are_built_into_it_from_the_command_line(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from thucydides.cli import main

    report_file = tmp_path / "wire.txt"
    report_file.write_text("Gunmen killed three farmers near Tumaco, Colombia, on 3 March 2019, police said on 5 March 2019.\n")
    for place in (url, str(tmp_path / "r")):
        assert main(["build", str(report_file), "--record", place]) == 0
        capsys.readouterr()
        assert main(["show", place, "--json"]) == 0
        (incident,) = json.loads(capsys.readouterr().out)["incidents"]
        assert main(["rule", "set", place, incident["id"], "killed", "4", "--who", "Ana"]) == 0
        assert main(["build", "--record", place]) == 0
    capsys.readouterr()
    shown = []
    for place in (url, str(tmp_path / "r")):
        assert main(["export", place, "--format", "json"]) == 0
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]
    assert json.loads(shown[0])["incidents"][0]["toll"]["killed"]["best"] == 4
