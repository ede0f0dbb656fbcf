"""explain --tree tells in which order the mentions of an incident came together, and draws it."""

from pathlib import Path

import msgspec
import pytest

from cli_runner import Runner
from example_record import example
from linking_factory import KHATLON, SHOHIN, document, mention
from thucydides.linking import link
from thucydides.linking.merging import Merge, merges
from thucydides.linking.weights import weights
from thucydides.nouns import Incident, Mention, Ruling
from thucydides.publishing.index import Index
from thucydides.record import Store
from thucydides.showing import tree

MENTIONS = [
    mention("p", 0, "Armed clash", "2025-12-24", SHOHIN, ["5+"], words="clash guard"),
    mention("q", 0, "Armed clash", "2025-12-25", KHATLON, [5], report=True, words="clash guard"),
    mention("r", 0, "Armed clash", "2025-12-24", SHOHIN, [5], words="clash guard river"),
    mention("s", 0, "Attack", "2025-06-01", SHOHIN, [1]),
    mention("t", 0, "Attack", "2025-06-01", SHOHIN, [1]),
]
DOCUMENTS = [*(document(name) for name in "pqrs"), document("t", copy_of="s")]


def steps(incident: Incident, mentions: list[Mention]) -> tuple[Merge, ...]:
    return merges(incident, mentions, DOCUMENTS)


def linked(rulings: list[Ruling]) -> list[Incident]:
    """The incidents that linking makes, with nothing but their mentions and pairs."""
    found = link(MENTIONS, DOCUMENTS, (), rulings)
    return [
        Incident(c[0], "incident", "Clash", "Armed clash", "Battles", "happened", c,
                 pairs=tuple(p for p in found.pairs if p.left in c and p.right in c))
        for c in found.clusters
    ]  # fmt: skip


def test_the_strongest_are_joined_first_and_every_step_is_one_that_linking_made() -> None:
    (clash,) = (i for i in linked([]) if "p:0" in i.mentions)
    assert set(clash.mentions) == {"p:0", "q:0", "r:0"}
    first, second = steps(clash, MENTIONS)
    assert {first.left, first.right} == {("p:0",), ("r:0",)}
    assert {second.left, second.right} == {("p:0", "r:0"), ("q:0",)}
    assert first.weight is not None
    assert second.weight is not None
    assert first.weight > second.weight > weights().threshold
    between = [p.weight for p in clash.pairs if "q:0" in (p.left, p.right)]
    assert second.weight == pytest.approx(sum(between) / 2, abs=0.01)
    assert second.nearest is not None
    assert second.nearest.weight == max(between)


def test_copies_and_rulings_are_steps_of_their_own() -> None:
    merged = linked([Ruling(1, "merge", ("p:0", "s:0"), "Ana", "2026-01-01")])
    assert len(merged) == 1
    found = steps(merged[0], MENTIONS)
    assert len(found) == len(MENTIONS) - 1
    assert [(s.left, s.right) for s in found if s.reason == "copy"] == [(("s:0",), ("t:0",))]
    assert (found[-1].reason, found[-1].weight) == ("merge 1", None)


def test_the_steps_of_a_built_record_are_those_that_the_record_was_made_by() -> None:
    record = example()
    several = [i for i in record.incidents if len(i.mentions) > 1]
    assert several
    for incident in several:
        found = merges(incident, record.mentions, record.documents)
        assert len(found) == len(incident.mentions) - 1
        assert all(s.weight is not None and s.weight > weights().threshold for s in found if s.reason != "copy")
        assert {*found[-1].left, *found[-1].right} == set(incident.mentions)
        assert found == merges(incident, record.mentions[::-1], record.documents[::-1])
        text = [line.text for line in tree.tree(Index(record), incident, found)]
        assert sum(line.lstrip("│ ").startswith(("├─", "└─")) for line in text) == 2 * len(found)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tree") / "r"
    with Store.open(folder, create=True) as store:
        store.save(msgspec.structs.replace(example(), revision=0), {})
    return folder


def test_the_command_writes_text_json_and_drawings(kept: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run = Runner(capsys)
    out = run("explain", kept, "TJ-2025-12-24", "--tree").out
    assert "How its 4 mentions came together" in out
    assert "└─ " in out
    told = run("explain", kept, "TJ-2025-12-24", "--tree", "--json").json
    assert [s["step"] for s in told["steps"]] == [1, 2, 3]
    for ending, begins in (("svg", b"<svg "), ("html", b"<!doctype html>"), ("png", b"\x89PNG")):
        path = tmp_path / f"tree.{ending}"
        assert str(path) in run("explain", kept, "TJ-2025-12-24", "--tree", "--chart", path).out.replace("\n", "")
        assert path.read_bytes().startswith(begins)
        assert run("explain", kept, "TJ-2025-12-24", "--against", "TJ-2026-01", "--chart", path).code == 0
        assert path.read_bytes().startswith(begins)
    assert (tmp_path / "tree.svg").read_text().count("<rect ") > 5
    assert "saved as .html, .svg or .png" in run.fails(2, "explain", kept, "TJ-2025-12-24", "--tree", "--chart", tmp_path / "a.gif")
    assert "one of them" in run.fails(2, "explain", kept, "TJ-2025-12-24", "killed", "--tree")
    assert "One mention tells of it" in run("explain", kept, "TJ-2024-11", "--tree").out
