"""The log of rulings only grows, says what was withdrawn, and survives a write that was cut off."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from record_factory import record, report
from thucydides.nouns import Ruling
from thucydides.record import MissingError, Store, UnreadableError
from thucydides.record.log import line, resolve


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "r", create=True)


def rule(store: Store, verb: str, *arguments: str) -> Ruling:
    return store.rule(verb, arguments, "Ana", "2024-05-01", "because")


def test_rulings_come_back_in_order_and_an_undo_can_be_undone(store: Store) -> None:
    first, second = rule(store, "merge", "a:1", "b:2"), rule(store, "set", "a:1", "killed", "3")
    assert [r.number for r in store.rulings()] == [1, 2]
    assert (first.verb, first.arguments, first.who, first.when, first.why) == (
        "merge", ("a:1", "b:2"), "Ana", "2024-05-01", "because",
    )  # fmt: skip
    assert second.withdrawn_by is None
    rule(store, "undo", "1")
    assert [r.withdrawn_by for r in store.rulings()] == [3, None, None]
    rule(store, "undo", "3")
    assert [r.withdrawn_by for r in store.rulings()] == [None, None, 4, None]


def test_the_log_only_grows(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "r" / "rulings.jsonl"
    before = b""
    for n in range(3):
        rule(store, "reject", f"m:{n}")
        after = file.read_bytes()
        assert after.startswith(before)
        assert json.loads(after.splitlines()[-1])["number"] == n + 1
        before = after


def test_what_does_not_stand_cannot_be_undone(store: Store) -> None:
    rule(store, "merge", "a", "b")
    with pytest.raises(MissingError, match="no ruling 7 to undo"):
        rule(store, "undo", "7")
    with pytest.raises(MissingError, match="no ruling all of them to undo"):
        rule(store, "undo", "all", "of", "them")
    rule(store, "undo", "1")
    with pytest.raises(MissingError, match="already undone by ruling 2"):
        rule(store, "undo", "1")
    with pytest.raises(MissingError, match="no ruling is called burn"):
        rule(store, "burn", "a")
    assert len(store.rulings()) == 2


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 400))
def test_a_ruling_cut_off_while_written_is_none_and_makes_way(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    folder = tmp_path_factory.mktemp("rulings") / "r"
    store = Store.open(folder, create=True)
    rule(store, "merge", "a", "b")
    file = folder / "rulings.jsonl"
    whole = file.read_bytes()
    rule(store, "set", "a", "killed", "3")
    file.write_bytes(file.read_bytes()[: max(len(whole), len(file.read_bytes()) - cut)])
    assert [r.number for r in store.rulings()] == [1]
    assert rule(store, "reject", "c").number == 2
    assert [r.verb for r in store.rulings()] == ["merge", "reject"]


def test_a_damaged_line_is_named(store: Store, tmp_path: Path) -> None:
    rule(store, "merge", "a", "b")
    file = tmp_path / "r" / "rulings.jsonl"
    whole = file.read_text()
    for bad in ("{not json}\n", '{"number": 2}\n', whole, whole.replace('"merge"', '"burn"').replace("1", "2")):
        file.write_text(whole + bad)
        with pytest.raises(UnreadableError, match="line 2") as raised:
            store.rulings()
        assert "\n" not in str(raised.value)


def test_rulings_are_part_of_what_a_build_is_made_from(store: Store) -> None:
    from thucydides.record.making import making

    ruling = rule(store, "reject", "a")
    documents = [report("a.txt", 3, 2)]
    one, other = making(documents, (), "x", None), making(documents, (ruling,), "x", None)
    assert one.inputs != other.inputs
    assert store.save(record(documents), {}, one).revision == 1
    assert store.save(record(documents), {}, other).revision == 2


verbs = st.sampled_from(["merge", "split", "different", "reject", "set"])


@given(st.lists(st.tuples(verbs, st.lists(st.text(max_size=5), max_size=3), st.text(max_size=5)), max_size=6))
def test_a_ruling_reads_back_from_its_line(said: list[tuple[str, list[str], str]]) -> None:
    rulings = tuple(Ruling(n, verb, tuple(a), "me", "2024", why) for n, (verb, a, why) in enumerate(said, 1))  # type: ignore[arg-type]
    assert resolve([line(r) for r in rulings], "r") == rulings
