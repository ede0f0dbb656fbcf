"""Said days: when a statement was made, told beside who makes it, and what follows from it."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Claim, Record
from thucydides.record import Store


def record(folder: Path, text: str) -> Record:
    (folder / "a.txt").write_text(f"Events in the hills\n\nJuly 10, 2031\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        return build([folder / "a.txt"], store)


def said_of(made: Record, attribute: str) -> list[Claim]:
    return [c for c in made.claims if c.attribute == attribute and c.speaker is not None]


@pytest.mark.parametrize(
    ("text", "speaker", "day"),
    [
        ("A raid on Dori, Burkina Faso, killed five on 28 June. The army said on 1 July that six had died.", "The army", "2031-07-01"),
        ("Five people were killed in a raid on Ndele, Chad, on 3 July, the mayor said on Monday.", "the mayor", "2031-07-07"),
        ("On Monday, the governor said that 12 people had been killed in Ituri, Congo, on 3 July.", "the governor", "2031-07-07"),
        ("The army on Tuesday said it had killed 20 rebels near Marib, Yemen, at the weekend.", "The army", "2031-07-08"),
        ("According to the Red Cross on 8 July, the raid on Nyala, Sudan, on 2 July left 40 civilians dead.", "the Red Cross", "2031-07-08"),
        ("Nine died at a market in Jos, Nigeria, on 2 July, said Ali Bello, a doctor, on Wednesday.", "Ali Bello, a doctor", "2031-07-09"),
    ],
)
def test_a_day_beside_the_words_that_attribute_is_the_day_of_the_statement(tmp_path: Path, text: str, speaker: str, day: str) -> None:
    claims = said_of(record(tmp_path, text), "killed")
    assert [(c.speaker, c.said_on.edtf if c.said_on else None) for c in claims] == [(speaker, day)]


@pytest.mark.parametrize(
    "text",
    [
        "The army said that on 2 July rebels shelled Dori, Burkina Faso, killing four.",
        "Officials said yesterday's attack on Dori, Burkina Faso, killed five.",
        "Officials said a bomb had killed five on Tuesday in Mosul, Iraq.",
    ],
)
def test_a_day_within_what_is_said_is_none_of_the_statement(tmp_path: Path, text: str) -> None:
    claims = said_of(record(tmp_path, text), "killed")
    assert claims
    assert all(c.said_on is None for c in claims)


def test_who_claims_a_deed_claims_it_on_the_day_told_beside_the_claim(tmp_path: Path) -> None:
    made = record(tmp_path, "The rebels claimed responsibility on 6 July for the bombing of a bank in Aden, Yemen, on 2 July, which killed nine.")
    assert [c.said_on.edtf for c in said_of(made, "responsibility") if c.said_on] == ["2031-07-06"]


def test_a_day_at_the_head_of_a_sentence_is_nobody_to_blame(tmp_path: Path) -> None:
    text = "Gunmen killed nine people in Dori, Burkina Faso, on 2 July. On 5 July the governor blamed JNIM for the attack."
    (claim,) = said_of(record(tmp_path, text), "responsibility")
    assert (claim.value, claim.speaker, claim.stance) == ("JNIM", "the governor", "accuses")
