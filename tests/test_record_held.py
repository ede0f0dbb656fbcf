"""A process that holds a record from build to build makes byte for byte what one build from nothing makes, whatever comes between."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from test_linking_adding import FEW, exported
from test_record_kept import Desk, corrected, extracts, texts
from thucydides.build import build, extend
from thucydides.keeping.shelf import Shelf
from thucydides.record import Store


class Stopped(Exception):  # noqa: N818 (no error of the program)
    """Somebody stopped a build."""


def stopping(at: str):  # type: ignore[no-untyped-def]
    def tell(step: str, done: int, total: int) -> None:
        if step == at:
            raise Stopped

    return tell


@settings(FEW, max_examples=3)
@given(dice=st.randoms(use_true_random=False))
def test_any_series_of_builds_of_one_process(dice: random.Random, tmp_path_factory: pytest.TempPathFactory) -> None:
    desk, waiting = Desk(tmp_path_factory.mktemp("desk")), list(texts().items())
    dice.shuffle(waiting)
    with Store.open(desk.record, create=True) as store, store.holding():
        store.keep_extracts(extracts())
        for n in range(6):
            for name, text in [waiting.pop() for _ in range(min(len(waiting), dice.randrange(1, 4)))]:
                desk.write(name, text)
            if n and dice.random() < 0.4:
                name = dice.choice([p.name for p in desk.reports.iterdir()])
                desk.write(name, corrected(texts()[name]))
            if n and dice.random() < 0.3:
                with suppress(Stopped):  # a build that finds nothing new does none of these steps
                    extend([desk.reports], store, stopping(dice.choice(("linking", "reconciling", "saving"))))
            if n and dice.random() < 0.2:
                desk.build()
            rule = dice.choice(("assess.origins", "assess.origins", "assess.latest"))
            record = build([desk.reports], store, rule=rule)
            if dice.random() < 0.4:
                assert exported(record) == exported(desk.anew(rule))
            if n < 5 and dice.random() < 0.4:
                desk.rule(dice, record)
    assert exported(record) == exported(desk.anew(rule))


def test_the_next_build_of_a_process_reads_nothing_that_it_holds_and_the_next_process_takes_it_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, files = Desk(tmp_path), list(texts().items())
    read: list[str] = []
    usual = Shelf.take
    monkeypatch.setattr(Shelf, "take", lambda shelf, name: read.append(name) or usual(shelf, name))
    with Store.open(desk.record, create=True) as store, store.holding():
        for name, text in files[:3]:
            desk.write(name, text)
            build([desk.reports], store)
            held = {*read} - {"query"}
            read.clear()
        assert not held
        assert not (desk.record / "kept" / "linking").exists()
    desk.write(*files[3])
    assert exported(desk.build()) == exported(desk.anew())
    assert "linking" in read
    with Store.open(desk.record) as store:
        assert not store.library().at_hand


def test_a_build_that_finds_nothing_new_says_of_the_record_what_stands_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tmp_path)
    for name, text in list(texts().items())[:4]:
        desk.write(name, text)
    (desk.reports / "photo.png").write_bytes(b"no report")
    desk.build()
    with Store.open(desk.record) as store:
        record = store.latest()
        assert record is not None
        monkeypatch.setattr(Store, "revision", lambda *_: pytest.fail("the whole record was read"))
        built = extend([desk.reports], store)
    force = sum(i.kind == "incident" for i in record.incidents)
    assert (built.before, built.revision, built.title, built.unread) == (1, 1, record.title, record.unread)
    assert (built.documents, built.incidents, built.acts) == (len(record.documents), force, len(record.incidents) - force)
    assert (built.discrepancies, built.questions) == (len(record.discrepancies), len(record.gaps))
    assert not built.changes().changes
