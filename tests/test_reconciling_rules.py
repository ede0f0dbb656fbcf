"""Every rule that reconciling names has a sentence of meaning and a source, and every rule with a sentence is used."""

import re
from importlib.resources import files
from pathlib import Path

from reconciling_border import border_story
from thucydides.vocabulary import mapping

NAMED = re.compile(
    r"`((?:origin|toll|assess|place|type|ruling|aggregate|gap|figure|responsibility|grade|actors|discrepancy|range)\.[a-z-]+)`"
)


def sources() -> str:
    folder = Path(str(files("thucydides"))) / "reconciling"
    return "\n".join(p.read_text() for p in sorted(folder.rglob("*.py")))


def known() -> set[str]:
    found = mapping("rules/assess")
    assert found["source"]
    assert all(rule["meaning"].strip() and rule["source"].strip() for rule in found["rules"].values())
    return set(found["rules"])


def test_rules_named_in_the_code_are_explained() -> None:
    assert set(NAMED.findall(sources())) <= known()


def test_rules_explained_are_used() -> None:
    used = set(NAMED.findall(sources())) | {d.rule for d in border_story().reconciled().discrepancies}
    kinds = {"date", "place", "part-whole", "aggregate", "number-of-incidents", "value"}
    assert known() <= used | {f"discrepancy.{kind}" for kind in kinds}


def test_rules_of_results_are_explained() -> None:
    found = border_story().reconciled()
    assert {a.rule for i in found.incidents for a in i.assessments} <= known()
    assert {d.rule for d in found.discrepancies} <= known()
