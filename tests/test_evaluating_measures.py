"""The measures and slices of the benchmarks: pairing, classes, halves, and what counts as worse."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thucydides.evaluating.baseline import read_baseline, save_baseline, slice_name, worse
from thucydides.evaluating.case2021 import class_scores
from thucydides.evaluating.measures import best_pairs
from thucydides.evaluating.outcome import Case, Cut, Outcome, Tally, excerpt, worst
from thucydides.evaluating.slices import copy_slice, half_of, select, select_events, stem

NAMES = [f"i{n}" for n in range(4)]
EVENTS = [f"g{n}" for n in range(4)]
WEIGHTS = st.dictionaries(st.tuples(st.sampled_from(NAMES), st.sampled_from(EVENTS)), st.integers(-3, 9).map(float), max_size=12)


@settings(max_examples=200, deadline=None)
@given(WEIGHTS)
def test_no_other_pairing_weighs_more(weights: dict[tuple[str, str], float]) -> None:
    pairs = best_pairs(weights)
    assert len(set(pairs.values())) == len(pairs)
    assert all(weights[pair] > 0 for pair in pairs.items())
    most = max(sum(max(0.0, weights.get(pair, 0.0)) for pair in zip(order, EVENTS, strict=True)) for order in permutations(NAMES))
    assert sum(weights[pair] for pair in pairs.items()) == pytest.approx(most)


def test_the_pairing_of_greatest_weight_is_not_the_greedy_one() -> None:
    assert best_pairs({("a", "x"): 5.0, ("a", "y"): 4.0, ("b", "x"): 4.0}) == {"a": "y", "b": "x"}


def test_class_scores_by_hand() -> None:
    scores = class_scores(["A", "A", "A", "B"], ["A", "A", "B", "(none)"])
    assert scores["weighted F1"] == pytest.approx(0.75 * 0.8)  # A: precision 1, recall 2/3; B: nothing right
    assert scores["macro F1"] == pytest.approx(0.4)
    assert scores["micro F1"] == pytest.approx(2 * (2 / 3) * (2 / 4) / (2 / 3 + 2 / 4))


@given(
    st.dictionaries(
        st.text("abcdef", min_size=1, max_size=3), st.frozensets(st.sampled_from("12345678"), min_size=1), max_size=12
    )
)
def test_a_slice_cuts_no_event_in_two_and_the_halves_share_no_document(told: dict[str, frozenset[str]]) -> None:
    seen: set[str] = set()
    for half in ("tune", "check"):
        events, documents = select_events(told, Cut(half))
        assert documents == {d for e in events for d in told[e]}
        assert not documents & seen
        seen |= documents
        assert not any(told[e] & documents for e in told if e not in events)
    assert seen == {d for documents in told.values() for d in documents}


def test_a_slice_takes_whole_events_up_to_its_limit_in_whatever_order_they_come() -> None:
    told = {f"event {n}": [f"d{n}a", f"d{n}b"] for n in range(20)}
    events, documents = select_events(told, Cut(limit=7))
    assert (len(events), len(documents)) == (3, 6)
    assert select_events(dict(reversed(told.items())), Cut(limit=7)) == (events, documents)
    assert select_events(told, Cut(limit=1))[1], "one event is taken whatever the limit"


def test_halves_are_told_apart_by_id() -> None:
    names = [str(n) for n in range(200)]
    tune = select(names, Cut("tune"))
    assert 70 < len(tune) < 130
    assert {half_of(name) for name in tune} == {"tune"}
    assert select(reversed(names), Cut("tune", 5)) == tune[:5]


def test_documents_of_a_slice_are_thinned_from_lines_and_copied_from_files(tmp_path: Path) -> None:
    (tmp_path / "documents.jsonl").write_text('{"id": "one", "text": "a"}\n{"id": "two", "text": "b"}\n')
    (tmp_path / "three.txt").write_text("c")
    (tmp_path / "four.txt").write_text("d")
    target = tmp_path / "target"
    target.mkdir()
    found = copy_slice([tmp_path / n for n in ("documents.jsonl", "three.txt", "four.txt")], {"two", "three"}, target)
    assert [p.name for p in found] == ["documents.jsonl", "three.txt"]
    assert found[0].read_text() == '{"id": "two", "text": "b"}\n'
    assert stem("reports/three.txt") == "three"


def test_worse_figures_are_named_and_better_ones_are_not() -> None:
    before = {"recall": 0.80, "type": 0.5, "given area": 0.2, "given median km": 10.0, "gone": 0.5}
    assert list(worse({**before, "recall": 0.785, "type": 0.9}, before)) == []
    assert [line.split(":")[0] for line in worse({"recall": 0.77, "type": 0.5, "given area": 0.23, "given median km": 12.0}, before)] == [
        "recall", "given area", "given median km", "gone",
    ]  # fmt: skip


def test_a_baseline_keeps_every_slice_and_replaces_its_own(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    for share in (0.5, 0.6):
        save_baseline("record", "some/where", Cut("tune", 9), Outcome({"recall": share}, 9, {"recall": 10}), file)
    save_baseline("record", "some/where", Cut(), Outcome({"recall": 0.1}, 99), file)
    held = read_baseline(file)
    assert {name: one.scores["recall"] for name, one in held.items()} == {"record where, tune, 9": 0.6, "record where, all": 0.1}
    assert held[slice_name("record", "where", Cut("tune", 9))].documents == 9
    (tmp_path / "other.json").write_text("[")
    with pytest.raises(ValueError, match="no baseline file"):
        read_baseline(tmp_path / "other.json")


def test_the_worst_cases_come_by_turns() -> None:
    cases = [Case("date", "1", "", "", "", 1.0), Case("date", "2", "", "", "", 9.0), Case("place", "3", "", "", "", 0.5)]
    assert [c.where for c in worst(cases, 2)] == ["2", "3"]
    assert [c.where for c in worst(reversed(cases), 9)] == ["2", "3", "1"]


def test_an_excerpt_is_one_line_about_the_place() -> None:
    text = "word " * 200 + "HERE\n\nand " + "more " * 200
    piece = excerpt(text, text.index("HERE"))
    assert "HERE and" in piece
    assert len(piece) < 400
    assert piece.startswith("... ")
    assert piece.endswith(" ...")
    assert excerpt("short") == "short"


def test_a_tally_counts_shares_and_keeps_wrong_answers() -> None:
    tally = Tally()
    assert tally.judge("a", True, Case("a", "x", "", "", ""))
    tally.judge("a", False, Case("a", "y", "", "", ""))
    assert tally.scores() == {"a": 0.5}
    assert [c.where for c in tally.cases] == ["y"]
