"""The day of a hearing, of a burial or of a search for those who did it is not shown as the day of the deed."""

from pathlib import Path

import pytest

from told import told


def only(folder: Path, text: str) -> str:
    """The day of the one incident that a report tells; "" where it has none."""
    (mention,) = (m for m in told(folder, text).mentions if m.kind == "incident")
    return mention.date.edtf if mention.date is not None else ""


@pytest.mark.parametrize(
    "line",
    [
        "A man who shot dead a shopkeeper in Kisumu was jailed for life on Tuesday. He opened fire at the counter on 12 May 2025.",
        "A soldier accused of shooting his sergeant dead in Kisumu appeared before a magistrate on Tuesday. "
        "The court heard that the sergeant was killed on 12 May 2025.",
        "Hundreds of mourners on Tuesday buried a boy of ten who was killed in a shooting on a bus in Kisumu. "
        "The boy was hit when gunmen fired on the bus on 12 May 2025.",
    ],
)
def test_the_day_of_a_hearing_or_a_burial_makes_no_second_deed(tmp_path: Path, line: str) -> None:
    assert only(tmp_path, line) == "2025-05-12"


def test_what_somebody_did_later_has_a_day_of_its_own(tmp_path: Path) -> None:
    line = "A nurse who was shot at the gate of a clinic in Kisumu left the country on Tuesday, her sister told a radio station."
    (mention,) = (m for m in told(tmp_path, line).mentions if m.kind == "incident")
    assert mention.date_is_report


def test_a_day_in_the_clause_of_the_deed_is_the_deeds(tmp_path: Path) -> None:
    line = "The fighting goes back to 28 May 2025, when a lieutenant was shot dead near Kisumu."
    (mention,) = (m for m in told(tmp_path, line).mentions if m.kind == "incident")
    assert mention.date is not None
    assert mention.date.edtf == "2025-05-28"
    assert not mention.date_is_report


@pytest.mark.parametrize(
    "line",
    [
        "A trader was gunned down in Kisumu on Sunday. Police are working today to trace the gunmen behind the attack.",
        'A trader was gunned down in Kisumu on Sunday. "We are busy today with the killing that happened on Sunday," an officer said.',
        "A trader was gunned down in Kisumu on Sunday. The suspect handed himself in on Monday. He was shot in the hand during the attack.",
        "A trader was gunned down in Kisumu on Sunday. The house was still hung with Christmas lights. His wife was injured.",
    ],
)
def test_what_goes_on_or_followed_makes_no_second_deed(tmp_path: Path, line: str) -> None:
    assert only(tmp_path, line) == "2025-06-29"


def test_a_holiday_itself_is_a_day(tmp_path: Path) -> None:
    assert only(tmp_path, "Gunmen killed four farmers near Kisumu on Christmas Eve 2024.") == "2024-12-24"
