"""Days avenged: the time of a deed that another answers is not the answer's."""

from pathlib import Path

import pytest

from told import told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "On Sunday, 6 July 2031, gunmen shot nine villagers near Wau, South Sudan, in revenge for a raid the day before.",
            "2031-07-06",
        ),
        (
            "Jets hit two farms near Saada, Yemen, on 9 July 2031 in response to rockets fired at a port on 7 July, killing four.",
            "2031-07-09",
        ),
        (
            "Herders burned a mill near Jos, Nigeria, on 9 July 2031, killing two, in what police called retaliation for a theft on Friday.",
            "2031-07-09",
        ),
    ],
)
def test_an_answer_is_of_its_own_day(tmp_path: Path, text: str, day: str) -> None:
    days = [m.date.edtf for m in told(tmp_path, text).mentions if m.kind == "incident" and m.date is not None and m.toll]
    assert days == [day]
