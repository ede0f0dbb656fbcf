"""The day on which a search or an inquiry goes on is not the day of the deed that it is for."""

from pathlib import Path

import pytest

from told import told

REPORT_DAYS = "2025-06-30/2025-07-03"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("A manhunt was under way on Wednesday for gunmen who killed two guards in Goma.", REPORT_DAYS),
        ("An investigation is underway Wednesday into a gun battle that left a policeman dead in Goma.", REPORT_DAYS),
        ("Police were searching Wednesday for two gunmen who killed a guard in Goma.", REPORT_DAYS),
        ("Soldiers searched a village near Goma on Wednesday, killing two men.", "2025-07-02"),
        ("Police are investigating a shooting Wednesday in Goma that wounded two guards.", "2025-07-02"),
        ("Police are looking into a shooting in which a guard was killed in Goma on Wednesday.", "2025-07-02"),
        ("Fighting was under way on Wednesday in Goma, where two soldiers were killed.", "2025-07-02"),
    ],
)
def test_a_day_before_what_is_sought_is_the_searchs(tmp_path: Path, line: str, day: str) -> None:
    (mention,) = (m for m in told(tmp_path, line).mentions if m.kind == "incident")
    assert mention.date is not None
    assert mention.date.edtf == day
