"""People and parties that stand right behind the day at the head of a sentence are who did or underwent its deed. All sentences are ours."""

from pathlib import Path

import pytest

from told import told


@pytest.mark.parametrize(
    ("sentence", "outcome", "count"),
    [
        ("On the night of 26 April five passengers of a coach were killed near Turbat.", "killed", 5),
        ("On 19 October a man, 50, was killed near Acre.", "killed", 1),
        ("At 3 a.m. on 15 May gunmen went into Bindura and shot two nurses dead.", "killed", 2),
        ("On 9 April two soldiers were killed and three wounded near Kidal.", "killed", 2),
        ("On 8 June shells killed three and wounded four at Sake.", "killed", 3),
        ("On Monday shells fired from the hills wounded four at Sake.", "injured", 4),
    ],
)
def test_people_behind_a_day_are_counted(tmp_path: Path, sentence: str, outcome: str, count: int) -> None:
    (mention,) = [m for m in told(tmp_path, sentence).mentions if m.kind == "incident"]
    assert [i.quantity.best for i in mention.toll if i.outcome == outcome and i.part_of is None] == [count]


def test_a_state_behind_a_day_did_the_deed(tmp_path: Path) -> None:
    text = "Its men were seen in Herat on the 1st, and on the 2nd Pakistan bombed the barracks in Kandahar."
    (mention,) = [m for m in told(tmp_path, text).mentions if m.kind == "incident"]
    assert [a.role for a in mention.actors] == ["perpetrator"]
