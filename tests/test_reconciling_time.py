"""Tolls that rise, corrections, numbers and claims of responsibility taken back: followed from report to report."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Incident, Record
from thucydides.record import Store

RISING = {
    "first.txt": """Bomb kills five in Maiduguri

Sahel Wire
3 May 2024

A bomb exploded at a market in Maiduguri, Nigeria, on 3 May 2024, killing five people and injuring 12, police said.
""",
    "second.txt": """Maiduguri market toll rises to nine

Sahel Wire
4 May 2024

The death toll from Friday's bombing of a market in Maiduguri rose to nine, police said on Saturday.
""",
}
CORRECTED = {
    "first.txt": """Army says 40 fighters killed near Barsalogho

Ouaga Post
10 June 2024

The army said on Monday that its troops killed 40 militants in a clash near Barsalogho, Burkina Faso, on 9 June 2024.
""",
    "second.txt": """Army corrects figure for Barsalogho clash

Ouaga Post
12 June 2024

The army corrected its statement on the clash near Barsalogho on 9 June 2024, saying that 14 militants were killed and not 40.
""",
}
RETRACTED = {
    "first.txt": """Twelve dead in strike on Omdurman market

Nile Daily
7 July 2024

An air strike on a market in Omdurman, Sudan, on 6 July 2024 killed 12 people, a doctors' union said.
""",
    "second.txt": """Doctors withdraw toll of Omdurman strike

Nile Daily
9 July 2024

The doctors' union on Tuesday retracted its toll of 12 dead from the air strike on a market in Omdurman on 6 July 2024. The health
ministry said that four people were killed in the strike.
""",
}
ERRATUM = {
    "only.txt": """Correction: strike on Kharkiv

Dnipro Times
2 April 2024

An earlier version of this report said that six people were killed in the strike on Kharkiv, Ukraine, on 1 April 2024. The number is four.

Four people were killed when a missile hit a block of flats in Kharkiv on 1 April 2024, the mayor said.
""",
}
UNCLAIMED = {
    "first.txt": """Group claims bombing in Quetta

Indus Wire
2 March 2024

A bomb killed three policemen in Quetta, Pakistan, on 1 March 2024. The Balochistan Liberation Army claimed responsibility for the attack.
""",
    "second.txt": """Group withdraws claim of Quetta bombing

Indus Wire
5 March 2024

The Balochistan Liberation Army has withdrawn its claim of responsibility for the bombing in Quetta on 1 March 2024, which killed three
policemen.
""",
}


def built(tmp_path: Path, reports: dict[str, str]) -> Record:
    for name, text in reports.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Store.open(tmp_path / "record", create=True) as store:
        return build([tmp_path / name for name in reports], store)


def only(record: Record) -> Incident:
    (incident,) = [i for i in record.incidents if i.kind == "incident"]
    return incident


@pytest.mark.parametrize(
    ("reports", "low", "best", "because"),
    [
        (RISING, 5, 9, "replaced by a toll that was raised later"),
        (CORRECTED, 14, 14, "replaced by a number that corrects it"),
        (RETRACTED, 4, 4, "withdrawn by its speaker"),
        (ERRATUM, 4, 4, ""),
    ],
    ids=["rising", "corrected", "retracted", "erratum"],
)
def test_the_number_that_stands_is_the_newest_word(tmp_path: Path, reports: dict[str, str], low: int, best: int, because: str) -> None:
    killed = only(built(tmp_path, reports)).assessed("killed")
    assert killed is not None
    assert killed.quantity is not None
    assert (killed.quantity.low, killed.quantity.best, killed.quantity.high) == (low, best, best)
    assert because in killed.reason


def test_what_was_replaced_is_a_mild_difference_and_stays_to_be_seen(tmp_path: Path) -> None:
    record = built(tmp_path, RISING)
    (found,) = [d for d in record.discrepancies if d.attribute == "killed" and d.kind == "value"]
    assert "Told before and then replaced: five. The later figures stand." in found.explanation
    assert found.weight < 10
    killed = only(record).assessed("killed")
    assert killed is not None
    assert any("five" in c.value for c in record.claims if c.id in killed.claims_against)


def test_a_claim_of_responsibility_taken_back_counts_no_more(tmp_path: Path) -> None:
    first = built(tmp_path, {"first.txt": UNCLAIMED["first.txt"]})
    grade = only(first).responsibility
    assert grade is not None
    assert grade.grade == "confirmed"
    with Store.open(tmp_path / "record", create=True) as store:
        (tmp_path / "second.txt").write_text(UNCLAIMED["second.txt"], encoding="utf-8")
        after = build([tmp_path / "second.txt"], store)
    grade = only(after).responsibility
    assert grade is not None
    assert grade.grade == "discounted"
    assert "took back the claim" in grade.reason
