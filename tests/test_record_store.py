"""The store gives back what was saved, at every revision, and refuses what breaks the laws of the record."""

import hashlib
import sqlite3
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from record_factory import document, extract, record, report, tally
from thucydides.nouns import Passage, Record, Unread
from thucydides.record import MissingError, NewerError, RefusedError, Store, UnreadableError, comparing, schema
from thucydides.record.kinds import KINDS
from thucydides.record.laws import beside, noun_faults
from thucydides.record.making import cache_key, making

Told = tuple[int, int, int | None]
"""Day, killed and injured of a made report."""


def save(store: Store, made: Record) -> Record:
    return store.save(made, {cache_key(d): extract(d) for d in made.documents})


def test_a_saved_record_comes_back_whole(tmp_path: Path) -> None:
    made = record([report("a.txt", 3, 2), report("b.txt", 3, 4, 1), tally()], unread=(Unread("x.png", "an image"),))
    with Store.open(tmp_path / "r", create=True) as store:
        saved = save(store, made)
    with Store.open(tmp_path / "r") as store:
        assert store.latest() == saved
    assert saved.revision == 1
    assert {m.id for m in saved.mentions} == {m.id for m in made.mentions}
    assert all((saved.discrepancies, saved.gaps, saved.checks, saved.figures, saved.citations, saved.unread))


def test_earlier_revisions_stay_whole_and_unchanged_builds_add_none(tmp_path: Path) -> None:
    first, second = [report("a.txt", 3, 2)], [report("a.txt", 3, 2), report("b.txt", 3, 4), report("c.txt", 9, 1)]
    with Store.open(tmp_path / "r", create=True) as store:
        one = save(store, record(first))
        two = save(store, record(second))
        again = save(store, record(list(reversed(second))))
        three = save(store, record(first))
        assert [one.revision, two.revision, again.revision, three.revision] == [1, 2, 2, 3]
        assert store.revision(1) == one
        assert store.revision(2) == two
        assert store.latest() == three
        assert [r.number for r in store.revisions()] == [1, 2, 3]
    same = {f: getattr(one, f) for f in one.__struct_fields__ if f != "revision"}
    assert same == {f: getattr(three, f) for f in three.__struct_fields__ if f != "revision"}


def test_rows_that_did_not_change_are_not_written_again(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r", create=True) as store:
        save(store, record([report("a.txt", 3, 2)]))
        save(store, record([report("a.txt", 3, 2), report("c.txt", 9, 1)]))
    rows = sqlite3.connect(tmp_path / "r" / "record.db").execute("SELECT since, until FROM mentions ORDER BY since").fetchall()
    assert rows == [(1, None), (2, None)]


reports = st.lists(st.tuples(st.integers(1, 28), st.integers(0, 9), st.none() | st.integers(0, 9)), max_size=6)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(reports, min_size=1, max_size=4))
def test_every_revision_reads_back_as_it_was_saved(tmp_path_factory: pytest.TempPathFactory, builds: list[list[Told]]) -> None:
    saved = []
    with Store.open(tmp_path_factory.mktemp("records") / "r", create=True) as store:
        for build in builds:
            saved.append(save(store, record([report(f"{n}.txt", *values) for n, values in enumerate(build)])))
        for one in saved:
            assert store.revision(one.revision) == one
        assert len(store.revisions()) == len({r.revision for r in saved})


@pytest.mark.parametrize(("start", "end"), [(0, 10_000), (-1, 3), (5, 5), (9, 4)])
def test_a_passage_outside_its_text_is_refused(tmp_path: Path, start: int, end: int) -> None:
    made = record([report("a.txt", 3, 2)])
    bad = msgspec.structs.replace(made.claims[0], passage=Passage(made.documents[0].id, start, end))
    made = msgspec.structs.replace(made, claims=(bad, *made.claims[1:]))
    with Store.open(tmp_path / "r", create=True) as store:
        with pytest.raises(RefusedError, match=r"not saved.*outside its text"):
            save(store, made)
        assert store.latest() is None


def test_values_without_passage_wrong_wording_and_dangling_references_are_refused(tmp_path: Path) -> None:
    made = record([report("a.txt", 3, 2)])
    mention = made.mentions[0]
    assert mention.place is not None
    wrong: dict[str, dict[str, Any]] = {
        "has no passage": {"mentions": (msgspec.structs.replace(mention, passages=()),)},
        "its date .* has no passage": {"mentions": (msgspec.structs.replace(mention, date_passage=None),)},
        "not 'Elsewhere'": {
            "mentions": (msgspec.structs.replace(mention, place=msgspec.structs.replace(mention.place, wording="Elsewhere")),)
        },
        "belongs to no document": {"documents": ()},
        "refers to the mention": {"mentions": ()},
        "refers to the claim": {"claims": ()},
        "is not the one that its SHA-256 names": {"documents": (msgspec.structs.replace(made.documents[0], sha256="0" * 64),)},
        "NUL character": {"documents": (document("n.txt", "a\0b"), *made.documents)},
        "half of a character pair": {"documents": (msgspec.structs.replace(made.documents[0], text="\ud800"),)},
    }
    with Store.open(tmp_path / "r", create=True) as store:
        for message, change in wrong.items():
            with pytest.raises(RefusedError, match=message):
                store.save(msgspec.structs.replace(made, **change), {})
        assert store.latest() is None
        save(store, made)


def test_the_database_itself_refuses_a_value_without_a_passage(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r", create=True) as store:
        save(store, record([report("a.txt", 3, 2)]))
    db = sqlite3.connect(tmp_path / "r" / "record.db")
    db.execute("PRAGMA foreign_keys = ON")
    sha, length = db.execute("SELECT sha256, characters FROM texts").fetchone()
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO passages VALUES (99, ?, ?, 0, ?, 'x')", (sha, length, length + 1))
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO passages VALUES (99, ?, ?, 0, ?, 'x')", (sha, length + 1, length + 1))
    for passage in (None, 12345):
        with pytest.raises(sqlite3.IntegrityError):
            db.execute("UPDATE claims SET passage = ?", (passage,))


def test_extracts_are_kept_by_document_and_program(tmp_path: Path) -> None:
    one, other = report("a.txt", 3, 2), report("b.txt", 4, 2)
    with Store.open(tmp_path / "r", create=True) as store:
        store.keep_extracts({cache_key(one): extract(one)})
        assert store.latest() is None
        assert store.cached_extracts({cache_key(one), cache_key(other)}) == {cache_key(one): extract(one)}
        save(store, record([other]))
        assert store.cached_extracts({cache_key(one), cache_key(other)}) == {cache_key(other): extract(other)}


def test_documents_come_back_as_they_were_read(tmp_path: Path) -> None:
    read = msgspec.structs.replace(report("a.txt", 3, 2), published=None)
    made = record([report("a.txt", 3, 2)])
    with Store.open(tmp_path / "r", create=True) as store:
        store.save(made, {}, making([read], (), "assess.origins", None))
        assert store.documents_as_read() == (read,)
        latest = store.latest()
    assert latest is not None
    assert latest.documents[0].published is not None


def test_counts_too_large_for_a_database_stand_in_the_noun(tmp_path: Path) -> None:
    from thucydides.nouns import Quantity

    made = record([report("a.txt", 3, 2)])
    huge = msgspec.structs.replace(made.claims[0], quantity=Quantity(10**30, 10**30, None))
    with Store.open(tmp_path / "r", create=True) as store:
        saved = save(store, msgspec.structs.replace(made, claims=(huge, *made.claims[1:])))
        assert store.latest() == saved


def test_what_is_no_record_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine")
    (tmp_path / "file.txt").write_text("mine")
    for name, text in (("broken", b"no database at all, whatever its name says" * 40), ("cut", b"")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "record.db").write_bytes(text)
    other = tmp_path / "other"
    other.mkdir()
    db = sqlite3.connect(other / "record.db")
    db.execute("CREATE TABLE mine (x)")
    db.commit()
    for path, create, kind, message in [
        ("none", False, MissingError, "there is no record; make one"),
        ("empty", False, MissingError, "no record lies in this folder"),
        ("full", True, UnreadableError, r"holds other files \(notes.txt\)"),
        ("file.txt", False, UnreadableError, "a record is a folder"),
        ("file.txt", True, UnreadableError, "a record is a folder"),
        ("broken", False, UnreadableError, "is not a database"),
        ("cut", False, MissingError, "no build has finished"),
        ("other", False, UnreadableError, "not one of Thucydides"),
        ("other", True, UnreadableError, "not one of Thucydides"),
    ]:
        with pytest.raises(kind, match=message) as raised:
            Store.open(tmp_path / path, create=create)
        assert "\n" not in str(raised.value)
    for url in ("mysql://x/y", "postgresql://", "ftp://x"):
        with pytest.raises((MissingError, UnreadableError)) as raised:
            Store.open(url)
        assert "\n" not in str(raised.value)
    with Store.open(tmp_path / "cut", create=True) as store, pytest.raises(MissingError, match="no build has finished"):
        store.revision(1)


def test_a_record_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r", create=True) as store:
        save(store, record([report("a.txt", 3, 2)]))
    db = sqlite3.connect(tmp_path / "r" / "record.db")
    db.execute("UPDATE alembic_version SET version_num = '0999'")
    db.commit()
    db.close()
    before = (tmp_path / "r" / "record.db").read_bytes()
    for create in (False, True):
        with pytest.raises(NewerError, match=r"newer Thucydides.*update the program"):
            Store.open(tmp_path / "r", create=create)
    assert (tmp_path / "r" / "record.db").read_bytes() == before


def test_a_changed_or_missing_text_is_noticed(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r", create=True) as store:
        save(store, record([report("a.txt", 3, 2)]))
        (file,) = (tmp_path / "r" / "documents").iterdir()
        file.write_text(file.read_text().replace("two", "ten"))
        with pytest.raises(UnreadableError, match="was changed"):
            store.latest()
        file.unlink()
        with pytest.raises(UnreadableError, match="is missing"):
            store.latest()


def test_line_ends_and_odd_characters_of_a_text_are_kept(tmp_path: Path) -> None:
    text = "A\r\nB\rC\nD\u2028E\u0085F\x0cG \U0001f600"
    with Store.open(tmp_path / "r", create=True) as store:
        saved = save(store, record([document("odd.txt", text)]))
        assert saved.documents[0].text == text
        assert store.latest() == saved


def test_schema_rows_reject_a_row_for_no_revision(tmp_path: Path) -> None:
    from sqlalchemy.exc import IntegrityError

    with Store.open(tmp_path / "r", create=True) as store:
        row = {"key": 1, "since": 1, "until": None, "id": "x", "name": "x", "kind": "government", "body": "{}"}
        with pytest.raises(IntegrityError), store._engine.begin() as connection:
            connection.execute(insert(schema.actors), row)


def test_what_stood_is_known_from_what_differs(tmp_path: Path) -> None:
    """A draft and the rows that it closes make the latest revision again, texts and all."""
    first = record([report("a.txt", 3, 2), report("b.txt", 4, 1), report("c.txt", 5, 5)])
    other = record([report("a.txt", 3, 2), report("b.txt", 9, 1), report("d.txt", 1, 1)])
    with Store.open(tmp_path / "r", create=True) as store:
        for now in (first, other, first, record([])):
            before = store.latest()
            _, stood = store.compared(comparing.given(now), made := making(now.documents, (), "", now.title))
            assert stood == before
            assert store.save(now, {}, made) == store.latest()


def test_only_what_is_new_is_read_again_and_a_fault_in_it_is_found(tmp_path: Path) -> None:
    """The laws skip only what stands in the store, by this program, in the same texts."""
    whole = record([report("a.txt", 3, 2), report("b.txt", 4, 1)])
    first = whole.mentions[0]
    wild = msgspec.structs.replace(first, passages=(Passage(first.document, 0, 99_999),))
    broken = msgspec.structs.replace(whole, mentions=(wild, *whole.mentions[1:]))
    told = {kind.field: getattr(broken, kind.field) for kind in KINDS}
    assert list(noun_faults(dict.fromkeys(told, ()) | {"mentions": (wild,)}, beside(broken))) == list(noun_faults(told, beside(broken))) != []
    with Store.open(tmp_path / "r", create=True) as store:
        made = making(whole.documents, (), "", whole.title)
        store.save(whole, {}, made)
        with pytest.raises(RefusedError, match="outside its text"):
            store.save(broken, {}, made, lawful=True)
        words = whole.documents[0].text[:10]
        cut = msgspec.structs.replace(whole.documents[0], text=words, sha256=hashlib.sha256(words.encode()).hexdigest())
        shorter = msgspec.structs.replace(whole, documents=(cut, *whole.documents[1:]))
        with pytest.raises(RefusedError, match="outside its text"):
            store.save(shorter, {}, making(shorter.documents, (), "", whole.title), lawful=True)
        assert store.latest() == store.revision(1)
