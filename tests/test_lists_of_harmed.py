"""Men, women and others whom one sentence counts one after another are counted together in the record."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.record import Store


@pytest.mark.parametrize(
    ("line", "injured"),
    [
        ("A driver was shot in the abdomen in Bunia on Tuesday, and two boys and a nurse suffered minor injuries, police said.", 4),
        ("Police said gunmen shot three people in the legs in Bunia on Tuesday and another person in the abdomen.", 4),
        ("Five people were wounded in Bunia on Tuesday, three men and two women.", 5),
    ],
)
def test_men_women_and_another_told_in_one_sentence_add_up(tmp_path: Path, line: str, injured: int) -> None:
    (tmp_path / "report.txt").write_text(f"Report of the day\n\nJuly 3, 2025\n\n{line}")
    with Store.open(tmp_path / "record", create=True) as store:
        record = build([tmp_path / "report.txt"], store)
    (incident,) = (i for i in record.incidents if i.kind == "incident")
    toll = incident.assessed("injured")
    assert toll is not None
    assert toll.quantity is not None
    assert toll.quantity.best == injured
