"""A build that is stopped at any moment, or meets a full disk, or a second build, leaves the last whole revision."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from record_factory import extract, record, report
from thucydides.record import LockedError, Store
from thucydides.record.laws import faults
from thucydides.record.making import cache_key
from thucydides.record.saving import content_hash

HERE = str(Path(__file__).parent)
BUILDER = """
import sys, resource
sys.path.insert(0, {here!r})
from record_factory import extract, record, report
from thucydides.record import Store, RecordError
from thucydides.record.making import cache_key
limit = int(sys.argv[2])
try:
    with Store.open(sys.argv[1], create=True) as store:
        print("open", flush=True)
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        for n in range(1, 1000):
            documents = [report(f"{{n}}-{{k}}.txt", k % 28 + 1, k % 9, n % 7) for k in range(60)]
            store.keep_extracts({{cache_key(d): extract(d) for d in documents[:20]}})
            store.save(record(documents), {{cache_key(d): extract(d) for d in documents}})
except RecordError as error:
    sys.exit(f"{{type(error).__name__}}: {{error}}")
"""


def start(folder: Path, limit: int = 0) -> "subprocess.Popen[str]":
    program = BUILDER.format(here=HERE)
    command = [sys.executable, "-c", program, str(folder), str(limit)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def check_whole(folder: Path) -> int:
    """Every revision is there with the content that it says, obeys the laws, and a further build works; how many there were."""
    with Store.open(folder, create=True) as store:
        revisions = store.revisions()
        for revision in revisions[-2:]:
            found = store.revision(revision.number)
            assert content_hash(found) == revision.content
            assert len(found.documents) == revision.documents == 60
            assert not list(faults(found))
        saved = store.save(record([report("after.txt", 5, 5, len(revisions) % 9)]), {})
        assert saved.revision == len(revisions) + 1
        assert store.latest() == saved
    assert not list((folder / "documents").glob("*.partial"))
    db = sqlite3.connect(folder / "record.db")
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("PRAGMA foreign_key_check").fetchone() is None
    return len(revisions)


def test_a_build_killed_at_any_moment_leaves_the_last_whole_revision(tmp_path: Path) -> None:
    moments = random.Random(4)
    counts = []
    for n in range(30):
        if n >= 10 and max(counts) > 1:
            break
        process = start(tmp_path / str(n))
        time.sleep(moments.uniform(0, 0.9) * (1 + n // 10 * 3))  # longer on a machine that is slow
        process.send_signal(signal.SIGKILL)
        process.communicate()
        counts.append(check_whole(tmp_path / str(n)))
    assert max(counts) > 1, "no build got as far as a second revision: the moments are too early to show anything"


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are of POSIX systems")
def test_a_file_system_without_room_leaves_the_last_whole_revision(tmp_path: Path) -> None:
    process = start(tmp_path / "r", limit=2_500_000)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said.startswith("UnwritableError: ")
    assert "the last whole revision" in said
    assert len(said.splitlines()) == 1
    assert check_whole(tmp_path / "r") >= 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount a small file system")
def test_a_full_disk_leaves_the_last_whole_revision(small_disk: Path) -> None:
    process = start(small_disk / "r")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said.startswith("UnwritableError: ")
    assert "full" in said
    with Store.open(small_disk / "r") as store:
        revisions = store.revisions()
        latest = store.latest()
        assert revisions
        assert latest is not None
        assert content_hash(latest) == revisions[-1].content


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 4 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)], capture_output=True, check=False)
    if mounted.returncode != 0:
        pytest.skip("this machine does not let tests mount a file system")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    documents = [report("a.txt", 3, 2)]
    with Store.open(tmp_path / "r", create=True) as store, Store.open(tmp_path / "r", create=True) as other:
        with other.writing(), other.writing():
            with pytest.raises(LockedError, match="another build is at work") as raised:
                store.save(record(documents), {cache_key(d): extract(d) for d in documents})
            assert "\n" not in str(raised.value)
            with pytest.raises(LockedError):
                store.rule("reject", ("x",), "me", "2024-05-01")
            assert store.latest() is None
        assert store.save(record(documents), {}).revision == 1


def test_a_reader_sees_one_whole_revision_while_a_build_goes_on(tmp_path: Path) -> None:
    process = start(tmp_path / "r")
    try:
        seen = 0
        until = time.monotonic() + 60
        while seen < 5 and time.monotonic() < until:
            with Store.open(tmp_path / "r") as store:
                latest = store.latest()
                if latest is not None:
                    seen += 1
                    assert len(latest.documents) == 60
                    assert content_hash(latest) == store.revisions()[latest.revision - 1].content
        assert seen > 1
    finally:
        process.kill()
        process.communicate()
