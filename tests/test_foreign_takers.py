"""Ground that a foreign army takes is overtaken; what is retaken, or taken from a group, is regained for its government."""

import pytest

from told import ASIDE, read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Israeli troops seized the village of Khiam in southern Lebanon on Monday.", "Non-state actor overtakes territory"),
        ("Russian forces captured the town of Bakhmut in eastern Ukraine on Monday.", "Non-state actor overtakes territory"),
        ("Ukrainian troops recaptured Robotyne on Monday after weeks of fighting.", "Government regains territory"),
        ("Rwandan and Mozambican troops retook Mocimboa da Praia on Monday.", "Government regains territory"),
        ("The Nigerian army captured the town of Bama from Boko Haram on Monday.", "Government regains territory"),
    ],
)
def test_who_takes_ground_says_whether_it_is_regained(text: str, kind: str) -> None:
    found = [m for m in read(f"News\n\n{text}\n\n{ASIDE}", "2024-03-05").mentions if m.kind == "incident"]
    assert [m.type for m in found] == [kind]
