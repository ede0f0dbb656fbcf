"""Tolls that each side of a fight gives: what a party counts of its enemy weighs less, also where another voice tells the rest beside it."""

from pathlib import Path

from thucydides.build import build
from thucydides.nouns import Record
from thucydides.record import Store

HORN = """Scores dead in raid on Somali base

Mogadishu, 1 March 2024 (Horn Wire)

Al-Shabaab fighters raided a military base in Bariire, in Somalia's Lower Shabelle region, at dawn on Thursday, officials and the group said.

The group said in a statement that it had killed 60 soldiers. A government spokesman told reporters that eight soldiers and 23 attackers had died.

Residents said they heard two explosions followed by gunfire that lasted for three hours.
"""
LATER = """Somalia: army repels attack on Bariire

2 March 2024

The Somali army repelled an attack by Al-Shabaab on Bariire on 29 February. The defence ministry said that 11 soldiers and 30 terrorists had died.
"""


def record(folder: Path, *texts: str) -> Record:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text)
    with Store.open(folder / "record", create=True) as store:
        return build([folder / f"{number}.txt" for number in range(len(texts))], store)


def test_a_groups_count_of_its_enemy_is_not_best_where_others_count_both_sides(tmp_path: Path) -> None:
    (incident,) = [i for i in record(tmp_path, HORN, LATER).incidents if i.kind == "incident"]
    killed = incident.assessed("killed")
    assert killed is not None
    assert killed.quantity is not None
    assert (killed.quantity.low, killed.quantity.best, killed.quantity.high) == (31, 41, 83)


def test_the_least_that_rival_tolls_allow_is_the_least_of_them(tmp_path: Path) -> None:
    found = {(r.scope, r.key): (r.low, r.high) for r in record(tmp_path, HORN, LATER).ranges}
    assert found["group", "state forces"] == (11, 60)  # the government has said otherwise since
    assert found["record", ""][0] == 34
