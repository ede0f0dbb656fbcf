"""Denials of force in other words than "denied", denials of what nobody is told to have said, and sides that blame each other."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.record import Store
from told import told

ATTACK = "Shells hit a school near Kadugli, Sudan, on Monday, killing nine pupils. "


@pytest.mark.parametrize(
    "sentence",
    [
        "The army said none of its guns had fired on the town.",
        "The army said its troops had not shelled the school.",
        "The army said there had been no air strikes in the area.",
        "The army said it had nothing to do with the killings.",
        "The army denied striking the school.",
    ],
)
def test_who_says_that_their_own_used_no_force_denies_the_deed(tmp_path: Path, sentence: str) -> None:
    extract = told(tmp_path, ATTACK + sentence)
    assert "denies" in {c.stance for c in extract.claims if c.attribute == "responsibility"}


@pytest.mark.parametrize("sentence", ["The army said its troops had not left the town.", "The army said there had been no talks in the area."])
def test_who_denies_other_things_denies_no_deed(tmp_path: Path, sentence: str) -> None:
    extract = told(tmp_path, ATTACK + sentence)
    assert "denies" not in {c.stance for c in extract.claims if c.attribute == "responsibility"}


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The army denied striking the school.", "who accuses them of it is not told."),
        ("Each side accused the other of the attack.", "Each side blames the other."),
    ],
)
def test_a_denial_alone_and_blame_on_the_other_side_are_disputes(tmp_path: Path, sentence: str, reason: str) -> None:
    (tmp_path / "a.txt").write_text(f"Events in the valley\n\nJune 3, 2031\n\n{ATTACK}{sentence}\n")
    with Store.open(tmp_path / "record", create=True) as store:
        made = build([tmp_path / "a.txt"], store)
    (one,) = [d for d in made.discrepancies if d.attribute == "responsibility"]
    assert one.explanation.endswith(reason)
