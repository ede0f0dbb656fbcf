"""The gate: no figure of a slice of the benchmarks falls below the one kept in the baseline file.

Each slice is small enough for all of them to run in about a minute; that of our own reports needs no data from elsewhere.
A figure that falls on purpose is laid down anew with
`thucydides evaluate SUITE DATA --half tune --limit N --save-baseline src/thucydides/evaluating/baseline.json`.
"""

from pathlib import Path

import pytest

from shared_data import shared
from thucydides.evaluating import evaluate
from thucydides.evaluating.baseline import TOLERANCE, read_baseline, slice_name, worse
from thucydides.evaluating.outcome import Cut
from thucydides.evaluating.steadiness.suite import FIRST

WARS = Path(__file__).parents[1] / "benchmarks" / "wars"
SLICES = [
    ("record", "gva-dev", Cut("tune", 40)),
    ("timeline", "t17-wars/syria", Cut("tune", 40)),
    ("case2021", "case2021/snippets-dev.tsv", Cut("tune", 120)),
    ("gvdb", "gvdb-dev/dev.tsv", Cut("tune", 30)),
    ("polnear", "polnear/polnear-train-dev.tar.gz", Cut("tune", 8)),
    ("geoparsing", "geoparsing/TR-News.xml", Cut("tune", 20)),
    ("record", "wars", Cut()),
]
STEADY = Cut("tune", 8)
"""The slice of our own reports that is told in other words; only the values are held, since of a kind of words there are too few."""


@pytest.mark.parametrize(("suite", "data", "cut"), SLICES)
def test_no_figure_falls_below_the_last_release(suite: str, data: str, cut: Cut) -> None:
    path = str(WARS if data == WARS.name else shared("data", *data.split("/")))
    before = read_baseline()[slice_name(suite, path, cut)]
    outcome = evaluate(suite, path, cut)
    assert outcome.documents == before.documents, "another slice than the one that was measured"
    fallen = "\n".join(worse(outcome.scores, before.scores))
    assert not fallen, f"{slice_name(suite, path, cut)}\n{fallen}"


def test_no_value_is_less_steady_under_other_words_than_in_the_last_release() -> None:
    before = read_baseline()[slice_name("steadiness", str(WARS), STEADY)]
    outcome = evaluate("steadiness", str(WARS), STEADY)
    assert outcome.documents == before.documents, "another slice than the one that was measured"
    fallen = "\n".join(worse(outcome.scores, {name: before.scores[name] for name in FIRST}))
    assert not fallen, f"steadiness\n{fallen}"


def test_every_slice_of_the_gate_has_figures_that_can_fall() -> None:
    held = read_baseline()
    for suite, data, cut in SLICES:
        before = held[slice_name(suite, data, cut)]
        fallen = {name: value - TOLERANCE - 0.001 for name, value in before.scores.items() if not name.endswith(("area", "km"))}
        assert fallen
        assert len(list(worse({**before.scores, **fallen}, before.scores))) == len(fallen), suite
        assert not list(worse(before.scores, before.scores))
