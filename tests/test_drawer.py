"""Things kept by key in one file: what is taken is what was put, or nothing, whatever became of the file."""

import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from thucydides.keeping.drawer import Drawer
from thucydides.keeping.shelf import Shelf

THINGS = st.dictionaries(st.binary(min_size=1, max_size=3), st.binary(max_size=40), max_size=6)


def opened(home: Path) -> Drawer:
    return Drawer(Shelf(home, "this"), "things")


@settings(max_examples=40, deadline=None)
@given(builds=st.lists(st.tuples(THINGS, st.randoms(use_true_random=False)), max_size=6))
def test_what_was_put_is_taken_and_what_was_let_go_is_not(builds: list[tuple[dict[bytes, bytes], random.Random]], tmp_path_factory: object) -> None:
    home = tmp_path_factory.mktemp("record") / "kept"  # type: ignore[attr-defined]
    kept: dict[bytes, bytes] = {}
    for came, dice in builds:
        drawer = opened(home)
        for key, data in came.items():
            drawer.put(key, data)
        kept |= came
        kept = {key: data for key, data in kept.items() if dice.random() < 0.6}
        drawer.close(set(kept))
        for one in (drawer, opened(home)):
            assert {key: one.take(key) for key in kept} == kept
            assert all(one.take(key) is None for key in came if key not in kept)


def test_the_file_does_not_grow_by_what_was_let_go(tmp_path: Path) -> None:
    for n in range(50):
        drawer = opened(tmp_path / "kept")
        drawer.put(bytes([n]), bytes(1000))
        drawer.close({bytes([n])})
    assert (tmp_path / "kept" / "things").stat().st_size <= 3000


def test_a_thing_that_is_not_whole_is_not_taken_and_the_others_are(tmp_path: Path) -> None:
    drawer = opened(tmp_path / "kept")
    for n in range(9):
        drawer.put(bytes([n]), bytes([n]) * 100)
    drawer.close({bytes([n]) for n in range(9)})
    file = tmp_path / "kept" / "things"
    whole = file.read_bytes()
    for harmed in (whole[:450] + b"?" + whole[451:], whole[:430]):
        file.write_bytes(harmed)
        found = [opened(tmp_path / "kept").take(bytes([n])) for n in range(9)]
        assert found[:4] == [bytes([n]) * 100 for n in range(4)]
        assert found[4] is None
    file.unlink()
    assert opened(tmp_path / "kept").take(b"\0") is None


def test_what_is_added_by_a_build_that_stops_before_its_list_is_written_harms_nothing(tmp_path: Path) -> None:
    drawer = opened(tmp_path / "kept")
    drawer.put(b"a", b"first")
    drawer.close({b"a"})
    listed = (tmp_path / "kept" / "things-list").read_bytes()
    drawer.put(b"b", b"second")
    drawer.close({b"a", b"b"})
    (tmp_path / "kept" / "things-list").write_bytes(listed)
    again = opened(tmp_path / "kept")
    assert (again.take(b"a"), again.take(b"b")) == (b"first", None)
    again.put(b"c", b"third")
    again.close({b"a", b"c"})
    assert [opened(tmp_path / "kept").take(key) for key in (b"a", b"b", b"c")] == [b"first", None, b"third"]
