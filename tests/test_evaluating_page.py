"""The page of figures says what the baseline file holds, figure by figure."""

import sys
from pathlib import Path

import msgspec

from thucydides.evaluating.baseline import read_baseline

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from measure_release import PAGE, TABLES, filled

WRITTEN = PAGE.read_text(encoding="utf-8")


def test_the_page_shows_the_figures_of_the_baseline() -> None:
    assert filled(WRITTEN, read_baseline()) == WRITTEN


def test_every_slice_that_a_table_names_was_measured_and_its_table_stands_on_the_page() -> None:
    held = read_baseline()
    for caption, names in TABLES.items():
        assert f"\n{caption}" in WRITTEN
        assert set(names) <= held.keys()


def test_a_figure_laid_down_anew_changes_its_cell_and_no_other() -> None:
    held = read_baseline()
    name = "record gva-dev, check, 200"
    other = msgspec.structs.replace(held[name], scores={**held[name].scores, "killed best": 0.123})
    before, after = WRITTEN.splitlines(), filled(WRITTEN, {**held, name: other}).splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 1
    old, new = (line.split("|") for line in changed[0])
    assert new[4].strip() == "0.123"
    assert old[:4] + old[5:] == new[:4] + new[5:]
