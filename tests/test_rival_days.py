"""Rival days: the days that others give for a deed beside the one its report gives, and the discrepancy that the record shows."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Record
from thucydides.record import Store


def record(folder: Path, text: str) -> Record:
    (folder / "a.txt").write_text(f"Events in the hills\n\nJuly 3, 2031\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        return build([folder / "a.txt"], store)


@pytest.mark.parametrize(
    ("text", "own", "rival", "who"),
    [
        ("Eight mechanics were shot in a workshop in Khash, Iran, on 12 June, by some accounts on the 11th.", 12, 11, "some accounts"),
        ("Eight mechanics were shot in a workshop in Khash, Iran, on 12 June (or 11 June by some accounts).", 12, 11, "some accounts"),
        ("The town of Kutum in Sudan was attacked on 2 June; residents say it was the 5th.", 2, 5, "residents"),
        ("Rebels entered Kutum, Sudan, on 14 June and killed six guards; the army gives 15 June.", 14, 15, "the army"),
        ("On 14 June rebels took Kutum, Sudan (army: 15 June), killing six guards.", 14, 15, "army"),
        ("Raiders burned Tawila, Sudan, on the 4th of June (some say 5th) and killed six people.", 4, 5, "some"),
        ("A bomb killed two officers in Cali, Colombia, on 11 June; in the army's version it was on 12 June.", 11, 12, "the army's version"),
        ("Police say he was shot dead in Tumaco, Colombia, on 11 June, his family that it was on 10 June.", 11, 10, "his family"),
        ("A priest was abducted in Okigwe, Nigeria, on 2 June. The diocese said he was taken on 3 June.", 2, 3, "The diocese"),
        ("A priest was shot dead in Naranjal, Ecuador, on 5 June, or on 7 June.", 5, 7, None),
        ("A singer was shot dead in Tonka, Mali, on 20 June. An officer confirmed it and dated it to 21 June.", 20, 21, None),
    ],
)
def test_a_day_set_against_the_day_of_a_deed_is_a_claim_beside_it(tmp_path: Path, text: str, own: int, rival: int, who: str | None) -> None:
    made = record(tmp_path, text)
    (day,) = [a.date for a in made.incidents[0].assessments if a.attribute == "date"]
    assert day is not None
    assert day.earliest is not None
    assert day.earliest.day == own
    said = {c.date.earliest.day: c.speaker for c in made.claims if c.attribute == "date" and c.date is not None and c.date.earliest}
    assert said[rival] == who
    assert [d.kind for d in made.discrepancies if d.attribute == "date"] == ["date"]


@pytest.mark.parametrize(
    "text",
    [
        "A raid on Dori, Burkina Faso, killed five people on 28 June. The army said on 29 June that it was after the attackers.",
        "A raid on Dori, Burkina Faso, killed five people on 28 June; two of the wounded died on 30 June.",
        "A bomb killed five people in Dori, Burkina Faso, on 28 June, a day after the truce of 27 June ended, the mayor said.",
        "Rebels held Dori, Burkina Faso, from 20 to 28 June and killed five people.",
    ],
)
def test_the_day_of_a_statement_or_of_another_thing_is_no_rival(tmp_path: Path, text: str) -> None:
    assert not [d for d in record(tmp_path, text).discrepancies if d.attribute == "date"]
