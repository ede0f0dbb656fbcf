"""The day of a statement, of a video or of an announcement is not shown as the day of the deed that it tells of."""

from pathlib import Path

import pytest

from told import told

DEED = "The convoy was ambushed on Tuesday evening on its way back to Bunia, one officer said."


@pytest.mark.parametrize(
    "line",
    [
        "The army said on Wednesday rebels ambushed its convoy near Bunia, killing four soldiers.",
        "The army said Wednesday rebels ambushed its convoy near Bunia, killing four soldiers.",
        "On Wednesday, the army issued a statement saying rebels had ambushed its convoy near Bunia, killing four soldiers.",
        "The rebels released a video on Wednesday showing the ambush of a convoy near Bunia in which four soldiers died.",
    ],
)
def test_the_day_of_the_words_gives_way_to_the_day_of_the_deed(tmp_path: Path, line: str) -> None:
    days = {m.date.edtf for m in told(tmp_path, f"{line}\n\n{DEED}").mentions if m.kind == "incident" and m.date}
    assert days == {"2025-07-01"}


def test_a_day_behind_what_was_done_stays_the_deeds(tmp_path: Path) -> None:
    line = "The governor said four soldiers were killed on Tuesday when rebels ambushed a convoy near Bunia."
    (mention,) = (m for m in told(tmp_path, line).mentions if m.kind == "incident")
    assert mention.date is not None
    assert mention.date.edtf == "2025-07-01"
