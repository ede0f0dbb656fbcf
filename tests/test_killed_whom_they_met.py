"""Who kills "them" kills as many as the verb before counts, whom the same doer met, lured or took."""

from pathlib import Path

import pytest

from told import told


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("On 1 July soldiers in Mimika lured four traders into a trap, killed them, and burned their bodies.", 4),
        ("Soldiers rounded up 12 men in the village of Tarka on 1 July, blindfolded them and executed them by the river.", 12),
        ("On 1 July the militia stopped a bus near Jos, chose eleven passengers by their names and slaughtered them.", 11),
        ("Gunmen met four surveyors on the road near Turbat on 1 July and killed them.", 4),
    ],
)
def test_those_killed_by_pronoun_are_as_many_as_were_met(tmp_path: Path, text: str, dead: int) -> None:
    (mention,) = told(tmp_path, text).mentions
    assert [t.quantity.best for t in mention.toll if t.outcome == "killed"] == [dead]


def test_whom_another_kills_is_not_counted_with_those_met(tmp_path: Path) -> None:
    text = "Rebels attacked a post near Sake on 1 July and wounded four soldiers; the army chased them and killed them."
    for mention in told(tmp_path, text).mentions:
        assert not [t for t in mention.toll if t.outcome == "killed" and t.quantity.best is not None]
