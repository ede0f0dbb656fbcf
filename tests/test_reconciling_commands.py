"""check and explain on the example: the table of rules, the origins, the ranges, and words without ids."""

import re
from pathlib import Path

import pytest

from cli_runner import Runner
from thucydides.build import build
from thucydides.reconciling import RULES
from thucydides.record import Store

EXAMPLE = Path(__file__).parent.parent / "examples" / "panj-border" / "reports"
PAGES = Path(__file__).parent.parent / "docs" / "rules"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("commands") / "record"
    with Store.open(path, create=True) as store:
        build([EXAMPLE], store)
    return path


def test_the_table_of_rules_has_a_column_a_rule_and_the_sums(run: Runner, folder: Path) -> None:
    shown = run("check", folder, "--rules")
    assert shown.code == 0
    assert all(name.removeprefix("assess.") in shown.out for name in RULES)
    assert "all incidents together" in shown.out
    rows = run("check", folder, "--rules", "--json").json
    assert {row["outcome"] for row in rows if row["incident"] is None} >= {"killed", "injured"}
    assert all(set(row["figures"]) == set(RULES) for row in rows)


def test_every_rule_has_its_page(run: Runner) -> None:
    assert {p.stem for p in PAGES.glob("*.md")} == {name.removeprefix("assess.") for name in RULES}


def test_origins_are_told_and_drawn(run: Runner, folder: Path, tmp_path: Path) -> None:
    told = run("explain", folder, "TJ-2025-12-24", "--origins")
    assert re.search(r"\d independent origins", told.out)
    drawn = run("explain", folder, "--origins", "--svg", tmp_path / "all.svg")
    assert drawn.code == 0
    assert (tmp_path / "all.svg").read_text(encoding="utf-8").startswith("<svg")
    assert run("explain", folder, "TJ-2025-12-24", "--origins", "--json").json["origins"]


def test_explain_asks_for_what_it_needs_in_one_line(run: Runner, folder: Path) -> None:
    for arguments in ((folder,), (folder, "TJ-2025-12-24", "--svg", "x.svg")):
        refused = run("explain", *arguments)
        assert refused.code
        assert len(refused.err.strip().splitlines()) == 1


def test_check_speaks_without_ids(run: Runner, folder: Path) -> None:
    with Store.open(folder) as store:
        record = store.latest()
    assert record is not None
    out = run("check", folder).out
    ids = {d.id for d in record.documents} | {c.id for c in record.claims} | {i.id for i in record.incidents}
    assert not [i for i in ids if i in out]
    assert "What the stated numbers together allow" in out


def test_explain_says_what_all_numbers_allow_and_whose_word_it_is(run: Runner, folder: Path) -> None:
    out = run("explain", folder, "TJ-2025-11-26", "killed").out
    assert "All numbers stated of it" in out
    assert "[clearing itself]" in run("explain", folder, "TJ-2025-11-26").out
