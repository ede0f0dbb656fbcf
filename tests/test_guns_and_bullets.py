"""A gun that goes off is no bomb, who is struck by a bullet is not struck from the air, and a day since which somebody suffers is the deed's."""

from pathlib import Path

import pytest

from told import told


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Two recruits were playing with a rifle in Bunia on Tuesday when the gun went off, killing a sergeant.", "Attack"),
        ("A bomb went off in Bunia on Tuesday, killing a sergeant.", "Remote explosive/landmine/IED"),
        ("Police in Bunia said two women were struck by stray bullets on Tuesday.", "Attack"),
        ("The army struck rebels near Bunia on Tuesday, killing three.", "Air/drone strike"),
    ],
)
def test_what_goes_off_and_what_strikes_makes_the_type(tmp_path: Path, line: str, kind: str) -> None:
    (mention,) = (m for m in told(tmp_path, line).mentions if m.kind == "incident")
    assert mention.type == kind


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Two aid workers have been missing since the raid on their camp near Gao on Saturday.", "2025-06-28"),
        ("The school of Gao has been closed since the fighting began on Saturday.", "2025-06-30/2025-07-03"),
    ],
)
def test_a_day_since_a_known_deed_is_the_deeds(tmp_path: Path, line: str, day: str) -> None:
    extract = told(tmp_path, f"Three guards were killed near Gao, the agency said.\n\n{line}")
    assert day in {m.date.edtf for m in extract.mentions if m.kind == "incident" and m.date is not None}
