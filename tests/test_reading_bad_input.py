"""Reading: bad input gives one clear line that says what is wrong and what to do; the rest of the work goes on."""

import gzip
import os
import random
import time

import pytest

from thucydides.reading import contents, read_sources

TEXT = "Five soldiers were killed on Friday when a mine exploded near Orlat, the army said. "
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
PATIENCE = 20
"""Seconds that any one bad file may take on a slow machine."""


def refused(path, *words):
    start = time.monotonic()
    found, unread = read_sources([path])
    assert time.monotonic() - start < PATIENCE
    assert found == ()
    assert len(unread) == 1, unread
    assert "\n" not in unread[0].reason
    for word in words:
        assert word in unread[0].reason, unread[0].reason
    return unread[0]


def put(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_path_that_is_not_there(tmp_path):
    assert refused(tmp_path / "gone.txt", "no such file", "check").path == str(tmp_path / "gone.txt")


def test_an_empty_folder(tmp_path):
    refused(tmp_path, "no files", "give one")


def test_a_folder_of_pictures_is_one_line(tmp_path):
    for number in range(40):
        put(tmp_path / f"p{number:02}.png", PNG)
    refused(tmp_path, "40 files", "picture", "text file")


@pytest.mark.parametrize(
    ("name", "word"), [("report.docx", "word processor"), ("report.pdf", "PDF"), ("all.zip", "unpack"), ("t.csv", "JSON Lines")]
)
def test_kinds_that_are_not_read_are_named_with_advice(tmp_path, name, word):
    refused(put(tmp_path / name, b"PK\x03\x04"), word)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (PNG, "picture"),
        (b"%PDF-1.7 " + bytes(99), "PDF"),
        (b"PK\x03\x04" + bytes(99), "archive"),
        (random.Random(1).randbytes(5000), "not text"),
        (bytes(1000), "not text"),
    ],
)
def test_a_binary_file_called_txt(tmp_path, content, word):
    refused(put(tmp_path / "report.txt", content), word)


@pytest.mark.parametrize("content", ["", "\n \n\t\n"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a.md", "a.wiki"])
def test_an_empty_document(tmp_path, name, content):
    refused(put(tmp_path / name, content), "empty")


def test_a_page_with_nothing_but_furniture(tmp_path):
    refused(put(tmp_path / "a.txt", "We use cookies.\nAccept\nMenu\nSubscribe\n"), "only menus")


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(contents.Bounded, "read", lambda self, limit: pytest.fail("it was read"))
    refused(path, "longer than 20 MB (50 MB)", "split")


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.html.gz", "bomb.jsonl.gz", "bomb"])
def test_a_gzip_bomb_is_not_unpacked(tmp_path, name):
    refused(put(tmp_path / name, gzip.compress(bytes(300_000_000), 9)), "unpacks to more than")


def test_a_gzip_bomb_of_empty_objects_is_given_up(tmp_path):
    refused(put(tmp_path / "bomb.jsonl.gz", gzip.compress(b"{}\n" * 3_000_000)), "none of its first 1000 lines")


def test_a_broken_gzip_file(tmp_path):
    refused(put(tmp_path / "a.txt.gz", gzip.compress(TEXT.encode() * 500)[:60]), "gzip", "broken")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 10_000 + f"<p>{TEXT}</p>" + "</div>" * 10_000 + f"<p>Later, {TEXT}</p></body></html>",
        "<html><body>" + "<b>" * 10_000 + f"<p>{TEXT}</p><p>Later, {TEXT}</p></body></html>",
        "<html><body>" + "<ul><li>" * 10_000 + f"{TEXT}</li></ul><p>Later, {TEXT}</p></body></html>",
        "<html><body>" + "<table><tr><td>" * 10_000 + f"<p>{TEXT}</p><p>Later, {TEXT}</p></body></html>",
    ],
)
def test_html_nested_ten_thousand_deep_is_read_as_plain_paragraphs(tmp_path, page):
    start = time.monotonic()
    found, unread = read_sources([put(tmp_path / "deep.html", page)])
    assert time.monotonic() - start < PATIENCE
    assert unread == ()
    assert found[0].text.startswith("Five soldiers were killed on Friday")
    assert "Later, Five soldiers" in found[0].text
    assert any("nested too deep" in note for note in found[0].notes)


@pytest.mark.parametrize("source", ["{{" * 20_000 + "x" + "}}" * 20_000, "[[" * 20_000 + "x" + "]]" * 20_000, "<ref>" * 20_000])
def test_wiki_source_with_marks_left_open_is_given_up(tmp_path, source):
    refused(put(tmp_path / "a.wiki", source + TEXT), "tangled", "give the page's text")


@pytest.mark.parametrize(
    "piece",
    [
        ".",
        "|",
        "- ",
        "a@",
        "http://",
        "By ",
        "Ab ",
        "1",
        "© ",
        "Copyright ",
        "(",
        "=",
        "“",
        "[1]",
        "A | ",
        "* ",
        "x. ",
        "\u00e9",
        "Posted: ",
        "1:55 ",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.wiki", "a.html"])
def test_one_mark_repeated_for_ever_does_not_hang(tmp_path, name, piece):
    start = time.monotonic()
    found, unread = read_sources([put(tmp_path / name, piece * (200_000 // len(piece)) + "\n\n" + TEXT)])
    assert time.monotonic() - start < PATIENCE
    assert len(found) + len(unread) == 1


@pytest.mark.parametrize(
    "piece",
    [
        "A ",
        "a@a.",
        "12:30 ",
        "©A/",
        "By A, ",
        "- A ",
        "(Photo: ",
        "/ A",
        "1 May 2031 ",
        "a.b ",
        "share ",
        "follow a ",
        "All rights ",
        ") ",
        "et ",
        "the X ",
    ],
)
def test_no_pattern_takes_long_on_a_line_of_any_kind(tmp_path, piece):
    start = time.monotonic()
    lines = (
        "\n".join((piece * 600)[:length] + end for length in (90, 240, 599) for end in ("", "!", "@", "x)", " 5")) + "\n" + TEXT
    )
    found, _ = read_sources([put(tmp_path / "a.txt", lines)])
    assert found
    assert time.monotonic() - start < PATIENCE / 4


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("[" * 100_000, "nested too deep"),
        ('{"a": 1}', "no text"),
        ("[]", "empty list"),
        ('{"text": ', "not valid JSON"),
        ("5", "not a JSON object"),
    ],
)
def test_json_that_holds_no_document(tmp_path, content, word):
    refused(put(tmp_path / "a.json", content), word)


def test_many_faulty_lines_are_one_line(tmp_path):
    rows = ['{"text": "' + TEXT + '"}'] + ["{}"] * 50
    _, unread = read_sources([put(tmp_path / "a.jsonl", "\n".join(rows))])
    assert [one.reason.split(":")[0] for one in unread] == ["lines 2, 3, 4, 5, 6 and 45 more"]


def test_links_in_circles_and_to_nowhere(tmp_path):
    put(tmp_path / "a.txt", TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    found, unread = read_sources([tmp_path])
    assert [one.path for one in found] == ["a.txt"]
    assert [os.path.basename(one.path) for one in unread] == ["gone.txt", "self"]
    assert all("link" in one.reason for one in unread)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    refused(tmp_path / "pipe.txt", "not a regular file")


def test_a_file_and_a_folder_without_the_right_to_read(tmp_path):
    folder = tmp_path / "open"
    (folder / "closed").mkdir(parents=True)
    put(folder / "secret.txt", TEXT).chmod(0)
    put(folder / "b.txt", TEXT)
    (folder / "closed").chmod(0)
    as_root = os.geteuid() == 0
    if as_root:
        for above in [folder, *folder.parents]:
            if str(above).startswith("/tmp/"):
                above.chmod(0o755)
        read_sources([folder / "b.txt"])  # what is loaded on first use must be loaded as root
        os.seteuid(65534)
    try:
        found, unread = read_sources([folder])
    finally:
        if as_root:
            os.seteuid(0)
        (folder / "closed").chmod(0o755)
    assert [one.path for one in found] == ["b.txt"]
    assert [os.path.basename(one.path) for one in unread] == ["closed", "secret.txt"]
    assert all("no right to read" in one.reason for one in unread)


def test_one_bad_file_does_not_stop_the_others(tmp_path):
    put(tmp_path / "a.txt", TEXT)
    put(tmp_path / "b.txt", PNG)
    put(tmp_path / "c.html", "")
    found, unread = read_sources([tmp_path, tmp_path / "gone"])
    assert [one.path for one in found] == ["a.txt"]
    assert len(unread) == 3
