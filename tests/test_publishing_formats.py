"""Formats: found by name, written whole or not at all, the same bytes every time."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from publishing_sample import sample
from thucydides.nouns import Record
from thucydides.publishing import FormatInfo, OutputError, UnknownFormatError, export, formats
from thucydides.publishing.files import save, sealed

NAMES = [f.name for f in formats()]


def test_the_formats_are_listed_with_their_endings_and_purpose() -> None:
    assert {"json", "csv", "geojson", "markdown", "html"} <= set(NAMES)
    assert all(isinstance(f, FormatInfo) and f.description.endswith(".") for f in formats())
    assert {f.name: f.extension for f in formats()}["geojson"] == ".geojson"


@pytest.mark.parametrize("name", NAMES)
def test_the_same_record_gives_the_same_bytes(name: str) -> None:
    assert export(sample(), name) == export(sample(), name)


def test_the_bytes_do_not_hang_on_the_order_of_hashes() -> None:
    program = (
        "import sys, hashlib; from publishing_sample import sample; from thucydides.publishing import export, formats\n"
        "print([hashlib.sha256(export(sample(), f.name)).hexdigest() for f in formats()])"
    )
    found = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
        found.add(
            subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True).stdout
        )
    assert len(found) == 1


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_record_can_be_written(name: str) -> None:
    assert export(Record("Nothing yet", 1), name)


def test_an_unknown_format_says_which_there_are() -> None:
    with pytest.raises(UnknownFormatError, match=r"no format 'pdf', but brief speaks of it; there are: .*csv, .*json"):
        export(sample(), "pdf")


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "record.json"
    assert export(sample(), "json", target) is None
    assert target.read_bytes() == export(sample(), "json")
    assert [p.name for p in target.parent.iterdir()] == ["record.json"]


def test_tables_make_a_folder_and_without_one_an_archive(tmp_path: Path) -> None:
    export(sample(), "csv", tmp_path / "tables")
    with zipfile.ZipFile(io.BytesIO(export(sample(), "csv") or b"")) as pack:
        assert {p.name: p.read_bytes() for p in (tmp_path / "tables").iterdir()} == {n: pack.read(n) for n in pack.namelist()}
    export(sample(), "csv", tmp_path / "tables.zip")
    assert (tmp_path / "tables.zip").read_bytes() == export(sample(), "csv")


def test_writing_tables_again_replaces_them_and_leaves_nothing_else(tmp_path: Path) -> None:
    for _ in range(2):
        export(sample(), "csv", tmp_path / "tables")
    assert [p.name for p in tmp_path.iterdir()] == ["tables"]
    assert "incidents.csv" in {p.name for p in (tmp_path / "tables").iterdir()}


def test_a_file_that_the_newer_export_no_longer_has_is_gone(tmp_path: Path) -> None:
    save({"pages/a.html": b"a", "pages/b.html": b"b"}, tmp_path / "site")
    save({"pages/a.html": b"a"}, tmp_path / "site")
    assert {p.name for p in (tmp_path / "site").rglob("*.html")} == {"a.html"}
    (tmp_path / "site" / "pages" / "own.txt").write_text("mine")
    with pytest.raises(OutputError, match=r"other files \(pages/own.txt\)"):
        save({"pages/a.html": b"a"}, tmp_path / "site")


def test_the_digests_of_a_folder_can_be_checked(tmp_path: Path) -> None:
    export(sample(), "csv", tmp_path / "tables")
    done = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path / "tables", capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_folder_that_holds_other_files_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(OutputError, match=r"it holds other files \(thesis.doc\); name a new folder"):
        export(sample(), "csv", tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_file_is_not_written_over_a_folder_nor_a_folder_over_a_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it is a folder"):
        export(sample(), "json", tmp_path)
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(OutputError, match="it is a file"):
        export(sample(), "csv", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text() == "a"


def test_where_no_folder_can_be_made_the_message_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(OutputError, match="nothing was changed"):
        export(sample(), "json", tmp_path / "a.txt" / "record.json")


FULL = """
import resource, signal, sys
from pathlib import Path
from thucydides.publishing.files import OutputError, save
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    save({content}, Path(sys.argv[1]))
except OutputError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are POSIX")
@pytest.mark.parametrize("content", ["b'x' * 5000", "{'a.csv': b'y', 'b.csv': b'x' * 5000}"])
def test_where_the_disk_is_full_what_stood_there_stays(tmp_path: Path, content: str) -> None:
    target = tmp_path / "out"
    old = b"old" if content.startswith("b") else {"a.csv": b"old"}
    save(old, target)
    program = FULL.replace("{content}", content)
    done = subprocess.run([sys.executable, "-c", program, str(target)], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"cannot write {target}: File too large")
    kept = target.read_bytes() if isinstance(old, bytes) else {p.name: p.read_bytes() for p in target.iterdir()}
    assert kept == (old if isinstance(old, bytes) else sealed(old))
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_another_package_can_add_a_format(tmp_path: Path) -> None:
    (tmp_path / "haiku.py").write_text(
        "from thucydides.publishing import FormatInfo\n"
        "INFO = FormatInfo('haiku', '.txt', 'Seventeen syllables.')\n"
        "def write(record, options): return record.title.encode()\n"
    )
    metadata = tmp_path / "haiku-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: haiku\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text("[thucydides.formats]\nhaiku = haiku\nbroken = no_such_module\njson = haiku\n")
    program = (
        "from thucydides.nouns import Record; from thucydides.publishing import export, formats\n"
        "print(export(Record('Old pond', 1), 'haiku'), [(f.name, f.description[:16]) for f in formats()][-2:])\n"
        "assert export(Record('Old pond', 1), 'json').startswith(b'{')\n"
        "try: export(Record('Old pond', 1), 'broken')\n"
        "except ValueError as error: print(error)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    listed, failed = done.stdout.splitlines()
    assert listed == "b'Old pond' [('broken', 'cannot be loaded'), ('haiku', 'Seventeen syllab')]"
    assert failed == "the format 'broken' of another package cannot be loaded: No module named 'no_such_module'"
