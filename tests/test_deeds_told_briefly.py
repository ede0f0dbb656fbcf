"""Deeds told in half a sentence: what must be said of one for it to be an incident, and the words that tell of one."""

from pathlib import Path

import pytest
from tests.told import told


def _incidents(folder: Path, text: str) -> list[tuple[str, str]]:
    """(day, type) of each incident of a report that tells of another first."""
    first = "Shelling killed nine people at a market in Goma, Congo, on 1 July 2025, medics said.\n\n"
    return [(m.date.edtf if m.date else "", m.type) for m in told(folder, first + text).mentions if m.kind == "incident"][1:]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("On 9 May 2025, several explosions were heard four hundred metres from the embassy.", "2025-05-09"),
        ("On 9 May 2025, three bombs exploded almost at once.", "2025-05-09"),
        ("On 9 May 2025, masked men fired a rocket launcher at a pharmacy.", "2025-05-09"),
        ("On 9 May 2025, a number of aid workers were kidnapped.", "2025-05-09"),
        ("In March 2025, soldiers fought Mai-Mai fighters in Bukavu.", "2025-03"),
        ("In March 2025, a massacre took place in Bukavu.", "2025-03"),
    ],
)
def test_a_written_day_or_a_month_at_a_town_makes_a_deed_one_to_look_up(tmp_path: Path, sentence: str, day: str) -> None:
    assert [d for d, _ in _incidents(tmp_path, sentence)] == [day]


@pytest.mark.parametrize(
    "sentence",
    ["In March 2025, fighting went on in the country.", "There was violence in 2023.", "The attacks of recent years have changed how people live."],
)
def test_how_things_stood_over_months_is_no_incident(tmp_path: Path, sentence: str) -> None:
    assert not _incidents(tmp_path, sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("On 9 May 2025, armed men robbed a bank in Bukavu.", "Looting/property destruction"),
        ("On 9 May 2025, gunmen carjacked an ambulance in Bukavu.", "Abduction/forced disappearance"),
        ("On 9 May 2025, rebels took possession of Bukavu.", "Non-state actor overtakes territory"),
        ("On 9 May 2025, militants beheaded two farmers in Bukavu.", "Attack"),
        ("On 9 May 2025, fighters razed a clinic in Bukavu.", "Looting/property destruction"),
    ],
)
def test_words_of_robbing_taking_and_razing_tell_of_deeds(tmp_path: Path, sentence: str, kind: str) -> None:
    assert _incidents(tmp_path, sentence) == [("2025-05-09", kind)]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("On 9 May 2025, rebels downed an army helicopter near Bukavu.", "2025-05-09"),
        ("The town of Bukavu was captured by rebels at dawn.", ""),
    ],
)
def test_what_was_downed_or_taken_is_told_though_little_else_is(tmp_path: Path, sentence: str, day: str) -> None:
    deeds = _incidents(tmp_path, "The talks were said to go on for weeks, and nobody knew how they would end. " * 8 + "\n\n" + sentence)
    assert len(deeds) == 1
    assert deeds[0][0] == day or not day
